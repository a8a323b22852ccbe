"""What is thought before an answer: every item once, in reading order, and numbers that count up."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from anymal.training.facts import COLUMNS, ROWS, Item
from anymal.training.language.pictures import scans
from anymal.training.language.random_visual import random_picture_facts
from anymal.training.language.visual_words import NUMBERS, cell, item_said, reading_order

SEEDS = st.integers(0, 2**32)


def shapes(seed: int) -> tuple[Item, ...]:
    return random_picture_facts(random.Random(seed), "shapes").items


def number_of(step: str) -> int | None:
    last = step.split()[-1]
    return NUMBERS.index(last) if last in NUMBERS else None


@given(SEEDS)
def test_everything_is_gone_over_once_in_reading_order(seed: int) -> None:
    items = shapes(seed)
    for thought in (scans.count(items, "star"), scans.tally(items, ("star", "ring"))):
        found = thought.partition(": ")[2].partition(";")[0].split(", ")
        for step, item in zip(found, reading_order(items), strict=True):
            assert step.startswith(f"{cell(item)} {item.shape}")


@given(SEEDS)
def test_what_is_asked_for_is_numbered_and_nothing_else(seed: int) -> None:
    items = shapes(seed)
    item = random.Random(seed).choice(items)
    for word in (item.shape, item.colour, item.size, f"{item.colour} {item.shape}"):
        named = scans.trait_of(word)
        asked, _, rest = scans.count(items, word).partition(": ")
        assert asked == word
        steps, _, end = rest.partition("; ")
        numbers = [number for step in steps.split(", ") if (number := number_of(step)) is not None]
        total = sum(named(other) == word for other in items)
        assert numbers == list(range(1, total + 1)) and end == NUMBERS[total]
        asked, _, rest = scans.count_others(items, word).partition(": ")
        assert asked == f"not {word}"
        steps, _, end = rest.partition("; ")
        numbers = [number for step in steps.split(", ") if (number := number_of(step)) is not None]
        assert numbers == list(range(1, len(items) - total + 1)) and end == NUMBERS[len(items) - total]


@given(SEEDS)
def test_numbers_of_several_differ_by_one_from_step_to_step(seed: int) -> None:
    items = shapes(seed)
    names = tuple(dict.fromkeys(item.colour for item in reading_order(items)))
    asked, _, rest = scans.tally(items, names).partition(": ")
    assert tuple(asked.split(", ")) == names
    steps, _, end = rest.partition("; ")
    before = [0] * len(names)
    for step, item in zip(steps.split(", "), reading_order(items), strict=True):
        before[names.index(item.colour)] += 1
        assert [NUMBERS.index(word) for word in step.split()[-len(names) :]] == before
    counts = Counter(item.colour for item in items)
    assert end == ", ".join(f"{name} {NUMBERS[counts[name]]}" for name in names)


def test_a_name_that_nothing_has_stays_at_zero() -> None:
    items = (Item("star", "red", "small", "left", "top"),)
    assert scans.tally(items, ("ring", "star")) == "ring, star: top left star zero one; ring zero, star one"
    assert scans.count(items, "ring") == "ring: top left star; zero"


@given(SEEDS, st.sampled_from(("above", "below", "left of", "right of")))
def test_every_other_item_lies_on_a_side_or_does_not(seed: int, side: str) -> None:
    items = shapes(seed)
    item = items[0]
    lines, line = (COLUMNS, "column") if " of" in side else (ROWS, "row")
    sign = -1 if side in ("above", "left of") else 1
    told, _, steps = scans.sides(item, items, side).partition(": ")
    assert told.startswith(f"{side} {getattr(item, line)} is ")
    others = [other for other in reading_order(items) if other is not item]
    for step, other in zip(steps.split(", ") if others else [], others, strict=True):
        apart = lines.index(getattr(other, line)) - lines.index(getattr(item, line))
        found = f"yes {item_said(other, size=False)}" if apart * sign > 0 else "no"
        assert step == f"{cell(other)} {found}"


@given(SEEDS)
def test_only_those_that_are_compared_are_measured(seed: int) -> None:
    items = shapes(seed)
    if len(items) < 2:
        return
    those = random.Random(seed).sample(items, 2)
    asked, _, steps = scans.measure(items, those, ("one", "other")).partition(": ")
    assert asked == "one, other"
    for step, item in zip(steps.split(", "), reading_order(items), strict=True):
        size = f" {item.size}" if any(item is one for one in those) else ""
        assert step == f"{cell(item)} {item_said(item, size=False)}{size}"


@given(SEEDS, st.sampled_from(("small", "large")))
def test_all_sizes_are_said_and_what_has_the_wanted_one_is_named(seed: int, size: str) -> None:
    items = shapes(seed)
    for step, item in zip(scans.measure_all(items, size).split(", "), reading_order(items), strict=True):
        assert step == f"{cell(item)} {item_said(item) if item.size == size else item.size}"


@given(SEEDS, st.sampled_from(("colour", "size")))
def test_only_those_of_the_shape_have_their_trait_told(seed: int, trait: str) -> None:
    items = shapes(seed)
    looked, _, verdict = scans.traits(items, items[0].shape, trait).partition("; ")
    asked, _, steps = looked.partition(": ")
    assert asked == items[0].shape
    values = {getattr(item, trait) for item in items if item.shape == asked}
    assert verdict == ("same" if len(values) == 1 else "different")
    for step, item in zip(steps.split(", "), reading_order(items), strict=True):
        told = f" {getattr(item, trait)}" if item.shape == asked else ""
        assert step == f"{cell(item)} {item.shape}{told}"
