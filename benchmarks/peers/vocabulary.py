"""Gives a small SentencePiece checkpoint the vocabulary of a large one: markers, line ends, words.

Knows the pieces libmtmd looks up by their text for SmolVLM (one that is missing aborts the process) and how
a tokenizer's three files agree; refuses to know models. Common words are whole, as in any vocabulary of
that size: in bits, a question has half as many tokens more. Made-up words cost what real ones cost in the
embedding and the head, and shape no question: they merge last.
"""

import json
import tempfile
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from sentencepiece import sentencepiece_model_pb2
from transformers import LlamaTokenizer

__all__ = ["MARKERS", "MOST_ROWS", "extend_vocabulary"]

# Types of pieces in SentencePiece's model file.
NORMAL, CONTROL, USER_DEFINED = 1, 3, 4
MOST_ROWS = 4
"""Rows and columns SmolVLM cuts a picture into at most."""
SPACE = "\u2581"
LINE_ENDS = ("\n", "\n\n")
MARKERS = (
    *LINE_ENDS,
    *(f"<row_{row}_col_{column}>" for row in range(1, MOST_ROWS + 1) for column in range(1, MOST_ROWS + 1)),
)
COMMON = (
    "a all and are as at be but by can do does for from had have he her his how image in is it many me my no "
    "not of on one or people picture see she that the there they this to was we what when where which who "
    "will with you your"
)
"""Whole pieces of Llama's and SmolLM2's vocabularies, small and with a capital."""
COMMON_SCORE, LEAST_SCORE = -1e5, -1e6


def extend_vocabulary(folder: Path, size: int, markers: Sequence[str] = MARKERS) -> int:
    """Add `markers`, common and made-up words to the tokenizer in `folder` until it has `size` pieces.

    Returns how many it has then. Pieces that are there stay where they are. A `size` that is smaller than
    what must be there is raised, to hold the markers and no word, or all common words and no other.
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
    for number, piece in enumerate(_beginnings(known) if size > len(model.pieces) else ()):
        model.pieces.add(piece=piece, score=COMMON_SCORE - number, type=NORMAL)
        known.add(piece)
    number = 0
    while len(model.pieces) < size:
        word = f"{SPACE}w{number}"
        if word not in known:
            model.pieces.add(piece=word, score=LEAST_SCORE - number, type=NORMAL)
        number += 1
    model.trainer_spec.vocab_size = len(model.pieces)
    path.write_bytes(model.SerializeToString())
    _tell_tokenizer(folder, first, added)
    return len(model.pieces)


def _beginnings(known: Container[str]) -> Sequence[str]:
    """Pieces not in `known` that merge to common words, shorter ones first.

    Every beginning of a word is one, and every letter: whatever its end was merged to, two neighbours join to
    a beginning.
    """
    words = {f"{SPACE}{word}" for one in COMMON.split() for word in (one, one.capitalize())}
    found = {word[:length] for word in words for length in range(2, len(word) + 1)}.union(*words)
    return sorted((one for one in found if one not in known), key=lambda one: (len(one), one))


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
