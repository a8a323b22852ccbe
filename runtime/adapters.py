"""Which of a bundle's LoRA adapters an answer is given with.

Knows the rule: an adapter named after a sense goes with that sense, any other is asked for by name;
refuses to know how llama.cpp applies one.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from anymal.errors import ConfigError
from anymal.samples import Modality

if TYPE_CHECKING:
    from anymal.engines.manifest import AdapterSpec

__all__ = ["NO_ADAPTER", "choose_adapters"]

NO_ADAPTER = "none"
"""What a user says for the LLM alone; no adapter of a bundle is called so."""


def choose_adapters(
    adapters: "Sequence[AdapterSpec]", senses: Collection[Modality], wanted: str | None
) -> tuple[str, ...]:
    """Return the names to switch on: exactly `wanted`, none for `"none"`, those of `senses` for None.

    Raises `ConfigError` for a name the bundle does not have.
    """
    names = [adapter.name for adapter in adapters]
    if wanted is None:
        return tuple(name for name in names if name in senses)
    if wanted == NO_ADAPTER:
        return ()
    if wanted not in names:
        have = ", ".join(names) if names else "none"
        raise ConfigError(f"adapter {wanted!r} is unknown; this bundle has {have}")
    return (wanted,)
