"""The table that says what each quantisation costs: size, drift, changed answers and speed, side by side.

Knows which rows are asked for and how each is measured; refuses to know bundles and terminals.
Every row is judged on the same prompts against the same exact model.
"""

import dataclasses
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anymal.export.bundle_prompts import BundlePrompt
from anymal.export.llm_drift import Drift, Gain, compare_gain
from anymal.export.probe_llm import ProbeLlm, ProbeOptions
from anymal.export.quantise_llm import NEED_MATRIX, QuantiseOptions, quantise_llm
from anymal.export.quantise_study import MATRICES, SHIPPED_CACHE, Study

__all__ = ["CACHES", "TABLE_TYPES", "UNWEIGHTED", "Row", "Speed", "cache_rows", "measure_speed", "type_rows"]

TABLE_TYPES = ("F16", "Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "IQ4_XS")
# No weights enter their rounding: f16 rounds each number alone, Q8_0 by the largest of 32.
UNWEIGHTED = frozenset({"F32", "F16", "BF16", "Q8_0"})
# Keys, values, flash attention; quantised values want flash attention, which moves logits by itself.
CACHES = (
    ("f32", "f32", False),
    ("f16", "f16", False),
    ("f16", "f16", True),
    ("q8_0", "f16", False),
    ("q8_0", "q8_0", True),
    ("q4_0", "q8_0", True),
    ("q4_0", "q4_0", True),
)
SPEED_TOKENS = 24


@dataclass(frozen=True)
class Speed:
    """The best of a few turns: positions per second of a whole prompt, tokens per second one by one.

    No tokens were timed, None, where every prompt fills the context.
    """

    prefill_per_s: float
    tokens_per_s: float | None


@dataclass(frozen=True)
class Row:
    """One line: a type and its matrix, or a cache; `gain` is over the same type with the text's matrix.

    `sensed` is drift on prompts with soft tokens, `text` on those without.
    """

    quantization: str
    matrix: str
    cache: str
    n_bytes: int
    sensed: Drift
    text: Drift
    speed: Speed
    gain: Gain | None = None

    def to_json(self) -> dict[str, Any]:
        """A plain dict, KL in nats, speeds per second."""
        return {
            "quantization": self.quantization,
            "matrix": self.matrix,
            "cache": self.cache,
            "bytes": self.n_bytes,
            "kl_sensed": _short(self.sensed.mean_kl),
            "kl_sensed_median": _short(statistics.median(self.sensed.kl) if len(self.sensed.kl) else None),
            "kl_text": _short(self.text.mean_kl),
            "answers_changed_sensed": _short(self.sensed.answers_changed),
            "answers_changed_text": _short(self.text.answers_changed),
            "prefill_per_s": _short(self.speed.prefill_per_s),
            "tokens_per_s": _short(self.speed.tokens_per_s),
            "gain_over_text_matrix": (
                {name: _short(value) for name, value in dataclasses.asdict(self.gain).items()}
                if self.gain
                else None
            ),
        }


def type_rows(
    study: Study, types: Sequence[str], work: Path, say: Callable[[Row], None] = lambda row: None
) -> list[Row]:
    """Quantise the exact model to every type with each kind of matrix, and measure; files go to `work`.

    Types that nothing can weigh get one row, types that need a matrix none without.
    """
    rows = []
    for name in types:
        measured: dict[str, Row] = {}
        for kind in ("none",) if name in UNWEIGHTED else tuple(reversed(MATRICES)):
            if kind == "none" and name in NEED_MATRIX:
                continue
            row = _type_row(study, name, kind, work)
            if kind == "prompts" and "text" in measured and len(row.sensed.kl):
                row = dataclasses.replace(row, gain=compare_gain(row.sensed, measured["text"].sensed))
            measured[kind] = row
            say(row)
        rows += list(measured.values())
    return rows


def cache_rows(study: Study, say: Callable[[Row], None] = lambda row: None) -> list[Row]:
    """The exact weights with every cache of `CACHES`."""
    rows = []
    for keys, values, flash in CACHES:
        drift = study.drift(study.exact, keys, values, flash)
        speed = measure_speed(study, study.exact, ProbeOptions(study.n_ctx, 1, keys, values, flash))
        cache = f"{keys}/{values}{' flash' if flash else ''}"
        rows.append(_row("exact", "none", cache, study.exact, drift, speed))
        say(rows[-1])
    return rows


def measure_speed(study: Study, gguf: Path, options: ProbeOptions) -> Speed:
    """The longest prompt that judges and leaves room for tokens after it, best of a few turns."""
    options = dataclasses.replace(options, threads=study.options.threads)
    prompts = sorted((told.prompt for told in study.judge), key=_positions)
    roomy = [one for one in prompts if _positions(one) + SPEED_TOKENS <= options.n_ctx]
    prompt = roomy[-1] if roomy else prompts[0]
    positions = _positions(prompt)
    count = min(SPEED_TOKENS, options.n_ctx - positions)
    prefills, steps = [], []
    with ProbeLlm(gguf, options) as llm:
        for _ in range(study.options.turns):
            started_s = time.perf_counter()
            token = int(llm.prefill(prompt.pieces)[-1].argmax())
            prefills.append(time.perf_counter() - started_s)
            started_s = time.perf_counter()
            for _ in range(count):
                token = int(llm.extend((token,))[-1].argmax())
            steps.append(time.perf_counter() - started_s)
    return Speed(positions / min(prefills), count / min(steps) if count > 0 else None)


def _positions(prompt: BundlePrompt) -> int:
    return sum(map(len, prompt.pieces))


def _type_row(study: Study, name: str, kind: str, work: Path) -> Row:
    options = QuantiseOptions(name, study.options.threads, again=True)
    gguf = quantise_llm(study.exact, work / f"{name}-{kind}.gguf", options, study.matrix(kind))
    speed = measure_speed(study, gguf, ProbeOptions(study.n_ctx, 1, SHIPPED_CACHE, SHIPPED_CACHE))
    row = _row(name, kind, f"{SHIPPED_CACHE}/{SHIPPED_CACHE}", gguf, study.drift(gguf), speed)
    gguf.unlink()
    return row


def _row(quantization: str, matrix: str, cache: str, gguf: Path, drift: Drift, speed: Speed) -> Row:
    n_bytes = gguf.stat().st_size
    return Row(
        quantization, matrix, cache, n_bytes, drift.where(sensed=True), drift.where(sensed=False), speed
    )


def _short(value: float | None) -> float | None:
    return None if value is None or value != value else float(f"{value:.4g}")
