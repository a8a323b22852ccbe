"""Compares every peer with ours on one shape and writes the table and the record.

Knows where the files of a shape lie and which peers can be asked; refuses to know the order of measuring
(`measure.py`) and how a peer works (`worker_*.py`).

    python benchmarks/peers/run.py smolvlm --output build/peers/smolvlm.json
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from anymal.bench.machine import load_average, read_machine
from anymal.bench.record import Figure
from benchmarks.peers.catalog import HERE, PEERS, environments_folder, python_of
from benchmarks.peers.figures import OURS, fastest, figures_of, ratios
from benchmarks.peers.install_size import environment_mb, requirements_mb
from benchmarks.peers.measure import Measured, Plan, measure
from benchmarks.peers.shapes import SHAPES


@dataclass
class _Chosen:
    """The peers that can be asked: how to start each, what it loads and what it takes on the disk."""

    commands: dict[str, list[str]] = field(default_factory=dict)
    models: dict[str, Path] = field(default_factory=dict)
    options: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)


def choose(shape: str, models: Path, environments: Path) -> _Chosen:
    """Every peer of the catalog with what it needs for `shape`, or the reason why it is skipped."""
    chosen = _Chosen()
    for name, peer in PEERS.items():
        python = python_of(peer, environments, SHAPES[shape].kind)
        if isinstance(python, str):
            chosen.skipped[name] = python
            continue
        files = models / (shape if peer.ours else SHAPES[shape].peers_have or shape) / peer.files
        if not files.is_dir():
            chosen.skipped[name] = f"{files} is missing; run python benchmarks/peers/prepare.py {shape}"
            continue
        chosen.commands[name] = [str(python), str(HERE / peer.worker)]
        chosen.models[name], chosen.options[name] = files, peer.options
        chosen.sizes[name] = (
            requirements_mb("anymal-edge", "cpu", HERE.parent.parent)
            if peer.ours
            else environment_mb(python.parent.parent)
        )
    return chosen


def table(peers: Mapping[str, Mapping[str, Figure]], found: Measured, skipped: Mapping[str, str]) -> str:
    """The figures as aligned text: p50 (95 % interval) and p95; what was refused, and who is not there."""
    lines = []
    for name, figures in peers.items():
        about = found.peers.get(name, {})
        lines.append(f"{name}  {about.get('version', '')}; {about.get('precision', '')}")
        lines += [
            f"  {one.name:<16}{one.p50:>10.4g}  ({one.between or 'one sample'})"
            f"  p95 {one.p95:.4g} {one.unit}  n={one.n}"
            for one in figures.values()
        ]
    lines += [f"skipped  {name}: {why}" for name, why in skipped.items()]
    lines += [f"failed   {name}: {why}" for name, why in found.failed.items()]
    lines += [f"refused  {part}: {why}" for part, why in found.refused.items()]
    return "\n".join(lines)


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The same model in every runtime, side by side.")
    parser.add_argument("shape", choices=tuple(SHAPES))
    parser.add_argument("--models", type=Path, default=environments_folder() / "models", help="(%(default)s)")
    parser.add_argument("--rounds", type=int, default=24, help="new frames per peer (%(default)s)")
    parser.add_argument("--live", type=int, default=40, help="questions of each kind (%(default)s)")
    parser.add_argument("--blocks", type=int, default=4, help="both are split into (%(default)s)")
    parser.add_argument("--starts", type=int, default=3, help="of every worker (%(default)s)")
    parser.add_argument("--threads", type=int, default=2, help="(%(default)s)")
    parser.add_argument("--max-tokens", type=int, default=16, help="(%(default)s)")
    parser.add_argument("--allow-noise", action="store_true", help="keep blocks that the noise watch refuses")
    parser.add_argument("--retries", type=int, default=3, help="of a block that is refused (%(default)s)")
    parser.add_argument("--output", type=Path)
    given = parser.parse_args(argv)
    for name in ("rounds", "live", "blocks", "starts", "threads", "max_tokens"):
        if getattr(given, name) < (1 if name in ("blocks", "starts", "threads", "max_tokens") else 0):
            parser.error(f"--{name.replace('_', '-')} is too small: {getattr(given, name)}")
    return given


def main(argv: list[str] | None = None) -> int:
    """Measure, print the table and write the record; 1 when there is no figure to compare with."""
    given = _arguments(argv)
    if given.output:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.touch()  # what cannot be written is said before the measurement
    began_load = load_average()
    chosen = choose(given.shape, given.models, environments_folder())
    plan = Plan(
        chosen.models,
        given.rounds,
        given.live,
        given.threads,
        given.max_tokens,
        blocks=given.blocks,
        starts=given.starts,
        options=chosen.options,
        keep_noisy=given.allow_noise,
        retries=given.retries,
    )
    found = measure(plan, chosen.commands)
    for name, size in chosen.sizes.items():
        found.samples[name]["install_mb"] = [size]
    peers = {name: figures_of(columns) for name, columns in found.samples.items()}
    compared = ratios(peers)
    print(table(peers, found, chosen.skipped))
    print(json.dumps(compared | fastest(peers), indent=1))
    record = {
        "command": " ".join(["benchmarks/peers/run.py", *(argv or sys.argv[1:])]),
        "shape": {"name": given.shape, **asdict(SHAPES[given.shape])},
        "threads": given.threads,
        "max_tokens": given.max_tokens,
        "machine": asdict(read_machine(began_load)),
        "peers": found.peers,
        "skipped": chosen.skipped,
        "failed": found.failed,
        "noise": found.noise,
        "refused": found.refused,
        "noisy_blocks_kept": given.allow_noise,
        "figures": {name: {one: asdict(f) for one, f in figures.items()} for name, figures in peers.items()},
        "ratios": compared,
        "fastest": fastest(peers),
    }
    if given.output:
        given.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0 if compared and OURS not in found.failed else 1


if __name__ == "__main__":
    sys.exit(main())
