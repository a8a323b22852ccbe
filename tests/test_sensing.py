"""When a live window is encoded: after a hop, when a question needs it, and not when nothing changed."""

from collections.abc import Iterator

import numpy as np
import pytest

from anymal.engines.base import Interrupted
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.encoder import Encoder
from anymal.engines.manifest import ImageInput
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions
from anymal.runtime.senses import Senses
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality
from tests.live_rig import motion, picture
from tests.runtime_helpers import tiny_bundle


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


@pytest.fixture(scope="module")
def senses(bundle: Bundle) -> Iterator[Senses]:
    opened = Senses(bundle, AssistantOptions(threads=1))
    yield opened
    opened.close()


def stream(bundle: Bundle, senses: Senses, modality: Modality, **options: object) -> StreamSensing:
    settings = LiveOptions(**options)  # type: ignore[arg-type]
    return StreamSensing(modality, bundle.manifest.modalities[modality], senses.encoder, settings)


def test_a_window_is_due_at_first_and_after_every_hop(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", hop_s={"image": 1.0})
    assert not images.due()
    due = []
    for tenth in range(25):
        images.push(picture(tenth * 10, t_ns=tenth * NS_PER_S // 10))
        if images.due():
            due.append(tenth)
            assert images.sense() is not None
    assert due == [0, 10, 20]
    assert images.counts.encoded == 3


def test_a_question_makes_a_newer_window_due_before_its_hop(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", hop_s={"image": 100.0})
    images.push(picture(10, t_ns=0))
    images.sense()
    images.push(picture(200, t_ns=NS_PER_S))
    assert not images.due()
    assert images.due(newer_than_ns=NS_PER_S)
    assert not images.due(newer_than_ns=2 * NS_PER_S)


def test_a_still_picture_stays_the_one_that_was_encoded(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", still=3.0)
    images.push(picture(100, t_ns=0))
    first = images.sense()
    images.push(picture(102, t_ns=NS_PER_S))
    second = images.sense()
    images.push(picture(104, t_ns=2 * NS_PER_S))
    third = images.sense()
    assert first is not None and second is not None and third is not None
    (one,), (other,), (changed,) = first.embeddings, second.embeddings, third.embeddings
    assert (one.key, one.start_ns, one.end_ns) == (other.key, other.start_ns, other.end_ns - NS_PER_S)
    # Compared with what was encoded, not with the picture before: slow change adds up.
    assert changed.key != one.key
    assert (images.counts.still, images.counts.encoded) == (1, 2)


def test_a_buffer_filled_again_is_another_picture(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", still=3.0)
    spec = bundle.manifest.encoder_spec("image").input
    assert isinstance(spec, ImageInput)
    buffer = np.full((spec.height_px, spec.width_px, 3), 20, np.uint8)  # at the encoder's own size
    keys = []
    for second, value in enumerate((20, 220)):
        buffer[:] = value
        images.push(Frame(second * NS_PER_S, buffer))
        sensed = images.sense()
        assert sensed is not None
        keys.append(sensed.embeddings[0].key)
    assert keys[0] != keys[1] and images.counts.still == 0


def test_what_was_seen_before_comes_from_the_cache(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image")
    for second, value in enumerate((10, 200, 10)):
        images.push(picture(value, t_ns=second * NS_PER_S))
        images.sense()
    assert (images.counts.encoded, images.counts.cached) == (2, 1)


def test_too_little_is_nothing_and_is_not_tried_again_and_again(bundle: Bundle, senses: Senses) -> None:
    moves = stream(bundle, senses, "imu")
    moves.push(motion(0.1, 0.1, 100, t_ns=0))
    assert moves.due()
    assert moves.sense() is None
    assert not moves.due()


def test_a_window_that_cannot_be_used_is_counted_with_its_reason(bundle: Bundle, senses: Senses) -> None:
    moves = stream(bundle, senses, "imu")
    good = motion(0.1, 6.0, 100, t_ns=0)
    moves.push(ImuChunk(good.t_ns, good.accel_mps2 * 1000, good.gyro_radps))
    assert moves.sense() is None
    assert moves.counts.refused == 1
    assert "m/s2" in moves.counts.refusal
    moves.push(motion(0.1, 12.0, 100, t_ns=7 * NS_PER_S))
    assert moves.sense() is not None


def test_live_motion_without_gravity_is_no_reason_to_stop(bundle: Bundle, senses: Senses) -> None:
    moves = stream(bundle, senses, "imu")
    good = motion(0.1, 6.0, 100, t_ns=0)
    moves.push(
        ImuChunk(good.t_ns, good.accel_mps2 * 0, good.gyro_radps)
    )  # a fall, or a sensor of its own mind
    assert moves.sense() is not None
    assert moves.counts.refused == 0


def test_a_video_is_frames_encoded_once_each(bundle: Bundle, senses: Senses) -> None:
    clips = stream(bundle, senses, "video", view="video", frame_spacing_s=1.0, hop_s={"video": 1.0})
    frames = bundle.manifest.modalities["video"].frames  # type: ignore[union-attr]
    for second in range(frames + 2):
        clips.push(picture(second * 30, t_ns=second * NS_PER_S))
        if clips.due():
            sensed = clips.sense()
    assert sensed is not None
    assert len(sensed.embeddings) == frames
    assert clips.counts.encoded == frames + 2


def test_encoding_one_by_one_gives_the_rows_of_a_batch(bundle: Bundle, senses: Senses) -> None:
    encoder: Encoder = senses.encoder("image")
    frames = [picture(value, t_ns=value) for value in (10, 100, 250)]
    together = encoder.encode_batch(frames)
    for frame, embedding in zip(frames, together, strict=True):
        assert encoder.encode(frame).rows == pytest.approx(embedding.rows, abs=1e-6)


def test_a_clock_set_back_does_not_silence_the_stream(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", hop_s={"image": 0.5})
    images.push(picture(10, t_ns=3600 * NS_PER_S))
    assert images.sense() is not None
    images.push(picture(200, t_ns=NS_PER_S))
    assert images.due()
    sensed = images.sense()
    assert sensed is not None and sensed.embeddings[0].end_ns == NS_PER_S
    assert not images.due()


def test_something_small_that_moves_is_not_still(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image", still=2.0)
    images.push(picture(100, t_ns=0))
    images.sense()
    moved = picture(100, t_ns=NS_PER_S)
    moved.rgb[2:5, 2:6] = 160  # a sixty-fourth of the picture: 0.9 in the mean of the whole
    images.push(moved)
    images.sense()
    assert (images.counts.still, images.counts.encoded) == (0, 2)


def test_an_interrupted_window_is_due_again(bundle: Bundle, senses: Senses) -> None:
    images = stream(bundle, senses, "image")
    images.push(picture(10, t_ns=0))
    images.interrupt()
    with pytest.raises(Interrupted):
        images.sense()
    assert images.due() and images.counts.encoded == 0
    assert images.sense() is not None
    assert not images.due() and images.counts.encoded == 1


def test_sound_of_another_rate_is_encoded_like_the_models_own(bundle: Bundle, senses: Senses) -> None:
    """A recording and other distributions' microphones bring the rate they have."""
    rows = []
    for rate_hz in (44_100, 16_000):
        sounds = stream(bundle, senses, "audio")
        tone = np.sin(2 * np.pi * 440 * np.arange(4 * rate_hz) / rate_hz).astype(np.float32)
        for fiftieth in range(200):
            part = tone[fiftieth * rate_hz // 50 : (fiftieth + 1) * rate_hz // 50]
            sounds.push(AudioChunk(fiftieth * NS_PER_S // 50, part, rate_hz))
        sensed = sounds.sense()
        assert sensed is not None and sounds.gaps == 0
        assert sensed.embeddings[-1].end_ns == pytest.approx(4 * NS_PER_S, abs=NS_PER_S // 20)
        rows.append(np.concatenate([embedding.rows for embedding in sensed.embeddings]))
    assert rows[0].shape == rows[1].shape
