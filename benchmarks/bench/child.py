"""Processes that a scenario measures in: started here, and ended with us.

Knows how one is started; refuses to know what it measures, and how it learns of our end (`parent`).
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from anymal.bench.parent import PARENT

__all__ = ["run_child"]


def run_child(
    module: str,
    arguments: Sequence[str],
    limit_s: float,
    environment: Mapping[str, str] | None = None,
    given: bytes | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Run `python -m module` with `arguments` to its end; one of ours ends when this call is interrupted.

    `given` is what it reads. Raises `subprocess.TimeoutExpired` after `limit_s` seconds.
    """
    command = [sys.executable, "-m", module, *arguments]
    every = {**os.environ, **(environment or {}), PARENT: str(os.getpid())}
    done = subprocess.run(command, capture_output=True, timeout=limit_s, check=False, env=every, input=given)
    printed, said = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, printed, said)
