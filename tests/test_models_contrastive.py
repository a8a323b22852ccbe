"""Contrastive losses: they fall where facts are met, whatever the bank holds beside them."""

import pytest
import torch

from anymal.training.contrastive import ContrastiveHead, Temperature, sigmoid_loss, softmax_loss

BANK = torch.eye(4)
TARGETS = torch.tensor([[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 1.0, 0.0]])
RIGHT = torch.nn.functional.normalize(TARGETS, dim=-1)
WRONG = torch.nn.functional.normalize(1 - TARGETS, dim=-1)


def test_sigmoid_loss_prefers_true_phrases() -> None:
    scale, bias = Temperature(scale=10.0, bias=-3.0)()
    assert sigmoid_loss(RIGHT, BANK, TARGETS, scale, bias) < 0.1 * sigmoid_loss(
        WRONG, BANK, TARGETS, scale, bias
    )


def test_sigmoid_loss_is_balanced_however_large_the_bank_is() -> None:
    scale, bias = torch.tensor(0.0), torch.tensor(-5.0)
    always_no = sigmoid_loss(RIGHT, BANK, TARGETS, scale, bias)
    assert always_no > 2.0  # missing every positive costs half of the weight, not a 4th or 400th


def test_sigmoid_loss_ignores_unknown_facts() -> None:
    scale, bias = torch.tensor(10.0), torch.tensor(0.0)
    known = torch.ones_like(TARGETS, dtype=torch.bool)
    known[1] = False
    spoiled = torch.stack([RIGHT[0], WRONG[1]])
    assert torch.equal(
        sigmoid_loss(spoiled, BANK, TARGETS, scale, bias, known),
        sigmoid_loss(RIGHT, BANK, TARGETS, scale, bias, known),
    )


@pytest.mark.parametrize("symmetric", [False, True])
def test_softmax_loss_prefers_true_phrases(symmetric: bool) -> None:
    scale = torch.tensor(10.0)
    right = softmax_loss(RIGHT, BANK, TARGETS, scale, symmetric=symmetric)
    wrong = softmax_loss(WRONG, BANK, TARGETS, scale, symmetric=symmetric)
    assert right < 0.25 * wrong


def test_softmax_loss_weighs_rare_phrases() -> None:
    scale = torch.tensor(10.0)
    half = torch.stack([RIGHT[0], WRONG[1]])
    plain = softmax_loss(half, BANK, TARGETS, scale)
    heavier = softmax_loss(half, BANK, TARGETS, scale, phrase_weights=torch.tensor([1.0, 5.0, 5.0, 1.0]))
    assert heavier > plain


def test_label_smoothing_never_rewards_certainty() -> None:
    sharp, soft = torch.tensor(100.0), torch.tensor(5.0)
    assert softmax_loss(RIGHT, BANK, TARGETS, sharp, 0.1) > softmax_loss(RIGHT, BANK, TARGETS, soft, 0.1)


def test_head_gives_unit_vectors_and_everything_learns() -> None:
    torch.manual_seed(0)
    head, temperature = ContrastiveHead(8, 4), Temperature()
    vectors = head(torch.randn(2, 3, 8))
    assert torch.allclose(vectors.norm(dim=-1), torch.ones(2), atol=1e-5)
    scale, bias = temperature()
    sigmoid_loss(vectors, BANK, TARGETS, scale, bias).backward()
    assert all(parameter.grad is not None for parameter in (*head.parameters(), *temperature.parameters()))
