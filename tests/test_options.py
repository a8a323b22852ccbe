"""Options refuse values of a wrong kind in words, where they are made: no thread meets them later."""

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from anymal.errors import ConfigError
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.sampling import SamplingOptions
from anymal.runtime.watch import WatchOptions, standing_question

WRONG: list[tuple[Callable[..., object], str, object, str]] = [
    (SamplingOptions, "seed", 1.5, "seed must be at least 0, a whole number, found 1.5"),
    (SamplingOptions, "seed", True, r"whole number, found True \(bool\)"),
    (SamplingOptions, "top_k", 1.5, "top_k must be at least 0, a whole number"),
    (SamplingOptions, "top_k", "4", r"found '4' \(str\)"),
    (
        SamplingOptions,
        "top_p",
        None,
        r"top_p must be from 0 to 1, a finite number .* found None \(NoneType\)",
    ),
    (SamplingOptions, "top_p", 0, "top_p must be more than 0"),
    (SamplingOptions, "top_p", 1.5, "top_p must be from 0 to 1 .* found 1.5"),
    (SamplingOptions, "temperature", "warm", "temperature must be at least 0, a finite number"),
    (SamplingOptions, "temperature", math.inf, "a finite number .* found inf"),
    (SamplingOptions, "temperature", True, "temperature must be"),
    (GenerationOptions, "seed", 1.5, "seed must be"),
    (GenerationOptions, "max_tokens", 2.5, "max_tokens must be at least 1, a whole number, found 2.5"),
    (GenerationOptions, "max_tokens", math.nan, "max_tokens must be .* found nan"),
    (GenerationOptions, "max_tokens", 0, "max_tokens must be at least 1, found 0"),
    (GenerationOptions, "max_thoughts", 1.0, "max_thoughts must be at least 0, a whole number"),
    (GenerationOptions, "max_thoughts", None, "max_thoughts must be"),
    (AssistantOptions, "threads", 1.5, "threads must be from 1 to 512, a whole number, found 1.5"),
    (AssistantOptions, "threads", True, "threads must be"),
    (AssistantOptions, "n_ctx", "512", "n_ctx must be at least 16, a whole number"),
    (AssistantOptions, "n_ctx", 15, "n_ctx must be at least 16 .* found 15"),
    (AssistantOptions, "device", ["gpu"], r"device must be one of auto, cpu, gpu, found \['gpu'\] \(list\)"),
    (AssistantOptions, "verify", "no", r"verify must be True or False, found 'no' \(str\)"),
    (AssistantOptions, "allow_unverified", 1, "allow_unverified must be True or False"),
    (AssistantOptions, "reuse", None, "reuse must be True or False"),
    (LiveOptions, "system", 4, r"LiveOptions.system must be a str, .* found 4"),
    (LiveOptions, "step", 32.0, "LiveOptions.step must be from 2 to 4096, a whole number, found 32.0"),
    (LiveOptions, "step", None, "LiveOptions.step must be"),
    (LiveOptions, "answer_step", True, "LiveOptions.answer_step must be"),
    (LiveOptions, "history", 1.5, "LiveOptions.history must be from 0 to 1000, a whole number"),
    (LiveOptions, "wait_s", "1", "LiveOptions.wait_s must be from 0 to 3600, a finite number"),
    (LiveOptions, "wait_s", None, "LiveOptions.wait_s must be"),
    (LiveOptions, "forget_s", math.nan, "LiveOptions.forget_s must be .* found nan"),
    (LiveOptions, "hop_s", 1.0, "LiveOptions.hop_s must be a Mapping, .* found 1.0"),
    (LiveOptions, "hop_s", {"imu": "1"}, "LiveOptions.hop_s of imu must be from 0.01 to 3600"),
    (LiveOptions, "hop_s", {"smell": 1.0}, "LiveOptions.hop_s takes .* found 'smell'"),
    (LiveOptions, "view", 3, "LiveOptions.view must be image or video"),
    (WatchOptions, "every_s", "often", "WatchOptions.every_s must be from 0 to 86400, a finite number"),
    (WatchOptions, "change", True, "WatchOptions.change must be"),
]


@pytest.mark.parametrize(("kind", "name", "value", "told"), WRONG)
def test_a_value_of_a_wrong_kind_is_told_with_the_option_and_what_was_found(
    kind: Callable[..., object], name: str, value: object, told: str
) -> None:
    with pytest.raises(ConfigError, match=told):
        kind(**{name: value})


def test_a_number_too_large_to_be_written_is_told_all_the_same() -> None:
    with pytest.raises(ConfigError, match=r"a finite number .* found a number of thousands of digits"):
        SamplingOptions(temperature=10**5000)


def test_what_was_found_is_shown_short() -> None:
    with pytest.raises(ConfigError) as caught:
        LiveOptions(system=["word"] * 10_000)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 200


def test_numbers_of_numpy_and_fractions_become_plain_ones() -> None:
    options = GenerationOptions(
        max_tokens=np.uint8(200),  # type: ignore[arg-type]
        max_thoughts=np.int64(300),  # type: ignore[arg-type]
        temperature=np.float32(0.5),  # type: ignore[arg-type]
        top_p=Fraction(1, 2),  # type: ignore[arg-type]
    )
    assert options.most_positions((1, 2)) == 502  # which np.uint8 cannot count to
    assert options == GenerationOptions(max_tokens=200, max_thoughts=300, temperature=0.5, top_p=0.5)
    kinds = [type(options.max_tokens), type(options.max_thoughts), type(options.temperature)]
    assert kinds == [int, int, float]
    assert type(LiveOptions(step=np.int16(64)).step) is int  # type: ignore[arg-type]
    assert type(AssistantOptions(threads=np.int16(2)).threads) is int  # type: ignore[arg-type]


def test_hops_that_the_caller_changes_later_stay_what_was_checked() -> None:
    hops = {"imu": 1.0}
    options = LiveOptions(hop_s=hops)  # type: ignore[arg-type]
    hops["imu"] = math.nan
    assert options.hop_ns("imu") == 1_000_000_000


def test_a_wish_that_is_no_text_is_refused() -> None:
    with pytest.raises(ConfigError, match="the wish to watch for must be a str"):
        standing_question(5)  # type: ignore[arg-type]
