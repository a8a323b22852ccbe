"""A bundle of nano's kind back into the checkpoint it was exported from, when the checkpoint is lost.

Knows where export leaves weights in a graph and in a GGUF, and undoes it: what was rounded becomes float32,
matrices and GRU gates are put in torch's order, the vocabulary becomes SentencePiece's again. Every graph is
then exported once more from what was read and compared with the one that shipped, so no weight can be in a
wrong place. Refuses to guess: what rounding took stays lost (weights are those the bundle computes with), and
so do dropout that was not nano's, BatchNorm's count of batches (0 here; only its training reads it), the
optimiser and the held-out samples (`heldout/`, which the stage of that name makes again).

    .venv/bin/python tools/checkpoint_of_bundle.py bundles/nano build/nano/checkpoint
"""

import json
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnx
import torch
from gguf import MODEL_ARCH, GGUFReader, ReaderTensor, get_tensor_name_map
from gguf.quants import dequantize
from numpy.typing import NDArray
from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook
from transformers.utils import logging as transformers_logging

from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.gguf_header import GgufHeader
from anymal.engines.manifest import MANIFEST_NAME
from anymal.errors import AnymalError, ExportError
from anymal.export.checkpoint_folder import RECIPE, read_checkpoint_folder
from anymal.export.cli_arguments import say
from anymal.export.made_inputs import made_inputs
from anymal.export.open_graph import graph_facts, open_graph
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.spm_vocabulary import write_vocabulary
from anymal.export.to_onnx import export_onnx
from anymal.export.verify import onnx_rows
from anymal.models.aligner import ChoosingOptions, LinearOptions
from anymal.models.checkpoint import load_modality, save_modality
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.models.presets import nano_options
from anymal.runtime.arguments import Parser
from anymal.samples import Modality
from anymal.training.chat_format import ChatTokenizer
from anymal.training.recipe import NANO
from anymal.training.train_llm import LlmOptions, build_llm, save_llm

__all__ = ["checkpoint_of_bundle", "main"]

Array = NDArray[np.float32]
Say = Callable[[str], None]
# What export adds to a recipe's provenance.
EXPORTS_OWN = ("tools", "calibration")
# How far rows of a graph made again may be from those of the one that shipped, over this many samples.
TOLERANCE, SAMPLES = 1e-5, 16
# What an LLM can go on from: in Q8_0 a weight is off by 1/254 of the largest of its 32 at most.
READABLE = ("F32", "F16", "Q8_0")


def checkpoint_of_bundle(folder: Path, out: Path, say: Say = lambda line: None) -> None:
    """Write the checkpoint of the bundle in `folder` to the folder `out`, whole or not at all.

    Raises `AnymalError` when `out` is there, or something in the bundle is not as nano's export makes it.
    """
    if out.exists():
        raise ExportError(f"{out}: is already there; choose another folder, or delete this one first")
    transformers_logging.disable_progress_bar()  # ours are lines
    bundle = load_bundle(folder)
    described = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8-sig"))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as staging:
        checkpoint, work = Path(staging) / "checkpoint", Path(staging) / "work"
        work.mkdir()
        _write_llm(bundle, checkpoint / "llm", say)
        for sense, section in described["modalities"].items():
            if "file" in section:  # else its pictures go through another's
                save_modality(checkpoint, _read_modality(folder / section["file"], sense, section))
                found = _compare(load_modality(checkpoint, sense), folder / section["file"], section, work)
                say(f"{sense}: exported again: {found}")
        (checkpoint / RECIPE).write_text(json.dumps(_recipe(described), indent=1) + "\n", encoding="utf-8")
        read_checkpoint_folder(checkpoint)
        checkpoint.replace(out)
    say(f"{out}: {sum(path.stat().st_size for path in out.rglob('*') if path.is_file()) / 1e6:.1f} MB")


def _recipe(described: Mapping[str, Any]) -> dict[str, Any]:
    """What `recipe.json` said, from the manifest."""
    modalities = {}
    for sense, section in described["modalities"].items():
        kept = ("tokens", "input") if "file" in section else tuple(section)
        modalities[sense] = {name: section[name] for name in kept}
    provenance = {name: one for name, one in described["provenance"].items() if name not in EXPORTS_OWN}
    prompt = described["prompt"]
    return {"name": described["name"], "prompt": prompt, "modalities": modalities, "provenance": provenance}


def _read_modality(path: Path, sense: str, section: Mapping[str, Any]) -> FusedModality:
    """The module whose weights the graph in `path` holds.

    Raises `ExportError` naming what a module of nano's wants and the graph does not hold.
    """
    graph = open_graph(path).graph
    values = _initializers(graph)
    module = FusedModality(_options(path, sense, values)).eval()
    example = torch.from_numpy(made_inputs(sense, section["input"], 1))
    _name_products(path, graph, values, _products(module, example))
    _unpack_grus(path, graph, values, module)
    state = module.state_dict()
    for name, tensor in state.items():
        if name.endswith(".num_batches_tracked"):
            continue
        if name not in values:
            raise ExportError(f"{path}: holds no {name}; wanted every weight of nano's {sense} module")
        if values[name].shape != tensor.shape:
            found, wanted = list(values[name].shape), list(tensor.shape)
            raise ExportError(f"{path}: {name} has shape {found}; nano's {sense} module wants {wanted}")
        state[name] = torch.from_numpy(np.ascontiguousarray(values[name]))
    module.load_state_dict(state)
    return module


def _options(path: Path, sense: str, values: Mapping[str, Array]) -> ModalityOptions:
    """nano's options, with another aligner where the graph shows one that chooses (`training.choosing`)."""
    facts = graph_facts(path)
    if facts.get("modality") != sense or not facts.get("n_embd", "").isdecimal():
        raise ExportError(f"{path}: its metadata is {facts}; wanted modality {sense!r} and a number n_embd")
    options = nano_options(cast(Modality, sense), int(facts["n_embd"]))
    linear = options.aligner_options
    if "aligner.choose.bias" not in values or not isinstance(linear, LinearOptions):
        return options
    chosen = ChoosingOptions(len(values["aligner.choose.bias"]), linear.pooling, linear.dropout)
    return replace(options, aligner="choosing", aligner_options=chosen)


def _initializers(graph: Any) -> dict[str, Array]:
    """The numbers of `graph` as float32, by the names they had before quantisation."""
    stored = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
    values: dict[str, Array] = {}
    for name, value in stored.items():
        stem = name.removesuffix("_quantized")
        if stem != name:  # per column
            offsets = value.astype(np.float32) - stored[f"{stem}_zero_point"].astype(np.float32)
            value = offsets * stored[f"{stem}_scale"]
        stem = stem.removesuffix("_half")
        if stem.endswith("_Transposed"):
            stem, value = stem.removesuffix("_Transposed"), value.T
        values[stem] = value.astype(np.float32)
    return values


def _products(module: FusedModality, example: torch.Tensor) -> list[str]:
    """Weights of the Linear layers in the order in which `module` calls them."""
    names = {layer: name for name, layer in module.named_modules() if isinstance(layer, nn.Linear)}
    called: list[nn.Module] = []
    hook = register_module_forward_pre_hook(lambda layer, _: called.append(layer))
    try:
        with torch.no_grad():
            module(example)
    finally:
        hook.remove()
    return [f"{names[layer]}.weight" for layer in dict.fromkeys(called) if layer in names]


def _name_products(path: Path, graph: Any, values: dict[str, Array], called: Sequence[str]) -> None:
    """Name the matrices that lost their names when export transposed them: numbered in the order of calls."""
    wanted = [name for name in called if name not in values]
    products = (node for node in graph.node if node.op_type in ("MatMul", "MatMulInteger"))
    factors = {node.input[1].removesuffix("_quantized") for node in products} & set(values)
    nameless = [name for name in factors if re.fullmatch(r"val_\d+", name)]
    found = sorted(nameless, key=lambda name: int(name.removeprefix("val_")))
    if len(found) != len(wanted):
        raise ExportError(
            f"{path}: {len(found)} constant matrices have no name ({', '.join(found)}); "
            f"wanted {len(wanted)}: {', '.join(wanted)}"
        )
    for name, source in zip(wanted, found, strict=True):
        values[name] = values[source].T


def _unpack_grus(path: Path, graph: Any, values: dict[str, Array], module: nn.Module) -> None:
    """ONNX packs the directions of a GRU, with gates update, reset, new; torch wants reset, update, new."""
    layers = [name for name, layer in module.named_modules() if isinstance(layer, nn.GRU)]
    nodes = [node for node in graph.node if node.op_type == "GRU"]
    if len(nodes) != len(layers) or any(name not in values for node in nodes for name in node.input[1:4]):
        raise ExportError(f"{path}: holds {len(nodes)} GRUs; wanted {len(layers)}, of constant weights")
    for name, node in zip(layers, nodes, strict=True):
        forward, recurrent, biases = (values[one] for one in node.input[1:4])
        for number, suffix in enumerate(("_l0", "_l0_reverse")[: len(forward)]):
            packed = (forward[number], recurrent[number], *np.split(biases[number], 2))
            for kind, value in zip(("weight_ih", "weight_hh", "bias_ih", "bias_hh"), packed, strict=True):
                update, reset, new = np.split(value, 3)
                values[f"{name}.{kind}{suffix}"] = np.concatenate((reset, update, new))


def _compare(module: FusedModality, shipped: Path, section: Mapping[str, Any], work: Path) -> str:
    """Export `module` as `shipped` was and say how the two compare; raises `ExportError` when rows differ."""
    made, precision, spec = work / f"fp32-{shipped.name}", section["precision"], section["input"]
    if precision not in ("fp32", "int8"):
        raise ExportError(f"{shipped}: its precision is {precision!r}; wanted fp32 or int8")
    export_onnx(module, spec, made)
    if precision == "int8":
        exact, made = made, work / shipped.name
        if not quantise_onnx(exact, made):
            raise ExportError(f"{shipped}: is int8, but nano's module has no matrix product to quantise")
    if made.read_bytes() == shipped.read_bytes():
        return "the same bytes"
    inputs = made_inputs(module.options.modality, spec, SAMPLES)
    rows, wanted = (onnx_rows(path, spec["name"], inputs, 1) for path in (made, shipped))
    apart = float(np.abs(rows - wanted).max())
    if not apart <= TOLERANCE:
        raise ExportError(
            f"{shipped}: exported again from what was read, its rows are {apart:.1e} away; wanted at most "
            f"{TOLERANCE:.0e}: it does not come from this version of nano's {module.options.modality} module"
        )
    return f"other bytes, rows at most {apart:.1e} away"


def _write_llm(bundle: Bundle, folder: Path, say: Say) -> None:
    """Write the Hugging Face folder of the LLM and its vocabulary."""
    folder.mkdir(parents=True)
    vocabulary = folder / "tokenizer.model"
    write_vocabulary(str(bundle.llm_path), vocabulary)
    pieces = ChatTokenizer(vocabulary)
    options = _llm_options(bundle.llm_header)
    model = build_llm(options, len(pieces), pieces.end)
    tensors = {tensor.name: tensor for tensor in GGUFReader(bundle.llm_path).tensors}
    names = get_tensor_name_map(MODEL_ARCH.LLAMA, options.layers)
    for name, parameter in model.named_parameters():
        tensor = tensors.pop(names.get_name(name, (".weight",)), None)
        rows = _rows(tensor, f"{bundle.llm_path}: {name}", list(parameter.shape))
        if name.endswith(("q_proj.weight", "k_proj.weight")):
            rows = _half_split(rows, options.heads)
        parameter.data.copy_(torch.from_numpy(rows))
    if tensors:
        raise ExportError(f"{bundle.llm_path}: holds {', '.join(tensors)} too; wanted tied embeddings")
    save_llm(folder, model, vocabulary)
    settings = folder / "tokenizer_config.json"  # with today's chat template, which may be another
    saved = json.loads(settings.read_text()) | {"chat_template": bundle.llm_header.chat_template}
    settings.write_text(json.dumps(saved, indent=1))
    say(f"llm: {options.layers} layers, {len(pieces)} pieces")


def _rows(tensor: ReaderTensor | None, what: str, wanted: list[int]) -> Array:
    found = f"{tensor.tensor_type.name} {tensor.shape.tolist()[::-1]}" if tensor else "missing"
    if tensor is None or found not in {f"{kind} {wanted}" for kind in READABLE}:
        raise ExportError(f"{what} is {found}; wanted {wanted} in one of {', '.join(READABLE)}")
    return np.array(dequantize(tensor.data, tensor.tensor_type), np.float32)


def _llm_options(header: GgufHeader) -> LlmOptions:
    """The shape of the LLM; raises `ExportError` where it is none that `build_llm` makes."""
    get, heads = header.of_architecture, header.of_architecture("attention.head_count")
    epsilon = float(np.float32(1e-5))  # as a GGUF holds it
    wanted = {
        "attention.head_count_kv": heads,
        "attention.layer_norm_rms_epsilon": epsilon,
        "rope.freq_base": 1e4,
    }
    found = {name: get(name) for name in wanted}
    if header.architecture != "llama" or found != wanted:
        raise ExportError(f"{header.path}: is {header.architecture!r}, {found}; wanted 'llama', {wanted}")
    return replace(
        NANO.llm,
        hidden=get("embedding_length"),
        layers=get("block_count"),
        heads=heads,
        feed_forward=get("feed_forward_length"),
        context=get("context_length"),
        vocabulary=len(header.tokens),
    )


def _half_split(rows: Array, heads: int) -> Array:
    """Rotary pairs side by side, as llama.cpp has them, back to halves of a head, as `transformers` does."""
    count, width = rows.shape
    return rows.reshape(heads, count // heads // 2, 2, width).swapaxes(1, 2).reshape(count, width)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the checkpoint named on the command line; 2 for anything a user can cause."""
    parser = Parser(prog="checkpoint_of_bundle.py", description="Rebuild a checkpoint from a bundle.")
    parser.add_argument("bundle", type=Path, metavar="BUNDLE", help="bundle folder to read")
    parser.add_argument("out", type=Path, metavar="CHECKPOINT", help="folder to write; must not be there yet")
    try:
        given = parser.parse_args(argv)
        checkpoint_of_bundle(given.bundle, given.out, say)
    except (AnymalError, OSError) as error:
        say(f"error: {error}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
