"""Verdicts about pictures, worked out once more from the facts they are about."""

import random
import re
from collections import Counter

import pytest

from anymal.training.facts import Item, PictureFacts, Senses
from anymal.training.language.drills import drill_turns
from anymal.training.language.pictures import questions, questions_spot, questions_whole
from anymal.training.language.random_visual import random_picture_facts
from anymal.training.language.turn import Turn
from anymal.training.language.visual_words import NUMBERS, cell, item_said, plural

PLACES = {"top": 0, "middle": 1, "bottom": 2, "left": 0, "right": 2}


def made(kind: str, tries: int = 2500) -> list[tuple[PictureFacts, Turn]]:
    """Turns of `kind` and the pictures they are about."""
    rng, found = random.Random(f"truths {kind}"), list[tuple[PictureFacts, Turn]]()
    for _ in range(tries):
        facts = random_picture_facts(rng)
        if (turn := questions.KINDS[kind](Senses((facts,)), rng)) is not None:
            found.append((facts, turn))
    assert len(found) > 100
    return found


@pytest.mark.parametrize("not_all", [0.0, 1.0])
def test_all_are_so_only_where_each_one_is(not_all: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions_whole, "NOT_ALL", not_all)
    none_so = 0
    for facts, turn in made("picture/all_so"):
        name = turn.thoughts.split(":")[0].removeprefix(" not ")
        so = [name in (item.shape, item.colour, item.size) for item in facts.items]
        none_so += not any(so)
        assert (turn.references == ("yes",)) == (all(so) != bool(not_all)), turn
        if turn.answer not in ("Yes.", "No."):
            told = "All are" if all(so) else NUMBERS[so.count(False)].capitalize()
            assert turn.answer.startswith(f"{told} "), turn
    assert none_so


def test_those_of_one_shape_are_alike_only_where_they_are() -> None:
    for facts, turn in made("picture/same_among"):
        trait, shape = re.findall(r"same (colour|size)\? (\w+)", turn.thoughts)[0]
        values = {getattr(item, trait) for item in facts.items if item.shape == shape}
        assert (turn.references == ("yes",)) == (len(values) == 1), turn


def test_one_of_two_is_what_the_picture_has() -> None:
    for facts, turn in made("picture/either"):
        there = {item.shape for item in facts.items} | set(facts.things)
        if turn.answer.startswith("There is "):
            assert set(re.findall(r"\ban? (\w+)", turn.answer)) <= there, turn
            assert not set(re.findall(r"\bno (\w+)", turn.answer)) & there, turn
        elif facts.digit is not None:
            assert turn.answer == f"It is the digit {NUMBERS[facts.digit]}."
        elif found := re.fullmatch(r"The (\w+) one is an? (\w+)\.", turn.answer):
            assert [item.shape for item in facts.items if item.colour == found[1]] == [found[2]], turn
        else:
            name, colour = re.findall(r"The (.*) is (\w+)\.", turn.answer)[0]
            assert colour in {item.colour for item in facts.items if item.shape == name.split()[-1]}, turn


def test_a_side_follows_from_rows_and_columns() -> None:
    for _, turn in made("picture/side"):
        seen, verdict = turn.answer.removesuffix(".").split(", so ")
        if lines := re.findall(r"in the (\w+) (?:row|column)", seen):
            first, second = (PLACES[line] for line in lines)
            ways = ("above", "below") if seen.endswith(" row") else ("to the left of", "to the right of")
            assert verdict == ("neither" if first == second else f"it is {ways[first > second]} it"), turn
        else:
            cells = re.findall(r" at the ([a-z ]+?)(?= and the |$)|(in the middle)", seen)
            assert verdict == side_of(*cells), turn
            upright, across = re.findall(r": (\w+)", turn.thoughts)
            thought = [upright, "" if across == "same" else f"to the {across} of"]
            assert verdict == f"it is {' and '.join(w for w in thought if w not in ('', 'same'))} it", turn


def side_of(first: tuple[str, str], second: tuple[str, str]) -> str:
    """What two cells say of each other, the long way round."""
    (row, column), (other_row, other_column) = (
        ("middle middle" if middle else cell).split() for cell, middle in (first, second)
    )
    ways = []
    if row != other_row:
        ways.append("above" if PLACES[row] < PLACES[other_row] else "below")
    if column != other_column:
        ways.append(f"to the {'left' if PLACES[column] < PLACES[other_column] else 'right'} of")
    return f"it is {' and '.join(ways)} it"


def test_the_biggest_is_told_apart_from_all_others() -> None:
    for facts, turn in made("picture/biggest"):
        if turn.references == ("same size",):
            assert len({item.size for item in facts.items}) == 1, turn
            continue
        (named,) = turn.references
        alike = [item for item in facts.items if named.startswith(f"{item.colour} {item.shape}")]
        assert len(alike) == 1 or " at the " in named or " in the middle" in named, turn


def test_a_drill_about_sizes_says_what_has_them() -> None:
    rng = random.Random(8)
    for _ in range(400):
        facts = random_picture_facts(rng, "shapes")
        for turn in drill_turns(Senses((facts,)), 60, rng):
            if asked := re.fullmatch(r"Which is (small|large)\?", turn.question):
                found = [item.shape for item in facts.items if item.size == asked[1]]
                wanted = found[0] if len(found) == 1 else "several" if found else "nothing"
                assert turn.references == (wanted,), turn


def test_whether_there_are_that_many_follows_from_the_count() -> None:
    kinds = set()
    for facts, turn in made("picture/is_count"):
        asked, _, rest = turn.thoughts.partition("? ")
        name, counted, _ = rest.partition(":")
        if not counted:
            continue  # about all of them, whose number is seen at once
        kinds.add(len(name.split()) + (name in ("small", "large")))
        count = sum(
            set(name.split()) <= {item.shape, item.colour, item.size, f"{item.colour} {item.shape}"}
            for item in facts.items
        )
        *limit, number = asked.split()
        numbers = {word: index for index, word in enumerate(NUMBERS)}
        holds = {
            "more than": count > numbers[number],
            "fewer than": count < numbers[number],
            "at least": count >= numbers[number],
            "only": count == 1,
            "": count == numbers[number],
        }[" ".join(limit)]
        assert (turn.references == ("yes",)) == holds, turn
    assert kinds == {1, 2}


WHERE = "at the [a-z ]+?|on the left|on the right|in the (?:[a-z]+ )?(?:middle|row|column)"


def at(facts: PictureFacts, spot: str) -> list[Item]:
    """What lies in a cell, a row or a column by an answer's words, in reading order."""
    ordered = sorted(facts.items, key=lambda item: (PLACES[item.row], PLACES[item.column]))
    line, _, kind = spot.rpartition(" ")
    if kind in ("row", "column"):
        return [item for item in ordered if getattr(item, kind) == line.removeprefix("in the ")]
    if spot.startswith("on the "):
        return [item for item in ordered if item.column == kind]
    return [item for item in ordered if cell(item) == spot.split("the ")[1]]


def test_what_is_at_a_place_or_beside_one_is_what_the_picture_has() -> None:
    lines, verdicts = 0, Counter[tuple[int, str]]()
    for facts, turn in made("picture/anything_at", 8000):
        told = f"{turn.answer}{turn.thoughts}".lower()
        ((spot, what),) = re.findall(rf"({WHERE}) there (?:is|are) ([a-z ,]+?)(?:, so|$|\.)", told)
        there = {item_said(item, size=False): 0 for item in at(facts, spot)}
        for item in at(facts, spot):
            there[item_said(item, size=False)] += 1
        names = [
            name if n == 1 else f"{NUMBERS[n]} {name.rpartition(' ')[0]} {plural(name.split()[-1])}"
            for name, n in there.items()
        ]
        assert re.split(r", | and ", re.sub(r"\ban? ", "", what)) == (names or ["nothing"]), turn
        assert (turn.references == ("yes",)) == bool(there), turn
        if spot.startswith("on ") or spot.endswith((" row", " column")):
            lines += 1
            verdicts[len(facts.items) // 3, turn.references[0]] += bool(facts.items)
    assert lines > 500
    for crowd in (0, 1):  # up to two items, three to five
        assert 0.8 < verdicts[crowd, "yes"] / verdicts[crowd, "no"] < 1.25, verdicts
    beyond = right = wrong = 0
    for facts, turn in made("picture/next_to"):
        target, found = turn.thoughts.split(" it is ")[1].split(": ")
        beyond += target == "no cell"
        there = [item for item in facts.items if cell(item) == target]
        wanted = f"{there[0].colour} {there[0].shape}" if there else "nothing"
        assert turn.references == (wanted,) and found == wanted, turn
        right += bool(there)
        wrong += not there
    assert 0 < beyond < wrong and 0.5 < right / wrong < 3, (beyond, right, wrong)


def test_the_odd_one_out_alone_differs() -> None:
    for facts, turn in made("picture/odd_one", 6000):
        (name,) = turn.references
        (odd,) = [item for item in facts.items if item_said(item) == name]
        trait = turn.answer.split(": its ")[1].split()[0]
        values = [getattr(item, trait) for item in facts.items]
        assert values.count(getattr(odd, trait)) == 1 and len(set(values)) == 2, turn
        assert turn.thoughts.endswith(f"; {getattr(odd, trait)} {cell(odd)}"), turn


def test_what_all_have_in_common_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions_spot, "ask", lambda *_, trait: trait)
    several = 0
    for facts, turn in made("picture/common", 8000):
        trait = {"color": "colour", "form": "shape"}.get(turn.question, turn.question)
        for reference in turn.references:
            word = reference.removeprefix("all ")
            assert all(word in (item.colour, item.size, plural(item.shape)) for item in facts.items), turn
        word = turn.references[0].removeprefix("all ")
        assert word == (plural(facts.items[0].shape) if trait == "shape" else getattr(facts.items[0], trait))
        assert turn.answer == f"They are all {word}."
        several += len(turn.references) > 1
    assert several > 20


@pytest.mark.parametrize(("kind", "trait"), [("picture/is_shape", "shape"), ("picture/is_colour", "colour")])
def test_a_thing_that_is_pointed_at_is_what_the_answer_says(kind: str, trait: str) -> None:
    places = 0
    for facts, turn in made(kind):
        told = f"{turn.answer}{turn.thoughts}".lower()
        ((asked, name, seen),) = re.findall(r"(?:an? )?(\w+)\? the (.+) is (?:an? )?(\w+)", told)
        if found := re.fullmatch(rf"one ({WHERE})", name):
            (item,), places = at(facts, found[1]), places + 1
        else:
            size = {"biggest": "large", "smallest": "small"}
            words = {size.get(word, word) for word in name.split()} - {"one"}
            (item,) = [item for item in facts.items if words <= {item.size, item.colour, item.shape}]
        assert getattr(item, trait) == seen, turn
        assert (turn.references == ("yes",)) == (asked == seen), turn
    assert places > 50
