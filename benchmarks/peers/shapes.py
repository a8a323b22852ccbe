"""Which shapes of vision-language model are compared, as numbers.

Knows sizes, who has which parts, and a small stand-in of each shape for trying everything out; refuses to
make models (`models.py`), so that the driver needs no torch.
"""

from dataclasses import dataclass, replace

__all__ = ["SHAPES", "VlmShape"]


@dataclass(frozen=True)
class VlmShape:
    """`kind` of `make_tiny_vlm`, pixels of a square picture and its patches, and both transformers.

    `pieces` of the vocabulary, 0 for as few as must be. `shuffle`: patches per side that Idefics3's
    connector joins into one row, 1 for LLaVA. `resampler_rows`: ours alone reads the tower through a
    Perceiver Resampler of that many rows, as AnyMAL does. `peers_have` names the shape whose files the
    peers read, empty for this one's own.
    """

    kind: str
    side_px: int
    patch_px: int
    vision_width: int
    vision_layers: int
    vision_heads: int
    text_width: int
    text_layers: int
    text_heads: int
    text_kv_heads: int
    feed_forward: int
    shuffle: int = 1
    pieces: int = 0
    resampler_rows: int = 0
    peers_have: str = ""


_LLAVA = VlmShape("llava", 224, 16, 768, 12, 12, 576, 30, 9, 3, 1536, pieces=32064)
SHAPES = {
    # SmolVLM-256M: SigLIP-B/16 at 512 px, 64 rows a view, SmolLM2-135M and its 49280 pieces.
    "smolvlm": VlmShape("idefics3", 512, 16, 768, 12, 12, 576, 30, 9, 3, 1536, shuffle=4, pieces=49280),
    # LLaVA-1.5 with CLIP ViT-B/16 at 224 px, 196 rows a picture, and the same language model.
    "llava": _LLAVA,
    # AnyMAL: LLaVA's tower and language model, the same weights, with a resampler between them.
    "anymal": replace(_LLAVA, resampler_rows=64, peers_have="llava"),
}


def _small(shape: VlmShape) -> VlmShape:
    """The same parts so small that a test can make and ask them."""
    return replace(
        shape,
        side_px=64,
        vision_width=64,
        vision_layers=3,
        vision_heads=2,
        text_width=64,
        text_layers=2,
        text_heads=2,
        text_kv_heads=2,
        feed_forward=96,
        pieces=1000,
        shuffle=min(shape.shuffle, 2),
        resampler_rows=min(shape.resampler_rows, 8),
        peers_have=shape.peers_have and f"{shape.peers_have}-small",
    )


SHAPES |= {f"{name}-small": _small(shape) for name, shape in SHAPES.items()}
