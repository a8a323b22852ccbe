"""An aligner that chooses says the word its linear predecessor's rows lay nearest to."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.aligner import AlignerShape, LinearAligner, LinearOptions
from anymal.models.checkpoint import load_modality, save_modality
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.training.chat_format import ChatTokenizer
from anymal.training.choosing import ChoiceOptions, choosing_from, let_choose
from anymal.training.facts import ACTIVITIES, MotionFacts
from anymal.training.feature_store import FeatureStore
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.soft_prompt import word_rows
from anymal.training.tokenizer import train_tokenizer

SHAPE = AlignerShape(features_dim=12, positions=6, tokens=3, n_embd=20)


def nearest(rows: torch.Tensor, words: torch.Tensor) -> list[int]:
    """By the angle between mean rows, as if each row were as long as the linear layer made it."""
    ways = functional.normalize(words.mean(dim=1), dim=-1)
    return (rows.mean(dim=1) @ ways.T).argmax(dim=1).tolist()


def test_it_chooses_what_the_rows_were_nearest_to() -> None:
    torch.manual_seed(3)
    linear = LinearAligner(SHAPE, LinearOptions(dropout=0.3)).eval()
    words, features = (
        torch.randn(7, 3, 20) * torch.linspace(0.5, 2.0, 7)[:, None, None],
        torch.randn(64, 6, 12),
    )
    aligner = choosing_from(linear, words, features, 0.97).eval()
    with torch.no_grad():
        pooled = torch.cat([features.mean(dim=1), features.amax(dim=1)], dim=-1)
        rows = linear.project(pooled).reshape(-1, 3, 20) * linear.rows_norm.gain
        said = aligner(features)
    wanted = nearest(rows, words)
    assert len(set(wanted)) > 3
    apart = (said[:, None] - words).square().sum(dim=(2, 3))
    assert (apart.argmin(dim=1) == torch.tensor(wanted)).float().mean() > 0.95
    assert aligner.options.dropout == 0.3


def test_the_chosen_word_has_its_share_on_average() -> None:
    torch.manual_seed(4)
    linear = LinearAligner(SHAPE, LinearOptions(pooling="mean")).eval()
    words, features = torch.randn(4, 3, 20), torch.randn(50, 6, 12)
    for share in (0.6, 0.9):
        aligner = choosing_from(linear, words, features, share)
        with torch.no_grad():
            shares = torch.softmax(aligner.choose(aligner.norm(features.mean(dim=1))), dim=-1)
        assert float(shares.amax(dim=1).mean()) == pytest.approx(share, abs=1e-3)


@pytest.mark.parametrize(("hidden", "words"), [(8, 4), (0, 1)])
def test_what_cannot_choose_is_refused(hidden: int, words: int) -> None:
    linear = LinearAligner(SHAPE, LinearOptions(hidden=hidden))
    with pytest.raises(ConfigError, match=f"found {words} words and a hidden layer of {hidden}"):
        choosing_from(linear, torch.randn(words, 3, 20), torch.randn(5, 6, 12), 0.9)


def test_motion_chooses_among_the_activities_of_its_store(tmp_path: Path) -> None:
    torch.manual_seed(5)
    options = ModalityOptions(
        "imu", "spectral_gru", encoder_options("spectral_gru", {}), "linear", LinearOptions(), 4, 32
    )
    fused = FusedModality(options).eval()
    path = tmp_path / "tokenizer.model"
    train_tokenizer((f"{name} {n}" for n in range(200) for name in ACTIVITIES), 1800, 340, path)
    tokenizer = ChatTokenizer(path)
    table = torch.randn(len(tokenizer), 32)
    facts = tuple(MotionFacts(ACTIVITIES[n % 5]) for n in range(40))
    dim, positions = fused.encoder.features_dim, fused.encoder.positions
    features = np.random.default_rng(0).normal(size=(40, positions, dim)).astype(np.float16)
    let_choose(fused, FeatureStore(features, facts), tokenizer, table, ChoiceOptions(samples=30))
    save_modality(tmp_path, fused)
    again = load_modality(tmp_path, "imu")
    assert again.options.aligner == "choosing" and again.options.aligner_options.words == 5
    phrases = [
        tokenizer.encode(row) for name in sorted(ACTIVITIES[:5]) for row in fact_phrases(MotionFacts(name))
    ]
    wanted = word_rows(phrases, table).reshape(5, -1)
    assert torch.allclose(again.aligner.words, wanted, atol=1e-6)
    raw = torch.randn(2, 500, 6)
    with torch.no_grad():
        assert torch.allclose(again(raw), fused(raw))
