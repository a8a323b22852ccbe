"""Axes of the report's plots: values to pixels, round ticks, a frame and a grid, as SVG text.

Knows scales in proportion or by powers; refuses to know what is plotted.
"""

import math
from collections.abc import Sequence
from html import escape

__all__ = [
    "BOTTOM",
    "LABEL_WIDTH",
    "RIGHT",
    "TOP",
    "WIDTH",
    "Scale",
    "frame",
    "grid",
    "level_grid",
    "log_scale",
    "usable",
]

WIDTH, LABEL_WIDTH, RIGHT, TOP, BOTTOM = 860, 184, 118, 14, 44
MOST_TICKS = 9
FEW_POWERS = 4.0  # a range below this holds too few of 1, 2, 5 times a power of ten


class Scale:
    """Values to pixels from `start` to `end`, in proportion or by powers, and the round values between."""

    def __init__(
        self, low: float, high: float, start: float, powers: bool, end: float = WIDTH - RIGHT
    ) -> None:
        self.low, self.start, self.end, self.powers = low, start, end, powers
        self.high = high if high > low else (low * 10 if powers else low + 1.0)

    def __call__(self, value: float) -> float:
        """Return the pixel of `value`; beyond the ends, that of the end."""
        if self.powers:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * min(1.0, max(0.0, share))

    def ticks(self) -> list[float]:
        """Return round values between the ends, at most nine."""
        if not self.powers or self.high < FEW_POWERS * self.low:
            step = _round_up((self.high - self.low) / (MOST_TICKS / 2 if self.powers else MOST_TICKS))
            first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
            return [number * step for number in range(first, last + 1)]
        decades = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        for digits in ((1, 2, 5), (1,)):
            found = [digit * 10.0**power for power in decades for digit in digits]
            found = [value for value in found if self.low * 0.999 <= value <= self.high * 1.001]
            if len(found) <= MOST_TICKS:
                return found
        return found[:: math.ceil(len(found) / MOST_TICKS)]


def _round_up(value: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * next((digit for digit in (1, 2, 5) if digit * power >= value * 0.999), 10)


def log_scale(values: Sequence[float], start: float, end: float = WIDTH - RIGHT) -> Scale:
    """Return a scale by powers that holds all `values`, which are positive, with a margin."""
    low, high = min(values), max(values)
    return Scale(low / 1.15, high * 1.15, start, powers=True, end=end)


def usable(values: Sequence[float]) -> list[float]:
    """Return those that are positive numbers, sorted."""
    return sorted(value for value in values if math.isfinite(value) and value > 0)


def frame(height: float, label: str) -> list[str]:
    """Begin a picture as wide as the page."""
    return [f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(label)}">']


def grid(
    place: Scale, top: float, bottom: float, label: str, ticks: Sequence[float] | None = None
) -> list[str]:
    """Lines at the `ticks` (round values unless given) from left to right, their values, the axis' label."""
    parts = []
    for value in place.ticks() if ticks is None else ticks:
        x = place(value)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}"/>')
        parts.append(
            f'<text class="tick" x="{x:.1f}" y="{bottom + 15}" text-anchor="middle">{value:.6g}</text>'
        )
    middle = (place.start + place.end) / 2
    parts.append(
        f'<text class="axis" x="{middle}" y="{bottom + 34}" text-anchor="middle">{escape(label)}</text>'
    )
    return parts


def level_grid(place: Scale, left: float, right: float, label: str) -> list[str]:
    """Lines at the ticks of an axis from bottom to top, their values and the axis' label above them."""
    parts = []
    for value in place.ticks():
        y = place(value)
        parts.append(f'<line class="grid" x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(
            f'<text class="tick" x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.6g}</text>'
        )
    parts.append(
        f'<text class="axis" x="{left}" y="{min(place.start, place.end) - 8:.1f}">{escape(label)}</text>'
    )
    return parts
