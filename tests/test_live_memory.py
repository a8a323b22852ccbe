"""Live on LLMs whose memory is not Llama's: a running state, sliding-window attention."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import anymal
from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.open_llm import LIVE_SEQUENCES
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S, Frame
from tests.live_rig import HandDriver, hand_sensor, picture, until
from tests.test_live_context import context_of, fork_logits, fresh_logits, sensed
from tests.tiny_models import TinySpec, make_tiny_bundle, tiny_manifest, write_manifest

pytest.importorskip("torch", reason="torch is not installed")

from tests.llm_families import convert_all, make_family, make_vocabulary

FAMILIES = ("mamba", "gemma-3", "mistral")
SHORT = GenerationOptions(max_tokens=8)
EVERY_FRAME = LiveOptions(still=0.0, history=0)
N_CTX = 256


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("memories")
    vocabulary = make_vocabulary(folder / "tokenizer.model")
    made = {name: make_family(name, folder / name, vocabulary) for name in FAMILIES}
    ggufs = convert_all(made, folder)
    bundles = {}
    for name, gguf in ggufs.items():
        bundle = make_tiny_bundle(folder / f"bundle-{name}", TinySpec(n_ctx=N_CTX))
        gguf.replace(bundle / "llm.gguf")
        manifest: dict[str, Any] = tiny_manifest(TinySpec(n_ctx=N_CTX))
        write_manifest(bundle, manifest)
        bundles[name] = bundle
    return bundles


@pytest.fixture(params=FAMILIES)
def assistant(request: pytest.FixtureRequest, bundles: dict[str, Path]) -> Iterator[Assistant]:
    with anymal.load(str(bundles[request.param]), AssistantOptions(threads=1)) as opened:
        yield opened


def show(live: LiveSession, camera: HandDriver, value: int, t_ns: int) -> Frame:
    frame = picture(value, t_ns)
    camera.put(frame)
    until(lambda: any(e.end_ns == frame.t_ns for thing in live.sensed() for e in thing.embeddings))
    return frame


def test_a_live_answer_is_what_ask_says_whatever_the_memory(assistant: Assistant) -> None:
    sensor, camera = hand_sensor("image")
    frames, said = [], []
    with assistant.live(camera=sensor, options=EVERY_FRAME, generation=SHORT) as live:
        fallback = live.status().fallback
        begin_ns = time.monotonic_ns()
        for second, value in enumerate((20, 140, 250)):
            frames.append(show(live, camera, value, begin_ns + second * NS_PER_S))
            said.append([live.ask(text).answer(60).text for text in ("What is it?", "Is it red?")])
    assert bool(fallback) == (not assistant._model.can_truncate)
    for frame, texts in zip(frames, said, strict=True):
        for text, question in zip(texts, ("What is it?", "Is it red?"), strict=True):
            assert assistant.ask(question, image=frame, generation=SHORT).text == text


@pytest.mark.parametrize("family", FAMILIES)
def test_a_batch_that_a_question_stops_costs_no_answer(bundles: dict[str, Path], family: str) -> None:
    bundle = load_bundle(bundles[family])
    things = [sensed(bundle, "image", 1), sensed(bundle, "imu", 2)]
    options = LlamaOptions(threads=1, sequences=LIVE_SEQUENCES, kv_f32=True)
    with LlamaEngine(bundle.llm_path, options) as engine:
        context = context_of(bundle, engine)
        context.want(things)
        for _ in range(3):  # the first batch, one in the middle, and the same again
            with context.stoppable():
                context.stop()
                assert context.step() and context.pending
            context.step()
        context.settle()
        found = fork_logits(context, engine, "What is it?")
    np.testing.assert_allclose(found, fresh_logits(bundle, things, "What is it?"), atol=1e-4)
