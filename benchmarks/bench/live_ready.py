"""Waiting for a live session's first windows, before anything of it is measured.

Knows how long that may take; refuses to go on without: figures of a session without senses are of nothing.
"""

from anymal.errors import EngineError
from anymal.runtime.live import LiveSession

__all__ = ["READY_S", "wait_for_senses"]

READY_S = 60.0


def wait_for_senses(live: LiveSession) -> None:
    """Return when every sensor had a window; raises `EngineError` when one has none in `READY_S`."""
    if not live.ready(READY_S):
        raise EngineError(f"no window of every sensor within {READY_S:g} s: {live.status().failures}")
