"""Torch modules: shapes, published sizes, checkpoints, and that bad options are named."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from anymal.errors import ConfigError
from anymal.models.aligner import (
    AlignerShape,
    ChoosingAligner,
    ChoosingOptions,
    LinearAligner,
    LinearOptions,
    PerceiverOptions,
    PerceiverResampler,
    pool_features,
)
from anymal.models.checkpoint import load_modality, save_modality
from anymal.models.encoder_protocol import ENCODERS, build_encoder, encoder_options
from anymal.models.imu2clip import Imu2ClipEncoder, Imu2ClipOptions
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.models.presets import NANO_TOKENS, PAPER, nano_options, paper_imu_options
from anymal.models.text_tower import TextTower, TextTowerOptions
from anymal.models.vit_encoder import VitEncoder, VitOptions

SHAPE = AlignerShape(features_dim=24, positions=9, tokens=5, n_embd=16)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    yield
    torch.set_num_threads(threads)


def test_imu2clip_has_the_published_number_of_parameters() -> None:
    encoder = Imu2ClipEncoder(Imu2ClipOptions(hidden=512))
    assert sum(parameter.numel() for parameter in encoder.parameters()) == 850_892


def test_imu2clip_axis_quirk_changes_what_the_gru_steps_over() -> None:
    window = torch.randn(2, 1000, 6)
    over_time = Imu2ClipEncoder(Imu2ClipOptions(hidden=16)).eval()
    over_channels = Imu2ClipEncoder(Imu2ClipOptions(hidden=16, gru_over_channels=True)).eval()
    over_channels.load_state_dict(over_time.state_dict())
    assert over_time(window).shape == over_channels(window).shape == (2, 1, 16)
    assert not torch.allclose(over_time(window), over_channels(window))


def test_imu2clip_quirk_refuses_windows_it_cannot_fit() -> None:
    with pytest.raises(ConfigError, match="500 samples leave 14; use 1000 samples"):
        Imu2ClipEncoder(Imu2ClipOptions(rate_hz=100, gru_over_channels=True))
    assert Imu2ClipEncoder(Imu2ClipOptions(rate_hz=100, hidden=8))(torch.randn(1, 500, 6)).shape == (1, 1, 8)
    with pytest.raises(ConfigError, match="50 samples are too short"):
        Imu2ClipEncoder(Imu2ClipOptions(rate_hz=10))


def test_imu2clip_normalises_acceleration_and_rotation_apart() -> None:
    encoder = Imu2ClipEncoder(Imu2ClipOptions(hidden=8)).eval()
    window = torch.randn(1, 1000, 6)
    scaled = window * torch.tensor([9.81] * 3 + [0.1] * 3)
    assert torch.allclose(encoder(window), encoder(scaled), atol=2e-3)


@pytest.mark.parametrize("positions", [1, 9])
def test_perceiver_makes_the_asked_number_of_rows(positions: int) -> None:
    shape = AlignerShape(24, positions, 5, 16)
    aligner = PerceiverResampler(shape, PerceiverOptions(layers=2, heads=4, width=32))
    assert aligner(torch.randn(3, positions, 24)).shape == (3, 5, 16)


def test_perceiver_knows_where_a_feature_stands() -> None:
    aligner = PerceiverResampler(SHAPE, PerceiverOptions(layers=1, heads=4)).eval()
    features = torch.randn(1, 9, 24)
    assert not torch.allclose(aligner(features), aligner(features.flip(1)), atol=1e-5)


def test_an_aligner_of_frames_starts_by_seeing_in_each_what_one_for_pictures_sees() -> None:
    torch.manual_seed(1)
    options = PerceiverOptions(layers=2, heads=4)
    picture = PerceiverResampler(AlignerShape(24, 9, 5, 16), options).eval()
    frames = PerceiverResampler(AlignerShape(24, 36, 3, 16), options).eval()
    still = torch.randn(6, 9, 24)
    before = frames(still.repeat(1, 4, 1))
    frames.start_from(picture)
    wanted, seen = picture(still)[:, :3], frames(still.repeat(1, 4, 1))
    near, far = (torch.nn.functional.cosine_similarity(wanted, rows, dim=-1) for rows in (seen, before))
    assert near.min() > far.max() and near.mean() > 0.7 > far.mean()
    assert not torch.equal(frames.places[:9], frames.places[9:18])  # frames can be told apart


@pytest.mark.parametrize("shape", [AlignerShape(24, 35, 3, 16), AlignerShape(24, 36, 6, 16)])
def test_an_aligner_that_cannot_start_from_another_says_so(shape: AlignerShape) -> None:
    picture = PerceiverResampler(AlignerShape(24, 9, 5, 16), PerceiverOptions(layers=1, heads=4))
    with pytest.raises(ConfigError, match="cannot start"):
        PerceiverResampler(shape, PerceiverOptions(layers=1, heads=4)).start_from(picture)
    with pytest.raises(ConfigError, match="differ in size"):
        wider = PerceiverResampler(AlignerShape(24, 36, 3, 16), PerceiverOptions(layers=1, heads=4, width=32))
        wider.start_from(picture)


@pytest.mark.parametrize("pooling", ["mean", "mean_max", "flatten"])
def test_linear_aligner_pools_as_told(pooling: str) -> None:
    aligner = LinearAligner(SHAPE, LinearOptions(pooling=pooling))  # type: ignore[arg-type]
    assert aligner(torch.randn(3, 9, 24)).shape == (3, 5, 16)


def test_pooling_orders_mean_before_max() -> None:
    features = torch.tensor([[[1.0], [3.0]]])
    assert pool_features(features, "mean_max").tolist() == [[2.0, 3.0]]


def test_a_choosing_aligner_says_words_by_their_shares() -> None:
    aligner = ChoosingAligner(SHAPE, ChoosingOptions(words=3, row_norm=2.0)).eval()
    words = aligner.words.detach().reshape(3, 5, 16)
    assert torch.allclose(words.norm(dim=-1), torch.tensor(2.0))
    with torch.no_grad():
        aligner.choose.weight.zero_()
        aligner.choose.bias.copy_(torch.tensor([0.0, 100.0, 0.0]))
        assert torch.allclose(aligner(torch.randn(2, 9, 24)), words[1].expand(2, 5, 16))
        aligner.choose.bias.copy_(torch.tensor([0.0, 0.0, -100.0]))
        assert torch.allclose(aligner(torch.randn(2, 9, 24)), words[:2].mean(dim=0).expand(2, 5, 16))


@pytest.mark.parametrize("kind", [PerceiverResampler, LinearAligner])
def test_rows_start_as_long_as_text_embeddings(kind: type) -> None:
    options = PerceiverOptions(heads=4, layers=1) if kind is PerceiverResampler else LinearOptions()
    aligner = kind(SHAPE, options)
    aligner.match_norm(torch.randn(100, 16) * 3)
    lengths = aligner(torch.randn(2, 9, 24)).norm(dim=-1)
    assert lengths.min() > 11.0
    assert torch.allclose(lengths, lengths.mean(), rtol=1e-3)


def test_paper_presets_are_table_12() -> None:
    rows = {name: (run.tokens, run.aligner, run.batch, run.steps) for name, run in PAPER.items()}
    assert rows == {
        "image": (64, "perceiver", 2048, 100_000),
        "video": (32, "perceiver", 1024, 20_000),
        "audio": (32, "linear", 128, 1_000),
        "imu": (32, "linear", 256, 2_000),
    }
    assert PAPER["image"].aligner_options == PerceiverOptions(layers=6)
    assert PAPER["video"].aligner_options == PerceiverOptions(layers=4)
    assert FusedModality(paper_imu_options(64))(torch.randn(1, 1000, 6)).shape == (1, 32, 64)


@pytest.mark.parametrize(
    ("modality", "raw"),
    [
        ("image", torch.zeros(2, 96, 96, 3, dtype=torch.uint8)),
        ("audio", torch.zeros(2, 80_000)),
        ("imu", torch.zeros(2, 500, 6)),
    ],
)
def test_nano_halves_make_finite_rows_even_of_nothing(modality: str, raw: torch.Tensor) -> None:
    module = FusedModality(nano_options(modality, 64)).eval()
    features = module.encode(raw)
    assert features.shape == (2, module.encoder.positions, module.encoder.features_dim)
    assert module.pool(features).shape == (2, module.encoder.features_dim)
    rows = module(raw)
    assert rows.shape == (2, NANO_TOKENS[modality], 64)
    assert torch.isfinite(rows).all()


def test_vit_gives_one_feature_per_patch() -> None:
    encoder = VitEncoder(VitOptions(size_px=32, patch_px=8, width=24, layers=1, heads=3))
    assert encoder.positions == 16
    assert encoder(torch.zeros(2, 32, 32, 3, dtype=torch.uint8)).shape == (2, 16, 24)
    with pytest.raises(ConfigError, match="33 px cannot be cut into patches of 8 px"):
        VitEncoder(VitOptions(size_px=33, patch_px=8))


@pytest.mark.parametrize("kind", sorted(ENCODERS))
def test_every_encoder_kind_builds_from_default_options(kind: str) -> None:
    encoder = build_encoder(kind, encoder_options(kind, {}))
    assert encoder.features_dim > 0
    assert encoder.positions > 0


def test_checkpoint_round_trip_keeps_every_bit(tmp_path: Path) -> None:
    module = FusedModality(paper_imu_options(16)).eval()
    save_modality(tmp_path, module)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["imu.json", "imu.safetensors"]
    again = load_modality(tmp_path, "imu")
    assert again.options == module.options
    window = torch.randn(1, 1000, 6)
    assert torch.equal(module(window), again(window))


def test_damaged_checkpoints_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"imu\.json: no such file"):
        load_modality(tmp_path, "imu")
    save_modality(tmp_path, FusedModality(paper_imu_options(16)))
    described = json.loads((tmp_path / "imu.json").read_text())
    (tmp_path / "imu.json").write_text(json.dumps({**described, "n_embd": 32}))
    with pytest.raises(ConfigError, match=r"weights do not fit imu\.json"):
        load_modality(tmp_path, "imu")
    (tmp_path / "imu.safetensors").write_bytes(b"not tensors")
    with pytest.raises(ConfigError, match="the checkpoint of 'imu' is damaged"):
        load_modality(tmp_path, "imu")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"encoder": "clip"}, "encoder kind 'clip' is unknown"),
        ({"aligner": "q-former"}, "aligner kind 'q-former' is unknown"),
        ({"modality": "smell"}, "modality 'smell' is unknown"),
        ({"encoder_options": {"hiden": 1}}, "unknown option 'hiden'"),
        ({"aligner_options": {"poling": 1}}, "unknown option 'poling'"),
        ({"colour": 1}, "unknown option 'colour'"),
    ],
)
def test_unknown_options_are_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        ModalityOptions.from_json({**paper_imu_options(16).to_json(), **change})


def test_missing_options_are_named() -> None:
    with pytest.raises(ConfigError, match="lack tokens"):
        ModalityOptions.from_json({k: v for k, v in paper_imu_options(16).to_json().items() if k != "tokens"})


def test_text_tower_tells_word_order_apart() -> None:
    tower = TextTower(TextTowerOptions(dim=16, width=16, buckets=512))
    vectors = tower(["left to right", "right to left", ""])
    assert torch.allclose(vectors.norm(dim=-1), torch.ones(3), atol=1e-5)
    assert not torch.allclose(vectors[0], vectors[1])
    assert torch.equal(vectors[0], tower(["left to right"])[0]) or torch.allclose(
        vectors[0], tower(["left to right"])[0], atol=1e-6
    )
