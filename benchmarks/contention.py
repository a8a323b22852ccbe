"""Live answers beside a foreign process that keeps one core busy, against the same on a quiet machine.

Knows turns (quiet, busy, quiet, ...), each in a fresh process, and the ratio of their percentiles; refuses to
know how a session answers. The foreign process is a Python that counts: it never sleeps and never yields.

    python benchmarks/contention.py --bundle nano --turns 2 --output benchmarks/results/contention-nano.json
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from anymal.bench.live_scenario import LivePlan, run_live
from anymal.bench.machine import load_average, read_machine
from anymal.bench.stats import percentile
from anymal.engines.bundle import find_bundle
from anymal.runtime.options import AssistantOptions

FIGURES = ("answer_ttft_ms", "answer_wait_ms", "answer_flush_ms", "answer_prefill_ms", "token_gap_ms")
BUSY = "while True:\n    pass"
LIMIT = 2.0
TIMEOUT_S = 600.0


@contextmanager
def foreign(count: int) -> Iterator[None]:
    """Keep `count` processes busy meanwhile."""
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def answers(bundle: Path, plan: LivePlan, threads: int | None) -> dict[str, list[float]]:
    """Samples of each figure of one live session in this process."""
    options = AssistantOptions(threads=threads, allow_unverified=True)  # random weights are not verified
    found = run_live(bundle, options, plan)
    return {name: list(found[name].samples) for name in FIGURES}


def in_child(argv: list[str]) -> dict[str, list[float]]:
    """The same in a fresh process: an OpenMP library reads its settings once."""
    done = subprocess.run(
        [sys.executable, __file__, *argv, "--child"], capture_output=True, text=True, timeout=TIMEOUT_S
    )
    if done.returncode:
        raise SystemExit(done.stderr.strip().splitlines()[-1])
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def summary(samples: list[float]) -> dict[str, float]:
    """Count and percentiles."""
    shares = {"p50": 0.5, "p95": 0.95}
    found = {name: round(percentile(samples, share), 3) for name, share in shares.items()}
    return {"n": len(samples), **found}


def main() -> int:
    """Measure, print, write; returns 1 when p95 grew by more than the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--questions", type=int, default=40, help="of each turn")
    parser.add_argument("--turns", type=int, default=2, help="how often quiet and busy alternate")
    parser.add_argument("--busy", type=int, default=1, help="foreign processes")
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--max-tokens", type=int, default=8)
    parser.add_argument("--turn-s", type=float, default=1.0, help="what an answer takes at most")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    plan = LivePlan(
        arguments.questions, per_s=2.0, warmup=3, max_tokens=arguments.max_tokens, turn_s=arguments.turn_s
    )
    if arguments.child:
        print(json.dumps(answers(find_bundle(arguments.bundle), plan, arguments.threads)))
        return 0
    before = load_average()
    taken: dict[str, dict[str, list[float]]] = {
        name: {one: [] for one in FIGURES} for name in ("quiet", "busy")
    }
    for _ in range(arguments.turns):
        for name, count in (("quiet", 0), ("busy", arguments.busy)):
            with foreign(count):
                for figure, samples in in_child(sys.argv[1:]).items():
                    taken[name][figure] += samples
    found = {figure: {name: summary(taken[name][figure]) for name in taken} for figure in FIGURES}
    for figure, sides in found.items():
        ratios = {share: sides["busy"][share] / sides["quiet"][share] for share in ("p50", "p95")}
        sides["ratio"] = {name: round(ratio, 3) for name, ratio in ratios.items()}
        print(figure, *(f"{name} {numbers}" for name, numbers in sides.items()), sep="  ")
    if arguments.output is not None:
        record = {"command": sys.argv, "machine": asdict(read_machine(before)), "figures": found}
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return int(found["answer_ttft_ms"]["ratio"]["p95"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
