"""An engine in a process of its own: its runs can stand still in the middle, and go on later.

Two thread pools on the same cores slow each other down several times over, and no library lets its
threads be halted; the kernel halts a process within microseconds (SIGSTOP) and loses nothing. Knows the
other process and how arrays travel to it; refuses to know what runs there (`process_child.py` does).
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Interrupted, TensorSpec, check_feeds
from anymal.errors import EngineError

__all__ = ["ProcessEngine", "can_pause", "read_arrays", "write_arrays"]

CLOSE_S = 5.0
IDLE_S = 0.02
START = "from anymal.engines.process_child import main; main()"


def can_pause() -> bool:
    """Whether this system can halt a process and let it go on."""
    return hasattr(signal, "SIGSTOP") and bool(sys.executable)


class ProcessEngine:
    """One ONNX file on the CPU, in another process; `pause`, `resume` and `interrupt` from any thread.

    `between` is called about every 20 ms of a run, on the thread that waits for it. Raises `EngineError`
    when the process cannot start or cannot open the file.
    """

    def __init__(self, path: Path, threads: int = 1) -> None:
        self._name = path.name
        self.between: Callable[[], None] = lambda: None
        self._process: subprocess.Popen[bytes] | None
        self._process, self._to, self._from = _start(path, threads)
        try:
            hello, _ = self._receive()
        except EngineError:
            self.close()
            raise
        self.inputs = tuple(TensorSpec(name, tuple(shape), kind) for name, shape, kind in hello["inputs"])
        self.outputs = tuple(TensorSpec(name, tuple(shape), kind) for name, shape, kind in hello["outputs"])
        self.backend: str = hello["backend"]
        self.reason: str = f"{hello['reason']}; in a process of its own, which stands still for questions"

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run once; arrays in and out by name.

        Raises `EngineError` naming what does not fit or that the process ended, `Interrupted`.
        """
        self._running()
        check_feeds(self.inputs, feeds, self._name)
        try:
            write_arrays(self._to, {}, feeds)
        except OSError as error:
            raise self._ended() from error
        _, results = self._receive()
        return results

    def pause(self) -> bool:
        """Stand still; whether it does. A run goes on where it was after `resume`."""
        return self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Go on."""
        self._signal(signal.SIGCONT)

    def interrupt(self) -> None:
        """End the run another thread waits for: it raises `Interrupted` there. Nothing when none is."""
        self._signal(signal.SIGUSR1)

    def close(self) -> None:
        """End the process; safe to call twice."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):  # it may have ended by itself
            process.send_signal(signal.SIGCONT)
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()
        try:
            process.wait(CLOSE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _receive(self) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        self._running()
        while not select.select([self._from], [], [], IDLE_S)[0]:
            self.between()
        try:
            header, arrays = read_arrays(self._from)
        except (OSError, ValueError) as error:
            raise self._ended() from error
        if header is None:
            raise self._ended()
        if header.get("interrupted"):
            raise Interrupted(f"{self._name}: the run was interrupted")
        if "error" in header:
            raise EngineError(header["error"])
        return header, arrays

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            raise EngineError(f"{self._name}: the engine is closed")
        return self._process

    def _signal(self, number: int) -> bool:
        process = self._process
        if process is None or process.poll() is not None:
            return False
        try:
            process.send_signal(number)
        except OSError:
            return False
        return True

    def _ended(self) -> EngineError:
        process = self._running()
        try:
            code = process.wait(CLOSE_S)
        except subprocess.TimeoutExpired:
            code = 0
        how = f"signal {-code}" if code < 0 else f"code {code}"
        return EngineError(
            f"{self._name}: the process that runs it ended ({how}); was the machine out of memory? Open the "
            "bundle again"
        )

    def __enter__(self) -> "ProcessEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def write_arrays(pipe: "IO[bytes]", header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write one line of JSON with `header` and what follows, then the bytes of `arrays`."""
    whole = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    listed = [(name, array.dtype.str, array.shape) for name, array in whole.items()]
    pipe.write(json.dumps({**header, "arrays": listed}).encode() + b"\n")
    for array in whole.values():
        pipe.write(array.data if array.size else b"")
    pipe.flush()


def read_arrays(pipe: "IO[bytes]") -> tuple[dict[str, Any] | None, dict[str, NDArray[Any]]]:
    """Read what `write_arrays` wrote; (None, {}) at the pipe's end. Raises `ValueError` when it is cut."""
    line = pipe.readline()
    if not line:
        return None, {}
    header = json.loads(line)
    arrays: dict[str, NDArray[Any]] = {}
    for name, kind, shape in header.pop("arrays"):
        array = np.empty(shape, kind)
        if array.size and pipe.readinto(array.data.cast("B")) != array.nbytes:  # type: ignore[attr-defined]
            raise ValueError(f"array {name!r} is cut")
        arrays[name] = array
    return header, arrays


def _start(path: Path, threads: int) -> "tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]":
    """Return the process and the pipes to it and from it."""
    import anymal

    package = str(Path(anymal.__file__).resolve().parent.parent)
    search = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(search), "PYTHONSAFEPATH": "1"}
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(path), str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError as error:
        raise EngineError(f"{path.name}: no process to run it in: {error}") from error
    return process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
