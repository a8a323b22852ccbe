"""Captions of pictures and videos: compact ones that hold every fact, and free sentences.

The dense caption stands where a picture's soft tokens will be while the language model is
trained on text alone; the free caption is what the aligner learns to say. Knows captions;
refuses to know questions.
"""

import random
from dataclasses import replace
from typing import Final

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts, VideoFacts
from anymal.training.language.phrasing import join_words, pick, with_article
from anymal.training.language.visual_words import (
    NUMBERS,
    cell,
    item_said,
    list_items,
    reading_order,
)

__all__ = ["dense_caption", "free_caption", "video_captions", "video_frames"]

FRAMES: Final = 4


def dense_caption(facts: PictureFacts, rng: random.Random | None = None) -> str:
    """Say every fact in a fixed order, items in reading order.

    `rng` is accepted so that every caption writer has one signature; the text does not depend on it.
    """
    tail = f"{'bright' if facts.bright else 'dark'}, {'sharp' if facts.sharp else 'blurred'}"
    if facts.kind == "shapes":
        items = "; ".join(f"{item_said(item)} {cell(item)}" for item in reading_order(facts.items))
        noun = "item" if len(facts.items) == 1 else "items"
        return f"drawing, {facts.background} background, {len(facts.items)} {noun}: {items}; {tail}"
    if facts.kind == "digit":
        return f"digit, {facts.background} background, {facts.digit_colour} {facts.digit}; {tail}"
    if facts.kind == "scene":
        sky = "sun" if facts.time == "day" else "moon"
        return f"scene, {facts.time}, {sky}, {facts.weather}: {', '.join(facts.things) or 'nothing'}; {tail}"
    if facts.kind == "photo":
        return f"photo, mostly {' and '.join(facts.colours)}; {tail}"
    return f"blank, plain {facts.background}; {tail}"


def video_captions(facts: VideoFacts) -> tuple[str, ...]:
    """Dense captions of `FRAMES` frames evenly spread from first to last."""
    return tuple(dense_caption(frame) for frame in video_frames(facts))


def video_frames(facts: VideoFacts) -> tuple[PictureFacts, ...]:
    """What single frames show: the mover's cell and size follow the movement, `other` stays."""
    frames = []
    for index in range(FRAMES):
        mover = _mover(facts.item, facts.movement, index)
        items = tuple(item for item in (mover, facts.other) if item is not None)
        kind: PictureFacts = PictureFacts("blank", background=facts.background)
        frames.append(replace(kind, kind="shapes", items=items) if items else kind)
    return tuple(frames)


def _mover(item: Item, movement: str, index: int) -> Item | None:
    # Thirds of the way over two cells: start, middle, middle, end.
    step = round(2 * index / (FRAMES - 1))
    late = index >= FRAMES // 2
    moved = {
        "left to right": replace(item, column=COLUMNS[step]),
        "right to left": replace(item, column=COLUMNS[2 - step]),
        "top to bottom": replace(item, row=ROWS[step]),
        "bottom to top": replace(item, row=ROWS[2 - step]),
        "grows": replace(item, size="large" if late else "small"),
        "shrinks": replace(item, size="small" if late else "large"),
    }.get(movement, item)
    if (movement == "appears" and not late) or (movement == "disappears" and late):
        return None
    return moved


_SHAPES = (
    "[there {is}|I see|it shows|the picture shows|a drawing of] {items} on a {background} background.",
    "{^items} [on|against|in front of] a {background} [background|backdrop].",
    "[the background is|on a background of] {background}[, and there {is}|: there {is}] {items}.",
    "{^n} {things} on {background}: {items}.",
    "a {light} drawing with {items} on {background}.",
)
_DIGIT = (
    "[the|a] {colour} [digit|number] {digit} [on|against] a {background} background.",
    "[this is|I see|it shows|the picture shows] the [digit|number] {digit} in {colour} on {background}.",
    "{^a_colour} {digit}[, written|, drawn|] on {background}.",
    "[the digit|the number] is {word}, [written in|it is] {colour}, [on a|with a] {background} background.",
)
_SCENE = (
    "a [scene|drawing|picture] {when} with {things}[ and {sky}|]; {weather}.",
    "[it is|this is] {time}[, there is {sky}|]. [I see|there is] {things}, and {weather}.",
    "{^things} {when}, {weather}.",
    "a {light} scene: {time}, {weather}, with {things}.",
)
_PHOTO = (
    "[a|this is a|it is a] {light} photograph, mostly {colours}, and it is {sharp}.",
    "a {sharp} photograph with mostly {colours} colours; it is {light}.",
    "[a real photograph|a photograph]: {light}, {sharp}, mostly {colours}.",
)
_BLANK = (
    "[a|this is a|it is a] blank picture, plain {background}.",
    "[nothing is in the picture|there is nothing here|it is empty]: [it is|just] plain {background}.",
    "[only|nothing but] plain {background}.",
)


def free_caption(facts: PictureFacts, rng: random.Random) -> str:
    """Say what the picture shows in one natural sentence; not every fact is in it."""
    light, sharp = ("bright" if facts.bright else "dark"), ("sharp" if facts.sharp else "blurred")
    if facts.kind == "shapes":
        few = len(facts.items) <= 3
        items = list_items(facts.items, size=rng.random() < 0.8, position=few and rng.random() < 0.7)
        n = len(facts.items)
        things = "shape" if n == 1 else "shapes"
        verb = {"is": "is" if items.startswith("a") else "are"}
        text = pick(
            _SHAPES,
            rng,
            items=items,
            background=facts.background,
            n=NUMBERS[n],
            things=things,
            light=light,
            **verb,
        )
    elif facts.kind == "digit":
        text = pick(
            _DIGIT,
            rng,
            colour=facts.digit_colour,
            a_colour=with_article(facts.digit_colour),
            digit=str(facts.digit),
            word=NUMBERS[facts.digit or 0],
            background=facts.background,
        )
    elif facts.kind == "scene":
        things = join_words([with_article(thing) for thing in facts.things]) or "nothing"
        weather = {"clear": "it is clear", "rain": "it is raining", "snow": "it is snowing"}[facts.weather]
        sky = "the sun" if facts.time == "day" else "the moon"
        when = {"time": facts.time, "when": "by day" if facts.time == "day" else "at night"}
        text = pick(_SCENE, rng, things=things, weather=weather, light=light, sky=sky, **when)
    elif facts.kind == "photo":
        text = pick(_PHOTO, rng, light=light, sharp=sharp, colours=" and ".join(facts.colours))
    else:
        text = pick(_BLANK, rng, background=facts.background)
    text = ". ".join(part[0].upper() + part[1:] for part in text.split(". "))
    if facts.kind != "photo" and rng.random() < 0.25:
        text += f" The picture is {light} and {sharp}."
    return text
