"""One ONNX graph into one TensorRT plan, with nothing but TensorRT itself.

Knows the network, the builder and the parser, strongly typed only: what precision a layer has is
in the graph, never in a flag. Lives with the engines because a plan runs only on the GPU it was
built on, so a device builds its own; refuses to know where plans are kept (`plan_cache`) and how
they run (`tensorrt_engine`). Follows NVIDIA's "Developer Guide", Python API and ONNX parser pages.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from anymal.engines.tensorrt_api import RTX, TensorRt
from anymal.errors import EngineError

__all__ = ["BuildOptions", "BuiltPlan", "Progress", "build_plan"]

Progress = Callable[[str], None]
# What a parser says of the int8 that CPUs like: it wants scales that are known when it builds.
CPU_INT8 = ("DynamicQuantizeLinear", "MatMulInteger", "ConvInteger", "MatMulNBits")
NO_MEMORY = "OutOfMemory"
CPU_INT8_CURE = "this is the int8 graph for CPUs; give TensorRT the fp16 or the int8-qdq variant"


@dataclass(frozen=True)
class BuildOptions:
    """How to build: batches from 1 to `max_batch`, tuned for `opt_batch`.

    `tf32` lets fp32 products round to 10 bits of mantissa; `level` (0 to 5) trades build time for
    speed; `workspace_bytes` bounds the scratch memory of a layer.
    """

    opt_batch: int = 1
    max_batch: int = 8
    tf32: bool = False
    level: int = 3
    workspace_bytes: int = 1 << 30

    def __post_init__(self) -> None:
        """Raise `EngineError` for options that no builder can follow."""
        if not 1 <= self.opt_batch <= self.max_batch:
            raise EngineError(
                f"batches must satisfy 1 <= opt_batch <= max_batch, found opt_batch {self.opt_batch} "
                f"and max_batch {self.max_batch}"
            )
        if not 0 <= self.level <= 5:
            raise EngineError(f"level must be 0 to 5, found {self.level}")


@dataclass(frozen=True)
class BuiltPlan:
    """A plan, the timing cache after it, and how long it took."""

    plan: bytes
    timing: bytes
    seconds: float


def build_plan(
    api: TensorRt,
    onnx: bytes,
    name: str,
    options: BuildOptions,
    timing: bytes = b"",
    progress: Progress | None = None,
) -> BuiltPlan:
    """Build a plan of the ONNX model `onnx`; `name` is what messages call it.

    Where the largest batch wants more scratch memory than there is, the plan takes `opt_batch` at most;
    an engine feeds larger batches in parts. `progress` is told each phase. Ctrl-C stops the build
    between two steps. Raises `EngineError` naming the node when the parser refuses the graph, or with
    the builder's words.
    """
    began = time.perf_counter()
    try:
        plan, saved = _build_once(api, onnx, name, options, timing, progress)
    except EngineError as error:
        if NO_MEMORY not in str(error) or options.max_batch == options.opt_batch:
            raise
        smaller = replace(options, max_batch=options.opt_batch)
        plan, saved = _build_once(api, onnx, name, smaller, timing, progress)
    return BuiltPlan(plan, saved, time.perf_counter() - began)


def _build_once(
    api: TensorRt, onnx: bytes, name: str, options: BuildOptions, timing: bytes, progress: Progress | None
) -> tuple[bytes, bytes]:
    """Plan and timing cache for exactly these options; raises `EngineError` with the builder's words."""
    api.logger.lines.clear()
    monitor = _make_monitor(api.module, progress)
    try:
        with _interrupt_noted_in(monitor):
            plan, saved = _parse_and_build(api, onnx, name, options, timing, monitor)
    except (TypeError, RuntimeError, ValueError, MemoryError) as error:
        if isinstance(error, EngineError):
            raise
        # A factory that returns null (no driver, no memory) arrives as a TypeError.
        raise EngineError(f"{name}: {api} cannot build: {api.complaint() or error}") from error
    if monitor.interrupted:
        raise KeyboardInterrupt
    if plan is None:
        raise EngineError(f"{name}: {api} cannot build: {api.complaint() or 'it gives no reason'}")
    return plan, saved


def _parse_and_build(
    api: TensorRt, onnx: bytes, name: str, options: BuildOptions, timing: bytes, monitor: Any
) -> tuple[bytes | None, bytes]:
    """The plan, or None when the builder gives up or is stopped; and the timing cache after it."""
    trt = api.module
    builder = trt.Builder(api.logger)
    # Ignored by TensorRT 11, where every network is strongly typed; needed by 10.
    network = builder.create_network(1 << int(trt.NetworkDefinitionCreationFlag.STRONGLY_TYPED))
    parser = trt.OnnxParser(network, api.logger)
    if not parser.parse(onnx):
        raise EngineError(f"{name}: {api} does not take this graph: {_parser_errors(parser)}")
    config = _configure(api, builder, network, name, options)
    cache = _open_timing(api, config, timing)
    config.progress_monitor = monitor
    plan = builder.build_serialized_network(network, config)
    if plan is None:
        return None, b""
    return bytes(plan), bytes(cache.serialize()) if cache is not None else b""


def _configure(api: TensorRt, builder: Any, network: Any, name: str, options: BuildOptions) -> Any:
    """The builder's configuration: flags, memory and one profile over the batch."""
    trt = api.module
    config = builder.create_builder_config()
    config.set_memory_pool_limit(trt.MemoryPoolType.WORKSPACE, options.workspace_bytes)
    config.builder_optimization_level = options.level
    if options.tf32:
        config.set_flag(trt.BuilderFlag.TF32)
    else:
        config.clear_flag(trt.BuilderFlag.TF32)  # on by default
    profile = builder.create_optimization_profile()
    for number in range(network.num_inputs):
        tensor = network.get_input(number)
        shape = tuple(tensor.shape)
        if -1 in shape[1:]:
            raise EngineError(f"{name}: input {tensor.name!r} is {list(shape)}; only the batch may be open")
        sizes = (1, options.opt_batch, options.max_batch)
        low, best, high = (tuple(size if n == -1 else n for n in shape) for size in sizes)
        profile.set_shape(tensor.name, low, best, high)
    if config.add_optimization_profile(profile) < 0:
        raise EngineError(f"{name}: {api} refuses the batch profile: {api.complaint()}")
    return config


def _open_timing(api: TensorRt, config: Any, timing: bytes) -> Any | None:
    """Let the builder reuse measured tactics; None for RTX, which measures nothing when it builds."""
    if api.name == RTX:
        return None
    cache = config.create_timing_cache(timing)
    if not config.set_timing_cache(cache, False):
        cache = config.create_timing_cache(b"")  # of another GPU or version
        config.set_timing_cache(cache, False)
    return cache


def _parser_errors(parser: Any) -> str:
    """The parser's first errors with their nodes, and the cure where it is known."""
    found = [parser.get_error(number) for number in range(parser.num_errors)]
    lines = []
    for error in found[:3]:
        words = next((line for line in str(error.desc()).splitlines() if line.strip()), "no reason given")
        # Of an unknown operation the parser says no more than "false".
        words = "not supported" if words == "false" else words[:200]
        lines.append(f"{error.node_operator()} {error.node_name()!r}: {words}")
    text = "; ".join(lines) or "the file is no ONNX model"
    more = f" (and {len(found) - 3} more)" if len(found) > 3 else ""
    cure = f"; {CPU_INT8_CURE}" if any(error.node_operator() in CPU_INT8 for error in found) else ""
    return f"{text}{more}{cure}"


def _make_monitor(trt: Any, progress: Progress | None) -> Any:
    """A progress monitor; between two steps is the only place where a build can be ended."""

    class Monitor(trt.IProgressMonitor):  # type: ignore[misc]
        def __init__(self) -> None:
            trt.IProgressMonitor.__init__(self)
            self.interrupted = False

        def phase_start(self, phase: str, parent: str | None, steps: int) -> None:
            if progress is not None and parent is not None:
                progress(f"{phase} ({steps} steps)")

        def phase_finish(self, phase: str) -> None:
            """Say nothing: the next phase says enough."""

        def step_complete(self, phase: str, step: int) -> bool:
            return not self.interrupted

    return Monitor()


@contextmanager
def _interrupt_noted_in(monitor: Any) -> Iterator[None]:
    """Let Ctrl-C set a flag of `monitor` for the while, which ends the build after the step it is in.

    Left to Python, the exception is raised in whichever callback of the library runs next, and the
    library swallows it there. Threads other than the main one never see signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def note(number: int, frame: Any) -> None:
        monitor.interrupted = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
