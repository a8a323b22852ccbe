"""The pieces of every quantisation: the exact model, what it answers to real prompts, and matrices from them.

Knows the order (lay out, answer, measure, quantise, judge) and keeps the two halves of the prompts
apart; refuses to know bundles as folders, tables and terminals.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from anymal.engines.bundle import Bundle
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ExportError
from anymal.export.bundle_prompts import BundlePrompt, choose, find_manifests, lay_out
from anymal.export.imatrix import Collector, ImportanceMatrix
from anymal.export.llm_drift import Drift, Told, measure_drift, tell
from anymal.export.probe_llm import ProbeLlm, ProbeOptions

__all__ = ["MATRICES", "SHIPPED_CACHE", "Study", "StudyOptions", "measure_matrix", "open_study"]

MATRICES = ("prompts", "text", "none")
SHIPPED_CACHE = "f16"
OUTPUTS = ("output.weight", "token_embd.weight")


@dataclass(frozen=True)
class StudyOptions:
    """How much to measure: `calibration` prompts for the matrix, `questions` others to judge by.

    `max_tokens` bounds the answers; `outputs` weighs the output matrix as well, which llama.cpp
    does not unless told to. Speeds are the best of `turns`. Raises `ExportError` for a number below 1.
    """

    calibration: int = 200
    questions: int = 200
    max_tokens: int = 24
    threads: int = 1
    outputs: bool = False
    turns: int = 5

    def __post_init__(self) -> None:
        """Check the numbers once."""
        for name in ("calibration", "questions", "max_tokens", "threads", "turns"):
            if getattr(self, name) < 1:
                raise ExportError(f"{name} must be at least 1, found {getattr(self, name)}")


@dataclass(frozen=True)
class Study:
    """The exact GGUF with its answers to both halves of the prompts.

    `calibrate` is for matrices and `judge` for drift; they share no file. `sha256` names the
    calibration prompts, `kinds` what they are about.
    """

    exact: Path
    n_ctx: int
    options: StudyOptions
    calibrate: tuple[Told, ...]
    judge: tuple[Told, ...]
    kinds: str
    sha256: str

    @cached_property
    def from_prompts(self) -> ImportanceMatrix:
        """Importance over whole prompts and their answers, soft tokens included."""
        return measure_matrix(self, lambda prompt: prompt, "prompts with soft tokens")

    @cached_property
    def from_text(self) -> ImportanceMatrix:
        """Importance over the words of the same prompts and the same answers."""
        return measure_matrix(self, BundlePrompt.without_rows, "the same prompts, text alone")

    def matrix(self, kind: str) -> ImportanceMatrix | None:
        """The matrix of a kind in `MATRICES`; `none` has none."""
        if kind not in MATRICES:
            raise ExportError(f"importance matrix {kind!r} is unknown; there are {', '.join(MATRICES)}")
        if kind == "none":
            return None
        return self.from_prompts if kind == "prompts" else self.from_text

    def drift(
        self, gguf: Path, cache_k: str = SHIPPED_CACHE, cache_v: str = SHIPPED_CACHE, flash: bool = False
    ) -> Drift:
        """How far `gguf` is from the exact model on the prompts that judge, with such a cache."""
        options = ProbeOptions(self.n_ctx, self.options.threads, cache_k, cache_v, flash)
        with ProbeLlm(gguf, options) as llm:
            return measure_drift(llm, self.judge)


def open_study(
    bundle: Bundle,
    exact: Path,
    places: tuple[Path, ...],
    options: StudyOptions,
    say: Callable[[str], None] = lambda line: None,
) -> Study:
    """Sense the prompts of `places` with the bundle's encoders and let `exact` answer them all.

    `exact` is the f32 GGUF of the bundle's LLM, or the best there is. Raises `ExportError` when it
    is another model, or there are too few prompts.
    """
    _require_same(bundle, exact)
    n_ctx = bundle.manifest.llm.n_ctx
    manifests = find_manifests(places)
    halves = [
        choose(manifests, count, side) for side, count in enumerate((options.calibration, options.questions))
    ]
    if not all(halves):
        raise ExportError(
            "the prompts cannot be divided: wanted questions about at least two different sets of files"
        )
    with LlamaEngine(exact, LlamaOptions(n_ctx=n_ctx, threads=options.threads)) as words:
        tuned, judged = (lay_out(bundle, words, items, options.threads) for items in halves)
    with ProbeLlm(exact, ProbeOptions(n_ctx, options.threads)) as llm:
        say(f"{len(tuned.prompts)} prompts to calibrate on, {len(judged.prompts)} others to judge by")
        calibrate = tell(llm, tuned.prompts, options.max_tokens)
        judge = tell(llm, judged.prompts, options.max_tokens)
    return Study(exact, n_ctx, options, calibrate, judge, tuned.source, tuned.sha256)


def measure_matrix(study: Study, what: Callable[[BundlePrompt], BundlePrompt], name: str) -> ImportanceMatrix:
    """Run `what` of every calibration prompt and its answer through the exact model, and sum up.

    Positions count as they do on the device: the last layer and the output see only those that a
    token is drawn from.
    """
    weights = read_gguf_header(study.exact).tensors
    wanted = frozenset(name for name in weights if study.options.outputs or name not in OUTPUTS)
    collector = Collector(wanted, (name, study.sha256))
    with ProbeLlm(study.exact, ProbeOptions(study.n_ctx, study.options.threads), collector) as llm:
        for told in study.calibrate:
            llm.prefill(what(told.prompt).pieces)
            if told.answer:
                llm.extend(told.answer)
            collector.prompts += 1
    return collector.matrix()


def _require_same(bundle: Bundle, exact: Path) -> None:
    """The quantised model must answer as the bundle's would: same width, words and chat template."""
    found, wanted = read_gguf_header(exact), bundle.llm_header
    for what, one, other in (
        ("architecture", found.architecture, wanted.architecture),
        ("embedding width", found.of_architecture("embedding_length"), bundle.manifest.llm.n_embd),
        ("layers", found.of_architecture("block_count"), wanted.of_architecture("block_count")),
        ("vocabulary", hash(found.tokens), hash(wanted.tokens)),
        ("chat template", found.chat_template, wanted.chat_template),
    ):
        if one != other:
            raise ExportError(f"{exact.name}: its {what} is not that of {bundle.manifest.name}'s LLM")
