"""Where output cannot go, and what would end badly after long work, is said at once and in one line."""

import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from anymal.engines import onnx_engine
from tests.runtime_helpers import run_anymal, tiny_bundle


@pytest.mark.parametrize("command", [("--help",), ("inspect",), ("ask", "--threads", "1", "What?")])
def test_a_full_disk_under_the_output_is_said(command: tuple[str, ...]) -> None:
    bundle = {"ask": ("--bundle", tiny_bundle()), "inspect": (tiny_bundle(),)}.get(command[0], ())
    with Path("/dev/full").open("w") as full:
        result = run_with_output(full, *command, *bundle)
    assert result.returncode == 2
    assert result.stderr == (
        "anymal: error: the output cannot be written: No space left on device; "
        "make room, or send it elsewhere\n"
    )


def test_a_closed_output_is_no_crash() -> None:
    command = [sys.executable, "-m", "anymal.runtime.cli", "inspect", str(tiny_bundle())]
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    result = subprocess.run(closed, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def run_with_output(output: IO[str], *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "anymal.runtime.cli", *map(str, command)],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bench", "--quick", "-o", "FOLDER"), "is a folder; name a file in it"),
        (
            ("record", "-o", "FOLDER", "--force", "--seconds", "1", "synthetic:imu"),
            "is a folder; name a file",
        ),
        (("demo", "--live-s", "nan"), "--live-s: wanted 0 or more, found nan"),
        (("live", "--max-age", "nan", "--imu", "synthetic:imu"), "--max-age: wanted 0 to 86400 s, found nan"),
        (
            ("live", "--max-age", "90000", "--imu", "synthetic:imu"),
            "wanted 0 to 86400 s, found 90000",
        ),
    ],
)
def test_what_cannot_end_well_is_refused_before_it_begins(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    given = [str(tmp_path) if argument == "FOLDER" else argument for argument in arguments]
    result = run_anymal(*given)
    assert result.returncode == 2 and message in result.stderr, result
    assert result.stderr.startswith("anymal: error: ") and result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_onnxruntime_loads_is_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "onnxruntime":
                raise ImportError("initialization failed") from KeyboardInterrupt()

    monkeypatch.setattr(onnx_engine, "check_onnxruntime", lambda: None)  # it looks for the package, too
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(KeyboardInterrupt):
        onnx_engine._import_onnxruntime()
