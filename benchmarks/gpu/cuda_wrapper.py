"""The CUDA wrapper on a real device: bytes survive, graphs replay, errors are errors, nothing leaks.

Knows what `tests/test_cuda_memory.py` can only pretend; exits with 1 when something is not so. Also
measures pinned copies and the cost of a launch, queued against recorded.

    python benchmarks/gpu/cuda_wrapper.py --output benchmarks/results/gpu_cuda_wrapper.json
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np

from anymal.engines.cuda_memory import Cuda, Stream, open_cuda
from anymal.errors import EngineError

from gpu_record import percentiles, timed_ms, write_record  # isort: skip

MEGABYTE = 1 << 20


def check(holds: bool, what: str) -> None:
    """End the run when something does not hold."""
    if not holds:
        raise SystemExit(f"not so on this device: {what}")


def round_trip(cuda: Cuda, stream: Stream) -> None:
    """Random bytes go to the device and come back."""
    values = np.random.default_rng(0).integers(0, 256, 3 * MEGABYTE + 17, np.uint8)
    with cuda.pinned(values.nbytes) as out, cuda.pinned(values.nbytes) as back:
        with cuda.device(values.nbytes) as device:
            out.write(values)
            device.upload(out, values.nbytes, stream)
            device.download(back, values.nbytes, stream)
            stream.wait()
        check(np.array_equal(back.read(values.shape, "uint8"), values), "bytes come back as they went")


def graphs(cuda: Cuda, stream: Stream, runs: int) -> dict[str, Any]:
    """A recorded round trip gives what the buffers hold at launch; both ways timed."""
    n_bytes = 64 << 10
    with cuda.pinned(n_bytes) as out, cuda.pinned(n_bytes) as back, cuda.device(n_bytes) as device:

        def queue() -> None:
            for _ in range(10):
                device.upload(out, n_bytes, stream)
                device.download(back, n_bytes, stream)

        def queued() -> None:
            queue()
            stream.wait()

        queued()
        with stream.capture() as recorded:
            queue()
        with recorded[0] as graph:

            def launched() -> None:
                graph.launch(stream)
                stream.wait()

            for number in range(5):
                values = np.full(n_bytes, number, np.uint8)
                out.write(values)
                launched()
                check(np.array_equal(back.read((n_bytes,), "uint8"), values), "a graph reads at launch")
            times = {
                "queued_ms": percentiles(timed_ms(queued, runs)),
                "graph_ms": percentiles(timed_ms(launched, runs)),
            }
    return times


def failures(cuda: Cuda, stream: Stream) -> None:
    """Too much memory, a spoiled capture: errors in words, and the device still works."""
    try:
        cuda.device(1 << 50).close()
        check(False, "a petabyte is refused")
    except EngineError as error:
        check("cudaMalloc failed" in str(error), f"the refusal names its call, found {error}")
    cuda.forget_error()
    try:
        with stream.capture():
            stream.wait()  # not allowed while capturing
        check(False, "waiting inside a capture is refused")
    except EngineError:
        pass
    round_trip(cuda, stream)


def bandwidth(cuda: Cuda, stream: Stream, runs: int) -> dict[str, float]:
    """GB/s of pinned copies of 64 MB by the device's own clock; and the wall clock agrees."""
    n_bytes = 64 * MEGABYTE
    found = {}
    with (
        cuda.pinned(n_bytes) as host,
        cuda.device(n_bytes) as device,
        cuda.event() as start,
        cuda.event() as end,
    ):
        for name, copy in (("to_device", device.upload), ("to_host", device.download)):
            copy(host, n_bytes, stream)
            stream.wait()
            began = time.perf_counter()
            start.record(stream)
            for _ in range(runs):
                copy(host, n_bytes, stream)
            end.record(stream)
            stream.wait()
            wall = (time.perf_counter() - began) * 1e3
            spent = end.elapsed_ms(start)
            check(0 < spent <= wall * 1.05, f"events ({spent} ms) fit the wall clock ({wall} ms)")
            found[f"{name}_gb_s"] = round(n_bytes * runs / spent / 1e6, 2)
    return found


def main() -> None:
    """Check, measure, print and write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    cuda = open_cuda()
    with cuda.stream() as stream:
        round_trip(cuda, stream)
        results: dict[str, Any] = {"checks": "all hold", **graphs(cuda, stream, arguments.runs)}
        failures(cuda, stream)
        results |= bandwidth(cuda, stream, arguments.runs)
    for _ in range(200):  # a leak of 1 GB each would end here
        with cuda.device(1 << 30), cuda.pinned(MEGABYTE):
            pass
    write_record(results, arguments.output)


if __name__ == "__main__":
    main()
