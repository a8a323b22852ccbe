"""Exercises in looking things up, made of random tokens: they teach attention, not English.

Rows of two to four random tokens stand where soft tokens will be (or are written out), then come
many short queries: which token stands beside this one, is there a row with both, how often does it
occur. The answer can only be found by matching content, and every query costs four tokens, so the
language model learns to match and to look up long before dialogues alone would teach it. Knows
token ids; refuses to know facts and words.
"""

import random
from collections.abc import Iterator

from anymal.training.chat_format import ChatTokenizer, Sequence

__all__ = ["exercises"]

SLOTS = 4
ROWS = (2, 10)
QUERIES = (12, 28)
FIRST_PLAIN_ID = 300  # after control and byte tokens
WRITTEN = 0.35
REPEATED = 0.15


def exercises(tokenizer: ChatTokenizer, rng: random.Random) -> Iterator[Sequence]:
    """Endless exercises; a token's slot is its id modulo `SLOTS`."""
    yes, no = tokenizer.encode("Yes.")[0], tokenizer.encode("No.")[0]
    counts = [tokenizer.encode(word)[0] for word in ("Zero", "One", "Two", "Three", "Four", "Five", "Six")]
    marks = tokenizer.encode("? : # - +")
    plain = [n for n in range(FIRST_PLAIN_ID, len(tokenizer)) if n not in (yes, no, *counts, *marks)]
    slots = [[n for n in plain if n % SLOTS == slot] for slot in range(SLOTS)]
    asks = [tokenizer.encode(sign)[0] for sign in "abcd"]
    while True:
        yield (
            _repeated(plain, tokenizer, rng)
            if rng.random() < REPEATED
            else _Exercise(slots, asks, (yes, no), counts, rng).sequence(tokenizer)
        )


def _repeated(plain: list[int], tokenizer: ChatTokenizer, rng: random.Random) -> Sequence:
    """A random run of tokens said twice: the second time can be copied."""
    run = rng.choices(plain, k=rng.randint(10, 50))
    sequence = Sequence()
    sequence.add([tokenizer.bos, tokenizer.system, *run, tokenizer.end], 0.0)
    sequence.add(run, 1.0)
    return sequence


class _Exercise:
    """A few rows and what can be asked about them."""

    def __init__(
        self,
        slots: list[list[int]],
        asks: list[int],
        verdicts: tuple[int, int],
        counts: list[int],
        rng: random.Random,
    ) -> None:
        self._rng = rng
        self._asks = asks
        self._verdicts = verdicts
        self._counts = counts
        # Few values per slot: they repeat among the rows, as colours and shapes do.
        self._values = [rng.sample(slot, rng.randint(3, 9)) for slot in slots]
        width = rng.randint(2, SLOTS)
        used = rng.sample(range(SLOTS), width)
        self._rows = [
            {slot: rng.choice(self._values[slot]) for slot in used} for _ in range(rng.randint(*ROWS))
        ]
        self._used = used

    def sequence(self, tokenizer: ChatTokenizer) -> Sequence:
        """Return rows, then queries with their answers."""
        rng, sequence = self._rng, Sequence()
        sequence.add([tokenizer.bos, tokenizer.system], 0.0)
        rows = [rng.sample(list(row.values()), len(row)) for row in self._rows]
        if rng.random() < WRITTEN:
            for row in rows:
                sequence.add([*row, self._asks[0]], 0.0)
        else:
            sequence.add_words(rows)
        sequence.add([tokenizer.end], 0.0)
        for _ in range(rng.randint(*QUERIES)):
            query, answer = rng.choice((self._beside, self._beside, self._exists, self._both, self._count))()
            sequence.add([tokenizer.user, *query, tokenizer.assistant], 0.0)
            sequence.add([answer], 1.0)
        return sequence

    def _beside(self) -> tuple[list[int], int]:
        """What stands in another slot of the row that holds this token: unique where it can be."""
        rng = self._rng
        known, wanted = rng.sample(self._used, 2)
        alone = [r for r in self._rows if sum(o[known] == r[known] for o in self._rows) == 1]
        if not alone:
            return self._exists()
        row = rng.choice(alone)
        return [row[known], self._asks[wanted]], row[wanted]

    def _exists(self) -> tuple[list[int], int]:
        slot = self._rng.choice(self._used)
        present = {row[slot] for row in self._rows}
        absent = [value for value in self._values[slot] if value not in present]
        value = self._rng.choice(absent if absent and self._rng.random() < 0.5 else sorted(present))
        return [value, self._verdicts[0]], self._verdicts[value not in present]

    def _both(self) -> tuple[list[int], int]:
        """Whether one row holds both; wrong pairs are of tokens that are there, if that can be."""
        one, other = self._rng.sample(self._used, 2)
        row = self._rng.choice(self._rows)
        first, second = row[one], row[other]
        if self._rng.random() < 0.5:
            second = self._rng.choice(self._rows)[other]
        there = any(r[one] == first and r[other] == second for r in self._rows)
        return [first, second, self._verdicts[0]], self._verdicts[not there]

    def _count(self) -> tuple[list[int], int]:
        slot = self._rng.choice(self._used)
        value = self._rng.choice(self._values[slot])
        count = min(sum(row[slot] == value for row in self._rows), len(self._counts) - 1)
        return [value, self._counts[1]], self._counts[count]
