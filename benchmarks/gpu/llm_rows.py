"""llama.cpp on the GPU against the CPU, fed embedding rows between tokens: logits, greedy agreement, speed.

The reference is the CPU with the cache in f32. Prompts are tokens, noise rows of the norm of text
embeddings, tokens; both sides are then fed the reference's greedy answer. Knows no bundle but its GGUF.

    python benchmarks/gpu/llm_rows.py --bundle nano --output benchmarks/results/gpu_llm.json
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions

from gpu_record import percentiles, timed_ms, write_record  # isort: skip

Array = NDArray[np.float32]
ROW_NORM = 1.0


@dataclass(frozen=True)
class Prompt:
    """Text before, rows [n, n_embd], text after."""

    before: list[int]
    rows: Array
    after: list[int]

    def __len__(self) -> int:
        return len(self.before) + len(self.rows) + len(self.after)


def prompts(engine: LlamaEngine, count: int, rows: int) -> list[Prompt]:
    """Prompts of a fixed seed."""
    dice = np.random.default_rng(3)
    before = engine.tokenize("You answer from what you sense. Here is the image: ")
    after = engine.tokenize(" What is going on? Please say it in one sentence.")
    found = []
    for _ in range(count):
        noise = dice.standard_normal((rows, engine.n_embd)).astype(np.float32)
        noise *= ROW_NORM / np.linalg.norm(noise, axis=1, keepdims=True)
        found.append(Prompt([engine.bos_id or 1, *before], noise, after))
    return found


def fill(engine: LlamaEngine, prompt: Prompt) -> int:
    """Decode the prompt on an empty sequence 0; returns the next position."""
    engine.clear(0)
    engine.decode_tokens(prompt.before, 0)
    engine.decode_rows(prompt.rows, len(prompt.before))
    engine.decode_tokens(prompt.after, len(prompt.before) + len(prompt.rows))
    return len(prompt)


def answer(
    engine: LlamaEngine, prompt: Prompt, given: Sequence[int] | None, tokens: int
) -> tuple[list[int], Array]:
    """Logits [tokens, n_vocab] after the prompt and each token: its own greedy ones, or the `given`."""
    position = fill(engine, prompt)
    logits, said = [], []
    for number in range(tokens):
        logits.append(engine.logits())
        token = engine.argmax() if given is None else given[number]
        said.append(token)
        engine.decode_tokens([token], position + number)
    return said, np.stack(logits)


def compare(wanted: list[tuple[list[int], Array]], found: list[Array]) -> dict[str, float]:
    """Largest difference, mean KL, and the share of positions where the greedy token differs."""
    differences, kls, changed = [], [], []
    for (_, right), logits in zip(wanted, found, strict=True):
        differences.append(float(np.abs(right - logits).max()))
        p, q = _log_softmax(right), _log_softmax(logits)
        kls.append(float((np.exp(p) * (p - q)).sum(-1).mean()))
        changed.append(float((right.argmax(-1) != logits.argmax(-1)).mean()))
    return {
        "max_logit_difference": max(differences),
        "mean_kl": float(np.mean(kls)),
        "greedy_changed": float(np.mean(changed)),
    }


def _log_softmax(logits: Array) -> NDArray[np.float64]:
    values = logits.astype(np.float64)
    values -= values.max(-1, keepdims=True)
    return values - np.log(np.exp(values).sum(-1, keepdims=True))


def speed(engine: LlamaEngine, prompt: Prompt, runs: int, tokens: int) -> dict[str, Any]:
    """Prefill of the whole prompt, of one token behind it, and decoding."""

    def step() -> None:
        engine.truncate(0, len(prompt))
        engine.decode_tokens(prompt.after[:1], len(prompt))
        engine.logits()

    def prefill() -> None:
        fill(engine, prompt)
        engine.logits()

    filled = percentiles(timed_ms(prefill, runs))
    stepped = percentiles(timed_ms(step, tokens))
    return {
        "prompt_positions": len(prompt),
        "prefill_ms": filled,
        "prefill_positions_per_s": round(len(prompt) / filled["median"] * 1e3),
        "decode_ms": stepped,
        "decode_tokens_per_s": round(1e3 / stepped["median"], 1),
    }


def main() -> None:
    """Measure, print and write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--prompts", type=int, default=50)
    parser.add_argument("--rows", type=int, default=64)
    parser.add_argument("--tokens", type=int, default=32)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    path = load_bundle(find_bundle(arguments.bundle)).llm_path
    exact = LlamaOptions(n_ctx=512, threads=arguments.threads, kv_f32=True)
    with LlamaEngine(path, exact) as engine:
        asked = prompts(engine, arguments.prompts, arguments.rows)
        wanted = [answer(engine, prompt, None, arguments.tokens) for prompt in asked]
        results: dict[str, Any] = {
            "cpu, f32 cache": speed(engine, asked[0], arguments.runs, arguments.tokens)
        }
    on_gpu = replace(exact, gpu_layers=-1)
    for name, options in {
        "gpu, f32 cache": on_gpu,
        "gpu, f16 cache": replace(on_gpu, kv_f32=False),
        "gpu, f16 cache, flash attention": replace(on_gpu, kv_f32=False, flash_attention=True),
    }.items():
        with LlamaEngine(path, options) as engine:
            found = [
                answer(engine, prompt, said, arguments.tokens)[1]
                for prompt, (said, _) in zip(asked, wanted, strict=True)
            ]
            results[name] = {
                **compare(wanted, found),
                **speed(engine, asked[0], arguments.runs, arguments.tokens),
            }
    write_record(results, arguments.output)


if __name__ == "__main__":
    main()
