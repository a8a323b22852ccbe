"""How long the aligner takes inside an encoder's graph, which is one file from signal to soft tokens.

Knows that everything which depends on a weight named `aligner.*` is the aligner; refuses to guess: a graph
without such names, or without the `onnx` library that cuts it, has no such figure.
"""

from pathlib import Path
from typing import Any

from anymal.bench.record import Figure
from anymal.bench.timing import Timing
from anymal.engines.llama_native import usable_cores
from anymal.engines.onnx_threads import set_threads

__all__ = ["aligner_times", "border_of", "not_measurable"]

PREFIX = "aligner."


def border_of(graph: Any) -> list[str]:
    """Return the tensors that the aligner's part of an ONNX graph takes from the encoder's, sorted."""
    aligner = {one.name for one in graph.initializer if one.name.startswith(PREFIX)}
    made: set[str] = set()
    border: set[str] = set()
    for node in graph.node:  # in topological order, as ONNX demands
        if aligner.isdisjoint(node.input):
            made.update(node.output)
        else:
            border.update(name for name in node.input if name in made)
            aligner.update(node.output)
    return sorted(border)


def not_measurable(one: Figure, whole_ms: float) -> str:
    """Return why figure `one`, a difference of times, says nothing beside the `whole_ms` it is a part of."""
    if one.low is None or one.high is None:
        return f"{one.n} runs are too few to tell it from nothing: take more repeats"
    if one.low <= 0:
        return f"below what can be measured: the difference is from {one.low:.2g} to {one.high:.2g} ms"
    if one.p50 > whole_ms:
        return f"not to be told: a difference of {one.p50:.2g} ms in a whole of {whole_ms:.2g} ms"
    return ""


def aligner_times(path: Path, feeds: Any, threads: int, timing: Timing) -> list[float] | None:
    """Return the milliseconds the whole graph takes longer than its encoder's part, run by run in turns.

    None when the parts cannot be told apart. `threads` as the encoder has them.
    """
    try:
        import onnx
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as errors
    except ImportError:
        return None
    if path.suffix != ".onnx":
        return None
    model = onnx.load(str(path))
    border = border_of(model.graph)
    if not border:
        return None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    set_threads(options, onnxruntime.__version__, threads or usable_cores())
    providers = ["CPUExecutionProvider"]
    try:
        whole = onnxruntime.InferenceSession(str(path), options, providers=providers)
        del model.graph.output[:]
        model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in border)
        part = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=providers)
    except (errors.Fail, errors.InvalidGraph, errors.InvalidArgument, ValueError):  # e.g. beyond 2 GB
        return None
    return timing.of_difference(lambda: whole.run(None, feeds), lambda: part.run(None, feeds))
