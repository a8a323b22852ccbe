"""Stages c and d of the nano recipe: aligners learn to speak to the LLM.

Stage c (paper, section 3.1): next-token likelihood of the caption given the soft tokens,
encoder and LLM frozen. Stage d (section 3.2): instruction tuning, aligners plus LoRA
(r = 64, alpha = 16, every linear layer), merged at the end. Knows optimisers and schedules;
refuses to know what the dialogues say.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from torch import nn
from tqdm import tqdm

from anymal.errors import ConfigError
from anymal.models.checkpoint import save_modality
from anymal.models.modality import FusedModality
from anymal.training.batches import Batch, batches
from anymal.training.chat_format import Sequence
from anymal.training.compiled import compiled_for
from anymal.training.feature_store import FeatureStore
from anymal.training.kind_errors import KindErrors
from anymal.training.optimiser import MuonAdamW, Rates
from anymal.training.precision import fast_bfloat16
from anymal.training.soft_prompt import embed_batch
from anymal.training.together import ALONE, Together
from anymal.training.train_llm import cosine_rate, weighted_logits, weighted_loss

__all__ = ["AlignOptions", "SoftPromptRun", "train_soft_prompts"]

SAVE_EVERY = 250
Corpus = Callable[[random.Random], Iterator[Sequence]]
"""Endless sequences, drawn with the generator it is given."""


@dataclass(frozen=True)
class AlignOptions:
    """Schedule of one stage: `rate` for the aligners' matrices, `lora_rate` for LoRA's.

    `other_rate` is for what is not a matrix (AdamW); LoRA is there when the LLM carries it. `word_rate`: for
    word embeddings where they still take gradients.
    """

    steps: int
    batch_tokens: int = 4096
    rate: float = 4e-3
    lora_rate: float = 6e-3
    other_rate: float = 1e-3
    word_rate: float = 3e-4
    warmup: int = 50
    lora_rank: int = 64
    lora_alpha: int = 16

    def gentler(self) -> "AlignOptions":
        """For aligners that are fitted: Muon's steps are as long whether or not anything is left to learn.

        Rows of pictures tuned at the full rate had a cosine of 0.85 with their words, fitted ones have 0.98.
        """
        return replace(self, rate=self.rate / 10, other_rate=self.other_rate / 10)


@dataclass(frozen=True)
class SoftPromptRun:
    """What is trained on what: a Hugging Face LLM, aligners and feature stores by modality.

    Aligners of `settled` modalities are read and stay as they are. `errors` learns which kinds are answered
    wrong, for whoever draws the dialogues. Rows of words get noise `noise` times as long. `together`: the
    processes that train it.
    """

    llm: Any
    aligners: Mapping[str, FusedModality]
    stores: Mapping[str, FeatureStore]
    device: str
    settled: frozenset[str] = frozenset()
    errors: KindErrors = field(default_factory=KindErrors)
    noise: float = 0.0
    together: Together = ALONE


def train_soft_prompts(
    out: Path, run: SoftPromptRun, corpus: Corpus, options: AlignOptions, seed: int, title: str
) -> dict[str, float]:
    """Train aligners (and LoRA weights the LLM may carry); writes aligners and state under `out`; resumes.

    `corpus` gets another generator each time it is resumed. Raises `ConfigError` when `out` is further than
    `options.steps`.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    for modality in run.settled:
        run.aligners[modality].aligner.requires_grad_(False)
    trained = _trainable(run)
    lora = {name: value for name, value in trained.items() if name.startswith("llm.")}
    aligners = {name: value for name, value in trained.items() if name not in lora}
    words = {name: lora.pop(name) for name in list(lora) if "embed_tokens" in name}
    optimiser = MuonAdamW(
        [
            (aligners, Rates(options.rate, options.other_rate)),
            (lora, Rates(options.lora_rate, options.other_rate)),
            (words, Rates(options.word_rate, options.word_rate)),
        ],
        lambda step: cosine_rate(step, options.steps, options.warmup),
        run.together,
    )
    start, average = _resume(out, trained, optimiser)
    if start > options.steps:
        raise ConfigError(
            f"{out}: is at step {start} already, wanted {options.steps}: ask for more, or remove it"
        )
    causal = run.llm.get_base_model() if hasattr(run.llm, "get_base_model") else run.llm
    blocks = compiled_for(options.steps - start, causal.model)
    dialogues = corpus(random.Random(f"{title}-{seed}-{start}"))
    stream = batches(dialogues, options.batch_tokens, random.Random(seed + start))
    first = run.together.first
    todo = range(start, options.steps)
    bar = tqdm(todo, desc=title, initial=start, total=options.steps, mininterval=5, disable=not first)
    for step in bar:
        loss = _step(run, causal.lm_head, blocks, next(stream), optimiser)
        average = loss if step == 0 else 0.98 * average + 0.02 * loss
        if step % 20 == 0:
            bar.set_postfix(loss=f"{average:.4f}")
        if first and ((step + 1) % SAVE_EVERY == 0 or step + 1 == options.steps):
            _save(out, trained, optimiser, step + 1, average)
    if not first:
        return {}
    for module in run.aligners.values():
        save_modality(out, module)
    metrics = {"loss": average, "steps": float(options.steps)}
    (out / "metrics.json").write_text(json.dumps({**metrics, "options": asdict(options)}, indent=1))
    return metrics


def _trainable(run: SoftPromptRun) -> dict[str, nn.Parameter]:
    """Parameters by name: those of aligners not settled, and of the LLM that still take gradients (LoRA)."""
    found = {f"llm.{name}": p for name, p in run.llm.named_parameters() if p.requires_grad}
    for modality, module in run.aligners.items():
        if modality not in run.settled:
            found |= {f"{modality}.{name}": p for name, p in module.aligner.named_parameters()}
    return found


def _step(run: SoftPromptRun, head: nn.Module, blocks: Any, batch: Batch, optimiser: MuonAdamW) -> float:
    with torch.autocast(run.device.split(":")[0], torch.bfloat16, enabled=fast_bfloat16(run.device)):
        embedding = run.llm.get_input_embeddings()
        embedded = embed_batch(batch, embedding, run.aligners, run.stores, run.device, run.noise)
        hidden = blocks(inputs_embeds=embedded, use_cache=False).last_hidden_state
        ids, weights = batch.ids.to(run.device), batch.weights.to(run.device)
        logits, chosen = weighted_logits(head, hidden, weights)
        loss = weighted_loss(logits, chosen, ids, weights)
    run.errors.note(batch, chosen, logits.detach())
    optimiser.step(loss)
    return float(loss.detach())


def _save(
    out: Path, trained: Mapping[str, nn.Parameter], optimiser: MuonAdamW, step: int, loss: float
) -> None:
    state = {
        "parameters": {name: parameter.detach() for name, parameter in trained.items()},
        "optimiser": optimiser.state_dict(),
        "step": step,
        "loss": loss,
    }
    torch.save(state, out / "state.staged")
    (out / "state.staged").replace(out / "state.pt")


def _resume(out: Path, trained: Mapping[str, nn.Parameter], optimiser: MuonAdamW) -> tuple[int, float]:
    """Steps that are done, and the loss they ended with."""
    path = out / "state.pt"
    if not path.exists():
        return 0, 0.0
    state = torch.load(path, weights_only=True)
    if missing := trained.keys() - state["parameters"].keys():
        raise ConfigError(
            f"{path}: was begun when {min(missing)} was not trained; remove it to begin again, or go on with "
            "the version that began it"
        )
    with torch.no_grad():
        for name, parameter in trained.items():
            parameter.copy_(state["parameters"][name])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"]), float(state["loss"])
