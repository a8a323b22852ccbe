"""Facts to JSON and back, so that a feature store needs no pickle.

Knows the shapes of the records in `training.facts`; refuses to know what they mean.
"""

import json
from dataclasses import asdict
from typing import Any

from anymal.training.facts import Item, MotionFacts, PictureFacts, SoundFacts, VideoFacts

__all__ = ["Facts", "dump_facts", "load_facts"]

Facts = PictureFacts | VideoFacts | SoundFacts | MotionFacts
_TYPES = {kind.__name__: kind for kind in (PictureFacts, VideoFacts, SoundFacts, MotionFacts)}


def dump_facts(facts: tuple[Facts, ...]) -> str:
    """One JSON array, each record tagged with its type."""
    return json.dumps([{"type": type(one).__name__, **asdict(one)} for one in facts])


def load_facts(text: str) -> tuple[Facts, ...]:
    """The inverse of `dump_facts`."""
    return tuple(_record(fields) for fields in json.loads(text))


def _record(fields: dict[str, Any]) -> Facts:
    kind = _TYPES[fields.pop("type")]
    return kind(**{name: _value(name, value) for name, value in fields.items()})


def _value(name: str, value: Any) -> Any:
    if name == "items":
        return tuple(Item(**item) for item in value)
    if name in ("item", "other"):
        return Item(**value) if value is not None else None
    return tuple(value) if isinstance(value, list) else value
