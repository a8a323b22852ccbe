"""How much room an LLM wants while it becomes a GGUF, asked before minutes of work.

Knows the heads of weight files; refuses to convert and to quantise.
"""

import math
from pathlib import Path

from safetensors import SafetensorError, safe_open

from anymal.export.outputs import require_room
from anymal.export.quantise_llm import bytes_of

__all__ = ["require_llm_room"]

PLAIN = frozenset({"F64", "F32", "F16", "BF16"})
# Parts of a whole model in one folder, which its LLM's GGUF leaves out.
OTHER_PARTS = ("vision", "visual", "audio", "projector")


def require_llm_room(folder: Path, quantization: str, work: Path, copies: int = 1) -> None:
    """Raise `ExportError` unless `work` has room for the LLM of `folder`, in f32 and as `quantization`.

    Both lie there at once; `copies` in f32, of which a merged adapter makes one. Counted is the least that it
    can be: weights in other files than safetensors are those files' size.
    """
    weights, as_stored = 0, sum(path.stat().st_size for path in folder.glob("pytorch_model*.bin"))
    for path in folder.glob("model*.safetensors"):
        as_stored, weights = 0, weights + _weights(path)  # the converter takes these, when there are both
    n_bytes = copies * bytes_of(weights, "F32") + bytes_of(weights, quantization) + as_stored
    require_room(work, n_bytes, f"{folder}: converting it to GGUF in")


def _weights(path: Path) -> int:
    """Numbers of the LLM in a safetensors file; 0 for a damaged one, which the converter says better."""
    try:
        with safe_open(path, framework="numpy") as file:
            parts = {name: file.get_slice(name) for name in file.keys()}  # noqa: SIM118
            return sum(
                math.prod(part.get_shape())
                for name, part in parts.items()
                if part.get_dtype() in PLAIN and not any(other in name for other in OTHER_PARTS)
            )
    except (SafetensorError, OSError):
        return 0
