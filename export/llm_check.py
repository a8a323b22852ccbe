"""What can be told of a recipe's LLM and its adapters before anything is converted, which takes minutes.

Knows config files, headers and adapters; refuses to know how an LLM becomes a GGUF (`export.llm_source`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from anymal.engines.gguf_header import read_gguf_header
from anymal.errors import ExportError
from anymal.export.hf_prompt import find_chat_template
from anymal.export.lora import NAME, check_base, read_lora, switchable
from anymal.export.sources.folder import find_folder
from anymal.export.sources.weights import read_config
from anymal.export.vlm_vision import VLM_KINDS
from anymal.paths import typed_path
from anymal.runtime.adapters import NO_ADAPTER

if TYPE_CHECKING:
    from anymal.export.recipe import AdapterSource, LlmSource

__all__ = ["check_adapters", "check_llm", "check_names", "ready_gguf"]


def check_llm(source: "LlmSource", template: str) -> None:
    """Raise `ExportError` for an LLM that is missing, a whole VLM, or has no chat template.

    `template` is the recipe's own, which stands in for the LLM's.
    """
    if source.source.endswith(".gguf"):
        place = ready_gguf(source)
        templated = template or read_gguf_header(place).chat_template
    else:
        place = find_folder(source.source)
        kind = read_config(place).get("model_type")
        if kind in VLM_KINDS:
            raise ExportError(
                f"{place}: is a whole vision-language model ({kind}), not an LLM; name it with --vlm, or as "
                "`vlm` in a recipe"
            )
        templated = template or find_chat_template(place)
    if not templated:
        raise ExportError(
            f"{place}: has no chat template, so nobody knows how it is asked; take the instruct version, put "
            "chat_template into tokenizer_config.json, or give prompt.template in the recipe"
        )


def check_names(adapters: "tuple[AdapterSource, ...]") -> None:
    """Raise `ExportError` for a name that no command line or manifest can say."""
    for adapter in adapters:
        if not NAME.fullmatch(adapter.name) or adapter.name == NO_ADAPTER:
            raise ExportError(
                f"adapter {adapter.name!r}: a name is up to 32 of a-z, 0-9, - and _, and not {NO_ADAPTER!r}"
            )


def check_adapters(source: "LlmSource", folder: Path) -> None:
    """Raise `ExportError` for an adapter of another base than `folder`, or that cannot be switched."""
    for adapter in source.adapters:
        if adapter.mode == "merge" or not adapter.source.endswith(".gguf"):
            read = read_lora(adapter)
            check_base(read, folder)
            if adapter.mode == "switch":
                switchable(read)


def ready_gguf(source: "LlmSource") -> Path:
    """The GGUF itself, when there is one and nothing is to be merged into it."""
    path = typed_path(source.source)
    if not path.is_file():
        raise ExportError(f"{path}: no such file; wanted a GGUF")
    for adapter in source.adapters:
        if adapter.mode == "merge":
            raise ExportError(
                f"adapter {adapter.name!r}: nothing is merged into a GGUF; give llm.source as the Hugging "
                'Face folder, or the adapter as GGUF with mode = "switch"'
            )
    return path
