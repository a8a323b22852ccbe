"""The question, asked at export time, whether NVIDIA takes an ONNX graph, and the form it is asked in.

Knows which module builds where: full TensorRT on a GPU, TensorRT-RTX on any CPU, which is how CI proves that
the parser and the builder accept every graph we export. Refuses to keep plans: each holds for one GPU, so
`anymal plans` builds and keeps them on the device (`engines.tensorrt_engine`).
"""

from dataclasses import dataclass
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from anymal.engines.tensorrt_api import TensorRt, open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions, build_plan
from anymal.errors import EngineError, ExportError
from anymal.export.cast_first import cast_pictures_first

__all__ = ["Acceptance", "check_acceptance", "tensorrt_form"]


@dataclass(frozen=True)
class Acceptance:
    """Whether NVIDIA's parser and builder take a graph; `reason` is empty or why not."""

    accepted: bool
    builder: str
    seconds: float
    plan_bytes: int
    reason: str = ""


def tensorrt_form(source: Path) -> bytes:
    """Return the ONNX file as TensorRT wants it: bytes of pictures are cast before they are moved.

    Raises `ExportError` when it is no ONNX model or keeps its weights outside the file.
    """
    try:
        model = onnx.load(source, load_external_data=False)
    except FileNotFoundError as error:
        raise ExportError(f"{source}: no such file; export the ONNX graph first") from error
    except (DecodeError, OSError) as error:
        raise ExportError(f"{source.name}: is no ONNX model: {error}") from error
    if not model.graph.input:
        raise ExportError(f"{source.name}: is no ONNX model: it has no input")
    outside = [item.name for item in model.graph.initializer if item.data_location == item.EXTERNAL]
    if outside:
        raise ExportError(
            f"{source.name}: {len(outside)} weights, {outside[0]!r} the first, lie outside the file; "
            "export it with external_data=False"
        )
    cast_pictures_first(model)
    return bytes(model.SerializeToString())


def check_acceptance(source: Path, options: BuildOptions | None = None, builder: str = "") -> Acceptance:
    """Build `source` and throw the plan away; a refusal is an answer here, not an error.

    Raises `ExportError` when no builder works on this machine.
    """
    api = _open(builder)
    try:
        built = build_plan(api, tensorrt_form(source), source.name, options or BuildOptions())
    except (EngineError, ExportError) as error:
        return Acceptance(False, str(api), 0.0, 0, str(error))
    return Acceptance(True, str(api), built.seconds, len(built.plan))


def _open(builder: str) -> TensorRt:
    try:
        return open_tensorrt(builder, needs_gpu=False)
    except EngineError as error:
        raise ExportError(f"no TensorRT plan can be built here: {error}") from error
