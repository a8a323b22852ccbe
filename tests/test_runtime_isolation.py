"""What an answer leaves alone: torch, the network, the home folder; and how little an import loads."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.runtime_helpers import demo_samples, run_anymal, run_python, tiny_bundle

ASK_EVERYTHING = """
import sys, threading
import anymal
from anymal.runtime.options import AssistantOptions, GenerationOptions
bundle, picture, sound, motion = sys.argv[1:]
with anymal.load(bundle, AssistantOptions(threads=1)) as assistant:
    short = GenerationOptions(max_tokens=4)
    answer = assistant.ask("What?", image=picture, audio=sound, imu=motion, generation=short)
    names = sorted(line.strip() for task in TASKS.iterdir() for line in (task / "comm").open())
assert set(answer.context) == {"image", "audio", "imu"}
"""


def everything() -> tuple[Path, ...]:
    samples = demo_samples()
    return tiny_bundle(), samples.picture, samples.beeping, samples.walking


def test_an_answer_loads_no_torch_and_leaves_no_trace(tmp_path: Path) -> None:
    head = "from pathlib import Path; TASKS = Path('/proc/self/task')\n"
    tail = """
heavy = {"torch", "transformers", "onnx", "scipy"} & set(sys.modules)
assert "onnxruntime" in sys.modules
print(sorted(heavy), len(threading.enumerate()), names)
"""
    result = run_python(head + ASK_EVERYTHING + tail, *everything(), home=tmp_path)
    assert result.returncode == 0, result.stderr
    heavy, python_threads, *_ = result.stdout.split(" ", 2)
    assert (heavy, python_threads) == ("[]", "1"), result.stdout
    # ONNX Runtime's telemetry would keep a database below ~/.cache/Microsoft.
    assert list(tmp_path.rglob("*")) == []


def test_onnxruntime_starts_no_thread_of_its_own(tmp_path: Path) -> None:
    code = """
import os
import numpy  # its BLAS has threads too
def count(): return len(os.listdir("/proc/self/task"))
before = count()
from anymal.engines.onnx_engine import OnnxEngine
import onnxruntime
print(count() - before)
"""
    result = run_python(code, home=tmp_path)
    assert (result.returncode, result.stdout) == (0, "0\n"), (result.stdout, result.stderr)
    assert list(tmp_path.rglob("*")) == []


def test_the_command_line_imports_nothing_heavy() -> None:
    code = """
import sys
import anymal.runtime.cli
print([name for name in ("numpy", "PIL", "av", "onnxruntime", "llama_cpp", "jinja2") if name in sys.modules])
"""
    result = run_python(code)
    assert (result.returncode, result.stdout) == (0, "[]\n"), result.stderr


def test_asking_works_without_a_network() -> None:
    unshare = shutil.which("unshare")
    wrapper = (unshare or "unshare", "--net", "--map-root-user")
    if unshare is None or subprocess.run([*wrapper, "true"], capture_output=True, check=False).returncode:
        pytest.skip("unshare --net is not permitted here")
    bundle, picture, sound, motion = everything()
    arguments: list[str | Path] = [
        "--bundle",
        bundle,
        "--threads",
        "1",
        "--max-tokens",
        "4",
        "--image",
        picture,
    ]
    result = run_anymal("ask", *arguments, "--audio", sound, "--imu", motion, "What?", wrapper=wrapper)
    assert result.returncode == 0, result.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = """
import os, sys
reading, writing = os.pipe()
os.close(reading)
os.dup2(writing, 1)
from anymal.runtime.cli import main
sys.exit(main(["--help"]))
"""
    result = run_python(code)
    assert (result.returncode, result.stderr) == (141, "")
