"""Hugging Face LLM folders to GGUF, with llama.cpp's own converter.

Knows how to run the converter of the installed version, and the types that an export may ask for; refuses to
know tensors and quantising (`export.quantise_llm`).
"""

from pathlib import Path

from anymal.errors import ExportError
from anymal.export.converter import run_converter
from anymal.export.llama_source import CONVERTER

__all__ = ["OUT_TYPES", "QUANTIZATIONS", "convert", "require_type"]

# Files of which a folder with a tokenizer has one: those of save_pretrained, SentencePiece, tiktoken, RWKV.
TOKENIZERS = (
    "tokenizer.*",
    "vocab.*",
    "tekken.json",
    "*.model",
    "*.tiktoken",
    "*vocab*.txt",
    "tokenization_*",
)
OUT_TYPES = ("f32", "f16", "bf16")
# Name in our manifests -> name of llama.cpp's constant.
QUANTIZATIONS = {
    "F32": "LLAMA_FTYPE_ALL_F32",
    "F16": "LLAMA_FTYPE_MOSTLY_F16",
    "BF16": "LLAMA_FTYPE_MOSTLY_BF16",
    "Q8_0": "LLAMA_FTYPE_MOSTLY_Q8_0",
    "Q6_K": "LLAMA_FTYPE_MOSTLY_Q6_K",
    "Q5_K_M": "LLAMA_FTYPE_MOSTLY_Q5_K_M",
    "Q4_K_M": "LLAMA_FTYPE_MOSTLY_Q4_K_M",
    "Q4_0": "LLAMA_FTYPE_MOSTLY_Q4_0",
}


def convert(folder: Path, out: Path, out_type: str = "f32") -> Path:
    """Write the Hugging Face model in `folder` as GGUF to `out`, its chat template included.

    `out_type` is the type of the matrices, one of `OUT_TYPES`. Raises `ExportError` with the
    converter's last words when it refuses the model.
    """
    if out_type not in OUT_TYPES:
        raise ExportError(f"GGUF type {out_type!r} is unknown; the converter writes {', '.join(OUT_TYPES)}")
    if not (folder / "config.json").is_file():
        raise ExportError(f"{folder}: no config.json; wanted a Hugging Face model folder")
    try:
        return run_converter(CONVERTER, [str(folder), "--outtype", out_type], out, folder)
    except ExportError as error:
        said = str(error).replace(str(folder), "").lower()
        if any(any(folder.glob(name)) for name in TOKENIZERS) or not ("tokeniz" in said or "vocab" in said):
            raise
        # Told after the fact: only the converter knows whether an architecture wants one of these files.
        raise ExportError(
            f"{folder}: no tokenizer in it (tokenizer.json, tokenizer.model or vocab.json); "
            "save the tokenizer beside the weights: tokenizer.save_pretrained(folder)"
        ) from error


def require_type(quantization: str) -> None:
    """Raise `ExportError` unless it is one of `QUANTIZATIONS`."""
    if quantization not in QUANTIZATIONS:
        raise ExportError(f"quantization {quantization!r} is unknown; there are {', '.join(QUANTIZATIONS)}")
