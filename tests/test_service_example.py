"""The systemd unit under docs/examples: what it runs is our command line, and its pipe outlives its writers.

systemd itself is not asked; its two specifiers, %h and %t, are put in by hand.
"""

import itertools
import os
import shlex
import subprocess
from pathlib import Path

import pytest

from anymal.runtime.cli_live_arguments import live_parser
from anymal.sensors import open_driver

_UNIT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "anymal-live.service"
_LONG_S = 20.0
# Says what it was called with, then two questions, each from a writer of its own.
_STAND_IN = '#!/bin/sh\nprintf "%s\\n" "$@" --\nread one\necho "$one"\nread two\necho "$two"\n'


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, list[str]]:
    """The unit's keys and commands, for a home and a runtime folder of this test."""
    program = tmp_path / "anymal" / "bin" / "anymal"
    program.parent.mkdir(parents=True)
    program.write_text(_STAND_IN)
    program.chmod(0o755)
    lines = [line.partition("=") for line in _UNIT.read_text().splitlines() if not line.startswith("#")]
    filled = {key: value.replace("%h", str(tmp_path)).replace("%t", str(tmp_path)) for key, _, value in lines}
    return {key: shlex.split(value) for key, value in filled.items() if key.startswith("Exec")}


def test_the_unit_runs_our_command_line_on_a_pipe_that_stays_open(
    commands: dict[str, list[str]], tmp_path: Path
) -> None:
    pipe = tmp_path / "anymal.questions"
    for _ in range(2):  # a restart finds the pipe there
        subprocess.run(commands["ExecStartPre"], check=True, timeout=_LONG_S)
    assert pipe.is_fifo() and pipe.stat().st_mode & 0o777 == 0o600
    limited = ["timeout", str(_LONG_S), *commands["ExecStart"]]
    with subprocess.Popen(limited, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        said = (line.rstrip("\n") for line in service.stdout)
        name, *arguments = itertools.takewhile(lambda line: line != "--", said)
        for question in ("What do you see?", "What do you hear?"):
            writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            os.write(writer, f"{question}\n".encode())
            os.close(writer)
            assert next(said) == question
        assert service.wait() == 0
    assert name == "live"
    given = live_parser().parse_args(arguments)
    assert given.json and given.bundle == "nano"
    modalities = [open_driver(uri).modality for uri in (given.camera, given.mic, given.imu)]
    assert modalities == ["image", "audio", "imu"]
