"""Opening every part of a bundle once, to see that all of it works on this machine.

Knows the parts and what each reports; refuses to print: `anymal doctor` does.
"""

from dataclasses import dataclass

from anymal.engines.base import Prefer
from anymal.engines.bundle import Bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.llama_adapter import AdapterFile
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.manifest import EncoderSpec
from anymal.engines.probe import llm_gpu_layers

__all__ = ["CheckedPart", "check_bundle"]

SMALL_CONTEXT = 32


@dataclass(frozen=True)
class CheckedPart:
    """One part that opened: `backend` runs it, `reason` says why that one."""

    name: str
    file: str
    backend: str
    reason: str


def check_bundle(bundle: Bundle, prefer: Prefer = "auto") -> list[CheckedPart]:
    """Open every encoder, run the LLM for one token, both where answers run them, and close all again.

    Raises `BundleError` or `EngineError` for the first part that does not work.
    """
    parts = []
    for modality, spec in bundle.manifest.modalities.items():
        if isinstance(spec, EncoderSpec):
            with open_encoder(bundle, modality, prefer=prefer) as encoder:
                parts.append(CheckedPart(modality, spec.file, encoder.backend, encoder.reason))
    n_ctx = min(SMALL_CONTEXT, bundle.manifest.llm.n_ctx)
    options = LlamaOptions(n_ctx=n_ctx, threads=1, gpu_layers=llm_gpu_layers(prefer))
    adapters = [AdapterFile(a.name, bundle.path(a.file), a.scale) for a in bundle.manifest.llm.adapters]
    with LlamaEngine(bundle.llm_path, options, bundle.llm_header, adapters) as llm:
        llm.decode_tokens([llm.bos_id or 0], 0)
        parts.append(CheckedPart("llm", bundle.manifest.llm.file, llm.backend, llm.reason))
    return parts
