"""A live context in a small LLM context: nothing overflows, whatever is spoken, built and slid meanwhile."""

from collections.abc import Iterator

import numpy as np
import pytest

from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.runtime.generation import Generation
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.open_llm import LIVE_SEQUENCES
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed
from tests.runtime_helpers import tiny_bundle
from tests.test_live_context import fork_logits, fresh_logits, sensed


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


def small_engine(bundle: Bundle) -> LlamaEngine:
    """An LLM whose context is soon full; its f32 cache leaves only rounding between two batchings."""
    options = LlamaOptions(n_ctx=512, threads=1, sequences=LIVE_SEQUENCES, kv_f32=True)
    return LlamaEngine(bundle.llm_path, options)


@pytest.fixture(scope="module")
def model(bundle: Bundle) -> Iterator[LlamaEngine]:
    with small_engine(bundle) as engine:
        yield engine


def context_of(bundle: Bundle, model: LlamaEngine, reserve: int, **options: object) -> LiveContext:
    settings = LiveOptions(**{"step": 8, **options})  # type: ignore[arg-type]
    return LiveContext(
        model, LivePrompt(model, model.chat_template, bundle.manifest.prompt), settings, reserve
    )


@pytest.mark.parametrize("reserve", [8, 370])
def test_an_answer_as_long_as_the_context_is_never_cut_by_what_is_built_beside_it(
    bundle: Bundle, model: LlamaEngine, reserve: int
) -> None:
    context = context_of(bundle, model, reserve)
    context.want([sensed(bundle, "image", 0), sensed(bundle, "imu", 0)])
    context.settle()
    sequence, position, tokens = context.fork("What now?", 370)
    Generation(model, GenerationOptions(), sequence, position).extend([tokens])
    position += len(tokens)
    for said in range(370):
        context.want([sensed(bundle, "image", said), sensed(bundle, "imu", said)])
        for _ in range(3):
            context.step()
        model.decode_tokens([65], position + said, sequence)
    context.release()
    assert context.counts.updates > 1
    context.settle()
    newest = [sensed(bundle, "image", said), sensed(bundle, "imu", said)]
    np.testing.assert_allclose(
        fork_logits(context, model, "Now?"), fresh_logits(bundle, newest, "Now?"), atol=1e-5
    )


def test_a_question_just_after_a_slide_sees_the_frames_that_are_left(
    bundle: Bundle, model: LlamaEngine
) -> None:
    context = context_of(bundle, model, 8, view="video", policy="sliding", step=2)
    clip = sensed(bundle, "video", 1, parts=5).embeddings
    context.want([Sensed("video", clip[:4])])
    context.settle()
    context.want([Sensed("video", clip[1:])])
    assert context.step() and context.pending and context.counts.slides == 1
    assert fork_logits(context, model, "What moves?").shape == (model.n_vocab,)
    assert context.layout.sensed == (Sensed("video", clip[1:4]),)
    context.settle()
    assert context.layout.sensed == (Sensed("video", clip[1:]),)
