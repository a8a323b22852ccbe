"""One scenario under the watch: its figures kept, measured again, or refused with the reason.

Knows what may be believed and how often to try; refuses to know how a scenario measures.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field

from anymal.bench.noise import Noise, NoiseLimits, Probes, watched
from anymal.bench.record import Figure, NotAvailable
from anymal.errors import AnymalError

__all__ = ["Figures", "Kept", "Say", "Watch", "keep"]

Figures = Mapping[str, Figure]
Say = Callable[[str], None]


@dataclass
class Kept:
    """What a run has so far: figures that may be believed, why others may not, and what the watch saw."""

    scenarios: dict[str, Figures] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    unavailable: list[str] = field(default_factory=list)
    noise: dict[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Watch:
    """How scenarios are watched: what is too noisy, seen by what, tried how many times more, told to whom."""

    limits: NoiseLimits
    probes: Probes
    retries: int = 0
    say: Say = lambda line: None


def keep(kept: Kept, name: str, work: Callable[[], Figures], watch: Watch) -> Noise | None:
    """Run scenario `name` and keep its figures, or why they are refused; None when it failed.

    What was too noisy is thrown away whole and measured again: the signs around the figures decide that, and
    never a figure. An `AnymalError` of one scenario, a meter that is gone or a full disk does not take the
    others with it.
    """
    said = len(kept.unavailable)
    for attempt in range(1, watch.retries + 2):
        del kept.unavailable[said:]  # each run says for itself what it cannot give
        try:
            figures, noise = watched(work, watch.probes)
        except NotAvailable as error:
            kept.unavailable.append(f"{name}: {error}")
            return None
        except (AnymalError, OSError) as error:
            kept.refused.append(f"{name}: {error}")
            return None
        seen = {key: round(value, 4) for key, value in asdict(noise).items()} | {"attempts": attempt}
        kept.noise[name] = seen | {f"{key}_limit": value for key, value in asdict(watch.limits).items()}
        if not (why := noise.verdict(watch.limits)):
            kept.scenarios[name] = figures
            return noise
        if attempt <= watch.retries:
            watch.say(f"{name} once more: {why}")
    kept.refused.append(f"{name}: {why}" + (f" (measured {attempt} times)" if attempt > 1 else ""))
    return noise
