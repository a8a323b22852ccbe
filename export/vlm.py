"""A whole vision-language model in one step: its eyes as a module, its LLM as a folder, its prompt.

Knows how a checkpoint of `transformers` keeps these three together; refuses to know how each is
exported. The language model is written as a Hugging Face folder of its own, so that everything
afterwards (GGUF, LoRA, parity) is as for any other LLM.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from anymal.errors import ExportError
from anymal.export.hf_prompt import TEMPLATE_FILES, find_chat_template
from anymal.export.sources.folder import find_folder
from anymal.export.sources.sourced import SourcedModality
from anymal.export.sources.weights import folder_hashes, load_pretrained, read_config
from anymal.export.vlm_vision import VLM_KINDS, VlmKind, open_eyes

__all__ = ["OpenedVlm", "open_vlm"]

# What makes a tokenizer, the converter and transformers agree; weights and processors stay behind.
TOKENIZER_FILES = (
    "tokenizer.model",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "merges.txt",
    "generation_config.json",
)
BOS = "{{ bos_token }}"


@dataclass(frozen=True)
class OpenedVlm:
    """`image` ready for export, `llm` a Hugging Face folder, and the manifest's `prompt` section.

    `folder` is the checkpoint itself, whose own tokenizer is the reference for prompts.
    """

    folder: Path
    image: SourcedModality
    llm: Path
    n_ctx: int
    prompt: Mapping[str, Any]
    provenance: Mapping[str, Any]


def open_vlm(name: str, work: Path) -> OpenedVlm:
    """Take the checkpoint `name` (a folder or a hub name) apart; its LLM goes to `work / "llm"`.

    Raises `ExportError` when it is of no known kind, damaged, or has no chat template.
    """
    import transformers

    folder = find_folder(name)
    config = read_config(folder)
    kind = VLM_KINDS.get(str(config.get("model_type")))
    if kind is None:
        raise ExportError(
            f"{folder}: config.json says model_type {config.get('model_type')!r}; a whole "
            f"vision-language model is one of {', '.join(VLM_KINDS)}. Other LLMs: give llm and modalities"
        )
    template = _chat_template(folder)
    model = load_pretrained(transformers.AutoModelForImageTextToText, folder)
    vision, rules = open_eyes(kind, model, folder)
    tokenizer = _tokenizer(folder)
    text_config = model.config.text_config
    llm = _save_llm(model, kind, folder, work / "llm")
    _put_template(llm / "tokenizer_config.json", template)
    facts = {"class": type(model).__name__, "folder": folder.name, "weights": folder_hashes(folder)}
    provenance = {**facts, "normalisation": rules.origin, "resample": rules.resample}
    return OpenedVlm(
        folder=folder,
        image=SourcedModality(vision, vision.options, rules.section("rgb"), provenance),
        llm=llm,
        n_ctx=int(text_config.max_position_embeddings),
        prompt=_prompt(template, tokenizer, int(model.config.image_token_id), kind),
        provenance=facts,
    )


def _prompt(template: str, tokenizer: Any, image_id: int, kind: VlmKind) -> dict[str, Any]:
    """The manifest's section: the model's own template, and what stands for a picture in it."""
    slot = str(tokenizer.convert_ids_to_tokens(image_id))
    before, after = kind.around
    line = f"{before}<image>{after}"
    # What is tokenised as a plain prompt gets a BOS from the tokenizer; a template writes its own.
    begins = tokenizer("a")["input_ids"][:1] == [tokenizer.bos_token_id]
    if begins and "bos_token" not in template and str(tokenizer.bos_token) not in template:
        template = BOS + template
    return {
        "system": "",
        "senses": {"image": line, "images": line},
        "order": ["image"],
        "place": "user",
        "template": template,
        "slot": slot,
    }


def _chat_template(folder: Path) -> str:
    """The template that knows pictures: the processor's, else the tokenizer's."""
    template = find_chat_template(folder)
    if isinstance(template, str):
        return template
    raise ExportError(
        f"{folder}: has no chat template (chat_template.jinja or {', '.join(TEMPLATE_FILES)}); "
        "save the model's processor beside its weights"
    )


def _tokenizer(folder: Path) -> Any:
    from transformers import AutoTokenizer

    try:
        return AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).strip().split("\n")[0]
        raise ExportError(f"{folder}: its tokenizer cannot be read: {reason}") from error


def _save_llm(model: Any, kind: VlmKind, folder: Path, out: Path) -> Path:
    """Write the language model with its head as a causal LM, in the type it was stored in."""
    from transformers import AutoModelForCausalLM

    body, head = getattr(model.model, kind.language_model), model.lm_head
    config = model.config.text_config
    config.tie_word_embeddings = head.weight is body.get_input_embeddings().weight
    with torch.device("meta"):
        llm = AutoModelForCausalLM.from_config(config)
    if not hasattr(llm, "model") or not hasattr(llm, "lm_head"):
        raise ExportError(f"{folder}: its language model, {type(llm).__name__}, has no model and lm_head")
    llm.model, llm.lm_head = body, head
    stored = read_config(folder).get("dtype") or read_config(folder).get("torch_dtype") or "float32"
    llm.to(getattr(torch, str(stored), torch.float32)).save_pretrained(out)
    for name in TOKENIZER_FILES:
        if (folder / name).is_file():
            shutil.copyfile(folder / name, out / name)
    return out


def _put_template(path: Path, template: str) -> None:
    """The template into the tokenizer's own file, so that the GGUF carries it too."""
    values = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    path.write_text(json.dumps({**values, "chat_template": template}, indent=1), encoding="utf-8")
