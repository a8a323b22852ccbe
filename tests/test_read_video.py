"""Video files: the right frames at the right times, however they are reached, and clear refusals."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from anymal.errors import ConfigError, InputError
from anymal.samples import NS_PER_S
from anymal.sensors import video_file
from anymal.sensors.video_clip import scan_clip
from anymal.sensors.video_file import read_video
from tests.media_maker import counting_frames, write_sound, write_video

# name, codec, pixel format, container
FORMATS = [
    ("a.mp4", "libx264", "yuv420p", None),
    ("a.mov", "mpeg4", "yuv420p", None),
    ("a.mkv", "libx264", "yuv420p", None),
    ("a.webm", "libvpx-vp9", "yuv420p", None),
    ("a.avi", "mpeg4", "yuv420p", None),
    ("mjpeg.avi", "mjpeg", "yuvj420p", None),
    ("a.gif", "gif", "rgb8", None),
    ("a.flv", "flv", "yuv420p", None),
    ("a.ts", "libx264", "yuv420p", "mpegts"),
]


def _decode_all(path: Path) -> tuple[list[int], list[NDArray[np.uint8]]]:
    """Reference: every frame from the start, times in ns from the first."""
    with av.open(str(path)) as container:
        stream = container.streams.best("video")
        assert stream is not None
        zero = (container.start_time or 0) / av.time_base
        pairs = [(f.time - zero, f.to_ndarray(format="rgb24")) for f in container.decode(stream)]
    return [round(t * 1000) for t, _ in pairs], [rgb for _, rgb in pairs]


@pytest.mark.parametrize(("name", "codec", "pix_fmt", "container"), FORMATS)
@pytest.mark.parametrize(("count", "wanted"), [(60, 4), (60, 7), (200, 3), (3, 8), (1, 2)])
def test_frames_at_the_centres_of_equal_parts(
    tmp_path: Path, name: str, codec: str, pix_fmt: str, container: str | None, count: int, wanted: int
) -> None:
    path = write_video(tmp_path / name, counting_frames(count), codec, 10, pix_fmt, container)
    times_ms, pictures = _decode_all(path)
    clip = scan_clip(path)
    length_ms = round(clip.ns_at(clip.end) / 1e6)
    assert abs(length_ms - 100 * count) <= 100
    frames = read_video(path, wanted)
    assert len(frames) == wanted
    for i, frame in enumerate(frames):
        centre_ms = (2 * i + 1) * length_ms / (2 * wanted)
        shown = max((k for k, t in enumerate(times_ms) if t <= centre_ms), default=0)
        assert round(frame.t_ns / 1e6) == times_ms[shown]
        np.testing.assert_array_equal(frame.rgb, pictures[shown])


def test_newest_and_chosen_windows(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mp4", counting_frames(100), "libx264")
    newest = [frame.t_ns / NS_PER_S for frame in read_video(path, 2, 2.0)]
    assert newest == pytest.approx([8.5, 9.5])
    chosen = [frame.t_ns / NS_PER_S for frame in read_video(path, 2, 2.0, start_s=3.0)]
    assert chosen == pytest.approx([3.5, 4.5])
    to_the_end = [frame.t_ns / NS_PER_S for frame in read_video(path, 1, None, start_s=9.0)]
    assert to_the_end == pytest.approx([9.5])
    longer_than_the_clip = [frame.t_ns / NS_PER_S for frame in read_video(path, 2, 60.0)]
    assert longer_than_the_clip == pytest.approx([2.5, 7.5])
    with pytest.raises(InputError, match=r"lasts 10\.00 s; window 12:13"):
        read_video(path, 1, 1.0, start_s=12.0)


def test_three_hours_are_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # One frame a second, a key frame a minute: 10800 frames.
    picture = counting_frames(2, 16, 16)
    path = write_video(
        tmp_path / "long.mp4", (picture[i % 2] for i in range(10_800)), "mpeg4", 1, key_every=60
    )
    decoded = []
    decode = video_file._Cursor._decode

    def counting_decode(self: video_file._Cursor) -> Iterator[tuple[int, av.VideoFrame]]:
        for item in decode(self):
            decoded.append(item[0])
            yield item

    monkeypatch.setattr(video_file._Cursor, "_decode", counting_decode)
    frames = read_video(path, 4)
    assert [frame.t_ns // NS_PER_S for frame in frames] == [1350, 4050, 6750, 9450]
    assert len(decoded) < 300


def test_raw_h264_without_time_stamps(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.h264", counting_frames(50), "libx264", format_name="h264")
    frames = read_video(path, 2)  # FFmpeg assumes 25 frames per second
    assert [round(frame.t_ns / 1e6) for frame in frames] == [480, 1480]
    assert frames[1].rgb.mean() > frames[0].rgb.mean()


@pytest.mark.parametrize(("rotation", "turns"), [(90, 1), (180, 2), (-90, 3)])
def test_rotation_metadata_is_applied(tmp_path: Path, rotation: int, turns: int) -> None:
    rgb = np.zeros((32, 64, 3), np.uint8)
    rgb[:16, :32] = 255
    path = write_video(tmp_path / "a.mp4", [rgb] * 5, "libx264", rotation=rotation)
    got = read_video(path, 1)[0].rgb.astype(int)
    assert np.abs(got - np.rot90(rgb, turns)).mean() < 8


def test_transparency_is_laid_over_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    red = Image.new("RGBA", (8, 8), (255, 0, 0, 255))
    clear.save(tmp_path / "a.gif", save_all=True, append_images=[red], duration=100, disposal=2)
    first, second = read_video(tmp_path / "a.gif", 2)
    assert first.rgb[4, 4].tolist() == [255, 255, 255]
    assert second.rgb[4, 4].tolist() == [255, 0, 0]


def test_expected_frames_of_torchcodec_bit_for_bit(shared: Path) -> None:
    folder = shared / "data" / "video_torchcodec"
    expected = np.load(folder / "expected_frames.npz")
    for number in (0, 30, 386):
        start_s = (number + 0.5) * 1001 / 30000
        frame = read_video(folder / "nasa_13013.mp4", 1, 0.001, start_s=start_s)[0]
        np.testing.assert_array_equal(frame.rgb, expected[f"nasa_13013.mp4.stream3.frame{number:06d}"])
        assert frame.t_ns == pytest.approx(number * 1001 / 30000 * NS_PER_S, abs=1)


@pytest.mark.parametrize(
    ("name", "size"),
    [("h264_10bits.mp4", (200, 200)), ("h265_video.mp4", (128, 128)), ("av1_video.mkv", (360, 640)),
     ("bt709_full_range.mp4", (720, 1280))],
)  # fmt: skip
def test_other_codecs_decode(shared: Path, name: str, size: tuple[int, int]) -> None:
    frames = read_video(shared / "data" / "video_torchcodec" / name, 4)
    assert {frame.rgb.shape for frame in frames} == {(*size, 3)}


def test_a_real_minute_seeks_to_the_same_frames_as_decoding_through(shared: Path) -> None:
    path = shared / "data" / "video_intel" / "bottle-detection.mp4"
    times_ms, pictures = _decode_all(path)
    for frame in read_video(path, 5):
        k = times_ms.index(round(frame.t_ns / 1e6))
        np.testing.assert_array_equal(frame.rgb, pictures[k])


def _refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_video(path, 4)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_missing_empty_folder_and_text(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    assert "no such file" in _refused(tmp_path / "none.mp4")
    assert "0 bytes" in _refused(tmp_path / "empty.mp4")
    assert "is a folder" in _refused(tmp_path)
    for name in ("a.mp4", "a.txt", "a.ans", "a.nfo"):  # FFmpeg would render some of these as text
        (tmp_path / name).write_text("not a video\n" * 50)
        assert 'text starting "not a video' in _refused(tmp_path / name)


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", np.zeros((1, 800), np.float32), 8000, "pcm_s16le")
    assert "no video stream; found audio pcm_s16le" in _refused(path)


def test_cover_art_is_no_video(tmp_path: Path) -> None:
    Image.new("RGB", (16, 16), "red").save(tmp_path / "cover.png")
    sound = np.zeros((1, 8000), np.float32)
    mp3 = write_sound(tmp_path / "plain.mp3", sound, 8000, "libmp3lame").read_bytes()
    picture = b"\0image/png\0\x03\0" + (tmp_path / "cover.png").read_bytes()
    size = len(picture).to_bytes(4, "big")
    body = b"APIC" + size + b"\0\0" + picture
    n = len(body)
    header = b"ID3\x03\0\0" + bytes([(n >> 21) & 127, (n >> 14) & 127, (n >> 7) & 127, n & 127])
    (tmp_path / "song.mp3").write_bytes(header + body + mp3)
    assert "no video stream; found audio" in _refused(tmp_path / "song.mp3")


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.avi"])
def test_video_stream_without_frames(tmp_path: Path, name: str) -> None:
    with av.open(str(tmp_path / name), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 16, 16, "yuv420p"
        container.start_encoding()
    _refused(tmp_path / name)


@pytest.mark.parametrize(("name", "codec", "pix_fmt", "container"), FORMATS[:6])
@pytest.mark.parametrize("keep", [0.02, 0.3, 0.6])
def test_truncated_videos(
    tmp_path: Path, name: str, codec: str, pix_fmt: str, container: str | None, keep: float
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (100, 48, 64, 3), dtype=np.uint8)
    whole = write_video(tmp_path / name, list(noise), codec, 10, pix_fmt, container).read_bytes()
    (tmp_path / f"cut-{name}").write_bytes(whole[: int(keep * len(whole))])
    _refused(tmp_path / f"cut-{name}")


def test_truncated_faststart_mp4(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (100, 48, 64, 3), dtype=np.uint8)
    path = write_video(tmp_path / "a.mp4", list(noise), "libx264")
    with (
        av.open(str(path)) as source,
        av.open(str(tmp_path / "fast.mp4"), "w", options={"movflags": "faststart"}) as target,
    ):
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    whole = (tmp_path / "fast.mp4").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(whole[: len(whole) * 6 // 10])
    assert "truncated" in _refused(tmp_path / "cut.mp4")


def test_a_codec_nobody_knows(tmp_path: Path) -> None:
    path = write_video(tmp_path / "a.mkv", counting_frames(5), "libx264")
    path.write_bytes(path.read_bytes().replace(b"V_MPEG4/ISO/AVC", b"V_NOBODYS/CODEC"))
    assert "video of a codec FFmpeg does not know" in _refused(path)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.webp", "a.tiff"])
def test_a_picture_is_no_video(tmp_path: Path, name: str) -> None:
    Image.new("RGB", (8, 6), "red").save(tmp_path / name)
    with pytest.raises(InputError, match=r"one picture; wanted moving pictures\. Give it as an image"):
        read_video(tmp_path / name, 2)


def test_a_gif_that_moves_is_a_video(tmp_path: Path) -> None:
    first, second = (Image.new("RGB", (8, 6), colour) for colour in ("red", "blue"))
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second], duration=100)
    old, new = read_video(tmp_path / "a.gif", 2)
    assert old.rgb[0, 0, 0] > 200 and new.rgb[0, 0, 2] > 200


def test_a_playlist_cannot_reach_the_network(tmp_path: Path) -> None:
    (tmp_path / "a.m3u8").write_text("#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")
    _refused(tmp_path / "a.m3u8")


def test_no_frames_wanted(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="wanted 1 or more"):
        read_video(tmp_path / "a.mp4", 0)


def test_file_names_are_not_urls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_video(tmp_path / "b.mp4", counting_frames(5), "libx264")
    Path("b.mp4").rename("http:b.mp4")
    assert len(read_video(Path("http:b.mp4"), 2)) == 2


_FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FUZZ
@given(content=st.binary(min_size=1, max_size=600))
def test_random_bytes_never_raise_anything_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    with contextlib.suppress(InputError):
        read_video(tmp_path / "a.bin", 2)


@_FUZZ
@given(
    kind=st.sampled_from([f for f in FORMATS if f[1] != "libvpx-vp9"]),
    edits=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_damaged_videos_never_raise_anything_else(
    tmp_path: Path, kind: tuple[str, str, str, str | None], edits: list[tuple[float, int]]
) -> None:
    name, codec, pix_fmt, container = kind
    whole = tmp_path / name
    if not whole.exists():
        write_video(whole, counting_frames(12, 16, 32), codec, 10, pix_fmt, container)
    content = bytearray(whole.read_bytes())
    for where, value in edits:
        content[int(where * len(content))] = value
    (tmp_path / "damaged.bin").write_bytes(content)
    try:
        frames = read_video(tmp_path / "damaged.bin", 3)
    except InputError:
        return
    assert all(frame.rgb.ndim == 3 for frame in frames)
