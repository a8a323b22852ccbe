"""What the runtime's tests share: one tiny bundle and one set of demo samples per test run, and the CLI.

Knows how to run `anymal` as a user does, in a process of its own; refuses to know what it prints.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType

from anymal.runtime.demo_samples import DemoSamples, write_samples
from tests.tiny_models import make_tiny_bundle

_FOLDER = tempfile.TemporaryDirectory(prefix="anymal-tests-")  # removed when the test run ends


@cache
def tiny_bundle() -> Path:
    """Return the folder of a tiny random bundle; do not change it."""
    return make_tiny_bundle(Path(_FOLDER.name) / "tiny")


@cache
def demo_samples() -> DemoSamples:
    """Return the demo's samples; do not change them."""
    return write_samples(Path(_FOLDER.name) / "samples")


def run_python(
    code: str, *arguments: str | Path, home: Path | None = None, wrapper: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run Python code in a fresh process, with an empty `home` when given, warnings as errors."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "error"}
    environment.pop("ORT_DISABLE_TELEMETRY", None)  # the package itself must see to it
    if home is not None:
        environment |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    command = [*wrapper, sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)


def run_anymal(*arguments: str | Path, wrapper: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the command line in a fresh process."""
    code = "import sys; from anymal.runtime.cli import main; sys.exit(main())"
    return run_python(code, *arguments, wrapper=wrapper)


@dataclass(frozen=True)
class Outcome:
    """How one command ended."""

    returncode: int
    stdout: str
    stderr: str


class AnymalProcess:
    """One process that runs many commands in turn: imports are paid once, and an abort ends it visibly."""

    LOOP = """
import contextlib, io, json, sys, traceback
from anymal.runtime.cli import main
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(json.loads(line))
        except BaseException:
            traceback.print_exc()
            code = 1
    print(json.dumps([code, out.getvalue(), err.getvalue()]), flush=True)
"""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", self.LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str | Path) -> Outcome:
        """Run one command line and return how it ended; fails when the process died of it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps([str(argument) for argument in arguments]) + "\n")
        stdin.flush()
        line = stdout.readline()
        assert line, f"the process ended with {self._process.wait()} on {arguments}"
        return Outcome(*json.loads(line))

    def __enter__(self) -> "AnymalProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()  # closes its input, which ends its loop
