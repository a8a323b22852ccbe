"""Scenario files: TOML in, a checked plan out.

Knows the tables and keys of a scenario; refuses to run one. A table that is absent is a scenario left out.
"""

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from anymal.bench.cold import ColdPlan
from anymal.bench.energy import EnergyPlan
from anymal.bench.live_scenario import LivePlan
from anymal.bench.noise import NoiseLimits
from anymal.bench.overhead import OverheadPlan
from anymal.bench.rates import RatesPlan
from anymal.bench.scaling import ScalingPlan
from anymal.bench.soak import SoakPlan
from anymal.bench.stages import StagesPlan
from anymal.bench.start_up import StartUpPlan
from anymal.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["SCENARIOS", "Plan", "built_in", "parse_plan", "read_plan"]

LONGEST = 60  # letters of a wrong value that are shown
FOLDER = Path(__file__).resolve().parent / "scenarios"
PlanT = TypeVar("PlanT")


@dataclass(frozen=True)
class Plan:
    """What to run; None is left out."""

    name: str
    limits: NoiseLimits = field(default_factory=NoiseLimits)
    floors: RatesPlan | None = None
    stages: StagesPlan | None = None
    overhead: OverheadPlan | None = None
    start_up: StartUpPlan | None = None
    cold: ColdPlan | None = None
    live: LivePlan | None = None
    scaling: ScalingPlan | None = None
    soak: SoakPlan | None = None
    energy: EnergyPlan | None = None


SCENARIOS = tuple(one.name for one in fields(Plan) if one.name not in ("name", "limits"))


def built_in(name: str) -> Path:
    """Return the file of a scenario the package brings; raises `ConfigError` for another name."""
    path = FOLDER / f"{name}.toml"
    if not path.is_file():
        have = ", ".join(sorted(found.stem for found in FOLDER.glob("*.toml")))
        raise ConfigError(f"there is no scenario {name!r}; there are {have}, or give a file")
    return path


def read_plan(path: Path) -> Plan:
    """Read a scenario file; raises `ConfigError` naming the file and the key."""
    try:
        return parse_plan(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such scenario file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the scenario file cannot be read: {error}") from error


def parse_plan(text: str, origin: str = "the scenario") -> Plan:
    """Return the plan in TOML `text`; raises `ConfigError` naming `origin` and the key."""
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{origin}: not TOML: {error}") from error
    known = {one.name for one in fields(Plan)}
    if unknown := sorted(set(tree) - known):
        raise ConfigError(f"{origin}: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    name = tree.get("name")
    if not isinstance(name, str) or not name:
        raise ConfigError(f"{origin}: name must be a text that is not empty, found {name!r}")
    try:
        plan = Plan(
            name=name,
            limits=_table(NoiseLimits, tree, "limits", origin) or NoiseLimits(),
            floors=_table(RatesPlan, tree, "floors", origin),
            stages=_table(StagesPlan, tree, "stages", origin),
            overhead=_table(OverheadPlan, tree, "overhead", origin),
            start_up=_table(StartUpPlan, tree, "start_up", origin),
            cold=_table(ColdPlan, tree, "cold", origin),
            live=_table(LivePlan, tree, "live", origin),
            scaling=_table(ScalingPlan, tree, "scaling", origin),
            soak=_table(SoakPlan, tree, "soak", origin),
            energy=_table(EnergyPlan, tree, "energy", origin),
        )
    except ConfigError as error:
        raise error if str(error).startswith(origin) else ConfigError(f"{origin}: {error}") from error
    if all(getattr(plan, scenario) is None for scenario in SCENARIOS):
        raise ConfigError(f"{origin}: measures nothing; add a table: [{'], ['.join(SCENARIOS)}]")
    return plan


def _table(kind: type[PlanT], tree: Mapping[str, Any], name: str, origin: str) -> PlanT | None:
    """Make a plan of table `name`, each value of the type its default has; None when it is absent."""
    if name not in tree:
        return None
    table = tree[name]
    if not isinstance(table, dict):
        raise ConfigError(f"{origin}: {name} must be a table, found {table!r}")
    defaults = vars(kind())
    if unknown := sorted(set(table) - set(defaults)):
        raise ConfigError(
            f"{origin}: {name} has unknown {', '.join(unknown)}; known are {', '.join(sorted(defaults))}"
        )
    return kind(
        **{key: _typed(f"{origin}: {name}.{key}", value, defaults[key]) for key, value in table.items()}
    )


def _typed(where: str, value: object, default: object) -> object:
    if isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.nan
        if math.isnan(number):  # it would pass every limit
            raise ConfigError(f"{where} must be a number, found {str(value)[:LONGEST]}")
        return number
    if isinstance(default, tuple):
        whole = isinstance(value, list) and all(type(item) is int for item in value)
        if whole and isinstance(value, list):
            return tuple(value)
        raise ConfigError(f"{where} must be a list of whole numbers, found {value!r}")
    if type(value) is not type(default):
        raise ConfigError(f"{where} must be like {default!r}, found {value!r}")
    return value
