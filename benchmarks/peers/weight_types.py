"""In which type of weights an LLM answers soonest on this CPU: asked of the CPU, whose flags do not tell.

Each type is timed in processes of its own, in turns, as llama.cpp lays weights out when nobody tells it
otherwise; a type whose kernels end the process (docs/peers.md has one) is left out with the reason. Knows the
work of an answer about a new picture; refuses to know whether answers stay right.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from anymal.engines.cpu_tiles import TILES_VARIABLE
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ExportError
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm

__all__ = ["TYPES", "answer_ms", "fastest_type", "time_in_process"]

TYPES = ("F16", "BF16", "Q8_0")
"""None is rounder than the int8 weights of the peers that are not llama.cpp."""
PICTURE, QUESTION, CONTEXT = 64, 12, 128
REPEATS, ROUNDS, LIMIT_S = 5, 3, 300.0
Timer = Callable[[Path, int], float]
"""Milliseconds of an answer of a GGUF on so many threads; raises `ExportError` where there is none."""


def answer_ms(gguf: Path, threads: int) -> float:
    """Median milliseconds until the first token: rows of a picture, a question, and the token's own step."""
    header = read_gguf_header(gguf)
    options = LlamaOptions(n_ctx=CONTEXT, sequences=1, threads=threads)
    ids = [5 + number % 50 for number in range(PICTURE + QUESTION)]
    taken = []
    with LlamaEngine(gguf, options, header) as llm:
        for _ in range(REPEATS + 1):
            llm.clear(None)
            began_s = time.perf_counter()
            llm.decode_tokens(ids[:PICTURE], 0)
            llm.decode_tokens(ids[PICTURE:], PICTURE)
            llm.decode_tokens([llm.argmax()], len(ids))
            taken.append((time.perf_counter() - began_s) * 1e3)
    return statistics.median(taken[1:])  # the first one also reads the file


def time_in_process(gguf: Path, threads: int) -> float:
    """`answer_ms` of a process with llama.cpp's own layouts; raises `ExportError` where it ends."""
    command = [sys.executable, "-m", "benchmarks.peers.weight_types", str(gguf), "--threads", str(threads)]
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            env={**os.environ, TILES_VARIABLE: "1"},
            cwd=root,
            timeout=LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError(f"no answer within {LIMIT_S:.0f} s") from error
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()] or ["it said nothing"]
        raise ExportError(f"ended with code {done.returncode}: {said[-1]}")
    return float(json.loads(done.stdout.splitlines()[-1])["answer_ms"])


def fastest_type(
    exact: Path, work: Path, threads: int = 2, types: Sequence[str] = TYPES, timer: Timer = time_in_process
) -> tuple[str, dict[str, float | str]]:
    """The type of `types` in which the LLM of the float32 GGUF `exact` answers soonest, and what each took.

    The second one holds milliseconds, or the reason why a type is out. Its files in `work` go again. Raises
    `ExportError` when no type gives an answer.
    """
    files, found = {kind: work / f"{kind}.gguf" for kind in types}, {kind: list[float]() for kind in types}
    out: dict[str, str] = {}
    try:
        for kind, path in files.items():
            quantise_llm(exact, path, QuantiseOptions(kind, threads))
        for _ in range(ROUNDS):
            for kind, path in files.items():
                try:
                    if kind not in out:
                        found[kind].append(timer(path, threads))
                except ExportError as error:
                    out[kind] = str(error)
    finally:
        for path in files.values():
            path.unlink(missing_ok=True)
    taken = {kind: round(min(times), 1) for kind, times in found.items() if kind not in out}
    if not taken:
        raise ExportError(f"{exact.name}: no type of weights gives an answer here: {out}")
    return min(taken, key=taken.__getitem__), {**taken, **out}


def main() -> int:
    """Time one file and print the figure as JSON."""
    parser = argparse.ArgumentParser(description="Time an answer of one GGUF.")
    parser.add_argument("gguf", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    print(json.dumps({"answer_ms": answer_ms(given.gguf, given.threads)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
