"""What a failed `llama_decode` means, as errors that say what to do.

Knows llama.cpp's return codes; refuses to know batches and sequences.
"""

from collections.abc import Sequence

from anymal.engines.base import Interrupted
from anymal.engines.llama_log import first_complaint
from anymal.errors import AnymalError, ContextFull, EngineError

__all__ = ["decode_failure"]

NO_ROOM, STOPPED = 1, 2  # no KV slot for the batch; the abort callback said so


def decode_failure(status: int, count: int, n_ctx: int, resident: Sequence[int]) -> AnymalError | Interrupted:
    """Return what to raise for `status`, not 0, of a batch of `count` positions (`llama_decode`).

    `resident`: how many positions each sequence holds, of `n_ctx` cells.
    """
    reason = first_complaint() or "no reason given"
    if status == STOPPED:
        return Interrupted(f"a batch of {count} positions was stopped")
    if status == NO_ROOM:
        return ContextFull(
            f"the LLM's {n_ctx} cells are full: sequences hold {list(resident)} positions; clear one of them"
        )
    return EngineError(f"llama.cpp cannot decode {count} positions (status {status}: {reason})")
