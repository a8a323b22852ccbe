"""Sampling: greedy is argmax, seeds repeat, top-k and top-p cut where they say."""

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.errors import ConfigError, EngineError
from anymal.runtime.sampling import Sampler, SamplingOptions


def logits_of(*weights: float) -> NDArray[np.float32]:
    return np.log(np.array(weights, np.float32))


def draw(options: SamplingOptions, logits: NDArray[np.float32], count: int = 400) -> list[int]:
    sampler = Sampler(options)
    return [sampler.pick(logits) for _ in range(count)]


def test_greedy_takes_the_best_and_breaks_ties_by_number() -> None:
    assert draw(SamplingOptions(), np.array([1, 5, 5, 2], np.float32), 3) == [1, 1, 1]


def test_the_same_seed_draws_the_same_tokens_and_another_seed_others() -> None:
    logits = logits_of(0.3, 0.3, 0.4)
    first = draw(SamplingOptions(temperature=1, seed=5), logits)
    assert draw(SamplingOptions(temperature=1, seed=5), logits) == first
    assert draw(SamplingOptions(temperature=1, seed=6), logits) != first


def test_temperature_one_draws_in_proportion() -> None:
    drawn = draw(SamplingOptions(temperature=1, seed=1), logits_of(0.7, 0.2, 0.1), 4000)
    shares = np.bincount(drawn, minlength=3) / len(drawn)
    assert np.abs(shares - [0.7, 0.2, 0.1]).max() < 0.03, shares


def test_a_low_temperature_is_almost_greedy() -> None:
    assert set(draw(SamplingOptions(temperature=0.01), logits_of(0.5, 0.3, 0.2))) == {0}


def test_top_k_keeps_k() -> None:
    assert set(draw(SamplingOptions(temperature=2, top_k=2), logits_of(0.1, 0.2, 0.3, 0.4))) == {2, 3}


@pytest.mark.parametrize(("top_p", "kept"), [(0.3, {3}), (0.4, {3}), (0.5, {2, 3}), (0.75, {1, 2, 3})])
def test_top_p_keeps_the_smallest_set_that_reaches_p(top_p: float, kept: set[int]) -> None:
    drawn = draw(SamplingOptions(temperature=1, top_p=top_p), logits_of(0.1, 0.2, 0.25, 0.45))
    assert set(drawn) == kept


def test_huge_logits_do_not_overflow() -> None:
    assert draw(SamplingOptions(temperature=1), np.array([3e38, -3e38], np.float32), 2) == [0, 0]


@pytest.mark.parametrize("temperature", [0.0, 1.0])
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_logits_that_are_no_numbers_are_an_engine_error(bad: float, temperature: float) -> None:
    with pytest.raises(EngineError, match="damaged"):
        Sampler(SamplingOptions(temperature=temperature)).pick(np.array([0, bad], np.float32))


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"temperature": -1.0}, "temperature"),
        ({"temperature": float("nan")}, "temperature"),
        ({"top_k": -1}, "top_k"),
        ({"top_p": 0.0}, "top_p"),
        ({"top_p": 1.5}, "top_p"),
        ({"seed": -1}, "seed"),
    ],
)
def test_options_out_of_range_name_themselves(options: dict[str, float], name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        SamplingOptions(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize("top_k", [0, 1, 7, 5000])
@pytest.mark.parametrize("top_p", [1.0, 0.9, 0.05])
@pytest.mark.parametrize("spread", [0.01, 3.0])
def test_the_shortcut_keeps_what_sorting_everything_would(top_k: int, top_p: float, spread: float) -> None:
    logits = np.random.default_rng(4).normal(0, spread, 3000)
    logits[[5, 900, 2999]] = logits.max()  # ties go to the lowest number
    order = np.argsort(-logits, kind="stable")[: top_k or None]
    weights = np.exp((logits[order] - logits[order[0]]) / 0.7)
    weights /= weights.sum()
    stays = np.cumsum(weights) - weights < top_p
    wanted = dict(zip(order[stays].tolist(), (weights[stays] / weights[stays].sum()).tolist(), strict=True))
    options = SamplingOptions(temperature=0.7, top_k=top_k, top_p=top_p)
    candidates, found = Sampler(options)._kept(logits)
    shares = dict(zip(candidates.tolist(), (found / found.sum()).tolist(), strict=True))
    # At the nucleus's very edge one token may fall either way by the last bit of a sum.
    assert len(set(wanted) ^ set(shares)) <= 1
    for token in set(wanted) & set(shares):
        assert shares[token] == pytest.approx(wanted[token], rel=1e-2)
