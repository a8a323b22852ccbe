"""What every test shares: a quiet environment, a watchdog, and the way to the shared data.

Knows where real recordings lie beside the checkout; refuses to fetch them.
"""

import os

# Before anything imports onnxruntime or an OpenMP library: both read these once.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ.setdefault("OMP_NUM_THREADS", "1")

import faulthandler
from collections.abc import Iterator
from pathlib import Path

import pytest

_WATCHDOG_S = 300
_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _watchdog() -> Iterator[None]:
    """Print every thread's stack and end the run when one test hangs."""
    faulthandler.dump_traceback_later(_WATCHDOG_S, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data: `$ANYMAL_SHARED`, else `../shared` beside the checkout; else skips."""
    folder = Path(os.environ.get("ANYMAL_SHARED") or _ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip(f"no shared data at {folder}: set ANYMAL_SHARED to its folder")
    return folder
