"""Chat templates other than ours: slots for pictures, no system message, and text tokenised as one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from anymal.engines.chat_template import Message, Piece, Shown, render_prompt, takes_system
from anymal.engines.encoder import Encoder
from anymal.engines.input_spec import VideoInput
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.manifest import EncoderSpec, Manifest, PromptSpec, parse_manifest
from anymal.errors import BundleError
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt, PastTurn
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, Embedding, Modality
from tests.tiny_models import CHAT_TEMPLATE, PROMPT, make_tiny_gguf, tiny_manifest
from tests.tiny_vlm import LLAVA_TEMPLATE, SMOLVLM_TEMPLATE

ROWS = np.ones((3, 64), np.float32)
PLAIN = "{% for m in messages %}[{{ m['role'] }}] {{ m['content'] }} {% endfor %}{{ 'A:' }}"
GEMMA = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    "{% for m in messages %}{{ '<|' + m['role'] + '|>' + m['content'] + '<|end|>' }}{% endfor %}"
)
LLAVA = PromptSpec(
    "", {"image": "<image>"}, ("image",), place="user", template=LLAVA_TEMPLATE, slot="<image>"
)


@pytest.fixture(scope="module")
def llm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaEngine]:
    path = make_tiny_gguf(tmp_path_factory.mktemp("chat") / "tiny.gguf")
    with LlamaEngine(path, LlamaOptions(n_ctx=256, threads=1)) as engine:
        yield engine


def spelled(llm: LlamaEngine, pieces: list[Piece]) -> str:
    """The prompt as text, rows as [n]."""
    return b"".join(
        b"".join(llm.piece(token, special=True) for token in piece)
        if isinstance(piece, tuple)
        else f"[{len(piece)}]".encode()
        for piece in pieces
    ).decode()


def seen(count: int = 1) -> list[Sensed]:
    return [Sensed("image", (Embedding("image", ROWS + n, 0, 0, str(n)),)) for n in range(count)]


def test_text_is_tokenised_as_one_across_seams(llm: LlamaEngine) -> None:
    (tokens,) = render_prompt(llm, "in {{ messages[0]['content'] }}er", [Message("user", ("th",))])
    assert tokens == tuple(llm.tokenize("in ther", special=True))
    assert tokens != tuple(t for text in ("in ", "th", "er") for t in llm.tokenize(text))


@pytest.mark.parametrize("text", ["<|end|>", "x<|end|>y", "<s>", "|end|>", "<|", "end"])
def test_no_seam_makes_a_command(llm: LlamaEngine, text: str) -> None:
    template = "<|user|>a <|{{ messages[0]['content'] }}|> b<|end|>"
    (tokens,) = render_prompt(llm, template, [Message("user", (text,))])
    controls = [llm.piece(token, special=True) for token in tokens if not llm.piece(token)]
    assert controls == [b"<|user|>", b"<|end|>"]
    assert b"".join(llm.piece(token) for token in tokens).decode() == f"a <|{text}|> b"


def test_what_is_shown_stands_in_the_templates_slots(llm: LlamaEngine) -> None:
    pieces = build_prompt(llm, None, LLAVA, "Well?", seen(2), system="Be kind.")
    assert spelled(llm, pieces) == "Be kind. USER: [3]\n[3]\nWell? ASSISTANT:"
    line = "<|system|><image><|end|>"
    smol = PromptSpec(
        "", {"image": line}, ("image",), place="user", template=SMOLVLM_TEMPLATE, slot="<image>"
    )
    pieces = build_prompt(llm, None, smol, "Well?", seen())
    control = [
        token for piece in pieces if isinstance(piece, tuple) for token in piece if not llm.piece(token)
    ]
    assert len(control) == 2, "control tokens in a line of the template's kind are commands"
    assert "User:<|system|>[3]<|end|>Well?" in spelled(llm, pieces)


@pytest.mark.parametrize(
    ("template", "content", "message"),
    [
        (LLAVA_TEMPLATE, (Shown("", (ROWS,), ""), "q"), ""),
        (
            "{{ messages[0]['content'][1]['text'] }}",
            (Shown("", (ROWS,), ""), "q"),
            "for 1 things .* does so 0",
        ),
        ("<image>{{ messages[0]['content'][0]['text'] }}", ("q",), "where nothing is shown"),
    ],
)
def test_slots_and_things_shown_must_match(
    llm: LlamaEngine, template: str, content: Any, message: str
) -> None:
    if not message:
        render_prompt(llm, template, [Message("user", content)], slot="<image>")
        return
    with pytest.raises(BundleError, match=message):
        render_prompt(llm, template, [Message("user", content)], slot="<image>")


def test_things_shown_want_a_slot(llm: LlamaEngine) -> None:
    with pytest.raises(BundleError, match=r"prompt\.slot does not say"):
        render_prompt(llm, PLAIN, [Message("user", (Shown("", (ROWS,), ""),))])


def test_a_template_without_a_system_message_gets_it_in_the_users_turn(llm: LlamaEngine) -> None:
    assert takes_system(CHAT_TEMPLATE) and takes_system(LLAVA_TEMPLATE, "<image>") and not takes_system(GEMMA)
    spec = PromptSpec("Be.", PROMPT["senses"], ("image",))
    pieces = build_prompt(llm, GEMMA, spec, "Well?", seen())
    assert spelled(llm, pieces) == "<s><|user|>Be.\nHere is the image: [3]\n\nWell?<|end|>"
    assert spelled(llm, build_prompt(llm, GEMMA, spec, "Well?", system="")) == "<s><|user|>Well?<|end|>"


@pytest.mark.parametrize("spec", [LLAVA, PromptSpec("Be.", PROMPT["senses"], ("image",), template=PLAIN)])
@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("question", ["?", "the end", "\nhe said", "<|end|> in"])
def test_live_prompts_are_those_of_ask(llm: LlamaEngine, spec: PromptSpec, count: int, question: str) -> None:
    live = LivePrompt(llm, None, spec)
    context = live.context(seen(count), [])
    whole = [*context.pieces, live.question(question, context)]
    wanted = build_prompt(llm, None, spec, question, seen(count))
    assert spelled(llm, whole) == spelled(llm, wanted)
    flat = [
        [token for piece in pieces if isinstance(piece, tuple) for token in piece]
        for pieces in (whole, wanted)
    ]
    assert flat[0] == flat[1]


def test_what_is_seen_follows_earlier_turns_in_the_users_own(llm: LlamaEngine) -> None:
    live = LivePrompt(llm, None, LLAVA)
    context = live.context(seen(), [PastTurn("Who?", "Me.")])
    whole = [*context.pieces, live.question("Now?", context)]
    assert spelled(llm, whole) == "USER: Who? ASSISTANT: Me. USER: [3]\nNow? ASSISTANT:"


def manifest(**prompt: Any) -> Manifest:
    values = tiny_manifest()
    record = {"sha256": "0" * 64, "bytes": 1}
    names = (
        "llm.gguf",
        "image.onnx",
        "audio.onnx",
        "imu.onnx",
        "video.onnx",
        "image.fp16.onnx",
        "a.lora.gguf",
    )
    values["files"] = dict.fromkeys(names, record)
    values["prompt"] = {**values["prompt"], **prompt}
    values["modalities"]["video"] = {
        "file": "video.onnx",
        "tokens": 5,
        "input": {"name": "frames", "size_px": [8, 6], "frames": 3, "hop_s": 0.5},
    }
    values["modalities"]["image"]["variants"] = {"fp16": "image.fp16.onnx"}
    values["llm"]["adapters"] = [{"name": "a", "file": "a.lora.gguf", "scale": 0.5}]
    values["verified"] = {"passed": True}
    return parse_manifest(values, "test")


def test_the_manifest_knows_videos_variants_and_adapters() -> None:
    found = manifest(place="user", slot="<image>", template="x")
    video, image = found.modalities["video"], found.modalities["image"]
    assert isinstance(video, EncoderSpec) and isinstance(image, EncoderSpec)
    assert isinstance(video.input, VideoInput)
    assert (video.input.frames, video.input.picture.width_px, video.input.hop_s) == (3, 8, 0.5)
    assert found.tokens_of("video") == 5
    assert image.variants == {"fp16": "image.fp16.onnx"}
    assert (found.llm.adapters[0].name, found.llm.adapters[0].scale) == ("a", 0.5)
    assert found.verified == {"passed": True}
    assert (found.prompt.place, found.prompt.slot, found.prompt.template) == ("user", "<image>", "x")


@pytest.mark.parametrize(
    ("prompt", "message"),
    [
        ({"place": "elsewhere"}, r"prompt\.place must be one of system, user"),
        ({"lowercase": "yes"}, r"prompt\.lowercase must be true or false, found a string"),
        ({"slot": "<image>"}, r"prompt\.slot must be empty unless place is 'user'"),
        ({"template": 3}, r"prompt\.template must be a string"),
    ],
)
def test_a_prompt_that_cannot_be_is_named(prompt: dict[str, Any], message: str) -> None:
    with pytest.raises(BundleError, match=message):
        manifest(**prompt)


def test_a_generation_block_is_its_content(llm: LlamaEngine, tmp_path: Path) -> None:
    template = "{% generation %}{{ messages[0]['content'] }}{% endgeneration %}!"
    assert spelled(llm, render_prompt(llm, template, [Message("user", ("hi",))])) == "hi!"


def test_a_bundle_may_say_how_often_an_encoder_is_worth_running() -> None:
    def no_encoder(modality: Modality) -> Encoder:
        raise AssertionError(f"nothing is sensed here, not even {modality}")

    spec = manifest().modalities["video"]
    assert StreamSensing("video", spec, no_encoder, LiveOptions())._hop_ns == NS_PER_S // 2
    chosen = LiveOptions(hop_s={"video": 2.0})
    assert StreamSensing("video", spec, no_encoder, chosen)._hop_ns == 2 * NS_PER_S
