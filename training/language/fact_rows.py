"""Facts as short rows of words, one fact to a row and always in the same order: what soft tokens should say.

The language model learns from these rows (each the sum of its words' embeddings) before it meets an
encoder, and an aligner starts by learning to produce them; so a fact stands in one row, where one look
finds it, instead of in a sentence that must be taken apart. Knows which row holds which fact; refuses to
know embeddings and questions.
"""

from typing import Final

from anymal.training.facts import (
    COLUMNS,
    ROWS,
    SCENE_THINGS,
    Item,
    MotionFacts,
    PictureFacts,
    SoundFacts,
    VideoFacts,
)
from anymal.training.language.visual_words import NUMBERS

__all__ = ["ROW_COUNTS", "fact_phrases", "motion_rows", "picture_rows", "sound_rows", "video_rows"]

# Rows per sense; picture and video rows have a place for every fact.
ROW_COUNTS: Final = {"image": 16, "video": 8, "audio": 4, "imu": 4}
_NOTHING: Final = "nothing"
_KINDS: Final = {
    "shapes": "drawing shapes",
    "digit": "drawing digit",
    "scene": "drawing scene",
    "photo": "photograph",
    "blank": "drawing blank",
}


def picture_rows(facts: PictureFacts) -> tuple[str, ...]:
    """16 rows: kind, light, sharpness, two of the whole picture, nine of its cells or things, two of variety."""
    light, focus = ("bright" if facts.bright else "dark"), ("sharp" if facts.sharp else "blurred")
    whole = _whole(facts)
    if facts.kind == "scene":
        nine = tuple(thing if thing in facts.things else f"no {thing}" for thing in SCENE_THINGS)
    else:
        at = {(item.column, item.row): item for item in facts.items}
        nine = tuple(_cell(column, row, at.get((column, row))) for row in ROWS for column in COLUMNS)
    return (_KINDS[facts.kind], light, focus, *whole, *nine, *_variety(facts))


def _whole(facts: PictureFacts) -> tuple[str, str]:
    if facts.kind == "scene":
        return ("day sun" if facts.time == "day" else "night moon"), f"weather {facts.weather}"
    if facts.kind == "photo":
        second = f"also {facts.colours[1]}" if len(facts.colours) > 1 else "one colour"
        return f"mostly {facts.colours[0]}" if facts.colours else "no colour", second
    ground = f"background {facts.background}"
    if facts.kind == "digit":
        return ground, f"{facts.digit_colour} digit {NUMBERS[facts.digit or 0]}"
    return ground, f"{NUMBERS[len(facts.items)]} shapes"


def _cell(column: str, row: str, item: Item | None) -> str:
    place = f"{row} {column}"
    return f"{place} {item.size} {item.colour} {item.shape}" if item else f"{place} {_NOTHING}"


def _variety(facts: PictureFacts) -> tuple[str, str]:
    """How many different colours and shapes there are, or how many things a scene has."""
    if facts.kind == "scene":
        return f"{NUMBERS[len(facts.things)]} things", _NOTHING
    if not facts.items:
        return _NOTHING, _NOTHING
    colours = len({item.colour for item in facts.items})
    shapes = len({item.shape for item in facts.items})
    return f"{NUMBERS[colours]} different colours", f"{NUMBERS[shapes]} different shapes"


def video_rows(facts: VideoFacts) -> tuple[str, ...]:
    """8 rows: background, number of things, movement, mover, where it starts and ends, what rests, and where."""
    item, other = facts.item, facts.other
    moving = _MOVING[facts.movement]
    start, end = f"start {item.row} {item.column}", f"end {_end(facts)}"
    if other is None:
        rests = (f"rests {_NOTHING}", _NOTHING)
    else:
        rests = f"rests {other.size} {other.colour} {other.shape}", f"{other.row} {other.column} rests"
    many = "one thing" if other is None else "two things"
    mover = f"{item.size} {item.colour} {item.shape} mover"
    return (f"background {facts.background}", many, f"movement {moving}", mover, start, end, *rests)


# The words that tell movements apart; directions share words, so each has its own pair in addition.
_MOVING: Final = {
    "left to right": "moves right to",
    "right to left": "moves left to",
    "top to bottom": "moves down to",
    "bottom to top": "moves up to",
    "grows": "grows",
    "shrinks": "shrinks",
    "stays still": "still stays",
    "appears": "appears",
    "disappears": "disappears",
}


def _end(facts: VideoFacts) -> str:
    column = {"left to right": "right", "right to left": "left"}.get(facts.movement, facts.item.column)
    row = {"top to bottom": "bottom", "bottom to top": "top"}.get(facts.movement, facts.item.row)
    return f"{row} {column}"


def sound_rows(facts: SoundFacts) -> tuple[str, ...]:
    """4 rows: the sounds (two where two are heard, else the one twice), loudness, the first sound again."""
    first, second = facts.phrases[0], facts.phrases[-1]
    loud = {None: "sound", True: "loud sound", False: "quiet sound"}[facts.loud]
    return first, second, loud, first


def motion_rows(facts: MotionFacts) -> tuple[str, ...]:
    """4 rows, each the activity: the surest way to say one thing."""
    return (facts.activity,) * 4


def fact_phrases(facts: object) -> tuple[str, ...]:
    """The rows of any sense's facts, each with a space before it, as its words stand inside a sentence."""
    if isinstance(facts, PictureFacts):
        rows = picture_rows(facts)
    elif isinstance(facts, VideoFacts):
        rows = video_rows(facts)
    elif isinstance(facts, SoundFacts):
        rows = sound_rows(facts)
    elif isinstance(facts, MotionFacts):
        rows = motion_rows(facts)
    else:
        raise TypeError(f"{type(facts).__name__} are no facts of a sense")
    return tuple(f" {row}" for row in rows)
