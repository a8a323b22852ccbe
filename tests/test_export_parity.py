"""Comparisons: they find what differs, and say nothing where nothing does."""

import numpy as np
import pytest

from anymal.errors import ExportError
from anymal.export.parity import (
    RowsParity,
    Tolerances,
    compare_logits,
    compare_rows,
    max_error,
    require,
    require_quantised,
)

DICE = np.random.default_rng(0)
ROWS = DICE.standard_normal((3, 2, 8)).astype(np.float32)
LOGITS = [DICE.standard_normal((length, 11)).astype(np.float32) for length in (1, 4)]


def test_equal_rows_are_equal() -> None:
    found = compare_rows(ROWS, ROWS.copy())
    assert (found.inputs, found.max_abs, found.mean_abs) == (3, 0.0, 0.0)
    assert found.cosine_min == pytest.approx(1.0)


def test_one_turned_soft_token_is_found() -> None:
    turned = ROWS.copy()
    turned[1, 0] *= -1
    found = compare_rows(ROWS, turned)
    assert found.cosine_min == pytest.approx(-1.0)
    assert found.max_abs == pytest.approx(2 * np.abs(ROWS[1, 0]).max())


def test_the_limit_of_large_rows_is_what_float32_can_hold() -> None:
    """A projector of great weights: float32 itself is farther from float64 than rows of unit scale may be."""
    features, weights = DICE.standard_normal((64, 512)), 20 * DICE.standard_normal((512, 8))
    exact = (features @ weights)[:, None].astype(np.float32)
    found = compare_rows(exact, (features.astype(np.float32) @ weights.astype(np.float32))[:, None])
    limits = Tolerances()
    assert found.max_abs > limits.onnx_max_abs, "the case shows nothing"
    assert found.scale == np.abs(exact).max() > 300
    require("rows", max_error(found), found.max_abs, limits.onnx_limit(found))
    off = compare_rows(exact, exact * np.float32(1.0001))
    with pytest.raises(ExportError, match=r"max abs error of rows up to \d+.* wanted <= 0\.01"):
        require("rows", max_error(off), off.max_abs, limits.onnx_limit(off))


@pytest.mark.parametrize("scale", [0.0, 1.0, 10.0, float("nan"), float("inf")])
def test_the_limit_of_other_rows_is_absolute(scale: float) -> None:
    rows = RowsParity(4, 0.0, 0.0, 1.0, 1.0, scale)
    assert Tolerances().onnx_limit(rows) == 1e-4
    assert Tolerances(onnx_max_abs=0.0).onnx_limit(rows) == 0.0


def test_rows_that_cannot_be_compared() -> None:
    with pytest.raises(ExportError, match=r"rows have shape \[3, 2, 7\], torch made \[3, 2, 8\]"):
        compare_rows(ROWS, ROWS[..., :7])
    with pytest.raises(ExportError, match="NaN or infinity"):
        compare_rows(ROWS, np.full_like(ROWS, np.nan))


def test_logits_that_only_shift_keep_their_answers() -> None:
    found = compare_logits(LOGITS, [logits + 1 for logits in LOGITS])
    assert found.max_abs == pytest.approx(1.0)
    assert found.mean_kl == pytest.approx(0.0, abs=1e-9)
    assert found.answers_changed == 0.0
    assert (found.prompts, found.positions) == (2, 5)


def test_one_changed_word_changes_one_answer() -> None:
    other = [logits.copy() for logits in LOGITS]
    other[1][2, int(LOGITS[1][2].argmin())] = 100.0
    found = compare_logits(LOGITS, other)
    assert found.answers_changed == 0.5
    assert found.mean_kl > 1.0


def test_logits_that_cannot_be_compared() -> None:
    with pytest.raises(ExportError, match="transformers made"):
        compare_logits(LOGITS, [logits[:, :3] for logits in LOGITS])
    with pytest.raises(ExportError, match="NaN or infinity"):
        compare_logits(LOGITS, [np.full_like(logits, np.inf) for logits in LOGITS])


def test_require_gives_the_numbers() -> None:
    require("a", "b", 1.0, 1.0)
    require("a", "b", 1.0, 0.5, ">=")
    with pytest.raises(
        ExportError, match=r"steel is outside tolerance: length is 1.25, wanted <= 1; nothing"
    ):
        require("steel", "length", 1.25, 1.0)
    with pytest.raises(ExportError, match="wanted >= 2"):
        require("steel", "length", 1.25, 2.0, ">=")


@pytest.mark.parametrize(
    ("quantization", "why"), [("Q4_0", "a wider type"), ("F32", "only the .* f16 cache")]
)
def test_limits_of_the_quantised_llm_name_the_option_that_moves_them(quantization: str, why: str) -> None:
    limits = Tolerances(quantised_mean_kl=0.1, quantised_answers_changed=0.1)
    require_quantised(quantization, 0.1, 0.1, limits)
    with pytest.raises(ExportError, match=f"the LLM as {quantization} .* mean KL is 0.2.*{why}.*--max-kl"):
        require_quantised(quantization, 0.2, 0.1, limits)
    with pytest.raises(ExportError, match=f"changed answers is 0.125.*{why}.*--max-changed"):
        require_quantised(quantization, 0.1, 0.125, limits)
