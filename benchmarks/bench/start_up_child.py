"""The process that scenario `start_up` starts: one question about a picture, and when what was done.

Knows the order import, load, first word, answer; refuses to do anything before the first mark is taken, and
to count what the bench does for itself. Prints one JSON object of milliseconds and mebibytes.
"""

import time

BEGAN_NS = time.monotonic_ns()  # before anything else is imported

import json  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

__all__ = ["first_answer"]

NS_PER_MS = 1e6
MAX_TOKENS = 24


def first_answer(asked: dict[str, Any]) -> dict[str, float]:
    """Import, load and ask; `started_ns` is the parent's monotonic clock, which all processes share.

    Stdin has the picture: drawing it here would import what loading and asking must import for themselves.
    While it is read the clock stands still: start, import, load and first add up to the time to the first
    word.
    """
    import anymal
    import anymal.runtime.assistant  # what `anymal.load` would import
    from anymal.runtime.options import AssistantOptions, GenerationOptions

    imported_ns = time.monotonic_ns()
    import numpy as np

    from anymal.samples import Frame

    image = Frame(0, np.frombuffer(sys.stdin.buffer.read(), np.uint8).reshape(asked["picture"]))
    keys = ("threads", "n_ctx", "device", "allow_unverified")
    options = AssistantOptions(**{key: asked[key] for key in keys})
    generation = GenerationOptions(max_tokens=MAX_TOKENS)
    ready_ns = time.monotonic_ns()
    with anymal.load(asked["bundle"], options) as assistant:
        loaded_ns = time.monotonic_ns()
        given: dict[str, Any] = {"image": image} if "image" in assistant.modalities else {}
        first_ns = 0
        for _ in assistant.stream("What do you see?", generation=generation, **given):
            first_ns = first_ns or time.monotonic_ns()
        answered_ns = time.monotonic_ns()
        first_ns = first_ns or answered_ns  # an answer without text
    own_ns = ready_ns - imported_ns
    marks = {
        "start_ms": (BEGAN_NS - asked["started_ns"]) / NS_PER_MS,
        "import_ms": (imported_ns - BEGAN_NS) / NS_PER_MS,
        "load_ms": (loaded_ns - ready_ns) / NS_PER_MS,
        "first_ms": (first_ns - loaded_ns) / NS_PER_MS,
        "load_to_answer_ms": (answered_ns - ready_ns) / NS_PER_MS,
        "start_to_first_ms": (first_ns - asked["started_ns"] - own_ns) / NS_PER_MS,
    }
    from anymal.bench.memory import peak_rss_mb  # nothing is timed any more

    peak_mb = peak_rss_mb()
    return marks if peak_mb is None else marks | {"peak_rss_mb": peak_mb}


if __name__ == "__main__":
    from anymal.bench.parent import end_with_parent

    end_with_parent()
    sys.stdout.write(json.dumps(first_answer(json.loads(sys.argv[1]))))
