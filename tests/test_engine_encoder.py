"""Encoders: samples in, stamped soft tokens out, keyed by content."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines.base import TensorSpec
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.encoder import Encoder, open_encoder
from anymal.engines.manifest import EncoderSpec, ImageInput, VideoInput
from anymal.engines.null_engine import NullEngine
from anymal.engines.process_engine import can_pause
from anymal.errors import EngineError, InputError
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality
from tests.tiny_models import TinySpec, make_tiny_bundle

SPEC = TinySpec()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return load_bundle(make_tiny_bundle(tmp_path_factory.mktemp("encoder") / "tiny", SPEC))


@pytest.fixture
def image(bundle: Bundle) -> Iterator[Encoder]:
    with open_encoder(bundle, "image") as encoder:
        yield encoder


def picture(seed: int, t_ns: int = 0) -> Frame:
    return Frame(t_ns, np.random.default_rng(seed).integers(0, 256, (60, 80, 3), dtype=np.uint8))


def imu_values(count: int) -> NDArray[np.float32]:
    return np.random.default_rng(0).standard_normal((count, 3)).astype(np.float32)


SAMPLES = {
    "image": (picture(1, t_ns=7), (7, 7), SPEC.image_tokens),
    "video": (picture(1, t_ns=9), (9, 9), SPEC.image_tokens),
    "audio": (AudioChunk(3, np.ones(8_000, np.float32), 16_000), (3, 3 + NS_PER_S // 2), SPEC.audio_tokens),
    "imu": (
        ImuChunk(np.arange(400) * 10_000_000, imu_values(400), imu_values(400)),
        (0, 399 * 10_000_000),
        SPEC.imu_tokens,
    ),
}


@pytest.mark.parametrize("modality", ["image", "video", "audio", "imu"])
def test_every_sense_gives_stamped_rows(bundle: Bundle, modality: Modality) -> None:
    sample, span, tokens = SAMPLES[modality]
    with open_encoder(bundle, modality) as encoder:
        embedding = encoder.encode(sample)
        assert encoder.reason
    assert embedding.modality == modality
    assert embedding.rows.shape == (tokens, SPEC.n_embd) and embedding.rows.dtype == np.float32
    assert (embedding.start_ns, embedding.end_ns) == span


def test_a_batch_equals_one_by_one(image: Encoder) -> None:
    pictures = [picture(seed) for seed in range(4)]
    for one, both in zip(map(image.encode, pictures), image.encode_batch(pictures), strict=True):
        np.testing.assert_allclose(one.rows, both.rows, atol=1e-5)
        assert one.key == both.key
    assert image.encode_batch([]) == []


def test_the_key_follows_content_and_sense_not_time(bundle: Bundle, image: Encoder) -> None:
    key = image.encode(picture(1, t_ns=5)).key
    assert image.encode(picture(1, t_ns=99)).key == key
    assert image.encode(picture(2, t_ns=5)).key != key
    with open_encoder(bundle, "video") as video:
        assert video.encode(picture(1)).key != key


def test_a_sample_of_another_sense(image: Encoder) -> None:
    with pytest.raises(InputError, match="image encoder cannot take a AudioChunk"):
        image.encode(AudioChunk(0, np.zeros(5, np.float32), 16_000))


def test_what_a_video_encoder_cannot_take(bundle: Bundle) -> None:
    spec = bundle.manifest.encoder_spec("image")
    assert isinstance(spec.input, ImageInput)
    clips = replace(spec, input=VideoInput("rgb", 4, spec.input))
    with Encoder(Broken((), ()), "video", clips, SPEC.n_embd) as video:
        with pytest.raises(InputError, match=r"takes pictures \(Frame\), found a str among them"):
            video.encode_batch(["a.png"] * 4)  # type: ignore[list-item]
        with pytest.raises(InputError, match="takes 4 frames at a time, found 3"):
            video.encode_batch([picture(0)] * 3)


class Broken(NullEngine):
    """Returns what no fitting engine would."""

    result: NDArray[np.float32]

    def run(self, feeds: object) -> dict[str, NDArray[np.float32]]:  # type: ignore[override]
        return {"rows": self.result}


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (np.full((1, SPEC.image_tokens, SPEC.n_embd), np.nan, np.float32), "rows must be finite"),
        (np.zeros((1, SPEC.image_tokens, 8), np.float32), r"rows must be \[1, 4, 64\], found \[1, 4, 8\]"),
    ],
)
def test_rows_that_no_llm_should_see(bundle: Bundle, result: NDArray[np.float32], message: str) -> None:
    spec = bundle.manifest.modalities["image"]
    assert isinstance(spec, EncoderSpec)
    engine = Broken((TensorSpec("rgb", (None, 96, 96, 3), "uint8"),), ())
    engine.result = result
    with Encoder(engine, "image", spec, SPEC.n_embd) as encoder, pytest.raises(EngineError, match=message):
        encoder.encode(picture(0))


def test_a_damaged_engine_file_names_bundle_and_sense(tmp_path: Path) -> None:
    folder = make_tiny_bundle(tmp_path / "tiny", SPEC)
    data = bytearray((folder / "imu.onnx").read_bytes())
    data[: len(data) // 2] = bytes(len(data) // 2)
    (folder / "imu.onnx").write_bytes(data)
    with pytest.raises(EngineError, match=r"bundle 'tiny', imu: imu\.onnx"):
        open_encoder(load_bundle(folder, verify=False), "imu")


def test_an_encoder_on_its_way_to_another_process_can_stand_still(bundle: Bundle) -> None:
    if not can_pause():
        pytest.skip("nothing can be halted here")
    frame = Frame(0, np.full((24, 32, 3), 90, np.uint8))
    with open_encoder(bundle, "image", prefer="cpu") as encoder:
        here = encoder.encode(frame)
        halted: list[bool] = []

        def between() -> None:
            halted.append(encoder.pause())
            encoder.resume()

        assert not encoder.pause()
        encoder.isolate(between)
        assert halted and all(halted)
        found = len(halted)
        np.testing.assert_array_equal(encoder.encode(frame).rows, here.rows)
        assert len(halted) == found  # it is called while the process opens, and no longer


def test_an_encoder_that_opens_nowhere_any_more_says_so(tmp_path: Path) -> None:
    if not can_pause():
        pytest.skip("nothing can be halted here")
    bundle = load_bundle(make_tiny_bundle(tmp_path / "tiny", SPEC))
    with open_encoder(bundle, "image", prefer="cpu") as encoder:
        bundle.path(encoder.spec.file).unlink()
        with pytest.raises(EngineError, match="no such file"):
            encoder.isolate()
        with pytest.raises(EngineError, match="closed"):
            encoder.encode(picture(1))
