"""The start that can look things up: where its heads look."""

import itertools
import random
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from anymal.training.chat_format import ChatTokenizer
from anymal.training.corpus import PRACTICE_TURNS, TextWorld, drill_corpus, sentences
from anymal.training.mimetic import MimeticOptions, start_with_lookup
from anymal.training.tokenizer import train_tokenizer


def small_llama(heads: int = 8, hidden: int = 256) -> LlamaForCausalLM:
    torch.manual_seed(3)
    config = LlamaConfig(
        vocab_size=400,
        hidden_size=hidden,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=heads,
        num_key_value_heads=heads,
        tie_word_embeddings=True,
        attn_implementation="eager",
    )
    return LlamaForCausalLM(config).eval()


def attention(model: LlamaForCausalLM, ids: list[int]) -> tuple[torch.Tensor, ...]:
    with torch.no_grad():
        made = model(input_ids=torch.tensor([ids]), output_attentions=True)
    return tuple(layer[0] for layer in made.attentions)


def test_heads_of_the_first_layer_look_one_two_and_three_back() -> None:
    model = start_with_lookup(small_llama(), seed=1)
    ids = random.Random(1).sample(range(20, 400), 40)
    first = attention(model, ids)[0]
    for head, offset in enumerate(MimeticOptions().offsets):
        right = [int(first[head, at].argmax()) == at - offset for at in range(5, 40)]
        assert sum(right) >= 0.9 * len(right), (head, offset)


def test_a_head_above_finds_what_followed_the_same_token_before() -> None:
    model = start_with_lookup(small_llama(), seed=1)
    hits = []
    for trial in range(20):
        ids = random.Random(trial).sample(range(20, 400), 12)
        at = 4
        found = attention(model, [*ids, ids[at]])[1][0, -1]  # an induction head, from the last place
        hits.append(int(found[1:-1].argmax()) + 1 == at + 1)
    # By chance one of twelve places is right.
    assert sum(hits) >= 10


def test_a_model_too_narrow_for_the_circuits_stays_as_it_is() -> None:
    before = small_llama(heads=2, hidden=64)
    after = start_with_lookup(small_llama(heads=2, hidden=64))
    for name, value in before.state_dict().items():
        torch.testing.assert_close(after.state_dict()[name], value, rtol=0, atol=0)


def test_practice_is_drills_alone_and_never_ends(tmp_path: Path) -> None:
    train_tokenizer(sentences(random.Random(1)), 2000, 768, tmp_path / "tokenizer.model")
    tokenizer = ChatTokenizer(tmp_path / "tokenizer.model")
    rng = random.Random(4)
    asked = []
    for sequence in itertools.islice(drill_corpus(TextWorld(), tokenizer, rng), 40):
        asked.append(sequence.ids.count(tokenizer.user))
        assert sequence.ids.count(tokenizer.assistant) == asked[-1]
        assert len(sequence.weights) == len(sequence.ids)
    assert max(asked) == PRACTICE_TURNS
    assert min(asked) >= 3
