"""The LLM of a bundle against transformers, and its answers end to end, prompt by prompt.

Knows how the device renders, feeds and decodes a prompt, and the reference's side of each;
refuses to know encoders' precision and how figures are shown. One prompt at a time, so that a
large vocabulary does not fill the memory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from anymal.engines.bundle import Bundle
from anymal.engines.encoder import Encoder, open_encoder
from anymal.engines.llama_adapter import AdapterFile
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.manifest import AudioInput, ImageInput, ImuInput, VideoInput
from anymal.errors import ExportError
from anymal.export.adapter_parity import AdapterCase, compare_adapter
from anymal.export.device_prompt import device_parts
from anymal.export.gguf_reference import gguf_answers
from anymal.export.parity import LogitsParity, compare_logits
from anymal.export.reference_prompt import PromptPart
from anymal.export.verify import ReferenceAnswer, Rows, engine_logits, open_llm, reference_answers
from anymal.export.verify_record import Answered, Check, LlmFinding, VerifyLimits
from anymal.export.verify_reference import Reference
from anymal.models.multimodal_lm import MultimodalLm
from anymal.runtime.generation import Generation
from anymal.runtime.options import GenerationOptions
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Sensed
from anymal.runtime.text_stream import TextStream
from anymal.runtime.thoughts import opens_thoughts
from anymal.samples import NS_PER_S, AudioChunk, Embedding, Frame, ImuChunk, Modality, Sample

__all__ = [
    "Prompts",
    "answer_all",
    "by_gguf",
    "by_transformers",
    "check_llm",
    "compare_adapters",
    "compare_llm",
    "make_prompts",
]

EXACT = "F32"
Answers = Iterator[ReferenceAnswer]
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Prompts:
    """Every question as the reference's token ids and slots, and how many the device renders otherwise."""

    parts: tuple[tuple[PromptPart, ...], ...]
    end_ids: frozenset[int]
    different: int
    vocabulary: str


def make_prompts(bundle: Bundle, reference: Reference, engine: LlamaEngine) -> Prompts:
    """Render all questions on both sides; where the reference cannot read text, the device's own stand."""
    spec = bundle.manifest.prompt
    section = {**vars(spec), "senses": dict(spec.senses), "order": list(spec.order)}
    # Only where rows stand matters here, not what they say.
    blank = {
        name: np.zeros((len(raw), 1, engine.n_embd), np.float32) for name, raw in reference.inputs.items()
    }
    device = tuple(tuple(device_parts(engine, section, ask, blank)) for ask in reference.asks)
    reader = reference.reader
    if reader is None:
        return Prompts(device, engine.end_ids, 0, "nothing: its own prompts stand")
    wanted = tuple(tuple(reader.prompt(reference.prompt, ask)) for ask in reference.asks)
    different = sum(_tokens(one) != _tokens(other) for one, other in zip(wanted, device, strict=True))
    return Prompts(wanted, reader.end_ids, different, "the checkpoint's tokenizer")


def _tokens(parts: Sequence[PromptPart]) -> list[Any]:
    return [part if isinstance(part, list) else (part.modality, part.index) for part in parts]


def by_transformers(lm: MultimodalLm, prompts: Prompts, rows: Rows, scale: float, max_tokens: int) -> Answers:
    """Reference answers of transformers; `rows` are as llama.cpp reads them, `scale` times its own."""
    theirs = {name: values / np.float32(scale) for name, values in rows.items()}
    for parts in prompts.parts:
        yield from reference_answers(lm, [parts], theirs, max_tokens, prompts.end_ids)


def by_gguf(path: Path, n_ctx: int, threads: int, prompts: Prompts, rows: Rows, max_tokens: int) -> Answers:
    """Answers of the GGUF that came without the model it was made from, exactly: cache in f32."""
    with open_llm(path, n_ctx, threads, exact=True) as engine:
        for parts in prompts.parts:
            yield from gguf_answers(engine, [parts], rows, max_tokens)


def compare_llm(
    bundle: Bundle, prompts: Prompts, rows: Rows, references: Answers, against: str, threads: int
) -> tuple[LlmFinding, list[tuple[int, ...]]]:
    """The bundle's GGUF against `references`, and their greedy answers; prompt by prompt."""
    llm = bundle.manifest.llm
    exact = llm.quantization == EXACT
    found, answers = [], []
    with open_llm(bundle.llm_path, llm.n_ctx, threads, exact) as engine:
        for parts, answer in zip(prompts.parts, references, strict=True):
            [logits] = engine_logits(engine, [parts], rows, [answer])
            found.append(_compared(answer, logits))
            answers.append(answer.tokens)
    return LlmFinding(llm.quantization, exact, _together(found), tuple(found), against), answers


def _compared(answer: ReferenceAnswer, logits: Array) -> LogitsParity:
    if not np.isfinite(logits).all():
        nan = float("nan")
        return LogitsParity(1, len(logits), nan, float(np.abs(answer.logits).max()), nan, 1.0)
    return compare_logits([answer.logits], [logits])


def _together(found: Sequence[LogitsParity]) -> LogitsParity:
    """One record of many prompts; NaN in one is NaN in all."""
    positions = sum(one.positions for one in found)
    return LogitsParity(
        prompts=len(found),
        positions=positions,
        max_abs=float(np.max([one.max_abs for one in found])),
        logit_scale=max(one.logit_scale for one in found),
        mean_kl=sum(one.mean_kl * one.positions for one in found) / positions,
        answers_changed=sum(one.answers_changed for one in found) / len(found),
    )


def compare_adapters(
    bundle: Bundle, reference: Reference, prompts: Prompts, rows: Rows, options: tuple[int, int]
) -> Iterator[LlmFinding]:
    """The bundle's GGUF with each of its adapters on, where `reference` has the same one to merge.

    `options` are the longest answer in tokens, and threads.
    """
    llm, (max_tokens, threads) = bundle.manifest.llm, options
    exact = llm.quantization == EXACT
    case = AdapterCase(
        gguf=bundle.llm_path,
        n_ctx=llm.n_ctx,
        threads=threads,
        prompts=prompts.parts,
        rows=rows,
        scale=reference.row_scale,
        max_tokens=max_tokens,
        end_ids=prompts.end_ids,
        exact=exact,
    )
    for spec in llm.adapters:
        if spec.name in reference.merged:
            file = AdapterFile(spec.name, bundle.path(spec.file), spec.scale)
            parity = compare_adapter(case, file, reference.merged[spec.name])
            yield LlmFinding(llm.quantization, exact, parity, (parity,), adapter=spec.name)


def check_llm(finding: LlmFinding, limits: VerifyLimits) -> list[Check]:
    """Tight limits for a GGUF in f32, those of quantised ones for every other."""
    name = f"llm with adapter {finding.adapter}" if finding.adapter else "llm"
    stage = f"{name}: the GGUF ({finding.quantization}) against {finding.against}, same soft tokens"
    total = finding.total
    if finding.exact:
        return [
            Check(
                stage,
                "largest logit error",
                total.max_abs,
                max(limits.gguf_max_logit, limits.gguf_logit_part * total.logit_scale),
            ),
            Check(stage, "share of changed answers", total.answers_changed, limits.gguf_answers_changed),
        ]
    return [
        Check(stage, "mean KL in nats", total.mean_kl, limits.quantised_mean_kl),
        Check(stage, "share of changed answers", total.answers_changed, limits.quantised_answers_changed),
    ]


def answer_all(
    bundle: Bundle,
    reference: Reference,
    wanted: Sequence[Sequence[int]],
    max_tokens: int,
    threads: int,
) -> tuple[Answered, ...]:
    """Ask everything as the device does, from raw samples to text, and compare greedy answers.

    The same encoders, prompt layout, cache type and sampling as `anymal ask`; `wanted` are the
    tokens of the reference's answers.
    """
    rows = _device_rows(bundle, reference, threads)
    options = LlamaOptions(n_ctx=bundle.manifest.llm.n_ctx, threads=threads)
    generation = GenerationOptions(max_tokens=max_tokens)
    answers = []
    with LlamaEngine(bundle.llm_path, options, bundle.llm_header) as engine:
        for ask, tokens in zip(reference.asks, wanted, strict=True):
            sensed = [
                Sensed(cast(Modality, sense), tuple(rows[slot.modality, slot.index] for slot in slots))
                for sense, slots in ask.senses.items()
            ]
            prompt = bundle.manifest.prompt
            pieces = build_prompt(engine, engine.chat_template, prompt, ask.question, sensed)
            opened = opens_thoughts(tuple(pieces[-1]), engine.thought_ids, engine.piece)
            answering = Generation(engine, generation, opened=opened)
            answering.prefill(pieces)
            # The reference's answers are cut at that many tokens, thoughts or not.
            found = list(islice(answering.tokens(), max_tokens))
            texts = _text(engine, tokens), _text(engine, found)
            answers.append(Answered(ask.question, tuple(ask.senses), *texts, found == list(tokens)))
    return tuple(answers)


def _device_rows(bundle: Bundle, reference: Reference, threads: int) -> dict[tuple[str, int], Embedding]:
    """Embeddings of every sample that a question is about, by the encoders of the bundle on the CPU."""
    used = {slot for ask in reference.asks for slots in ask.senses.values() for slot in slots}
    rows: dict[tuple[str, int], Embedding] = {}
    for modality in sorted({slot.modality for slot in used}):
        with open_encoder(bundle, cast(Modality, modality), threads, "cpu") as encoder:
            for slot in used:
                if slot.modality == modality:
                    raw = reference.inputs[modality][slot.index]
                    rows[modality, slot.index] = _encode(encoder, raw)
    return rows


def _encode(encoder: Encoder, raw: NDArray[Any]) -> Embedding:
    if isinstance(encoder.spec.input, VideoInput):
        return encoder.encode_batch([Frame(number, frame) for number, frame in enumerate(raw)])[0]
    return encoder.encode(_sample(encoder, raw))


def _sample(encoder: Encoder, raw: NDArray[Any]) -> Sample:
    """A stamped sample that the encoder's own preprocessing turns back into `raw`."""
    spec = encoder.spec.input
    if isinstance(spec, ImageInput):
        return Frame(0, raw)
    if isinstance(spec, AudioInput):
        return AudioChunk(0, raw, spec.rate_hz)
    if not isinstance(spec, ImuInput):
        raise ExportError(f"the {encoder.modality} encoder takes no single sample")
    times = np.arange(len(raw), dtype=np.int64) * NS_PER_S // spec.rate_hz
    return ImuChunk(times, raw[:, :3], raw[:, 3:])


def _text(engine: LlamaEngine, tokens: Sequence[int]) -> str:
    stream, marks = TextStream(), engine.thought_ids or ()
    said = (stream.push(engine.piece(token, special=token in marks)) for token in tokens)
    return "".join(said) + stream.finish()
