"""The process that scenario `soak` starts: a live session, questions, and what it uses once a second.

Knows psutil and one session; refuses to judge. Prints one JSON object of columns.
"""

import json
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import anymal
from anymal.bench.live_ready import wait_for_senses
from anymal.bench.memory import peak_rss_mb
from anymal.bench.parent import end_with_parent
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.spare_cores import children_of

__all__ = ["resident_mb", "soak"]

ANSWER_S = 300.0
SAMPLE_S = 1.0
MIB = 1 << 20
SENSORS = {
    "camera": ("image", "synthetic:image?fps=10&width=256&height=256"),
    "mic": ("audio", "synthetic:audio?sound=beeps"),
    "imu": ("imu", "synthetic:imu?motion=walk&noise=0.1"),
}
QUESTIONS = ("What do you see?", "What do you hear?", "What am I doing?", "What is going on?")


def soak(asked: dict[str, Any]) -> dict[str, list[float]]:
    """Run the session and return what it used; raises `EngineError` when a sensor gives nothing."""
    options = AssistantOptions(**asked["options"])
    generation = GenerationOptions(max_tokens=asked["max_tokens"])
    with anymal.load(asked["bundle"], options) as assistant:
        given: dict[str, Any] = {
            name: uri for name, (modality, uri) in SENSORS.items() if modality in assistant.modalities
        }
        with assistant.live(**given, options=LiveOptions(history=0), generation=generation) as live:
            wait_for_senses(live)
            columns = _run(live, asked["seconds"], asked["every_s"])
    columns["peak_rss_mb"] = [max([peak_rss_mb() or 0.0, *columns["rss_mb"]])]
    return columns


def resident_mb(numbers: Iterable[int]) -> float:
    """Return the resident MiB of these processes; one that has ended since it was listed has none."""
    import psutil  # type: ignore[import-untyped]

    taken = 0
    for number in numbers:
        with suppress(psutil.NoSuchProcess):
            taken += psutil.Process(number).memory_info().rss
    return taken / MIB


def _run(live: LiveSession, seconds: float, every_s: float) -> dict[str, list[float]]:
    """Ask in a closed loop: every `every_s` after the question before, or when its answer has ended."""
    import psutil

    process = psutil.Process()
    count_handles = process.num_handles if sys.platform == "win32" else process.num_fds
    names = ("at_s", "rss_mb", "handles", "threads", "ttft_ms")
    columns: dict[str, list[float]] = {name: [] for name in names}
    began_s = time.monotonic()
    sample_s = ask_s = 0.0
    stream: LiveStream | None = None
    number = 0
    while (at_s := time.monotonic() - began_s) < seconds:
        if at_s >= sample_s:
            row = (at_s, resident_mb((process.pid, *children_of())), count_handles(), process.num_threads())
            for name, value in zip(names, row, strict=False):
                columns[name].append(float(value))
            sample_s = (at_s // SAMPLE_S + 1) * SAMPLE_S  # seconds that were missed are not made up for
        if at_s >= ask_s and (stream is None or stream.done):
            _take(stream, columns)
            stream = live.ask(QUESTIONS[number % len(QUESTIONS)])
            number, ask_s = number + 1, at_s + every_s
        time.sleep(0.005)
    _take(stream, columns)
    return columns


def _take(stream: LiveStream | None, columns: dict[str, list[float]]) -> None:
    if stream is not None:
        columns["ttft_ms"].append(stream.answer(ANSWER_S).timings.ttft_ms)


if __name__ == "__main__":
    end_with_parent()
    sys.stdout.write(json.dumps(soak(json.loads(sys.argv[1]))))
