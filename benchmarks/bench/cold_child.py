"""The process that scenario `cold` starts: one question about a picture, and when what was done.

Knows the order import, load, first word; refuses to do anything before the first mark is taken, and to answer
more than that word. Prints one JSON object of milliseconds and megabytes.
"""

import time

BEGAN_NS = time.monotonic_ns()  # before anything else is imported

import json  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

__all__ = ["first_word"]

NS_PER_MS = 1e6


def first_word(asked: dict[str, Any]) -> dict[str, float]:
    """Import, load and ask; `started_ns` is the parent's monotonic clock, which all processes share."""
    import anymal
    from anymal.bench.inputs import own_encoders, samples_for
    from anymal.runtime.options import AssistantOptions, GenerationOptions

    keys = ("threads", "n_ctx", "device", "allow_unverified")
    options = AssistantOptions(**{key: asked[key] for key in keys})
    import anymal.runtime.assistant  # what `anymal.load` would import

    imported_ns = time.monotonic_ns()
    with anymal.load(asked["bundle"], options) as assistant:
        loaded_ns = time.monotonic_ns()
        image = own_encoders(assistant.bundle.manifest).get("image")
        given: dict[str, Any] = {} if image is None else {"image": samples_for(image)[0]}
        asked_ns = time.monotonic_ns()
        for _ in assistant.stream("What do you see?", generation=GenerationOptions(max_tokens=2), **given):
            break
        first_ns = time.monotonic_ns()
    marks = {
        "start_ms": (BEGAN_NS - asked["started_ns"]) / NS_PER_MS,
        "import_ms": (imported_ns - BEGAN_NS) / NS_PER_MS,
        "load_ms": (loaded_ns - imported_ns) / NS_PER_MS,
        "first_ms": (first_ns - asked_ns) / NS_PER_MS,
        "cold_first_word_ms": (first_ns - asked["started_ns"]) / NS_PER_MS,
    }
    return marks | _peak()


def _peak() -> dict[str, float]:
    try:
        import resource
    except ImportError:  # Windows has no such call
        return {}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak_rss_mb": peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(first_word(json.loads(sys.argv[1]))))
