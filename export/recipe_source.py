"""An export recipe, opened: LLM prepared, encoders and aligners loaded, prompt and questions ready.

Knows who opens what a recipe names and how the answers fit together; refuses to know the formats
behind them (`export.llm_source`, `export.sources`, `export.vlm`) and how a bundle is written.
"""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from torch import nn

from anymal.engines.json_fields import Fields
from anymal.engines.prompt_spec import parse_prompt
from anymal.errors import BundleError, ExportError
from anymal.export.bundle_source import BundleSource
from anymal.export.calibration import Calibration, folder_samples, require_folder, samples_calibration
from anymal.export.held_out import plain_held_out
from anymal.export.hf_prompt import HfReader
from anymal.export.llm_check import check_llm
from anymal.export.llm_source import PreparedLlm, prepare_llm
from anymal.export.made_inputs import MADE_UP, made_inputs
from anymal.export.optimum_export import optimum_python
from anymal.export.precisions import choose_precisions
from anymal.export.recipe import ExportRecipe
from anymal.export.row_scale import ScaledRows
from anymal.export.sources import SourcedModality, check_source, open_source
from anymal.export.sources.imported import modules_beside
from anymal.export.to_gguf import require_type
from anymal.export.vlm import OpenedVlm, open_vlm
from anymal.training.chat_format import DEFAULT_SYSTEM, SENSE_LINES, SENSE_ORDER

if TYPE_CHECKING:
    from anymal.export.make_bundle import ExportOptions

__all__ = ["open_recipe"]

Say = Callable[[str], None]


def open_recipe(recipe: ExportRecipe, work: Path, options: "ExportOptions", say: Say) -> BundleSource:
    """Open everything `recipe` names; intermediate files go to `work`.

    Raises `ExportError`, `ConfigError` or `BundleError` naming what cannot be had, read or joined.
    """
    with modules_beside(recipe.folder):
        return _open(recipe, work, options, say)


def _open(recipe: ExportRecipe, work: Path, options: "ExportOptions", say: Say) -> BundleSource:
    usual = {name: one.precisions for name, one in recipe.graphs.items()}
    precisions = choose_precisions(options.precisions, usual, options.int8)
    _check_named(recipe, options)  # a large LLM takes minutes to convert: what is missing is said before
    vlm = open_vlm(recipe.vlm, work / "vlm") if recipe.vlm else None
    wanted = recipe.llm if vlm is None else _language_model(recipe, vlm)
    llm = prepare_llm(wanted, work, options.threads, say)
    opened = {} if vlm is None else {"image": vlm.image}
    for name, one in recipe.modalities.items():
        say(f"{name}: opening {one.encoder}")
        opened[name] = open_source(one, llm.n_embd)
    modules = {name: _scaled(one, llm) for name, one in opened.items()}
    modalities: dict[str, dict[str, Any]] = {
        name: {"tokens": one.options.tokens, "input": one.input} for name, one in opened.items()
    }
    if recipe.video_frames:
        modalities["video"] = {"via": "image", "frames": recipe.video_frames}
    prompt = _prompt(recipe, vlm, modalities)
    _check_prompt(prompt)
    _require_room(modalities, llm)
    calibrations = {name: _calibration(recipe, name, one, options.inputs) for name, one in opened.items()}
    inputs: dict[str, NDArray[Any]] = {name: one.check for name, one in calibrations.items()}
    return BundleSource(
        name=recipe.name,
        prompt=prompt,
        modalities=modalities,
        precisions=precisions,
        provenance=_provenance(recipe, vlm, llm, opened),
        llm=llm,
        held_out=plain_held_out(inputs, modalities, options.questions),
        module=modules.pop,  # once: an encoder may be large, and is not needed after its export
        reader=_reader(vlm, llm),
        calibrations=calibrations,
    )


def _check_named(recipe: ExportRecipe, options: "ExportOptions") -> None:
    """Raise what opening would, for all that can be told without reading weights."""
    for one in recipe.modalities.values():
        check_source(one)
    for name, settings in recipe.graphs.items():
        if settings.calibration:
            require_folder(Path(settings.calibration), name)
    if not recipe.llm.source.endswith(".gguf"):
        require_type(recipe.llm.quantization)
    if options.exporter == "optimum":
        optimum_python()
    if not recipe.vlm:
        check_llm(recipe.llm, recipe.prompt.get("template", ""))


def _reader(vlm: OpenedVlm | None, llm: PreparedLlm) -> HfReader | None:
    """The reference's tokenizer: a whole model's own, else the LLM's; a ready GGUF has none."""
    if vlm is not None:
        return HfReader(vlm.folder)
    return None if llm.folder is None else HfReader(llm.folder)


def _language_model(recipe: ExportRecipe, vlm: OpenedVlm) -> Any:
    n_ctx = min(recipe.llm.n_ctx, vlm.n_ctx)
    return dataclasses.replace(recipe.llm, source=str(vlm.llm), n_ctx=n_ctx)


def _scaled(one: SourcedModality, llm: PreparedLlm) -> nn.Module:
    """The module with what llama.cpp multiplies rows by taken out beforehand (Gemma)."""
    return one.module if llm.embedding_scale == 1.0 else ScaledRows(one.module, llm.embedding_scale)


def _prompt(recipe: ExportRecipe, vlm: OpenedVlm | None, modalities: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest's prompt section: the recipe's words, the model's own, or those of nano."""
    given = dict(recipe.prompt)
    base: dict[str, Any] = {"system": DEFAULT_SYSTEM, "senses": {}, "place": "system"}
    if vlm is not None:
        base |= vlm.prompt
    base |= {name: value for name, value in given.items() if name not in ("senses", "order")}
    slot = base.get("slot", "")
    if base["place"] != "user" and slot:
        raise ExportError(f"recipe {recipe.name!r}: {recipe.vlm} has its pictures in the user's turn")
    lines = {name: _line(name, base["place"], bool(slot)) for name in SENSE_LINES} | dict(base["senses"])
    lines |= given.get("senses", {})
    senses = [*modalities, "images"] if "image" in modalities else [*modalities]
    base["senses"] = {name: lines[name] for name in SENSE_LINES if name in senses}
    order = given.get("order") or [name for name in SENSE_ORDER if name in modalities]
    if missing := [name for name in modalities if name not in order]:
        raise ExportError(f"recipe {recipe.name!r}: prompt.order does not list {', '.join(missing)}")
    return {**base, "order": [name for name in order if name in modalities]}


def _line(sense: str, place: str, slotted: bool) -> str:
    """nano's line, as it stands in a system message, before a question, or in a template's slot."""
    line = SENSE_LINES[sense]
    if slotted:
        return line[line.index("<") :] if sense != "images" else "<image>"
    return line if place == "system" else line.removeprefix("\n") + "\n"


def _require_room(modalities: Mapping[str, Mapping[str, Any]], llm: PreparedLlm) -> None:
    """Raise `ExportError` when one sense alone leaves no room for words."""
    for name, described in modalities.items():
        rows = described.get("tokens") or described["frames"] * modalities[described["via"]]["tokens"]
        if rows + 1 >= llm.n_ctx:
            raise ExportError(
                f"{name} takes {rows} positions of the LLM's context, which has {llm.n_ctx}: raise "
                "llm.n_ctx, or choose an aligner with fewer tokens (video: fewer frames)"
            )


def _calibration(recipe: ExportRecipe, name: str, one: SourcedModality, count: int) -> Calibration:
    """Real files where the recipe names a folder, else made-up inputs."""
    if folder := recipe.graphs[name].calibration:
        return samples_calibration(Path(folder).name, folder_samples(Path(folder), name, one.input))
    return samples_calibration(MADE_UP, made_inputs(name, one.input, count))


def _provenance(
    recipe: ExportRecipe, vlm: OpenedVlm | None, llm: PreparedLlm, opened: Mapping[str, SourcedModality]
) -> dict[str, Any]:
    facts: dict[str, Any] = {**llm.provenance, "modalities": {n: one.provenance for n, one in opened.items()}}
    if vlm is not None:
        facts["vlm"] = dict(vlm.provenance)
    if llm.notes:
        facts["notes"] = list(llm.notes)
    return facts


def _check_prompt(prompt: Mapping[str, Any]) -> None:
    """Raise `ExportError` when the device would refuse this prompt section."""
    try:
        parse_prompt(Fields(prompt, "the recipe", "prompt"))
    except BundleError as error:
        raise ExportError(str(error)) from error
