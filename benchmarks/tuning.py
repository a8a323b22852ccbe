"""Settings of ONNX Runtime, OpenMP and llama.cpp against each other, quiet and beside a busy process.

Knows a table of settings, and the pieces of work a live session is made of: an update (encode a picture,
decode its rows in batches), one such batch, a question, a token, opening the LLM.
Every setting runs in a fresh process, because libraries read theirs once, between two of what ships: only the
ratio to those two holds on a machine whose speed changes by the minute, and the first setting is what ships
once more, to show what the ratio is worth. Refuses to choose: docs/bench.md says what was chosen.

    python benchmarks/tuning.py --bundle nano --output benchmarks/results/tuning-nano.json
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from contention import foreign

from anymal.bench.inputs import own_encoders, samples_for
from anymal.bench.machine import load_average, read_machine
from anymal.engines.bundle import Bundle, find_bundle, load_bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.llama_native import usable_cores
from anymal.engines.onnx_threads import set_threads

ROWS = 64
QUESTION = "What is going on right now?"
TIMEOUT_S = 300.0
COLUMNS = ("load_ms", "encode_ms", "update_ms", "update_cpu_ms", "batch_ms", "question_ms", "token_ms")
Medians = dict[str, float]
SHIPPED = 0


@dataclass(frozen=True)
class Setting:
    """What is set otherwise than it ships; `step`: rows of a batch, `spin`: whether encoder threads do."""

    name: str
    env: Mapping[str, str] = field(default_factory=dict)
    llm: Mapping[str, Any] = field(default_factory=dict)
    step: int = 32
    spin: bool = False
    verify: bool = True


SETTINGS = (
    Setting("as shipped"),
    Setting("OpenMP: libgomp's own spinning", {"GOMP_SPINCOUNT": "300000"}),
    Setting("OpenMP: 500 turns", {"GOMP_SPINCOUNT": "500"}),
    Setting("OpenMP: 5,000 turns", {"GOMP_SPINCOUNT": "5000"}),
    Setting("OpenMP: no spinning", {"OMP_WAIT_POLICY": "passive"}),
    Setting("ONNX Runtime spins", spin=True),
    Setting("both spin", {"GOMP_SPINCOUNT": "300000"}, spin=True),
    Setting("LLM on one thread", llm={"threads": 1}),
    Setting("LLM on two threads", llm={"threads": 2}),
    Setting("batches of 16 rows", step=16),
    Setting("batches of 64 rows", step=64),
    Setting("flash attention", llm={"flash_attention": True}),
    Setting("keys and values in f32", llm={"kv_f32": True}),
    Setting("no hashes at loading", verify=False),
)


def measure(bundle_name: str, setting: Setting, repeats: int) -> Medians:
    """Return the median of every column, in this process."""
    began_s = time.perf_counter()
    bundle = load_bundle(find_bundle(bundle_name), verify=setting.verify)
    options = replace(LlamaOptions(n_ctx=bundle.manifest.llm.n_ctx, sequences=3), **setting.llm)
    with LlamaEngine(bundle.llm_path, options, bundle.llm_header) as model:
        load_ms = (time.perf_counter() - began_s) * 1e3
        found = _work(bundle, model, setting, repeats)
    return {"load_ms": load_ms, **{name: statistics.median(found[name]) for name in COLUMNS[1:]}}


def _work(bundle: Bundle, model: LlamaEngine, setting: Setting, repeats: int) -> dict[str, list[float]]:
    encode = _encoder(bundle, setting.spin)
    rows = (0.02 * np.random.default_rng(0).standard_normal((ROWS, model.n_embd))).astype(np.float32)
    question = model.tokenize(QUESTION)
    found: dict[str, list[float]] = {name: [] for name in COLUMNS[1:]}

    def timed(name: str, work: Callable[[], object]) -> None:
        began_s = time.perf_counter()
        work()
        found[name].append((time.perf_counter() - began_s) * 1e3)

    def batch(start: int) -> None:
        model.decode_rows(rows[start : start + setting.step], start, logits=False)

    def token() -> None:
        model.decode_tokens([model.argmax()], model.resident())

    for _ in range(repeats):
        model.clear(None)
        cpu_s, began_s = time.process_time(), time.perf_counter()
        timed("encode_ms", encode)
        for start in range(0, ROWS, setting.step):
            timed("batch_ms", lambda start=start: batch(start))  # type: ignore[misc]
        found["update_ms"].append((time.perf_counter() - began_s) * 1e3)
        found["update_cpu_ms"].append((time.process_time() - cpu_s) * 1e3)
        timed("question_ms", lambda: model.decode_tokens(question, ROWS))
        for _ in range(8):
            timed("token_ms", token)
    # The first round is warm-up.
    return {name: values[len(values) // repeats :] for name, values in found.items()}


def _encoder(bundle: Bundle, spin: bool) -> Callable[[], object]:
    """The picture's encoder in a session whose threads spin or do not; nothing when there is none."""
    import onnxruntime

    spec = own_encoders(bundle.manifest).get("image")
    if spec is None:
        return lambda: None
    with open_encoder(bundle, "image", usable_cores(), "cpu") as encoder:
        prepared = encoder.prepare_all(samples_for(spec))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = usable_cores(), 1
    if not spin:
        set_threads(options, onnxruntime.__version__, usable_cores())
    path = str(bundle.path(spec.file))
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    feeds = {spec.input.name: np.stack([item.values for item in prepared])}
    return lambda: session.run(None, feeds)


def in_child(bundle: str, number: int, repeats: int) -> Medians:
    """Measure setting `number` in a fresh process with its environment."""
    command = [
        sys.executable,
        __file__,
        "--bundle",
        bundle,
        "--repeats",
        str(repeats),
        "--child",
        str(number),
    ]
    environment = {**os.environ, **SETTINGS[number].env}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=TIMEOUT_S)
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"{SETTINGS[number].name}: ended with {done.returncode}"]
        raise SystemExit(said[-1])
    found: Medians = json.loads(done.stdout)
    return found


def in_turns(bundle: str, numbers: Sequence[int], repeats: int) -> Iterator[tuple[int, Medians, Medians]]:
    """Yield (setting, its medians, the mean of what ships just before and just after), a process for each."""
    before = in_child(bundle, SHIPPED, repeats)
    for number in numbers:
        found = in_child(bundle, number, repeats)
        after = in_child(bundle, SHIPPED, repeats)
        yield number, found, {name: (before[name] + after[name]) / 2 for name in COLUMNS}
        before = after


def summary(ratios: Sequence[float]) -> dict[str, float]:
    """Median and range over the rounds."""
    return {
        "median": round(statistics.median(ratios), 3),
        "least": round(min(ratios), 3),
        "most": round(max(ratios), 3),
    }


def run_rounds(arguments: argparse.Namespace, side: str) -> list[dict[str, Any]]:
    """Every setting beside what ships, `rounds` times, in another order each time; one record per setting."""
    names = {number: setting.name for number, setting in enumerate(SETTINGS)}
    chosen = [number for number, name in names.items() if not arguments.only or name in arguments.only]
    order = random.Random(0)
    ratios: dict[int, dict[str, list[float]]] = {n: {name: [] for name in COLUMNS} for n in chosen}
    shipped: dict[str, list[float]] = {name: [] for name in COLUMNS}
    for _ in range(arguments.rounds):
        order.shuffle(chosen)
        with foreign(1) if side == "busy" else nullcontext():
            for number, found, beside in in_turns(arguments.bundle, chosen, arguments.repeats):
                for name in COLUMNS:
                    ratios[number][name].append(found[name] / beside[name] if beside[name] else 1.0)
                    shipped[name].append(beside[name])
    return [
        {
            "setting": asdict(SETTINGS[number]),
            "side": side,
            "ratios": {name: summary(ratios[number][name]) for name in COLUMNS},
            "shipped_ms": {name: round(statistics.median(shipped[name]), 4) for name in COLUMNS},
        }
        for number in sorted(chosen)
    ]


def print_records(records: Sequence[Mapping[str, Any]]) -> None:
    """A line of shipped milliseconds, then a line of ratios per setting."""
    for name, value in records[0]["shipped_ms"].items():
        print(f"{name} {value:.4g}", end="  ")
    print(f"({records[0]['side']}, as shipped)")
    for record in records:
        cells = (f"{r['median']:.2f} ({r['least']:.2f}-{r['most']:.2f})" for r in record["ratios"].values())
        print(f"{record['setting']['name']:<34}" + "".join(f"{cell:>19}" for cell in cells), flush=True)


def main() -> int:
    """Measure every setting beside what ships, print ratios, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument(
        "--repeats", type=int, default=6, help="of the work in a process, one more is warm-up"
    )
    parser.add_argument("--rounds", type=int, default=3, help="processes of each setting on each side")
    names = [setting.name for setting in SETTINGS]
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--no-busy", action="store_true", help="leave out the turn beside a busy process")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        print(json.dumps(measure(arguments.bundle, SETTINGS[arguments.child], arguments.repeats + 1)))
        return 0
    load = load_average()
    results = []
    for side in ("quiet",) if arguments.no_busy else ("quiet", "busy"):
        results += run_rounds(arguments, side)
        print_records([record for record in results if record["side"] == side])
    if arguments.output is not None:
        record = {"command": sys.argv, "machine": asdict(read_machine(load)), "results": results}
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
