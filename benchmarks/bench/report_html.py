"""One page that shows a bench report: HTML with inline SVG, no script, nothing to load.

Knows which figures belong in which plot, by name and unit; refuses to measure or to judge. A figure that
no plot takes still stands in the tables. Everything that a report says is escaped before it is a page.
"""

from collections.abc import Mapping, Sequence
from html import escape

from anymal.bench.record import Figure, Floor, Report
from anymal.bench.report_limits import cost_curves, roofline, stream_verdicts
from anymal.bench.report_method import method
from anymal.bench.report_parts import plot, section, short, table
from anymal.bench.report_style import STYLE
from anymal.bench.report_svg import Curve, Lane, Range, Step, cdf_plot, range_plot, waterfall_plot

__all__ = ["report_html"]

PARTS = {
    "late": ("asked late", "e"),
    "wait": ("wait for the LLM", "b"),
    "flush": ("flush", "d"),
    "prefill": ("question prefill", "a"),
    "think": ("thoughts", "g"),
    "first": ("first token", "c"),
}
"""Figures `answer_<part>_ms` that follow one another until the first word, and how they are drawn."""
READ = ("handed over", "f")  # what is left of `answer_response_ms`
LANES = ((0.5, "p50"), (0.0, "fastest"), (1.0, "slowest"), (0.95, "p95"), (0.99, "p99"))
"""Which answers are shown; of few answers one may be several of these, and the first name counts."""
FIRST = ("response", "ttft", "first_word")
AGES = ("capture_to_first",)
BETWEEN = ("gap",)
CARDS = {
    "answer_response": "question meant to end to first word",
    "answer_ttft": "question asked to first token",
    "capture_to_first_any": "age of the newest sample at the first token",
    "worst_gap": "longest wait between words of an answer",
}
MOST_CURVES = 6
LIMITED_BY = {"longest_stall_ms": "stall_ms"}
"""Signs of noise whose limit has another name."""


def report_html(report: Report) -> str:
    """Return the whole page as text."""
    bundle = report.bundle
    title = escape(f"{bundle.get('name', 'bundle')} {bundle.get('version', '')} on {report.machine.cpu}")
    refused = "".join(f"<p><strong>Refused:</strong> {escape(why)}</p>" for why in report.refused)
    absent = "".join(f"<p>{escape(why)}</p>" for why in report.unavailable)
    body = "".join(
        [
            f'<header class="{"refused" if refused else "whole"}"><p>anymal bench</p><h1>{title}</h1>',
            f"<p>{escape(_summary(report))}</p>{refused}</header>",
            section("From the question to the first word", _answers(report)),
            section("Time to the first word", _curves(report, FIRST, "until the first word")),
            section("Age of what the answer saw", _curves(report, AGES, "from capture to the first token")),
            section("Between words", _curves(report, BETWEEN, "from word to word")),
            section("Stages beside what this machine can do at all", _stages(report)),
            section("Roofline", roofline(report)),
            section("What more of it costs", cost_curves(report)),
            *(
                section(f"All figures: {name}", _figures(figures))
                for name, figures in report.scenarios.items()
            ),
            section("Not available here", absent),
            section("Machine", _machine(report)),
            section("Method", method(report) + _noise(report)),
        ]
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _summary(report: Report) -> str:
    machine, count = report.machine, sum(len(figures) for figures in report.scenarios.values())
    absent = f", {len(report.unavailable)} not available here" if report.unavailable else ""
    return (
        f"{count} figures in {len(report.scenarios)} scenarios{absent}, {machine.cores} cores, "
        f"{machine.memory_gb:.1f} GiB, {machine.date}. Command: {report.command}"
    )


def _bare(name: str) -> str:
    """A figure's name without its unit."""
    return name.replace("_ms", "")


def _answers(report: Report) -> str:
    """Cards of the latencies of answers, and the parts of chosen answers one below the other."""
    figures = {_bare(name): one for name, one in report.scenarios.get("live", {}).items()}
    cards = "".join(
        f"<div><b>{one.p50:.4g} {escape(one.unit)}</b>{escape(words)}"
        f"<span>{escape(_tails(one))}{one.n} answers</span></div>"
        for name, words in CARDS.items()
        if (one := figures.get(name))
    )
    svg = waterfall_plot(_lanes(figures), "ms from the moment the question was meant to end")
    words = "Real answers of this run, chosen by their time to the first word; each row is one answer."
    verdicts = stream_verdicts(figures)
    return (f'<div class="key">{cards}</div>' if cards else "") + verdicts + plot(svg, words)


def _tails(one: Figure) -> str:
    """The percentiles that so many samples have."""
    told = [("p95", one.tail("p95")), ("p99", one.tail("p99"))]
    words = ", ".join(f"{name} {value:.4g}" for name, value in told if value is not None)
    return f"{words}; " if words else ""


def _lanes(figures: Mapping[str, Figure]) -> list[Lane]:
    parts = {words: figures[f"answer_{part}"] for part, words in PARTS.items() if f"answer_{part}" in figures}
    count = min((one.n for one in parts.values()), default=0)
    answers = [_steps(number, parts, figures.get("answer_response")) for number in range(count)]
    totals = [sum(step.length for step in steps) for steps in answers]
    order = sorted(range(count), key=totals.__getitem__)
    lanes: dict[int, Lane] = {}
    for share, name in LANES if order else ():
        number = order[round(share * (count - 1))]
        lane = Lane(f"{name}: answer {number + 1}", answers[number], f"{totals[number]:.4g} ms")
        lanes.setdefault(number, lane)
    return [lanes[number] for number in order if number in lanes]


def _steps(number: int, parts: Mapping[tuple[str, str], Figure], whole: Figure | None) -> list[Step]:
    """The parts of one answer, one after the other, and what is left of the whole."""
    steps, start = [], 0.0
    for (words, kind), one in parts.items():
        steps.append(Step(words, start, one.samples[number], kind))
        start += one.samples[number]
    if whole is not None and number < whole.n and whole.samples[number] > start:
        words, kind = READ
        steps.append(Step(words, start, whole.samples[number] - start, kind))
    return steps


def _curves(report: Report, names: Sequence[str], words: str) -> str:
    """The distributions of all figures in ms whose names have one of `names` in them."""
    curves = [
        Curve(f"{scenario}: {_bare(name)}", one.samples)
        for scenario, figures in report.scenarios.items()
        for name, one in figures.items()
        if one.unit == "ms" and one.n > 1 and scenario != "stages" and any(part in name for part in names)
    ]
    caption = (
        "The share of samples at or below a time; where a line meets p95, that is its 95th percentile. "
        "Scenarios ask in different ways, told under Method."
    )
    return "".join(
        plot(cdf_plot(curves[first : first + MOST_CURVES], f"ms {words}, logarithmic"), caption)
        for first in range(0, len(curves), MOST_CURVES)
    )


def _stages(report: Report) -> str:
    rows = [
        _range(name, one, report.floors.get(f"stages/{name}"))
        for name, one in report.scenarios.get("stages", {}).items()
        if one.unit in ("ms", "us")
    ]
    svg = range_plot(rows, "ms per sample, logarithmic")
    caption = (
        "Dot: median, with its 95 % interval; thin line: to p95, from 20 samples on. Green: the floor, the "
        "work over the rate measured in this run; the bar from it to the dot is what lies above the floor."
    )
    floors = [
        (
            name,
            one.bound,
            short(one.work),
            short(one.rate),
            short(one.floor_ms),
            f"{one.share:.0%}",
            one.note,
        )
        for name, one in report.floors.items()
    ]
    head = ("figure", "bound", "work", "rate per s", "floor ms", "of the floor", "note")
    numbers = ("work", "rate per s", "floor ms", "of the floor")
    return plot(svg, caption) + (table(head, floors, numbers) if floors else "")


def _range(name: str, one: Figure, floor: Floor | None) -> Range:
    scale = 1e-3 if one.unit == "us" else 1.0
    ends = (one.low, one.high, one.tail("p95"))
    low, high, far = (None if value is None else scale * value for value in ends)
    middle = scale * one.p50
    if floor is None:
        return Range(_bare(name), middle, low, high, far)
    return Range(_bare(name), middle, low, high, far, floor.floor_ms, f"{floor.share:.0%} of {floor.bound}")


def _figures(figures: Mapping[str, Figure]) -> str:
    rows = (
        (
            *(one.name, one.unit, str(one.n)),
            *(short(value) for value in (one.p50, one.tail("p95"), one.tail("p99"), one.mean)),
            *(one.between, one.note),
        )
        for one in figures.values()
    )
    numbers = ("n", "p50", "p95", "p99", "mean", "95 % of p50")
    return table(("figure", "unit", *numbers, "note"), rows, numbers)


def _machine(report: Report) -> str:
    machine = report.machine
    rows = {
        "CPU": f"{machine.cpu}, {machine.cores} cores",
        "clock": f"{machine.frequency_mhz:.0f} MHz after the run"
        if machine.frequency_mhz
        else "not to be seen",
        "governor": machine.governor or "not to be seen",
        "memory": f"{machine.memory_gb:.1f} GiB",
        "GPU": machine.gpu or "none",
        "load average": f"{machine.load_before:.2f} before, {machine.load_after:.2f} after",
        "Python": machine.python,
        **dict(machine.versions),
        "date": machine.date,
        **{f"bundle: {name}": str(value) for name, value in report.bundle.items()},
    }
    return table(("what", "found"), rows.items())


def _noise(report: Report) -> str:
    """What the watch saw around each scenario, refused ones too, beside its limits."""
    rows = (
        (scenario, name, short(value), short(seen.get(f"{LIMITED_BY.get(name, name)}_limit")))
        for scenario, seen in report.noise.items()
        for name, value in seen.items()
        if not name.endswith("_limit")
    )
    return table(("scenario", "sign", "seen", "limit"), rows, ("seen", "limit")) if report.noise else ""
