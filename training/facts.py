"""What can be true of a picture, a video, a sound and a motion: the shared ground truth of the nano recipe.

Knows the closed worlds that generators draw, that captions put into words and that questions
ask about; refuses to know pixels, samples or sentences. Every generator and every question
writer takes these frozen records, so an answer is right by construction.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "ACTIVITIES",
    "BACKGROUNDS",
    "COLOURS",
    "COLUMNS",
    "ITEM_COLOURS",
    "MOVEMENTS",
    "PHOTO_COLOURS",
    "ROWS",
    "SCENE_THINGS",
    "SHAPES",
    "SIZES",
    "SOUNDS",
    "Item",
    "MotionFacts",
    "PictureFacts",
    "Senses",
    "SoundFacts",
    "VideoFacts",
]

SHAPES = ("circle", "square", "triangle", "star", "heart", "cross", "ring", "diamond")
ITEM_COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white")
BACKGROUNDS = ("white", "grey", "black", "yellow", "green", "blue", "pink", "brown")
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "grey")
PHOTO_COLOURS = COLOURS
SIZES = ("small", "large")
COLUMNS = ("left", "middle", "right")
ROWS = ("top", "middle", "bottom")
SCENE_THINGS = ("house", "tree", "car", "boat", "mountain", "flower", "person", "cloud", "bird")
MOVEMENTS = (
    "left to right",
    "right to left",
    "top to bottom",
    "bottom to top",
    "grows",
    "shrinks",
    "stays still",
    "appears",
    "disappears",
)

# The wording of `phrase` in the noise-of-life index, then what we add: silence, made tones, spoken digits.
SOUNDS = (
    "a baby crying",
    "breathing",
    "coughing",
    "dishes clattering",
    "a door slamming",
    "a door opening",
    "an electric shaver",
    "a woman crying",
    "a woman screaming",
    "glass breaking",
    "a hair dryer",
    "hands clapping",
    "typing on a keyboard",
    "keys jingling",
    "laughter",
    "a man screaming",
    "paper rustling",
    "a sneeze",
    "speech",
    "running water",
    "a yawn",
    "silence",
    "a steady tone",
    "beeping",
)

# The nine merged ClassyGlass activities, each the words an answer to "What am I doing?" must hold.
ACTIVITIES = (
    "sitting still",
    "sitting while moving around",
    "putting glasses on or off",
    "picking up items",
    "standing still",
    "standing up from sitting",
    "taking stairs",
    "walking",
    "running",
)


@dataclass(frozen=True)
class Item:
    """One drawn shape; `column` and `row` name its cell of a 3 x 3 grid, (`middle`, `middle`) the centre."""

    shape: str
    colour: str
    size: str
    column: str
    row: str


@dataclass(frozen=True)
class PictureFacts:
    """What is true of one picture.

    kind `shapes`: 1 to 6 `items` on a plain or textured `background`. `digit`: one large
    `digit` of `digit_colour`. `scene`: a simple drawing at day or night (`time`, sun or moon
    follows from it) with `things` out of SCENE_THINGS and `weather` out of clear, rain, snow.
    `photo`: a real photograph; only `bright`, `colours` (one or two dominant, most
    frequent first) and `sharp` are known, never its objects. `blank`: one plain colour.
    `bright` and `sharp` hold for every kind.
    """

    kind: Literal["shapes", "digit", "scene", "photo", "blank"]
    background: str = ""
    items: tuple[Item, ...] = ()
    digit: int | None = None
    digit_colour: str = ""
    time: str = ""
    weather: str = ""
    things: tuple[str, ...] = ()
    bright: bool = True
    sharp: bool = True
    colours: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Put `things` in one order: no picture shows in which order they were drawn."""
        object.__setattr__(self, "things", tuple(sorted(self.things, key=SCENE_THINGS.index)))


@dataclass(frozen=True)
class VideoFacts:
    """What is true of one video: `item`, in the cell where it starts, does `movement`; `other` rests."""

    item: Item
    movement: str
    background: str
    other: Item | None = None


@dataclass(frozen=True)
class SoundFacts:
    """What is heard: one phrase of SOUNDS, two in a mixture; `digit` when the speech is a spoken digit."""

    phrases: tuple[str, ...]
    loud: bool | None = None
    digit: int | None = None


@dataclass(frozen=True)
class MotionFacts:
    """What the wearer of the glasses does: one of ACTIVITIES."""

    activity: str


@dataclass(frozen=True)
class Senses:
    """Everything one question may be about; an empty field is a sense that was not given."""

    images: tuple[PictureFacts, ...] = ()
    video: VideoFacts | None = None
    sound: SoundFacts | None = None
    motion: MotionFacts | None = None
