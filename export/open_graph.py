"""An ONNX file opened for rewriting: read whole, and of an opset that the rewriting can use.

Knows damage and opsets; refuses to know what is going to be done with the graph.
"""

from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from anymal.errors import ExportError

__all__ = ["QDQ_OPSET", "graph_facts", "open_graph", "opset_of"]

# Quantisation per channel: QuantizeLinear and DequantizeLinear have an axis since 13.
QDQ_OPSET = 13


def open_graph(path: Path, least_opset: int = QDQ_OPSET) -> onnx.ModelProto:
    """Read the ONNX file `path`, weights included.

    Raises `ExportError` when it is missing, damaged, or of an opset before `least_opset`.
    """
    try:
        model = onnx.load(path)
    except FileNotFoundError as error:
        raise ExportError(f"{path}: {error.strerror or error}; export it again") from error
    except (DecodeError, onnx.checker.ValidationError, ValueError) as error:
        raise ExportError(f"{path}: is no ONNX file, or a damaged one: {error}; export it again") from error
    found = opset_of(model)
    if found < least_opset:
        raise ExportError(
            f"{path}: ONNX opset {found} is too old, wanted at least {least_opset}; export it again with "
            f"this version, or convert it: onnx.version_converter.convert_version(model, {least_opset})"
        )
    return model


def opset_of(model: onnx.ModelProto) -> int:
    """Version of the standard operators `model` is written in; 0 when it names none."""
    versions = [entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")]
    return int(max(versions, default=0))


def graph_facts(path: Path) -> dict[str, str]:
    """What export wrote into the metadata of `path`: modality, tokens, n_embd; weights are not read."""
    model = onnx.load(path, load_external_data=False)
    return {entry.key: entry.value for entry in model.metadata_props}
