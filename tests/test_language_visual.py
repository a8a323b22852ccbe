"""Questions, answers and captions about pictures, photographs and videos are right by construction."""

import random
import re
from collections import Counter

import pytest

from anymal.training.facts import Item, PictureFacts, Senses, VideoFacts
from anymal.training.language import captions_visual
from anymal.training.language.asking import Asking
from anymal.training.language.phrasing import count_variants
from anymal.training.language.pictures import asks as picture_asks
from anymal.training.language.pictures import asks_alike as picture_asks_alike
from anymal.training.language.pictures import asks_colour as picture_asks_colour
from anymal.training.language.pictures import asks_compare as picture_asks_compare
from anymal.training.language.pictures import asks_count as picture_asks_count
from anymal.training.language.pictures import asks_describe as picture_asks_describe
from anymal.training.language.pictures import asks_digit as picture_asks_digit
from anymal.training.language.pictures import asks_either as picture_asks_either
from anymal.training.language.pictures import asks_general as picture_asks_general
from anymal.training.language.pictures import asks_limits as picture_asks_limits
from anymal.training.language.pictures import asks_list as picture_asks_list
from anymal.training.language.pictures import asks_more as picture_asks_more
from anymal.training.language.pictures import asks_place as picture_asks_place
from anymal.training.language.pictures import asks_scene as picture_asks_scene
from anymal.training.language.pictures import asks_shape as picture_asks_shape
from anymal.training.language.pictures import asks_side as picture_asks_side
from anymal.training.language.pictures import asks_situation as picture_asks_situation
from anymal.training.language.pictures import asks_size as picture_asks_size
from anymal.training.language.pictures import asks_spot as picture_asks_spot
from anymal.training.language.pictures import asks_subject as picture_asks_subject
from anymal.training.language.pictures import asks_there as picture_asks_there
from anymal.training.language.pictures import asks_things as picture_asks_things
from anymal.training.language.pictures import asks_whole as picture_asks_whole
from anymal.training.language.pictures import asks_yesno as picture_asks_yesno
from anymal.training.language.pictures import photo_asks, photo_asks_things, photo_questions
from anymal.training.language.pictures import questions as picture_questions
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.videos import asks as video_asks
from anymal.training.language.videos import asks_more as video_asks_more
from anymal.training.language.videos import asks_path as video_asks_path
from anymal.training.language.videos import asks_yesno as video_asks_yesno
from anymal.training.language.videos import questions as video_questions

KINDS: dict[str, TurnMaker] = {**picture_questions.KINDS, **photo_questions.KINDS, **video_questions.KINDS}
ASKS = (
    photo_asks,
    photo_asks_things,
    picture_asks,
    picture_asks_alike,
    picture_asks_colour,
    picture_asks_compare,
    picture_asks_count,
    picture_asks_describe,
    picture_asks_digit,
    picture_asks_either,
    picture_asks_general,
    picture_asks_limits,
    picture_asks_list,
    picture_asks_more,
    picture_asks_place,
    picture_asks_scene,
    picture_asks_shape,
    picture_asks_side,
    picture_asks_situation,
    picture_asks_size,
    picture_asks_spot,
    picture_asks_subject,
    picture_asks_there,
    picture_asks_things,
    picture_asks_whole,
    picture_asks_yesno,
    video_asks,
    video_asks_more,
    video_asks_path,
    video_asks_yesno,
)


def random_senses(kind: str, rng: random.Random) -> Senses:
    if kind.startswith("video/"):
        return Senses(video=random_video_facts(rng))
    if kind == "picture/two_images":
        first = random_picture_facts(rng)
        return Senses(images=(first, first if rng.random() < 0.3 else random_picture_facts(rng)))
    return Senses(images=(random_picture_facts(rng, "photo" if kind.startswith("photo/") else None),))


def turns(kind: str, tries: int = 1500, seed: int = 5) -> list[Turn]:
    rng = random.Random(f"{kind} {seed}")
    made = (KINDS[kind](random_senses(kind, rng), rng) for _ in range(tries))
    return [turn for turn in made if turn is not None]


def holds(answer: str, reference: str) -> bool:
    return re.search(rf"\b{re.escape(reference)}\b", answer.lower()) is not None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_turns_are_well_formed(kind: str) -> None:
    made = turns(kind)
    assert len(made) >= 40
    for turn in made:
        for text in (turn.question, turn.answer):
            assert not re.search(r"[{}\[\]<>|]|  | [.,]", text), turn
            assert text == text.strip() and text, turn
            assert not re.search(r"\ba [aei]|\ban [^aeiou8]|\ban one\b", text.lower()), turn
        assert not re.search(r"[{}\[\]<>|]|  | [.,;:]|\s$", turn.thoughts), turn
        assert turn.thoughts[:1] in ("", " "), turn
        assert turn.answer.endswith("."), turn
        assert turn.answer[0].isupper() or turn.answer[0].isdigit(), turn
        assert len(turn.answer.split()) <= 30, turn
        assert any(holds(turn.answer, reference) for reference in turn.references), turn


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_yes_and_no_are_balanced(kind: str) -> None:
    answers: dict[str, Counter[str]] = {}
    for turn in turns(kind, tries=4_000):
        if turn.references in (("yes",), ("no",)):
            answers.setdefault(turn.kind, Counter())[turn.references[0]] += 1
            assert not (turn.references == ("yes",) and holds(turn.answer, "no")), turn
    for name, counted in answers.items():
        if counted.total() >= 600:
            assert 0.45 <= counted["yes"] / counted.total() <= 0.55, (name, counted)


@pytest.mark.parametrize(
    "kind", ["picture/position", "picture/digit", "picture/count", "picture/background", "video/direction"]
)
def test_a_question_does_not_hold_its_answer(kind: str) -> None:
    made = turns(kind)
    telling = [turn for turn in made if any(holds(turn.question, r) for r in turn.references if len(r) > 2)]
    assert len(telling) <= 0.12 * len(made), telling[:5]


@pytest.mark.parametrize(
    "kind",
    ["picture/biggest", "picture/compare_sizes", "picture/compare_counts", "picture/most", "video/where"],
)
def test_what_an_answer_looks_at_first_is_not_yet_its_verdict(kind: str) -> None:
    for turn in turns(kind):
        looked, _, verdict = turn.answer.partition(", so ")
        assert verdict or turn.thoughts, turn
        looked = looked if verdict else turn.thoughts
        assert not any(holds(looked, reference) for reference in turn.references), turn


@pytest.mark.parametrize(
    "kind",
    [
        "picture/most",
        "picture/all_so",
        "picture/biggest",
        "picture/compare_counts",
        "picture/compare_sizes",
        "picture/is_bigger",
        "picture/next_to",
        "picture/odd_one",
        "picture/same_among",
        "picture/relation",
        "picture/count_that",
        "picture/count_some",
    ],
)
def test_what_needs_several_looks_is_always_thought_about(kind: str) -> None:
    assert all(turn.thoughts.startswith(" ") for turn in turns(kind))


def test_one_word_that_needs_a_look_is_thought_about() -> None:
    brief = [turn for turn in turns("picture/is_relation") if turn.answer in ("Yes.", "No.")]
    assert brief and all(" column" in turn.thoughts or " row" in turn.thoughts for turn in brief)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_same_seed_makes_the_same_turns(kind: str) -> None:
    assert turns(kind, tries=100) == turns(kind, tries=100)


def test_thousands_of_questions_for_each_group() -> None:
    for module in ASKS:
        for name in module.__all__:
            group = getattr(module, name)
            if isinstance(group, Asking):
                assert group.variants >= 1000, (module.__name__, name, group.variants)
    assert count_variants("[a|b] [c|d|e]") == 6


def test_questions_seldom_repeat() -> None:
    for kind in (
        "picture/colour",
        "picture/count_some",
        "picture/position",
        "picture/is_there",
        "video/does_it",
    ):
        asked = [turn.question for turn in turns(kind)]
        assert len(set(asked)) >= 0.95 * len(asked), kind


def test_a_photograph_is_never_given_an_object() -> None:
    for kind in photo_questions.KINDS:
        for turn in turns(kind, tries=1000):
            words = set(re.findall(r"[a-z]+", turn.answer.lower()))
            assert not words & {"dog", "cat", "person", "car", "circle", "square", "tree", "house", "boat"}, (
                turn
            )


def test_dense_caption_lists_items_in_reading_order() -> None:
    facts = PictureFacts(
        "shapes",
        background="white",
        items=(
            Item("square", "blue", "small", "right", "middle"),
            Item("circle", "red", "large", "left", "top"),
        ),
        sharp=False,
    )
    assert captions_visual.dense_caption(facts) == (
        "drawing, white background, 2 items: "
        "large red circle top left; small blue square middle right; bright, blurred"
    )


def test_every_picture_has_a_free_caption() -> None:
    rng = random.Random(3)
    for _ in range(2000):
        caption = captions_visual.free_caption(random_picture_facts(rng), rng)
        assert caption[0].isupper() and caption.endswith("."), caption
        assert not re.search(r"[{}\[\]<>|]|  | [.,]|there is (two|three)", caption), caption


def test_video_captions_follow_the_movement() -> None:
    star = Item("star", "red", "small", "left", "top")
    frames = captions_visual.video_captions(VideoFacts(star, "left to right", "blue"))
    cells = [re.search(r"red star (.*?);", frame) for frame in frames]
    assert [found and found.group(1) for found in cells] == [
        "top left",
        "top middle",
        "top middle",
        "top right",
    ]
    gone = captions_visual.video_captions(VideoFacts(star, "disappears", "blue"))
    assert ["star" in frame for frame in gone] == [True, True, False, False]
    grown = captions_visual.video_captions(VideoFacts(star, "grows", "blue"))
    assert ["small" in frame for frame in grown] == [True, True, False, False]


@pytest.mark.parametrize("kind", ["picture/is_bigger", "picture/compare_sizes"])
def test_thoughts_name_two_in_the_order_of_the_question(kind: str) -> None:
    # "Compared to the ring, is the star bigger?" turns them round, and few questions do.
    found = []
    for turn in turns(kind):
        names = turn.thoughts.partition("? ")[2].partition(":")[0].split(", ")
        at = [turn.question.lower().find(name.split()[-2 if " " in name else -1]) for name in names]
        found += [at[0] <= at[1]] if -1 not in at else []
    assert len(found) > 30 and sum(found) > 0.9 * len(found)
