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
