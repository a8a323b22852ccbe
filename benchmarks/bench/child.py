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

    `given` is what it can read from its standard input. Raises `subprocess.TimeoutExpired` after `limit_s`
    seconds.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=given,
        capture_output=True,
        timeout=limit_s,
        check=False,
        env={**os.environ, **(environment or {}), PARENT: str(os.getpid())},
    )
    said = [part.decode(errors="replace") for part in (done.stdout, done.stderr)]
    return subprocess.CompletedProcess(done.args, done.returncode, *said)
