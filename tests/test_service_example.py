"""The systemd unit under docs/examples: what it runs is our command line, on a pipe that it makes.

systemd itself is not asked; its two specifiers, %h and %t, are put in by hand. That the pipe outlives its
writers is tested where `--questions` is.
"""

import shlex
import subprocess
from pathlib import Path

import pytest

from anymal.runtime.cli_live_arguments import live_parser
from anymal.sensors import open_driver

_UNIT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "anymal-live.service"
_LONG_S = 20.0


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, list[str]]:
    """The unit's keys and commands, for a home and a runtime folder of this test."""
    lines = [line.partition("=") for line in _UNIT.read_text().splitlines() if not line.startswith("#")]
    filled = {key: value.replace("%h", str(tmp_path)).replace("%t", str(tmp_path)) for key, _, value in lines}
    return {key: shlex.split(value) for key, value in filled.items() if key.startswith("Exec")}


def test_the_unit_makes_its_pipe_and_runs_our_command_line_on_it(
    commands: dict[str, list[str]], tmp_path: Path
) -> None:
    pipe = tmp_path / "anymal.questions"
    for _ in range(2):  # a restart finds the pipe there
        subprocess.run(commands["ExecStartPre"], check=True, timeout=_LONG_S)
    assert pipe.is_fifo() and pipe.stat().st_mode & 0o777 == 0o600
    program, name, *arguments = commands["ExecStart"]
    assert program == str(tmp_path / "anymal" / "bin" / "anymal")
    assert name == "live"
    given = live_parser().parse_args(arguments)
    assert given.json and given.wait_for_sensors and given.bundle == "nano"
    assert Path(given.questions) == pipe
    modalities = [open_driver(uri).modality for uri in (given.camera, given.mic, given.imu)]
    assert modalities == ["image", "audio", "imu"]
