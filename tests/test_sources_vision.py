"""Vision towers and video encoders of transformers as sources: the same features as the class itself gives.

The references are transformers' own models and image processors, not our reading of them.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers
from PIL import Image

from anymal.engines.image_features import image_input
from anymal.engines.manifest import ImageInput
from anymal.errors import ConfigError, ExportError
from anymal.export.sources import ModalitySource, open_source
from anymal.export.sources.opener import open_encoder
from anymal.export.sources.pixels import PixelNorm, PixelRules, read_pixel_rules
from anymal.export.sources.vision import VisionEncoder
from anymal.samples import Frame
from tests import tiny_sources as tiny

MAKERS = {
    "CLIPVisionModel": tiny.make_clip,
    "SiglipVisionModel": tiny.make_siglip,
    "Dinov2Model": tiny.make_dinov2,
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("vision")
    made = {name: make(root / name) for name, make in MAKERS.items()}
    return made | {
        "CLIPModel": tiny.make_whole_clip(root / "CLIPModel"),
        "VideoMAEModel": tiny.make_videomae(root / "VideoMAEModel"),
    }


def source(folder: Path, **values: Any) -> ModalitySource:
    return ModalitySource(
        **{"modality": "image", "encoder": str(folder), "aligner": "linear-random:3", **values}
    )


def normalised(rules: dict[str, Any], raw: np.ndarray) -> torch.Tensor:
    """Pixels as the preprocessor file says, in float64: [B, 3, H, W]."""
    unit = raw.astype(np.float64) * rules.get("rescale_factor", 1 / 255)
    unit = (unit - np.array(rules["image_mean"])) / np.array(rules["image_std"])
    return torch.from_numpy(unit).permute(0, 3, 1, 2).float()


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("layer", [-1, -2, 0, 3])
def test_a_tower_gives_the_hidden_layer_that_its_class_gives(
    name: str, layer: int, folders: dict[str, Path]
) -> None:
    rules = {"Dinov2Model": tiny.DINOV2_RULES, "SiglipVisionModel": tiny.SIGLIP_RULES}.get(
        name, tiny.CLIP_RULES
    )
    opened = open_encoder(source(folders[name], layer=layer))
    width, height = opened.input["size_px"]
    raw = tiny.pictures(2, width, height)
    pixels = normalised(rules, raw)
    if name == "Dinov2Model":  # 24 px out of the middle of 40
        pixels = pixels[:, :, 8:32, 8:32]
    model = getattr(transformers, name).from_pretrained(folders[name]).eval()
    with torch.no_grad():
        found = opened.encoder(torch.from_numpy(raw))
        whole = model(pixels, output_hidden_states=True)
    wanted = whole.last_hidden_state if layer == -1 else whole.hidden_states[layer]
    if name != "SiglipVisionModel":
        wanted = wanted[:, 1:]
    assert found.shape == (2, opened.encoder.positions, opened.encoder.features_dim)
    assert (found - wanted).abs().max() < 1e-5 * wanted.abs().max(), "the features drifted"


def test_the_class_token_is_kept_when_asked(folders: dict[str, Path]) -> None:
    with_token = open_encoder(source(folders["CLIPVisionModel"], class_token=True)).encoder
    without = open_encoder(source(folders["CLIPVisionModel"])).encoder
    raw = torch.from_numpy(tiny.pictures(1, 32, 32))
    with torch.no_grad():
        assert with_token.positions == without.positions + 1 == 17
        assert torch.equal(with_token(raw)[:, 1:], without(raw))


def test_siglip_has_no_class_token_to_keep(folders: dict[str, Path]) -> None:
    with pytest.raises(ConfigError, match="no class token"):
        open_encoder(source(folders["SiglipVisionModel"], class_token=True))


def test_layers_behind_the_one_that_is_read_are_dropped(folders: dict[str, Path]) -> None:
    encoder = open_encoder(source(folders["CLIPVisionModel"], layer=-2)).encoder
    assert isinstance(encoder, VisionEncoder)
    assert len(encoder.blocks) == 2


@pytest.mark.parametrize("layer", [4, -5])
def test_a_layer_that_does_not_exist_is_named(layer: int, folders: dict[str, Path]) -> None:
    with pytest.raises(ConfigError, match=rf"layer {layer} .*-4 to 3"):
        open_encoder(source(folders["CLIPVisionModel"], layer=layer))


def test_a_whole_clip_gives_its_vision_half(folders: dict[str, Path]) -> None:
    opened = open_encoder(source(folders["CLIPModel"]))
    assert opened.provenance["class"] == "CLIPVisionModel"
    assert opened.provenance["normalisation"] == "default of clip"
    raw = tiny.pictures(1, 32, 32)
    rules = {
        "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "image_std": [0.26862954, 0.26130258, 0.27577711],
    }
    model = transformers.CLIPModel.from_pretrained(folders["CLIPModel"]).eval()
    with torch.no_grad():
        wanted = model.vision_model(normalised(rules, raw)).last_hidden_state[:, 1:]
        assert (opened.encoder(torch.from_numpy(raw)) - wanted).abs().max() < 1e-5 * wanted.abs().max()


@pytest.mark.parametrize("name", ["CLIPVisionModel", "SiglipVisionModel", "Dinov2Model"])
def test_device_and_graph_together_do_what_the_image_processor_does(
    name: str, folders: dict[str, Path]
) -> None:
    """Resizing on the device, the rest in the graph, against transformers' own PIL processor."""
    family, processor = {
        "CLIPVisionModel": ("clip", "CLIPImageProcessorPil"),
        "SiglipVisionModel": ("siglip", "SiglipImageProcessorPil"),
        "Dinov2Model": ("dinov2", "BitImageProcessorPil"),
    }[name]
    kind = getattr(transformers, processor, None)
    if kind is None:
        pytest.skip(f"this transformers has no {processor}")
    rules = read_pixel_rules(folders[name], family, 32)
    picture = tiny.pictures(1, 90, 60)[0]  # the longer side comes out whole and even: nothing to round
    device = image_input(Frame(0, picture), ImageInput("rgb", *rules.size_px, rules.fit))
    found = PixelNorm(rules)(torch.from_numpy(device.copy()[None]))
    wanted = kind.from_pretrained(folders[name])(Image.fromarray(picture), return_tensors="pt")[
        "pixel_values"
    ]
    assert found.shape == wanted.shape
    steps = (found - wanted).abs().amax() * 255 * max(rules.std)
    assert steps < 1.2, f"pictures differ by {steps:.1f} of 255"


def test_pixels_of_the_right_size_are_normalised_to_the_last_bit_or_two(folders: dict[str, Path]) -> None:
    rules = read_pixel_rules(folders["CLIPVisionModel"], "clip", 32)
    raw = tiny.pictures(1, 32, 32)
    found = PixelNorm(rules)(torch.from_numpy(raw))
    assert (found - normalised(tiny.CLIP_RULES, raw)).abs().max() < 1e-6


def test_a_preprocessor_for_another_size_is_refused(folders: dict[str, Path]) -> None:
    model = transformers.CLIPVisionModel.from_pretrained(folders["CLIPVisionModel"])
    rules = PixelRules((48, 48), (48, 48), "crop", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), origin="some.json")
    with pytest.raises(
        ExportError, match=r"some\.json gives pictures of 48 x 48 px; config\.json wants 32 x 32"
    ):
        VisionEncoder(model, rules)


def test_video_is_its_frames_one_after_the_other(folders: dict[str, Path]) -> None:
    values = {"encoder": str(folders["CLIPVisionModel"]), "aligner": "perceiver-random:2"}
    one = open_source(ModalitySource(modality="image", **values), 24)
    many = open_source(ModalitySource(modality="video", frames=3, **values), 24)
    assert many.input == {**one.input, "name": "frames", "frames": 3}
    assert many.options.tokens == 6
    raw = torch.from_numpy(np.stack([tiny.pictures(3, 32, 32, seed) for seed in (1, 2)]))
    with torch.no_grad():
        found = many.module(raw)
        wanted = one.module(raw.flatten(0, 1)).reshape(2, 6, 24)
    assert (found - wanted).abs().max() < 1e-5


@pytest.mark.parametrize("layer", [-1, -2])
def test_videomae_gives_what_its_class_gives(layer: int, folders: dict[str, Path]) -> None:
    opened = open_encoder(source(folders["VideoMAEModel"], modality="video", layer=layer))
    assert opened.input["frames"] == 4
    raw = tiny.pictures(8, 32, 32).reshape(2, 4, 32, 32, 3)
    pixels = normalised(tiny.CLIP_RULES, raw.reshape(8, 32, 32, 3)).reshape(2, 4, 3, 32, 32)
    model = transformers.VideoMAEModel.from_pretrained(folders["VideoMAEModel"]).eval()
    with torch.no_grad():
        found = opened.encoder(torch.from_numpy(raw))
        whole = model(pixels, output_hidden_states=True)
    wanted = whole.last_hidden_state if layer == -1 else whole.hidden_states[layer]
    assert found.shape == wanted.shape
    assert (found - wanted).abs().max() < 1e-5 * wanted.abs().max()


def test_normalisation_stays_float32_when_the_model_is_halved(folders: dict[str, Path]) -> None:
    opened = open_source(source(folders["CLIPVisionModel"]), 24)
    raw = torch.from_numpy(tiny.pictures(2, 32, 32))
    with torch.no_grad():
        wanted = opened.module(raw)
        found = opened.module.half()(raw)
    assert found.dtype == torch.float16
    assert (found.float() - wanted).abs().max() < 0.02 * wanted.abs().max()
