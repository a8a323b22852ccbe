"""The parts of the page about limits: cost curves, the roofline, whether each stream was real time.

Knows which figures are points of which curve and which rates make a roof; refuses to measure or to judge.
"""

from collections.abc import Mapping
from html import escape

from anymal.bench.record import Figure, Report
from anymal.bench.report_curves import Line, Roof, Spot, line_plot, roofline_plot
from anymal.bench.report_parts import plot
from anymal.bench.scaling import curve_of

__all__ = ["cost_curves", "roofline", "stream_verdicts"]

GIGA = 1e9
AXES = {
    "context": "positions before the question",
    "images": "new pictures in one prompt",
    "threads": "threads",
    "windows_per_s": "windows per second of every sense",
}
CAPTION = {
    "ms": "Medians. Both axes are logarithmic: a straight line that rises as steeply as it goes right is in "
    "proportion.",
    "share": "The share of the windows due that were sensed, of the stream that lags most: below 0.9 this "
    "machine does not keep up.",
    "cores": "CPU seconds per second of the whole process, made sensors included; nobody asks anything.",
}
KINDS = {"decode": "c", "prefill": "a", "encode": "b"}


def cost_curves(report: Report) -> str:
    """One plot per axis and unit, of all figures that are points of a curve."""
    groups: dict[tuple[str, str], dict[str, list[tuple[float, float]]]] = {}
    for figures in report.scenarios.values():
        for name, one in figures.items():
            if (point := curve_of(name)) is not None:
                quantity, _, axis = point[0].partition("_by_")
                lines = groups.setdefault((axis, one.unit), {})
                lines.setdefault(quantity.replace("_", " "), []).append((point[1], one.p50))
    return "".join(
        plot(
            line_plot([Line(label, points) for label, points in lines.items()], AXES.get(axis, axis), unit),
            CAPTION.get(unit, "Medians."),
        )
        for (axis, unit), lines in groups.items()
    )


def roofline(report: Report) -> str:
    """Stages by operations per byte and operations per second, below what the machine can do."""
    stages = report.scenarios.get("stages", {})
    spots = [
        _spot(name.partition("/")[2], stages, floor.n_bytes, floor.flops)
        for name, floor in report.floors.items()
        if floor.n_bytes > 0 and floor.flops > 0 and name.partition("/")[2] in stages
    ]
    svg = roofline_plot(
        _roofs(report.scenarios.get("floors", {})),
        spots,
        "operations per byte of weights, keys and values",
        "GFLOP/s",
    )
    caption = (
        "Left of the bend a stage waits for memory, right of it for arithmetic. Rates are of this run; the "
        "level is float32 in numpy's BLAS, which int8 may pass, and weights that fit a cache pass the slope."
    )
    return plot(svg, caption)


def _spot(name: str, stages: Mapping[str, Figure], n_bytes: float, flops: float) -> Spot:
    kind = KINDS.get(name.partition("_")[0], "d")
    return Spot(name.replace("_", " "), flops / n_bytes, flops / (stages[name].p50 / 1e3) / GIGA, kind)


def _roofs(rates: Mapping[str, Figure]) -> list[Roof]:
    """One roof per number of threads that was measured: the better of read and triad, and the products."""
    roofs = []
    for name, one in rates.items():
        quantity, _, threads = name.rpartition("_")
        if quantity != "matrix":
            continue
        bandwidths = [
            rates[f"{kind}_{threads}"].p50 for kind in ("read", "triad") if f"{kind}_{threads}" in rates
        ]
        if bandwidths and one.p50 > 0 and max(bandwidths) > 0:
            count = threads.removesuffix("t")
            label = f"{count} thread" + ("" if count == "1" else "s")
            roofs.append(Roof(label, max(bandwidths), one.p50))
    return roofs


def stream_verdicts(figures: Mapping[str, Figure]) -> str:
    """A line of marks: which streams were sensed in real time."""
    marks = [
        f'<span class="{"yes" if one.p50 else "no"}">{escape(name.removeprefix("keeps_up_"))}: '
        f"{'keeps up' if one.p50 else 'DOES NOT KEEP UP'}</span>"
        for name, one in figures.items()
        if one.unit == "pass"
    ]
    return f'<p class="marks">{"".join(marks)}</p>' if marks else ""
