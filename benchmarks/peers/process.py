"""A peer's worker as a process: started, asked with a limit, and gone afterwards whatever happened.

Knows the driver's end of the line protocol and how a missing environment is said; refuses to know any peer.
"""

import contextlib
import json
import os
import queue
import signal
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

__all__ = ["PeerError", "PeerProcess"]

# No peer may reach for a network, nor tell anybody what it does.
QUIET = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "OPENVINO_TELEMETRY_DISABLE": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
WORDS = 300
"""Characters of the worker's last words in an error."""
END_S = 10.0


class PeerError(RuntimeError):
    """A peer that died, hung or said what was no answer; the message names it and its last words."""


class PeerProcess:
    """One worker; use it with `with`. `limit_s` is what one request may take."""

    def __init__(self, name: str, command: Sequence[str], limit_s: float = 120.0) -> None:
        self.name, self._limit_s = name, limit_s
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **QUIET},
            start_new_session=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def call(self, do: str, *, limit_s: float = 0.0, **given: Any) -> dict[str, Any]:
        """Ask the worker to `do` something; raises `PeerError` when it fails, dies or takes too long.

        `limit_s` is what this request may take, in place of the usual.
        """
        limit_s = limit_s or self._limit_s
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **given}) + "\n")
            self._process.stdin.flush()
            line = self._lines.get(timeout=limit_s)
        except queue.Empty:
            self.close()
            raise PeerError(f"{self.name}: no answer to {do} within {limit_s:g} s; stopped") from None
        except OSError:
            line = ""
        if not line:
            with contextlib.suppress(subprocess.TimeoutExpired):  # it may have closed its pipe and live on
                self._process.wait(END_S)
            code, words = self._process.returncode, self._last_words()
            self.close()
            raise PeerError(f"{self.name}: its worker ended ({code}) during {do}: {words}")
        try:
            answer = json.loads(line)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not ("ok" in answer or "error" in answer):
            self.close()
            raise PeerError(f"{self.name}: said {line.strip()[:WORDS]!r} to {do}, wanted a JSON answer")
        if "error" in answer:
            raise PeerError(f"{self.name}: {do} failed: {answer['error']}")
        return dict(answer["ok"])

    def cpu_s(self) -> float:
        """CPU seconds of the worker and of everything it started that still runs; 0 where nobody tells.

        `/proc/PID/stat` (proc(5)): the session is field 6, utime, stime and those of children that ended
        are fields 14 to 17.
        """
        ticks = 0
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                fields = path.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
                if int(fields[3]) == self._process.pid:
                    ticks += sum(int(one) for one in fields[11:15])
        return ticks / float(os.sysconf("SC_CLK_TCK"))

    def close(self) -> None:
        """End the worker and everything it started; may be called twice."""
        if self._said.closed:
            return
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(END_S)
        self._reader.join(END_S)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._said.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _last_words(self) -> str:
        self._said.seek(0)
        words = self._said.read().decode("utf-8", "replace").strip()
        return words[-WORDS:] or "it said nothing"

    def __enter__(self) -> "PeerProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
