"""Names of colours as RGB: what a painter of pictures may use for "red", and what may lie on what.

Knows several anchor values per colour name (paint-box and CSS shades), which item colours stand
out from which background, and how to draw a jittered value that keeps its name; refuses to know
shapes or pictures. Naming the colours of a photograph is `photos.py`.
"""

from collections.abc import Sequence

import numpy as np

from anymal.training.facts import BACKGROUNDS, ITEM_COLOURS

__all__ = ["RGB", "allowed_item_colours", "background_rgb", "backgrounds_of", "item_rgb", "luma"]

RGB = tuple[int, int, int]

_ITEM_ANCHORS: dict[str, tuple[RGB, ...]] = {
    "red": ((222, 30, 36), (255, 0, 0), (200, 16, 24), (230, 50, 45)),
    "orange": ((250, 140, 20), (255, 165, 0), (255, 128, 0), (240, 130, 35)),
    "yellow": ((250, 225, 40), (255, 255, 0), (255, 215, 0), (245, 230, 70)),
    "green": ((35, 150, 60), (0, 128, 0), (0, 200, 40), (0, 255, 0), (60, 170, 75)),
    "blue": ((35, 80, 215), (0, 0, 255), (30, 60, 180), (40, 110, 235)),
    "purple": ((130, 45, 170), (128, 0, 128), (150, 60, 200), (105, 35, 150)),
    "pink": ((250, 130, 185), (255, 192, 203), (255, 105, 180), (245, 150, 200)),
    "brown": ((120, 70, 35), (139, 69, 19), (145, 62, 40), (100, 60, 30)),
    "black": ((18, 18, 20), (0, 0, 0), (30, 30, 32)),
    "white": ((248, 248, 248), (255, 255, 255), (240, 240, 238)),
}
# (name, bright): a bright background has a luma of at least 115, a dark one of at most 85.
_BACKGROUND_ANCHORS: dict[tuple[str, bool], tuple[RGB, ...]] = {
    ("white", True): ((248, 248, 248), (255, 255, 255), (238, 238, 236)),
    ("grey", True): ((160, 160, 160), (180, 181, 183), (140, 140, 140), (130, 130, 132)),
    ("grey", False): ((75, 75, 76), (66, 67, 70)),
    ("black", False): ((12, 12, 14), (0, 0, 0), (24, 24, 26)),
    ("yellow", True): ((250, 235, 130), (255, 245, 80), (245, 215, 60), (255, 255, 0)),
    ("green", True): ((150, 210, 140), (110, 190, 110), (90, 200, 90)),
    ("green", False): ((0, 105, 20), (20, 90, 40), (0, 118, 0)),
    ("blue", True): ((150, 195, 245), (110, 170, 235), (95, 155, 240)),
    ("blue", False): ((0, 0, 255), (20, 50, 150), (25, 40, 120), (30, 60, 190)),
    ("pink", True): ((250, 190, 210), (255, 192, 203), (245, 160, 195)),
    ("brown", False): ((100, 66, 40), (112, 66, 30), (90, 58, 36)),
}
# Colours that a viewer could miss or misname on a background, beside the background's own.
_UNCLEAR: dict[tuple[str, bool], frozenset[str]] = {
    ("white", True): frozenset(),
    ("grey", True): frozenset(),
    ("grey", False): frozenset({"black", "brown"}),
    ("black", False): frozenset(),
    ("yellow", True): frozenset({"white"}),
    ("green", True): frozenset(),
    ("green", False): frozenset({"brown", "black"}),
    ("blue", True): frozenset(),
    ("blue", False): frozenset({"purple", "black", "brown"}),
    ("pink", True): frozenset({"white"}),
    ("brown", False): frozenset({"black"}),
}


def luma(rgb: Sequence[float]) -> float:
    """Return the brightness of an RGB value, 0 to 255 (Rec. 601 weights)."""
    return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]


def backgrounds_of(name: str) -> tuple[bool, ...]:
    """Return the values of `bright` that the background `name` can have."""
    return tuple(bright for bright in (True, False) if (name, bright) in _BACKGROUND_ANCHORS)


def allowed_item_colours(background: str, bright: bool) -> tuple[str, ...]:
    """Return the item colours that stand out clearly from a background."""
    unclear = _UNCLEAR[background, bright]
    return tuple(c for c in ITEM_COLOURS if c != background and c not in unclear)


def background_rgb(name: str, bright: bool, rng: np.random.Generator) -> RGB:
    """Return a shade of the background `name` that is bright, or dark, as wanted."""
    if (name, bright) not in _BACKGROUND_ANCHORS:
        wanted = ", ".join(BACKGROUNDS)
        raise ValueError(
            f"background {name!r} with bright={bright}: wanted one of {wanted} in a brightness it has"
        )
    return _jitter(_BACKGROUND_ANCHORS[name, bright], 7, rng)


def item_rgb(name: str, rng: np.random.Generator, background: RGB | None = None) -> RGB:
    """Return a shade of the item colour `name`, far from `background` where there is a choice."""
    anchors = _ITEM_ANCHORS[name]
    if background is not None:
        far = tuple(a for a in anchors if _distance(a, background) >= 95.0)
        anchors = far or (max(anchors, key=lambda a: _distance(a, background)),)
    return _jitter(anchors, 9, rng)


def _jitter(anchors: tuple[RGB, ...], amount: int, rng: np.random.Generator) -> RGB:
    anchor = anchors[int(rng.integers(len(anchors)))]
    # One shift for all channels and a smaller one for each: shade changes more than hue does.
    shared = int(rng.integers(-amount, amount + 1))
    own = rng.integers(-amount // 2, amount // 2 + 1, size=3)
    red, green, blue = (min(255, max(0, a + shared + int(o))) for a, o in zip(anchor, own, strict=True))
    return red, green, blue


def _distance(a: RGB, b: RGB) -> float:
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)
