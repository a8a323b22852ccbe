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
from anymal.bench.typed_json import value_of
from anymal.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["BUILT_IN", "SCENARIOS", "Plan", "built_in", "parse_plan", "read_plan"]

FOLDER = Path(__file__).resolve().parent / "scenarios"
BUILT_IN = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
"""Names of the scenarios the package brings."""
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
    if name not in BUILT_IN:
        raise ConfigError(f"there is no scenario {name!r}; there are {', '.join(BUILT_IN)}, or give a file")
    return FOLDER / f"{name}.toml"


def read_plan(path: Path) -> Plan:
    """Read a scenario file; raises `ConfigError` naming the file and the key."""
    try:
        return parse_plan(path.read_text(encoding="utf-8-sig"), str(path))
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
            limits=_limits(tree, origin),
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
    if isinstance(default, tuple):
        whole = isinstance(value, list) and all(type(item) is int for item in value)
        if whole and isinstance(value, list):
            return tuple(value)
        raise ConfigError(f"{where} must be a list of whole numbers, found {value!r}")
    if isinstance(value, float) and math.isinf(value):
        raise ConfigError(f"{where} must be a finite number, found {value}; 1e9 is as good as no limit")
    try:
        return value_of(type(default), value, where)
    except ValueError as error:
        raise ConfigError(str(error)) from error


def _limits(tree: Mapping[str, Any], origin: str) -> NoiseLimits:
    limits = _table(NoiseLimits, tree, "limits", origin) or NoiseLimits()
    for name, value in vars(limits).items():
        if value < 0:
            raise ConfigError(f"{origin}: limits.{name} must be at least 0, found {value:g}")
    return limits
