"""How long a question waits, and how soon an answer stops, while the context is updated without a pause.

Two ways of keeping the background busy, side by side in one run: `sensors` (synthetic camera, sound and
motion that change at every hop, with hops of `--hop-s`; encoders and LLM take turns) and `rows` (the same
session, but new embedding rows appear as soon as the last are in: the LLM alone, never idle).
Questions come at random moments. A wait is held against the batch that ran when the question came; the
end of a cancelled answer against one decode step, and by how many steps and batches were still begun
after it was to stop, which no busy machine can blur. Knows when a method of the session begins and ends, by
standing in for it; refuses to know more. Times are in milliseconds.

    python benchmarks/live_waits.py --questions 300 --stops 150 --output benchmarks/results/live_waits.json
"""

import argparse
import bisect
import json
import os
import platform
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from live_waits_parts import Watch, session

import anymal
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions

QUESTIONS = ("What do you see?", "What do you hear?", "What am I doing?", "Tell me what is going on, please.")
RATIOS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)


def ask_and_wait(live: LiveSession, watch: Watch, count: int, rng: random.Random) -> dict[str, Any]:
    """Ask at random moments; returns waits beside the batches, and what ran when each question came."""
    answers = []
    began = time.monotonic()
    first, busy_from = len(watch.batches.begun), [len(spans.begun) for spans in watch.encodes]
    for _ in range(count):
        time.sleep(rng.uniform(0.02, 0.12))
        answers.append(live.ask(rng.choice(QUESTIONS)).answer(60))
    seconds = time.monotonic() - began
    batches = watch.batches.lengths_ms(first)
    encodes = [ms for spans, at in zip(watch.encodes, busy_from, strict=True) for ms in spans.lengths_ms(at)]
    waits = [answer.timings.wait_ms for answer in answers]
    beyond: dict[str, list[float]] = {"batch": [], "encoder": [], "nothing": []}
    for answer in answers:
        taken_ns = answer.asked_ns + answer.timings.wait_ms * 1e6
        batch_end = watch.batches.end_of(answer.asked_ns)
        encoding = any(spans.end_of(answer.asked_ns) for spans in watch.encodes)
        what = "batch" if batch_end else "encoder" if encoding else "nothing"
        beyond[what].append((taken_ns - (batch_end or answer.asked_ns)) / 1e6)
    longest, usual = max(batches), statistics.median(batches)
    return {
        "questions": count,
        "busy_share": {
            "batches": round(sum(batches) / 1e3 / seconds, 3),
            "encoders": round(sum(encodes) / 1e3 / seconds, 3),
        },
        "batch_ms": summary(batches),
        "encode_ms": summary(encodes),
        "wait_ms": summary(waits),
        "ttft_ms": summary([answer.timings.ttft_ms for answer in answers]),
        "flush_ms": summary([answer.timings.flush_ms for answer in answers]),
        "wait_over_median_batch": histogram(waits, usual),
        "waits_within_longest_batch": round(sum(wait <= longest for wait in waits) / count, 4),
        # The wait beyond the end of what ran: 0 means that the question was next, as it should be.
        "wait_beyond_running": {
            what: {"questions": len(found), **summary(found)} for what, found in beyond.items()
        },
    }


@dataclass(frozen=True)
class Stop:
    """From the wish to the end of the answer in ms; what was begun in between; what ran at that moment."""

    ms: float
    decodes: int
    batches: int
    running: str


def stop(
    live: LiveSession, watch: Watch, finished: dict[str, int], way: str, rng: random.Random
) -> Stop | None:
    """Have a long answer begun and stopped at a random moment; None when it had ended by itself."""
    question = f"Tell me everything, number {rng.randrange(10**9)}."
    stream = live.ask(question, generation=GenerationOptions(max_tokens=400))
    next(stream, None)
    time.sleep(rng.uniform(0.0, 0.12))
    began_ns = time.monotonic_ns()
    if way == "cancel":
        live.cancel()
        second = None
    else:
        second = live.ask(rng.choice(QUESTIONS))
    answer = stream.answer(60)
    if second is not None:
        second.answer(60)
    if answer.finish_reason != "cancelled":
        return None
    end_ns = finished.pop(question)
    running = "decode step" if watch.decodes.end_of(began_ns) else "neither"
    running = "batch" if watch.batches.end_of(began_ns) else running
    decodes, batches = (spans.begun_in(began_ns, end_ns) for spans in (watch.decodes, watch.batches))
    return Stop((end_ns - began_ns) / 1e6, decodes, batches, running)


def stop_often(
    live: LiveSession, watch: Watch, finished: dict[str, int], count: int, rng: random.Random
) -> dict[str, Any]:
    """Stop `count` answers each way; returns the times beside one decode step, and that with a batch."""
    first, first_batch = len(watch.decodes.begun), len(watch.batches.begun)
    ways: dict[str, list[Stop]] = {"cancel": [], "second_question": []}
    ended = 0
    for number in range(2 * count):
        way = tuple(ways)[number % 2]
        made = stop(live, watch, finished, way, rng)
        if made is None:
            ended += 1
        else:
            ways[way].append(made)
    decodes, batches = watch.decodes.lengths_ms(first), watch.batches.lengths_ms(first_batch)
    result: dict[str, Any] = {
        "answers_that_ended_by_themselves": ended,
        "decode_step_ms": summary(decodes),
        "batch_between_tokens_ms": summary(batches),
    }
    for way, stops in ways.items():
        found = [made.ms for made in stops]
        within = max(decodes) + (max(batches) if batches else 0.0)
        result[way] = {
            **summary(found),
            "over_median_decode_step": histogram(found, statistics.median(decodes)),
            "within_longest_decode_step": share(found, max(decodes)),
            "within_longest_decode_step_and_batch": share(found, within),
            "running_at_the_moment": dict(Counter(made.running for made in stops)),
            "decode_steps_begun_after": dict(Counter(str(made.decodes) for made in stops)),
            "batches_begun_after": dict(Counter(str(made.batches) for made in stops)),
        }
    return result


def share(values: list[float], limit: float) -> float:
    """The part of `values` that is at most `limit`."""
    return round(sum(value <= limit for value in values) / len(values), 4) if values else 0.0


def histogram(values: list[float], unit: float) -> dict[str, int]:
    """How many values lie below each ratio to `unit`, each counted once."""
    counts = [0] * (len(RATIOS) + 1)
    for value in values:
        counts[bisect.bisect_left(RATIOS, value / unit)] += 1
    names = [f"<= {ratio:g}" for ratio in RATIOS] + [f"> {RATIOS[-1]:g}"]
    return dict(zip(names, counts, strict=True))


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and maximum."""
    if not values:
        return {}
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
        "max": round(ordered[-1], 3),
    }


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure both kinds of background with one assistant."""
    results: dict[str, Any] = {}
    with anymal.load(arguments.bundle, AssistantOptions(threads=arguments.threads)) as assistant:
        model: Any = assistant._model
        ends = model.end_ids
        for kind in ("sensors", "rows"):
            rng = random.Random(arguments.seed)
            with session(assistant, kind, arguments) as (live, watch, finished):
                waits = ask_and_wait(live, watch, arguments.questions, rng)
                model.end_ids = frozenset()  # answers last, so that they can be stopped
                stops = stop_often(live, watch, finished, arguments.stops, rng)
                model.end_ids = ends
                results[kind] = {"waits": waits, "stops": stops}
    return results


def table(results: dict[str, Any]) -> str:
    """The figures side by side, one line each."""
    lines = [f"{'':44}{'p50':>9}{'p95':>9}{'max':>9}"]
    for kind, found in results.items():
        waits, stops = found["waits"], found["stops"]
        rows = {
            "one background batch": waits["batch_ms"],
            "one run of an encoder": waits["encode_ms"],
            "wait of a question": waits["wait_ms"],
            "its wait beyond the batch that ran": waits["wait_beyond_running"]["batch"],
            "one decode step": stops["decode_step_ms"],
            "from cancel() to the answer's end": stops["cancel"],
            "from a second ask to the first's end": stops["second_question"],
        }
        for name, figures in rows.items():
            values = "".join(f"{figures.get(part, float('nan')):9.2f}" for part in ("p50", "p95", "max"))
            lines.append(f"{kind:8}{name:36}{values}")
        for way in ("cancel", "second_question"):
            begun = stops[way]["decode_steps_begun_after"]
            lines.append(f"{kind:8}{way}: answers by decode steps begun after it: {begun}")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--questions", type=int, default=300, help="of each kind of background")
    parser.add_argument("--stops", type=int, default=150, help="of each way to stop, of each kind")
    parser.add_argument("--hop-s", type=float, default=0.05)
    parser.add_argument("--step", type=int, default=LiveOptions().step, help="positions per batch")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results = measure(arguments)
    result = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        "load_average_at_end": os.getloadavg()[0],
        "step": arguments.step,
        "results": results,
    }
    text = json.dumps(result, indent=1)
    print(text)
    print(table(results))
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
