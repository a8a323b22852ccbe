"""An engine in a process of its own: its runs can stand still in the middle, and go on later.

Two thread pools on the same cores slow each other down several times over, and no library lets its
threads be halted; the kernel halts a process within microseconds (SIGSTOP) and loses nothing. Knows the
other process, and that it may die; refuses to know what runs there (`process_child.py` does).
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from numpy.typing import NDArray

from anymal.engines.array_pipe import PipeClosedError, receive_arrays, send_arrays
from anymal.engines.base import Interrupted, TensorSpec, check_feeds
from anymal.errors import EngineError

__all__ = ["ProcessEngine", "can_pause"]

CLOSE_S = 5.0
START_S = 120.0
"""A process that has not opened its file by then (some hundred MB from a slow card) never will."""

# `-c` puts the working directory first, where anybody's numpy.py may lie (PYTHONSAFEPATH is of Python 3.11).
START = (
    "import sys; sys.path[:] = [p for p in sys.path if p]; "
    "from anymal.engines.process_child import main; main()"
)


def can_pause() -> bool:
    """Whether this system can halt a process and let it go on, and has an interpreter to start one with."""
    frozen = getattr(sys, "frozen", False)  # there `sys.executable` is the program itself
    return hasattr(signal, "SIGSTOP") and hasattr(select, "poll") and bool(sys.executable) and not frozen


class ProcessEngine:
    """One ONNX file on the CPU, in another process; `pause`, `resume` and `interrupt` from any thread.

    `started` is given the engine as soon as there is a process, which then imports and opens for a second or
    so: it can stand still for a question in that time too.
    `between` is called about every 20 ms of a run, on the thread that waits for it. A process that dies is
    started again, once a run. Raises `EngineError` when it cannot start or cannot open the file.
    """

    def __init__(
        self,
        path: Path,
        threads: int = 1,
        started: "Callable[[ProcessEngine], None]" = lambda engine: None,
    ) -> None:
        self._path, self._threads = path, threads
        self.between: Callable[[], None] = lambda: None
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline_s: float | None = None
        self._halted_s: float | None = None
        hello = self._start(started)
        self.inputs = tuple(TensorSpec(name, tuple(shape), kind) for name, shape, kind in hello["inputs"])
        self.outputs = tuple(TensorSpec(name, tuple(shape), kind) for name, shape, kind in hello["outputs"])
        self.backend: str = hello["backend"]
        self.reason: str = f"{hello['reason']}; in a process of its own, which stands still for questions"

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run once; arrays in and out by name.

        Raises `EngineError` naming what does not fit or that the process ended twice, `Interrupted`.
        """
        if self._closed:
            raise EngineError(f"{self._path.name}: the engine is closed")
        check_feeds(self.inputs, feeds, self._path.name)
        try:
            return self._run(feeds)
        except _ProcessEnded:
            return self._run(feeds)

    def pause(self) -> bool:
        """Stand still; whether it does. A run goes on where it was after `resume`."""
        halted = self._signal(signal.SIGSTOP)
        if halted and self._halted_s is None:
            self._halted_s = time.monotonic()
        return halted

    def resume(self) -> None:
        """Go on; a start has that much more time."""
        if self._halted_s is not None and self._deadline_s is not None:
            self._deadline_s += time.monotonic() - self._halted_s
        self._halted_s = None
        self._signal(signal.SIGCONT)

    def interrupt(self) -> None:
        """End the run another thread waits for: it raises `Interrupted` there. Nothing when none is."""
        if self._deadline_s is None:  # before that the process does not know the signal, and would end
            self._signal(signal.SIGUSR1)

    def close(self) -> None:
        """End the process; safe to call twice."""
        self._closed = True
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):  # it may have ended by itself
            process.send_signal(signal.SIGCONT)
        _close_pipes(process)
        try:
            process.wait(CLOSE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self, started: "Callable[[ProcessEngine], None]" = lambda engine: None) -> dict[str, Any]:
        """Start the process and return what it says of the file."""
        self._deadline_s = time.monotonic() + START_S
        try:
            self._process = _started(self._path, self._threads)
            started(self)
            hello, _ = self._exchange(None)
        finally:
            self._deadline_s = None
        if "error" in hello:
            self._kill()
            raise EngineError(hello["error"])
        return hello

    def _run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        if self._process is None:
            self._start()
        header, results = self._exchange(feeds)
        if header.get("interrupted"):
            raise Interrupted(f"{self._path.name}: the run was interrupted")
        if "error" in header:
            raise EngineError(header["error"])
        return results

    def _exchange(
        self, feeds: Mapping[str, NDArray[Any]] | None
    ) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        """Send `feeds`, if any, and return the reply; whatever comes between ends the process.

        An answer nobody waited for would be taken for that of the next run.
        """
        process = cast("subprocess.Popen[bytes]", self._process)
        assert process.stdin is not None and process.stdout is not None
        try:
            if feeds is not None:
                send_arrays(process.stdin.fileno(), {}, feeds, self._idle)
            header, arrays = receive_arrays(process.stdout.fileno(), self._idle)
        except (PipeClosedError, ValueError) as error:
            raise self._ended() from error
        except BaseException:
            self._kill()
            raise
        if header is None:
            raise self._ended()
        return header, arrays

    def _idle(self) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            raise PipeClosedError("the process ended")
        late = self._deadline_s is not None and time.monotonic() > self._deadline_s
        if late and self._halted_s is None:
            raise EngineError(f"{self._path.name}: its process did not open it within {START_S:g} s")
        self.between()

    def _signal(self, number: int) -> bool:
        process = self._process
        if process is None or process.poll() is not None:
            return False
        try:
            process.send_signal(number)
        except OSError:
            return False
        return True

    def _kill(self) -> int:
        """End the process at once, halted or not; returns its code. The next run starts another."""
        process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()
        _close_pipes(process)
        return process.wait()

    def _ended(self) -> "_ProcessEnded":
        process = self._process
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):  # it closed its pipe, and is about to end
                process.wait(CLOSE_S)
        code = self._kill()
        if code == -signal.SIGKILL:
            return _ProcessEnded(
                f"{self._path.name}: the process that runs it was killed (signal 9), as Linux does when "
                "memory runs out; see `dmesg`, and take a smaller encoder or fewer sensors"
            )
        how = f"signal {-code}" if code < 0 else f"code {code}"
        return _ProcessEnded(
            f"{self._path.name}: the process that runs it ended ({how}); `anymal doctor` says what is missing"
        )

    def __enter__(self) -> "ProcessEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _ProcessEnded(EngineError):
    """The other process is gone; another one may do."""


def _close_pipes(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def _started(path: Path, threads: int) -> "subprocess.Popen[bytes]":
    """The process, its pipes unbuffered here and never blocking."""
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
            bufsize=0,
        )
    except OSError as error:
        raise EngineError(f"{path.name}: no process to run it in: {error}") from error
    assert process.stdin is not None
    os.set_blocking(process.stdin.fileno(), False)
    return process
