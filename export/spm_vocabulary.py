"""A vocabulary of nano's kind as a SentencePiece model, taken from wherever it lies, a GGUF included.

Knows SentencePiece's model file and which pieces our chat format needs; refuses to know models.
"""

from pathlib import Path
from typing import Any

import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.gguf_header import read_gguf_header
from anymal.errors import ExportError
from anymal.training.chat_format import ASSISTANT, END, SYSTEM, USER

__all__ = ["write_vocabulary"]

# Types of pieces; SentencePiece and GGUF count alike.
NORMAL, CONTROL = 1, 3


def write_vocabulary(source: str, out: Path, size: int = 0) -> int:
    """Write the vocabulary of `source` as `tokenizer.model` to `out`; returns how many words were made up.

    `source` is a bundle (name or folder), a GGUF, a `tokenizer.model` or a checkpoint folder. Below
    `size` pieces, made-up words fill it up: padding would print nothing, so that a random LLM's
    first piece of text might never come. Raises `AnymalError` when it is not of nano's kind.
    """
    path = _find(source)
    model = sentencepiece_model_pb2.ModelProto()
    try:
        if path.suffix == ".gguf":
            _read_gguf(path, model)
        else:
            data = path.read_bytes()
            sentencepiece.SentencePieceProcessor(model_proto=data)  # refuses what is none, by name
            model.ParseFromString(data)
        made = _fill_up(model, size)
        sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(f"{path}: no SentencePiece vocabulary can be read from it: {error}") from error
    control = {piece.piece for piece in model.pieces if piece.type == CONTROL}
    if missing := sorted({SYSTEM, USER, ASSISTANT, END} - control):
        raise ExportError(
            f"{path}: its vocabulary has no control token {missing[0]}; wanted one of nano's chat format"
        )
    out.write_bytes(model.SerializeToString())
    return made


def _find(source: str) -> Path:
    path = Path(source)
    if path.is_file():
        return path
    inside = path / "llm" / "tokenizer.model"
    return inside if inside.is_file() else load_bundle(find_bundle(source), verify=False).llm_path


def _read_gguf(path: Path, model: Any) -> None:
    """Fill `model` with the pieces of a GGUF; how they merge follows from their scores."""
    header = read_gguf_header(path)
    kind = header.metadata.get("tokenizer.ggml.model")
    if kind != "llama":
        raise ExportError(f"{path}: its tokenizer is {kind!r}; wanted SentencePiece ('llama'), as nano's is")
    scores, types = (header.metadata.get(f"tokenizer.ggml.{name}", ()) for name in ("scores", "token_type"))
    if not len(header.tokens) == len(scores) == len(types):
        raise ExportError(f"{path}: {len(header.tokens)} pieces, {len(scores)} scores, {len(types)} types")
    for text, score, kind in zip(header.tokens, scores, types, strict=True):
        model.pieces.add(piece=text, score=score, type=kind)
    # All as `training.tokenizer` trains them.
    trainer, normaliser = model.trainer_spec, model.normalizer_spec
    trainer.model_type, trainer.byte_fallback = trainer.BPE, True
    trainer.unk_id, trainer.bos_id, trainer.eos_id, trainer.pad_id = 0, 1, 2, -1
    normaliser.name, normaliser.add_dummy_prefix, normaliser.remove_extra_whitespaces = (
        "identity",
        False,
        False,
    )


def _fill_up(model: Any, size: int) -> int:
    """Add words up to `size` pieces; their scores are so low that they never shape a question."""
    known = {piece.piece for piece in model.pieces}
    words = (f"\u2581w{number}" for number in range(2 * size))
    wanted = max(0, size - len(known))
    for number, word in zip(range(wanted), (word for word in words if word not in known), strict=False):
        model.pieces.add(piece=word, score=-1e6 - number, type=NORMAL)
    model.trainer_spec.vocab_size = len(model.pieces)
    return wanted
