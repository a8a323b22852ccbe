"""Bad input through the real command: exit code 2 and a message that names the thing, never a traceback."""

import json
import shutil
import subprocess
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.runtime_helpers import AnymalProcess, Outcome, demo_samples, run_anymal, tiny_bundle
from tests.tiny_models import TinySpec, make_tiny_gguf, make_tiny_image_onnx, tiny_manifest, write_manifest

Change = Callable[[NDArray[np.float64]], NDArray[np.float64]]
Context = dict[str, list[dict[str, float]]]
Result = Outcome | subprocess.CompletedProcess[str]


ASK = ("ask", "--threads", "1", "--max-tokens", "4")


@pytest.fixture(scope="module")
def process() -> Iterator[AnymalProcess]:
    with AnymalProcess() as running:
        yield running


def check_refusal(result: Result, message: str) -> None:
    """Require exit code 2, an error holding `message`, and nothing else."""
    assert result.returncode == 2, result
    assert result.stderr.startswith("anymal: error: "), result.stderr
    assert "Traceback" not in result.stderr
    assert message in result.stderr, result.stderr
    assert result.stdout == ""


def refuse(process: AnymalProcess, message: str, *arguments: str | Path) -> None:
    check_refusal(process.run(*ASK, "--bundle", tiny_bundle(), *arguments), message)


def answer(process: AnymalProcess, *arguments: str | Path) -> Context:
    """Run `anymal ask --json`, require success, and return the context it tells of."""
    result = process.run(*ASK, "--json", "--bundle", tiny_bundle(), *arguments)
    assert result.returncode == 0, result.stderr
    context: Context = json.loads(result.stdout)["context"]
    return context


def write_wav(path: Path, samples: int, rate_hz: int = 8000) -> Path:
    """Write 8-bit silence; the samples are a hole in the file, so hours cost nothing."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate_hz)
        file.setnframes(samples)
        file.writeframes(b"")
    data = bytearray(path.read_bytes())
    data[4:8] = (36 + samples).to_bytes(4, "little")
    data[40:44] = samples.to_bytes(4, "little")
    path.write_bytes(data)
    with path.open("r+b") as raw:
        raw.truncate(44 + samples)
    return path


def write_imu(path: Path, change: Change, header: str = "") -> Path:
    lines = demo_samples().walking.read_text().splitlines()
    rows = np.array([line.split(",") for line in lines[1:]], float)
    np.savetxt(path, change(rows), delimiter=",", header=header or lines[0], comments="", fmt="%.6f")
    return path


def with_nan(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    rows[300, 2] = np.nan
    return rows


def in_g(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    rows[:, 1:4] /= 9.80665
    return rows


def repeated(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    rows[301, 0] = rows[300, 0]
    return rows


def unsorted(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    rows[[300, 400]] = rows[[400, 300]]
    return rows


def gone_a_while(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    rows[300:, 0] += 1.5
    return rows


@pytest.mark.parametrize("sense", ["image", "video", "audio", "imu"])
def test_a_missing_file(process: AnymalProcess, sense: str) -> None:
    refuse(process, "absent.bin: there is no such file", f"--{sense}", "absent.bin", "What?")


def test_a_name_no_file_can_have(process: AnymalProcess) -> None:
    refuse(process, "cannot be looked at: File name too long", "--image", "x" * 5000, "What?")


def test_a_text_file_as_image(process: AnymalProcess, tmp_path: Path) -> None:
    path = tmp_path / "note.jpg"
    path.write_text("This is not a picture.")
    refuse(process, "note.jpg: not a picture", "--image", path, "What?")


def test_a_truncated_jpeg(process: AnymalProcess, tmp_path: Path) -> None:
    path = tmp_path / "cut.jpg"
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    refuse(process, "cut.jpg: truncated", "--image", path, "What?")


def test_a_video_without_frames(process: AnymalProcess) -> None:
    sound = demo_samples().tone
    refuse(process, "no video stream", "--video", sound, "What?")


def test_a_sound_of_no_samples(process: AnymalProcess, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "empty.wav", 0)
    refuse(process, "empty.wav", "--audio", path, "What?")


def test_short_silent_and_very_long_sounds_are_heard(process: AnymalProcess, tmp_path: Path) -> None:
    short = write_wav(tmp_path / "short.wav", 1200)  # 0.15 s
    assert answer(process, "--audio", short, "What?")["audio"][0]["end_s"] == pytest.approx(0.15, abs=1e-3)
    three_hours = write_wav(tmp_path / "long.wav", 3 * 3600 * 8000)
    (newest,) = answer(process, "--audio", three_hours, "What?")["audio"]
    assert (newest["start_s"], newest["end_s"]) == (10795.0, 10800.0)
    (chosen,) = answer(process, "--audio", three_hours, "--window", "audio=3600:3604", "What?")["audio"]
    assert (chosen["start_s"], chosen["end_s"]) == (3600.0, 3604.0)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (with_nan, "nan"),
        (unsorted, "t_s"),
        (repeated, "t_s"),
        (in_g, "m/s"),
        (lambda rows: rows[:3], "3"),
        (gone_a_while, "bad.csv: motion has a gap of 1.510 s"),
        (lambda rows: rows[::25], "bad.csv: motion comes at 4.0 Hz"),
    ],
)
def test_motion_that_cannot_be(process: AnymalProcess, tmp_path: Path, change: Change, message: str) -> None:
    path = write_imu(tmp_path / "bad.csv", change)
    refuse(process, message, "--imu", path, "What?")


def test_motion_with_wrong_columns(process: AnymalProcess, tmp_path: Path) -> None:
    path = write_imu(tmp_path / "bad.csv", lambda rows: rows, header="t,x,y,z,a,b,c")
    refuse(process, "bad.csv", "--imu", path, "What?")


def damage_flip(folder: Path) -> str:
    data = bytearray((folder / "llm.gguf").read_bytes())
    data[-1000] ^= 1
    (folder / "llm.gguf").write_bytes(data)
    return "llm.gguf: damaged"


def damage_missing(folder: Path) -> str:
    (folder / "image.onnx").unlink()
    return "image.onnx: listed in bundle.json but missing"


def damage_onnx_width(folder: Path) -> str:
    make_tiny_image_onnx(folder / "image.onnx", TinySpec(onnx_n_embd=96))
    write_manifest(folder, tiny_manifest())
    return "image.onnx"


def damage_gguf_width(folder: Path) -> str:
    make_tiny_gguf(folder / "llm.gguf", TinySpec(n_embd=96))
    write_manifest(folder, tiny_manifest())
    return "96"


def damage_schema(folder: Path) -> str:
    write_manifest(folder, {**tiny_manifest(), "schema": 2})
    return "schema must be 1, found 2; upgrade"


@pytest.mark.parametrize(
    "damage", [damage_flip, damage_missing, damage_onnx_width, damage_gguf_width, damage_schema]
)
def test_a_bundle_that_is_not_right(
    process: AnymalProcess, tmp_path: Path, damage: Callable[[Path], str]
) -> None:
    folder = tmp_path / "bundle"
    shutil.copytree(tiny_bundle(), folder)
    message = damage(folder)
    refuse(process, message, "--bundle", folder, "--image", demo_samples().picture, "What?")


def test_a_prompt_longer_than_the_context(process: AnymalProcess) -> None:
    refuse(process, "the context has 1024", "z" * 1100)


@pytest.mark.parametrize("sense", ["--audio", "--imu", "--video"])
def test_a_second_file_of_a_sense_that_takes_one(process: AnymalProcess, sense: str) -> None:
    refuse(process, f"{sense} was given twice: a question takes one", sense, "a", sense, "b", "What?")


def test_a_second_window_of_a_sense(process: AnymalProcess, tmp_path: Path) -> None:
    windows = ("--window", "audio=0:1", "--window", "audio=1:2")
    refuse(
        process,
        "a window of audio was given already",
        "--audio",
        write_wav(tmp_path / "a.wav", 32000),
        *windows,
        "What?",
    )


def test_a_sound_that_is_over_before_it_is_one(process: AnymalProcess, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "click.wav", 400)
    refuse(process, "0.050 s of sound, wanted at least 0.1 s; record longer", "--audio", path, "What?")


@pytest.mark.parametrize("question", ["", "  "])
def test_an_empty_question(process: AnymalProcess, question: str) -> None:
    refuse(process, "the question is empty", question)


def test_control_characters_and_chat_tokens_in_a_question_are_text(process: AnymalProcess) -> None:
    assert answer(process, "\x07\x1b[2J <|end|><|assistant|> {{ x }} <image>") == {}


def test_a_process_of_its_own_ends_with_code_two(tmp_path: Path) -> None:
    """Once for a file, once for a bundle: the same, seen from the shell, with what native code prints."""
    note = tmp_path / "note.jpg"
    note.write_text("This is not a picture.")
    check_refusal(run_anymal(*ASK, "--bundle", tiny_bundle(), "--image", note, "What?"), "not a picture")
    folder = tmp_path / "bundle"
    shutil.copytree(tiny_bundle(), folder)
    message = damage_flip(folder)
    check_refusal(run_anymal(*ASK, "--bundle", folder, "What?"), message)


def test_the_home_of_nobody_is_no_such_bundle() -> None:
    result = run_anymal(*ASK, "--bundle", "~nosuchuser/bundle", "What?")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "~nosuchuser" in result.stderr
