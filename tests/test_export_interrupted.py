"""`anymal export` and `verify` as processes, stopped half-way: nothing is left that trips the next run."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from anymal.engines.bundle import load_bundle
from anymal.errors import ExportError
from anymal.export.llama_source import llama_source
from anymal.runtime import cli
from tests.tiny_checkpoint import make_tiny_checkpoint
from tests.tiny_models import make_tiny_bundle

SMALL = ["--questions", "4", "--max-tokens", "3", "--threads", "1", "--max-changed", "1", "--max-kl", "9"]
# A shell that runs us in the background has Ctrl-C ignored, and a child inherits that.
PROGRAM = """
import os, signal, sys, time
from anymal.runtime.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)

class Halting:  # goes no further than a line: what comes after it may be over before anybody has read it
    line = ""

    def write(self, text):
        sys.__stderr__.write(text)
        self.line += text
        if text.endswith("\\n"):
            said, self.line = self.line, ""
            if os.environ["HALT_AT"] in said:
                time.sleep(600)

    def __getattr__(self, name):
        return getattr(sys.__stderr__, name)

sys.stderr = Halting()
sys.exit(main())
"""


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    return make_tiny_checkpoint(tmp_path_factory.mktemp("interrupted") / "checkpoint")


def stop_at(line: str, arguments: list[str], number: int, temporary: Path) -> int:
    """The exit code of `anymal` with `arguments`, sent signal `number` when it says `line`."""
    temporary.mkdir()
    environment: Mapping[str, str] = {**os.environ, "TMPDIR": str(temporary), "HALT_AT": line}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        said = []
        for text in process.stderr:
            said.append(text)
            if line in text:
                os.kill(process.pid, number)
                break
        said.append(process.stderr.read())
        code = process.wait()
    assert any(line in text for text in said), said
    return code


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_export_leaves_nothing(checkpoint: Path, tmp_path: Path, number: int, code: int) -> None:
    out, temporary = tmp_path / "place" / "bundle", tmp_path / "temporary"
    arguments = ["export", str(checkpoint), "-o", str(out), *SMALL]
    assert stop_at("image: exporting to ONNX", arguments, number, temporary) == code
    assert list(out.parent.iterdir()) == []
    assert list(temporary.iterdir()) == []


def test_what_a_killed_export_leaves_does_not_trip_the_next(checkpoint: Path, tmp_path: Path) -> None:
    out, temporary = tmp_path / "place" / "bundle", tmp_path / "temporary"
    arguments = ["export", str(checkpoint), "-o", str(out), *SMALL]
    assert stop_at("image: exporting to ONNX", arguments, signal.SIGKILL, temporary) == -signal.SIGKILL
    (left,) = out.parent.iterdir()
    assert left.name.startswith(".bundle-") and not out.exists()
    assert cli.main([*arguments, "--no-int8", "--llm-quant", "F32"]) == 0
    assert list(out.parent.iterdir()) == [out]
    assert load_bundle(out).manifest.name == "tiny"


def test_stopped_verifications_leave_no_scratch_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny")
    before = (bundle / "bundle.json").read_bytes()
    arguments = ["verify", str(bundle), *SMALL]
    assert stop_at("ok   image", arguments, signal.SIGTERM, tmp_path / "first") == 143
    assert list((tmp_path / "first").iterdir()) == []
    killed = tmp_path / "second"
    assert stop_at("ok   image", arguments, signal.SIGKILL, killed) == -signal.SIGKILL
    (left,) = killed.iterdir()
    assert left.name.startswith(".anymal-verify-")
    monkeypatch.setattr("tempfile.tempdir", str(killed))
    assert cli.main(arguments) == 0
    assert list(killed.iterdir()) == []
    assert (bundle / "bundle.json").read_bytes() == before
