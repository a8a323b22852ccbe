"""Rows of words between two words: what the LLM practises on, as encoders are in doubt."""

import random

import torch
from torch import nn

from anymal.training.batches import collate
from anymal.training.chat_format import Sequence, WordRows
from anymal.training.corpus import TextWorld
from anymal.training.facts import MotionFacts, SoundFacts
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.language.random_other import random_motion_doubt, random_sound_doubt
from anymal.training.soft_prompt import embed_batch


def _embedded(*slots: WordRows) -> torch.Tensor:
    sequence = Sequence()
    for slot in slots:
        sequence.add_words(slot)
    table = nn.Embedding(4, 4, _weight=torch.eye(4))
    return embed_batch(collate([sequence]), table, {}, {}, "cpu").detach()[0]


def test_a_row_in_doubt_lies_between_its_words_and_those_of_the_other() -> None:
    rows = _embedded(WordRows(([0], [1]), ([2], [3]), doubt=0.25))
    assert rows.tolist() == [[0.75, 0, 0.25, 0], [0, 0.75, 0, 0.25]]


def test_rows_beside_one_in_doubt_stay_as_they_are() -> None:
    rows = _embedded(WordRows(([0],)), WordRows(([1],), ([2],), doubt=0.4), WordRows(([3],)))
    assert rows[0].tolist() == [1, 0, 0, 0] and rows[2].tolist() == [0, 0, 0, 1]


def test_doubts_are_of_other_sounds_and_leave_the_first_the_larger_share() -> None:
    rng = random.Random(1)
    facts, motion = SoundFacts(("laughter",), loud=True), MotionFacts("running")
    doubts = [random_sound_doubt(facts, rng) for _ in range(400)]
    sounds = [doubt for doubt in doubts if doubt is not None]
    assert 180 < len(sounds) < 300
    for doubt in (*sounds, *(d for _ in range(200) if (d := random_motion_doubt(motion, rng)) is not None)):
        assert 0 <= doubt.share < 0.5
    for doubt in sounds:
        assert isinstance(doubt.other, SoundFacts)
        assert doubt.other.phrases != facts.phrases and doubt.other.loud


def test_what_is_two_sounds_or_a_digit_is_in_no_doubt() -> None:
    rng = random.Random(2)
    for facts in (SoundFacts(("laughter", "a yawn")), SoundFacts(("speech",), digit=4)):
        assert all(random_sound_doubt(facts, rng) is None for _ in range(50))


def test_the_text_world_is_in_doubt_of_sounds_and_motions_and_answers_by_the_facts() -> None:
    world, rng = TextWorld(), random.Random(3)
    doubts = 0
    for _ in range(60):
        facts, source = world.motion(rng)
        filling = world.fill("imu", facts, source)
        assert isinstance(facts, MotionFacts) and filling.phrases == fact_phrases(facts)
        doubts += filling.doubt > 0
        sound, source = world.sound(rng)
        heard = world.fill("audio", sound, source)
        assert heard.phrases == fact_phrases(sound)
        assert len(heard.others) in (0, len(heard.phrases))
    assert 20 < doubts < 55
    assert world.fill("image", *world.image(rng)).others == ()
