"""The soak test in short: two faults, and nothing failed, grew or was left running."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runtime_helpers import tiny_bundle

SCRIPT = Path(__file__).resolve().parent.parent / "benchmarks" / "soak.py"
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
