"""What one run of `anymal bench` found, as frozen records and the table people read.

Knows figures, the machine they are of, physical floors and what was refused; refuses to measure. The JSON
and CSV forms are in `record_file`. Samples stay in the record, in the order they were taken, so that
anything can be computed again: in scenario `live` sample i of every figure `answer_*` is of answer i.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from textwrap import wrap
from typing import Literal

from anymal.bench.definitions import FIRST
from anymal.bench.noise import NoiseLimits
from anymal.bench.stats import LEAST_FOR_INTERVAL, has_tail, median_interval, percentile
from anymal.errors import EngineError

__all__ = [
    "SCHEMA",
    "Absent",
    "Better",
    "Figure",
    "Floor",
    "Machine",
    "NotAvailable",
    "Question",
    "Report",
    "Setting",
    "dependent",
    "figure",
    "in_threads",
]

SCHEMA = 1
WIDTH = 110
Better = Literal["lower", "higher", "neither"]
Absent = Callable[[str], None]
"""Takes a line about a figure that a scenario was asked for and cannot give, and why."""
Setting = str | int | float | bool | tuple[int, ...] | None


class NotAvailable(EngineError):
    """This machine lacks what a scenario measures with, such as a meter of energy; no failure."""


@dataclass(frozen=True)
class Figure:
    """One measured quantity: `samples` in `unit`, their percentiles and the interval of the median.

    [`low`, `high`] holds the true median with 95 % confidence or more; None where nothing does: of fewer than
    six samples, and of samples that are not independent. `better` says which way is an improvement; `note`
    how it was taken. Make one with `figure`.
    """

    name: str
    unit: str
    samples: tuple[float, ...]
    n: int
    p50: float
    p95: float
    p99: float
    mean: float
    low: float | None
    high: float | None
    better: Better = "lower"
    note: str = ""

    @property
    def between(self) -> str:
        """The interval as text, or why there is none."""
        if self.low is not None and self.high is not None:
            return f"{self.low:.4g} to {self.high:.4g}"
        if self.n == 1:
            return ""
        few = self.n < LEAST_FOR_INTERVAL
        return f"none: n < {LEAST_FOR_INTERVAL}" if few else "none: not independent"

    def tail(self, statistic: Literal["p95", "p99"]) -> float | None:
        """Return the percentile, None when no sample can be expected beyond it: it would be a largest one."""
        value, share = (self.p95, 0.95) if statistic == "p95" else (self.p99, 0.99)
        return value if has_tail(self.n, share) else None


def figure(
    name: str, unit: str, samples: Sequence[float], note: str = "", better: Better = "lower"
) -> Figure:
    """Return the figure of `samples`; raises `ValueError` when there are none."""
    taken = tuple(float(sample) for sample in samples)
    low, high = median_interval(taken) or (None, None)
    p50, p95, p99 = (percentile(taken, share) for share in (0.5, 0.95, 0.99))
    return Figure(
        name, unit, taken, len(taken), p50, p95, p99, sum(taken) / len(taken), low, high, better, note
    )


def dependent(one: Figure) -> Figure:
    """Return `one` without an interval: its samples follow one from another, as a level's over time."""
    note = f"{one.note}; samples are not independent: no interval"
    return replace(one, low=None, high=None, note=note.removeprefix("; "))


def in_threads(count: int) -> str:
    """How many threads a note says."""
    return "1 thread" if count == 1 else f"{count} threads"


@dataclass(frozen=True)
class Floor:
    """How close a stage comes to what this machine can do at all.

    `work` is bytes moved (`bound` is bandwidth) or floating-point operations (`bound` is matrix) of one
    sample, `rate` the measured rate of the machine in the same unit per second, `floor_ms` = work / rate,
    `share` = floor_ms over the stage's median: 1 is as fast as the machine allows. `n_bytes` and `flops` of
    one sample place the stage on a roofline; 0 is not known.
    """

    bound: Literal["bandwidth", "matrix"]
    work: float
    rate: float
    floor_ms: float
    share: float
    note: str = ""
    n_bytes: float = 0.0
    flops: float = 0.0


@dataclass(frozen=True)
class Machine:
    """The machine and its state: load averages of one minute, `frequency_mhz` at its end (0: unknown).

    `gpu`, `governor`: empty when there is none to be seen. `date`: ISO 8601 in UTC. `memory_gb`: 2**30 bytes.
    """

    cpu: str
    cores: int
    memory_gb: float
    governor: str
    frequency_mhz: float
    load_before: float
    load_after: float
    python: str
    versions: Mapping[str, str]
    gpu: str
    date: str


@dataclass(frozen=True)
class Question:
    """A question of `live`: the second at which it was meant to end, its number and its words."""

    at_s: float
    number: int
    text: str


@dataclass(frozen=True)
class Report:
    """A whole run. `bundle`: name, version, n_embd, quantization, and file sizes in bytes as `bytes.<file>`.

    `scenarios`: scenario name -> figure name -> figure. `floors`: `scenario/figure` -> floor. `refused`: one
    line per scenario whose figures were refused or could not be taken, `scenario: why`; such a scenario is
    absent. `unavailable`: the same for what this machine has no means to measure.
    `noise`: scenario -> what the noise watch saw (`wall_s`, `cpu_share`, `foreign_share`, `spin_change`,
    `spin_stretch`), and the limits of those that have one (`foreign_share_limit`).

    `plan`: table of the scenario file -> key -> value as run, defaults too. `options`: those of the assistant
    (null: its default), and the threads that came of them. `questions`: those of `live`, in their order.
    Reports from before these were kept have none. `stopped`: 0, or 128 + the signal that ended the run early.
    `definition`: what the figures count (`definitions`), 1 in reports that do not say it.
    """

    command: str
    machine: Machine
    bundle: Mapping[str, str | int | float]
    scenarios: Mapping[str, Mapping[str, Figure]]
    refused: tuple[str, ...] = ()
    floors: Mapping[str, Floor] = field(default_factory=dict)
    noise: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    schema: int = SCHEMA
    unavailable: tuple[str, ...] = ()
    plan: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)
    options: Mapping[str, Setting] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    stopped: int = 0
    definition: int = FIRST

    def table(self) -> str:
        """Return the figures as aligned text, at most 110 columns wide, with floors and refusals below."""
        lines: list[str] = []
        for scenario, figures in self.scenarios.items():
            lines += [
                f"{scenario:<34}{'n':>5}{'p50':>11}{'p95':>11}{'p99':>11}   95 % of p50",
                *(_row(one, self.floors.get(f"{scenario}/{name}")) for name, one in figures.items()),
                "",
            ]
        for why in self.refused:
            lines += wrap(f"refused  {why}", WIDTH, subsequent_indent=" " * 9)
        for why in self.unavailable:
            lines += wrap(f"not available  {why}", WIDTH, subsequent_indent=" " * 9)
        if widened := _widened(self):
            lines += wrap(f"limits widened  {widened}", WIDTH, subsequent_indent=" " * 16)
        machine = self.machine
        lines.append(
            f"{machine.cpu}, {machine.cores} cores, {machine.memory_gb:.1f} GiB; "
            f"load {machine.load_before:.2f} -> {machine.load_after:.2f}; {machine.date}"
        )
        return "\n".join(lines)


def _widened(report: Report) -> str:
    """Which limits let more noise pass than they do by themselves, empty when none does."""
    held = {f"{name}_limit": value for name, value in report.plan.get("limits", {}).items()}
    found = {
        f"{name} {value:g} (not {usual:g})": None
        for seen in (held, *report.noise.values())
        for name, usual in asdict(NoiseLimits()).items()
        if isinstance(value := seen.get(f"{name}_limit"), float) and value > usual
    }
    return f"{', '.join(found)}: what else ran may be in these figures" if found else ""


def _row(one: Figure, floor: Floor | None) -> str:
    named = f"  {one.name} [{one.unit}]"
    if one.unit == "pass":
        return f"{named:<34}{one.n:>5}{'pass' if one.p50 else 'FAIL':>11}"
    share = "" if floor is None else f"  {floor.share:.0%} of {floor.bound}"
    tails = [one.tail("p95"), one.tail("p99")]
    cells = "".join(f"{'' if value is None else format(value, '.4g'):>11}" for value in (one.p50, *tails))
    return f"{named:<34}{one.n:>5}{cells}   {one.between}{share}".rstrip()
