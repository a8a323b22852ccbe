"""Files as live streams: the same samples as the file readers give, at the pace they were recorded."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from anymal.clock import ManualClock
from anymal.errors import AnymalError, ConfigError, InputError, SensorError
from anymal.runtime import cli_record
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality
from anymal.sensors import open_driver, open_sensor
from anymal.sensors.audio_file import read_audio
from anymal.sensors.driver import Driver, EndOfStream
from anymal.sensors.imu_file import read_imu
from anymal.sensors.stamps import sample_count
from anymal.sensors.video_file import read_video
from tests.camera_rig import in_use, newly_in_use
from tests.media_maker import counting_frames, write_sound, write_video

RATE = 16_000
FLAC_FRAME = b"\xff\xf8"  # every frame begins so
START = 5 * NS_PER_S


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_video(tmp_path / "clip.mkv", counting_frames(20), "ffv1", fps=10, pix_fmt="bgr0")


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    t_s = np.arange(44_100 // 2) / 44_100
    left = 0.5 * np.sin(2 * np.pi * 440 * t_s)
    return write_sound(
        tmp_path / "tone.wav", np.stack([left, 0 * left]).astype(np.float32), 44_100, "pcm_s16le"
    )


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    rows = ["t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps"]
    rows += [f"{i / 100:.2f},{i % 7 / 10},0,9.81,0,0,{i % 5 / 10}" for i in range(100)]
    path = tmp_path / "walk.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def all_of(driver: Driver) -> Iterator[Captured]:
    """Everything a driver gives until its end."""
    driver.open()
    try:
        while True:
            yield from driver.poll(0.0)
    except EndOfStream:
        return
    finally:
        driver.close()


def unpaced(uri: str, wanted: Modality | None = None) -> list[Captured]:
    return list(
        all_of(open_driver(f"{uri}{'&' if '?' in uri else '?'}realtime=0", ManualClock(START), wanted))
    )


def test_content_decides_the_sense(clip: Path, tone: Path, walk: Path) -> None:
    found = [open_driver(f"file:{path}").modality for path in (clip, tone, walk)]
    assert found == ["image", "audio", "imu"]
    assert open_driver(f"file:{clip}", wanted="video").modality == "video"
    with pytest.raises(ConfigError, match="gives image; wanted a sensor for audio"):
        open_driver(f"file:{clip}?as=image", wanted="audio")


def test_pictures_are_those_of_the_video_reader(clip: Path) -> None:
    taken = unpaced(f"file:{clip}")
    expected = read_video(clip, 20)
    assert len(taken) == 20
    for captured, frame in zip(taken, expected, strict=True):
        assert isinstance(captured.sample, Frame)
        assert captured.sample.t_ns == START + frame.t_ns
        assert captured.arrival_ns == captured.sample.t_ns
        np.testing.assert_array_equal(captured.sample.rgb, frame.rgb)


def test_sound_is_that_of_the_audio_reader_in_pieces_of_20_ms(tone: Path) -> None:
    chunks = [captured.sample for captured in unpaced(f"file:{tone}?rate={RATE}")]
    assert all(isinstance(chunk, AudioChunk) for chunk in chunks)
    sound = [chunk for chunk in chunks if isinstance(chunk, AudioChunk)]
    assert {len(chunk.samples) for chunk in sound[:-1]} == {RATE // 50}
    joined = np.concatenate([chunk.samples for chunk in sound])
    expected = read_audio(tone, RATE)
    assert abs(len(joined) - len(expected.samples)) <= 1
    count = min(len(joined), len(expected.samples))
    np.testing.assert_allclose(joined[:count], expected.samples[:count], atol=1e-5)
    for number, chunk in enumerate(sound):
        assert chunk.t_ns == START + number * 20_000_000


def test_motion_is_that_of_the_table(walk: Path) -> None:
    chunks = [captured.sample for captured in unpaced(f"file:{walk}")]
    motion = [chunk for chunk in chunks if isinstance(chunk, ImuChunk)]
    expected = read_imu(walk)
    np.testing.assert_array_equal(np.concatenate([c.t_ns for c in motion]), expected.t_ns + START)
    np.testing.assert_array_equal(np.concatenate([c.accel_mps2 for c in motion]), expected.accel_mps2)
    np.testing.assert_array_equal(np.concatenate([c.gyro_radps for c in motion]), expected.gyro_radps)
    assert max(len(c.t_ns) for c in motion) == 2


def test_nothing_comes_before_its_time(walk: Path, tone: Path, clip: Path) -> None:
    for path in (walk, tone, clip):
        clock = ManualClock(START)
        driver = open_driver(f"file:{path}", clock)
        driver.open()
        for _ in range(40):
            for captured in driver.poll(0.0):
                newest = np.max(captured.sample.t_ns)
                if isinstance(captured.sample, AudioChunk):
                    newest += len(captured.sample.samples) * NS_PER_S // RATE
                assert newest <= captured.arrival_ns == clock.now_ns()
            clock.advance(10_000_000)
        driver.close()


def test_motion_comes_at_the_pace_it_was_recorded(walk: Path) -> None:
    clock = ManualClock(START)
    driver = open_driver(f"file:{walk}", clock)
    driver.open()
    rows = []
    for _ in range(10):
        clock.advance(100_000_000)
        rows.append(sum(len(captured.sample.t_ns) for captured in driver.poll(0.0)))
    assert sum(rows) == 100
    assert all(8 <= count <= 12 for count in rows)
    with pytest.raises(EndOfStream):
        driver.poll(0.0)
    driver.close()


def test_a_tilde_is_the_home_folder(walk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(walk.parent))
    assert len(unpaced(f"file:~/{walk.name}")) == len(unpaced(f"file:{walk}")) > 0


def test_a_loop_goes_on_in_time(walk: Path, clip: Path) -> None:
    for path, length_ns, parts in ((walk, NS_PER_S, 50), (clip, 2 * NS_PER_S, 20)):
        driver = open_driver(f"file:{path}?loop=1&realtime=0", ManualClock(START))
        stream = all_of(driver)
        taken = list(itertools.islice(stream, 2 * parts))
        stream.close()
        first, second = taken[:parts], taken[parts:]
        for one, two in zip(first, second, strict=True):
            np.testing.assert_array_equal(np.asarray(one.sample.t_ns) + length_ns, two.sample.t_ns)
        assert driver.counters()["rounds"] >= 1


def test_pictures_that_are_late_or_too_many_are_not_converted(clip: Path) -> None:
    clock = ManualClock(START)
    driver = open_driver(f"file:{clip}?max_lag_ms=300&fps=5", clock)
    driver.open()
    clock.advance(NS_PER_S)
    times = [int(captured.sample.t_ns) - START for captured in driver.poll(0.0)]
    driver.close()
    assert times == [700_000_000, 900_000_000]
    assert driver.counters() == {"stale_frames": 7, "thinned": 2, "rounds": 0}


def _noise_inside(data: bytes) -> bytes:
    begin, end = len(data) * 2 // 5, len(data) * 3 // 5
    return data[:begin] + np.random.default_rng(1).bytes(end - begin) + data[end:]


def _a_cut_frame(data: bytes) -> bytes:
    """Its second frame ends behind its header."""
    second = data.index(FLAC_FRAME, data.index(FLAC_FRAME) + 1)
    return data[: second + 16] + data[data.index(FLAC_FRAME, second + 1) :]


@pytest.mark.parametrize(
    ("harm", "lost"), [(_noise_inside, "gaps"), (_a_cut_frame, "bad_packets")], ids=["noise", "cut"]
)
def test_sound_that_a_damaged_file_lost_is_counted(
    tmp_path: Path, harm: Callable[[bytes], bytes], lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, (1, 3 * RATE)).astype(np.float32)
    path = write_sound(tmp_path / "a.flac", noise, RATE, "flac")

    def heard() -> tuple[int, Mapping[str, int]]:
        driver = open_driver(f"file:{path}?realtime=0", ManualClock(START))
        return sum(sample_count(captured) for captured in all_of(driver)), driver.counters()

    assert heard() == (3 * RATE, {"bad_packets": 0, "gaps": 0, "rounds": 0})
    path.write_bytes(harm(path.read_bytes()))
    samples, counts = heard()
    assert samples < 3 * RATE
    assert counts[lost] == 1
    assert cli_record.run([f"file:{path}?realtime=0", "-o", str(tmp_path / "a.mcap")]) == 0
    assert f"{samples} samples, 0 dropped, 1 {lost[:-1].replace('_', ' ')}\n" in capsys.readouterr().out


def test_sound_of_a_video_and_none_in_a_silent_one(clip: Path, tone: Path) -> None:
    with pytest.raises(InputError, match="no audio stream"):
        unpaced(f"file:{clip}", wanted="audio")
    with pytest.raises(InputError, match="no video stream"):
        unpaced(f"file:{tone}?as=image")


def test_faults_are_those_of_the_readers(tmp_path: Path) -> None:
    noise = tmp_path / "noise.bin"
    noise.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(InputError, match="not a video or sound"):
        open_driver(f"file:{noise}")
    with pytest.raises(AnymalError, match="no such file"):
        open_driver(f"file:{tmp_path}/nothing.mp4")
    with pytest.raises(ConfigError, match="unknown option 'speed'"):
        open_driver(f"file:{noise}?speed=2")


def _with_a_wild_sample(path: Path) -> Path:
    sound = np.full((1, RATE), 0.1, np.float32)
    sound[0, RATE // 2] = np.nan
    return write_sound(path / "wild.wav", sound, RATE, "pcm_f32le")


def _with_a_hole(path: Path) -> Path:
    noise = np.random.default_rng(0).integers(0, 256, (20, 64, 64, 3)).astype(np.uint8)
    video = write_video(path / "hole.mp4", list(noise), "mpeg4", fps=50)
    data = bytearray(video.read_bytes())
    data[len(data) // 2 : -4000] = bytes(len(data) - len(data) // 2 - 4000)  # the index stands at the end
    video.write_bytes(data)
    return video


@pytest.mark.parametrize(
    ("make", "words"), [(_with_a_wild_sample, "NaN or infinite"), (_with_a_hole, "or truncated")]
)
def test_a_file_damaged_in_the_middle_plays_up_to_there_once(
    tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    received = 0
    with open_sensor(f"file:{make(tmp_path)}") as sensor:
        whole = RATE if sensor.modality == "audio" else 20
        with pytest.raises(SensorError, match=f"is failed: .*{words}"):
            while received < whole:
                received += sample_count(sensor.read(30.0))
        stats = sensor.stats()
    assert (stats.state, stats.reconnects) == ("failed", 0)
    assert 0 < received <= stats.received < 0.6 * whole


def test_through_a_sensor_nothing_is_left(walk: Path, clip: Path) -> None:
    before = in_use()
    with open_sensor(f"file:{walk}") as sensor:
        first = sensor.read(30.0)
        assert isinstance(first.sample, ImuChunk)
    with open_sensor(f"file:{clip}?loop=1") as sensor:
        sensor.read(30.0)
    assert not newly_in_use(before)
