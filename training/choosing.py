"""A fitted linear aligner becomes one that chooses: its rows weigh the words they were fitted to.

An encoder that is unsure gives a linear aligner a row between two words, and a small LLM reads such a row in
its own way: nine motions of people nobody trained on were nearest to the right word in 0.82 and answered
right in 0.78. The word that the row is nearest to, said plainly, cannot be misread. Knows both aligners and
how sure the choice is to be; refuses to know which senses choose.
"""

from dataclasses import dataclass, replace
from typing import cast

import torch
from torch import nn
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.aligner import ChoosingAligner, ChoosingOptions, LinearAligner, pool_features
from anymal.models.modality import FusedModality
from anymal.training.chat_format import ChatTokenizer
from anymal.training.feature_store import FeatureStore
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.soft_prompt import word_rows

__all__ = ["ChoiceOptions", "choosing_from", "let_choose"]

_HALVINGS = 40


@dataclass(frozen=True)
class ChoiceOptions:
    """How sure the choice is to be: the mean share of the chosen word over the first `samples` of a store."""

    share: float = 0.95
    samples: int = 2000


def let_choose(
    fused: FusedModality,
    store: FeatureStore,
    tokenizer: ChatTokenizer,
    table: torch.Tensor,
    options: ChoiceOptions | None = None,
) -> None:
    """Replace the linear aligner of `fused` by one that chooses among the facts of `store`.

    Its words are rows of `table`, the LLM's embeddings [n_vocab, n_embd]. Raises as `choosing_from` does.
    """
    chosen, linear = options or ChoiceOptions(), cast(LinearAligner, fused.aligner)
    facts = sorted(set(store.facts), key=str)
    phrases = [tokenizer.encode(row) for fact in facts for row in fact_phrases(fact)]
    words = word_rows(phrases, table).reshape(len(facts), -1, table.shape[1])
    features = store.take(list(range(min(len(store), chosen.samples)))).to(table.device)
    aligner = choosing_from(linear, words, features, chosen.share)
    fused.aligner = aligner.train(linear.training)
    fused.options = replace(fused.options, aligner="choosing", aligner_options=aligner.options)


@torch.no_grad()
def choosing_from(
    linear: LinearAligner, words: torch.Tensor, features: torch.Tensor, share: float
) -> ChoosingAligner:
    """An aligner that chooses among `words` [n, tokens, n_embd] as the rows of `linear` lie nearest to them.

    Over `features` [samples, positions, features_dim] the chosen word has `share` of the rows on average.
    Raises `ConfigError` for fewer than two words and for an aligner with a hidden layer, whose rows are not
    linear in what it pools.
    """
    shape = linear.shape
    if len(words) < 2 or linear.options.hidden:
        raise ConfigError(
            "an aligner chooses among two words or more, as one without a hidden layer says them; found "
            f"{len(words)} words and a hidden layer of {linear.options.hidden}"
        )
    chosen = ChoosingOptions(len(words), linear.options.pooling, linear.options.dropout)
    aligner = ChoosingAligner(shape, chosen).to(words.device)
    aligner.words.copy_(words.flatten(1))
    aligner.norm.load_state_dict(linear.project[:-1].state_dict())
    # By angle: rows of words differ in length, and an unsure row is short.
    ways = functional.normalize(words.mean(dim=1), dim=-1)
    ways = ways - ways.mean(dim=0)  # what all words share says nothing
    last = cast(nn.Linear, linear.project[-1])
    weight = last.weight.reshape(shape.tokens, shape.n_embd, -1) * linear.rows_norm.gain[:, None]
    bias = last.bias.reshape(shape.tokens, shape.n_embd) * linear.rows_norm.gain
    aligner.choose.weight.copy_(ways @ weight.mean(dim=0))
    aligner.choose.bias.copy_(ways @ bias.mean(dim=0))
    norm = aligner.norm.eval()
    scale = _sharpness(aligner.choose(norm(pool_features(features, chosen.pooling))), share)
    aligner.choose.weight.mul_(scale)
    aligner.choose.bias.mul_(scale)
    return aligner


def _sharpness(logits: torch.Tensor, share: float) -> float:
    """The factor by which the largest share of softmax(`logits` [samples, words]) is `share` on average."""
    low, high = 0.0, 1e4
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        sure = float(torch.softmax(logits * middle, dim=-1).amax(dim=-1).mean())
        low, high = (middle, high) if sure < share else (low, middle)
    return (low + high) / 2
