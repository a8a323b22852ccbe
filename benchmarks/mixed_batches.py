"""What keeping the context up to date costs an answer: background rows apart from its tokens, or with them.

Knows ways to bring `ROWS` rows into one sequence while another one speaks, token by token, and times what a
listener hears: the mean time of a token and the longest. Refuses to choose: docs/bench.md says what was.
In a mixed batch the token goes as its row of the embedding table, because a batch of llama.cpp holds tokens
or rows; which row is timed does not matter, so any will do here.

    python benchmarks/mixed_batches.py --bundle nano --output benchmarks/results/mixed_batches-nano.json
"""

import argparse
import ctypes
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.bench.machine import load_average, read_machine
from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions

ROWS = 128
CONTEXT, QUESTION = 128, 20
LIVE, NEXT, ANSWER = 0, 1, 2


@dataclass(frozen=True)
class Way:
    """`rows` of background work after every `every` tokens, in a batch of their own or in the token's."""

    name: str
    rows: int
    every: int
    mixed: bool = False


WAYS = (
    Way("no background work", 0, 1),
    Way("32 rows after 8 tokens", 32, 8),
    Way("16 rows after 4 tokens (ships)", 16, 4),
    Way("8 rows after 2 tokens", 8, 2),
    Way("4 rows after each token", 4, 1),
    Way("8 rows with every second token", 8, 2, mixed=True),
    Way("4 rows with each token", 4, 1, mixed=True),
)


class Speaker:
    """An answer on one sequence and the next context on another, of one LLM."""

    def __init__(self, model: LlamaEngine) -> None:
        self._model = model
        if model.n_embd != model._n_embd_in:
            raise SystemExit("the LLM takes rows wider than its embeddings: no token can go as a row")
        rows = 0.02 * np.random.default_rng(0).standard_normal((ROWS + CONTEXT, model.n_embd))
        self._rows: NDArray[np.float32] = rows.astype(np.float32)
        self._chosen = 0

    def begin(self) -> None:
        """A context, and a question read on a fork of it."""
        self._model.clear(None)
        self._model.decode_rows(self._rows[:CONTEXT], 0, LIVE, logits=False)
        self._model.fork(LIVE, ANSWER)
        self._model.decode_tokens(list(range(5, 5 + QUESTION)), CONTEXT, ANSWER)
        self._chosen = self._model.argmax()

    def token(self) -> None:
        """One token of the answer."""
        self._model.decode_tokens([self._chosen], self._model.resident(ANSWER), ANSWER)
        self._chosen = self._model.argmax()

    def work(self, count: int) -> None:
        """`count` rows of the next context."""
        done = self._model.resident(NEXT)
        self._model.decode_rows(self._rows[done : done + count], done, NEXT, logits=False)

    def token_with(self, count: int) -> None:
        """A token and `count` rows in one native batch."""
        model, llama = self._model, self._model._llama
        said, done = model.resident(ANSWER), model.resident(NEXT)
        rows = np.ascontiguousarray(self._rows[done : done + count + 1])
        positions = np.array([said, *range(done, done + count)], np.int32)
        owners = np.array([[ANSWER], *[[NEXT]] * count], np.int32)
        addresses = owners.ctypes.data + 4 * np.arange(count + 1, dtype=np.uintp)
        counts, outputs = np.ones(count + 1, np.int32), np.zeros(count + 1, np.int8)
        outputs[0] = 1
        batch = llama.llama_batch(
            n_tokens=count + 1,
            embd=_pointer(rows, ctypes.c_float),
            pos=_pointer(positions, llama.llama_pos),
            n_seq_id=_pointer(counts, ctypes.c_int32),
            seq_id=_pointer(addresses, ctypes.POINTER(llama.llama_seq_id)),
            logits=_pointer(outputs, ctypes.c_int8),
        )
        model._logits.forget()
        model._run(batch, ANSWER)
        model._cells.resident[ANSWER], model._cells.resident[NEXT] = said + 1, done + count
        model._logits.keep(True)
        self._chosen = model.argmax()


def _pointer(array: NDArray[Any], kind: Any) -> Any:
    return ctypes.cast(array.ctypes.data, ctypes.POINTER(kind))


def speak(speaker: Speaker, way: Way, tokens: int) -> list[float]:
    """Milliseconds from one token to the next."""
    speaker.begin()
    gaps = []
    for number in range(1, tokens + 1):
        began_s = time.perf_counter()
        due = bool(way.rows) and number % way.every == 0
        if due and way.mixed:
            speaker.token_with(way.rows)
        else:
            speaker.token()
            if due:
                speaker.work(way.rows)
        gaps.append((time.perf_counter() - began_s) * 1e3)
    return gaps


def summary(rounds: list[list[float]]) -> dict[str, float]:
    """Medians over the rounds of the mean gap and of the longest."""

    def middle(of: Callable[[list[float]], float]) -> float:
        return round(statistics.median(of(gaps) for gaps in rounds), 2)

    return {"mean_ms": middle(statistics.fmean), "longest_ms": middle(max)}


def main() -> int:
    """Measure every way in turns, print a line each, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    load = load_average()
    bundle = load_bundle(find_bundle(arguments.bundle))
    options = LlamaOptions(n_ctx=1024, sequences=3, threads=arguments.threads)
    tokens = ROWS // 4  # as many as every way needs for all rows
    with LlamaEngine(bundle.llm_path, options, bundle.llm_header) as model:
        speaker = Speaker(model)
        speak(speaker, WAYS[0], tokens)  # warm-up
        taken: dict[str, list[list[float]]] = {way.name: [] for way in WAYS}
        for _ in range(arguments.rounds):
            for way in WAYS:
                taken[way.name].append(speak(speaker, way, tokens))
        threads = model.threads
    results = {name: summary(rounds) for name, rounds in taken.items()}
    for name, figures in results.items():
        print(f"{name:<34} mean {figures['mean_ms']:>8.2f} ms  longest {figures['longest_ms']:>8.2f} ms")
    if arguments.output is not None:
        machine = asdict(read_machine(load))
        record = {
            "command": sys.argv,
            "machine": machine,
            "threads": threads,
            "results": results,
            "gaps_ms": taken,
        }
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
