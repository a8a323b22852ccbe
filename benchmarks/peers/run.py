"""Asks every peer the same questions about the same pictures, in turns, in one run.

Knows the order of measuring; refuses to know how a peer works (`worker_*.py`). All workers stay loaded; only
one works at a time. Live sessions are open only during their own turn.

    python benchmarks/peers/run.py --shape smolvlm --checkpoint FOLDER --bundle FOLDER \\
        --rounds 8 --output benchmarks/results/peers.json
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from anymal.bench.machine import load_average, read_machine
from anymal.bench.record import Figure
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.demo_samples import picture
from benchmarks.peers.catalog import HERE, PEERS, environments_folder, install_size_mb, python_of
from benchmarks.peers.figures import OURS, Samples, figures_of, ratios
from benchmarks.peers.process import PeerError, PeerProcess

QUESTION = "What is in the picture?"
RECORDING_S = 3.0
"""Seconds of recording per live question, beside `SPARE_S` of a session."""
SPARE_S = 10.0


@dataclass(frozen=True)
class Plan:
    """`rounds` of one new and one repeated frame per peer after `warmup`; `live` questions of each kind."""

    models: Mapping[str, Path]
    rounds: int
    live: int
    threads: int
    max_tokens: int
    warmup: int = 1


def measure(plan: Plan, commands: Mapping[str, Sequence[str]]) -> tuple[dict[str, Samples], dict[str, Any]]:
    """Run the workers `commands` in turns; returns samples per peer, and facts (versions, failures).

    A peer that fails is left out from then on, with its error among the facts; the others go on.
    """
    samples: dict[str, Samples] = {name: {} for name in commands}
    facts: dict[str, Any] = {"peers": {}, "failed": {}}
    with ExitStack() as stack, tempfile.TemporaryDirectory() as scratch:
        workers: dict[str, PeerProcess] = {}
        for name, command in commands.items():
            began_s = time.perf_counter()
            workers[name] = stack.enter_context(PeerProcess(name, command))
            try:
                loaded = workers[name].call("load", model=str(plan.models[name]), threads=plan.threads)
            except PeerError as error:
                workers.pop(name).close()
                facts["failed"][name] = str(error)
                continue
            samples[name]["start_up_ms"] = [(time.perf_counter() - began_s) * 1e3]
            facts["peers"][name] = loaded
        for number in range(plan.warmup + plan.rounds):
            shown = Path(scratch) / f"{number}.png"
            Image.fromarray(picture(10 + 2 * number % 70)).save(shown)
            for name in list(workers):
                try:
                    taken = _turn(workers[name], shown, plan)
                except PeerError as error:
                    workers.pop(name).close()
                    facts["failed"][name] = str(error)
                    continue
                if number >= plan.warmup:
                    _add(samples[name], taken)
        if OURS in workers and plan.live:
            try:
                _live(workers[OURS], samples[OURS], plan, Path(scratch) / "walk.mcap")
            except PeerError as error:
                facts["failed"][f"{OURS} live"] = str(error)
    return samples, facts


def _turn(worker: PeerProcess, shown: Path, plan: Plan) -> dict[str, float]:
    """One new frame, the same again, and the encoder alone where the answer does not tell."""
    given = {"picture": str(shown), "question": QUESTION, "max_tokens": plan.max_tokens}
    new, again = worker.call("ask", **given), worker.call("ask", **given)
    if "encode_ms" not in new:
        new |= worker.call("encode", picture=str(shown))
    return {
        "new_ttft_ms": new["ttft_ms"],
        "repeat_ttft_ms": again["ttft_ms"],
        **{name: again[name] for name in ("tokens_per_s", "peak_rss_mb") if name in again},
        **{name: new[name] for name in ("encode_ms",) if name in new},
    }


def _live(worker: PeerProcess, samples: Samples, plan: Plan, recording: Path) -> None:
    """Live answers as they are by default, and with a frame captured after the question."""
    write_recording(recording, SPARE_S + RECORDING_S * plan.live)
    for kind, max_age_s in (("live", None), ("fresh", 0.0)):
        given = {"question": QUESTION, "max_tokens": plan.max_tokens, "seed": 1}
        told = worker.call("live", recording=str(recording), count=plan.live, max_age_s=max_age_s, **given)
        samples[f"{kind}_ttft_ms"], samples[f"{kind}_age_ms"] = told["ttft_ms"], told["age_ms"]
        samples.setdefault("peak_rss_mb", []).append(told["peak_rss_mb"])


def _add(samples: Samples, taken: Mapping[str, float]) -> None:
    for name, value in taken.items():
        samples.setdefault(name, []).append(value)


def table(peers: Mapping[str, Mapping[str, Figure]], skipped: Mapping[str, str]) -> str:
    """The figures as aligned text: p50 (95 % interval) and p95, and why a peer is not among them."""
    lines = []
    for name, figures in peers.items():
        lines.append(name)
        lines += [
            f"  {one.name:<16}{one.p50:>10.4g}  ({one.low:.4g} to {one.high:.4g})"
            f"  p95 {one.p95:.4g} {one.unit}"
            for one in figures.values()
        ]
    lines += [f"skipped  {name}: {why}" for name, why in skipped.items()]
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Measure, print the table and write the record; 1 when no peer could be compared with."""
    parser = argparse.ArgumentParser(description="The same model in every runtime, side by side.")
    parser.add_argument("--shape", required=True, help="name of the shape, for the record")
    parser.add_argument("--checkpoint", type=Path, required=True, help="transformers' folder")
    parser.add_argument("--bundle", type=Path, required=True, help="ours, exported from it")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--live", type=int, default=20, help="questions of each kind (%(default)s)")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--max-tokens", type=int, default=8)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args(argv)
    began_load = load_average()
    commands, skipped, sizes = {}, {}, {}
    for name, peer in PEERS.items():
        python = python_of(peer, environments_folder())
        if isinstance(python, str):
            skipped[name] = python
            continue
        commands[name] = [str(python), str(HERE / peer.worker)]
        sizes[name] = install_size_mb(python.parent.parent)
    models = {name: arguments.bundle if name == OURS else arguments.checkpoint for name in commands}
    plan = Plan(models, arguments.rounds, arguments.live, arguments.threads, arguments.max_tokens)
    samples, facts = measure(plan, commands)
    for name, size in sizes.items():
        if name != OURS:  # this environment holds what training and tests need, too
            samples[name]["install_mb"] = [size]
    peers = {name: figures_of(columns) for name, columns in samples.items()}
    skipped |= facts.pop("failed")
    found = ratios(peers)
    print(table(peers, skipped))
    print(json.dumps(found, indent=1))
    record = {
        "command": " ".join(["benchmarks/peers/run.py", *(argv or sys.argv[1:])]),
        "shape": arguments.shape,
        "machine": asdict(read_machine(began_load)),
        **facts,
        "skipped": skipped,
        "figures": {name: {one: asdict(f) for one, f in figures.items()} for name, figures in peers.items()},
        "ratios": found,
    }
    if arguments.output:
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
