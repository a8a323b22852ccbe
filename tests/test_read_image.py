"""Picture files: every mode and orientation comes out as the same upright RGB, bad ones as InputError."""

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import PIL
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from anymal.errors import InputError
from anymal.sensors.image_file import read_image


def _scene(height: int = 24, width: int = 40) -> NDArray[np.uint8]:
    """A picture in which no rotation or mirror image equals another."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = (255, 0, 0)
    rgb[: height // 2, width // 2 :] = (0, 255, 0)
    rgb[height // 2 :, : width // 2] = (0, 0, 255)
    return rgb


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.tiff", "a.ppm", "a.tga", "a.webp"])
def test_lossless_formats_keep_every_pixel(tmp_path: Path, name: str) -> None:
    options = {"lossless": True} if name.endswith("webp") else {}
    Image.fromarray(_scene()).save(tmp_path / name, **options)
    frame = read_image(tmp_path / name)
    assert frame.t_ns == 0
    assert frame.rgb.dtype == np.uint8
    assert frame.rgb.flags.c_contiguous
    np.testing.assert_array_equal(frame.rgb, _scene())


@pytest.mark.parametrize("mode", ["CMYK", "YCbCr", "P", "L", "1", "RGBX"])
def test_other_modes_are_converted(tmp_path: Path, mode: str) -> None:
    if mode == "YCbCr" and int(PIL.__version__.split(".")[0]) < 13:
        pytest.skip("Pillow before 13 cannot read back the YCbCr TIFF it wrote")
    grey = np.repeat((_scene()[..., :1] > 0).astype(np.uint8) * 255, 3, axis=2)
    Image.fromarray(grey).convert(mode).save(tmp_path / "a.tiff")
    assert np.abs(read_image(tmp_path / "a.tiff").rgb.astype(int) - grey).max() <= 2


# What each EXIF orientation asks a viewer to do to the stored pixels.
_ORIENTATIONS = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
    8: lambda a: np.rot90(a),
}


@pytest.mark.parametrize("orientation", _ORIENTATIONS)
@pytest.mark.parametrize("suffix", ["png", "tiff"])
def test_exif_orientation_is_applied_once(tmp_path: Path, orientation: int, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(_scene()).save(path, exif=exif)
    np.testing.assert_array_equal(read_image(path).rgb, _ORIENTATIONS[orientation](_scene()))


def test_damaged_exif_does_not_cost_the_picture(tmp_path: Path) -> None:
    Image.fromarray(_scene()).save(tmp_path / "a.png", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    np.testing.assert_array_equal(read_image(tmp_path / "a.png").rgb, _scene())


def test_transparency_is_laid_over_white(tmp_path: Path) -> None:
    rgba = np.zeros((2, 3, 4), np.uint8)
    rgba[0, 0], rgba[0, 1] = (10, 20, 30, 255), (0, 0, 0, 128)
    Image.fromarray(rgba).save(tmp_path / "a.png")
    rgb = read_image(tmp_path / "a.png").rgb
    assert rgb[0, 0].tolist() == [10, 20, 30]
    assert rgb[0, 1].tolist() == [127, 127, 127]
    assert rgb[1, 2].tolist() == [255, 255, 255]


def test_a_transparent_palette_entry_is_white(tmp_path: Path) -> None:
    palette = Image.new("P", (2, 1))
    palette.putpalette([200, 0, 0, 0, 0, 200] + [0] * 762)
    palette.putpixel((1, 0), 1)
    palette.save(tmp_path / "a.png", transparency=1)
    assert read_image(tmp_path / "a.png").rgb[0].tolist() == [[200, 0, 0], [255, 255, 255]]


def test_grey_with_alpha(tmp_path: Path) -> None:
    Image.merge("LA", (Image.new("L", (1, 1), 40), Image.new("L", (1, 1), 0))).save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png").rgb.tolist() == [[[255, 255, 255]]]


@pytest.mark.parametrize("suffix", ["png", "tiff"])
def test_16_bit_grey_is_scaled_not_clipped(tmp_path: Path, suffix: str) -> None:
    ramp = np.linspace(0, 65535, 256).reshape(16, 16).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / f"a.{suffix}")
    rgb = read_image(tmp_path / f"a.{suffix}").rgb
    np.testing.assert_array_equal(rgb[..., 0], np.round(ramp / 257.0))
    np.testing.assert_array_equal(rgb[..., 0], rgb[..., 2])


def test_float_samples_are_taken_from_0_to_1_only(tmp_path: Path) -> None:
    Image.fromarray(np.array([[0.0, 0.5, 1.0]], np.float32)).save(tmp_path / "a.tiff")
    assert read_image(tmp_path / "a.tiff").rgb[0, :, 0].tolist() == [0, 128, 255]
    for values in ([[0.0, 300.0]], [[np.nan, 0.5]]):
        Image.fromarray(np.array(values, np.float32)).save(tmp_path / "b.tiff")
        with pytest.raises(InputError, match=r"b\.tiff: F samples"):
            read_image(tmp_path / "b.tiff")


def test_first_frame_of_an_animation(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (4, 4), "red"), Image.new("RGB", (4, 4), "blue")
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second])
    assert read_image(tmp_path / "a.gif").rgb[0, 0].tolist() == [255, 0, 0]


def _refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_image(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_missing_empty_and_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    assert "no such file" in _refused(tmp_path / "none.jpg")
    assert "0 bytes" in _refused(tmp_path / "empty.jpg")
    assert "is a folder" in _refused(tmp_path)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert "pipe or device" in _refused(tmp_path / "pipe.png")


def test_a_name_no_file_can_have() -> None:
    with pytest.raises(InputError, match="cannot look at"):
        read_image(Path("a\0b.png"))
    with pytest.raises(InputError, match="cannot look at"):
        read_image(Path("x" * 5000))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Dear diary, today\nI saw a desk.", 'text starting "Dear diary, today I saw a desk."'),
        ("Zoë über".encode(), 'text starting "Zoë über"'),
        (b"RIFF\x24\x08\x00\x00WAVEfmt ", "WAV sound"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"GGUF\x03\x00\x00\x00", "a GGUF model"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08", "bytes starting 00 01 02 03 04 05 06 07"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "a HEIC picture"),
    ],
)
def test_what_is_no_picture_is_named_by_its_first_bytes(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    message = _refused(tmp_path / "a.jpg")
    assert found in message
    assert "JPEG or PNG" in message


@pytest.mark.parametrize("progressive", [False, True])
def test_truncated_jpeg(tmp_path: Path, progressive: bool) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "whole.jpg", progressive=progressive)
    whole = (tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    message = _refused(tmp_path / "cut.jpg")
    assert "truncated" in message
    assert "a JPEG picture" in message


@pytest.mark.parametrize("suffix", ["png", "bmp", "tiff", "gif", "webp", "ppm", "jp2"])
def test_other_formats_cut_in_half(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / f"whole.{suffix}")
    whole = (tmp_path / f"whole.{suffix}").read_bytes()
    (tmp_path / f"cut.{suffix}").write_bytes(whole[: len(whole) // 2])
    _refused(tmp_path / f"cut.{suffix}")


def test_decompression_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    for side in (12_000, 60_000):  # over Pillow's warning, over its error
        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        data = chunk(b"IDAT", zlib.compress(b"\0" * 100))
        (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data)
        assert "pixels" in _refused(tmp_path / "bomb.png")


def test_postscript_never_reaches_an_interpreter(tmp_path: Path) -> None:
    (tmp_path / "a.eps").write_bytes(
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n"
    )
    assert "PostScript" in _refused(tmp_path / "a.eps")


_FUZZ = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FUZZ
@given(content=st.binary(min_size=1, max_size=400))
def test_random_bytes_never_raise_anything_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    with pytest.raises(InputError):
        read_image(tmp_path / "a.bin")


@_FUZZ
@given(
    suffix=st.sampled_from(["png", "jpeg", "gif", "bmp", "tiff", "webp", "tga", "ppm", "ico", "pcx"]),
    edits=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_damaged_pictures_never_raise_anything_else(
    tmp_path: Path, suffix: str, edits: list[tuple[float, int]]
) -> None:
    buffer = io.BytesIO()
    Image.fromarray(_scene(16, 16)).save(buffer, suffix)
    content = bytearray(buffer.getvalue())
    for where, value in edits:
        content[int(where * len(content))] = value
    (tmp_path / "a.bin").write_bytes(content)
    try:
        frame = read_image(tmp_path / "a.bin")
    except InputError:
        return
    assert frame.rgb.ndim == 3
