"""What is thought before an answer that needs several looks: one thing after the other, and what it adds.

A small model that lists only the stars must find, in one step, the next thing that is a star; one that goes
over everything in reading order looks once for each word it thinks: where the next thing is, what it is,
whether that is what was asked for, and how many there are by then. Knows how things are gone over; refuses
to know questions and what is said in the end. Every thought begins with a space: its words are then the
very tokens that soft rows hold.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from anymal.training.facts import COLUMNS, ROWS, SHAPES, SIZES, Item
from anymal.training.language.visual_words import NUMBERS, cell, item_said, reading_order

__all__ = ["TRAITS", "apart", "beyond", "both_ways", "count", "count_others", "measure", "measure_all", "odd_in", "odd_one", "sides", "tally", "trait_of", "traits"]

Naming = Callable[[Item], str]
TRAITS = ("colour", "shape", "size")


def trait_of(word: str) -> Naming:
    """How to name items so that `word` can be one of the names: by size, shape, colour, or the last two."""
    if word in SIZES:
        return lambda item: item.size
    if word in SHAPES:
        return lambda item: item.shape
    return (lambda item: item_said(item, size=False)) if " " in word else (lambda item: item.colour)


def count(items: Sequence[Item], name: str) -> str:
    """`star: top left star one, top right ring, middle star two; two`: a running number of those called so."""
    return f"{name}: {_numbered(items, trait_of(name), lambda said: said == name)}"


def count_others(items: Sequence[Item], name: str) -> str:
    """`not red: top left red, top right blue one, middle green two; two`: a running number of all else."""
    return f"not {name}: {_numbered(items, trait_of(name), lambda said: said != name)}"


def _numbered(items: Sequence[Item], named: Naming, counts: Callable[[str], bool]) -> str:
    steps, number = [], 0
    for item in reading_order(items):
        said = named(item)
        number += counts(said)
        steps.append(f"{cell(item)} {said}" + (f" {NUMBERS[number]}" if counts(said) else ""))
    return f"{', '.join(steps)}; {NUMBERS[number]}"


def tally(items: Sequence[Item], names: Sequence[str]) -> str:
    """`star, ring: top left star one zero, top right ring one one; star one, ring one`: how many of each.

    All numbers stand at every step, so that the next are those before but for one.
    """
    named, numbers = trait_of(names[0]), Counter[str]()
    steps = []
    for item in reading_order(items):
        said = named(item)
        numbers[said] += 1
        steps.append(f"{cell(item)} {said} {' '.join(NUMBERS[numbers[name]] for name in names)}")
    ends = ", ".join(f"{name} {NUMBERS[numbers[name]]}" for name in names)
    return f"{', '.join(names)}: {', '.join(steps)}; {ends}"


def beyond(item: Item, side: str) -> tuple[str, tuple[str, ...]]:
    """`("column", ("left", "middle"))`: which columns, or rows, are on that side of the item's own."""
    line, lines = ("column", COLUMNS) if side in ("left of", "right of") else ("row", ROWS)
    at = lines.index(getattr(item, line))
    return line, tuple(lines[:at] if side in ("left of", "above") else lines[at + 1 :])


def sides(item: Item, items: Sequence[Item], side: str) -> str:
    """`left of right is left, middle: top right no, bottom left yes black star`: which lie on that side.

    Which columns, or rows, are on that side of the item's own is said first, and each item's then looked up.
    """
    line, there = beyond(item, side)
    steps = []
    for other in reading_order(items):
        if other is not item:
            on_side = getattr(other, line) in there
            found = f"yes {item_said(other, size=False)}" if on_side else "no"
            steps.append(f"{cell(other)} {found}")
    return f"{side} {getattr(item, line)} is {', '.join(there) or 'nothing'}: {', '.join(steps)}"


def measure(items: Sequence[Item], those: Sequence[Item], names: Sequence[str]) -> str:
    """`star, ring: top left red star large, middle blue cross, bottom right red ring small`: how large those are.

    `names` are how the question's words are understood; where each lies and its size are then looked up once.
    """
    steps = []
    for item in reading_order(items):
        size = f" {item.size}" if any(item is one for one in those) else ""
        steps.append(f"{cell(item)} {item_said(item, size=False)}{size}")
    return f"{', '.join(names)}: {', '.join(steps)}"


def measure_all(items: Sequence[Item], size: str) -> str:
    """`top left large, middle small red ring, bottom left large`: all sizes, and what has the wanted one."""
    return ", ".join(
        f"{cell(item)} {item_said(item) if item.size == size else item.size}" for item in reading_order(items)
    )


def traits(items: Sequence[Item], shape: str, trait: str) -> str:
    """`star: top left star red, middle ring, bottom right star red; same`: what those of a shape are like."""
    steps = [
        f"{cell(item)} {item.shape}" + (f" {getattr(item, trait)}" if item.shape == shape else "")
        for item in reading_order(items)
    ]
    alike = len({getattr(item, trait) for item in items if item.shape == shape}) == 1
    return f"{shape}: {', '.join(steps)}; {'same' if alike else 'different'}"


def apart(item: Item, other: Item) -> tuple[str, str]:
    """`("above", "left")`: how `item` lies from `other`, "" where they are in one row or column."""
    down = ROWS.index(item.row) - ROWS.index(other.row)
    right = COLUMNS.index(item.column) - COLUMNS.index(other.column)
    upright = "above" if down < 0 else "below" if down else ""
    return upright, "left" if right < 0 else "right" if right else ""


def both_ways(item: Item, other: Item) -> str:
    """`rows top, bottom: above; columns left, left: same`: how `item` lies from `other`, either way by itself."""
    upright, across = apart(item, other)
    rows, columns = f"rows {item.row}, {other.row}", f"columns {item.column}, {other.column}"
    return f"{rows}: {upright or 'same'}; {columns}: {across or 'same'}"


def odd_in(items: Sequence[Item], trait: str) -> Item | None:
    """The item that alone differs in `trait`, where all others are alike in it."""
    values = [getattr(item, trait) for item in items]
    alone = [item for item, value in zip(items, values, strict=True) if values.count(value) == 1]
    return alone[0] if len(alone) == 1 and len(set(values)) == 2 else None


def odd_one(items: Sequence[Item]) -> str:
    """`colour: top left red, middle red; none; shape: top left star, middle ring; ring middle`: one trait at a time.

    Ends at the first trait in which one alone differs from all others.
    """
    told = []
    for trait in TRAITS:
        steps = ", ".join(f"{cell(item)} {getattr(item, trait)}" for item in reading_order(items))
        odd = odd_in(items, trait)
        told.append(f"{trait}: {steps}; {'none' if odd is None else f'{getattr(odd, trait)} {cell(odd)}'}")
        if odd is not None:
            break
    return "; ".join(told)
