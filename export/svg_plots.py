"""Plots as SVG text, to be pasted into a page that needs nothing but itself.

Knows axes, dots and lines; refuses to know what is plotted. Colours are CSS classes and
variables (`var(--ink)`), so that the page decides about light and dark.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Axis", "Strip", "strip_plot", "wave_plot"]

WIDTH, LABEL_WIDTH, RIGHT, ROW_HEIGHT, TOP, BOTTOM = 760, 190, 24, 34, 22, 44
MOST_DOTS = 240
JITTER = (0.0, 0.5, -0.5, 0.25, -0.25, 0.75, -0.75)  # fixed, so that the page is the same every time
MOST_TICKS = 9
WAVE_HEIGHT, WAVE_POINTS = 120, 360


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis; values at or below `floor` are drawn on it. `limit` is where a check ends."""

    label: str
    floor: float
    limit: float | None = None
    limit_label: str = ""


@dataclass(frozen=True)
class Strip:
    """One row of dots: `values` [n], drawn in the CSS class `kind`."""

    label: str
    values: NDArray[Any]
    kind: str = "a"


def strip_plot(rows: Sequence[Strip], axis: Axis) -> str:
    """Every value as a dot on a logarithmic axis, one row per strip, its median as a tick.

    Of very many values every n-th is drawn, the extremes always; values that are no numbers are
    left out and counted in the row's label.
    """
    kept = [np.sort(row.values[np.isfinite(row.values)].astype(np.float64)) for row in rows]
    lowest, highest = _decades([*kept, _limits(axis)], axis.floor)
    height = TOP + ROW_HEIGHT * len(rows) + BOTTOM
    place = _Scale(lowest, highest)
    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(axis.label)}">']
    parts += _grid(place, TOP, height - BOTTOM, axis.label)
    for number, (row, values) in enumerate(zip(rows, kept, strict=True)):
        lost = row.values.size - len(values)
        label = row.label + (f" ({lost} not finite)" if lost else "")
        parts += _row(label, values, row.kind, place, TOP + ROW_HEIGHT * (number + 0.5))
    if axis.limit is not None:
        parts += _limit(axis, place, height)
    return "".join([*parts, "</svg>"])


class _Scale:
    """Values to x positions between two powers of ten."""

    def __init__(self, lowest: int, highest: int) -> None:
        self.lowest, self.highest = lowest, highest

    def __call__(self, value: float) -> float:
        place = math.log10(max(value, 10.0**self.lowest)) - self.lowest
        return LABEL_WIDTH + (WIDTH - LABEL_WIDTH - RIGHT) * min(1.0, place / (self.highest - self.lowest))


def _limits(axis: Axis) -> NDArray[np.float64]:
    return np.array([] if axis.limit is None else [axis.limit], np.float64)


def _decades(values: Sequence[NDArray[np.float64]], floor: float) -> tuple[int, int]:
    everything = np.maximum(np.concatenate(values), floor)
    if not len(everything):
        everything = np.array([floor])
    lowest = math.floor(math.log10(everything.min()))
    highest = math.ceil(math.log10(everything.max()))
    return lowest, max(highest, lowest + 1)


def _grid(place: _Scale, top: float, bottom: float, label: str) -> list[str]:
    step = max(1, math.ceil((place.highest - place.lowest) / MOST_TICKS))
    parts = []
    for power in range(place.lowest, place.highest + 1, step):
        x = place(10.0**power)
        text = f"{10.0**power:g}" if -3 <= power <= 4 else f"1e{power}"
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}"/>')
        parts.append(f'<text class="tick" x="{x:.1f}" y="{bottom + 15}" text-anchor="middle">{text}</text>')
    middle = (LABEL_WIDTH + WIDTH - RIGHT) / 2
    parts.append(
        f'<text class="axis" x="{middle}" y="{bottom + 34}" text-anchor="middle">{escape(label)}</text>'
    )
    return parts


def _row(label: str, values: NDArray[np.float64], kind: str, place: _Scale, y: float) -> list[str]:
    parts = [
        f'<text class="row" x="{LABEL_WIDTH - 12}" y="{y + 4:.1f}" text-anchor="end">{escape(label)}</text>'
    ]
    if not len(values):
        return parts
    chosen = np.unique(np.linspace(0, len(values) - 1, MOST_DOTS).round().astype(int))
    for number, value in enumerate(values[chosen]):
        shift = JITTER[number % len(JITTER)] * ROW_HEIGHT / 3
        parts.append(f'<circle class="{kind}" cx="{place(value):.1f}" cy="{y + shift:.1f}" r="2.4"/>')
    median = place(float(np.median(values)))
    title = f"median {np.median(values):.4g}, from {values[0]:.4g} to {values[-1]:.4g}, {len(values)} values"
    parts.append(
        f'<line class="median" x1="{median:.1f}" x2="{median:.1f}" y1="{y - 13:.1f}" y2="{y + 13:.1f}">'
        f"<title>{title}</title></line>"
    )
    return parts


def _limit(axis: Axis, place: _Scale, height: int) -> list[str]:
    x = place(axis.limit or 0.0)
    words = escape(axis.limit_label)
    anchor = "end" if x > WIDTH - 120 else "start" if x < LABEL_WIDTH + 60 else "middle"
    return [
        f'<line class="limit" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{height - BOTTOM}"/>',
        f'<text class="limit" x="{x:.1f}" y="{TOP - 10}" text-anchor="{anchor}">{words}</text>',
    ]


def wave_plot(samples: NDArray[Any], label: str) -> str:
    """A signal [n] or [n, channels] as lines: the lowest and highest value of every stretch of it."""
    columns = samples.reshape(len(samples), -1).astype(np.float64)
    most = float(np.abs(columns).max()) or 1.0
    middle, scale = WAVE_HEIGHT / 2, (WAVE_HEIGHT / 2 - 6) / most
    size = f"0 0 {WAVE_POINTS} {WAVE_HEIGHT}"
    parts = [f'<svg viewBox="{size}" class="wave" role="img" aria-label="{escape(label)}">']
    parts.append(f'<line class="grid" x1="0" x2="{WAVE_POINTS}" y1="{middle}" y2="{middle}"/>')
    for number, values in enumerate(columns.T):
        blocks = np.array_split(values, min(WAVE_POINTS // 2, len(values)))
        step = WAVE_POINTS / len(blocks)
        points = []
        for place, block in enumerate(blocks):
            ends = (block.min(), block.max()) if len(block) > 1 else (block[0],)
            points += [f"{place * step:.1f},{middle - scale * value:.1f}" for value in ends]
        kind = "abcdef"[number % 6]
        parts.append(f'<polyline class="{kind}" points="{" ".join(points)}"/>')
    return "".join([*parts, "</svg>"])
