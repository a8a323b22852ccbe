"""What a bundle is compared with: modules, inputs, questions and LLM of its checkpoint or recipe, or nothing.

Knows how to open either, and made-up inputs for a bundle that comes without one; refuses to
compare anything.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from torch import nn

from anymal.digest import file_sha256
from anymal.engines.bundle import Bundle
from anymal.engines.manifest import AudioInput, EncoderSpec, ImageInput, ImuInput, VideoInput
from anymal.errors import ExportError
from anymal.export.bundle_source import PromptReader
from anymal.export.checkpoint_folder import read_checkpoint_folder
from anymal.export.held_out import Ask, HeldOut, Slot, read_held_out
from anymal.export.made_inputs import made_inputs
from anymal.export.make_bundle import ExportOptions
from anymal.export.recipe import is_recipe, read_recipe
from anymal.export.recipe_source import open_recipe
from anymal.export.reference_prompt import ReferenceTokenizer
from anymal.models.checkpoint import load_modality

__all__ = ["Reference", "made_up_inputs", "open_reference"]

Say = Callable[[str], None]
SHA256 = re.compile("[0-9a-f]{64}")
WEIGHTS = (".safetensors", ".pt", ".bin")
PLAIN_QUESTION = "What is going on?"


@dataclass(frozen=True)
class Reference:
    """The other side of every comparison; what there is none of is None.

    `module` gives the torch module of a modality: raw batch in, rows [B, tokens, n_embd] out as llama.cpp
    reads them; `row_scale` times what transformers reads are those rows (`export.row_scale`). `llm` is
    the Hugging Face folder, or `gguf` the file that came without one. `prompt` is the manifest section
    that the export would write, `reader` reads it as transformers does. `merged` gives, by the name of an
    adapter that is switched, the LLM's folder with it in the weights.
    """

    facts: Mapping[str, Any]
    inputs: Mapping[str, NDArray[Any]]
    asks: tuple[Ask, ...]
    prompt: Mapping[str, Any]
    module: Callable[[str], nn.Module] | None = None
    llm: Path | None = None
    gguf: Path | None = None
    reader: PromptReader | None = None
    row_scale: float = 1.0
    merged: Mapping[str, Callable[[], Path]] = field(default_factory=dict)


def open_reference(
    bundle: Bundle, source: Path | None, wanted: ExportOptions, work: Path, say: Say = lambda line: None
) -> Reference:
    """The reference of `bundle`: a checkpoint folder, an export recipe (`.toml`), or nothing.

    `wanted` says how many questions and inputs per encoder; `work` takes what a recipe unpacks. Without
    a reference the inputs are made up and only the bundle itself can be looked at. Raises
    `ExportError` when the source is damaged or obviously that of another model.
    """
    if source is None:
        inputs = made_up_inputs(bundle, min(wanted.inputs, 8))
        return Reference({}, inputs, _plain_asks(inputs), {})
    if is_recipe(source):
        return _from_recipe(bundle, source, wanted, work, say)
    checkpoint = read_checkpoint_folder(source)
    _require_same_model(bundle, source, checkpoint.n_embd, checkpoint.encoded)
    # Questions count through the samples, so they are drawn from all and the rest is not looked at.
    inputs, asks = _within(read_held_out(checkpoint, wanted.questions), wanted.inputs)
    return Reference(
        facts={"source": "/".join(source.resolve().parts[-2:]), "weights": _digests(source)},
        inputs=inputs,
        asks=asks,
        prompt=checkpoint.prompt,
        module=partial(load_modality, checkpoint.folder),
        llm=checkpoint.llm,
        reader=ReferenceTokenizer(checkpoint.llm),
    )


def _from_recipe(bundle: Bundle, path: Path, wanted: ExportOptions, work: Path, say: Say) -> Reference:
    """The recipe opened as for an export, its LLM merged and converted on the way."""
    recipe = read_recipe(path)
    _require_same_model(bundle, path, None, recipe.graphs)  # before its LLM is converted
    opened = open_recipe(recipe, work, wanted, say)
    _require_same_model(bundle, path, opened.llm.n_embd, opened.encoded)
    inputs, asks = _within(opened.held_out, wanted.inputs)
    return Reference(
        facts={"source": path.name, "weights": dict(_hashes(opened.provenance))},
        inputs=inputs,
        asks=asks,
        prompt=opened.prompt,
        module=opened.module,
        llm=opened.llm.folder,
        gguf=None if opened.llm.folder else opened.llm.exact,
        reader=opened.reader,
        row_scale=opened.llm.embedding_scale,
        merged={one.name: one.merged for one in opened.llm.adapters if one.merged is not None},
    )


def made_up_inputs(bundle: Bundle, count: int) -> dict[str, NDArray[Any]]:
    """`count` made-up raw inputs [n, ...] per encoder: they show that graphs agree, not that they see."""
    specs = bundle.manifest.modalities.items()
    return {
        name: made_inputs(name, _section(spec.input), count)
        for name, spec in specs
        if isinstance(spec, EncoderSpec)
    }


def _section(spec: ImageInput | VideoInput | AudioInput | ImuInput) -> dict[str, Any]:
    """The part of the manifest's input section that says how large an input is."""
    if isinstance(spec, VideoInput):
        return {"size_px": [spec.picture.width_px, spec.picture.height_px], "frames": spec.frames}
    if isinstance(spec, ImageInput):
        return {"size_px": [spec.width_px, spec.height_px]}
    section: dict[str, Any] = {"rate_hz": spec.rate_hz, "window_s": spec.window_s}
    return {**section, "channels": spec.channels} if isinstance(spec, ImuInput) else section


def _plain_asks(inputs: Mapping[str, NDArray[Any]]) -> tuple[Ask, ...]:
    """One question about nothing and one about each sense."""
    about = [{}, *({name: (Slot(name, 0),)} for name in inputs)]
    return tuple(Ask(PLAIN_QUESTION, senses) for senses in about)


def _within(held_out: HeldOut, most: int) -> tuple[dict[str, NDArray[Any]], tuple[Ask, ...]]:
    """At most `most` inputs per encoder, and the same questions about those."""
    inputs = {name: values[:most] for name, values in held_out.inputs.items()}
    asks = []
    for ask in held_out.asks:
        senses = {
            sense: tuple(Slot(slot.modality, slot.index % len(inputs[slot.modality])) for slot in slots)
            for sense, slots in ask.senses.items()
        }
        asks.append(Ask(ask.question, senses))
    return inputs, tuple(asks)


def _require_same_model(bundle: Bundle, source: Path, n_embd: int | None, encoded: Collection[str]) -> None:
    """Raise `ExportError` when width (None: not known yet) or senses say that it is another model's."""
    manifest = bundle.manifest
    have = {name for name, spec in manifest.modalities.items() if isinstance(spec, EncoderSpec)}
    if (n_embd or manifest.llm.n_embd) != manifest.llm.n_embd or not have <= set(encoded):
        wide = f"is {n_embd} wide and " if n_embd else ""
        raise ExportError(
            f"{source}: belongs to another model: it {wide}has {', '.join(encoded) or 'no encoder'}; "
            f"bundle {manifest.name!r} is {manifest.llm.n_embd} wide and has {', '.join(sorted(have))}; "
            "give --reference what the bundle was exported from"
        )


def _hashes(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every sha256 in a provenance record, by where it stands."""
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _hashes(value, f"{path}{name}/")
        elif isinstance(value, str) and SHA256.fullmatch(value):
            yield f"{path}{name}", value


def _digests(folder: Path) -> dict[str, str]:
    """Sha256 of every weight file in the checkpoint, by its path inside it."""
    return {
        path.relative_to(folder).as_posix(): file_sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix in WEIGHTS and path.is_file()
    }
