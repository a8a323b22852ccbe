"""What `ask` is given: samples are cut and checked like files, and what is no input is told with its cure."""

import inspect
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import anymal
from anymal.errors import ConfigError, InputError
from anymal.runtime.answer import ContextEntry
from anymal.runtime.assistant import Assistant
from anymal.runtime.given import gather
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk
from anymal.sensors.imu_file import read_imu
from anymal.sensors.window import Window
from tests.runtime_helpers import demo_samples, tiny_bundle

SHORT = GenerationOptions(max_tokens=1)
PIXELS = np.arange(20 * 30 * 3, dtype=np.uint8).reshape(20, 30, 3)
TONE = (0.1 * np.sin(np.arange(160_000) / 20)).astype(np.float32)  # 10 s
CURE = r"Frame\(0, array\) with uint8 \[height, width, 3\]"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(tiny_bundle(), AssistantOptions(threads=1)) as opened:
        yield opened


def motion(accel: float = 9.81, gyro: float = 0.1, length_s: float = 10.0) -> ImuChunk:
    """Steady motion at 100 Hz, of about these sizes."""
    count = round(length_s * 100)
    rows = np.ones((count, 1)) * np.array([0.01, 0.02, 1.0])
    t_ns = np.arange(count, dtype=np.int64) * 10_000_000 + NS_PER_S
    return ImuChunk(t_ns, (rows * accel).astype(np.float32), (rows * gyro).astype(np.float32))


# Sound


@pytest.mark.parametrize(
    ("samples", "message"),
    [
        (np.full(80_000, 128, np.uint8), r"floats in \[-1, 1\], found uint8; divide .* \(int16 by 32768"),
        ((TONE * 3000).astype(np.int16), "found int16; divide"),
        ((TONE * 30_000).astype(np.float32), r"reaches 3000; wanted -1 to 1\. .* \(int16 by 32768\)"),
        (np.append(TONE, np.float32("inf")), "NaN or infinity"),
        (np.full(80_000, 1e300), r"reaches 1e\+300"),
        (TONE[:1], r"audio: 0\.000 s of sound, wanted at least 0\.1 s"),
        (TONE[:0], "the sound has no samples"),
    ],
)
def test_sound_that_is_none(assistant: Assistant, samples: NDArray[Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        assistant.ask("What?", audio=AudioChunk(0, samples, 16_000), generation=SHORT)


@pytest.mark.parametrize("kind", ["<f4", ">f4", "f8", "f2"])
def test_floats_of_any_kind_are_sound_also_a_little_beyond_one(assistant: Assistant, kind: str) -> None:
    answer = assistant.ask("What?", audio=AudioChunk(0, (TONE * 12).astype(kind), 16_000), generation=SHORT)
    assert answer.context["audio"] == (ContextEntry(5, 10, 3),)


# Motion


@pytest.mark.parametrize(
    ("chunk", "message"),
    [
        (motion(accel=1.0), r"imu: median \|a\| is 1 m/s2 .* given as m/s2: multiply by 9\.80665"),
        (motion(accel=0.2), "Is gravity removed"),
        (motion(gyro=60.0), r"median \|w\| is 60.* rad/s; .* deg/s given as rad/s, or raw counts: convert"),
        (motion(gyro=200.0), "200 rad/s is more than any wearable meets.*Convert it to rad/s"),
    ],
)
def test_motion_in_another_unit_is_refused_as_in_a_file(
    assistant: Assistant, chunk: ImuChunk, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        assistant.ask("What?", imu=chunk, generation=SHORT)


def test_real_motion_is_taken_and_so_is_a_fall_within_it(assistant: Assistant) -> None:
    walking = read_imu(demo_samples().walking)
    assert assistant.ask("What?", imu=walking, generation=SHORT).context["imu"]
    falling = motion()
    falling.accel_mps2[600:800] = 0.1  # 2 s of the newest 5
    assert assistant.ask("What?", imu=falling, generation=SHORT).context["imu"]


def test_times_that_step_back_are_found_in_unsigned_numbers_too(assistant: Assistant) -> None:
    good = motion()
    times = good.t_ns.astype(np.uint64)
    unsigned = ImuChunk(times, good.accel_mps2, good.gyro_radps)  # type: ignore[arg-type]
    same = assistant.ask("What?", imu=good, generation=SHORT).context
    assert assistant.ask("What?", imu=unsigned, generation=SHORT).context == same
    times[500] = times[400]
    with pytest.raises(InputError, match="times must rise, but sample 500 is not after"):
        assistant.ask("What?", imu=unsigned, generation=SHORT)


def test_times_in_seconds_are_refused(assistant: Assistant) -> None:
    good = motion()
    seconds = ImuChunk(good.t_ns / NS_PER_S, good.accel_mps2, good.gyro_radps)
    with pytest.raises(InputError, match=r"t_ns must be int64 \[n\], whole nanoseconds, found float64"):
        assistant.ask("What?", imu=seconds, generation=SHORT)
    milliseconds = ImuChunk(good.t_ns // 1_000_000, good.accel_mps2, good.gyro_radps)
    with pytest.raises(InputError, match=r"1e\+08 rows per second.*Is t_ns in nanoseconds"):
        assistant.ask("What?", imu=milliseconds, generation=SHORT)


# Windows


@pytest.mark.parametrize(
    ("window", "start_s", "end_s"),
    [
        (Window(0, 5), 7, 12),
        (Window(2.5, 2), 9.5, 11.5),
        (Window(6), 13, 17),
        (Window(None, 3), 14, 17),
        (None, 12, 17),
    ],
)
def test_a_window_cuts_samples_from_their_own_start(
    assistant: Assistant, window: Window | None, start_s: float, end_s: float
) -> None:
    moves = motion()
    answer = assistant.ask(
        "What?",
        audio=AudioChunk(7 * NS_PER_S, TONE, 16_000),
        imu=ImuChunk(moves.t_ns + 6 * NS_PER_S, moves.accel_mps2, moves.gyro_radps),
        windows={} if window is None else {"audio": window, "imu": window},
        generation=SHORT,
    )
    ((sound,), (moved,)) = answer.context["audio"], answer.context["imu"]
    assert (sound.start_s, sound.end_s) == (start_s, end_s)
    assert (moved.start_s, moved.end_s) == pytest.approx((start_s, end_s), abs=0.02)


def test_a_window_changes_what_is_heard(assistant: Assistant) -> None:
    half = np.concatenate([np.zeros(80_000, np.float32), TONE[:80_000]])
    options = GenerationOptions(max_tokens=12)
    texts = [
        assistant.ask("What?", audio=given, windows=windows, generation=options).text
        for given, windows in (
            (AudioChunk(0, half, 16_000), {"audio": Window(0, 5)}),
            (AudioChunk(0, half[:80_000], 16_000), None),
            (AudioChunk(0, half, 16_000), None),
        )
    ]
    assert texts[0] == texts[1] != texts[2]


def test_a_window_cuts_frames_by_their_times(assistant: Assistant) -> None:
    clip = [Frame((n + 3) * NS_PER_S, PIXELS + np.uint8(n)) for n in range(8)]
    answer = assistant.ask("What?", video=clip, windows={"video": Window(2, 4)}, generation=SHORT)
    assert answer.context["video"] == (ContextEntry(5, 8, 16),)
    answer = assistant.ask("What?", video=clip, windows={"video": Window(2.2, 0.5)}, generation=SHORT)
    assert answer.context["video"] == (ContextEntry(5, 5, 16),)  # on screen all the while
    with pytest.raises(InputError, match=r"video: lasts 8\.00 s; window 9: starts after it"):
        assistant.ask("What?", video=clip, windows={"video": Window(9)})
    with pytest.raises(InputError, match="needs two frames or more whose t_ns rise"):
        assistant.ask("What?", video=[Frame(0, PIXELS)] * 4, windows={"video": Window(0, 1)})


@pytest.mark.parametrize("start_s", [11.0, 1e15])
def test_a_window_after_the_end_says_where_that_is(assistant: Assistant, start_s: float) -> None:
    window = Window(start_s)
    with pytest.raises(InputError, match=r"no sound in window .*; it ends at 10\.00 s"):
        assistant.ask("What?", audio=AudioChunk(0, TONE, 16_000), windows={"audio": window})
    with pytest.raises(InputError, match=r"holds 0 rows; .* lasts 9\.99 s"):
        assistant.ask("What?", imu=motion(), windows={"imu": window})


@pytest.mark.parametrize(
    ("windows", "message"),
    [
        ({"sound": Window(0, 5)}, "'sound' is no sense with a duration; known: video, audio, imu"),
        ({"image": Window(0, 5)}, "a picture has no duration; windows are for video, audio, imu"),
        (
            {"audio": "3:5"},
            r"windows\['audio'\]: wanted a Window, found str '3:5'; write Window\(3",
        ),
        ({"audio": None}, "wanted a Window, found NoneType"),
        (Window(0, 5), "windows: wanted a mapping by sense, found Window"),
        ({"audio": Window(0, 6)}, "lasts 6 s, but the bundle takes 5 s"),
    ],
)
def test_windows_that_are_none(assistant: Assistant, windows: Any, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        assistant.ask("What?", audio=AudioChunk(0, TONE, 16_000), windows=windows, generation=SHORT)


# Kinds


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"image": np.zeros((4, 4))}, r"image: wanted uint8 .* found an array float64 \[4, 4\]; convert it"),
        ({"image": [PIXELS[None]]}, r"image\[0\]: wanted uint8 .* \[1, 20, 30, 3\]"),
        ({"image": io.BytesIO(b"x")}, f"image: wanted a picture, found BytesIO; .*Image.open .*{CURE}"),
        ({"image": b"x"}, f"found bytes; .*{CURE}"),
        ({"image": ["a.png", 7]}, rf"image\[1\]: .* found int 7; .*{CURE}"),
        ({"image": {"a": 1}}, "image: .* found dict"),
        ({"image": Frame(0, [[0]])}, r"image\.rgb: wanted a NumPy array, found list"),  # type: ignore[arg-type]
        ({"image": Frame(0.5, PIXELS)}, r"image\.t_ns: wanted whole nanoseconds"),  # type: ignore[arg-type]
        ({"image": []}, "image: wanted at least one picture, found none; leave it out"),
        ({"video": []}, "video: wanted a file or at least one frame, found no frames"),
        ({"video": Frame(0, PIXELS)}, rf"video: .* found Frame; .* \[{CURE}"),
        ({"video": PIXELS}, rf"video: .* found an array uint8 .* \[{CURE}"),
        ({"video": ["a.png"] * 4}, r"video\[0\]: .* str 'a.png'; pictures in files go to image="),
        ({"video": [Path("a.png")] * 4}, r"video\[0\]: .* found PosixPath"),
        ({"video": io.BytesIO(b"x")}, "video: .* found BytesIO"),
        ({"audio": TONE}, r"audio: .* array float32 \[160000\]; .* AudioChunk\(0, samples, rate_hz\)"),
        ({"audio": ["a.wav"]}, "audio: wanted a sound, found list; name one file"),
        ({"audio": b"RIFF"}, "audio: .* found bytes"),
        ({"audio": AudioChunk(0, [0.1] * 9, 16_000)}, r"audio\.samples: wanted a NumPy array"),  # type: ignore[arg-type]
        ({"audio": AudioChunk(0, TONE, "16k")}, r"audio\.rate_hz: wanted a number"),  # type: ignore[arg-type]
        ({"imu": np.zeros((500, 6))}, r"imu: .* found an array float64 .* ImuChunk\(t_ns, "),
        ({"imu": ["a.csv"]}, "imu: .* found list; name one CSV file"),
        ({"imu": ImuChunk([0, 1], TONE, TONE)}, r"imu\.t_ns: wanted a NumPy array"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_what_is_no_input_is_told_with_its_cure(
    assistant: Assistant, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        assistant.ask("What?", **arguments, generation=SHORT)


def test_an_open_file_is_no_picture(assistant: Assistant) -> None:
    with demo_samples().picture.open("rb") as file, pytest.raises(InputError, match=f"image: .*{CURE}"):
        assistant.ask("What?", image=file)  # type: ignore[arg-type]


def test_pictures_in_memory_are_seen_as_their_file(assistant: Assistant, tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "a.png")
    options = GenerationOptions(max_tokens=12)
    with Image.open(tmp_path / "a.png") as picture:
        given: list[Any] = [tmp_path / "a.png", PIXELS, picture, [PIXELS], [picture], Frame(0, PIXELS)]
        texts = {assistant.ask("What?", image=one, generation=options).text for one in given}
        several = assistant.ask("What?", image=[PIXELS, picture, tmp_path / "a.png"], generation=SHORT)
    assert len(texts) == 1
    assert len(several.context["image"]) == 3


def test_a_pillow_image_is_turned_and_flattened_as_a_file_is() -> None:
    clear = Image.new("RGBA", (3, 2), (9, 9, 9, 0))
    clear.getexif()[0x0112] = 6
    (frame,) = gather(image=clear).image
    assert isinstance(frame, Frame) and frame.rgb.shape == (3, 2, 3) and (frame.rgb == 255).all()


def test_a_pillow_image_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    whole = demo_samples().picture.read_bytes()
    cannot = "image: this Pillow image cannot be decoded"
    with Image.open(io.BytesIO(whole[: len(whole) // 2])) as cut, pytest.raises(InputError, match=cannot):
        gather(image=cut)


def test_paths_from_a_generator_are_pictures(tmp_path: Path) -> None:
    paths: Any = (tmp_path / name for name in ("a.png", "b.png"))
    assert gather(image=paths).image == (tmp_path / "a.png", tmp_path / "b.png")


@pytest.mark.parametrize("question", [None, b"What?", 7])
def test_a_question_that_is_no_text(assistant: Assistant, question: Any) -> None:
    with pytest.raises(InputError, match=f"the question must be text .* found {type(question).__name__}"):
        assistant.ask(question)


def test_a_system_text_of_bytes_is_refused(assistant: Assistant) -> None:
    with pytest.raises(InputError, match=r"the system text must be text .* bytes; decode it"):
        assistant.ask("What?", system=b"You are")  # type: ignore[arg-type]


def test_a_bundle_is_loaded_from_a_path_and_nothing_else() -> None:
    assert inspect.signature(anymal.load).parameters["bundle"].annotation == str | os.PathLike[str]
    with pytest.raises(ConfigError, match="bundle must be a name or a folder, found NoneType"):
        anymal.load(None)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match=r"options must be .*AssistantOptions.*found .*dict"):
        anymal.load(tiny_bundle(), {"threads": 1})  # type: ignore[arg-type]
