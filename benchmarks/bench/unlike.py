"""In what two bench runs differ, beside their figures: whatever it is may be what moved them.

Knows which facts of a report must be alike; refuses to judge figures by them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from anymal.bench.definitions import CHANGED, DEFINITION
from anymal.bench.record import Report

__all__ = ["OF_MACHINE", "unlike"]

OF_MACHINE = "floors"  # the scenario of rates of the machine, which is not what is judged
RATE_CHANGE = 0.05  # of a rate measured in the run itself: below, it is how such measurements scatter
SAME_MACHINE = ("cpu", "cores", "governor", "gpu", "python")
CHANGES: Mapping[str, tuple[float, str]] = {"memory_gb": (0.02, "GiB"), "frequency_mhz": (0.1, "MHz")}
"""Numbers of a machine, by what share they may differ and be the same: a clock is read at one moment."""
LIMIT = "_limit"  # how the noise watch's limits end, in reports of every age


def unlike(before: Report, after: Report) -> list[str]:
    """Return a line for each thing in which the runs differ."""
    parts = (_meant, _machine, _asked, _ways, _rates)
    return [line for part in parts for line in part(before, after)]


def _meant(before: Report, after: Report) -> Iterator[str]:
    """What figures of the same name count otherwise in one of the two."""
    older, newer = sorted((before.definition, after.definition))
    known = [words for number, words in CHANGED.items() if older < number <= newer]
    if newer > max(older, DEFINITION):
        known.append(f"what {newer} means only a newer version knows")
    if older < newer:
        yield f"definition of figures: {before.definition} -> {after.definition}: {'; '.join(known)}"


def _machine(before: Report, after: Report) -> Iterator[str]:
    for name in SAME_MACHINE:
        old, new = getattr(before.machine, name), getattr(after.machine, name)
        if old != new:
            yield f"{name}: {old or 'none'} -> {new or 'none'}"
    for name, (share, unit) in CHANGES.items():
        old, new = getattr(before.machine, name), getattr(after.machine, name)
        if old and new and abs(new - old) > share * min(old, new):
            yield f"{name}: {old:.4g} -> {new:.4g} {unit}"
    yield from _pairs("", before.machine.versions, after.machine.versions, str)
    yield from _pairs("bundle ", before.bundle, after.bundle, str)


def _asked(before: Report, after: Report) -> Iterator[str]:
    """What the runs were asked to do: limits of the noise, options, and the plan of what both measured."""
    yield from _pairs("limits.", _limits(before), _limits(after), lambda value: f"{value:g}")
    if not (before.plan and after.plan):
        if before.command != after.command:
            yield f"command (not both reports hold their plan): {before.command} -> {after.command}"
        return
    yield from _pairs("option ", before.options, after.options, _words)
    for table in before.plan:
        if table in after.plan and table != "limits":
            yield from _pairs(f"{table}.", before.plan[table], after.plan[table], _words)


def _limits(report: Report) -> dict[str, float]:
    """The limits that held for every scenario; the noise of each repeats them."""
    return {
        name.removesuffix(LIMIT): value
        for seen in report.noise.values()
        for name, value in seen.items()
        if name.endswith(LIMIT)
    }


def _pairs(
    prefix: str, old: Mapping[str, Any], new: Mapping[str, Any], words: Callable[[Any], str]
) -> Iterator[str]:
    for name in sorted({*old, *new}):
        was, now = (words(side[name]) if name in side else "none" for side in (old, new))
        if was != now:
            yield f"{prefix}{name}: {was} -> {now}"


def _words(value: object) -> str:
    if value is None:
        return "default"
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _ways(before: Report, after: Report) -> Iterator[str]:
    """Figures of which another way is better than it was: the second report's way is judged by."""
    for scenario, figures in before.scenarios.items():
        for name, old in figures.items():
            new = after.scenarios.get(scenario, {}).get(name, old)
            if old.better != new.better:
                yield f"{scenario}/{name}: better is {old.better} -> {new.better}"


def _rates(before: Report, after: Report) -> Iterator[str]:
    rates = [run.scenarios.get(OF_MACHINE, {}) for run in (before, after)]
    for name in rates[0]:
        if name in rates[1]:
            slow, fast = sorted(rate[name].p50 for rate in rates)
            if fast - slow > RATE_CHANGE * slow:
                both = " -> ".join(f"{rate[name].p50:.4g}" for rate in rates)
                yield f"the machine's own {name}: {both} {rates[0][name].unit}"
