"""The LLM of a recipe as files: a Hugging Face folder, a hub name or a GGUF, with its LoRA adapters.

Knows the order (find, merge, convert, quantise, convert adapters, open once) and what is worth telling
about an LLM; refuses to know prompts, encoders and bundles. Nothing is written outside `work`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anymal.digest import file_sha256
from anymal.engines.gguf_header import GgufHeader, read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.llama_adapter import AdapterFile, check_adapter
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import AnymalError, BundleError, ExportError
from anymal.export.llm_check import check_adapters, check_names, ready_gguf
from anymal.export.llm_faults import cure_of, told_of
from anymal.export.llm_room import require_llm_room
from anymal.export.lora import LoraAdapter, convert_lora, merge_lora, read_lora
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.row_scale import embedding_scale, rows_like_tokens
from anymal.export.sources.folder import find_folder
from anymal.export.sources.weights import folder_hashes
from anymal.export.to_gguf import convert
from anymal.paths import typed_path

if TYPE_CHECKING:
    from anymal.export.recipe import AdapterSource, LlmSource

__all__ = ["PreparedAdapter", "PreparedLlm", "prepare_llm"]

PROBE_POSITIONS = 32
ADAPTER_WEIGHTS = "adapter_model.*"  # in a folder of PEFT
UNLIKE = 0.05  # standard deviations of the logits between a token and its own row
# Architectures whose sliding attention window llama.cpp applies (`swa_type` in src/models/*.cpp).
WINDOWED = (
    "afmoe", "cohere2", "cohere2moe", "deepseek4", "exaone4", "exaone-moe", "gemma-embedding", "gemma2",
    "gemma3", "gemma3n", "gemma4", "gpt-oss", "granite_swa", "laguna", "lfm2", "llama4", "maple", "mellum",
    "mimo2", "muse-glimmer", "olmo2", "plamo3", "smallthinker", "spark2_5", "step35",
)  # fmt: skip


@dataclass(frozen=True)
class PreparedAdapter:
    """A GGUF adapter that is switched at run time, to be shipped under its file name.

    `merged` makes the Hugging Face folder of the LLM with this adapter in its weights, which switching
    it on is compared with; None where the adapter or the LLM came as GGUF.
    """

    name: str
    file: Path
    scale: float
    merged: Callable[[], Path] | None = None


@dataclass(frozen=True)
class PreparedLlm:
    """What the rest of an export needs of its LLM.

    `exact` is the f32 GGUF, or the given one; `shipped` goes into the bundle: copy it, it may be the
    user's own file. `folder` is what transformers loads for parity, merged adapters included; None for
    a ready GGUF. `embedding_scale`: rows that suit `transformers(inputs_embeds=...)` times this are the
    rows for llama.cpp (`row_scale.ScaledRows` puts it into a graph). `notes` are for the user,
    `provenance` for the manifest.
    """

    exact: Path
    shipped: Path
    n_embd: int
    n_ctx: int
    quantization: str
    adapters: tuple[PreparedAdapter, ...]
    folder: Path | None
    embedding_scale: float
    notes: tuple[str, ...]
    provenance: Mapping[str, Any] = field(default_factory=dict)


def prepare_llm(source: "LlmSource", work: Path, threads: int, say: Callable[[str], None]) -> PreparedLlm:
    """Bring the LLM of `source` to GGUF in `work`, its adapters too, and open it once to see that it runs.

    Raises `ExportError` or `BundleError` for an LLM that cannot be had, converted or run by llama.cpp,
    and for adapters that do not fit it.
    """
    check_names(source.adapters)
    if source.source.endswith(".gguf"):
        exact = shipped = ready_gguf(source)
        given, folder = None, None
        provenance: dict[str, Any] = {"llm": {"files": {exact.name: file_sha256(exact)}}}
    else:
        given = find_folder(source.source)
        check_adapters(source, given)
        merging = any(one.mode == "merge" for one in source.adapters)
        require_llm_room(given, source.quantization, work, copies=2 if merging else 1)
        folder = _merged(source, given, work, say)
        say(f"llm: converting {given.name} to GGUF")
        exact = convert(folder, work / "f32.gguf")
        shipped = work / "llm.gguf"
        with told_of(given, exact):
            quantise_llm(exact, shipped, QuantiseOptions(source.quantization, threads))
        provenance = {"llm": {"folder": given.name, "files": folder_hashes(given)}}
    with told_of(given, shipped):
        header = read_gguf_header(shipped)
        check_gguf(header)
    adapters = tuple(
        _switched(one, folder, header, work, say) for one in source.adapters if one.mode == "switch"
    )
    if source.adapters:
        provenance["llm"]["adapters"] = {one.name: _adapter_record(one) for one in source.adapters}
    n_ctx, notes = _context(source, header, folder)
    quantization = source.quantization if folder else _stored_type(header)
    if not folder and quantization != source.quantization:
        notes.append(f"a GGUF ships as it is ({quantization}): `anymal quantize` makes a bundle smaller")
    with told_of(given, shipped):
        notes += _open_once(shipped, header, adapters, threads)
    for note in notes:
        say(f"llm: {note}")
    return PreparedLlm(
        exact=exact,
        shipped=shipped,
        n_embd=header.of_architecture("embedding_length"),
        n_ctx=n_ctx,
        quantization=quantization,
        adapters=adapters,
        folder=folder,
        embedding_scale=embedding_scale(header),
        notes=tuple(notes),
        provenance=provenance,
    )


def _merged(source: "LlmSource", folder: Path, work: Path, say: Callable[[str], None]) -> Path:
    """`folder`, or a copy of it with the adapters of mode `merge` in its weights."""
    adapters = [read_lora(one) for one in source.adapters if one.mode == "merge"]
    if not adapters:
        return folder
    say(f"llm: merging {', '.join(adapter.name for adapter in adapters)} into {folder.name}")
    return merge_lora(folder, adapters, work / "llm")


def _switched(
    source: "AdapterSource", base: Path | None, header: GgufHeader, work: Path, say: Callable[[str], None]
) -> PreparedAdapter:
    out = work / f"{source.name}.lora.gguf"
    if source.source.endswith(".gguf"):
        given = typed_path(source.source)
        if not given.is_file():
            raise ExportError(f"{given}: no such file; wanted a GGUF adapter")
        check_adapter(read_gguf_header(given), header)
        out.write_bytes(given.read_bytes())
    else:
        adapter = read_lora(source)
        say(f"llm: converting adapter {source.name} to GGUF")
        convert_lora(adapter, base or _named_base(adapter), header, out)
        if base is not None:
            merged = partial(merge_lora, base, [adapter], work / f"{source.name}-merged")
            return PreparedAdapter(source.name, out, source.scale, merged)
    return PreparedAdapter(source.name, out, source.scale)


def _adapter_record(source: "AdapterSource") -> dict[str, Any]:
    """What the manifest says of an adapter that was merged or is shipped, its hashes included."""
    if source.source.endswith(".gguf"):
        path = typed_path(source.source)
        files = {path.name: file_sha256(path)}
    else:
        weights = sorted(find_folder(source.source).glob(ADAPTER_WEIGHTS))
        files = {path.name: file_sha256(path) for path in weights}
    return {"mode": source.mode, "scale": source.scale, "files": files}


def _named_base(adapter: LoraAdapter) -> Path:
    """Where the config of a ready GGUF's base lies, by what the adapter says."""
    named = str(adapter.config.get("base_model_name_or_path") or "")
    try:
        return find_folder(named)
    except ExportError as error:
        raise ExportError(
            f"{adapter.folder}: converting it wants the config of its base model: {error}; or give the "
            "adapter as GGUF"
        ) from error


def _context(source: "LlmSource", header: GgufHeader, folder: Path | None) -> tuple[int, list[str]]:
    """Positions the bundle may use, and why fewer than asked for."""
    notes: list[str] = []
    n_ctx, trained = source.n_ctx, int(header.of_architecture("context_length"))
    if n_ctx > trained:
        notes.append(f"n_ctx is {trained}, which the LLM was trained for, not {n_ctx}")
        n_ctx = trained
    window = _window(folder) if folder and header.architecture not in WINDOWED else 0
    if 0 < window < n_ctx:
        # Up to the window's length, sliding and full attention are the same.
        notes.append(
            f"n_ctx is {window}, not {n_ctx}: the LLM's attention slides over {window} positions, which "
            f"llama.cpp does not do for {header.architecture}"
        )
        n_ctx = window
    return n_ctx, notes


def _window(folder: Path) -> int:
    """The sliding window of attention that the config of `folder` asks for, 0 for none."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    window = config.get("sliding_window")
    kinds = config.get("layer_types") or ["sliding_attention"]
    used = config.get("use_sliding_window", True) and "sliding_attention" in kinds
    return window if isinstance(window, int) and used else 0


def _stored_type(header: GgufHeader) -> str:
    """What a GGUF says it is quantised to, in the words of our manifests."""
    from gguf import LlamaFileType

    try:
        name = str(LlamaFileType(header.metadata.get("general.file_type")).name)
    except ValueError:
        return "unknown"
    return name.removeprefix("ALL_").removeprefix("MOSTLY_")


def _open_once(
    shipped: Path, header: GgufHeader, adapters: tuple[PreparedAdapter, ...], threads: int
) -> list[str]:
    """Run the LLM for a few positions, with each adapter; returns what its users should know."""
    n_ctx = min(PROBE_POSITIONS, header.of_architecture("context_length"))
    files = [AdapterFile(one.name, one.file, one.scale) for one in adapters]
    notes = []
    try:
        with LlamaEngine(shipped, LlamaOptions(n_ctx=n_ctx, threads=threads), header, files) as engine:
            if (unlike := rows_like_tokens(engine, header)) > UNLIKE:
                notes.append(
                    f"{header.architecture} reads rows otherwise than tokens (logits differ by {unlike:.2f} "
                    "standard deviations): look at the parity of answers with soft tokens"
                )
            for name in engine.adapters:
                engine.use_adapters([name])
                engine.decode_tokens([engine.bos_id or 0], 0)
            if not engine.can_truncate:
                notes.append(
                    f"{header.architecture} keeps a running state: questions about files work as with any "
                    "LLM, a live session reads its whole context again at every update"
                )
    except AnymalError as error:
        kind = BundleError if isinstance(error, BundleError) else ExportError
        cure = cure_of(str(error), header.metadata)
        raise kind(f"{error}; this LLM cannot be used here{cure and ': '}{cure}") from error
    if header.chat_template is None:
        notes.append("it has no chat template of its own: what is asked is written as prompt.template says")
    return notes
