"""What "the same" means: comparisons of rows and logits, their records, and the tolerances.

Knows arithmetic on numpy arrays and the shape of the parity record in a manifest; refuses to
know how either side was computed (`export.verify`). Nothing here rounds a figure away.
"""

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError

__all__ = [
    "LogitsParity",
    "ModalityParity",
    "ParityRecord",
    "RowsParity",
    "Tolerances",
    "compare_logits",
    "compare_rows",
    "max_error",
    "require",
    "require_quantised",
]

Array = NDArray[np.float32]
# Largest number in rows for which an absolute limit is meant: float32 rounds larger ones more coarsely.
LARGE = 10.0
Self = TypeVar("Self", bound="Tolerances")


@dataclass(frozen=True)
class Tolerances:
    """Where an export stops being faithful; shares are of held-out questions, KL is in nats.

    `onnx_max_abs`: of rows whose numbers are at most `LARGE`, and in proportion of larger ones.
    `gguf_logit_part`: what the f32 GGUF's logits may differ by as a part of their scale, where that is
    more than `gguf_max_logit`.
    """

    onnx_max_abs: float = 1e-4
    int8_cosine: float = 0.99
    int8_answers_changed: float = 0.02
    gguf_max_logit: float = 1e-3
    gguf_answers_changed: float = 0.0
    quantised_mean_kl: float = 0.05
    quantised_answers_changed: float = 0.1
    gguf_logit_part: float = 0.0

    def onnx_limit(self, rows: "RowsParity") -> float:
        """What an fp32 graph's rows may differ by from torch's."""
        large = rows.scale / LARGE
        return self.onnx_max_abs * (large if 1.0 < large < math.inf else 1.0)

    def for_models_of_others(self: Self) -> Self:
        """The same, wide enough for LLMs that llama.cpp does not compute as exactly as our own.

        Its GELU goes through a table in f16 (Gemma, Phi: up to some 2e-4 of the scale of the logits),
        and dozens of layers add up; then a near tie may go the other way.
        """
        return dataclasses.replace(
            self,
            gguf_logit_part=max(self.gguf_logit_part, 1e-3),
            gguf_answers_changed=max(self.gguf_answers_changed, 0.05),
        )


@dataclass(frozen=True)
class RowsParity:
    """Soft tokens of one graph against torch, over `inputs` held-out samples; cosines are per soft token.

    `scale` is the largest number in torch's rows.
    """

    inputs: int
    max_abs: float
    mean_abs: float
    cosine_min: float
    cosine_mean: float
    scale: float = 0.0


@dataclass(frozen=True)
class LogitsParity:
    """Logits after the prompt and after each word of the reference answer, over `prompts` prompts.

    `mean_kl` is of reference to candidate in nats per position. An answer counts as changed when
    greedy decoding would leave the reference answer anywhere.
    """

    prompts: int
    positions: int
    max_abs: float
    logit_scale: float
    mean_kl: float
    answers_changed: float


@dataclass(frozen=True)
class ModalityParity:
    """The graphs of a modality and which one shipped, with the reason; `variants` lie beside it."""

    fp32: RowsParity
    int8: RowsParity | None
    shipped: str
    reason: str
    variants: Mapping[str, RowsParity] = field(default_factory=dict)


@dataclass(frozen=True)
class ParityRecord:
    """All comparisons of one export, against torch and the LLM's `reference`.

    `reference`: transformers in float32, or llama.cpp on a GGUF that came as it is. `llm_f32`:
    unquantised GGUF, flash attention off, f32 cache; none when it is the reference itself. `llm`: the
    quantised LLM that ships, on torch's rows; none when it is not quantised here. `int8_rows`: the
    unquantised LLM on the int8 graphs' rows, none when no graph is int8. `bundle`: everything as shipped.
    `adapters`: the unquantised GGUF with one adapter switched on, where it can be compared. `files`: the
    sha256 of every file of the bundle that this is about.
    """

    modalities: Mapping[str, ModalityParity]
    llm_f32: LogitsParity | None
    llm: LogitsParity | None
    int8_rows: LogitsParity | None
    bundle: LogitsParity
    tolerances: Tolerances = field(default_factory=Tolerances)
    reference: str = "transformers"
    adapters: Mapping[str, LogitsParity] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """A plain dict for the manifest, figures at 6 significant digits."""
        record: dict[str, Any] = _rounded(dataclasses.asdict(self))
        return record


def compare_rows(reference: Array, candidate: Array) -> RowsParity:
    """Rows [inputs, tokens, n_embd] of both sides; raises `ExportError` when they cannot be compared."""
    if reference.shape != candidate.shape:
        raise ExportError(f"rows have shape {list(candidate.shape)}, torch made {list(reference.shape)}")
    if not np.isfinite(candidate).all():
        raise ExportError("rows hold NaN or infinity")
    wide, other = reference.astype(np.float64), candidate.astype(np.float64)
    difference = np.abs(wide - other)
    lengths = np.linalg.norm(wide, axis=-1) * np.linalg.norm(other, axis=-1)
    cosines = (wide * other).sum(axis=-1) / np.maximum(lengths, 1e-12)
    return RowsParity(
        inputs=len(reference),
        max_abs=float(difference.max()),
        mean_abs=float(difference.mean()),
        cosine_min=float(cosines.min()),
        cosine_mean=float(cosines.mean()),
        scale=float(np.abs(wide).max()),
    )


def max_error(rows: RowsParity) -> str:
    """What `max_abs` is called; of large rows it says how large, which is what moved its limit."""
    return f"max abs error of rows up to {rows.scale:.4g}" if rows.scale > LARGE else "max abs error"


def compare_logits(references: Sequence[Array], candidates: Sequence[Array]) -> LogitsParity:
    """Logits [positions, n_vocab] per prompt of both sides, teacher-forced on the reference answer.

    Greedy texts are the same exactly when every position's best token is: each step's prompt is
    then the same too, so no answer has to be generated twice.
    """
    changed = 0
    divergences, differences, scales = [], [], []
    for wide, other in zip(references, candidates, strict=True):
        if wide.shape != other.shape:
            raise ExportError(f"logits have shape {list(other.shape)}, transformers made {list(wide.shape)}")
        if not np.isfinite(other).all():
            raise ExportError("logits hold NaN or infinity")
        changed += bool((wide.argmax(axis=-1) != other.argmax(axis=-1)).any())
        differences.append(float(np.abs(wide - other).max()))
        scales.append(float(np.abs(wide).max()))
        divergences.append(_kl(wide, other))
    kl = np.concatenate(divergences)
    return LogitsParity(
        prompts=len(references),
        positions=len(kl),
        max_abs=max(differences),
        logit_scale=max(scales),
        mean_kl=float(kl.mean()),
        answers_changed=changed / len(references),
    )


def require(
    what: str, figure: str, found: float, limit: float, comparison: str = "<=", cure: str = ""
) -> None:
    """Raise `ExportError` with the numbers and the `cure` when `found` is on the wrong side of `limit`."""
    within = found <= limit if comparison == "<=" else found >= limit
    if not within:
        raise ExportError(
            f"{what} is outside tolerance: {figure} is {found:.6g}, wanted {comparison} {limit:.6g}; "
            f"nothing was written{cure and '; '}{cure}"
        )


def require_quantised(quantization: str, mean_kl: float, changed: float, limits: Tolerances) -> None:
    """Raise `ExportError` when a quantised LLM is too far from the exact one, and what moves the limit."""
    what = f"the LLM as {quantization}"
    narrow = "only the device's f16 cache differs" if quantization == "F32" else "a wider type comes closer"
    require(what, "mean KL", mean_kl, limits.quantised_mean_kl, cure=f"{narrow}; --max-kl moves the limit")
    limit, cure = limits.quantised_answers_changed, f"{narrow}; --max-changed moves the limit"
    require(what, "share of changed answers", changed, limit, cure=cure)


def _kl(reference: Array, candidate: Array) -> NDArray[np.float64]:
    """KL divergence in nats at each position, [positions]."""
    wide, other = _log_softmax(reference), _log_softmax(candidate)
    divergence: NDArray[np.float64] = (np.exp(wide) * (wide - other)).sum(axis=-1)
    return np.maximum(divergence, 0.0)


def _log_softmax(logits: Array) -> NDArray[np.float64]:
    shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
    normalised: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    return value
