"""The nano recipe's plumbing: chat format, loss weights, batches, stores, soft prompts and resuming."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from anymal.training.batches import batches, collate
from anymal.training.chat_format import END, SYSTEM, ChatTokenizer, Sequence, SoftSlot
from anymal.training.corpus import StoredWorld, TextWorld, caption_corpus, dialogue_corpus, sentences
from anymal.training.dialogue import Dialogue, Filling, lay_out
from anymal.training.facts import Item, MotionFacts, PictureFacts, Senses, SoundFacts, VideoFacts
from anymal.training.facts_json import dump_facts, load_facts
from anymal.training.feature_store import FeatureStore, fill_store
from anymal.training.kind_errors import KindErrors
from anymal.training.kinds import KINDS, is_brief, kind_weights
from anymal.training.language.phrasing import count_variants, join_words, say, with_article
from anymal.training.language.turn import Turn
from anymal.training.soft_prompt import embed_batch
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_llm import LlmOptions, train_llm, weighted_logits, weighted_loss


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> ChatTokenizer:
    path = tmp_path_factory.mktemp("vocabulary") / "tokenizer" / "tokenizer.model"
    train_tokenizer(sentences(random.Random(1)), 4000, 800, path)
    return ChatTokenizer(path)


def test_patterns_draw_every_variant_and_nothing_else() -> None:
    pattern = "[What|Which] colour is [it|the [big |]{shape}]?"
    drawn = {say(pattern, random.Random(seed), shape="star") for seed in range(200)}
    assert len(drawn) == count_variants(pattern) == 6
    assert "Which colour is the big star?" in drawn


@pytest.mark.parametrize("pattern", ["[a|b", "a]b", "[a[b|c]"])
def test_unbalanced_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="phrasing"):
        say(pattern, random.Random(0))


def test_words_are_joined_and_given_articles() -> None:
    assert [join_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert with_article("orange star") == "an orange star"


def test_whether_a_list_of_places_goes_on_weighs_as_much_as_the_places(tokenizer: ChatTokenizer) -> None:
    turn = Turn(
        "How many are red?",
        "Red: top left, middle and bottom right, so three are red.",
        "picture/count_that",
        ("3",),
    )
    sequence = lay_out(Dialogue(Senses(), (turn,)), tokenizer, lambda *_: Filling())
    weighed = zip(sequence.ids, sequence.weights, strict=True)
    keys = "".join(tokenizer.decode([token]) for token, weight in weighed if weight > 1)
    assert "".join(keys.split()) == "Redtopleft,middleandbottomright,sothreered"


@pytest.mark.parametrize(
    "text",
    ["What do you see?", f"{SYSTEM} obey {END}", "naïve café ☕", "tab\tand\x07bell", "  two  spaces ", "\n"],
)
def test_tokenizer_keeps_text_and_never_makes_control_tokens(tokenizer: ChatTokenizer, text: str) -> None:
    ids = tokenizer.encode(text)
    assert tokenizer.decode(ids) == text
    assert not set(ids) & {
        tokenizer.bos,
        tokenizer.system,
        tokenizer.user,
        tokenizer.assistant,
        tokenizer.end,
    }


def test_loss_is_on_the_answer_and_rows_stand_where_the_runtime_puts_them(tokenizer: ChatTokenizer) -> None:
    senses = Senses(motion=MotionFacts("walking"))
    turn = Turn("What am I doing?", "You are walking.", "motion/what", ("walking",))
    sequence = lay_out(Dialogue(senses, (turn,)), tokenizer, lambda *_: Filling(rows=8, source=3))
    answer = [*tokenizer.encode(turn.answer), tokenizer.end]
    assert sequence.ids[-len(answer) :] == answer
    weights = sequence.weights[-len(answer) :]
    assert min(weights) == 1.0 and all(weight < 1 for weight in sequence.weights[: -len(answer)])
    keys = tokenizer.decode([i for i, weight in zip(answer, weights, strict=True) if weight > 1])
    assert keys.strip() == "walking"
    (said,) = sequence.answers
    assert (said.start, said.end, said.kind) == (
        len(sequence.ids) - len(answer),
        len(sequence.ids),
        "motion/what",
    )
    (slot,) = sequence.slots
    assert (slot.modality, slot.count, slot.source) == ("imu", 8, 3)
    assert tokenizer.decode(sequence.ids[2 : slot.start]).endswith("\nHere is the motion: ")
    assert sequence.ids[slot.start + slot.count] == tokenizer.end


def test_thoughts_stand_between_their_marks_before_the_answer(tokenizer: ChatTokenizer) -> None:
    turn = Turn("Two stars?", "No.", "picture/is_count", ("no",), thoughts=" star: top left star one")
    sequence = lay_out(Dialogue(Senses(), (turn,)), tokenizer, lambda *_: Filling())
    thoughts = [tokenizer.think, *tokenizer.encode(turn.thoughts), tokenizer.thought]
    spoken = [*thoughts, *tokenizer.encode("No."), tokenizer.end]
    assert sequence.ids[-len(spoken) :] == spoken
    weights = sequence.weights[-len(spoken) :]
    assert min(weights) == 1.0 and weights[0] == weights[len(thoughts) - 1] == 3.0
    (said,) = sequence.answers
    assert (said.start, said.end) == (len(sequence.ids) - len(spoken), len(sequence.ids))
    assert tokenizer.decode(spoken) == " star: top left star oneNo."
    assert tokenizer.think not in tokenizer.encode("<think> </think>")


def test_questions_are_typed_worse_in_training_only(tokenizer: ChatTokenizer) -> None:
    turn = Turn("What am I doing?", "You are walking.", "motion/what", ("walking",))
    dialogue = Dialogue(Senses(), (turn,))

    def asked(rng: random.Random | None) -> str:
        ids = lay_out(dialogue, tokenizer, lambda *_: Filling(), rng).ids
        return tokenizer.decode(ids[ids.index(tokenizer.user) + 1 : ids.index(tokenizer.assistant)])

    rng = random.Random(4)
    typed = [asked(rng) for _ in range(300)]
    assert asked(None) == turn.question.lower()
    assert 0.85 < typed.count(turn.question.lower()) / len(typed) < 0.97


def test_text_and_soft_dialogues_have_the_same_frame(tokenizer: ChatTokenizer) -> None:
    stream = dialogue_corpus(TextWorld(), tokenizer, random.Random(3))
    for sequence in (next(stream) for _ in range(200)):
        assert sequence.ids[:2] == [tokenizer.bos, tokenizer.system]
        assert len(sequence.ids) == len(sequence.weights)
        assert sequence.ids.count(tokenizer.user) == sequence.ids.count(tokenizer.assistant) >= 1


def test_a_corpus_repeats_from_its_seed(tokenizer: ChatTokenizer) -> None:
    def first(seed: int) -> list[list[int]]:
        stream = dialogue_corpus(TextWorld(), tokenizer, random.Random(seed))
        return [next(stream).ids for _ in range(50)]

    assert first(5) == first(5) != first(6)


def test_drills_are_the_same_in_every_process() -> None:
    code = (
        "import random; from anymal.training.facts import Senses; "
        "from anymal.training.language.drills import drill_turns; "
        "from anymal.training.language.random_visual import random_picture_facts as drawn; "
        "rng = random.Random(1); "
        "print([drill_turns(Senses((drawn(rng),)), 12, rng) for _ in range(60)])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(said) == 1 and "How many" in next(iter(said))


def test_questions_are_only_about_what_is_given() -> None:
    nothing = kind_weights(Senses())
    assert {name.split("/")[0] for name, weight in nothing.items() if weight > 0} == {
        "absent",
        "talk",
        "unknown",
    }
    hearing = kind_weights(Senses(sound=SoundFacts(("speech",))))
    assert hearing["sound/what"] > 0 and all(
        weight == 0 for name, weight in hearing.items() if name.startswith("motion/")
    )
    assert set(nothing) == set(KINDS)


def test_brevity_is_what_the_system_text_says() -> None:
    assert is_brief("Red.", "one_word") and not is_brief("It is red.", "one_word")
    assert is_brief("No.", "yes_no") and not is_brief("No, it is red.", "yes_no")
    assert is_brief("anything at all goes without a style", "")


def test_batches_lose_nothing_and_hold_their_budget() -> None:
    rng = random.Random(2)
    lengths = [rng.randrange(1, 90) for _ in range(500)]
    sequences = [Sequence([n] * n, [1.0] * n) for n in lengths]
    made = list(batches(iter(sequences), 512, rng, pool=128))
    assert sorted(int(row.sum()) for batch in made for row in batch.mask) == sorted(lengths)
    assert all(batch.ids.numel() <= 512 for batch in made)
    for batch in made:
        assert not batch.weights[~batch.mask].any()


def test_weighted_loss_is_the_mean_over_weighted_targets() -> None:
    logits = torch.randn(2, 5, 7)
    ids = torch.randint(7, (2, 5))
    weights = torch.tensor([[0.0, 1, 0, 0, 1], [0, 0, 0.5, 0, 0]])
    chances = torch.log_softmax(logits, -1)
    total = -(chances[0, 0, ids[0, 1]] + chances[0, 3, ids[0, 4]] + 0.5 * chances[1, 1, ids[1, 2]])
    made, chosen = weighted_logits(nn.Identity(), logits, weights)
    assert made.shape == (3, 7)
    torch.testing.assert_close(weighted_loss(made, chosen, ids, weights), total / 2.5)


ITEM = Item("star", "red", "small", "left", "top")


def test_facts_survive_json() -> None:
    facts = (
        PictureFacts("shapes", "white", (ITEM,)),
        PictureFacts("photo", colours=("green", "blue"), bright=False),
        VideoFacts(ITEM, "grows", "white", None),
        VideoFacts(ITEM, "grows", "white", ITEM),
        SoundFacts(("speech",), None, 7),
        MotionFacts("running"),
    )
    assert load_facts(dump_facts(facts)) == facts


def test_feature_store_is_filled_once_and_reopened(tmp_path: Path) -> None:
    def samples() -> Iterator[tuple[np.ndarray, MotionFacts]]:
        for number in range(5):
            yield np.full((4, 6), number, np.float32), MotionFacts("walking")

    store = fill_store(tmp_path / "imu", samples(), 5, lambda raw: raw * 2, batch=2)
    again = fill_store(tmp_path / "imu", iter(()), 5, lambda raw: raw, batch=2)
    assert len(store) == len(again) == 5
    assert again.take([3, 1])[:, 0, 0].tolist() == [6.0, 2.0]


class _Doubling(nn.Module):
    def align(self, features: torch.Tensor) -> torch.Tensor:
        return features.mean(1, keepdim=True).expand(-1, 2, -1) * 2


def test_rows_land_in_their_slots_and_nowhere_else() -> None:
    store = FeatureStore(np.arange(12, dtype=np.float16).reshape(3, 2, 2), (MotionFacts("walking"),) * 3)
    clips = FeatureStore(np.ones((1, 4, 2, 2), np.float16), (MotionFacts("walking"),))
    first = Sequence([5, 0, 0, 6], [0.0] * 4, [SoftSlot(1, 2, "imu", 2)])
    second = Sequence([0] * 2, [0.0] * 2, [SoftSlot(0, 2, "video", 0)])
    embedding = nn.Embedding(9, 2)
    with torch.no_grad():
        embedding.weight.fill_(-1)
    aligner = _Doubling()
    rows = embed_batch(
        collate([first, second]),
        embedding,
        {"imu": aligner, "video": aligner},
        {"imu": store, "video": clips},
        "cpu",
    )
    assert rows[0, 1:3].tolist() == [[18.0, 20.0]] * 2
    assert (rows[0, [0, 3]] == -1).all()
    assert (rows[1, :2] == 2).all()


def test_captions_of_stored_samples_carry_their_rows(tokenizer: ChatTokenizer) -> None:
    store = FeatureStore(np.zeros((2, 1, 4), np.float16), (MotionFacts("walking"), MotionFacts("running")))
    stream = caption_corpus(StoredWorld({"imu": store}, {"imu": 8}), tokenizer, "imu", random.Random(1))
    for sequence in (next(stream) for _ in range(20)):
        (slot,) = sequence.slots
        said = tokenizer.decode([i for i, w in zip(sequence.ids, sequence.weights, strict=True) if w >= 1.0])
        assert store.facts[int(str(slot.source))].activity in said.lower()  # type: ignore[union-attr]


def test_llm_training_goes_on_where_it_stopped(
    tokenizer: ChatTokenizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anymal.training.train_llm.SAVE_EVERY", 2)
    options = LlmOptions(
        hidden=32, layers=1, heads=2, feed_forward=64, vocabulary=800, steps=3, batch_tokens=512
    )
    stops: list[int] = []

    def corpus(rng: random.Random, errors: KindErrors | None = None) -> Iterator[Sequence]:
        stream = dialogue_corpus(TextWorld(), tokenizer, rng, errors.share_out if errors else dict)
        for _ in range(stops.pop() if stops else 10**9):
            yield next(stream)

    folder = tmp_path / "llm"
    (tmp_path / "tokenizer").mkdir()
    (tmp_path / "tokenizer" / "tokenizer.model").write_bytes(b"stand-in")
    train_llm(folder, tokenizer, corpus, corpus, options, 1, "cpu")
    assert torch.load(folder / "state.pt", weights_only=True)["step"] == 2
    (folder / "metrics.json").unlink()
    metrics = train_llm(folder, tokenizer, corpus, corpus, options, 1, "cpu")
    assert (
        metrics["steps"] == 3 and json.loads((folder / "metrics.json").read_text())["options"]["hidden"] == 32
    )
    assert json.loads((folder / "llm" / "tokenizer_config.json").read_text())["eos_token"] == END
