"""Sound files: the same samples whatever the container, in any window, in bounded memory."""

import contextlib
import wave
from pathlib import Path

import av
import numpy as np
import pytest
import soxr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.errors import ConfigError, InputError
from anymal.sensors import audio_decode
from anymal.sensors.audio_file import read_audio
from anymal.sensors.window import Window
from tests.media_maker import counting_frames, write_sound, write_video

RATE_HZ = 16000


def _tone(seconds: float, rate_hz: int, hz: float = 440.0) -> NDArray[np.float32]:
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * hz * t)).astype(np.float32)


def _sweep(seconds: float, rate_hz: int) -> NDArray[np.float32]:
    """A tone whose pitch tells the time: 200 Hz at the start, 2000 Hz at the end."""
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * (200 * t + 900 * t**2 / seconds))).astype(np.float32)


def _write_wav(path: Path, pcm: NDArray[np.int16], rate_hz: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if pcm.ndim == 1 else pcm.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm.astype("<i2").tobytes())
    return path


def test_16_bit_mono_at_the_same_rate_is_exact(tmp_path: Path) -> None:
    pcm = np.random.default_rng(0).integers(-32768, 32768, 5000).astype(np.int16)
    chunk = read_audio(_write_wav(tmp_path / "a.wav", pcm, RATE_HZ), RATE_HZ)
    np.testing.assert_array_equal(chunk.samples, (pcm / 32768).astype(np.float32))
    assert (chunk.t_ns, chunk.rate_hz, chunk.samples.dtype) == (0, RATE_HZ, np.float32)


def test_stereo_is_averaged(tmp_path: Path) -> None:
    pcm = np.random.default_rng(0).integers(-32768, 32768, (3000, 2)).astype(np.int16)
    chunk = read_audio(_write_wav(tmp_path / "a.wav", pcm, RATE_HZ), RATE_HZ)
    np.testing.assert_allclose(chunk.samples, pcm.mean(axis=1) / 32768, atol=1e-6)


@pytest.mark.parametrize("codec", ["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le"])
def test_every_sample_format_has_the_same_full_scale(tmp_path: Path, codec: str) -> None:
    tone = _tone(0.5, RATE_HZ)
    chunk = read_audio(write_sound(tmp_path / "a.wav", tone[None], RATE_HZ, codec), RATE_HZ)
    np.testing.assert_allclose(chunk.samples, tone, atol=0.01 if codec == "pcm_u8" else 1e-4)


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz"),
    [
        ("a.flac", "flac", 44100), ("a.mp3", "libmp3lame", 44100), ("a.m4a", "aac", 48000),
        ("a.ogg", "libopus", 48000), ("a.opus", "libopus", 48000), ("a.mka", "flac", 22050),
        ("a.webm", "libopus", 48000),
    ],
)  # fmt: skip
@pytest.mark.parametrize("channels", [1, 2])
def test_codecs_keep_pitch_level_and_length(
    tmp_path: Path, name: str, codec: str, rate_hz: int, channels: int
) -> None:
    samples = np.repeat(_tone(3.0, rate_hz)[None], channels, axis=0)
    chunk = read_audio(write_sound(tmp_path / name, samples, rate_hz, codec), RATE_HZ)
    assert chunk.duration_s == pytest.approx(3.0, abs=0.08)
    middle = chunk.samples[RATE_HZ : 2 * RATE_HZ]
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.06)  # LAME scales by 0.95
    assert np.argmax(np.abs(np.fft.rfft(middle))) == 440


def test_sound_of_a_video(shared: Path) -> None:
    chunk = read_audio(shared / "data" / "av_imu_gopro" / "karma.mp4", RATE_HZ, Window(None, 5.0))
    assert chunk.duration_s == 5.0
    assert chunk.t_ns == pytest.approx(7.0746e9, abs=1e6)
    assert np.sqrt(np.mean(chunk.samples**2)) > 0.1  # rotor noise


def test_real_speech_matches_another_decoder(shared: Path) -> None:
    soundfile = pytest.importorskip("soundfile")
    path = shared / "data" / "speech" / "jfk.flac"
    reference, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    expected = soxr.resample(reference.mean(axis=1), rate_hz, RATE_HZ, quality="HQ")
    chunk = read_audio(path, RATE_HZ)
    assert len(chunk.samples) == 11 * RATE_HZ
    np.testing.assert_allclose(chunk.samples, expected[: len(chunk.samples)], atol=1e-6)


@pytest.mark.parametrize("start_s", [1.73e9, 1.73e12, 1.73e15])
def test_a_time_of_the_calendar_is_refused_as_beyond_the_end(tmp_path: Path, start_s: float) -> None:
    path = _write_wav(tmp_path / "a.wav", (_sweep(2.0, RATE_HZ) * 32767).astype(np.int16), RATE_HZ)
    with pytest.raises(InputError, match="2"):
        read_audio(path, RATE_HZ, Window(start_s, 5.0))


@pytest.mark.parametrize("rate_hz", [16000, 44100, 48000, 8000, 11025, 44101])
@pytest.mark.parametrize("start_s", [0.0, 1.0, 7.0])
def test_a_window_is_a_slice_of_the_whole(tmp_path: Path, rate_hz: int, start_s: float) -> None:
    pcm = (_sweep(8.0, rate_hz) * 32767).astype(np.int16)
    path = _write_wav(tmp_path / "a.wav", pcm, rate_hz)
    whole = read_audio(path, RATE_HZ).samples
    chunk = read_audio(path, RATE_HZ, Window(start_s, 0.5))
    at = round(start_s * RATE_HZ)
    assert len(chunk.samples) == RATE_HZ // 2
    # without a common grid (44101) the resampler starts in the middle of things: its filter's edge
    edge = 0 if rate_hz != 44101 else 100
    difference = np.abs(chunk.samples - whole[at : at + len(chunk.samples)])[edge : RATE_HZ // 2 - edge]
    assert difference.max() < 1e-3


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz"),
    [("a.flac", "flac", 44100), ("a.mp3", "libmp3lame", 44100), ("a.m4a", "aac", 48000),
     ("a.ogg", "libopus", 48000), ("a.mka", "libopus", 48000), ("a.wav", "pcm_s16le", 8000)],
)  # fmt: skip
@pytest.mark.parametrize("window", [Window(None, 2.0), Window(20.0, 2.0), Window(0.5, 2.0)])
def test_seeking_finds_what_decoding_through_finds(
    tmp_path: Path, name: str, codec: str, rate_hz: int, window: Window
) -> None:
    path = write_sound(tmp_path / name, _sweep(30.0, rate_hz)[None], rate_hz, codec)
    whole = read_audio(path, RATE_HZ)
    chunk = read_audio(path, RATE_HZ, window)
    start_s = whole.duration_s - 2.0 if window.start_s is None else window.start_s
    assert chunk.t_ns / 1e9 == pytest.approx(start_s, abs=0.002)  # Matroska stamps are whole milliseconds
    assert len(chunk.samples) == 2 * RATE_HZ
    at = round((chunk.t_ns - whole.t_ns) * RATE_HZ / 1e9)
    middle = chunk.samples[100:-100]
    lags = range(max(-20, -at - 100), 21)
    fits = [np.corrcoef(middle, whole.samples[at + 100 + lag :][: len(middle)])[0, 1] for lag in lags]
    assert max(fits) > 0.99


def test_three_hours_are_held_a_window_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.wav"
    rate_hz = 1000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        for minute in range(180):
            file.writeframes(np.full(60 * rate_hz, 100 * minute, "<i2").tobytes())
    most_held, decoded = 0, 0
    append = audio_decode._Tape.append

    def watched(self: audio_decode._Tape, frame: av.AudioFrame, window: Window) -> bool:
        nonlocal most_held, decoded
        decoded += frame.samples
        more = append(self, frame, window)
        most_held = max(most_held, self.held)
        return more

    monkeypatch.setattr(audio_decode._Tape, "append", watched)
    newest = read_audio(path, rate_hz, Window(None, 5.0))
    assert newest.t_ns == (3 * 3600 - 5) * 10**9
    assert np.unique(np.round(newest.samples * 32768)).tolist() == [17900.0]
    chosen = read_audio(path, rate_hz, Window(5400.0, 5.0))
    assert np.unique(np.round(chosen.samples * 32768)).tolist() == [9000.0]
    assert most_held < 8 * rate_hz
    assert decoded < 60 * rate_hz
    # no seeking at all: still bounded
    monkeypatch.setattr(audio_decode, "_seek_before", lambda *_: False)
    np.testing.assert_array_equal(read_audio(path, rate_hz, Window(None, 5.0)).samples, newest.samples)
    assert most_held < 8 * rate_hz


def test_a_cut_wav_is_refused(tmp_path: Path) -> None:
    pcm = (_sweep(60.0, 8000) * 32767).astype(np.int16)
    whole = _write_wav(tmp_path / "a.wav", pcm, 8000).read_bytes()
    (tmp_path / "cut.wav").write_bytes(whole[: 44 + 2 * 20 * 8000])
    with pytest.raises(InputError, match="truncated: 320044 of 960044 bytes"):
        read_audio(tmp_path / "cut.wav", 8000, Window(None, 5.0))


@pytest.mark.parametrize("told", [0xFFFF_FFFF, 0x7FFF_FFFF, 0])
def test_a_wav_written_into_a_pipe_ends_where_it_ends(tmp_path: Path, told: int) -> None:
    # FFmpeg believes the header, so the newest five seconds are looked for far beyond the end.
    pcm = (_sweep(20.0, 8000) * 32767).astype(np.int16)
    streamed = bytearray(_write_wav(tmp_path / "a.wav", pcm, 8000).read_bytes())
    streamed[4:8] = told.to_bytes(4, "little")
    streamed[40:44] = max(told - 36, 0xFFFF_FFFF if not told else 0).to_bytes(4, "little")
    (tmp_path / "piped.wav").write_bytes(streamed)
    chunk = read_audio(tmp_path / "piped.wav", 8000, Window(None, 5.0))
    np.testing.assert_allclose(chunk.samples, pcm[15 * 8000 : 20 * 8000] / 32768, atol=1e-6)
    assert chunk.t_ns == 15 * 10**9


def test_10_ms_silence_and_one_sample_are_returned_as_they_are(tmp_path: Path) -> None:
    pcm = np.full(441, 99, np.int16)
    short = read_audio(_write_wav(tmp_path / "a.wav", pcm, 44100), RATE_HZ, Window(None, 5.0))
    assert len(short.samples) == 160
    silence = read_audio(_write_wav(tmp_path / "b.wav", np.zeros(44100, np.int16), 44100), RATE_HZ)
    assert len(silence.samples) == RATE_HZ
    assert not silence.samples.any()
    one = read_audio(_write_wav(tmp_path / "c.wav", np.array([16384], np.int16), RATE_HZ), RATE_HZ)
    assert one.samples.tolist() == [0.5]


def test_loud_sound_is_clipped_to_full_scale(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", 3 * _tone(0.5, 8000)[None], 8000, "pcm_f32le")
    assert np.abs(read_audio(path, RATE_HZ).samples).max() == 1.0


def _refused(path: Path, window: Window = Window()) -> str:  # noqa: B008 - frozen
    with pytest.raises(InputError) as caught:
        read_audio(path, RATE_HZ, window)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_missing_empty_folder_and_text(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    (tmp_path / "text.wav").write_text("not a sound\n" * 50)
    assert "no such file" in _refused(tmp_path / "none.wav")
    assert "0 bytes" in _refused(tmp_path / "empty.wav")
    assert "is a folder" in _refused(tmp_path)
    assert 'text starting "not a sound' in _refused(tmp_path / "text.wav")


def test_no_sample_and_no_stream(tmp_path: Path) -> None:
    assert "0 samples" in _refused(_write_wav(tmp_path / "a.wav", np.zeros(0, np.int16), RATE_HZ))
    video = write_video(tmp_path / "a.mp4", counting_frames(5), "libx264")
    assert "no audio stream; found video h264" in _refused(video)


def test_nan_and_integers_in_floats(tmp_path: Path) -> None:
    samples = _tone(0.5, 8000)
    samples[4000 - 8] = np.nan
    assert "NaN or infinite, the first at 0.499 s" in _refused(
        write_sound(tmp_path / "a.wav", samples[None], 8000, "pcm_f32le")
    )
    integers = 20000 * _tone(0.5, 8000)[None]
    assert "look like integers" in _refused(write_sound(tmp_path / "b.wav", integers, 8000, "pcm_f32le"))


def test_windows_without_sound_or_too_long(tmp_path: Path) -> None:
    path = _write_wav(tmp_path / "a.wav", np.zeros(8000, np.int16), 8000)
    assert "no sound in window 3:8; it ends at 1.00 s" in _refused(path, Window(3.0, 5.0))
    assert "at most 300 s" in _refused(path, Window(None, 301.0))
    long = _write_wav(tmp_path / "b.wav", np.zeros(301 * 1000, np.int16), 1000)
    assert "all of it is too much" in _refused(long)


def test_a_damaged_packet_or_two_are_passed_over_more_are_not(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.flac", _sweep(20.0, 16000)[None], 16000, "flac")
    content = bytearray(path.read_bytes())
    few, many = content.copy(), content.copy()
    few[len(few) // 2 : len(few) // 2 + 40] = bytes(40)
    many[len(many) // 4 : 3 * len(many) // 4] = bytes(len(many) // 2)
    (tmp_path / "few.flac").write_bytes(few)
    (tmp_path / "many.flac").write_bytes(many)
    assert read_audio(tmp_path / "few.flac", RATE_HZ).duration_s > 15
    try:
        read_audio(tmp_path / "many.flac", RATE_HZ)
    except InputError as error:
        assert "many.flac" in str(error)


def test_no_rate(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="wanted 1 or more"):
        read_audio(tmp_path / "a.wav", 0)


_FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FUZZ
@given(content=st.binary(min_size=1, max_size=600))
def test_random_bytes_never_raise_anything_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    with contextlib.suppress(InputError):
        read_audio(tmp_path / "a.bin", RATE_HZ, Window(None, 5.0))


@_FUZZ
@given(
    kind=st.sampled_from(
        [("a.wav", "pcm_s16le"), ("a.flac", "flac"), ("a.mp3", "libmp3lame"), ("a.m4a", "aac")]
    ),
    edits=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
    window=st.sampled_from([Window(), Window(None, 1.0), Window(1.0, 0.5)]),
)
def test_damaged_sounds_never_raise_anything_else(
    tmp_path: Path, kind: tuple[str, str], edits: list[tuple[float, int]], window: Window
) -> None:
    whole = tmp_path / kind[0]
    if not whole.exists():
        write_sound(whole, _sweep(2.0, 44100)[None], 44100, kind[1])
    content = bytearray(whole.read_bytes())
    for where, value in edits:
        content[int(where * len(content))] = value
    (tmp_path / "damaged.bin").write_bytes(content)
    try:
        chunk = read_audio(tmp_path / "damaged.bin", RATE_HZ, window)
    except InputError:
        return
    assert np.isfinite(chunk.samples).all()
    assert np.abs(chunk.samples).max(initial=0.0) <= 1.0
