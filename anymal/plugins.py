"""What other distributions add: sensors, protocols and engines, by the entry points they declare.

Knows one group at a time, and scans only when asked, for that takes tens of milliseconds; refuses to know
what is added. Who asks looks at its own table first: what is ours stays ours.
"""

from typing import TYPE_CHECKING, Any

from anymal.errors import AnymalError

if TYPE_CHECKING:
    from importlib import metadata

__all__ = ["find_plugin", "plugin_names"]


def plugin_names(group: str) -> tuple[str, ...]:
    """Return the names in the entry point group."""
    return tuple(point.name for point in _points(group))


def find_plugin(group: str, name: str, what: str, error: type[AnymalError]) -> tuple[Any, str] | None:
    """Return what `name` stands for in the group, and how messages name it; None where nobody declares it.

    Raises `error`, which begins with `what` it is for, when it cannot be imported, whatever went wrong in it.
    """
    for point in _points(group):
        if point.name == name:
            try:
                return point.load(), point.value
            except Exception as fault:
                told = f"{type(fault).__name__}: {fault}"
                cure = "install it anew or remove that distribution"
                raise error(f"{what} {point.value}, which cannot be imported ({told}); {cure}") from fault
    return None


def _points(group: str) -> "metadata.EntryPoints":
    from importlib import metadata

    return metadata.entry_points(group=group)
