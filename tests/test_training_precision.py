"""Training in bfloat16 where it is fast: attention leaves autocast and says the same."""

import json
from pathlib import Path

import pytest
import torch
from transformers import LlamaForCausalLM

from anymal.training import precision
from anymal.training.precision import FLOAT32_ATTENTION, training_attention
from anymal.training.train_llm import LlmOptions, build_llm


def small_llm() -> LlamaForCausalLM:
    torch.manual_seed(1)
    return build_llm(LlmOptions(hidden=64, layers=2, heads=2, feed_forward=128), 96, end_id=2)


def test_attention_in_float32_answers_as_the_usual_one_and_learns_alike() -> None:
    ids = torch.randint(96, (3, 17), generator=torch.Generator().manual_seed(2))
    found = []
    for name in ("sdpa", FLOAT32_ATTENTION):
        llm = small_llm()
        llm.set_attn_implementation(name)
        logits = llm(input_ids=ids).logits
        logits.square().mean().backward()
        gradient = llm.model.layers[0].self_attn.q_proj.weight.grad
        assert gradient is not None
        found.append((logits.detach(), gradient))
    torch.testing.assert_close(found[0], found[1])


def test_under_autocast_it_computes_in_float32() -> None:
    llm = small_llm()
    llm.set_attn_implementation(FLOAT32_ATTENTION)
    seen = []
    llm.model.layers[0].self_attn.o_proj.register_forward_pre_hook(lambda _, args: seen.append(args[0].dtype))
    with torch.autocast("cpu", torch.bfloat16):
        llm(input_ids=torch.tensor([[1, 5, 7]]))
    assert seen == [torch.float32]


def test_a_saved_llm_does_not_remember_how_it_was_trained(tmp_path: Path) -> None:
    llm = small_llm()
    llm.set_attn_implementation(FLOAT32_ATTENTION)
    llm.save_pretrained(tmp_path)
    assert FLOAT32_ATTENTION not in json.dumps(json.loads((tmp_path / "config.json").read_text()))


@pytest.mark.parametrize(
    ("device", "fast", "wanted"),
    [("cpu", True, FLOAT32_ATTENTION), ("cpu", False, "sdpa"), ("cuda:0", True, "sdpa")],
)
def test_only_a_cpu_that_is_fast_in_bfloat16_needs_it(
    device: str, fast: bool, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "fast_bfloat16", lambda device: fast)
    assert training_attention(device) == wanted
