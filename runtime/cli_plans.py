"""`anymal plans`: build TensorRT plans of a bundle's encoders for this machine, before a question comes.

Knows arguments and output; refuses to know TensorRT: `engines.tensorrt_engine` builds and proves
each plan with a first inference, and keeps it in the plan cache.
"""

import sys
from collections.abc import Sequence

from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.choose import EncoderFiles, tensorrt_graph
from anymal.engines.manifest import EncoderSpec
from anymal.engines.tensorrt_engine import TensorRtEngine
from anymal.runtime.arguments import DEFAULT_BUNDLE, Parser

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 1 when a sense has no graph that TensorRT takes, else 0."""
    parser = Parser(
        prog="anymal plans", description="Build TensorRT plans of a bundle's encoders for this machine."
    )
    parser.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, metavar="B", help="name or folder (default: %(default)s)"
    )
    arguments = parser.parse_args(argv)
    bundle = load_bundle(find_bundle(arguments.bundle))
    complete = True
    for modality, spec in bundle.manifest.modalities.items():
        if not isinstance(spec, EncoderSpec):
            continue
        variants = {precision: bundle.path(name) for precision, name in spec.variants.items()}
        graph = tensorrt_graph(EncoderFiles(bundle.path(spec.file), spec.precision, variants))
        if graph is None:
            print(f"{modality}: no graph for TensorRT; export the bundle with the fp16 variant")
            complete = False
            continue
        print(f"{modality}: {graph.name}", flush=True)
        with TensorRtEngine(graph, progress=_say) as engine:
            print(f"{modality}: {engine.reason}; {engine.graph_reason}", flush=True)
    return 0 if complete else 1


def _say(line: str) -> None:
    """One phase of the builder, where a person watches."""
    if sys.stderr.isatty():
        print(f"  {line}", file=sys.stderr, flush=True)
