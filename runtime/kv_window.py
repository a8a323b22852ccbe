"""The plan for a KV cache: which positions to keep, drop and decode when the wanted context changes.

Pure arithmetic over parts with identities and lengths; refuses to know llama.cpp, rows and
time. A part of text is known by its tokens and may be kept in half; a part of rows is known by
the key of its content and is kept whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Decode", "Part", "Plan", "Policy", "plan_window", "total_length"]

Policy = Literal["exact", "sliding"]


@dataclass(frozen=True)
class Part:
    """`length` positions in a row: `tokens` when they are text, else embedding rows named by `key`."""

    key: str
    length: int
    tokens: tuple[int, ...] | None = None

    @staticmethod
    def of_text(tokens: Sequence[int]) -> "Part":
        """Return a part of text."""
        return Part("", len(tokens), tuple(tokens))

    @staticmethod
    def of_rows(key: str, length: int) -> "Part":
        """Return a part of rows; equal keys mean equal rows."""
        return Part(key, length)


@dataclass(frozen=True)
class Decode:
    """Positions [start, stop) of part number `part` of the wanted context."""

    part: int
    start: int
    stop: int


@dataclass(frozen=True)
class Plan:
    """Keep `keep` positions; drop `drop` after them and shift the next `shifted` down; cut the rest; decode.

    With `drop` = 0 the plan is exact: the cache ends as a fresh prefill would leave it.
    """

    keep: int
    drop: int
    shifted: int
    decode: tuple[Decode, ...]

    @property
    def reused(self) -> int:
        """Positions that are not decoded again."""
        return self.keep + self.shifted

    @property
    def decoded(self) -> int:
        """Positions to decode."""
        return sum(step.stop - step.start for step in self.decode)


def plan_window(resident: Sequence[Part], wanted: Sequence[Part], policy: Policy = "exact") -> Plan:
    """Return how to get from `resident` to `wanted` with the least decoding the policy allows.

    `exact` keeps the longest common prefix. `sliding` also keeps the run of resident parts that
    follow a dropped span and continue the wanted context: their keys and values were computed
    with the dropped span in view, so the result is approximate.
    """
    same, keep = _common(resident, wanted)
    if policy == "sliding" and same < min(len(resident), len(wanted)):
        inside = keep - total_length(wanted[:same])
        skipped, run = _slide(resident[same:], wanted[same:])
        # A part kept in half cannot be followed by a shifted one: the half belongs to another part.
        if run and not inside:
            drop = total_length(resident[same : same + skipped])
            shifted = total_length(wanted[same : same + run])
            return Plan(keep, drop, shifted, _decode(wanted, keep + shifted))
    return Plan(keep, 0, 0, _decode(wanted, keep))


def total_length(parts: Sequence[Part]) -> int:
    """Return how many positions `parts` take."""
    return sum(part.length for part in parts)


def _common(resident: Sequence[Part], wanted: Sequence[Part]) -> tuple[int, int]:
    """Return how many whole parts agree from the start, and how many positions."""
    positions = 0
    for number, (have, want) in enumerate(zip(resident, wanted, strict=False)):
        if have != want:
            return number, positions + _common_tokens(have.tokens, want.tokens)
        positions += have.length
    return min(len(resident), len(wanted)), positions


def _common_tokens(have: tuple[int, ...] | None, want: tuple[int, ...] | None) -> int:
    if have is None or want is None:
        return 0
    for number, (one, other) in enumerate(zip(have, want, strict=False)):
        if one != other:
            return number
    return min(len(have), len(want))


def _slide(resident: Sequence[Part], wanted: Sequence[Part]) -> tuple[int, int]:
    """Return (parts to skip, parts that then agree) with the most positions saved."""
    best = (0, 0)
    saved = 0
    for skipped in range(1, len(resident)):
        run = 0
        while skipped + run < len(resident) and run < len(wanted) and resident[skipped + run] == wanted[run]:
            run += 1
        if (positions := total_length(wanted[:run])) > saved:
            best, saved = (skipped, run), positions
    return best


def _decode(wanted: Sequence[Part], reused: int) -> tuple[Decode, ...]:
    """Everything of `wanted` from position `reused` on."""
    steps: list[Decode] = []
    begin = 0
    for number, part in enumerate(wanted):
        start = max(0, reused - begin)
        if start < part.length:
            steps.append(Decode(number, start, part.length))
        begin += part.length
    return tuple(steps)
