"""TTFT of a live session against a cold `ask` about the very same windows, question by question in one run.

A recording with a camera, a microphone and an IMU is played in real time into a live session;
questions come at random moments, and each is also put to a second assistant that gets the samples
behind the live answer's windows. Knows times and texts; refuses to look inside either side.

    python benchmarks/live_ttft.py --questions 200 --output benchmarks/results/live_ttft.json
"""

import argparse
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import anymal
from anymal.engines.bundle import find_bundle, load_bundle
from anymal.runtime.demo_recording import sound_rate_hz, write_recording
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import Modality, Sample

QUESTIONS = (
    "What do you see?",
    "What do you hear?",
    "What am I doing?",
    "What is going on?",
    "Is there a red circle?",
    "Which colour is the shape in the picture, please?",
    "Tell me everything you notice right now.",
)


class Windows:
    """Remembers the samples behind every window a live session sensed."""

    def __init__(self, live: LiveSession) -> None:
        self._samples: dict[tuple[Modality, int], tuple[Sample, ...]] = {}
        for stream in live._streams.values():
            self._listen(stream)

    def _listen(self, stream: Any) -> None:
        sense = stream.sense

        def remembered(between: Any) -> Any:
            samples = tuple(stream._window.take())
            sensed = sense(between)
            if sensed is not None:
                # A picture that counted as still is the one encoded before it, under its own start.
                key = (sensed.modality, min(e.start_ns for e in sensed.embeddings))
                self._samples.setdefault(key, samples)
            return sensed

        stream.sense = remembered

    def of(self, modality: Modality, start_ns: int) -> tuple[Sample, ...]:
        """Return the samples of the window that starts at `start_ns`."""
        return self._samples[modality, start_ns]


def measure(arguments: argparse.Namespace, recording: Path) -> tuple[list[dict[str, float]], int]:
    """Ask live and cold in turns; returns the times of each pair, and how many texts differed.

    Earlier turns would make the live prompt longer than the cold one, so none are kept.
    """
    generation = GenerationOptions(max_tokens=arguments.max_tokens)
    options = AssistantOptions(threads=arguments.threads, reuse=False)
    rng = random.Random(arguments.seed)
    pairs: list[dict[str, float]] = []
    different = 0
    uri = f"replay:{recording}?speed=1"
    with (
        anymal.load(arguments.bundle, options) as hot,
        anymal.load(arguments.bundle, options) as cold,
        hot.live(camera=uri, mic=uri, imu=uri, options=LiveOptions(history=0), generation=generation) as live,
    ):
        windows = Windows(live)
        if not live.ready(30.0):
            raise SystemExit(f"no windows: {live.status()}")
        cold.ask("Are you there?", generation=generation)  # opens nothing, but warms the pages
        for _ in range(arguments.questions):
            time.sleep(rng.uniform(0.0, arguments.pause_s))
            question = rng.choice(QUESTIONS)
            answer = live.ask(question).answer(60)
            given: dict[str, Any] = {
                w.modality: windows.of(w.modality, w.start_ns)[0] for w in answer.windows
            }
            asked = cold.ask(question, generation=generation, **given)
            different += asked.text != answer.text
            pairs.append(
                {
                    "live_ms": answer.timings.ttft_ms,
                    "wait_ms": answer.timings.wait_ms,
                    "cold_ms": asked.timings.ttft_ms,
                    "age_s": max(w.age_s for w in answer.windows),
                }
            )
    return pairs, different


def summary(values: list[float]) -> dict[str, float]:
    """Median, 95th percentile and maximum."""
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
        "max": round(ordered[-1], 3),
    }


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--pause-s", type=float, default=0.6)
    parser.add_argument("--turn-s", type=float, default=0.5, help="what both answers take, for the recording")
    parser.add_argument("--max-tokens", type=int, default=24)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder) / "walk.mcap"
        seconds = 30 + arguments.questions * (arguments.pause_s + arguments.turn_s)
        manifest = load_bundle(find_bundle(arguments.bundle), verify=False).manifest
        write_recording(recording, seconds, rate_hz=sound_rate_hz(manifest))
        pairs, different = measure(arguments, recording)
    columns = {name: [pair[name] for pair in pairs] for name in pairs[0]}
    result = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        "load_average_at_end": os.getloadavg()[0],
        "questions": len(pairs),
        "answers_that_differ": different,
        **{name: summary(values) for name, values in columns.items()},
        "ratio_of_medians": round(summary(columns["live_ms"])["p50"] / summary(columns["cold_ms"])["p50"], 4),
        "ratio_of_p95": round(summary(columns["live_ms"])["p95"] / summary(columns["cold_ms"])["p95"], 4),
    }
    text = json.dumps(result, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
