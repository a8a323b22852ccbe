"""The two halves of an export, each compared with torch as soon as it exists: encoders, then the LLM.

Knows which precision ships and why; refuses to know folders, manifests and publishing.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from torch import nn

from anymal.engines.llama_adapter import AdapterFile
from anymal.errors import ExportError
from anymal.export.adapter_parity import AdapterCase, compare_adapter
from anymal.export.bundle_source import BundleSource
from anymal.export.calibration import Calibration, samples_calibration
from anymal.export.device_prompt import device_parts
from anymal.export.gguf_reference import gguf_answers
from anymal.export.held_out import Slot
from anymal.export.optimum_export import export_with_optimum
from anymal.export.parity import (
    LogitsParity,
    ModalityParity,
    ParityRecord,
    Tolerances,
    compare_logits,
    compare_rows,
    max_error,
    require,
    require_quantised,
)
from anymal.export.to_onnx import export_onnx, facts_of
from anymal.export.variants import VariantFile, VariantOptions, build_variants, variant_name
from anymal.export.verify import (
    ReferenceAnswer,
    Rows,
    check_prompts,
    engine_logits,
    onnx_rows,
    open_llm,
    reference_answers,
    torch_rows,
)
from anymal.models.multimodal_lm import MultimodalLm, load_llm

if TYPE_CHECKING:
    from anymal.export.make_bundle import ExportOptions

__all__ = ["ExportedModality", "check_llm", "export_modality"]

Array = NDArray[np.float32]
Say = Callable[[str], None]
Prompts = Sequence[Sequence[list[int] | Slot]]
FP32, INT8 = "fp32", "int8"
TRANSFORMERS, LLAMA_CPP = "transformers", "llama.cpp on the GGUF as it came"


@dataclass(frozen=True)
class ExportedModality:
    """The graphs of a modality and the rows [samples, tokens, n_embd] they make of the held-out inputs.

    `variants` are the precisions that lie beside the one that ships; `calibration` is theirs.
    """

    tokens: int
    fp32_file: Path
    int8_file: Path | None
    torch_rows: Array
    fp32_rows: Array
    int8_rows: Array | None
    parity: ModalityParity
    calibration: Calibration
    variants: Mapping[str, Path] = field(default_factory=dict)

    @property
    def shipped_file(self) -> Path:
        """The graph that goes into the bundle."""
        return self.int8_file if self.parity.shipped == INT8 and self.int8_file else self.fp32_file

    @property
    def shipped_rows(self) -> Array:
        """What the graph in the bundle makes of the held-out inputs."""
        return (
            self.int8_rows if self.parity.shipped == INT8 and self.int8_rows is not None else self.fp32_rows
        )

    def fall_back(self, reason: str) -> "ExportedModality":
        """The same modality with the fp32 graph chosen, because of `reason`."""
        return dataclasses.replace(self, parity=dataclasses.replace(self.parity, shipped=FP32, reason=reason))


def _fp32(module: nn.Module, spec: Mapping[str, Any], out: Path, options: "ExportOptions") -> Path:
    """The exact graph, by the exporter that was asked for; the other one serves pictures only."""
    if options.exporter == "optimum" and facts_of(module).modality == "image":
        return export_with_optimum(module, getattr(module, "folder", None), spec, out)
    return export_onnx(module, spec, out)


def export_modality(
    source: BundleSource, name: str, work: Path, options: "ExportOptions", say: Say
) -> ExportedModality:
    """Export encoder `name` as fp32 and its other precisions and choose.

    Raises `ExportError` when its rows are not the LLM's, or fp32 drifts from torch.
    """
    described, inputs = source.modalities[name], source.held_out.inputs[name]
    module = source.module(name)
    facts = facts_of(module)
    wanted = described.get("tokens", facts.tokens)
    if facts.n_embd != source.llm.n_embd or facts.tokens != wanted:
        raise ExportError(
            f"{name}: makes {facts.tokens} rows of width {facts.n_embd}; the recipe wants {wanted} rows "
            f"and the LLM reads width {source.llm.n_embd}"
        )
    say(f"{name}: exporting to ONNX")
    reference = torch_rows(module, inputs)
    fp32_file = _fp32(module, described["input"], work / variant_name(name, FP32), options)
    fp32_rows = onnx_rows(fp32_file, described["input"]["name"], inputs, options.threads)
    fp32 = compare_rows(reference, fp32_rows)
    limit = options.tolerances.onnx_limit(fp32)
    require(f"{name}.onnx against torch", max_error(fp32), fp32.max_abs, limit)
    calibration = source.calibrations.get(name) or samples_calibration("held-out samples", inputs)
    precisions = [one for one in source.precisions[name] if one != FP32]
    others: dict[str, VariantFile] = {}
    if precisions:
        settings = VariantOptions(threads=options.threads)
        others = build_variants(module, described["input"], work, precisions, calibration, settings, say)
    int8 = others.pop(INT8, None)
    others.pop(FP32, None)
    shipped, reason = _choose(int8, fp32_file, INT8 in precisions, options)
    say(f"{name}: max abs error {fp32.max_abs:.1e}; {shipped} ships: {reason}")
    beside = {precision: made.parity for precision, made in others.items()}
    return ExportedModality(
        tokens=facts.tokens,
        fp32_file=fp32_file,
        int8_file=None if int8 is None else int8.path,
        torch_rows=reference,
        fp32_rows=fp32_rows,
        int8_rows=None if int8 is None else int8.rows,
        parity=ModalityParity(fp32, None if int8 is None else int8.parity, shipped, reason, beside),
        calibration=calibration,
        variants={precision: made.path for precision, made in others.items()},
    )


def _choose(
    int8: VariantFile | None, fp32_file: Path, asked: bool, options: "ExportOptions"
) -> tuple[str, str]:
    """Precision to ship and why."""
    if int8 is None:
        return FP32, "no matrix product to quantise" if asked else "int8 was not asked for"
    wanted, found = options.tolerances.int8_cosine, int8.parity.cosine_min
    if found < wanted:
        return FP32, f"int8 cosine {found:.5f} is below {wanted}"
    small, large = int8.path.stat().st_size, fp32_file.stat().st_size
    if small >= large:
        return FP32, f"int8 is not smaller ({small} bytes, fp32 {large})"
    return INT8, f"cosine {found:.5f}, {small / 1e6:.1f} MB instead of {large / 1e6:.1f}"


def check_llm(
    source: BundleSource, modalities: dict[str, ExportedModality], options: "ExportOptions", say: Say
) -> tuple[dict[str, ExportedModality], ParityRecord]:
    """Compare the GGUFs of `source`, exact and shipped, with their reference on every held-out question.

    Returns the modalities, back at fp32 where int8 changed too many answers, and the record.
    Raises `ExportError` with the numbers when a comparison is outside tolerance.
    """
    llm, limits = source.llm, options.tolerances
    rows = {name: exported.torch_rows for name, exported in modalities.items()}
    compare = _comparison(source, rows, options)
    exact = shipped = None
    if compare.reference != LLAMA_CPP:
        exact = compare.run(llm.exact, rows, exact=True)
        _require_exact("the f32 GGUF", exact, limits, say)
    adapters = _adapters(source, compare, rows, options, say)
    if llm.shipped != llm.exact:
        shipped = compare.run(llm.shipped, rows, exact=False)
        changed = shipped.answers_changed
        say(f"llm {llm.quantization}: mean KL {shipped.mean_kl:.1e}, {changed:.1%} of answers change")
        require_quantised(llm.quantization, shipped.mean_kl, changed, limits)
    int8_rows = None
    if any(exported.parity.shipped == INT8 for exported in modalities.values()):
        int8_rows = compare.run(llm.exact, _shipped(modalities), exact=True)
        say(f"int8 encoders: {int8_rows.answers_changed:.1%} of answers change")
        if int8_rows.answers_changed > limits.int8_answers_changed:
            share, limit = int8_rows.answers_changed, limits.int8_answers_changed
            reason = f"int8 changed {share:.2%} of answers, over {limit:.2%}"
            modalities = {name: exported.fall_back(reason) for name, exported in modalities.items()}
            say(f"fp32 encoders ship: {reason}")
    bundle = compare.run(llm.shipped, _shipped(modalities), exact=False)
    parity = {name: exported.parity for name, exported in modalities.items()}
    record = ParityRecord(parity, exact, shipped, int8_rows, bundle, limits, compare.reference, adapters)
    return modalities, record


def _require_exact(what: str, found: LogitsParity, limits: Tolerances, say: Say) -> None:
    """Raise `ExportError` unless an unquantised GGUF says what transformers says."""
    say(f"{what}: max logit error {found.max_abs:.1e}, {found.answers_changed:.1%} of answers change")
    allowed = max(limits.gguf_max_logit, limits.gguf_logit_part * found.logit_scale)
    require(what, "max logit error", found.max_abs, allowed)
    require(what, "share of changed answers", found.answers_changed, limits.gguf_answers_changed)


def _adapters(
    source: BundleSource, compare: "_Comparison", rows: Rows, options: "ExportOptions", say: Say
) -> dict[str, LogitsParity]:
    """Every adapter switched on, one by one; those that came as GGUF have nothing to be compared with."""
    llm, found = source.llm, {}
    case = AdapterCase(
        gguf=llm.exact,
        n_ctx=llm.n_ctx,
        threads=options.threads,
        prompts=compare.prompts,
        rows=rows,
        scale=llm.embedding_scale,
        max_tokens=options.max_tokens,
        end_ids=frozenset() if source.reader is None else source.reader.end_ids,
        exact=True,
    )
    for one in llm.adapters:
        if one.merged is None:
            say(f"adapter {one.name}: compared with nothing, since it or the LLM came as GGUF")
            continue
        parity = compare_adapter(case, AdapterFile(one.name, one.file, one.scale), one.merged)
        _require_exact(f"the f32 GGUF with adapter {one.name}", parity, options.tolerances, say)
        found[one.name] = parity
    return found


def _shipped(modalities: dict[str, ExportedModality]) -> Rows:
    return {name: exported.shipped_rows for name, exported in modalities.items()}


def _comparison(source: BundleSource, rows: Rows, options: "ExportOptions") -> "_Comparison":
    """Prompts and answers of the reference: transformers, or the exact GGUF where there is no other."""
    llm, asks = source.llm, source.held_out.asks
    if llm.folder is None or source.reader is None:
        with open_llm(llm.exact, llm.n_ctx, options.threads, exact=True) as engine:
            prompts: Prompts = [device_parts(engine, source.prompt, ask, rows) for ask in asks]
            references = gguf_answers(engine, prompts, rows, options.max_tokens)
        return _Comparison(llm.n_ctx, options.threads, prompts, references, LLAMA_CPP)
    prompts = [source.reader.prompt(source.prompt, ask) for ask in asks]
    with open_llm(llm.shipped, llm.n_ctx, options.threads, exact=False) as engine:
        check_prompts(engine, source.prompt, asks, prompts, rows)
    theirs = {name: found / np.float32(llm.embedding_scale) for name, found in rows.items()}
    lm = MultimodalLm(load_llm(llm.folder))
    references = reference_answers(lm, prompts, theirs, options.max_tokens, source.reader.end_ids)
    return _Comparison(llm.n_ctx, options.threads, prompts, references, TRANSFORMERS)


@dataclass(frozen=True)
class _Comparison:
    """The reference's side of every LLM comparison."""

    n_ctx: int
    threads: int
    prompts: Prompts
    references: list[ReferenceAnswer]
    reference: str

    def run(self, gguf: Path, rows: Rows, exact: bool) -> LogitsParity:
        with open_llm(gguf, self.n_ctx, self.threads, exact) as engine:
            found = engine_logits(engine, self.prompts, rows, self.references)
        return compare_logits([reference.logits for reference in self.references], found)
