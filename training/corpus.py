"""Streams of dialogues: with dense captions for the LLM stage, with soft-token rows for the later ones.

Knows the mix of senses, kinds and layouts; refuses to know optimisers and encoders.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from anymal.training.chat_format import ChatTokenizer, Sequence, as_asked
from anymal.training.dialogue import Dialogue, Filling, Sources, lay_out, make_turns
from anymal.training.facts import MotionFacts, PictureFacts, Senses, SoundFacts, VideoFacts
from anymal.training.feature_store import FeatureStore
from anymal.training.kinds import CAPTION_KINDS, FOLLOW_UPS, KINDS, brief_kinds, is_brief, kind_weights
from anymal.training.language.captions_visual import dense_caption, video_captions
from anymal.training.language.drills import drill_turns
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.language.random_other import (
    Doubt,
    random_motion_doubt,
    random_motion_facts,
    random_sound_doubt,
    random_sound_facts,
)
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.language.surface import Style
from anymal.training.language.system_texts import random_system

__all__ = [
    "Mix",
    "SensedWorld",
    "StoredWorld",
    "TextWorld",
    "caption_corpus",
    "dialogue_corpus",
    "drill_corpus",
    "sentences",
]

# Share of dialogues by which senses are given (image, video, sound, motion).
GIVEN: tuple[tuple[tuple[bool, bool, bool, bool], float], ...] = (
    ((True, False, False, False), 0.43),
    ((False, True, False, False), 0.16),
    ((False, False, True, False), 0.07),
    ((False, False, False, True), 0.04),
    ((True, False, True, True), 0.12),
    ((True, False, True, False), 0.04),
    ((True, False, False, True), 0.04),
    ((False, False, True, True), 0.03),
    ((False, True, True, True), 0.03),
    ((False, False, False, False), 0.07),
)
TWO_IMAGES = 0.12
HISTORY = 0.15
BRIEF_SYSTEM = 0.10
FOLLOW_UP = 0.08
# Several questions about one thing sensed: each costs fewer tokens than a dialogue of its own.
TURNS = (2, 3, 4, 5, 6)
# Share of dialogues that are drills, and how many questions one has.
DRILLS = 0.2
DRILL_TURNS = (6, 8, 10, 12)
# The LLM's first steps are nothing else.
PRACTICE_TURNS = 16
PRACTICE_PICTURES = 0.75


@dataclass(frozen=True)
class Mix:
    """What dialogues are made of: shares of `given` senses, counts of questions, the share of drills."""

    given: tuple[tuple[tuple[bool, bool, bool, bool], float], ...] = GIVEN
    turns: tuple[int, ...] = TURNS
    drills: float = DRILLS


ShareOut = Callable[[Mapping[str, float]], Mapping[str, float]]
BRIEF_STYLES: tuple[Style, ...] = ("one_word", "one_word", "yes_no", "short")


class SensedWorld:
    """Draws facts for each sense, with a source where an encoder output stands behind them."""

    def image(self, rng: random.Random) -> tuple[PictureFacts, Any]:
        """Facts of one picture and its source."""
        raise NotImplementedError

    def video(self, rng: random.Random) -> tuple[VideoFacts, Any]:
        """Facts of one video and its source."""
        raise NotImplementedError

    def sound(self, rng: random.Random) -> tuple[SoundFacts, Any]:
        """Facts of one sound and its source."""
        raise NotImplementedError

    def motion(self, rng: random.Random) -> tuple[MotionFacts, Any]:
        """Facts of one motion and its source."""
        raise NotImplementedError

    def fill(self, modality: str, facts: object, source: object) -> Filling:
        """What stands at the place of that sense in the prompt."""
        raise NotImplementedError


class TextWorld(SensedWorld):
    """Facts out of thin air; rows of words stand in for soft tokens (stage a)."""

    def image(self, rng: random.Random) -> tuple[PictureFacts, Any]:
        """See `SensedWorld.image`."""
        return random_picture_facts(rng), None

    def video(self, rng: random.Random) -> tuple[VideoFacts, Any]:
        """See `SensedWorld.video`."""
        return random_video_facts(rng), None

    def sound(self, rng: random.Random) -> tuple[SoundFacts, Any]:
        """See `SensedWorld.sound`."""
        # No row says which digit is spoken: asking would teach to guess.
        facts = replace(random_sound_facts(rng), digit=None)
        return facts, random_sound_doubt(facts, rng)

    def motion(self, rng: random.Random) -> tuple[MotionFacts, Any]:
        """See `SensedWorld.motion`."""
        facts = random_motion_facts(rng)
        return facts, random_motion_doubt(facts, rng)

    def fill(self, modality: str, facts: object, source: object) -> Filling:
        """One row of words for each fact (`fact_rows`), in the doubt that `source` is."""
        if source is None:
            return Filling(phrases=fact_phrases(facts))
        doubt = cast(Doubt, source)
        return Filling(phrases=fact_phrases(facts), others=fact_phrases(doubt.other), doubt=doubt.share)


@dataclass(frozen=True)
class StoredWorld(SensedWorld):
    """Facts of encoded samples; soft-token rows at their places (stages c and d). `tokens` per modality."""

    stores: Mapping[str, FeatureStore]
    tokens: Mapping[str, int]

    def _draw(self, modality: str, rng: random.Random) -> tuple[Any, int]:
        store = self.stores[modality]
        index = rng.randrange(len(store))
        return store.facts[index], index

    def image(self, rng: random.Random) -> tuple[PictureFacts, Any]:
        """See `SensedWorld.image`."""
        return self._draw("image", rng)

    def video(self, rng: random.Random) -> tuple[VideoFacts, Any]:
        """See `SensedWorld.video`."""
        return self._draw("video", rng)

    def sound(self, rng: random.Random) -> tuple[SoundFacts, Any]:
        """See `SensedWorld.sound`."""
        return self._draw("audio", rng)

    def motion(self, rng: random.Random) -> tuple[MotionFacts, Any]:
        """See `SensedWorld.motion`."""
        return self._draw("imu", rng)

    def fill(self, modality: str, facts: object, source: object) -> Filling:
        """Rows of that sample's encoder output."""
        return Filling(rows=self.tokens[modality], source=source)


def dialogue_corpus(
    world: SensedWorld,
    tokenizer: ChatTokenizer,
    rng: random.Random,
    share_out: ShareOut = dict,
    mix: Mix = Mix(),
) -> Iterator[Sequence]:
    """Endless dialogues about what `world` shows, kinds drawn by `share_out` of their usual weights."""
    while True:
        dialogue = _draw_dialogue(world, rng, share_out, mix)
        if dialogue.turns:
            yield lay_out(dialogue, tokenizer, world.fill, rng)


def drill_corpus(world: SensedWorld, tokenizer: ChatTokenizer, rng: random.Random) -> Iterator[Sequence]:
    """Endless drills about one picture or video each: the densest practice in looking things up."""
    while True:
        given = (
            (True, False, False, False) if rng.random() < PRACTICE_PICTURES else (False, True, False, False)
        )
        senses, sources = _draw_senses(world, given, rng)
        turns = drill_turns(senses, PRACTICE_TURNS, rng, plain=True)
        yield lay_out(
            Dialogue(senses, turns, random_system(rng, "").text, sources=sources), tokenizer, world.fill
        )


def caption_corpus(
    world: SensedWorld, tokenizer: ChatTokenizer, modality: str, rng: random.Random
) -> Iterator[Sequence]:
    """Endless captions of one modality: stage c's data."""
    given = tuple(modality == name for name in ("image", "video", "audio", "imu"))
    while True:
        senses, sources = _draw_senses(world, cast(tuple[bool, bool, bool, bool], given), rng)
        turns = make_turns(senses, CAPTION_KINDS, dict.fromkeys(CAPTION_KINDS, 1.0), 1, rng)
        yield lay_out(Dialogue(senses, turns, sources=sources), tokenizer, world.fill)


def sentences(rng: random.Random) -> Iterator[str]:
    """Plain sentences for the tokenizer: system texts, captions, questions, answers."""
    world = TextWorld()
    while True:
        dialogue = _draw_dialogue(world, rng, dict, Mix())
        yield dialogue.system
        yield from (dense_caption(picture, rng) for picture in dialogue.senses.images)
        if dialogue.senses.video is not None:
            yield " | ".join(video_captions(dialogue.senses.video))
        for turn in dialogue.turns:
            yield as_asked(turn.question)
            if turn.thoughts:
                yield turn.thoughts
            yield turn.answer


def _draw_dialogue(world: SensedWorld, rng: random.Random, share_out: ShareOut, mix: Mix) -> Dialogue:
    given = rng.choices([mask for mask, _ in mix.given], [share for _, share in mix.given])[0]
    senses, sources = _draw_senses(world, given, rng)
    style: Style = rng.choice(BRIEF_STYLES) if rng.random() < BRIEF_SYSTEM else ""
    system = random_system(rng, style).text
    if any(given) and rng.random() < mix.drills:
        return Dialogue(senses, drill_turns(senses, rng.choice(DRILL_TURNS), rng), system, sources=sources)
    count = rng.choice(mix.turns)
    weights = share_out(kind_weights(senses))
    turns = make_turns(
        senses, brief_kinds(style), weights, count, rng, lambda answer: is_brief(answer, style)
    )
    if turns and not style and rng.random() < FOLLOW_UP:
        follow = FOLLOW_UPS[rng.choice(list(FOLLOW_UPS))](turns[-1], senses, rng)
        turns = (*turns, follow) if follow is not None else turns
    if turns and any(given) and not style and rng.random() < HISTORY:
        earlier = make_turns(Senses(), KINDS, kind_weights(Senses()), 1, rng)
        return Dialogue(senses, earlier + turns, system, history=len(earlier), sources=sources)
    return Dialogue(senses, turns, system, sources=sources)


def _draw_senses(
    world: SensedWorld, given: tuple[bool, bool, bool, bool], rng: random.Random
) -> tuple[Senses, Sources]:
    image, video, sound, motion = given
    pictures = [world.image(rng) for _ in range((2 if rng.random() < TWO_IMAGES else 1) if image else 0)]
    clip = world.video(rng) if video else (None, None)
    heard = world.sound(rng) if sound else (None, None)
    moved = world.motion(rng) if motion else (None, None)
    senses = Senses(tuple(facts for facts, _ in pictures), clip[0], heard[0], moved[0])
    return senses, Sources(tuple(source for _, source in pictures), clip[1], heard[1], moved[1])
