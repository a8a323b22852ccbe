"""`verify`: a finished bundle taken through the whole chain again, against what it was exported from.

Knows the order of the stages (graphs, row lengths, prompts, logits, answers) and the manifest's
`verified` section; refuses to know how a stage measures. Unlike the parity record of an export,
which is about files in the making, this one is about the files that lie in the bundle now.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

import anymal
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.manifest import MANIFEST_NAME, EncoderSpec
from anymal.errors import AnymalError, ExportError
from anymal.export.bundle_source import limits_for
from anymal.export.make_bundle import ExportOptions
from anymal.export.staging import scratch
from anymal.export.verify import open_llm
from anymal.export.verify_graphs import check_graph, check_norms, measure_graphs, text_norms
from anymal.export.verify_llm import (
    Prompts,
    answer_all,
    by_gguf,
    by_transformers,
    check_llm,
    compare_adapters,
    compare_llm,
    make_prompts,
)
from anymal.export.verify_record import (
    Answered,
    Check,
    GraphFinding,
    LlmFinding,
    NormFinding,
    Verification,
    VerifyLimits,
)
from anymal.export.verify_reference import Reference, open_reference
from anymal.export.versions import tool_versions
from anymal.models.multimodal_lm import MultimodalLm, load_llm

__all__ = ["VerifyOptions", "record_verification", "verify_bundle"]

Say = Callable[[str], None]
Judge = Callable[[list[Check]], None]
Array = NDArray[np.float32]
TOOLS = ("torch", "transformers", "onnxruntime", "llama-cpp-python")


@dataclass(frozen=True)
class VerifyOptions:
    """How much to look at: `questions`, `samples` per encoder, answers of up to `max_tokens` tokens."""

    questions: int = 60
    samples: int = 64
    max_tokens: int = 32
    threads: int = 1
    limits: VerifyLimits = field(default_factory=VerifyLimits)

    def __post_init__(self) -> None:
        """Raise `ExportError` for a verification that would look at nothing."""
        for name in ("questions", "samples", "max_tokens", "threads"):
            if getattr(self, name) < 1:
                raise ExportError(f"{name} must be at least 1, found {getattr(self, name)}")


def verify_bundle(
    folder: Path, source: Path | None, options: VerifyOptions, say: Say = lambda line: None
) -> Verification:
    """Compare the bundle in `folder` with the checkpoint or recipe `source`, or without one with itself.

    All stages run even when an early one fails, so that the report is whole; `Verification.failed`
    names the first. Raises `BundleError` for a damaged bundle and `ExportError` for a
    source that is damaged or of another shape.
    """
    bundle = load_bundle(folder)
    say(f"{folder}: hashes right")
    wanted = ExportOptions(questions=options.questions, inputs=options.samples, threads=options.threads)
    with scratch("anymal-verify") as work:
        reference = open_reference(bundle, source, wanted, work, say)
        options = replace(options, limits=limits_for(source, options.limits))
        return _verify(bundle, reference, options, say)


def _verify(bundle: Bundle, reference: Reference, options: VerifyOptions, say: Say) -> Verification:
    checks: list[Check] = []

    def judge(found: list[Check]) -> None:
        checks.extend(found)
        for check in found:
            say(f"{'ok  ' if check.passed else 'FAIL'} {check}")

    graphs, rows = _graphs(bundle, reference, options, judge)
    norms = _norms(bundle, graphs)
    judge(check_norms(norms, options.limits))
    llm, answers = _language(bundle, reference, rows, options, judge)
    return Verification(
        bundle=bundle.manifest.name,
        at=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        reference=reference.facts,
        inputs={name: len(values) for name, values in reference.inputs.items()},
        machine={"anymal-edge": anymal.__version__, **tool_versions(TOOLS)},
        files={name: file.sha256 for name, file in bundle.manifest.files.items()},
        limits=options.limits,
        checks=tuple(checks),
        graphs=tuple(graphs),
        norms=norms,
        llm=llm,
        answers=answers,
    )


def _graphs(
    bundle: Bundle, reference: Reference, options: VerifyOptions, judge: Judge
) -> tuple[list[GraphFinding], dict[str, Array]]:
    """Findings of every graph, and torch's rows by modality (none without a checkpoint)."""
    findings: list[GraphFinding] = []
    rows: dict[str, Array] = {}
    for name, spec in bundle.manifest.modalities.items():
        if not isinstance(spec, EncoderSpec):
            continue
        found, wanted = measure_graphs(bundle, name, reference, options.threads)
        if wanted is not None:
            rows[name] = wanted
        for graph in found:
            judge(check_graph(graph, options.limits))
        findings += found
    return findings, rows


def _norms(bundle: Bundle, graphs: list[GraphFinding]) -> NormFinding:
    rows = {one.modality: one.norms.ravel() for one in graphs if one.shipped and one.norms is not None}
    return NormFinding(text_norms(bundle), rows)


def _language(
    bundle: Bundle,
    reference: Reference,
    rows: Mapping[str, Array],
    options: VerifyOptions,
    judge: Judge,
) -> tuple[LlmFinding | None, tuple[Answered, ...]]:
    """The stages that need the LLM: prompts, logits, and answers end to end."""
    if reference.llm is None and reference.gguf is None:
        try:
            return None, _ask_twice(bundle, reference, options, judge)
        except AnymalError as error:
            judge([Check(f"answers: {error}", "stages that do not run", 1.0, 0.0)])
            return None, ()
    n_ctx, threads, most = bundle.manifest.llm.n_ctx, options.threads, options.max_tokens
    lm = None if reference.llm is None else MultimodalLm(load_llm(reference.llm))
    with open_llm(bundle.llm_path, n_ctx, threads, exact=False) as engine:
        prompts, n_vocab = make_prompts(bundle, reference, engine), engine.n_vocab
    if lm is not None and not _check_words(prompts, lm, n_vocab, judge):
        return None, ()  # nothing after this could be compared
    if lm is not None:
        against = "transformers"
        references = by_transformers(lm, prompts, rows, reference.row_scale, most)
    else:
        against = "the GGUF as it came"
        references = by_gguf(cast(Path, reference.gguf), n_ctx, threads, prompts, rows, most)
    finding: LlmFinding | None = None
    answers: tuple[Answered, ...] = ()
    try:
        finding, wanted = compare_llm(bundle, prompts, rows, references, against, threads)
        judge(check_llm(finding, options.limits))
        for switched in compare_adapters(bundle, reference, prompts, rows, (most, threads)):
            judge(check_llm(switched, options.limits))
        answers = answer_all(bundle, reference, wanted, most, threads)
        judge([_check_answers(against, answers, options.limits)])
    except AnymalError as error:
        # Rows that are no numbers, a prompt that does not fit: bad, but the page is still wanted.
        judge([Check(f"llm and answers: {error}", "stages that do not run", 1.0, 0.0)])
    return finding, answers


def _check_words(prompts: Prompts, lm: MultimodalLm, n_vocab: int, judge: Judge) -> bool:
    """Judge vocabulary and prompts; False when logits could not even be laid side by side."""
    stage = f"llm: vocabulary and chat template against {prompts.vocabulary}"
    theirs = int(lm.llm.get_output_embeddings().weight.shape[0])
    judge([Check(stage, "tokens too many or too few", float(abs(theirs - n_vocab)), 0.0)])
    judge([Check(stage, "prompts with other tokens", float(prompts.different), 0.0)])
    return theirs == n_vocab


def _check_answers(against: str, answers: tuple[Answered, ...], limits: VerifyLimits) -> Check:
    changed = sum(not answer.same for answer in answers) / len(answers)
    # What the LLM's type and the encoders' may each change, together.
    limit = limits.quantised_answers_changed + limits.int8_answers_changed
    stage = f"answers: end to end against {against}"
    return Check(stage, "share of changed greedy answers", changed, limit)


def _ask_twice(
    bundle: Bundle, reference: Reference, options: VerifyOptions, judge: Judge
) -> tuple[Answered, ...]:
    """Without a checkpoint nothing says what is right, but the same question must get the same answer."""
    nothing: list[tuple[int, ...]] = [()] * len(reference.asks)
    first, second = (
        answer_all(bundle, reference, nothing, options.max_tokens, options.threads) for _ in range(2)
    )
    changed = sum(one.found != other.found for one, other in zip(first, second, strict=True)) / len(first)
    judge([Check("answers: asked twice", "share of answers that differ", changed, 0.0)])
    return ()


def record_verification(folder: Path, verification: Verification) -> bool:
    """Write the `verified` section into the manifest of `folder`, whole or not at all; tells whether it did.

    A failure is recorded too: such a bundle does not run. What passed beside itself alone proves
    nothing about a reference, so it takes the place of no record. Raises `ExportError` when the folder
    cannot be written.
    """
    path = folder / MANIFEST_NAME
    staged = path.with_name(path.name + ".staged")
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
        if verification.failed is None and "source" not in verification.reference:
            return False
        manifest["verified"] = verification.to_json()
        staged.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        staged.replace(path)
        return True
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise ExportError(
            f"{path}: the record cannot be written: {error}; make the folder writable, or use --no-record"
        ) from error
