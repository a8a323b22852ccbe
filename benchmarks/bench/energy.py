"""Scenario `energy`: watts of the machine at rest, and joules per answer about new samples.

Knows idle and busy spans beside meters; refuses to know where energy is read, and to guess where it is not
told: then the scenario is not available, with a reason per meter. Idle is this machine's, with the bundle
open; `answer_joules_net` is what an answer adds to it.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import anymal
from anymal.bench.inputs import new_samples, own_encoders
from anymal.bench.meters import EnergyMeter, PowerReader, find_meters
from anymal.bench.record import Figure, NotAvailable, figure
from anymal.errors import ConfigError
from anymal.runtime.options import AssistantOptions, GenerationOptions

__all__ = ["EnergyPlan", "measure_energy", "run_energy"]

QUESTION = "What is going on right now?"
Find = Callable[[], tuple[list[EnergyMeter], Any, list[str]]]


@dataclass(frozen=True)
class EnergyPlan:
    """`repeats` spans of `span_s` seconds at rest, and as many of answers back to back."""

    repeats: int = 8
    span_s: float = 2.0
    max_tokens: int = 24

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {"repeats": (1, 10_000), "span_s": (0.05, 3600.0), "max_tokens": (1, 100_000)}
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"energy.{name} must be between {least:g} and {most:g}, found {value}")


def run_energy(
    bundle: Path, options: AssistantOptions, plan: EnergyPlan, find: Find = find_meters
) -> dict[str, Figure]:
    """Measure with every meter there is. Raises `NotAvailable` with the reasons when there is none."""
    energy, power, reasons = find()
    if not energy and not power:
        raise NotAvailable("; ".join(reasons))
    generation = GenerationOptions(max_tokens=plan.max_tokens)
    with ExitStack() as stack:
        meters = list(energy)
        if power:
            meters.append(stack.enter_context(PowerReader(power)))
        assistant = stack.enter_context(anymal.load(str(bundle), replace(options, reuse=False)))
        encoders = own_encoders(assistant.bundle.manifest)
        numbers = iter(range(1 << 30))

        def answer() -> None:
            number = next(numbers)
            given: dict[str, Any] = {
                modality: new_samples(spec, number)[0]
                for modality, spec in encoders.items()
                if modality != "video"
            }
            assistant.ask(QUESTION, generation=generation, **given)

        answer()  # opens the encoders
        return measure_energy(meters, answer, plan)


def measure_energy(
    meters: Sequence[EnergyMeter],
    answer: Callable[[], None],
    plan: EnergyPlan,
    clock: Callable[[], float] = time.perf_counter,
    sleep: Callable[[float], None] = time.sleep,
) -> dict[str, Figure]:
    """Return the figures of `meters` added up, over spans at rest and spans full of `answer`."""
    names = " + ".join(meter.name for meter in meters)

    def joules() -> float:
        return sum(meter.joules() for meter in meters)

    idle, gross, net, busy = list[float](), list[float](), list[float](), list[float]()
    for _ in range(plan.repeats):
        began_s, before = clock(), joules()
        sleep(plan.span_s)
        idle.append((joules() - before) / (clock() - began_s))
        began_s, before, count = clock(), joules(), 0
        while clock() - began_s < plan.span_s or not count:
            answer()
            count += 1
        lasted_s, used = clock() - began_s, joules() - before
        gross.append(used / count)
        net.append((used - idle[-1] * lasted_s) / count)
        busy.append(used / lasted_s)
    note = "an answer about a new sample of every sense, back to back"
    return {
        "idle_watts": figure("idle_watts", "W", idle, f"{names}; the bundle is open, nobody asks"),
        "busy_watts": figure("busy_watts", "W", busy, f"{names}; answers back to back"),
        "answer_joules": figure("answer_joules", "J", gross, f"{names}; {note}"),
        "answer_joules_net": figure("answer_joules_net", "J", net, f"{names}; {note}, less idle watts"),
    }
