"""Gives a small SentencePiece checkpoint the vocabulary of a large one: markers, line ends and made-up words.

Knows the pieces libmtmd looks up by their text for SmolVLM (one that is missing aborts the process) and how
a tokenizer's three files agree; refuses to know models. Made-up words cost what real ones cost in the
embedding and the head, and shape no question: they merge last.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sentencepiece import sentencepiece_model_pb2
from transformers import LlamaTokenizer

__all__ = ["MARKERS", "MOST_ROWS", "extend_vocabulary"]

# Types of pieces in SentencePiece's model file.
NORMAL, CONTROL, USER_DEFINED = 1, 3, 4
MOST_ROWS = 4
"""Rows and columns SmolVLM cuts a picture into at most."""
LINE_ENDS = ("\n", "\n\n")
MARKERS = (
    *LINE_ENDS,
    *(f"<row_{row}_col_{column}>" for row in range(1, MOST_ROWS + 1) for column in range(1, MOST_ROWS + 1)),
)
LEAST_SCORE = -1e6


def extend_vocabulary(folder: Path, size: int, markers: Sequence[str] = MARKERS) -> int:
    """Add `markers` and made-up words to the tokenizer in `folder` until it has `size` pieces; returns it.

    Pieces that are there stay where they are. A `size` that is smaller than what must be there is raised.
    """
    path = folder / "tokenizer.model"
    model: Any = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(path.read_bytes())
    known = {piece.piece for piece in model.pieces}
    added = [text for text in markers if text not in known]
    first = len(model.pieces)
    for text in added:
        kind = USER_DEFINED if text in LINE_ENDS else CONTROL
        model.pieces.add(piece=text, score=0.0, type=kind)
    number = 0
    while len(model.pieces) < size:
        word = f"\u2581w{number}"
        if word not in known:
            model.pieces.add(piece=word, score=LEAST_SCORE - number, type=NORMAL)
        number += 1
    model.trainer_spec.vocab_size = len(model.pieces)
    path.write_bytes(model.SerializeToString())
    _tell_tokenizer(folder, first, added)
    return len(model.pieces)


def _tell_tokenizer(folder: Path, first: int, added: Sequence[str]) -> None:
    """Name the added pieces in tokenizer_config.json and write tokenizer.json anew."""
    path = folder / "tokenizer_config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    plain = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False}
    for number, text in enumerate(added, start=first):
        config["added_tokens_decoder"][str(number)] = {
            "content": text,
            **plain,
            "special": text not in LINE_ENDS,
        }
    path.write_text(json.dumps(config), encoding="utf-8")
    (folder / "tokenizer.json").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        LlamaTokenizer.from_pretrained(folder).save_pretrained(scratch)
        (folder / "tokenizer.json").write_bytes((Path(scratch) / "tokenizer.json").read_bytes())
