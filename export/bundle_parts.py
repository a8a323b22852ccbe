"""The two halves of an export, each compared with torch as soon as it exists: encoders, then the LLM.

Knows which precision ships and why; refuses to know folders, manifests and publishing.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError
from anymal.export.checkpoint_folder import CheckpointFolder
from anymal.export.held_out import HeldOut
from anymal.export.parity import (
    LogitsParity,
    ModalityParity,
    ParityRecord,
    RowsParity,
    compare_logits,
    compare_rows,
    require,
)
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.reference_prompt import PromptPart, ReferenceTokenizer
from anymal.export.to_onnx import export_onnx
from anymal.export.verify import (
    Reference,
    Rows,
    check_prompts,
    engine_logits,
    onnx_rows,
    open_llm,
    reference_answers,
    torch_rows,
)
from anymal.models.checkpoint import load_modality
from anymal.models.multimodal_lm import MultimodalLm, load_llm

if TYPE_CHECKING:
    from anymal.export.make_bundle import ExportOptions

__all__ = ["ExportedModality", "check_llm", "export_modality"]

Array = NDArray[np.float32]
Say = Callable[[str], None]
FP32, INT8 = "fp32", "int8"


@dataclass(frozen=True)
class ExportedModality:
    """Both graphs of a modality and the rows [samples, tokens, n_embd] they make of the held-out inputs."""

    tokens: int
    fp32_file: Path
    int8_file: Path | None
    torch_rows: Array
    fp32_rows: Array
    int8_rows: Array | None
    parity: ModalityParity

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


def export_modality(
    source: CheckpointFolder,
    name: str,
    inputs: NDArray[Any],
    work: Path,
    options: "ExportOptions",
    say: Say,
) -> ExportedModality:
    """Export encoder `name` as fp32 and int8 and choose; raises `ExportError` when fp32 drifts from torch."""
    described = source.modalities[name]
    module = load_modality(source.folder, name)
    tokens, n_embd = module.options.tokens, module.options.n_embd
    wanted = described.get("tokens", tokens)
    if n_embd != source.n_embd or tokens != wanted:
        raise ExportError(
            f"{name}: makes {tokens} rows of width {n_embd}; recipe.json wants {wanted} rows "
            f"and the LLM reads width {source.n_embd}"
        )
    say(f"{name}: exporting to ONNX")
    reference = torch_rows(module, inputs)
    fp32_file = export_onnx(module, described["input"], work / f"{name}.onnx")
    fp32_rows = onnx_rows(fp32_file, described["input"]["name"], inputs, options.threads)
    fp32 = compare_rows(reference, fp32_rows)
    require(f"{name}.onnx against torch", "max abs error", fp32.max_abs, options.tolerances.onnx_max_abs)
    int8_file, int8_rows, int8 = None, None, None
    if options.int8 and quantise_onnx(fp32_file, work / f"{name}.int8.onnx"):
        int8_file = work / f"{name}.int8.onnx"
        int8_rows = onnx_rows(int8_file, described["input"]["name"], inputs, options.threads)
        int8 = compare_rows(reference, int8_rows)
    shipped, reason = _choose(int8, int8_file, fp32_file, options)
    say(f"{name}: max abs error {fp32.max_abs:.1e}; {shipped} ships: {reason}")
    parity = ModalityParity(fp32, int8, shipped, reason)
    return ExportedModality(tokens, fp32_file, int8_file, reference, fp32_rows, int8_rows, parity)


def _choose(
    int8: RowsParity | None, int8_file: Path | None, fp32_file: Path, options: "ExportOptions"
) -> tuple[str, str]:
    """Precision to ship and why."""
    if int8 is None or int8_file is None:
        return FP32, "int8 was not asked for" if not options.int8 else "no matrix product to quantise"
    wanted = options.tolerances.int8_cosine
    if int8.cosine_min < wanted:
        return FP32, f"int8 cosine {int8.cosine_min:.5f} is below {wanted}"
    small, large = int8_file.stat().st_size, fp32_file.stat().st_size
    if small >= large:
        return FP32, f"int8 is not smaller ({small} bytes, fp32 {large})"
    return INT8, f"cosine {int8.cosine_min:.5f}, {small / 1e6:.1f} MB instead of {large / 1e6:.1f}"


def check_llm(
    source: CheckpointFolder,
    held_out: HeldOut,
    modalities: dict[str, ExportedModality],
    exact: Path,
    shipped: Path,
    options: "ExportOptions",
    say: Say,
) -> tuple[dict[str, ExportedModality], ParityRecord]:
    """Compare the GGUFs `exact` (f32) and `shipped` with transformers on every held-out question.

    Returns the modalities, back at fp32 where int8 changed too many answers, and the record.
    Raises `ExportError` with the numbers when a comparison is outside tolerance.
    """
    tokenizer = ReferenceTokenizer(source.llm)
    prompts = [tokenizer.prompt(source.prompt, ask) for ask in held_out.asks]
    rows = {name: exported.torch_rows for name, exported in modalities.items()}
    lm = MultimodalLm(load_llm(source.llm))
    references = reference_answers(lm, prompts, rows, options.max_tokens, tokenizer.end_ids)
    compare = _Comparison(source.n_ctx, options.threads, prompts, references)
    limits = options.tolerances

    with open_llm(shipped, source.n_ctx, options.threads, exact=False) as engine:
        check_prompts(engine, source.prompt, held_out.asks, prompts, rows)
    llm_f32 = compare.run(exact, rows, exact=True)
    say(f"llm f32: max logit error {llm_f32.max_abs:.1e}, {llm_f32.answers_changed:.1%} of answers change")
    require("the f32 GGUF", "max logit error", llm_f32.max_abs, limits.gguf_max_logit)
    require("the f32 GGUF", "share of changed answers", llm_f32.answers_changed, limits.gguf_answers_changed)

    llm = compare.run(shipped, rows, exact=False)
    what = f"the LLM as {options.llm_quantization}"
    say(
        f"llm {options.llm_quantization}: mean KL {llm.mean_kl:.1e}, "
        f"{llm.answers_changed:.1%} of answers change"
    )
    require(what, "mean KL", llm.mean_kl, limits.quantised_mean_kl)
    require(what, "share of changed answers", llm.answers_changed, limits.quantised_answers_changed)

    int8_rows = None
    if any(exported.parity.shipped == INT8 for exported in modalities.values()):
        int8_rows = compare.run(exact, _shipped(modalities), exact=True)
        say(f"int8 encoders: {int8_rows.answers_changed:.1%} of answers change")
        if int8_rows.answers_changed > limits.int8_answers_changed:
            share, limit = int8_rows.answers_changed, limits.int8_answers_changed
            reason = f"int8 changed {share:.2%} of answers, over {limit:.2%}"
            modalities = {name: exported.fall_back(reason) for name, exported in modalities.items()}
            say(f"fp32 encoders ship: {reason}")
    bundle = compare.run(shipped, _shipped(modalities), exact=False)
    parity = {name: exported.parity for name, exported in modalities.items()}
    return modalities, ParityRecord(parity, llm_f32, llm, int8_rows, bundle, limits)


def _shipped(modalities: dict[str, ExportedModality]) -> Rows:
    return {name: exported.shipped_rows for name, exported in modalities.items()}


@dataclass(frozen=True)
class _Comparison:
    """The reference's side of every LLM comparison."""

    n_ctx: int
    threads: int
    prompts: list[tuple[PromptPart, ...]]
    references: list[Reference]

    def run(self, gguf: Path, rows: Rows, exact: bool) -> LogitsParity:
        with open_llm(gguf, self.n_ctx, self.threads, exact) as engine:
            found = engine_logits(engine, self.prompts, rows, self.references)
        return compare_logits([reference.logits for reference in self.references], found)
