"""Why a token of a quantised LLM does not run at the memory's speed: the same LLM at several weight types.

A token reads every weight once, so at best it takes bytes over bandwidth. Weights that need no unpacking come
near that; smaller ones are faster and still further from it, as unpacking them is arithmetic. Knows one LLM
at several types, timed in turns, and the bandwidth of this machine in the same run; refuses to judge answers
(a bundle's own GGUF is rounded a second time).

    python benchmarks/decode_types.py --bundle build/shape-360m --output benchmarks/results/decode_types.json
"""

import argparse
import ctypes
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from anymal.bench.floors import decode_bytes
from anymal.bench.machine import load_average, read_machine
from anymal.bench.rates import RatesPlan, measure_rates
from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.llama_native import load_llama

TYPES = ("F16", "Q8_0", "Q4_0", "Q4_K_M")
CONTEXT, TOKENS = 64, 12


def requantised(source: Path, out: Path, kind: str, threads: int) -> Path:
    """Write `source` at another weight type, whatever type it has."""
    llama = load_llama()
    options = llama.llama_model_quantize_default_params()
    options.ftype = getattr(llama, f"LLAMA_FTYPE_MOSTLY_{kind}")
    options.allow_requantize, options.nthread = True, threads
    if llama.llama_model_quantize(os.fsencode(source), os.fsencode(out), ctypes.byref(options)):
        raise SystemExit(f"{source}: llama.cpp cannot make {kind} of it")
    return out


def tokens_ms(model: LlamaEngine) -> list[float]:
    """Milliseconds of each of `TOKENS` tokens after a context."""
    model.clear(None)
    model.decode_tokens(list(range(5, 5 + CONTEXT)), 0, 0)
    taken = []
    for number in range(TOKENS):
        began_s = time.perf_counter()
        model.decode_tokens([5], CONTEXT + number, 0)
        model.argmax()
        taken.append((time.perf_counter() - began_s) * 1e3)
    return taken


def main() -> int:
    """Measure the types in turns, print a line each, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    load, threads = load_average(), arguments.threads
    bundle = load_bundle(find_bundle(arguments.bundle))
    bandwidths = [measure_rates(threads, RatesPlan(128, 512, 7)).bandwidth]
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        models, sizes = {}, {}
        for kind in TYPES:
            path = requantised(bundle.llm_path, Path(name) / f"{kind}.gguf", kind, threads)
            header = read_gguf_header(path)
            sizes[kind] = decode_bytes(header, CONTEXT + TOKENS // 2)
            options = LlamaOptions(n_ctx=128, sequences=1, threads=threads)
            models[kind] = stack.enter_context(LlamaEngine(path, options, header))
            tokens_ms(models[kind])  # warm-up
        taken: dict[str, list[float]] = {kind: [] for kind in TYPES}
        for _ in range(arguments.rounds):
            for kind, model in models.items():
                taken[kind] += tokens_ms(model)
    bandwidths.append(measure_rates(threads, RatesPlan(128, 512, 7)).bandwidth)
    bandwidth = statistics.fmean(bandwidths)
    results = {}
    for kind, times in taken.items():
        middle = statistics.median(times)
        share = sizes[kind] / bandwidth / (middle / 1e3)
        results[kind] = {"bytes": sizes[kind], "token_ms": round(middle, 2), "share": round(share, 3)}
        print(f"{kind:<8} {sizes[kind] / 1e6:>7.1f} MB {middle:>8.2f} ms  {share:.2f} of the bandwidth")
    if arguments.output is not None:
        record = {
            "command": sys.argv,
            "machine": asdict(read_machine(load)),
            "threads": threads,
            "bandwidths": bandwidths,
            "results": results,
            "tokens_ms": taken,
        }
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
