"""The soak test in short: two faults, and nothing failed, grew or was left running."""

import gc
import importlib.util
import json
import os
import selectors
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.runtime_helpers import tiny_bundle

SCRIPT = Path(__file__).resolve().parent.parent / "benchmarks" / "soak.py"
LEFT = SCRIPT.with_name("soak_left.py")
FAULTS = ("serial unplugged", "client gone")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="reads /proc: Linux only"),
]


def test_a_short_soak_leaves_nothing_and_answers_everything(tmp_path: Path) -> None:
    pytest.importorskip("websockets")
    output = tmp_path / "soak.json"
    # Back within 60 s: a busy machine is slow, not broken.
    command = [sys.executable, "-W", "error", str(SCRIPT), "--bundle", str(tiny_bundle()), "--seconds", "7"]
    command += ["--fault-every", "0.5", "--ask-every", "1", "--back-within", "60", "--threads", "1"]
    command += ["--output", str(output), "--faults", *FAULTS]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parent.parent)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=240)
    assert output.exists(), done.stderr
    result = json.loads(output.read_text(encoding="utf-8"))
    assert result["left"] == {"threads": [], "handles": []}
    assert result["answers"]["answered"] == result["answers"]["asked"] > 0
    assert result["answers"]["errors"] == []
    assert result["beyond_limits"] == []
    assert [fault["name"] for fault in result["faults"]] == list(FAULTS)
    assert result["sensors"]["imu"]["reconnects"] >= 1
    assert result["sensors"]["audio"]["counters"]["connects"] == 2
    assert done.returncode == 0, done.stderr


def test_what_only_waits_for_the_garbage_collector_is_not_left_over() -> None:
    left = soak_left()
    gc.disable()  # else it may run at any moment and the test says nothing
    try:
        before = left.in_use()
        selectors.DefaultSelector()  # holds itself: counting references never frees it
        assert left.more(left.in_use()[1], before[1]) == ["anon_inode:"]
        assert left.left_over(before) == {"threads": [], "handles": []}
    finally:
        gc.enable()


def test_an_open_file_is_left_over(tmp_path: Path) -> None:
    left = soak_left()
    before = left.in_use()
    with (tmp_path / "open").open("w"):
        assert left.left_over(before, within_s=0.0)["handles"] == [str(tmp_path / "open")]


def soak_left() -> ModuleType:
    """The module, which is a script's neighbour and in no package."""
    spec = importlib.util.spec_from_file_location("soak_left", LEFT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
