"""Stage a of the nano recipe: a small Llama learns to talk from generated dialogues.

Knows the optimiser, the schedule and how to resume; refuses to know what the dialogues say
(`training.corpus`) or that sensors exist: rows of words stand for soft tokens.
"""

import json
import math
import random
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from tqdm import tqdm
from transformers import LlamaConfig, LlamaForCausalLM

from anymal.training.batches import Batch, batches
from anymal.training.chat_format import CHAT_TEMPLATE, ChatTokenizer, Sequence
from anymal.training.compiled import compiled_for
from anymal.training.kind_errors import KindErrors
from anymal.training.mimetic import start_with_lookup
from anymal.training.optimiser import MuonAdamW, Rates
from anymal.training.precision import fast_bfloat16, training_attention
from anymal.training.soft_prompt import embed_batch

__all__ = [
    "Corpus",
    "LlmOptions",
    "build_llm",
    "cosine_rate",
    "save_llm",
    "train_llm",
    "weighted_logits",
    "weighted_loss",
]

SAVE_EVERY = 250
# How many of the kinds that are wrong most often are told at the end.
HARDEST = 12
Corpus = Callable[[random.Random, KindErrors], Iterator[Sequence]]
"""Endless dialogues; the second argument says which kinds are still answered wrong."""


@dataclass(frozen=True)
class LlmOptions:
    """Shape and schedule of the language model; `steps` of about `batch_tokens` tokens each.

    The first `practice_steps` are drills in looking things up; dialogues follow. The rates are lower
    than a random start would bear: higher ones wash out what the start lays down (`training.mimetic`). Word
    embeddings have a lower one still: at `other_rate`, words that answer one question ("Clear", "Rain",
    "Snow") fell into one direction (cosine 0.99) before anything told them apart, and rows look alike.
    """

    hidden: int = 256
    layers: int = 6
    heads: int = 8
    feed_forward: int = 512
    context: int = 1024
    vocabulary: int = 2048
    steps: int = 3300
    batch_tokens: int = 4096
    matrix_rate: float = 3e-3
    other_rate: float = 2e-3
    word_rate: float = 6e-4
    warmup: int = 60
    practice_steps: int = 600
    noise: float = 0.3


def build_llm(options: LlmOptions, vocabulary: int, end_id: int) -> LlamaForCausalLM:
    """A random Llama with tied embeddings, of the shape in `options`."""
    config = LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=options.hidden,
        intermediate_size=options.feed_forward,
        num_hidden_layers=options.layers,
        num_attention_heads=options.heads,
        num_key_value_heads=options.heads,
        max_position_embeddings=options.context,
        rms_norm_eps=1e-5,
        rope_theta=10000.0,
        tie_word_embeddings=True,
        bos_token_id=1,
        eos_token_id=end_id,
        attention_dropout=0.0,
    )
    return LlamaForCausalLM(config)


def weighted_logits(
    head: nn.Module, hidden: torch.Tensor, weights: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits [N, vocabulary] of `hidden` [B, T, D] before tokens that have a weight, and where [B, T - 1].

    Only there are logits made: most positions are captions and padding.
    """
    chosen = weights[:, 1:] > 0
    return head(hidden[:, :-1][chosen]), chosen


def weighted_loss(
    logits: torch.Tensor, chosen: torch.Tensor, ids: torch.Tensor, weights: torch.Tensor
) -> torch.Tensor:
    """Mean cross entropy of `weighted_logits` with the next of `ids` [B, T], by `weights` [B, T]."""
    losses = nn.functional.cross_entropy(logits.float(), ids[:, 1:][chosen], reduction="none")
    wanted = weights[:, 1:][chosen]
    return (losses * wanted).sum() / wanted.sum().clamp(min=1e-6)


def cosine_rate(step: int, steps: int, warmup: int) -> float:
    """Linear warm-up to 1, then cosine down to 0.05."""
    if step < warmup:
        return (step + 1) / warmup
    progress = (step - warmup) / max(1, steps - warmup)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))


def train_llm(
    out: Path,
    tokenizer: ChatTokenizer,
    corpus: Corpus,
    practice: Callable[[random.Random], Iterator[Sequence]],
    options: LlmOptions,
    seed: int,
    device: str,
) -> dict[str, float]:
    """Train and write `out/llm/` (Hugging Face folder); resumes from `out/state.pt` when it is there.

    Batches come from `practice` for the first steps, then from `corpus`.
    """
    torch.manual_seed(seed)
    model = start_with_lookup(build_llm(options, len(tokenizer), tokenizer.end), seed=seed).to(device)
    model.set_attn_implementation(training_attention(device))
    optimiser = MuonAdamW(
        _rated(model, options), lambda step: cosine_rate(step, options.steps, options.warmup)
    )
    start = _resume(out, model, optimiser)
    blocks = compiled_for(options.steps - start, model.model)
    rng = random.Random(f"{seed}-{start}")
    drills = batches(practice(rng), options.batch_tokens, rng)
    errors = KindErrors()
    dialogues = batches(corpus(rng, errors), options.batch_tokens, rng)
    model.train()
    average, seen = 0.0, 0
    bar = tqdm(range(start, options.steps), desc="LLM", initial=start, total=options.steps, mininterval=5)
    for step in bar:
        batch = next(drills if step < options.practice_steps else dialogues)
        loss = _step(model, blocks, batch, optimiser, device, options.noise, errors)
        seen += int(batch.mask.sum())
        average = loss if step == start else 0.98 * average + 0.02 * loss
        if step % 20 == 0:
            bar.set_postfix(loss=f"{average:.4f}", tokens=seen)
        if (step + 1) % SAVE_EVERY == 0:
            _save_state(out, model, optimiser, step + 1)
    save_llm(out / "llm", model, out.parent / "tokenizer" / "tokenizer.model")
    metrics = {"loss": average, "tokens": float(seen), "steps": float(options.steps)}
    metrics |= {f"wrong {kind}": round(share, 3) for kind, share in errors.hardest(HARDEST)}
    (out / "metrics.json").write_text(json.dumps({**metrics, "options": asdict(options)}, indent=1))
    return metrics


def _rated(model: LlamaForCausalLM, options: LlmOptions) -> list[tuple[dict[str, nn.Parameter], Rates]]:
    """Parameters by name with their rates: the embeddings apart."""
    named = dict(model.named_parameters())
    words = {name: value for name, value in named.items() if "embed_tokens" in name}
    rest = {name: value for name, value in named.items() if name not in words}
    return [
        (rest, Rates(options.matrix_rate, options.other_rate)),
        (words, Rates(options.matrix_rate, options.word_rate)),
    ]


def _step(
    model: LlamaForCausalLM,
    blocks: Any,
    batch: Batch,
    optimiser: MuonAdamW,
    device: str,
    noise: float,
    errors: KindErrors,
) -> float:
    weights = batch.weights.to(device)
    with torch.autocast(device.split(":")[0], torch.bfloat16, enabled=fast_bfloat16(device)):
        # Causal attention with padding at the end only: no mask is needed, and the fast kernel runs.
        embedded = embed_batch(batch, model.get_input_embeddings(), {}, {}, device, noise)
        hidden = blocks(inputs_embeds=embedded, use_cache=False).last_hidden_state
        logits, chosen = weighted_logits(model.lm_head, hidden, weights)
        loss = weighted_loss(logits, chosen, batch.ids.to(device), weights)
    errors.note(batch, chosen, logits)
    optimiser.step(loss)
    return float(loss.detach())


def _save_state(out: Path, model: nn.Module, optimiser: MuonAdamW, step: int) -> None:
    staged = out / "state.staged"
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
    torch.save(state, staged)
    staged.replace(out / "state.pt")


def _resume(out: Path, model: nn.Module, optimiser: MuonAdamW) -> int:
    out.mkdir(parents=True, exist_ok=True)
    path = out / "state.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def save_llm(folder: Path, model: LlamaForCausalLM, tokenizer_model: Path) -> None:
    """Write a Hugging Face Llama folder that llama.cpp's converter takes as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    (folder / "tokenizer.model").write_bytes(tokenizer_model.read_bytes())
    config = {
        "tokenizer_class": "LlamaTokenizer",
        "add_bos_token": False,
        "add_eos_token": False,
        "add_prefix_space": False,
        "legacy": False,
        "bos_token": "<s>",
        "eos_token": "<|end|>",
        "unk_token": "<unk>",
        "clean_up_tokenization_spaces": False,
        "model_max_length": model.config.max_position_embeddings,
        "chat_template": CHAT_TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=1))
