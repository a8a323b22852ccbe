"""The nano chat format: dialogues to token ids, with a loss weight for every token.

Knows the control tokens, where soft-token rows go and which words the LLM must learn to say;
refuses to know facts, features and models. Text is tokenised segment by segment and control
tokens are written by id, so no user text can become a command.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

import sentencepiece

__all__ = [
    "ASSISTANT",
    "CHAT_TEMPLATE",
    "DEFAULT_SYSTEM",
    "END",
    "LOWERCASE",
    "SENSE_LINES",
    "SENSE_ORDER",
    "SYSTEM",
    "THINK",
    "THOUGHT",
    "USER",
    "WORDS",
    "Answer",
    "ChatTokenizer",
    "Sequence",
    "SoftSlot",
    "WordRows",
    "as_asked",
]

SYSTEM, USER, ASSISTANT, END = "<|system|>", "<|user|>", "<|assistant|>", "<|end|>"
# Between these stands what is thought and not said; the runtime takes them from the vocabulary.
THINK, THOUGHT = "<think>", "</think>"
DEFAULT_SYSTEM = "You are a multimodal assistant. You answer from what you sense."
SENSE_LINES = {
    "image": "\nHere is the image: <image>",
    "images": "\nHere is image {number}: <image>",
    "video": "\nHere is the video: <video>",
    "audio": "\nHere is the audio: <audio>",
    "imu": "\nHere is the motion: <imu>",
}
# The share of pieces that `encode_in_bits` cuts.
_SPLIT = 0.12
# The modality of rows that are sums of word embeddings.
WORDS = "words"
SENSE_ORDER = ("image", "video", "audio", "imu")

# Renders `<s>` + blocks, adding no newlines; llama.cpp and transformers both read this template.
CHAT_TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] "
    "+ '<|end|>' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)


# What the manifest says of questions; `as_asked` does it here, the runtime there. In small letters a word is
# one word, first or shouted.
LOWERCASE = True


def as_asked(question: str) -> str:
    """The question as the LLM reads it."""
    return question.lower() if LOWERCASE else question


@dataclass(frozen=True)
class WordRows:
    """Rows as sums of word embeddings: row n of the token ids `rows[n]`.

    An encoder in doubt gives a row between two words: `others[n]` has `doubt` (0 to 0.5) of row n.
    """

    rows: tuple[list[int], ...]
    others: tuple[list[int], ...] = ()
    doubt: float = 0.0


@dataclass(frozen=True)
class SoftSlot:
    """Rows `[start, start + count)` of a sequence belong to encoder output `source` of `modality`.

    Modality `words` is the stand-in of the LLM's own stage: its `source` is a `WordRows`.
    """

    start: int
    count: int
    modality: str
    source: object


@dataclass(frozen=True)
class Answer:
    """Tokens `[start, end)` of a sequence answer a question of `kind` (`training.kinds.KINDS`)."""

    start: int
    end: int
    kind: str


@dataclass
class Sequence:
    """Token ids with per-token loss weights; soft rows carry id 0 and weight 0."""

    ids: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    slots: list[SoftSlot] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def add(self, ids: list[int], weight: float) -> None:
        """Append tokens, all of one loss weight."""
        self.ids += ids
        self.weights += [weight] * len(ids)

    def add_words(self, words: WordRows) -> None:
        """Append one place for each row of `words`."""
        self.add_rows(len(words.rows), WORDS, words)

    def add_rows(self, count: int, modality: str, source: object) -> None:
        """Append `count` places for soft tokens."""
        self.slots.append(SoftSlot(len(self.ids), count, modality, source))
        self.add([0] * count, 0.0)


class ChatTokenizer:
    """SentencePiece with the control tokens of the chat format by name."""

    def __init__(self, model: Path) -> None:
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(model))
        self.bos: int = self._pieces.bos_id()
        self.system, self.user, self.assistant, self.end, self.think, self.thought = (
            self._pieces.piece_to_id(piece) for piece in (SYSTEM, USER, ASSISTANT, END, THINK, THOUGHT)
        )

    def __len__(self) -> int:
        return int(self._pieces.get_piece_size())

    @property
    def thinks(self) -> bool:
        """Whether the vocabulary has the marks around thoughts; bundles of before 2026-12 have none."""
        return self._pieces.unk_id() not in (self.think, self.thought)

    def encode(self, text: str) -> list[int]:
        """Token ids of plain text; control tokens never come out of it."""
        return list(self._pieces.encode(text))

    def encode_in_bits(self, text: str, rng: random.Random) -> list[int]:
        """Token ids of the same text, some pieces in two: how words look that it was not trained on.

        As BPE-dropout (Provilkov et al., 2020), but by the caller's `rng`.
        """
        ids: list[int] = []
        for token in self.encode(text):
            ids += self._halves(token, rng) if rng.random() < _SPLIT else [token]
        return ids

    def _halves(self, token: int, rng: random.Random) -> list[int]:
        piece = self._pieces.id_to_piece(token)
        unknown = self._pieces.unk_id()
        cuts = list(range(1, len(piece)))
        rng.shuffle(cuts)
        for cut in cuts:
            halves = [self._pieces.piece_to_id(half) for half in (piece[:cut], piece[cut:])]
            if unknown not in halves:
                return halves
        return [token]

    def encode_with_spans(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Token ids and the characters [begin, end) each stands for."""
        pieces = self._pieces.encode(text, return_type="proto").pieces
        return [piece.id for piece in pieces], [(piece.begin, piece.end) for piece in pieces]

    def decode(self, ids: list[int]) -> str:
        """Text of token ids, control tokens left out."""
        return str(self._pieces.decode(ids))
