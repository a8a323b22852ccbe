"""Simple drawn scenes: ground, sky, sun or moon, weather and up to five things.

Knows how each of SCENE_THINGS is drawn out of a few polygons and where it may stand so that
nothing hides anything; refuses to know cameras (`canvas.py`) and which facts are likely
(`random_facts.py`).
"""

import numpy as np

from anymal.training.facts import PictureFacts
from anymal.training.pictures.canvas import Canvas
from anymal.training.pictures.outlines import Points, ellipse
from anymal.training.pictures.palette import RGB

__all__ = ["GROUND_THINGS", "SKY_THINGS", "paint_scene", "sky_rgb"]

GROUND_THINGS = ("house", "tree", "car", "boat", "flower", "person")
SKY_THINGS = ("cloud", "bird")
_PAINTS: tuple[RGB, ...] = (
    (205, 40, 40),
    (235, 140, 40),
    (240, 210, 60),
    (60, 150, 75),
    (50, 90, 200),
    (140, 70, 170),
    (235, 130, 180),
    (240, 240, 235),
    (190, 150, 110),
)


def sky_rgb(facts: PictureFacts, rng: np.random.Generator) -> RGB:
    """Return the colour of the sky: dark blue to black at night, grey-blue in rain and snow."""
    if facts.time == "night":
        return _near(((14, 18, 48), (8, 8, 24), (24, 28, 62)), 6, rng)
    if facts.weather == "clear":
        return _near(((130, 190, 245), (165, 212, 250), (110, 175, 240)), 10, rng)
    return _near(((140, 160, 180), (160, 172, 186), (125, 150, 178)), 8, rng)


def paint_scene(canvas: Canvas, facts: PictureFacts, rng: np.random.Generator) -> None:
    """Paint everything of a scene on a canvas that already holds the sky."""
    night = facts.time == "night"
    horizon = float(rng.uniform(0.58, 0.74))
    slots = list(rng.permutation(3))
    _paint_light(canvas, night, _sky_place(slots.pop(), rng), rng)
    if night:
        _paint_stars(canvas, horizon, rng)
    if "mountain" in facts.things:
        _mountain(canvas, horizon, night, rng)
    _paint_ground(canvas, facts, horizon, rng)
    for thing in (t for t in facts.things if t in SKY_THINGS):
        (_cloud if thing == "cloud" else _bird)(canvas, *_sky_place(slots.pop(), rng), night, rng)
    ground = [t for t in facts.things if t in GROUND_THINGS]
    width = 1.0 / max(2, len(ground))
    free = rng.permutation(max(2, len(ground)))
    for thing, slot in zip(ground, free, strict=False):
        x = (slot + 0.5 + rng.uniform(-0.1, 0.1)) * width
        y = horizon + rng.uniform(0.05, 0.2)
        _GROUND[thing](canvas, float(x), float(y), min(0.3, width * 0.8) * rng.uniform(0.85, 1.1), night, rng)
    if facts.weather != "clear":
        _paint_weather(canvas, facts.weather, rng)


def _near(colours: tuple[RGB, ...], amount: int, rng: np.random.Generator) -> RGB:
    red, green, blue = colours[int(rng.integers(len(colours)))]
    a, b, c = rng.integers(-amount, amount + 1, size=3)
    return max(0, red + int(a)), max(0, green + int(b)), max(0, min(255, blue + int(c)))


def _lit(colour: RGB, night: bool) -> RGB:
    """At night everything is darker, yet plain to see."""
    return (colour[0] * 13 // 20, colour[1] * 13 // 20, colour[2] * 14 // 20) if night else colour


def _paint(night: bool, rng: np.random.Generator) -> RGB:
    return _lit(_near(_PAINTS, 10, rng), night)


def _sky_place(slot: int, rng: np.random.Generator) -> tuple[float, float]:
    return (slot + 0.5) / 3 + float(rng.uniform(-0.05, 0.05)), float(rng.uniform(0.13, 0.27))


def _box(x0: float, y0: float, x1: float, y1: float) -> Points:
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def _paint_light(canvas: Canvas, night: bool, place: tuple[float, float], rng: np.random.Generator) -> None:
    radius = rng.uniform(0.06, 0.1)
    disc = ellipse() * radius + place
    if not night:
        sun = _near(((255, 220, 60), (255, 235, 90), (255, 200, 40)), 8, rng)
        if rng.random() < 0.5:
            for angle in np.arange(8) * (np.pi / 4) + rng.uniform(0, 0.7):
                ray = np.array([(np.cos(angle), np.sin(angle))])
                canvas.line(np.concatenate([ray * radius * 1.25, ray * radius * 1.75]) + place, sun, 0.018)
        canvas.polygon(disc, sun)
        return
    moon = _near(((235, 235, 215), (245, 240, 200), (225, 228, 235)), 6, rng)
    if rng.random() < 0.5:  # a crescent: an arc out, a flatter arc back
        angle = np.linspace(-np.pi / 2, np.pi / 2, 14) + rng.uniform(-0.5, 0.5)
        outer = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        turn = np.array([[np.cos(rng.uniform(-0.5, 0.5)), 0.0]])[0]
        inner = outer[::-1] * (0.35, 1.0) if turn[0] > 0.98 else outer[::-1] * (0.45, 1.0)
        disc = np.concatenate([outer, inner]) * radius * 1.25 + place
    canvas.polygon(disc, moon)


def _paint_stars(canvas: Canvas, horizon: float, rng: np.random.Generator) -> None:
    for x, y in rng.uniform((0.02, 0.02), (0.98, horizon - 0.08), size=(int(rng.integers(8, 20)), 2)):
        r = 0.006
        canvas.polygon(_box(x - r, y - r, x + r, y + r), (225, 225, 205))


def _paint_ground(canvas: Canvas, facts: PictureFacts, horizon: float, rng: np.random.Generator) -> None:
    if facts.weather == "snow":
        ground = _near(((238, 242, 248), (228, 232, 240)), 5, rng)
    else:
        ground = _near(((95, 165, 75), (120, 180, 90), (150, 125, 85), (190, 170, 120)), 10, rng)
    if facts.time == "night":
        ground = (ground[0] // 3, ground[1] // 3, ground[2] * 2 // 5)
    x = np.linspace(-0.15, 1.15, 12)
    wave = horizon + rng.uniform(0.0, 0.025) * np.sin(x * rng.uniform(3, 9) + rng.uniform(0, 6))
    hill = np.stack([x, wave], axis=1)
    canvas.polygon(np.concatenate([hill, np.array([(1.15, 1.2), (-0.15, 1.2)])]), ground)


def _paint_weather(canvas: Canvas, weather: str, rng: np.random.Generator) -> None:
    places = rng.uniform(0.0, 1.0, size=(int(rng.integers(34, 60)), 2))
    if weather == "snow":
        flake, radius = ellipse(n=8), rng.uniform(0.009, 0.014)
        for place in places:
            canvas.polygon(flake * radius + place, (250, 250, 252))
        return
    drop = _near(((70, 110, 190), (110, 150, 215)), 8, rng)
    fall = np.array([(0.0, 0.0), (rng.uniform(-0.03, 0.03), rng.uniform(0.05, 0.08))])
    for place in places:
        canvas.line(fall + place, drop, 0.008)


def _mountain(canvas: Canvas, horizon: float, night: bool, rng: np.random.Generator) -> None:
    stone = _lit(_near(((125, 120, 125), (110, 100, 95), (135, 130, 150)), 8, rng), night)
    for _ in range(int(rng.integers(1, 3))):
        x, half, top = rng.uniform(0.2, 0.8), rng.uniform(0.24, 0.36), horizon - rng.uniform(0.24, 0.34)
        canvas.polygon(np.array([(x, top), (x + half, horizon + 0.05), (x - half, horizon + 0.05)]), stone)
        cap, drop = half * 0.3, (horizon + 0.05 - top) * 0.3
        snow = np.array([(x, top), (x + cap, top + drop), (x, top + drop * 0.7), (x - cap, top + drop)])
        canvas.polygon(snow, _lit((245, 245, 250), night))


def _cloud(canvas: Canvas, x: float, y: float, night: bool, rng: np.random.Generator) -> None:
    colour = (120, 124, 140) if night else _near(((248, 248, 250), (236, 238, 242)), 5, rng)
    size = rng.uniform(0.75, 1.0)
    for dx, dy, r in ((-0.08, 0.015, 0.05), (0.0, -0.015, 0.068), (0.08, 0.015, 0.052), (0.0, 0.03, 0.05)):
        canvas.polygon(ellipse(1.15, 1.0, 18) * r * size + (x + dx * size, y + dy * size), colour)


def _bird(canvas: Canvas, x: float, y: float, night: bool, rng: np.random.Generator) -> None:
    colour = _near(((200, 200, 190),) if night else ((35, 35, 45), (110, 60, 30), (160, 40, 40)), 8, rng)
    size, lift = rng.uniform(0.075, 0.1), rng.uniform(0.45, 0.8)
    wings = np.array(
        [(-1.0, -lift), (-0.45, -0.35 - lift * 0.3), (0.0, 0.1), (0.45, -0.35 - lift * 0.3), (1.0, -lift)]
    )
    canvas.line(wings * size + (x, y), colour, 0.026)
    canvas.polygon(ellipse(0.42, 0.22, 14) * size + (x, y + 0.02 * size), colour)


def _house(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    half, height = s * 0.45, s * rng.uniform(0.62, 0.8)
    wall, roof = _paint(night, rng), _lit(_near(((150, 60, 45), (90, 60, 50), (70, 75, 90)), 8, rng), night)
    canvas.polygon(_box(x - half, y - height, x + half, y), wall)
    top = y - height - s * rng.uniform(0.35, 0.5)
    canvas.polygon(np.array([(x - half * 1.2, y - height), (x, top), (x + half * 1.2, y - height)]), roof)
    canvas.polygon(_box(x - half * 0.22, y - height * 0.5, x + half * 0.22, y), _lit((85, 55, 40), night))
    pane = (250, 220, 110) if night else (190, 225, 245)
    for side in (-0.62, 0.62):
        cx = x + half * side
        canvas.polygon(_box(cx - half * 0.2, y - height * 0.85, cx + half * 0.2, y - height * 0.55), pane)


def _tree(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    leaf = _lit(_near(((40, 120, 50), (55, 140, 60), (30, 100, 60)), 8, rng), night)
    canvas.polygon(_box(x - s * 0.07, y - s * 0.5, x + s * 0.07, y), _lit((105, 70, 40), night))
    if rng.random() < 0.5:
        canvas.polygon(ellipse(0.95, 1.1) * s * 0.4 + (x, y - s * 0.8), leaf)
        return
    for level in range(3):
        base, half = y - s * (0.35 + 0.28 * level), s * (0.42 - 0.09 * level)
        canvas.polygon(np.array([(x - half, base), (x, base - s * 0.45), (x + half, base)]), leaf)


def _car(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    body, half = _paint(night, rng), s * 0.52
    canvas.polygon(_box(x - half, y - s * 0.36, x + half, y - s * 0.1), body)
    cabin = np.array([(-0.62, -0.35), (-0.4, -0.62), (0.35, -0.62), (0.62, -0.35)]) * (half, s) + (x, y)
    canvas.polygon(cabin, body)
    glass = np.array([(-0.48, -0.37), (-0.33, -0.57), (0.28, -0.57), (0.46, -0.37)]) * (half, s) + (x, y)
    canvas.polygon(glass, (90, 110, 130) if night else (200, 228, 242))
    for side in (-0.55, 0.55):
        canvas.polygon(ellipse(n=18) * s * 0.13 + (x + half * side, y - s * 0.1), (25, 25, 28))
        canvas.polygon(ellipse(n=10) * s * 0.05 + (x + half * side, y - s * 0.1), (150, 150, 150))


def _boat(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    water = ellipse(0.62, 0.16) * s + (x, y)
    canvas.polygon(water, _lit((60, 120, 200), night))
    hull = np.array([(-0.46, -0.22), (0.46, -0.22), (0.3, 0.02), (-0.3, 0.02)]) * s + (x, y)
    canvas.polygon(hull, _lit(_near(((130, 75, 40), (190, 50, 45), (70, 60, 60)), 8, rng), night))
    canvas.polygon(_box(x - s * 0.025, y - s, x + s * 0.025, y - s * 0.2), _lit((80, 60, 45), night))
    side = 1.0 if rng.random() < 0.5 else -1.0
    sail = np.array([(0.05 * side, -0.98), (0.05 * side, -0.32), (0.42 * side, -0.32)]) * s + (x, y)
    canvas.polygon(sail, _lit((245, 243, 235), night))


def _flower(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    petal = _lit(_near(((225, 50, 60), (235, 120, 180), (150, 80, 190), (250, 160, 50)), 8, rng), night)
    stem = _lit((40, 130, 55), night)
    canvas.line(np.array([(x, y), (x, y - s * 0.55)]), stem, s * 0.07)
    leaf = np.array([(0.0, -0.15), (0.22, -0.32), (0.24, -0.18)]) * s + (x, y)
    canvas.polygon(leaf, stem)
    for angle in np.arange(6) * (np.pi / 3) + rng.uniform(0, 1):
        place = (x + np.cos(angle) * s * 0.17, y - s * 0.68 + np.sin(angle) * s * 0.17)
        canvas.polygon(ellipse(n=14) * s * 0.115 + place, petal)
    canvas.polygon(ellipse(n=14) * s * 0.1 + (x, y - s * 0.68), _lit((250, 215, 70), night))


def _person(canvas: Canvas, x: float, y: float, s: float, night: bool, rng: np.random.Generator) -> None:
    skin = _lit(_near(((240, 200, 165), (190, 135, 95), (110, 70, 45)), 8, rng), night)
    shirt, legs = _paint(night, rng), _lit(_near(((45, 55, 100), (60, 60, 65), (95, 75, 55)), 8, rng), night)
    lift = rng.uniform(-0.3, 0.12)
    for side in (-1.0, 1.0):
        canvas.line(np.array([(0.05 * side, -0.4), (0.11 * side, 0.0)]) * s + (x, y), legs, s * 0.11)
        canvas.line(np.array([(0.1 * side, -0.72), (0.3 * side, -0.55 + lift)]) * s + (x, y), skin, s * 0.08)
    canvas.polygon(np.array([(-0.15, -0.8), (0.15, -0.8), (0.13, -0.36), (-0.13, -0.36)]) * s + (x, y), shirt)
    canvas.polygon(ellipse(n=18) * s * 0.14 + (x, y - s * 0.95), skin)


_GROUND = {"house": _house, "tree": _tree, "car": _car, "boat": _boat, "flower": _flower, "person": _person}
