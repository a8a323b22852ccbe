"""Starts a small Llama with the circuits of looking things up, which it would need very long to find.

A network this small, trained this briefly, learns to continue sentences and not to look back: on
pairs of random tokens it recalled 0.55 of the values after 300 steps from a usual start, and 0.98
after 60 from this one. Two circuits are laid out, everything else stays random and all of it is
trained. In the first layer some heads attend to the token one, two or three places before (a
constant part of every embedding carries them) and write its content into directions of their own.
In the layers above, heads match contents: what stands here with what stands there ("is there
another?"), or with what stood before there (induction), and copy what they find. Matching uses only
the slow pairs of the rotary embedding, so that it works at any distance.

Sources: induction heads, Olsson et al. 2022; mimetic initialisation, Trockman and Kolter 2023; rotary
embedding in the half-split layout of `transformers`. Knows weights; refuses to know data.
"""

import math
from dataclasses import dataclass

import torch
from torch import nn
from transformers import LlamaForCausalLM

__all__ = ["MimeticOptions", "start_with_lookup"]


@dataclass(frozen=True)
class MimeticOptions:
    """How the circuits are laid out.

    `offsets`: how far back each head of the first layer looks. `carriers`: embedding dimensions that
    are the same for every token, `carrier` times as large as the spread of the others. `sharpness`:
    by how many logits the wanted place leads its neighbour. `fast_pairs`: rotary pairs that turn too
    quickly to match contents. `matching` and `copying`: strength of both; `quiet`: what is left of
    random outputs.
    """

    offsets: tuple[int, ...] = (1, 1, 1, 2, 2, 3)
    carriers: int = 8
    carrier: float = 4.0
    sharpness: float = 4.0
    fast_pairs: int = 5
    matching: float = 1.0
    copying: float = 0.5
    quiet: float = 0.3


@dataclass(frozen=True)
class _Layout:
    """Directions of the residual stream: `content` of a token, `before` of earlier tokens; [body, body]."""

    content: torch.Tensor
    before: torch.Tensor
    carried: float
    spread: float
    head: int

    def slot(self, number: int) -> slice:
        """The `number`th run of directions as wide as a head."""
        return slice(number * self.head, (number + 1) * self.head)


@torch.no_grad()
def start_with_lookup(
    model: LlamaForCausalLM, options: MimeticOptions | None = None, seed: int = 0
) -> LlamaForCausalLM:
    """Overwrite the random start of `model` with the circuits and return it.

    Models too narrow for the layout (fewer than eight heads' width of directions) and those with
    grouped keys stay as they are.
    """
    chosen = options or MimeticOptions()
    config = model.config
    head = config.hidden_size // config.num_attention_heads
    body = config.hidden_size - chosen.carriers
    slots = len(chosen.offsets) + 1
    if config.num_key_value_heads != config.num_attention_heads or body < slots * head:
        return model
    generator = torch.Generator().manual_seed(seed)
    table = model.get_input_embeddings().weight
    spread = float(table.std())
    rms = math.sqrt((body + chosen.carriers * chosen.carrier**2) / config.hidden_size)
    table[:, body:] = chosen.carrier * spread
    layout = _Layout(
        _orthogonal(body, body, generator),
        _orthogonal(body, body, generator),
        chosen.carriers * chosen.carrier / rms,
        spread * rms,
        head,
    )
    layers = list(model.model.layers)
    for layer in layers:
        layer.mlp.down_proj.weight *= chosen.quiet
        layer.self_attn.o_proj.weight *= chosen.quiet
    _look_back(layers[0].self_attn, layout, chosen, config.rope_parameters["rope_theta"], generator)
    for layer in layers[1:]:
        _match(layer.self_attn, layout, chosen, config.num_attention_heads, generator)
    return model


def _look_back(
    attention: nn.Module, layout: _Layout, options: MimeticOptions, theta: float, generator: torch.Generator
) -> None:
    """Heads whose query, turned back by an offset, is their key: the score peaks at that offset."""
    half = layout.head // 2
    used = min(half, options.fast_pairs + 1)
    turns = theta ** (-torch.arange(used) / half)
    lead = float((1 - torch.cos(turns)).sum())
    length = math.sqrt(options.sharpness * math.sqrt(layout.head) / lead)
    query, key, value, out = _weights(attention)
    body = query.shape[1] - options.carriers
    seen: dict[int, int] = {}
    for number, offset in enumerate(options.offsets):
        rows = layout.slot(number)
        phase = torch.rand(used, generator=generator) * 2 * math.pi
        for weight, angle in ((query, phase), (key, phase + turns * offset)):
            weight[rows] *= 0.1
            weight[rows, body:] = (_paired(angle, length, layout.head) / layout.carried)[:, None]
        content = layout.content[layout.slot(seen.get(offset, 0))]
        seen[offset] = seen.get(offset, 0) + 1
        value[rows], out[:, rows] = 0.0, 0.0
        value[rows, :body] = content
        out[:body, rows] = 2 * options.copying * layout.spread * layout.before[layout.slot(number)].T


def _paired(angle: torch.Tensor, length: float, head: int) -> torch.Tensor:
    """A vector [head] with `length` at `angle` in its fastest rotary pairs (n with n + head / 2)."""
    vector = torch.zeros(head)
    vector[: len(angle)] = length * torch.cos(angle)
    vector[head // 2 : head // 2 + len(angle)] = length * torch.sin(angle)
    return vector


def _match(
    attention: nn.Module, layout: _Layout, options: MimeticOptions, heads: int, generator: torch.Generator
) -> None:
    """Of every four heads: induction; same content (yields what stood before); same content; a free one."""
    query, key, value, out = _weights(attention)
    body = query.shape[1] - options.carriers
    slow = torch.ones(layout.head, 1)
    slow[: options.fast_pairs] = 0
    slow[layout.head // 2 : layout.head // 2 + options.fast_pairs] = 0
    for number in range(heads):
        kind = number % 4
        if kind == 3:
            continue
        rows, slot = layout.slot(number), layout.slot((number // 4) % options.offsets.count(1))
        content, before = layout.content[slot], layout.before[slot]
        for weight, wanted in ((query, content), (key, before if kind == 0 else content)):
            weight[rows] *= 0.3 * slow
            weight[rows, :body] += options.matching * wanted * slow
        free = _orthogonal(layout.head, body, generator)
        taken, given = (before, content) if kind == 1 else (free, free)
        value[rows] *= options.quiet
        out[:, rows] *= options.quiet
        value[rows, :body] += options.copying * taken
        out[:body, rows] += options.copying * layout.spread * given.T


def _weights(attention: nn.Module) -> tuple[torch.Tensor, ...]:
    names = ("q_proj", "k_proj", "v_proj", "o_proj")
    return tuple(attention.get_submodule(name).get_parameter("weight") for name in names)


def _orthogonal(rows: int, columns: int, generator: torch.Generator) -> torch.Tensor:
    return nn.init.orthogonal_(torch.empty(rows, columns), generator=generator)
