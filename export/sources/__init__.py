"""Encoders and aligners of other people, opened as one module each: what a recipe's modality becomes.

Knows which opener serves which modality; refuses to know ONNX, bundles and the LLM behind the rows.
"""

from anymal.export.sources.sourced import SourcedModality, SourceFacts
from anymal.export.sources.spec import ModalitySource

__all__ = ["ModalitySource", "SourceFacts", "SourcedModality", "check_source", "open_source"]


def check_source(source: ModalitySource) -> None:
    """Raise `ExportError` at once when the encoder of `source` is missing or of an unknown class.

    What is found is looked up alone, or fetched from the hub: no weights are read.
    """
    from anymal.export.sources.opener import check_encoder

    check_encoder(source)


def open_source(source: ModalitySource, n_embd: int) -> SourcedModality:
    """Open `source` in front of an LLM of width `n_embd`; everything up to the rows is in the module.

    Raises `ExportError` or `ConfigError` naming what is missing, of an unknown class, of the wrong
    width, or unsafe to read, and the cure.
    """
    from anymal.export.sources.opener import open_modality

    return open_modality(source, n_embd)
