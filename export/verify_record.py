"""What a verification found, stage by stage, and how it is written down.

Knows checks, limits and the JSON of the manifest's `verified` section; refuses to know how a
figure was measured (`export.verify_graphs`, `export.verify_llm`) and how it is drawn
(`export.verify_report`).
"""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from anymal.export.parity import LogitsParity, RowsParity, Tolerances

__all__ = [
    "Answered",
    "Check",
    "GraphFinding",
    "LlmFinding",
    "NormFinding",
    "Verification",
    "VerifyLimits",
    "WorstSample",
]

Array = NDArray[np.float32]


@dataclass(frozen=True)
class VerifyLimits(Tolerances):
    """The tolerances of an export, and where the stages that only `verify` has stop being right.

    `fp16_cosine`: smallest cosine of a soft token of a half-precision graph. `norm_drift`: how far
    the length of any soft token may be from torch's, as a part of it; a cosine does not see lengths.
    `norm_factor`: how many times longer or shorter than a text embedding soft tokens may be in
    the median; projectors of LLaVA's kind reach several tens, dead or exploding ones thousands.
    """

    fp16_cosine: float = 0.9999
    norm_drift: float = 0.1
    norm_factor: float = 300.0


@dataclass(frozen=True)
class Check:
    """One figure against its limit; `stage` is where in the chain it was taken, in words."""

    stage: str
    figure: str
    found: float
    limit: float
    comparison: Literal["<=", ">="] = "<="

    @property
    def passed(self) -> bool:
        """Whether the figure is on the right side; NaN never is."""
        return self.found <= self.limit if self.comparison == "<=" else self.found >= self.limit

    def __str__(self) -> str:
        return f"{self.stage}: {self.figure} is {self.found:.6g}, wanted {self.comparison} {self.limit:.6g}"


@dataclass(frozen=True)
class WorstSample:
    """The held-out sample `index` whose soft tokens [tokens, n_embd] are farthest from the reference's."""

    index: int
    raw: NDArray[Any]
    wanted: Array
    found: Array


@dataclass(frozen=True)
class GraphFinding:
    """One graph of a modality; `skipped` says why it could not run here, and then there is nothing else.

    `reference` is what it was compared with: torch, or the bundle's own widest graph. `distances`:
    1 - cosine of every soft token, float64 [samples, tokens]; `norms` their lengths, `norm_drift` the
    largest change of one, as a part of the reference's.
    """

    modality: str
    file: str
    precision: str
    reference: str = ""
    backend: str = ""
    skipped: str = ""
    shipped: bool = True
    parity: RowsParity | None = None
    distances: NDArray[np.float64] | None = None
    norms: NDArray[np.float64] | None = None
    norm_drift: float = 0.0
    worst: WorstSample | None = None

    @property
    def stage(self) -> str:
        """Name of this stage in a table and in an error."""
        against = f" against {self.reference}" if self.reference else ""
        return f"{self.modality}: {self.file} ({self.precision}){against}"


@dataclass(frozen=True)
class NormFinding:
    """Lengths float64 [n] of the LLM's text embeddings, as it reads them, and of each modality's rows."""

    text: NDArray[np.float64]
    rows: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class LlmFinding:
    """The GGUF `against` the reference's LLM on the same soft tokens: all prompts, and each for itself.

    `adapter` is the one that was on, empty for none.
    """

    quantization: str
    exact: bool
    total: LogitsParity
    prompts: tuple[LogitsParity, ...]
    against: str = "transformers"
    adapter: str = ""


@dataclass(frozen=True)
class Answered:
    """One greedy answer of the bundle beside the reference's; `senses` names what was given."""

    question: str
    senses: tuple[str, ...]
    wanted: str
    found: str
    same: bool


@dataclass(frozen=True)
class Verification:
    """Everything one run of `anymal verify` found; `checks` are in the order of the chain."""

    bundle: str
    at: str
    reference: Mapping[str, Any]
    inputs: Mapping[str, int]
    machine: Mapping[str, str]
    files: Mapping[str, str]
    limits: VerifyLimits
    checks: tuple[Check, ...]
    graphs: tuple[GraphFinding, ...] = ()
    norms: NormFinding | None = None
    llm: LlmFinding | None = None
    answers: tuple[Answered, ...] = field(default_factory=tuple)

    @property
    def failed(self) -> Check | None:
        """The first check out of tolerance, None when all passed."""
        return next((check for check in self.checks if not check.passed), None)

    @property
    def answers_changed(self) -> float:
        """Share of greedy answers that differ from the reference's."""
        return sum(not answer.same for answer in self.answers) / max(1, len(self.answers))

    def to_json(self) -> dict[str, Any]:
        """The manifest's `verified` section: plain values, figures at 6 significant digits."""
        failed = self.failed
        graphs: dict[str, Any] = {}
        for graph in self.graphs:
            facts: dict[str, Any] = {"precision": graph.precision, "against": graph.reference}
            if graph.skipped:
                facts["skipped"] = graph.skipped
            if graph.parity is not None:
                facts |= {"backend": graph.backend, **dataclasses.asdict(graph.parity)}
            graphs.setdefault(graph.modality, {})[graph.file] = facts
        record = {
            "at": self.at,
            "passed": failed is None,
            "failed": "" if failed is None else str(failed),
            "reference": dict(self.reference),
            "files": dict(self.files),
            "machine": dict(self.machine),
            "inputs": dict(self.inputs),
            "graphs": graphs,
            "norms": _medians(self.norms),
            "llm": None if self.llm is None else dataclasses.asdict(self.llm.total),
            "answers": {"asked": len(self.answers), "changed": self.answers_changed},
            "checks": [{**dataclasses.asdict(check), "passed": check.passed} for check in self.checks],
            "limits": dataclasses.asdict(self.limits),
        }
        return {name: _plain(value) for name, value in record.items()}


def _medians(norms: NormFinding | None) -> dict[str, float]:
    if norms is None:
        return {}
    everything = {"text": norms.text, **norms.rows}
    return {name: float(np.median(lengths)) for name, lengths in everything.items()}


def _plain(value: Any) -> Any:
    """JSON without the NaN and Infinity that no other reader takes."""
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
