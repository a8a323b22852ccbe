"""Whole vision-language models in one step: the bundle says what transformers' own generate says."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

import anymal
from anymal.engines.bundle import load_bundle
from anymal.errors import ConfigError, ExportError
from anymal.export.llama_source import llama_source
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import Tolerances
from anymal.export.recipe import ExportRecipe, LlmSource
from anymal.export.vlm import open_vlm
from anymal.runtime.options import GenerationOptions
from anymal.samples import Frame
from tests.exact_ask import ExactAsk
from tests.tiny_vlm import SIDE, make_tiny_vlm
from tests.vlm_reference import VlmReference

KINDS = ("llava", "llava_next", "smolvlm")
TOKENS = 12
# Random models have near-ties everywhere: what f16 caches do to them is measured, not judged.
LENIENT = Tolerances(int8_answers_changed=1.0, quantised_answers_changed=1.0, quantised_mean_kl=1.0)
Exported = tuple[Path, Path]
Export = Callable[[str], Exported]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """(checkpoint, bundle) of a kind, everything in f32; made at its first use."""
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    made: dict[str, Exported] = {}

    def make(kind: str) -> Exported:
        if kind not in made:
            folder = tmp_path_factory.mktemp(kind)
            checkpoint = make_tiny_vlm(folder / "checkpoint", kind)
            recipe = ExportRecipe(kind, vlm=str(checkpoint), llm=LlmSource("", quantization="F32"))
            options = ExportOptions(questions=4, max_tokens=4, inputs=3, int8=False, tolerances=LENIENT)
            parity = make_bundle(recipe, folder / "bundle", options)
            assert parity.llm_f32 is not None and parity.llm_f32.max_abs < 1e-3
            assert parity.llm_f32.answers_changed == 0.0
            made[kind] = (checkpoint, folder / "bundle")
        return made[kind]

    return make


def pictures(count: int, seed: int = 5) -> list[NDArray[np.uint8]]:
    """Noise of the size the model takes, so that nobody resizes."""
    dice = np.random.default_rng(seed)
    return [dice.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8) for _ in range(count)]


@pytest.mark.parametrize("kind", KINDS)
def test_greedy_text_is_that_of_transformers(export: Export, kind: str) -> None:
    checkpoint, bundle = export(kind)
    reference = VlmReference(checkpoint)
    texts = set()
    with ExactAsk(bundle) as ours:
        for number, picture in enumerate(pictures(8)):
            question = ("What is in the picture?", "How many dogs are there?")[number % 2]
            wanted = reference.answer(question, [picture], TOKENS).strip()
            assert ours.answer(question, [picture], TOKENS) == wanted
            texts.add(wanted)
        two = pictures(2, seed=6)
        assert ours.answer("Which one?", two, TOKENS) == reference.answer("Which one?", two, TOKENS).strip()
        assert ours.answer("Who are you?", [], TOKENS) == reference.answer("Who are you?", [], TOKENS).strip()
    assert len(texts) > 4, "a model that answers everything alike would prove nothing"


def test_the_prompt_is_the_processors_token_for_token(export: Export) -> None:
    checkpoint, bundle = export("llava")
    reference = VlmReference(checkpoint)
    with ExactAsk(bundle) as ours:
        reference.answer("Is it red?", pictures(1), 1)
        ours.answer("Is it red?", pictures(1), 1)
        image_id, found = reference.model.config.image_token_id, list[int]()
        for piece in ours.prompt:
            found += piece if isinstance(piece, tuple) else [image_id] * len(piece)
        assert found == reference.prompt_ids


def test_a_slot_in_a_question_is_text(export: Export) -> None:
    _, bundle = export("llava")
    with ExactAsk(bundle) as ours:
        ours.answer("Is <image> a word, or </s>?", pictures(1), 1)
        tokens = [token for piece in ours.prompt if isinstance(piece, tuple) for token in piece]
        spelled = b"".join(ours.engine.piece(token) for token in tokens).decode()
        assert "Is <image> a word, or </s>?" in spelled
        assert [token for token in tokens if not ours.engine.piece(token)] == [1]  # the BOS
        assert sum(not isinstance(piece, tuple) for piece in ours.prompt) == 1


def test_the_manifest_says_how_pictures_are_shown(export: Export) -> None:
    manifest = load_bundle(export("smolvlm")[1]).manifest
    line = "<fake_token_around_image><global-img><image><fake_token_around_image>"
    assert manifest.prompt.senses["image"] == line
    assert (manifest.prompt.place, manifest.prompt.slot) == ("user", "<image>")
    assert manifest.prompt.template.startswith("{{ bos_token }}<|im_start|>")
    assert manifest.tokens_of("image") == 4
    assert manifest.provenance["vlm"]["class"] == "SmolVLMForConditionalGeneration"
    next_tokens = load_bundle(export("llava_next")[1]).manifest.tokens_of("image")
    assert next_tokens == 16 + 1  # and the row that ends a picture


def test_the_front_door_answers(export: Export) -> None:
    _, bundle = export("llava")
    with anymal.load(bundle) as assistant:
        picture = Frame(0, np.zeros((48, 64, 3), np.uint8))
        answer = assistant.ask("What?", image=picture, generation=GenerationOptions(max_tokens=4))
        assert answer.text


@pytest.fixture(scope="module")
def llava(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_vlm(tmp_path_factory.mktemp("damage") / "llava", "llava")


def change(folder: Path, file: str, **values: Any) -> None:
    """Change entries of a JSON file; None removes one."""
    path = folder / file
    content = {**json.loads(path.read_text()), **values}
    path.write_text(json.dumps({name: value for name, value in content.items() if value is not None}))


@pytest.mark.parametrize("layer", [-1, -2, -4, 3])
def test_a_siglip_tower_is_read_at_the_layer_that_llava_counts(tmp_path: Path, layer: int) -> None:
    """LLaVA's -1 is the last block's output, before the norm that SigLIP's own last hidden state has."""
    checkpoint = make_tiny_vlm(tmp_path / "checkpoint", "llava_siglip")
    change(checkpoint, "config.json", vision_feature_layer=layer)
    vision = open_vlm(str(checkpoint), tmp_path / "work").image.module
    model = VlmReference(checkpoint).model
    picture = torch.from_numpy(pictures(1)[0])[None]
    with torch.no_grad():
        wanted = model.get_image_features(pixel_values=vision.encoder.pixels(picture)).pooler_output[0]
        found = vision(picture)[0]
    assert found.shape == wanted.shape == (16, 64)
    assert torch.allclose(found, wanted, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("layer", [-5, 4])
def test_a_layer_that_no_tower_has_is_named(tmp_path: Path, layer: int) -> None:
    checkpoint = make_tiny_vlm(tmp_path / "checkpoint", "llava_siglip")
    change(checkpoint, "config.json", vision_feature_layer=layer)
    with pytest.raises(ConfigError, match=rf"layer {layer} of SiglipVisionModel does not exist"):
        open_vlm(str(checkpoint), tmp_path / "work")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda f: change(f, "config.json", model_type="mllama"), r"model_type 'mllama'; a whole .* llava,"),
        (lambda f: (f / "chat_template.jinja").unlink(), "has no chat template"),
        (lambda f: (f / "model.safetensors").write_bytes(b"x" * 64), "damaged"),
        (lambda f: (f / "model.safetensors").unlink(), "cannot be read as"),
        (lambda f: change(f, "config.json", vision_feature_layer=[-2]), "read at one layer"),
        (
            lambda f: change(f, "preprocessor_config.json", crop_size={"height": 24, "width": 24}),
            r"24 x 24 px; config\.json wants 32 x 32",
        ),
        (lambda f: shutil.rmtree(f), "no such folder, and no hub name"),
    ],
)
def test_damaged_checkpoints_are_named(
    llava: Path, tmp_path: Path, damage: Callable[[Path], Any], message: str
) -> None:
    folder = Path(shutil.copytree(llava, tmp_path / "llava"))
    damage(folder)
    with pytest.raises(ExportError, match=message):
        open_vlm(str(folder), tmp_path / "work")


def test_eyes_that_see_something_else_are_refused(
    llava: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from anymal.export import vlm_vision

    def other(model: Any, pixels: torch.Tensor) -> torch.Tensor:
        return own(model, pixels) + 0.01

    own = vlm_vision._own_features
    monkeypatch.setattr(vlm_vision, "_own_features", other)
    with pytest.raises(ExportError, match="options that export does not follow"):
        open_vlm(str(llava), tmp_path / "work")
