"""LoRA adapters of PEFT: read without running code, held against their base, merged into it or made GGUF.

Knows PEFT's files and what llama.cpp can and cannot do with an adapter at run time; refuses whatever
would be left out in silence. Sources: `LoraLayer` of PEFT, convert_lora_to_gguf.py of llama.cpp.
"""

import json
import math
import re
import shutil
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anymal.engines.gguf_header import GgufHeader, read_gguf_header
from anymal.engines.llama_adapter import check_adapter
from anymal.errors import BundleError, ExportError
from anymal.export.converter import run_converter
from anymal.export.sources.folder import find_folder
from anymal.export.sources.weights import load_pretrained, read_config, read_tensors

if TYPE_CHECKING:
    import torch

    from anymal.export.recipe import AdapterSource

__all__ = ["LoraAdapter", "check_base", "convert_lora", "merge_lora", "read_lora", "switchable"]

CONVERTER = "vendor/llama.cpp/convert_lora_to_gguf.py"
CONFIG, WEIGHTS, PICKLE = "adapter_config.json", "adapter_model.safetensors", "adapter_model.bin"
SIDE = re.compile(r"base_model\.model\.(.+)\.lora_([AB])\.weight")
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
TIED = ("lm_head", "embed_tokens", "wte")
# Beside weights, what makes a Hugging Face folder complete.
KEPT_SUFFIXES = (".json", ".txt", ".model", ".jinja")
MERGE_INSTEAD = 'set mode = "merge"'


@dataclass(frozen=True)
class LoraAdapter:
    """A PEFT LoRA: its config, and its tensors under PEFT's names; `scale` multiplies what it adds."""

    name: str
    folder: Path
    scale: float
    config: Mapping[str, Any]
    tensors: "Mapping[str, torch.Tensor]"

    @property
    def pairs(self) -> "dict[str, tuple[torch.Tensor, torch.Tensor]]":
        """Module -> A [rank, in] and B [out, rank]; raises `ExportError` for half a pair."""
        sides: dict[str, dict[str, torch.Tensor]] = {}
        for key, tensor in self.tensors.items():
            if match := SIDE.fullmatch(key):
                sides.setdefault(match[1], {})[match[2]] = tensor
        for module, found in sides.items():
            if set(found) != {"A", "B"}:
                raise ExportError(
                    f"{self.folder}: {module} has lora_{next(iter(found))} alone; save it again"
                )
        return {module: (found["A"], found["B"]) for module, found in sides.items()}


def read_lora(source: "AdapterSource") -> LoraAdapter:
    """Read the PEFT folder or hub name of `source`; raises `ExportError` for one that is no plain LoRA."""
    if source.source.endswith(".gguf"):
        raise ExportError(f'{source.source}: a GGUF adapter cannot be merged; set mode = "switch"')
    folder = find_folder(source.source)
    config = read_config(folder, CONFIG)
    kind = config.get("peft_type")
    if kind != "LORA":
        raise ExportError(f"{folder / CONFIG}: peft_type must be LORA, found {kind!r}")
    if config.get("alora_invocation_tokens"):
        raise ExportError(
            f"{folder}: is an aLoRA, active only after certain tokens; neither mode supports that"
        )
    weights = folder / WEIGHTS
    tensors = read_tensors(weights if weights.is_file() else folder / PICKLE)
    adapter = LoraAdapter(source.name, folder, source.scale, config, tensors)
    if not adapter.pairs:
        raise ExportError(
            f"{folder}: holds no lora_A and lora_B tensors; wanted what PEFT's save_pretrained wrote"
        )
    return adapter


def check_base(adapter: LoraAdapter, base: Path) -> None:
    """Raise `ExportError` unless every tensor of `adapter` fits the model in `base`, by name and shape.

    Only the config of `base` is read. Adapters of a tied embedding are refused: input and output
    would both change, which is not what was trained.
    """
    shapes, tied = _shapes(base)
    trained = adapter.config.get("base_model_name_or_path") or "a model it does not name"
    for module, (a, b) in adapter.pairs.items():
        wanted = shapes.get(f"{module}.weight")
        found = (b.shape[0], a.shape[1])
        if wanted is None or a.shape[0] != b.shape[1] or found not in (wanted, wanted[::-1]):
            has = "is not there" if wanted is None else f"is {list(wanted)}"
            raise ExportError(
                f"{adapter.folder}: is of another base than {base}: {module} {has}, the adapter changes "
                f"{list(found)}; it was trained on {trained}"
            )
    if not tied:
        return
    for key in adapter.tensors:
        if touched := [part for part in key.split(".") if part in TIED]:
            raise ExportError(
                f"{adapter.folder}: changes {touched[0]}, which {base} uses as both first and last matrix; "
                "save the base with tie_word_embeddings = false and both matrices"
            )


def merge_lora(base: Path, adapters: Sequence[LoraAdapter], out: Path) -> Path:
    """Write `base` with `adapters` merged, one after the other, as a float32 Hugging Face folder `out`.

    Raises `ExportError` when one fits another base, or merging gives NaN; needs PEFT (extra `export`).
    """
    try:
        from peft import PeftModel
        from peft.tuners.lora import LoraLayer
    except ImportError as error:
        raise ExportError(
            "merging a LoRA needs peft, which is not installed: pip install 'anymal-edge[export]'"
        ) from error
    from safetensors import SafetensorError
    from transformers import AutoModelForCausalLM

    model = load_pretrained(AutoModelForCausalLM, base)
    for adapter in adapters:
        check_base(adapter, base)
        staged = _stage(adapter, out.with_name(f"{out.name}-{adapter.name}"), adapter.config)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # of transformers, to peft
                wrapped = PeftModel.from_pretrained(model, str(staged))
            for module in wrapped.modules():
                if isinstance(module, LoraLayer):
                    module.scale_layer(adapter.scale)
            model = wrapped.merge_and_unload(safe_merge=True)
        except (ValueError, RuntimeError, KeyError, TypeError) as error:
            raise ExportError(f"{adapter.folder}: peft cannot merge it into {base}: {error}") from error
        finally:
            shutil.rmtree(staged)
    try:
        model.save_pretrained(out)
    except SafetensorError as error:
        raise ExportError(f"{out}: the merged LLM cannot be written: {error}") from error
    for path in base.iterdir():
        extra = path.suffix in KEPT_SUFFIXES and not path.name.endswith(".index.json")
        if extra and not (out / path.name).exists():
            shutil.copyfile(path, out / path.name)
    return out


def convert_lora(adapter: LoraAdapter, base: Path, header: GgufHeader, out: Path) -> Path:
    """Write `adapter` as a GGUF adapter for `base`, whose GGUF has `header`, to `out`.

    Raises `ExportError` for what llama.cpp cannot switch at run time: the cure is to merge it.
    """
    check_base(adapter, base)
    staged = _stage(adapter, out.with_name(out.name + ".peft"), switchable(adapter))
    try:
        run_converter(CONVERTER, ["--base", str(base), "--outtype", "f32", str(staged)], out, adapter.folder)
    finally:
        shutil.rmtree(staged)
    made = read_gguf_header(out)
    try:
        check_adapter(made, header)
    except BundleError as error:
        raise ExportError(f"{adapter.folder}: {error}") from error
    # The converter drops what it has no name for without a word.
    if len(made.tensors) < 2 * len(adapter.pairs):
        raise ExportError(
            f"{adapter.folder}: {len(adapter.pairs)} weights are changed, but only {len(made.tensors) // 2} "
            f"survive the conversion; {MERGE_INSTEAD}"
        )
    return out


def switchable(adapter: LoraAdapter) -> dict[str, Any]:
    """The config for the converter, which knows `lora_alpha` and no other strength.

    llama.cpp multiplies by alpha / rank. Rank-stabilised LoRA wants alpha / sqrt(rank), so its alpha
    is multiplied by sqrt(rank). Raises `ExportError` for what no GGUF adapter can say.
    """
    config = dict(adapter.config)
    if other := [key for key in adapter.tensors if not SIDE.fullmatch(key)]:
        raise ExportError(
            f"{adapter.folder}: {other[0]} is no lora_A or lora_B, and llama.cpp can switch nothing "
            f"else; {MERGE_INSTEAD}"
        )
    ranks = {a.shape[0] for a, _ in adapter.pairs.values()}
    several = config.get("use_rslora") and len(ranks) > 1
    for key in ("alpha_pattern", "fan_in_fan_out", "layer_replication", "use_dora"):
        if config.get(key) or several:
            what = "use_rslora with several ranks" if several else key
            raise ExportError(f"{adapter.folder}: {what} cannot be said in a GGUF adapter; {MERGE_INSTEAD}")
    if config.get("use_rslora"):
        config["lora_alpha"] = config["lora_alpha"] * math.sqrt(ranks.pop())
    return config


def _stage(adapter: LoraAdapter, folder: Path, config: Mapping[str, Any]) -> Path:
    """The adapter as a folder of safetensors that any tool may read, whatever it came as."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True)
    (folder / CONFIG).write_text(json.dumps(config), encoding="utf-8")
    save_file({name: tensor.contiguous() for name, tensor in adapter.tensors.items()}, folder / WEIGHTS)
    return folder


def _shapes(base: Path) -> tuple[dict[str, tuple[int, ...]], bool]:
    """Shape of every parameter of the model in `base`, and whether its embeddings are tied."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    try:
        config = AutoConfig.from_pretrained(base, local_files_only=True)
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(config)
    except (OSError, ValueError, KeyError) as error:
        raise ExportError(f"{base}: transformers cannot open its config: {error}") from error
    named = model.named_parameters(remove_duplicate=False)
    return {name: tuple(values.shape) for name, values in named}, bool(config.tie_word_embeddings)
