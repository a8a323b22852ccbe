"""After the recipe: the whole LLM practises on the rows that its own aligners say; they and their words rest.

The recipe's instruction tuning moves aligners and LoRA; what questions with several looks need is more of the
LLM than that, and longer. Half of the dialogues are about stored samples, half about rows of words, which
show what samples seldom hold. Knows the mix, the schedule and the processes; refuses to know how a step is
taken (`train_aligner`).
"""

import json
import random
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from transformers import LlamaForCausalLM

from anymal.errors import InputError
from anymal.models.checkpoint import load_modality
from anymal.models.modality import FusedModality
from anymal.training.chat_format import Sequence
from anymal.training.corpus import Mix, TextWorld, dialogue_corpus
from anymal.training.deepen import deepen, grown_from
from anymal.training.feature_store import FeatureStore
from anymal.training.kind_errors import KindErrors, Spread
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.language.random_other import random_motion_facts, random_sound_facts
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.precision import training_attention
from anymal.training.recipe_file import note_practice, practices
from anymal.training.swap import put_in_place, take_back
from anymal.training.together import Together, run_together
from anymal.training.train_aligner import AlignOptions, SoftPromptRun, train_soft_prompts
from anymal.training.train_llm import save_llm
from anymal.training.workshop import MODALITIES, Workshop, open_stores, stored_world, thinking_tokenizer

__all__ = ["PracticeOptions", "practise"]

FOLDER = "practise"
SEEDS = 1000
# Enough facts out of thin air that every word of the world is among them.
DRAWN = 2000
_DRAWS: tuple[Callable[[random.Random], object], ...] = (
    random_picture_facts,
    random_video_facts,
    random_sound_facts,
    random_motion_facts,
)
PICTURES = Mix(
    given=(
        ((True, False, False, False), 0.52),
        ((False, True, False, False), 0.10),
        ((False, False, True, False), 0.06),
        ((False, False, False, True), 0.07),
        ((True, False, True, True), 0.08),
        ((True, False, True, False), 0.03),
        ((True, False, False, True), 0.03),
        ((False, False, True, True), 0.03),
        ((False, True, True, True), 0.02),
        ((False, False, False, False), 0.06),
    ),
    turns=(2, 3, 4, 6, 8, 10),
    drills=0.12,
)
"""More of drawn pictures than the recipe has, and more questions about each."""


@dataclass(frozen=True)
class PracticeOptions:
    """Optimiser `steps` of about `batch_tokens` tokens in each of `processes`; rates are peaks.

    `sensed` is the share of dialogues about stored samples. Rows of words get noise `noise` times as long.
    The LLM gets as many more `layers` as it lacks of these (`deepen`); 0 leaves it as deep as it is.
    """

    steps: int
    processes: int = 1
    batch_tokens: int = 4096
    rate: float = 1.2e-3
    other_rate: float = 8e-4
    word_rate: float = 3e-4
    sensed: float = 0.5
    noise: float = 0.25
    spread: Spread = field(default_factory=lambda: Spread(0.15, 6.0, 0.01))
    layers: int = 0


def practise(workshop: Workshop, options: PracticeOptions) -> Mapping[str, Any]:
    """Train the LLM of `workshop`'s checkpoint on and put it back there; resumes when it was stopped.

    Until it returns the checkpoint is not to be exported: how it is asked from now on is noted last.
    Returns the metrics. Its state is removed at the end: another call goes on from the new checkpoint. That
    may be the recipe's, or one alone, as `tools/checkpoint_of_bundle.py` makes of a bundle.
    Raises `InputError` where there is none, or its vocabulary has no marks around thoughts, and `ConfigError`
    where it cannot get so many layers.
    """
    checkpoint, folder = workshop.checkpoint, workshop.folder(FOLDER)
    if not (checkpoint / "recipe.json").is_file():
        raise InputError(f"{checkpoint}: no checkpoint to practise on: let all stages run first")
    take_back(checkpoint / "llm")
    thinking_tokenizer(_vocabulary(workshop))
    if options.layers:
        grown_from(_layers(checkpoint / "llm"), options.layers)
    open_stores(workshop)  # once, before several processes read them
    run_together(options.processes, _practise, workshop, options)
    put_in_place(folder / "llm", checkpoint / "llm")
    note_practice(checkpoint, asdict(options))
    (folder / "state.pt").unlink(missing_ok=True)
    metrics: dict[str, Any] = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    return metrics


def _layers(llm: Path) -> int:
    return int(json.loads((llm / "config.json").read_text(encoding="utf-8"))["num_hidden_layers"])


def _vocabulary(workshop: Workshop) -> Path:
    """The LLM's own: another's, of as many pieces, may lie in the folder of an unfinished recipe."""
    return workshop.checkpoint / "llm" / "tokenizer.model"


def _practise(together: Together, workshop: Workshop, options: PracticeOptions) -> None:
    """What each process does; the first one writes `practise/llm`."""
    checkpoint, folder, recipe = workshop.checkpoint, workshop.folder(FOLDER), workshop.recipe
    attention = training_attention(workshop.device)
    llm: Any = LlamaForCausalLM.from_pretrained(checkpoint / "llm", attn_implementation=attention)
    if options.layers:
        llm = deepen(llm, options.layers)
    stores = open_stores(workshop)
    _hold_words(llm.to(workshop.device), _row_words(stores, _vocabulary(workshop)))
    aligners: dict[str, FusedModality] = {
        name: load_modality(checkpoint, name).to(workshop.device) for name in MODALITIES
    }
    run = SoftPromptRun(
        llm,
        aligners,
        stores,
        workshop.device,
        settled=frozenset(MODALITIES),
        errors=KindErrors(options.spread),
        noise=options.noise,
        together=together,
    )
    schedule = AlignOptions(
        options.steps,
        options.batch_tokens,
        lora_rate=options.rate,
        other_rate=options.other_rate,
        word_rate=options.word_rate,
    )
    # Every practice and every process has dialogues of its own.
    seed = recipe.seed + SEEDS * practices(checkpoint) + together.rank

    def corpus(rng: random.Random) -> Iterator[Sequence]:
        return _dialogues(workshop, run, options, rng)

    train_soft_prompts(folder, run, corpus, schedule, seed, "practise")
    if together.first:
        save_llm(folder / "llm", llm, _vocabulary(workshop))


def _row_words(stores: Mapping[str, FeatureStore], vocabulary: Path) -> set[int]:
    """Every token that a row can hold: of the stored samples' facts, and of facts that no sample has."""
    tokenizer, rng = thinking_tokenizer(vocabulary), random.Random(0)
    drawn = [draw(rng) for draw in _DRAWS for _ in range(DRAWN)]
    known = [*(facts for store in stores.values() for facts in store.facts), *drawn]
    phrases = {phrase for facts in known for phrase in fact_phrases(facts)}
    return {token for phrase in phrases for token in tokenizer.encode(phrase)}


def _hold_words(llm: Any, held: Collection[int]) -> None:
    """Keep the embeddings of these tokens: aligners say rows of them, and would be left behind."""
    table = llm.get_input_embeddings().weight
    learns = torch.ones(len(table), 1, device=table.device)
    learns[sorted(held)] = 0
    table.register_hook(lambda gradient: gradient * learns)


def _dialogues(
    workshop: Workshop, run: SoftPromptRun, options: PracticeOptions, rng: random.Random
) -> Iterator[Sequence]:
    tokenizer, share_out = thinking_tokenizer(_vocabulary(workshop)), run.errors.share_out
    sensed = dialogue_corpus(stored_world(run), tokenizer, rng, share_out, PICTURES)
    told = dialogue_corpus(TextWorld(), tokenizer, rng, share_out, PICTURES)
    while True:
        yield next(sensed if rng.random() < options.sensed else told)
