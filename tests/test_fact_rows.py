"""Rows of words: every fact has its row, rows keep their order, and aligners learn to say them."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from anymal.models.modality import FusedModality
from anymal.models.presets import NANO_TOKENS, nano_options
from anymal.training.chat_format import ChatTokenizer
from anymal.training.facts import Item, MotionFacts, PictureFacts, SoundFacts, VideoFacts
from anymal.training.feature_store import FeatureStore
from anymal.training.language.fact_rows import ROW_COUNTS, fact_phrases, picture_rows, video_rows
from anymal.training.language.random_other import random_motion_facts, random_sound_facts
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.muon import orthogonalised
from anymal.training.soft_prompt import word_rows
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_rows import RowOptions, train_rows

RED = Item("circle", "red", "large", "left", "top")
BLUE = Item("star", "blue", "small", "right", "bottom")


def test_nano_has_a_soft_token_for_every_row() -> None:
    assert ROW_COUNTS == NANO_TOKENS
    rng = random.Random(1)
    for _ in range(50):
        assert len(fact_phrases(random_picture_facts(rng))) == NANO_TOKENS["image"]
        assert len(fact_phrases(random_video_facts(rng))) == NANO_TOKENS["video"]
        assert len(fact_phrases(random_sound_facts(rng))) == NANO_TOKENS["audio"]
        assert len(fact_phrases(random_motion_facts(rng))) == NANO_TOKENS["imu"]


def test_two_pictures_that_differ_have_different_rows() -> None:
    rng = random.Random(2)
    seen: dict[tuple[str, ...], PictureFacts] = {}
    for _ in range(3000):
        facts = random_picture_facts(rng)
        other = seen.setdefault(picture_rows(facts), facts)
        assert set(other.items) == set(facts.items) and other.background == facts.background
        assert (other.time, other.weather, other.things) == (facts.time, facts.weather, facts.things)
        assert (other.digit, other.digit_colour, other.colours) == (
            facts.digit,
            facts.digit_colour,
            facts.colours,
        )
        assert (other.kind, other.bright, other.sharp) == (facts.kind, facts.bright, facts.sharp)


def test_a_cell_says_what_is_in_it_wherever_the_others_are() -> None:
    rows = picture_rows(PictureFacts("shapes", background="white", items=(BLUE, RED)))
    assert rows[5] == "top left large red circle" and rows[13] == "bottom right small blue star"
    assert rows[9] == "middle middle nothing" and rows[4] == "two shapes"


def test_video_rows_tell_start_end_and_what_rests() -> None:
    rows = video_rows(VideoFacts(RED, "left to right", "grey", BLUE))
    assert rows[4:6] == ("start top left", "end top right")
    assert rows[3] == "large red circle mover" and rows[6] == "rests small blue star"


def test_what_is_no_fact_has_no_rows() -> None:
    with pytest.raises(TypeError, match="str are no facts"):
        fact_phrases("a circle")


def test_orthogonalised_matrices_have_singular_values_near_one() -> None:
    stack = torch.randn(3, 16, 40, generator=torch.Generator().manual_seed(0))
    for wide in (stack, stack.mT):
        values = torch.linalg.svdvals(orthogonalised(wide))
        assert values.min() > 0.5 and values.max() < 1.4


def test_word_rows_are_sums_as_long_as_one_word() -> None:
    table = torch.eye(4)
    rows = word_rows([[0], [1, 2, 3, 3]], table)
    assert rows[0].tolist() == [1, 0, 0, 0] and rows[1].tolist() == [0, 0.5, 0.5, 1.0]


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> ChatTokenizer:
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.model"
    rng = random.Random(3)
    facts = (random_sound_facts(rng) for _ in range(3000))
    train_tokenizer((" ".join(fact_phrases(one)) + f" {rng.random()}" for one in facts), 3000, 400, path)
    return ChatTokenizer(path)


def test_an_aligner_learns_the_rows_of_its_samples_and_goes_on_from_them(
    tokenizer: ChatTokenizer, tmp_path: Path
) -> None:
    features = np.random.default_rng(0).normal(size=(2, 5, 256)).astype(np.float16)
    store = FeatureStore(features, (SoundFacts(("laughter",)), SoundFacts(("a yawn",), loud=True)))
    table = torch.randn(len(tokenizer), 32, generator=torch.Generator().manual_seed(1))
    fused = FusedModality(nano_options("audio", 32))
    options = RowOptions(steps=300, batch=8, warmup=10)
    loss = train_rows(tmp_path, fused, store, tokenizer, table, options, 1, "rows")
    assert loss < 0.5
    again = FusedModality(nano_options("audio", 32))
    assert train_rows(tmp_path, again, store, tokenizer, table, options, 1, "rows") == loss
    taken = store.take([0, 1])
    assert torch.equal(again.align(taken), fused.align(taken))


def test_motion_rows_repeat_the_activity() -> None:
    assert fact_phrases(MotionFacts("taking stairs")) == (" taking stairs",) * 4
