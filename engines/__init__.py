"""Engines: tensors in, tensors out. The table of backends, and `open_engine`.

Knows which module serves which file ending, and imports a backend only when it is opened;
refuses to know what any backend needs. Other distributions add backends through the entry
point group `anymal.engines` (name = file ending without the dot, value = `module:class`,
called with `path, prefer, threads`).
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from anymal.errors import EngineError
from anymal.plugins import find_plugin, plugin_names

if TYPE_CHECKING:
    from anymal.engines.base import Engine, Prefer

__all__ = ["ENGINES", "ENTRY_POINTS", "engine_names", "open_engine"]

ENTRY_POINTS = "anymal.engines"
OFFERS = ("backend", "reason", "inputs", "outputs", "run", "close")
ENGINES = {
    "onnx": ("anymal.engines.onnx_engine", "OnnxEngine"),
    "plan": ("anymal.engines.tensorrt_engine", "TensorRtEngine"),
}


def open_engine(path: Path, prefer: "Prefer" = "auto", threads: int = 1) -> "Engine":
    """Open a model file with the engine of its file ending; use it with `with`.

    Raises `EngineError` for a file ending that no engine serves, an engine that lacks part of `base.Engine`,
    or what the engine raises.
    """
    kind = path.suffix.lstrip(".")
    engine = _engine_class(kind)(path, prefer=prefer, threads=threads)
    lacks = [name for name in OFFERS if not hasattr(engine, name)]
    # `with` asks the class and not the object.
    if lacks := lacks + [name for name in ("__enter__", "__exit__") if not hasattr(type(engine), name)]:
        raise EngineError(
            f"{path.name}: its engine {type(engine).__name__} lacks {', '.join(lacks)}; an engine offers all "
            "that engines/base.py lists"
        )
    return cast("Engine", engine)


def engine_names() -> tuple[str, ...]:
    """Return every file ending that can be opened, ours first."""
    return (*ENGINES, *plugin_names(ENTRY_POINTS))


def _engine_class(kind: str) -> Any:
    if kind in ENGINES:
        module, name = ENGINES[kind]
        return getattr(import_module(module), name)
    if found := find_plugin(ENTRY_POINTS, kind, f"*.{kind} is opened by", EngineError):
        return found[0]
    raise EngineError(f"no engine opens *.{kind} files; known: {', '.join(engine_names())}")
