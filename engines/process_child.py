"""The other end of `process_engine.py`: opens one ONNX file, runs what comes, until its input ends.

Knows the pipes and one engine; refuses to know what the arrays mean. The main thread reads, so that a
signal to end a run is acted upon while another thread is inside ONNX Runtime.
"""

import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import IO, Any

from numpy.typing import NDArray

from anymal.engines.base import Interrupted, TensorSpec
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.process_engine import read_arrays, write_arrays
from anymal.errors import EngineError

__all__ = ["main"]


class _Runner:
    """Runs what is queued; `interrupt` ends the run that was queued last."""

    def __init__(self, engine: OnnxEngine, out: "IO[bytes]") -> None:
        self.waiting: queue.SimpleQueue[dict[str, NDArray[Any]]] = queue.SimpleQueue()
        self.stopped = False
        self._engine = engine
        self._out = out

    def work(self) -> None:
        while True:
            feeds = self.waiting.get()
            header: dict[str, Any] = {}
            results: dict[str, NDArray[Any]] = {}
            try:
                if self.stopped:
                    raise Interrupted("before it began")
                results = self._engine.run(feeds)
            except Interrupted:
                header["interrupted"] = True
            except EngineError as error:
                header["error"] = str(error)
            write_arrays(self._out, header, results)

    def interrupt(self, *_: object) -> None:
        self.stopped = True
        self._engine.interrupt()


def main() -> None:
    """Serve the file and thread count on the command line."""
    # A group of its own: an interrupt at the keyboard is for the parent, and the kernel ends a halted
    # process whose group its parent's death leaves behind (SIGHUP and SIGCONT).
    os.setpgid(0, 0)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints must not reach the pipe
    path, threads = Path(sys.argv[1]), int(sys.argv[2])
    try:
        engine = OnnxEngine(path, "cpu", threads)
    except EngineError as error:
        write_arrays(out, {"error": str(error)}, {})
        return
    runner = _Runner(engine, out)
    signal.signal(signal.SIGUSR1, runner.interrupt)
    threading.Thread(target=runner.work, daemon=True).start()
    inputs, outputs = (_listed(specs) for specs in (engine.inputs, engine.outputs))
    hello = {"inputs": inputs, "outputs": outputs, "backend": engine.backend, "reason": engine.reason}
    write_arrays(out, hello, {})
    while True:
        header, feeds = read_arrays(sys.stdin.buffer)
        if header is None:
            os._exit(0)  # a run in the making is for nobody
        runner.stopped = False
        runner.waiting.put(feeds)


def _listed(specs: tuple[TensorSpec, ...]) -> list[tuple[str, tuple[int | None, ...], str]]:
    return [(spec.name, spec.shape, spec.dtype) for spec in specs]
