"""The sense worlds and encoders: splits never leak, draws repeat, shapes and truths hold."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch

from anymal.errors import InputError
from anymal.models.audio_encoder import LogMelCnnEncoder, LogMelCnnOptions
from anymal.models.imu_encoder import ConvGruEncoder, ConvGruOptions
from anymal.training.facts import ACTIVITIES, SOUNDS
from anymal.training.made_motions import made_motion, made_stillness
from anymal.training.made_sounds import made_beeping, made_silence, made_tone
from anymal.training.motion_distortion import distort, widest_source
from anymal.training.motions import FOLDS, MotionWorld, Trial, activity_of, load_motions
from anymal.training.scores import score_classes
from anymal.training.sound_distortion import level_db, match_level, window_of
from anymal.training.sounds import load_sounds

GRAVITY_MPS2 = 9.80665


@pytest.fixture(scope="module")
def data_root() -> Path:
    """The shared folder with the real recordings, or a skip."""
    default = Path(__file__).resolve().parents[2] / "shared"
    root = Path(os.environ.get("ANYMAL_SHARED", str(default)))
    if not (root / "data" / "imu_classyglass" / "train.npz").is_file():
        pytest.skip(f"no shared recordings under {root}; set ANYMAL_SHARED")
    return root


def test_labels_merge_into_the_nine_activities() -> None:
    assert activity_of("sitting reading a book") == "sitting still"
    assert activity_of("sitting while moving the chair") == "sitting while moving around"
    assert activity_of("sitting, picking up items from the floor") == "picking up items"
    assert activity_of("standing, putting the glasses on and taking them off") == "putting glasses on or off"
    assert activity_of("standing up from sitting") == "standing up from sitting"
    assert activity_of("timed up and go: sit, stand up, walk, turn, walk back, sit down") is None
    with pytest.raises(InputError, match="swimming"):
        activity_of("swimming")


@pytest.mark.parametrize("fold", range(len(FOLDS)))
def test_no_person_is_on_both_sides(data_root: Path, fold: int) -> None:
    sides = [
        {(t.collection, t.person) for t in load_motions(data_root, split, fold).trials}
        for split in ("train", "validation", "all")
    ]
    assert not sides[0] & sides[1]
    assert sides[0] | sides[1] == sides[2]


def test_motion_units_show_one_g(data_root: Path) -> None:
    world = load_motions(data_root, "validation")
    lengths = [np.linalg.norm(t.samples[:, :3].mean(axis=0)) for t in world.trials if "still" in t.activity]
    assert np.median(lengths) == pytest.approx(GRAVITY_MPS2, rel=0.05)


def test_random_motion_repeats_from_its_seed(data_root: Path) -> None:
    world = load_motions(data_root, "validation")
    first, second = (world.random_motion(np.random.default_rng(7)) for _ in range(2))
    assert first[1] == second[1]
    np.testing.assert_array_equal(first[0], second[0])
    assert first[0].shape == (500, 6)
    assert first[0].dtype == np.float32


def test_a_world_without_trials_is_an_error() -> None:
    with pytest.raises(InputError, match="at least one"):
        MotionWorld([])


def test_distorting_keeps_gravity() -> None:
    rng = np.random.default_rng(1)
    still = np.zeros((widest_source(500), 6), np.float32)
    still[:, 1] = GRAVITY_MPS2
    for _ in range(20):
        window = distort(still, 500, rng)
        assert np.linalg.norm(window[:, :3].mean(axis=0)) == pytest.approx(GRAVITY_MPS2, rel=0.06)


def test_short_trials_still_give_whole_windows() -> None:
    world = MotionWorld([Trial("made", 1, "walking", np.ones((510, 6), np.float32))])
    assert world.random_motion(np.random.default_rng(0))[0].shape == (500, 6)


def test_made_motions_are_plausible() -> None:
    rng = np.random.default_rng(2)
    seen = set()
    for _ in range(40):
        window, facts = made_motion(rng)
        seen.add(facts.activity)
        assert facts.activity in ACTIVITIES
        assert 0.8 < np.linalg.norm(window[:, :3].mean(axis=0)) / GRAVITY_MPS2 < 1.2
    assert seen == {"sitting still", "walking", "running"}
    assert made_stillness(rng)[:, 3:].std() < 0.03


def test_no_clip_is_on_both_sides(data_root: Path) -> None:
    train, held_out = (load_sounds(data_root, split) for split in ("train", "validation"))
    assert not {c.name for c in train.clips + train.digits} & {
        c.name for c in held_out.clips + held_out.digits
    }
    for phrase in {c.phrase for c in held_out.clips}:
        known = [c.number for c in train.clips if c.phrase == phrase]
        new = [c.number for c in held_out.clips if c.phrase == phrase and c.number > 0]
        assert max(known) < min(new), phrase
    assert {c.number for c in held_out.digits} == {0, 1, 2}


def test_random_sounds_repeat_and_stay_in_range(data_root: Path) -> None:
    world = load_sounds(data_root, "validation")
    for seed in range(30):
        window, facts = world.random_sound(np.random.default_rng(seed))
        again, same = world.random_sound(np.random.default_rng(seed))
        assert facts == same
        np.testing.assert_array_equal(window, again)
        assert window.shape == (80_000,)
        assert window.dtype == np.float32
        assert np.abs(window).max() <= 1.0
        assert set(facts.phrases) <= set(SOUNDS)


def test_a_mixture_has_two_phrases_in_order(data_root: Path) -> None:
    world = load_sounds(data_root, "validation")
    _, facts = world.random_mixture(np.random.default_rng(3))
    places = [SOUNDS.index(phrase) for phrase in facts.phrases]
    assert len(places) == 2
    assert places == sorted(set(places))


def test_the_newest_window_is_padded_at_the_end() -> None:
    long = np.arange(10, dtype=np.float32)
    np.testing.assert_array_equal(window_of(long, 4), [6, 7, 8, 9])
    np.testing.assert_array_equal(window_of(long[:2], 4), [0, 1, 0, 0])


def test_levels_match() -> None:
    loud = np.full(2048, 0.5, np.float32)
    quiet = np.full(2048, 0.005, np.float32)
    assert level_db(loud) - level_db(quiet) == pytest.approx(40, abs=0.01)
    assert level_db(match_level(quiet, loud)) == pytest.approx(level_db(loud), abs=0.01)
    assert level_db(np.zeros(100, np.float32)) == pytest.approx(-160)


def test_made_sounds_hold_what_they_say() -> None:
    rng = np.random.default_rng(4)
    for _ in range(20):
        assert level_db(made_silence(rng)) < -45
        assert level_db(made_tone(rng)) > -60
        assert level_db(made_beeping(rng)) > -60


def test_log_mel_finds_a_pitch_and_ignores_loudness() -> None:
    options = LogMelCnnOptions()
    front = LogMelCnnEncoder(options).log_mel
    t = torch.arange(options.samples) / options.rate_hz
    tone = torch.sin(2 * torch.pi * 1000 * t)
    planes = front(torch.stack((tone, tone * 0.1)))
    assert planes.shape == (2, 3, 64, 250)
    torch.testing.assert_close(planes[0, 0], planes[1, 0], atol=0.05, rtol=0)  # relative log-mel
    assert float(planes[0, 1, 0, 0] - planes[1, 1, 0, 0]) == pytest.approx(20 / 30, abs=0.01)  # level
    band = int(planes[0, 0, :, 125].argmax())
    reference = np.fft.rfft(tone[40_000:40_512].numpy() * np.hanning(512))
    power = torch.from_numpy(np.abs(reference) ** 2).float()
    assert band == int((front.mel[:, :, 0] @ power).argmax())


@pytest.mark.parametrize("seconds", [0.0, 0.01, 5.0])
def test_audio_features_are_finite(seconds: float) -> None:
    encoder = LogMelCnnEncoder(LogMelCnnOptions()).eval()
    raw = torch.zeros(2, 80_000)
    raw[0, : int(seconds * 16_000)] = torch.randn(int(seconds * 16_000)) * 0.1
    features = encoder(raw)
    assert features.shape == (2, encoder.positions, encoder.features_dim)
    assert bool(features.isfinite().all())


def test_motion_features_are_finite_even_in_free_fall() -> None:
    encoder = ConvGruEncoder(ConvGruOptions()).eval()
    raw = torch.zeros(3, 500, 6)
    raw[1, :, 2] = GRAVITY_MPS2  # gravity along the board's normal: no side axis is left
    raw[2] = torch.randn(500, 6) * 20
    features = encoder(raw)
    assert features.shape == (3, encoder.positions, encoder.features_dim)
    assert bool(features.isfinite().all())


def test_upright_view_does_not_see_the_pitch_of_the_mounting() -> None:
    encoder = ConvGruEncoder(ConvGruOptions())
    torch.manual_seed(0)
    raw = torch.randn(1, 500, 6) * 0.5
    raw[..., 1] += GRAVITY_MPS2
    quarter = torch.tensor([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])  # about the board's normal
    turned = torch.cat((raw[..., :3] @ quarter.T, raw[..., 3:] @ quarter.T), dim=-1)
    torch.testing.assert_close(encoder.view(raw)[:, 6:], encoder.view(turned)[:, 6:], atol=1e-3, rtol=0)


def test_scores_count_by_hand() -> None:
    figures = score_classes(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), ("a", "b", "c"))
    assert figures["accuracy"] == 0.75
    assert figures["macro_f1"] == pytest.approx((2 / 3 + 0.8) / 2)
    assert figures["confusion"] == [[1, 1, 0], [0, 2, 0], [0, 0, 0]]
