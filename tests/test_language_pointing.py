"""Things that questions point at: the words name that one, and no other."""

import random
import re

import pytest

from anymal.training.facts import Item, PictureFacts, Senses, VideoFacts
from anymal.training.language.asking import ONE
from anymal.training.language.pictures import pointing, questions_pointed
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.language.turn import Turn
from anymal.training.language.videos import asks_yesno, questions_mover
from anymal.training.language.videos import questions as videos
from anymal.training.language.visual_words import cell

SMALL = r"\b(small|little|tiny|wee|mini|teeny|smallest|tiniest)\b"
LARGE = r"\b(large|big|huge|giant|enormous|massive|largest|biggest)\b"
CHANGES = ("grows", "shrinks", "appears", "disappears")
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


def pictures(seed: str, count: int = 4000) -> list[PictureFacts]:
    rng = random.Random(seed)
    return [random_picture_facts(rng, "shapes") for _ in range(count)]


@pytest.mark.parametrize("hide_colour", [True, False])
def test_words_for_one_thing_fit_it_alone(hide_colour: bool) -> None:
    rng, sides = random.Random(4), 0
    for facts in pictures("one thing"):
        found = pointing.one_item(facts, rng, hide_colour)
        assert found is not None
        said, item, answered = found
        for words, size in ((SMALL, "small"), (LARGE, "large")):
            if re.search(words, said):
                assert item.size == size, (said, facts)
        if line := re.search(r"one (?:on the (left|right)|in the (top|bottom) row)", answered):
            side = line[1] or line[2]
            assert re.search(rf"\b{side}\b", said) and OPPOSITE[side] not in said, (said, answered)
            assert [side in (one.column, one.row) for one in facts.items].count(True) == 1
            sides += 1
        fitting = [one for one in facts.items if fits(one, answered, said)]
        assert fitting == [item], (said, answered, facts)
    assert sides > 50


def fits(item: Item, answered: str, said: str) -> bool:
    """Whether an answer's name is true of this item; `it` and `this` are said where there is only one."""
    where = answered.removeprefix("one ")
    if where.startswith(("at the ", "in the middle", "in the ", "on the ")) and where != answered:
        if where.endswith(" row"):
            return item.row == where.split()[-2]
        return (
            item.column == where.split()[-1]
            if where.startswith("on ")
            else cell(item) == where.split("the ")[1]
        )
    size = {"biggest": "large", "smallest": "small"}
    words = {size.get(word, word) for word in answered.split()} - {"one"}
    return words <= {item.size, item.colour, item.shape}


def test_a_line_is_said_by_its_own_side() -> None:
    rng = random.Random(6)
    for side, line in (("left", "column"), ("right", "column"), ("top", "row"), ("bottom", "row")):
        for _ in range(200):
            asked, answered = pointing.line_said(side, line, rng)
            for words in (asked, answered):
                assert re.search(rf"\b{side}\b", words) and OPPOSITE[side] not in words
    for line in ("row", "column"):
        assert all(words.endswith(line) for words in pointing.line_said("middle", line, rng))


def test_a_square_is_never_denied_to_be_a_diamond() -> None:
    rng = random.Random(8)
    for facts in pictures("alike"):
        turn = questions_pointed.is_shape(facts, ONE, rng)
        if turn is not None and turn.references == ("no",):
            told = f"{turn.answer}{turn.thoughts}".lower()
            ((asked, seen),) = re.findall(r"an? (\w+)\?.* is an? (\w+)", told)
            assert {asked, seen} not in ({"circle", "ring"}, {"square", "diamond"}), turn


def made(kind: str, seed: int, tries: int = 4000) -> list[tuple[VideoFacts, Turn]]:
    rng, turns = random.Random(seed), list[tuple[VideoFacts, Turn]]()
    for _ in range(tries):
        facts = random_video_facts(rng)
        turn = videos.KINDS[kind](Senses(video=facts), rng)
        if turn is not None:
            turns.append((facts, turn))
    return turns


def test_of_two_shapes_both_are_named_and_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions_mover, "ask", lambda *_, a, b, verb, **slots: f"{a}, {b}, {verb}")
    monkeypatch.setattr(questions_mover, "shape_said", lambda shape, *_: shape)
    monkeypatch.setattr(asks_yesno, "VERBS", {movement: (movement,) for movement in asks_yesno.VERBS})
    seen = set()
    for facts, turn in made("video/which_of_two", 9):
        a, b, verb = turn.question.split(", ")
        assert facts.other is not None
        assert {a, b} == {f"the {facts.item.shape}", f"the {facts.other.shape}"}
        assert turn.references == (facts.item.shape,)
        assert verb == facts.movement or (verb in ("move", "go somewhere") and " to " in facts.movement)
        seen.add(facts.movement)
    assert len(seen) == 8


def test_moving_at_all_is_asked_of_what_moves_and_of_what_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anymal.training.language.visual_turns.ask", lambda *_, verb, **slots: verb)
    monkeypatch.setattr(asks_yesno, "VERBS", {movement: (movement,) for movement in asks_yesno.VERBS})
    monkeypatch.setattr(asks_yesno, "VERBS_ING", asks_yesno.VERBS)
    verdicts = {("yes",): 0, ("no",): 0}
    for facts, turn in made("video/does_it", 10, 12_000):
        at_all = turn.question not in asks_yesno.VERBS
        assert (turn.thoughts or turn.answer).lower().lstrip().startswith("moves? ") == at_all, turn
        if at_all:
            assert (turn.references == ("yes",)) == (" to " in facts.movement), turn
            assert " to " in facts.movement or facts.movement == "stays still", turn
            verdicts[turn.references] += 1
        else:
            assert (turn.references == ("yes",)) == (turn.question == facts.movement), turn
    assert 0.75 < verdicts["yes",] / verdicts["no",] < 1.33, verdicts


def test_a_direction_in_one_word_names_no_side() -> None:
    short = 0
    for facts, turn in made("video/direction", 11, 8000):
        if len(turn.answer.split()) == 1:
            short += 1
            assert facts.movement not in ("left to right", "right to left", "stays still"), turn
            assert any(re.search(rf"\b{word}\b", turn.answer.lower()) for word in turn.references), turn
    assert short > 100


def test_what_rests_where_something_grows_is_not_called_unmoving(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0
    monkeypatch.setattr("anymal.training.language.visual_turns.ask", lambda *_, it, **slots: it)
    for facts, turn in made("video/look", 12):
        if (
            facts.movement in ("grows", "shrinks", "appears", "disappears")
            and "what rests" in turn.answer.lower()
        ):
            seen += 1
            assert not re.search(r"rest|still|move|stays(?! as)", turn.question), turn
    assert seen > 50
