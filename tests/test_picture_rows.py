"""Encoder and aligner of pictures, fitted together to the rows of words: learns, stops and goes on."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from anymal.models.aligner import PerceiverOptions
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality
from anymal.models.presets import nano_options
from anymal.training.chat_format import ChatTokenizer
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.language.random_visual import random_picture_facts
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_picture_rows import PictureRowOptions, Progress, train_picture_rows

N_EMBD = 16


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> ChatTokenizer:
    path, rng = tmp_path_factory.mktemp("tokenizer") / "tokenizer.model", random.Random(3)
    facts = (random_picture_facts(rng) for _ in range(2000))
    train_tokenizer((" ".join(fact_phrases(one)) + f" {rng.random()}" for one in facts), 2000, 400, path)
    return ChatTokenizer(path)


@pytest.fixture(scope="module")
def table(tokenizer: ChatTokenizer) -> torch.Tensor:
    return torch.randn(len(tokenizer), N_EMBD, generator=torch.Generator().manual_seed(1))


def tiny() -> FusedModality:
    torch.manual_seed(0)
    nano = nano_options("image", N_EMBD)
    shape = {"widths": (4, 8, 8, 8), "blocks": (0, 0, 0, 1), "features_dim": 16}
    aligner = PerceiverOptions(layers=1, width=16, heads=2, feed_forward=2)
    return FusedModality(
        replace(nano, encoder_options=encoder_options(nano.encoder, shape), aligner_options=aligner)
    )


def fit(
    folder: Path,
    shared: Path,
    tokenizer: ChatTokenizer,
    table: torch.Tensor,
    options: PictureRowOptions,
    progress: Progress | None = None,
) -> tuple[FusedModality, dict[str, float]]:
    folder.mkdir(exist_ok=True)
    fused = tiny()
    left = train_picture_rows(folder, fused, shared, tokenizer, table, options, 5, progress, workers=0)
    return fused, left


def test_a_run_that_was_cut_ends_as_one_that_was_not(
    shared: Path, tokenizer: ChatTokenizer, table: torch.Tensor, tmp_path: Path
) -> None:
    options = PictureRowOptions(steps=6, batch=4, warmup=1, save_every_s=0.0)
    whole, left = fit(tmp_path / "whole", shared, tokenizer, table, options)
    done: list[int] = []

    def cut(step: int, total: int, now: dict[str, float]) -> None:
        done.append(step)
        if len(done) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit(tmp_path / "cut", shared, tokenizer, table, options, cut)
    again, left_again = fit(
        tmp_path / "cut", shared, tokenizer, table, options, lambda step, *_: done.append(step)
    )
    assert done == [1, 2, 3, 4, 4, 5, 6]
    assert left_again == left and set(left) == {"rows_loss", "contrast_loss"}
    for name, wanted in whole.state_dict().items():
        assert torch.equal(again.state_dict()[name], wanted), name
    assert not again.training
    assert not any(parameter.requires_grad for parameter in again.encoder.parameters())


def test_encoder_and_aligner_both_learn(
    shared: Path, tokenizer: ChatTokenizer, table: torch.Tensor, tmp_path: Path
) -> None:
    losses: list[float] = []
    options = PictureRowOptions(steps=30, batch=8, warmup=2, rate=5e-3, aligner_rate=2e-2)
    fused, left = fit(
        tmp_path, shared, tokenizer, table, options, lambda *now: losses.append(now[2]["rows_loss"])
    )
    assert left["rows_loss"] == pytest.approx(losses[-1], abs=1e-4) and left["rows_loss"] < 0.9 * losses[0]
    before = tiny()
    for part in ("encoder", "aligner"):
        moved = [
            not torch.equal(new, old)
            for new, old in zip(
                getattr(fused, part).parameters(), getattr(before, part).parameters(), strict=True
            )
        ]
        assert all(moved), part
