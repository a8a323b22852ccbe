"""Plots of a benchmark as SVG text: shares below a time, stages beside their floors, one answer's parts.

Knows axes, lines and rectangles; refuses to know what is plotted. Colours are CSS classes `a` to
`g`, so that the page decides about light and dark. Values that are no numbers, or not positive
where the axis is logarithmic, are left out and counted in the label.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from anymal.bench.report_axes import (
    BOTTOM,
    LABEL_WIDTH,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    frame,
    grid,
    log_scale,
    usable,
)

__all__ = ["Curve", "Lane", "Range", "Step", "cdf_plot", "range_plot", "waterfall_plot"]

CURVES_HEIGHT, LEGEND_ROW, ROW_HEIGHT = 260, 20, 30
LONGEST = 24  # letters that fit beside a row
MOST_POINTS = 400
NARROW = 1.6  # pixels: a part that would be thinner is drawn so wide, or nobody would see it
LEVELS = ((0.5, "p50"), (0.95, "p95"), (0.99, "p99"))
KINDS = "abcdef"


@dataclass(frozen=True)
class Curve:
    """The distribution of `values`, in the order and unit of the axis."""

    label: str
    values: Sequence[float]


@dataclass(frozen=True)
class Range:
    """One row: the `middle` with its interval `low` to `high`, a thin line to `far`, and the `floor`."""

    label: str
    middle: float
    low: float | None = None
    high: float | None = None
    far: float | None = None
    floor: float | None = None
    words: str = ""


@dataclass(frozen=True)
class Step:
    """A part of a lane: from `start` on for `length`; `kind` is one of the classes `a` to `g`."""

    label: str
    start: float
    length: float
    kind: str


@dataclass(frozen=True)
class Lane:
    """One row of a waterfall, its steps from left to right."""

    label: str
    steps: Sequence[Step]
    words: str = ""


def cdf_plot(curves: Sequence[Curve], label: str) -> str:
    """For each curve, the share of its values at or below x; a logarithmic axis, because tails matter.

    Of very many values every n-th is drawn, the extremes always. Returns "" when there is nothing.
    """
    kept = [(curve, usable(curve.values)) for curve in curves]
    everything = [value for _, values in kept for value in values]
    if not everything:
        return ""
    left, top = 60.0, TOP + LEGEND_ROW * len(kept) + 6
    bottom, place = top + CURVES_HEIGHT, log_scale(everything, left)
    parts = frame(bottom + BOTTOM, label)
    parts += grid(place, top, bottom, label)
    for level, name in ((0.0, "0 %"), *LEVELS, (1.0, "")):
        y = bottom - level * CURVES_HEIGHT
        parts.append(f'<line class="grid" x1="{left}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        x, anchor = (WIDTH - RIGHT + 6, "start") if name in ("p99",) else (left - 8, "end")
        parts.append(f'<text class="tick" x="{x}" y="{y + 4:.1f}" text-anchor="{anchor}">{name}</text>')
    for number, (curve, values) in enumerate(kept):
        kind, y = KINDS[number % len(KINDS)], TOP + LEGEND_ROW * number + 6
        lost = len(curve.values) - len(values)
        words = f"{curve.label}, {len(values)} values" + (f" ({lost} left out)" if lost else "")
        parts.append(f'<rect class="{kind}" x="{left}" y="{y - 5:.1f}" width="14" height="8"/>')
        parts.append(f'<text x="{left + 22}" y="{y + 4:.1f}">{escape(words)}</text>')
        if values:
            parts.append(f'<path class="{kind}" d="{_stairs(values, place, bottom)}"/>')
    return "".join([*parts, "</svg>"])


def _stairs(values: Sequence[float], place: Scale, bottom: float) -> str:
    count = len(values)
    step = max(1, math.ceil(count / MOST_POINTS))
    ranks = sorted({*range(0, count, step), count - 1})
    path = f"M{place(values[0]):.1f},{bottom:.1f}"
    for rank in ranks:
        path += f"H{place(values[rank]):.1f}V{bottom - CURVES_HEIGHT * (rank + 1) / count:.1f}"
    return path


def range_plot(rows: Sequence[Range], label: str) -> str:
    """Each row's middle as a dot in its interval; where there is a floor, a bar reaches from it to the dot.

    The axis is logarithmic, so the bar's length is the ratio to the floor, alike for short and long rows.
    A row whose middle has no place on it is named at the axis.
    """
    shown = [row for row in rows if usable([row.middle])]
    if lost := [row.label for row in rows if row not in shown]:
        label += f" ({len(lost)} left out: {', '.join(lost)})"
    values = usable([v for row in shown for v in (row.middle, row.low, row.high, row.far, row.floor) if v])
    if not values:
        return ""
    place, bottom = log_scale(values, LABEL_WIDTH), TOP + ROW_HEIGHT * len(shown)
    parts = [*frame(bottom + BOTTOM, label), *grid(place, TOP, bottom, label)]
    for number, row in enumerate(shown):
        parts += _range(row, place, TOP + ROW_HEIGHT * (number + 0.5))
    return "".join([*parts, "</svg>"])


def _range(row: Range, place: Scale, y: float) -> list[str]:
    parts, x = _row(row.label, y), place(row.middle)
    if row.floor is not None and usable([row.floor]):
        floor = place(row.floor)
        start, end = min(floor, x), max(floor, x)
        parts.append(
            f'<rect class="gap" x="{start:.1f}" y="{y - 6:.1f}" width="{end - start:.1f}" height="12"/>'
        )
        parts.append(_tick("floor", floor, y, 9))
    if row.far is not None and usable([row.far]):
        parts.append(
            f'<line class="far" x1="{x:.1f}" x2="{place(row.far):.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
            + _tick("far", place(row.far), y, 4)
        )
    if row.low is not None and row.high is not None and usable([row.low, row.high]):
        low, high = place(row.low), place(row.high)
        parts.append(f'<line class="interval" x1="{low:.1f}" x2="{high:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>')
    parts.append(f'<circle class="a" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
    return [*parts, _words(row.words, y)]


def waterfall_plot(lanes: Sequence[Lane], label: str) -> str:
    """What followed what: every lane's steps on one linear axis from 0, with a legend of the kinds."""
    steps = [step for lane in lanes for step in lane.steps if math.isfinite(step.start + step.length)]
    end = max((step.start + step.length for step in steps), default=0.0)
    if end <= 0:
        return ""
    legend = list(dict.fromkeys((step.kind, step.label) for step in steps))
    top = TOP + LEGEND_ROW
    bottom, place = top + ROW_HEIGHT * len(lanes), Scale(0.0, end, LABEL_WIDTH, powers=False)
    parts = [*frame(bottom + BOTTOM, label), *grid(place, top, bottom, label)]
    x = float(LABEL_WIDTH)
    for kind, name in legend:
        parts.append(f'<rect class="{kind}" x="{x:.1f}" y="{TOP - 7}" width="14" height="10"/>')
        parts.append(f'<text x="{x + 19:.1f}" y="{TOP + 2}">{escape(name)}</text>')
        x += 34 + 7.0 * len(name)
    for number, lane in enumerate(lanes):
        y = top + ROW_HEIGHT * (number + 0.5)
        parts += _row(lane.label, y)
        parts += [_step(step, place, y) for step in lane.steps if step in steps and step.length > 0]
        parts.append(_words(lane.words, y))
    return "".join([*parts, "</svg>"])


def _step(step: Step, place: Scale, y: float) -> str:
    x = place(step.start)
    width = max(NARROW, place(step.start + step.length) - x)
    title = escape(f"{step.label}: {step.length:.4g}")
    return (
        f'<rect class="{step.kind}" x="{x:.1f}" y="{y - 9:.1f}" width="{width:.1f}" height="18">'
        f"<title>{title}</title></rect>"
    )


def _row(label: str, y: float) -> list[str]:
    short = label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"
    return [f'<text x="{LABEL_WIDTH - 12}" y="{y + 4:.1f}" text-anchor="end">{escape(short)}</text>']


def _words(words: str, y: float) -> str:
    return f'<text class="tick" x="{WIDTH - RIGHT + 8}" y="{y + 4:.1f}">{escape(words)}</text>'


def _tick(kind: str, x: float, y: float, reach: float) -> str:
    return f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{y - reach:.1f}" y2="{y + reach:.1f}"/>'
