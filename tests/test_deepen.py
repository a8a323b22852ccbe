"""An LLM with more layers answers as before until the new ones learn, and they do learn."""

import pytest
import torch
from transformers import LlamaForCausalLM

from anymal.errors import ConfigError
from anymal.training.deepen import deepen, grown_from
from anymal.training.train_llm import LlmOptions, build_llm

SMALL = LlmOptions(hidden=32, layers=3, heads=2, feed_forward=48)


def small() -> LlamaForCausalLM:
    torch.manual_seed(0)
    return build_llm(SMALL, 64, 2)


@pytest.mark.parametrize(
    ("layers", "wanted", "sources"),
    [
        (3, 3, (0, 1, 2)),
        (3, 4, (0, 1, 2, 2)),
        (4, 6, (0, 1, 1, 2, 3, 3)),
        (8, 12, (0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 7)),
        (2, 4, (0, 0, 1, 1)),
        (7, 12, (0, 0, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6)),
    ],
)
def test_new_layers_follow_those_they_copy(layers: int, wanted: int, sources: tuple[int, ...]) -> None:
    assert grown_from(layers, wanted) == sources


@pytest.mark.parametrize("wanted", [2, 7])
def test_a_number_of_layers_that_cannot_be_is_refused(wanted: int) -> None:
    with pytest.raises(ConfigError, match=f"3 layers cannot get {wanted}; wanted 3 to 6"):
        deepen(small(), wanted)


def test_more_layers_change_no_logit_at_first() -> None:
    llm, ids = small(), torch.arange(40).reshape(2, 20)
    deeper = deepen(llm, 5)
    assert deeper.config.num_hidden_layers == len(deeper.model.layers) == 5
    assert llm.config.num_hidden_layers == 3
    with torch.no_grad():
        torch.testing.assert_close(deeper(ids).logits, llm(ids).logits)
    assert deeper.get_input_embeddings().weight is deeper.lm_head.weight


def test_new_layers_learn() -> None:
    deeper, ids = deepen(small(), 5), torch.arange(40).reshape(2, 20)
    deeper(ids, labels=ids).loss.backward()
    grown = grown_from(3, 5)
    for place, layer in enumerate(deeper.model.layers):
        copied = place > 0 and grown[place] == grown[place - 1]
        written = layer.mlp.down_proj.weight
        assert bool((written == 0).all()) is copied
        assert written.grad is not None
        assert float(written.grad.abs().max()) > 0


def test_it_is_the_same_llm_where_nothing_is_to_grow() -> None:
    llm = small()
    assert deepen(llm, 3) is llm


def test_what_was_grown_is_saved_and_loaded(tmp_path: object) -> None:
    deeper, ids = deepen(small(), 6), torch.arange(20)[None]
    deeper.save_pretrained(str(tmp_path))
    with torch.no_grad():
        again = LlamaForCausalLM.from_pretrained(str(tmp_path))
        torch.testing.assert_close(again(ids).logits, deeper(ids).logits)
