"""What a GGUF must say before llama.cpp may see it: llama.cpp asserts, and an assert ends the process.

Knows the metadata and tensors a causal LLM needs, in depth for the `llama` architecture and
its SentencePiece vocabulary, in general for others; refuses to know the container format.
Source of the rules: load_hparams, load_vocab and load_arch_tensors of llama.cpp.
"""

import math
from typing import Any

from anymal.engines.gguf_header import GgufHeader, TensorInfo
from anymal.errors import BundleError

__all__ = ["check_gguf"]

MAX_LAYERS = 512
MAX_EXPERTS = 512
F32 = 0
NOT_WEIGHTS = {9, 15, 24, 25, 26, 27, 28}  # Q8_1, Q8_K, integers and f64: no kernel multiplies by these
ROPE_SCALINGS = ("none", "linear", "yarn", "longrope")
SPECIAL_IDS = ("bos", "eos", "eot", "eom", "unknown", "padding", "seperator")  # llama.cpp's spelling
NOT_LANGUAGE_MODELS = {"clip": "a vision or audio projector (mmproj)", "bert": "a text encoder"}


def check_gguf(header: GgufHeader, n_embd: int | None = None) -> None:
    """Raise `BundleError` unless llama.cpp can open the file as an LLM (of width `n_embd`, when given)."""
    rules = _Rules(header)
    rules.general()
    rules.vocabulary()
    if header.architecture == "llama":
        rules.llama()
    rules.tensors()
    for key in ("context_length", "embedding_length"):
        if not _is_integer(value := header.of_architecture(key)):
            raise rules.fail(f"{header.architecture}.{key}", "a whole number", value)
    width = header.of_architecture("embedding_length")
    if n_embd is not None and width != n_embd:
        raise BundleError(
            f"{header.path.name}: embedding width is {width}, but the manifest says llm.n_embd = {n_embd}; "
            "the GGUF belongs to another bundle"
        )


class _Rules:
    def __init__(self, header: GgufHeader) -> None:
        self.header = header

    def fail(self, what: str, wanted: str, found: object) -> BundleError:
        return BundleError(
            f"{self.header.path.name}: {what} must be {wanted}, found {found!r}; convert the model again"
        )

    def integer(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """Return `{architecture}.{key}` checked; a per-layer array counts by its largest value."""
        name = f"{self.header.architecture}.{key}"
        value = self.header.of_architecture(key)
        if value is None and default is not None:
            return default
        if isinstance(value, tuple) and value and all(_is_integer(item) for item in value):
            value = max(value)
        if not _is_integer(value):
            raise self.fail(name, "a whole number", value)
        if not least <= value <= most:
            raise self.fail(name, f"between {least} and {most}", value)
        return int(value)

    def general(self) -> None:
        architecture = self.header.architecture
        if not architecture:
            raise self.fail("general.architecture", "the name of an LLM architecture", "nothing")
        if architecture in NOT_LANGUAGE_MODELS:
            raise self.fail("the file", "a language model", NOT_LANGUAGE_MODELS[architecture])
        if self.header.metadata.get("split.count", 0) not in (0, 1):
            raise self.fail("split.count", "1 (merge the parts first)", self.header.metadata["split.count"])
        if self.header.of_architecture("attention.causal") is False:
            raise self.fail(f"{architecture}.attention.causal", "true", False)
        layers = self.integer("block_count", 1, MAX_LAYERS)
        self.integer("context_length", 1, 1 << 31)
        width = self.integer("embedding_length", 1, 1 << 20)
        self.integer("nextn_predict_layers", 0, layers, default=0)
        experts = self.integer("expert_count", 0, MAX_EXPERTS, default=0)
        self.integer("expert_used_count", min(1, experts), experts, default=min(1, experts))
        # Recurrent models have no heads; for all others the width divides into them.
        heads = self.integer("attention.head_count", 0, width, default=0)
        self.integer("attention.head_count_kv", 0, max(heads, 1), default=heads)
        scaling = self.header.of_architecture("rope.scaling.type")
        if scaling is not None and scaling not in ROPE_SCALINGS:
            raise self.fail("rope.scaling.type", "one of " + ", ".join(ROPE_SCALINGS), scaling)

    def vocabulary(self) -> None:
        tokens, metadata = self.header.tokens, self.header.metadata
        if not tokens or not all(isinstance(token, str) for token in tokens):
            raise self.fail("tokenizer.ggml.tokens", "a list of strings", tokens[:3])
        if len(set(tokens)) != len(tokens) or "" in tokens:
            raise self.fail("tokenizer.ggml.tokens", "distinct and not empty", "repeated or empty tokens")
        # llama.cpp reads pieces as C strings: cut at a NUL, two may become equal, which it asserts.
        if any("\0" in token for token in tokens):
            raise self.fail("tokenizer.ggml.tokens", "free of NUL", "a piece with a NUL in it")
        for name in ("scores", "token_type"):
            values = metadata.get(f"tokenizer.ggml.{name}")
            if values is not None and (not isinstance(values, tuple) or len(values) != len(tokens)):
                raise self.fail(f"tokenizer.ggml.{name}", f"a list of {len(tokens)} numbers", type(values))
        for name in SPECIAL_IDS:
            value = metadata.get(f"tokenizer.ggml.{name}_token_id")
            if value is not None and (not _is_integer(value) or not 0 <= value < len(tokens)):
                raise self.fail(f"tokenizer.ggml.{name}_token_id", f"below {len(tokens)}", value)
        if metadata.get("tokenizer.ggml.model") == "llama":
            known = set(tokens)
            # llama.cpp looks every unknown character up byte by byte and does not catch a miss.
            missing = [b for b in range(256) if f"<0x{b:02X}>" not in known and _raw(b) not in known]
            if missing:
                lacks = f"no 0x{missing[0]:02X}"
                raise self.fail("tokenizer.ggml.tokens", "complete with 256 byte pieces", lacks)

    def llama(self) -> None:
        width = self.header.of_architecture("embedding_length")
        heads = self.integer("attention.head_count", 1, width)
        kv_heads = self.integer("attention.head_count_kv", 1, heads, default=heads)
        self.integer("feed_forward_length", 1, 1 << 24)
        if heads % kv_heads:
            raise self.fail("llama.attention.head_count_kv", f"a divisor of {heads} heads", kv_heads)
        head_width = self.integer("attention.key_length", 1, 1 << 16, default=width // heads)
        if self.integer("attention.value_length", 1, 1 << 16, default=width // heads) != head_width:
            raise self.fail("llama.attention.value_length", f"{head_width}, as the keys", "another width")
        if head_width % 2:
            raise self.fail("the width of an attention head", "even (RoPE turns pairs)", head_width)
        if self.integer("rope.dimension_count", 1, 1 << 16, default=head_width) != head_width:
            raise self.fail("llama.rope.dimension_count", str(head_width), "another width")
        epsilon = self.header.of_architecture("attention.layer_norm_rms_epsilon")
        if not isinstance(epsilon, float) or not math.isfinite(epsilon) or epsilon < 0:
            raise self.fail("llama.attention.layer_norm_rms_epsilon", "a small positive number", epsilon)

    def tensors(self) -> None:
        for info in self.header.tensors.values():
            if info.kind in NOT_WEIGHTS:
                raise self.fail(f"the type of tensor {info.name!r}", "one for weights", info.kind)
            if len(info.shape) == 1 and info.kind != F32:
                raise self.fail(f"the type of tensor {info.name!r}", "f32, as all vectors are", info.kind)
        width = self.header.of_architecture("embedding_length")
        self.shape("token_embd.weight", (width, len(self.header.tokens)))
        if self.header.architecture == "llama":
            self.shape("output_norm.weight", (width,))

    def shape(self, name: str, wanted: tuple[int, ...]) -> None:
        info: TensorInfo | None = self.header.tensors.get(name)
        if info is None or info.shape != wanted:
            found = info.shape if info else "no such tensor"
            raise self.fail(f"tensor {name!r}", f"of shape {wanted}", found)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _raw(byte: int) -> str:
    return bytes([byte]).decode("utf-8", "surrogateescape")
