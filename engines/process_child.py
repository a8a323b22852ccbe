"""The other end of `process_engine.py`: opens one ONNX file, runs what comes, until its input ends.

Knows the pipes and one engine; refuses to know what the arrays mean. The main thread reads, so that a
signal to end a run is acted upon while another thread is inside ONNX Runtime. A second process watches that
a halted one does not outlive its parent.
"""

import os
import queue
import select
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from anymal.engines.array_pipe import PipeClosedError, receive_arrays, send_arrays
from anymal.engines.base import Interrupted, TensorSpec
from anymal.engines.onnx_engine import OnnxEngine
from anymal.errors import EngineError

__all__ = ["main"]

INPUT, OUTPUT = 0, 1
WATCH_MS = 5000
GRACE_S = 1.0


class _Runner:
    """Runs what is queued; `interrupt` ends the run that was queued last."""

    def __init__(self, engine: OnnxEngine, out: int) -> None:
        self.waiting: queue.SimpleQueue[dict[str, NDArray[Any]]] = queue.SimpleQueue()
        self.stopped = False
        self._engine = engine
        self._out = out

    def work(self) -> None:
        """Run what comes; what nobody foresaw ends the process, for the parent waits for a reply."""
        try:
            while True:
                self._one(self.waiting.get())
        except BaseException:  # noqa: BLE001 - memory, for one
            os._exit(1)

    def _one(self, feeds: dict[str, NDArray[Any]]) -> None:
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
        send_arrays(self._out, header, results, _nothing)

    def interrupt(self, *_: object) -> None:
        self.stopped = True
        self._engine.interrupt()


def main() -> None:
    """Serve the file and thread count on the command line."""
    os.setpgid(0, 0)  # a group of its own: an interrupt at the keyboard is for the parent
    _watch_over()
    out = os.dup(OUTPUT)
    os.dup2(os.open(os.devnull, os.O_WRONLY), OUTPUT)  # whatever a library prints must not reach the pipe
    path, threads = Path(sys.argv[1]), int(sys.argv[2])
    try:
        engine = OnnxEngine(path, "cpu", threads)
    except EngineError as error:
        send_arrays(out, {"error": str(error)}, {}, _nothing)
        return
    runner = _Runner(engine, out)
    signal.signal(signal.SIGUSR1, runner.interrupt)
    threading.Thread(target=runner.work, daemon=True).start()
    inputs, outputs = (_listed(specs) for specs in (engine.inputs, engine.outputs))
    hello = {"inputs": inputs, "outputs": outputs, "backend": engine.backend, "reason": engine.reason}
    send_arrays(out, hello, {}, _nothing)
    while True:
        feeds = _received()
        if feeds is None:
            os._exit(0)  # a run in the making is for nobody
        runner.stopped = False
        runner.waiting.put(feeds)


def _received() -> dict[str, NDArray[Any]] | None:
    try:
        header, feeds = receive_arrays(INPUT, _nothing)
    except PipeClosedError:  # the parent died while it wrote
        return None
    return None if header is None else feeds


def _watch_over() -> None:
    """Leave a process that kills this one when the parent is gone.

    A halted process cannot see its input end. The kernel wakes it (SIGHUP, SIGCONT) when its parent's death
    orphans its process group, which is not so below an init or subreaper of the same session: in containers.
    """
    served = os.getpid()
    if os.fork():
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), OUTPUT)  # the parent must see the pipe end with the served one
    parent = select.poll()
    parent.register(INPUT, 0)  # tells of a hang-up alone: nothing is read here
    while os.getppid() == served:
        if parent.poll(WATCH_MS):
            time.sleep(GRACE_S)  # one that is not halted ends by itself
            if os.getppid() == served:
                os.kill(served, signal.SIGKILL)
            break
    os._exit(0)


def _nothing() -> None:
    pass


def _listed(specs: tuple[TensorSpec, ...]) -> list[tuple[str, tuple[int | None, ...], str]]:
    return [(spec.name, spec.shape, spec.dtype) for spec in specs]
