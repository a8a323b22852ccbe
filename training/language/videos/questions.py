"""Questions about short videos: what moves, where to, what it looks like, and what stays.

Knows one mover and one resting thing; refuses to know single pictures and pixels.
"""

import random
import re
from functools import partial
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, Item, Senses, VideoFacts
from anymal.training.language.asking import VIDEO, VIDEO_NAMED, Place, ask, those, wants_one_word
from anymal.training.language.phrasing import pick, say, with_article
from anymal.training.language.pictures.asks_yesno import IS_THERE
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.videos import asks, asks_which
from anymal.training.language.videos import asks_yesno as yesno_asks
from anymal.training.language.videos import questions_mover as mover
from anymal.training.language.visual_turns import either, sentence, word_turn, yes_no
from anymal.training.language.visual_words import colour_said, item_said, shape_said

__all__ = ["KINDS"]

_TRAVELS: Final = ("left to right", "right to left", "top to bottom", "bottom to top")
# movement -> what the mover does, as answers say it (each holds a reference).
_DOES: Final = {
    "left to right": "moves from left to right",
    "right to left": "moves from right to left",
    "top to bottom": "moves down from top to bottom",
    "bottom to top": "moves up from bottom to top",
    "grows": "grows",
    "shrinks": "shrinks",
    "stays still": "stays still",
    "appears": "appears",
    "disappears": "disappears",
}
_REFERENCES: Final = {
    "left to right": ("left to right",),
    "right to left": ("right to left",),
    "top to bottom": ("top to bottom", "down"),
    "bottom to top": ("bottom to top", "up"),
    "grows": ("grows", "bigger"),
    "shrinks": ("shrinks", "smaller"),
    "stays still": ("stays still", "still", "does not move"),
    "appears": ("appears",),
    "disappears": ("disappears",),
}
# In one word; "left" alone would also fit "from left to right".
_SHORT: Final = {"top to bottom": "down", "bottom to top": "up"}
_CHANGES: Final = {m: m for m in ("grows", "shrinks", "appears", "disappears")}

_BACKGROUND_SAYS: Final = ("the background is {word}.",)


def _thing(item: Item, facts: VideoFacts, rng: random.Random) -> str:
    """Name an item in a question."""
    if facts.other is None and rng.random() < 0.25:
        return rng.choice(("the thing", "the shape", "the object", "it"))
    said = shape_said(item.shape, rng)
    if said == "round shape" and facts.other is not None:
        said = "circle"
    return f"the {item.colour} {said}" if rng.random() < 0.4 else f"the {said}"


def _describe(facts: VideoFacts, rng: random.Random, place: Place = VIDEO) -> Turn | None:
    a = with_article(item_said(facts.item, size=False))
    slots = {"a": a, "does": _DOES[facts.movement], "background": facts.background}
    patterns: tuple[str, ...] = (
        "{a} {does}.",
        "[I see|there is] {a} that {does}.",
        "{a} {does} on a {background} background.",
    )
    if facts.other is not None:
        slots["other"] = with_article(item_said(facts.other, size=False))
        patterns = (
            "{a} {does}. {^other} [does not move|stays where it is].",
            "{a} {does}.",
            "[I see|there is] {a} that {does}, and {other} at rest.",
        )
        if facts.movement == "stays still":
            patterns = ("{a} {does}, and so does {other}.", "{a} and {other} stay still.")
    answer = sentence(patterns, rng, **slots)
    references = _REFERENCES[facts.movement][:1] + (
        ("stay still",) if facts.movement == "stays still" else ()
    )
    return Turn(ask(asks.DESCRIBE, rng, place), answer, "video/describe", references)


def _what_moves(facts: VideoFacts, rng: random.Random) -> Turn | None:
    travels = facts.movement in _TRAVELS
    if not travels and facts.movement != "stays still":
        return None
    question = ask(asks.WHAT_MOVES, rng, VIDEO)
    if not travels:
        return Turn(question, "Nothing moves.", "video/what_moves", ("nothing",))
    return Turn(question, mover.mover_said(facts), "video/what_moves", (facts.item.shape,))


def _what_changes(facts: VideoFacts, rng: random.Random) -> Turn | None:
    verb = {"grows": "grow", "shrinks": "shrink", "appears": "appear", "disappears": "disappear"}.get(
        facts.movement
    )
    if verb is None:
        return None
    question = ask(asks.CHANGES[verb], rng, VIDEO)
    return Turn(question, mover.mover_said(facts), "video/what_changes", (facts.item.shape,))


def _direction(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Which way does it go? What does the circle do?"""
    it = _thing(facts.item, facts, rng)
    which_way = facts.movement in _TRAVELS and rng.random() < 0.7
    group = asks.DIRECTION if which_way else asks.WHAT_DOES
    if wants_one_word(rng) and (short := (_SHORT if which_way else _CHANGES).get(facts.movement)):
        question = ask(those(group, _one_way), rng, VIDEO, "word", it=it)
        return Turn(question, f"{short.capitalize()}.", "video/direction", _REFERENCES[facts.movement])
    answer = sentence(
        ("it {does}.", "the {shape} {does}."), rng, does=_DOES[facts.movement], shape=facts.item.shape
    )
    return Turn(ask(group, rng, VIDEO, it=it), answer, "video/direction", _REFERENCES[facts.movement])


def _one_way(pattern: str) -> bool:
    """Whether one word can answer: not where from and where to."""
    return re.search(r"\b(from|start|starting|end|ends|horizontal\w*)\b", pattern) is None


def _where(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Where does it come from, where does it end? The movement first, then the end that was asked for."""
    if facts.movement not in _TRAVELS:
        return None
    start, end = facts.movement.split(" to ")
    from_start = either(rng)
    side, verb = (start, "starts") if from_start else (end, "ends")
    at = "on the" if side in ("left", "right") else "at the"
    question = ask(asks.START if from_start else asks.END, rng, VIDEO, it=_thing(facts.item, facts, rng))
    answer = f"It {_DOES[facts.movement]}, so it {verb} {at} {side}."
    return Turn(question, answer, f"video/{verb.removesuffix('s')}", (f"{verb} {at} {side}",))


def _does_it(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Does the circle go up? Does it grow? Does it move?"""
    truth = either(rng)
    movement = facts.movement
    near = _TRAVELS if movement in _TRAVELS else tuple(m for m in _DOES if m not in _TRAVELS)
    wrong = [m for m in (near if rng.random() < 0.7 else _DOES) if m != movement]
    asked = movement if truth else rng.choice(wrong)
    doing = rng.random() < 0.4
    verb = pick((yesno_asks.VERBS_ING if doing else yesno_asks.VERBS)[asked], rng)
    claims = _DOES[asked]
    # Of nine movements four are ways, one is rest: as many answers are yes as no.
    if rng.random() < {"stays still": 0.4}.get(movement, 0.1 * (movement in _TRAVELS)):
        verb = say(asks_which.AT_ALL_ING if doing else asks_which.AT_ALL, rng)
        claims, truth = "moves", movement in _TRAVELS
    group = yesno_asks.IS_DOING if doing else yesno_asks.DOES_IT
    it = _thing(facts.item, facts, rng)
    slots = {"asked": claims, "it": it, "verb": verb}
    return yes_no("video/does_it", group, rng, VIDEO, truth, f"it {_DOES[movement]}", **slots)


def _moves_at_all(facts: VideoFacts, rng: random.Random, place: Place = VIDEO) -> Turn | None:
    truth = either(rng)
    moves = facts.movement in _TRAVELS
    if truth != moves or (not moves and facts.movement != "stays still"):
        return None
    if truth and rng.random() < 0.75:
        return None
    fact = f"it {_DOES[facts.movement]}"
    return yes_no("video/moves", yesno_asks.MOVES, rng, place, truth, fact)


def _rests(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """What does not move?"""
    if facts.other is None or facts.movement not in _TRAVELS:
        return None
    answer = f"What rests is the {item_said(facts.other, size=False)}."
    return Turn(ask(asks.RESTS, rng, VIDEO), answer, "video/rests", (facts.other.shape,))


def _background(facts: VideoFacts, rng: random.Random) -> Turn | None:
    return word_turn(
        "video/background", asks.BACKGROUND, rng, VIDEO, _BACKGROUND_SAYS,
        word=facts.background, references=(facts.background,), shortest="colour",
    )  # fmt: skip


def _is_there(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Is there a star in the video?"""
    truth = either(rng)
    items = [item for item in (facts.item, facts.other) if item is not None]
    item = rng.choice(items)
    if truth:
        colour, shape = item.colour, item.shape
    else:
        shape = rng.choice([s for s in SHAPES if all(s != i.shape for i in items)])
        colour = rng.choice([c for c in ITEM_COLOURS if c != facts.background])
    name = shape if either(rng) else f"{colour} {shape}"
    fact = f"there is {with_article(name)}" if truth else f"there is no {name}"
    said = name.replace(colour, colour_said(colour, rng))
    head, _, noun = said.rpartition(" ")
    many = f"{head} {noun}{'es' if noun == 'cross' else 's'}".strip()
    return yes_no(
        "video/is_there", IS_THERE, rng, VIDEO, truth, fact, a=with_article(said), one=said, many=many
    )


def _about_video(maker: "asks.VideoMaker", beside: "asks.VideoMaker | None" = None) -> TurnMaker:
    """`beside` names the video: it makes the turn where a sound or a motion is given as well."""

    def make(senses: Senses, rng: random.Random) -> Turn | None:
        if senses.video is None or senses.images:
            return None
        if beside is not None and (senses.sound is not None or senses.motion is not None):
            return beside(senses.video, rng)
        return maker(senses.video, rng)

    return make


KINDS: Final[dict[str, TurnMaker]] = {
    "video/describe": _about_video(_describe, partial(_describe, place=VIDEO_NAMED)),
    "video/moves": _about_video(_moves_at_all, partial(_moves_at_all, place=VIDEO_NAMED)),
} | {
    name: _about_video(maker)
    for name, maker in {
        "video/what_moves": _what_moves,
        "video/what_changes": _what_changes,
        "video/direction": _direction,
        "video/where": _where,
        "video/does_it": _does_it,
        "video/look": mover.look,
        "video/which_of_two": mover.which_of_two,
        "video/rests": _rests,
        "video/background": _background,
        "video/is_there": _is_there,
    }.items()
}
