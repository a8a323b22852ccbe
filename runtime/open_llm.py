"""A bundle's LLM, opened where it runs best, with the adapters the bundle has.

Knows which device serves and how many sequences a session needs; refuses to know what is asked.
"""

from typing import TYPE_CHECKING

from anymal.runtime.options import AssistantOptions

if TYPE_CHECKING:
    from anymal.engines.bundle import Bundle
    from anymal.engines.llama_engine import LlamaEngine

__all__ = ["open_llm"]

# A live session needs four, which share cells: what answers see, what is being built, and a question on each.
LIVE_SEQUENCES = 4


def open_llm(bundle: "Bundle", options: AssistantOptions) -> "LlamaEngine":
    """Open the bundle's LLM: on the GPU when one works and llama.cpp has it built in, or when asked for.

    Raises `BundleError` for an adapter of another LLM, `EngineError` when llama.cpp refuses a file.
    """
    from anymal.engines.llama_adapter import AdapterFile
    from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
    from anymal.engines.probe import llm_gpu_layers

    spec = bundle.manifest.llm
    llama_options = LlamaOptions(
        n_ctx=options.n_ctx or spec.n_ctx,
        threads=options.threads,
        sequences=LIVE_SEQUENCES,
        gpu_layers=llm_gpu_layers(options.device),
    )
    adapters = [AdapterFile(one.name, bundle.path(one.file), one.scale) for one in spec.adapters]
    return LlamaEngine(bundle.llm_path, llama_options, bundle.llm_header, adapters)
