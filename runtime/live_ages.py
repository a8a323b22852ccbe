"""How old what is sensed may be for a question: `max_age_s`, checked and as times.

Knows one argument; refuses to know what is sensed.
"""

from collections.abc import Mapping, Sequence

from anymal.errors import ConfigError
from anymal.samples import NS_PER_S, Modality

__all__ = ["LONGEST_S", "newer_than"]

LONGEST_S = 86400


def newer_than(
    max_age_s: Mapping[Modality, float] | float | None, sensors: Sequence[Modality], now_ns: int
) -> dict[Modality, int]:
    """Return, per modality that has an age, the time that a window must have been captured after.

    One age is for all of `sensors`. Raises `ConfigError` for a modality without sensor or what is no age.
    """
    ages = max_age_s if isinstance(max_age_s, Mapping) else dict.fromkeys(sensors, max_age_s)
    for name, age in ages.items():
        number = isinstance(age, int | float) and not isinstance(age, bool)
        known = age is None or (number and 0 <= age <= LONGEST_S)
        if name not in sensors or not known:
            have = ", ".join(sensors) or "none"
            wanted = f"max_age_s takes 0 to {LONGEST_S} s for a modality with a sensor ({have})"
            raise ConfigError(f"{wanted}, found {name}: {age!r}")
    return {name: now_ns - round(age * NS_PER_S) for name, age in ages.items() if age is not None}
