"""Plots of lines over a logarithmic axis: cost curves, and a roofline with the stages below it.

Knows points, lines and roofs; refuses to know what is plotted. As in `report_svg`, colours are CSS classes
and what is not positive is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from anymal.bench.report_axes import BOTTOM, RIGHT, WIDTH, Scale, frame, grid, level_grid, log_scale, usable

__all__ = ["Line", "Roof", "Spot", "line_plot", "roofline_plot"]

LEFT, HEIGHT, LEGEND_ROW, HEAD = 70.0, 240.0, 20, 34
KINDS = "abcdef"
MOST_XS = 10
LETTER_PX = 6.2
CLOSE_PX = 13.0  # labels nearer than this would be written over each other


@dataclass(frozen=True)
class Line:
    """Points (x, y), joined in the order of x."""

    label: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Roof:
    """What a machine can do: `slope` y per x, and `level` at most."""

    label: str
    slope: float
    level: float


@dataclass(frozen=True)
class Spot:
    """One point below the roof; `kind` is one of the classes `a` to `f`."""

    label: str
    x: float
    y: float
    kind: str = "a"


def line_plot(lines: Sequence[Line], x_label: str, y_label: str) -> str:
    """Return each line over x, both axes by powers; "" when there is nothing to draw."""
    kept = [Line(line.label, _good(line.points)) for line in lines]
    kept = [line for line in kept if line.points]
    xs = sorted({x for line in kept for x, _ in line.points})
    if len(xs) < 2:  # one point is no curve
        return ""
    top = LEGEND_ROW * len(kept) + HEAD
    bottom = top + HEIGHT
    across = log_scale(xs, LEFT)
    up = log_scale([y for line in kept for _, y in line.points], bottom, top)
    # What was measured stands at the axis itself, as long as it can be read.
    parts = _axes(across, up, (top, bottom), (x_label, y_label), xs if len(xs) <= MOST_XS else None)
    for number, line in enumerate(kept):
        kind, y = KINDS[number % len(KINDS)], LEGEND_ROW * number + 12
        parts.append(f'<rect class="{kind}" x="{LEFT}" y="{y - 5}" width="14" height="8"/>')
        parts.append(f'<text x="{LEFT + 22}" y="{y + 4}">{escape(line.label)}</text>')
        places = [(across(x), up(value)) for x, value in line.points]
        path = "L".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<path class="{kind} thin" d="M{path}"/>')
        parts += [f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in places]
    return "".join([*parts, "</svg>"])


def roofline_plot(roofs: Sequence[Roof], spots: Sequence[Spot], x_label: str, y_label: str) -> str:
    """Return spots below roofs, both axes by powers; "" without both.

    Williams, Waterman and Patterson, Roofline (2009): y is bounded by `slope` x and by `level`.
    """
    shown = [spot for spot in spots if len(usable([spot.x, spot.y])) == 2]
    if not shown or not roofs:
        return ""
    top, bottom = float(HEAD), HEAD + HEIGHT * 1.4
    ridges = [roof.level / roof.slope for roof in roofs]
    across = log_scale([*(spot.x for spot in shown), *(2 * x for x in ridges)], LEFT)
    heights = [*(spot.y for spot in shown), *(roof.level for roof in roofs)]
    up = log_scale(heights, bottom, top)
    parts = _axes(across, up, (top, bottom), (x_label, y_label))
    for roof, ridge in zip(roofs, ridges, strict=True):
        # The slope is drawn from where it enters the picture.
        first = max(across.low, up.low / roof.slope)
        corners = [(first, first * roof.slope), (ridge, roof.level), (across.high, roof.level)]
        path = "L".join(f"{across(x):.1f},{up(y):.1f}" for x, y in corners)
        parts.append(f'<path class="roof" d="M{path}"/>')
        y = up(roof.level) + 4
        parts.append(f'<text class="tick" x="{WIDTH - RIGHT + 6}" y="{y:.1f}">{escape(roof.label)}</text>')
    return "".join([*parts, *_spots(shown, across, up), "</svg>"])


def _spots(spots: Sequence[Spot], across: Scale, up: Scale) -> list[str]:
    """Dots with their labels to the right; a label that would lie on another is moved down."""
    parts: list[str] = []
    taken: list[tuple[float, float, float]] = []  # y, then from where to where in x
    for spot in sorted(spots, key=lambda one: (-one.y, one.x)):
        x, y = across(spot.x), up(spot.y)
        label_y, end = y + 4, x + LETTER_PX * (len(spot.label) + 2)
        for other_y, other_x, other_end in taken:
            if x < other_end and other_x < end and label_y - other_y < CLOSE_PX:
                label_y = other_y + CLOSE_PX
        taken.append((label_y, x, end))
        taken.sort()
        parts.append(f'<circle class="{spot.kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>')
        parts.append(f'<text class="tick halo" x="{x + 9:.1f}" y="{label_y:.1f}">{escape(spot.label)}</text>')
    return parts


def _axes(
    across: Scale,
    up: Scale,
    ends: tuple[float, float],
    labels: tuple[str, str],
    ticks: Sequence[float] | None = None,
) -> list[str]:
    x_label, y_label = labels
    top, bottom = ends
    return [
        *frame(bottom + BOTTOM, f"{y_label} over {x_label}"),
        *grid(across, top, bottom, x_label, ticks),
        *level_grid(up, LEFT, WIDTH - RIGHT, y_label),
    ]


def _good(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return sorted(point for point in points if len(usable(point)) == 2)
