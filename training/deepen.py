"""More layers for an LLM that has learned what its size can hold: at first they change no answer.

A new layer is a copy of the one before it whose two outputs, of attention and feed-forward, are zero: it
adds nothing to the residual stream until it learns to, and looks at once where its neighbour looks (block
expansion, LLaMA Pro, Wu et al. 2024). Knows where layers go; refuses to know how they learn (`practise`).
"""

import copy

import torch
from torch import nn
from transformers import LlamaForCausalLM

from anymal.errors import ConfigError

__all__ = ["deepen", "grown_from"]


def grown_from(layers: int, wanted: int) -> tuple[int, ...]:
    """For each of `wanted` layers in order, the one of `layers` it is or copies: new ones lie evenly spread.

    Raises `ConfigError` unless `wanted` is at least `layers` and at most twice as many.
    """
    if not layers <= wanted <= 2 * layers:
        raise ConfigError(
            f"an LLM of {layers} layers cannot get {wanted}; wanted {layers} to {2 * layers}, so that each "
            "new layer follows the one it copies"
        )
    more = wanted - layers
    followed = {round((k + 1) * layers / more) - 1 for k in range(more)}
    return tuple(sorted([*range(layers), *followed]))


def deepen(llm: LlamaForCausalLM, layers: int) -> LlamaForCausalLM:
    """`llm` with `layers` layers, its logits as before; `llm` itself where it has as many.

    Weights of the layers that were there are shared with `llm`. Raises `ConfigError` as `grown_from`.
    """
    sources = grown_from(llm.config.num_hidden_layers, layers)
    if len(sources) == llm.config.num_hidden_layers:
        return llm
    config = copy.deepcopy(llm.config)
    config.num_hidden_layers = layers
    with torch.device("meta"):
        made = LlamaForCausalLM(config)
    made.load_state_dict(_weights(llm, sources), assign=True)
    made.model.rotary_emb = llm.model.rotary_emb
    made.tie_weights()
    return made


def _weights(llm: LlamaForCausalLM, sources: tuple[int, ...]) -> dict[str, nn.Parameter]:
    old = dict(llm.named_parameters(remove_duplicate=False))
    weights = {name: value for name, value in old.items() if ".layers." not in name}
    for place, source in enumerate(sources):
        new = place > 0 and sources[place - 1] == source
        start = f"model.layers.{source}."
        for name, value in old.items():
            if name.startswith(start):
                target = f"model.layers.{place}.{name.removeprefix(start)}"
                weights[target] = _copied(name, value) if new else value
    return weights


def _copied(name: str, value: nn.Parameter) -> nn.Parameter:
    silent = name.endswith(("o_proj.weight", "down_proj.weight"))
    return nn.Parameter(torch.zeros_like(value) if silent else value.detach().clone())
