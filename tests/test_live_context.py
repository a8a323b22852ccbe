"""The live context against a fresh prefill: same logits, whatever order windows and questions come in."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ContextFull, EngineError
from anymal.runtime.generation import Generation
from anymal.runtime.kv_window import Plan
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt, PastTurn
from anymal.runtime.open_llm import LIVE_SEQUENCES
from anymal.runtime.options import GenerationOptions
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Sensed
from anymal.samples import Embedding, Modality
from tests.runtime_helpers import tiny_bundle

RESERVE = 8
GREEDY = GenerationOptions(max_tokens=RESERVE)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


@pytest.fixture(scope="module")
def model(bundle: Bundle) -> Iterator[LlamaEngine]:
    # f32 cache: what is left of the difference between two batchings is rounding in the last bits.
    options = LlamaOptions(threads=1, sequences=LIVE_SEQUENCES, kv_f32=True)
    with LlamaEngine(bundle.llm_path, options) as engine:
        yield engine


def sensed(bundle: Bundle, modality: Modality, seed: int, parts: int = 1) -> Sensed:
    tokens = bundle.manifest.tokens_of(modality) // (parts if modality == "video" else 1)
    generator = np.random.default_rng(seed)
    rows = [generator.standard_normal((tokens, bundle.manifest.llm.n_embd)) for _ in range(parts)]
    return Sensed(
        modality,
        tuple(
            Embedding(modality, r.astype(np.float32), seed, seed + 1, f"{seed}-{n}")
            for n, r in enumerate(rows)
        ),
    )


def context_of(bundle: Bundle, model: LlamaEngine, **options: object) -> LiveContext:
    settings = LiveOptions(**{"step": 5, **options})  # type: ignore[arg-type]
    prompt = LivePrompt(model, model.chat_template, bundle.manifest.prompt)
    return LiveContext(model, prompt, settings, RESERVE)


def fork_logits(context: LiveContext, model: LlamaEngine, question: str) -> NDArray[np.float32]:
    sequence, position, tokens = context.fork(question)
    if tokens:
        Generation(model, GREEDY, sequence, position).extend([tokens])
    logits = model.logits() if context.known is None else context.known
    assert (context.known is None) == bool(tokens)
    context.release()
    return logits


def fresh_logits(bundle: Bundle, things: list[Sensed], question: str) -> NDArray[np.float32]:
    with LlamaEngine(bundle.llm_path, LlamaOptions(threads=1, sequences=1, kv_f32=True)) as engine:
        pieces = build_prompt(engine, engine.chat_template, bundle.manifest.prompt, question, things)
        Generation(engine, GREEDY).prefill(pieces)
        return engine.logits()


def test_an_updated_context_answers_as_a_fresh_prefill_would(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model)
    for seed in range(4):
        things = [sensed(bundle, "image", seed // 2), sensed(bundle, "audio", seed), sensed(bundle, "imu", 9)]
        context.want(things)
        context.settle()
        found = fork_logits(context, model, "What is it?")
        np.testing.assert_allclose(found, fresh_logits(bundle, things, "What is it?"), atol=1e-5)
    assert context.counts.updates == 4
    assert context.counts.reused > 0


def test_a_question_in_the_middle_of_an_update_sees_the_last_whole_context(
    bundle: Bundle, model: LlamaEngine
) -> None:
    context = context_of(bundle, model)
    old, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2))
    context.want(old)
    context.settle()
    context.want(new)
    assert context.step() and context.pending
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, old, "Now?"), atol=1e-5
    )
    context.settle()
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, new, "Now?"), atol=1e-5
    )


def test_a_context_in_the_making_can_be_given_up_for_a_newer_one(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model)
    old, middle, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2, 3))
    context.want(old)
    context.give_up_build()  # nothing is in the making
    context.settle()
    assert context.building is None
    context.want(middle)
    assert context.step() and context.building == tuple(middle)
    context.give_up_build()
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, old, "Now?"), atol=1e-5
    )
    context.want(new)
    assert context.counts.superseded == 1
    assert context.step() and context.building == tuple(new)
    context.settle()
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, new, "Now?"), atol=1e-5
    )


def test_an_answer_stays_exact_while_the_context_moves_on(bundle: Bundle, model: LlamaEngine) -> None:
    def answer(context: LiveContext, disturb: bool) -> list[NDArray[np.float32]]:
        context.want([sensed(bundle, "image", 1), sensed(bundle, "imu", 1)])
        context.settle()
        sequence, position, tokens = context.fork("What now?")
        Generation(model, GREEDY, sequence, position).extend([tokens])
        logits = [model.logits()]
        position += len(tokens)
        for number in range(RESERVE):
            if disturb:
                context.want([sensed(bundle, "image", 1), sensed(bundle, "imu", 10 + number // 3)])
                context.step()
            model.decode_tokens([int(logits[-1].argmax())], position, sequence)
            logits.append(model.logits())
            position += 1
        context.release()
        return logits

    alone = answer(context_of(bundle, model), disturb=False)
    disturbed_context = context_of(bundle, model)
    disturbed = answer(disturbed_context, disturb=True)
    np.testing.assert_allclose(disturbed, alone, atol=1e-5)
    assert disturbed_context.counts.updates > 1


def test_without_senses_the_system_text_waits_in_the_cache(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model)
    context.settle()
    assert context.layout.length > 0
    found = fork_logits(context, model, "Who are you?")
    np.testing.assert_allclose(found, fresh_logits(bundle, [], "Who are you?"), atol=1e-5)


def test_only_the_question_and_what_closes_its_turn_wait_for_the_question(
    bundle: Bundle, model: LlamaEngine
) -> None:
    context = context_of(bundle, model)
    things = [sensed(bundle, "image", 1), sensed(bundle, "imu", 2)]
    context.want(things)
    context.settle()
    _, position, tokens = context.fork("Is it?")
    context.release()
    spelled = b"".join(model.piece(token, special=True) for token in tokens)
    assert spelled.startswith(b"Is it?")
    whole = build_prompt(model, model.chat_template, bundle.manifest.prompt, "Is it?", things)
    assert position + len(tokens) == sum(map(len, whole))
    assert isinstance(whole[-1], tuple)
    assert whole[-1][-len(tokens) :] == tokens


def test_the_same_windows_again_cost_nothing(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model)
    first = sensed(bundle, "image", 3)
    context.want([first])
    context.settle()
    decoded = context.counts.decoded
    later = Embedding("image", first.embeddings[0].rows, 77, 78, first.embeddings[0].key)
    context.want([Sensed("image", (later,))])
    context.settle()
    assert context.counts.decoded == decoded
    assert context.layout.sensed[0].embeddings[0].end_ns == 78


def test_earlier_turns_come_first_and_the_oldest_go_first(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model, history=2)
    context.want([sensed(bundle, "image", 1)])
    for number in range(3):
        context.add_turn(PastTurn(f"question {number}", f"answer {number}"))
    context.settle()
    text = b"".join(
        model.piece(token) for piece in context.layout.pieces if isinstance(piece, tuple) for token in piece
    ).decode()
    assert "question 0" not in text
    assert (
        text.index("question 1") < text.index("answer 1") < text.index("question 2") < text.index("answer 2")
    )
    rows, opening = context.layout.pieces[-2:]
    assert not isinstance(rows, tuple), "what is sensed comes last"
    assert isinstance(opening, tuple), "but for what opens the question's turn"
    kept = context.layout.length
    context.forget_turns()
    context.settle()
    assert context.layout.length < kept
    assert context.counts.turns_dropped == 1


@pytest.mark.parametrize("building", [False, True])
def test_forgotten_turns_are_unknown_to_the_very_next_question(
    building: bool, bundle: Bundle, model: LlamaEngine
) -> None:
    things = [sensed(bundle, "imu", 1)]
    context = context_of(bundle, model, history=2)
    context.want(things)
    context.add_turn(PastTurn("What was it?", "A ball."))
    context.settle()
    assert context.layout.history
    context.add_turn(PastTurn("And now?", "Nothing."))
    assert not building or (context.step() and context.building)
    context.forget_turns()
    found = fork_logits(context, model, "Now?")
    assert not context.layout.history
    np.testing.assert_allclose(found, fresh_logits(bundle, things, "Now?"), atol=1e-5)


def test_turns_make_room_and_the_system_text_never_goes(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_of(bundle, model, history=1000)
    context.want([sensed(bundle, "image", 1)])
    for number in range(30):
        context.add_turn(PastTurn(f"question {number}", "answer " * 4))
    context.settle()
    assert context.layout.length + RESERVE <= model.n_ctx
    assert context.counts.turns_dropped > 0
    kept = len(context.layout.history)
    context.fork("x" * (model.n_ctx // 2))
    context.release()
    assert 0 < len(context.layout.history) < kept
    with pytest.raises(ContextFull, match="the question wants"):
        context.fork("x" * (model.n_ctx - 20))
    assert fork_logits(context, model, "Still there?").shape == (model.n_vocab,)


def test_a_failing_decode_leaves_the_last_whole_context(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = context_of(bundle, model)
    old = [sensed(bundle, "image", 1)]
    context.want(old)
    context.settle()
    context.want([sensed(bundle, "image", 2)])

    def refuse(*_: object, **__: object) -> None:
        raise EngineError("no")

    with monkeypatch.context() as patched:
        patched.setattr(model, "decode_rows", refuse)
        with pytest.raises(EngineError, match="no"):
            context.settle()
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, old, "Now?"), atol=1e-5
    )


def test_a_sliding_video_decodes_one_frame_and_ends_near_the_exact_context(
    bundle: Bundle, model: LlamaEngine
) -> None:
    plans: list[Plan] = []
    prompt = LivePrompt(model, model.chat_template, bundle.manifest.prompt)
    options = LiveOptions(view="video", policy="sliding", step=64)
    context = LiveContext(model, prompt, options, RESERVE, plans.append)
    clip = sensed(bundle, "video", 1, parts=5).embeddings
    context.want([Sensed("video", clip[:4])])
    context.settle()
    context.want([Sensed("video", clip[1:])])
    context.settle()
    tokens, opening = len(clip[0].rows), len(context.layout.pieces[-1])
    assert (plans[-1].drop, plans[-1].shifted, plans[-1].decoded) == (tokens, 3 * tokens, tokens + opening)
    assert context.counts.slides == 1
    near = fork_logits(context, model, "What moves?")
    exact = fresh_logits(bundle, [Sensed("video", clip[1:])], "What moves?")
    assert near.shape == exact.shape
    assert np.isfinite(near).all()


def test_a_model_that_cannot_truncate_gets_everything_again(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "can_truncate", False)
    context = context_of(bundle, model)
    for seed in (1, 2):
        things = [sensed(bundle, "image", 1), sensed(bundle, "imu", seed)]
        context.want(things)
        context.settle()
    assert context.counts.decoded >= 2 * context.layout.length - len(context.layout.pieces)
    found = fork_logits(context, model, "Now?")
    np.testing.assert_allclose(found, fresh_logits(bundle, things, "Now?"), atol=1e-5)


def test_the_bundle_says_how_many_turns_its_model_can_bear(bundle: Bundle, model: LlamaEngine) -> None:
    spec = replace(bundle.manifest.prompt, history=1)
    prompt = LivePrompt(model, model.chat_template, spec)
    context = LiveContext(model, prompt, LiveOptions(), RESERVE)
    for number in range(3):
        context.add_turn(PastTurn(f"question {number}", f"answer {number}"))
    context.settle()
    assert [turn.question for turn in context.layout.history] == ["question 2"]
