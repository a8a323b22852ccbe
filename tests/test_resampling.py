"""The filter a model's pictures were resized with in training: read at export, kept in the bundle, used."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers
from numpy.typing import NDArray
from PIL import Image
from transformers.models.llava.image_processing_pil_llava import LlavaImageProcessorPil

from anymal.engines.bundle import load_bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.image_features import image_input
from anymal.engines.input_spec import RESAMPLINGS, ImageInput, Resampling, VideoInput, parse_input
from anymal.engines.json_fields import Fields
from anymal.errors import BundleError, ExportError
from anymal.export.sources import ModalitySource
from anymal.export.sources import opener as sources
from anymal.export.sources.pixels import PixelNorm, read_pixel_rules
from anymal.export.vlm import open_vlm
from anymal.samples import Frame
from tests import tiny_sources as tiny
from tests.tiny_models import TinySpec, make_tiny_bundle, tiny_manifest, write_manifest
from tests.tiny_vlm import make_tiny_vlm

RULES_FILE = "preprocessor_config.json"


def noise(height: int = 50, width: int = 70) -> NDArray[np.uint8]:
    return np.random.default_rng(4).integers(0, 256, (height, width, 3), dtype=np.uint8)


def by_pillow(rgb: NDArray[np.uint8], size: tuple[int, int], resample: Resampling) -> NDArray[np.uint8]:
    return np.asarray(Image.fromarray(rgb).resize(size, getattr(Image.Resampling, resample.upper())))


@pytest.mark.parametrize("resample", RESAMPLINGS)
def test_every_filter_is_pillows_own(resample: Resampling) -> None:
    squash = ImageInput("rgb", 32, 24, "squash", resample=resample)
    assert np.array_equal(image_input(Frame(0, noise()), squash), by_pillow(noise(), (32, 24), resample))
    crop = ImageInput("rgb", 20, 20, "crop", resample=resample)
    middle = by_pillow(noise(50, 100), (40, 20), resample)[:, 10:30]
    assert np.array_equal(image_input(Frame(0, noise(50, 100)), crop), middle)


@pytest.mark.parametrize("resample", [2, 3])
@pytest.mark.parametrize("size", [(90, 30), (30, 91), (64, 63), (300, 40), (40, 300), (200, 200)])
def test_a_padded_picture_is_llavas_own(size: tuple[int, int], resample: int, tmp_path: Path) -> None:
    """`do_pad` of LLaVA's processor: a square of its mean colour first, then resized."""
    values = {
        "image_processor_type": "LlavaImageProcessor",
        "do_pad": True,
        "size": {"shortest_edge": 32},
        "crop_size": {"height": 32, "width": 32},
        "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "resample": resample,
    }
    (tmp_path / RULES_FILE).write_text(json.dumps(values))
    rules = read_pixel_rules(tmp_path, "clip", 32)
    spec = parse_input("image", Fields(rules.section("rgb"), "bundle.json"))
    assert isinstance(spec, ImageInput) and (spec.fit, spec.pad_rgb) == ("pad", (122, 116, 104))
    rgb = noise(size[1], size[0])
    raw = torch.from_numpy(image_input(Frame(0, rgb), spec).copy())
    found = PixelNorm(rules)(raw[None])[0]
    own = LlavaImageProcessorPil.from_pretrained(tmp_path)
    wanted = torch.from_numpy(np.asarray(own(Image.fromarray(rgb), return_tensors="np")["pixel_values"][0]))
    assert torch.allclose(found, wanted, atol=1e-5)


@pytest.mark.parametrize("kind", ["LlavaNextImageProcessor", "CLIPImageProcessor"])
def test_what_other_processors_pad_is_no_picture(kind: str, tmp_path: Path) -> None:
    values = {"image_processor_type": kind, "do_pad": True, "size": {"shortest_edge": 32}}
    (tmp_path / RULES_FILE).write_text(json.dumps(values))
    assert read_pixel_rules(tmp_path, "clip", 32).fit == "crop"


@pytest.mark.parametrize("value", [[1, 2], [0, 0, 256], [-1, 0, 0], "grey"])
def test_a_colour_that_is_none_is_refused(value: object) -> None:
    section = {"name": "rgb", "size_px": [8, 8], "fit": "pad", "pad_rgb": value}
    with pytest.raises(BundleError, match="pad_rgb must be"):
        parse_input("image", Fields(section, "bundle.json"))


def write_filter(folder: Path, resample: object) -> None:
    manifest = tiny_manifest(TinySpec())
    manifest["modalities"]["image"]["input"]["resample"] = resample
    write_manifest(folder, manifest)


def rows(folder: Path, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    with open_encoder(load_bundle(folder), "image") as encoder:
        return encoder.encode(Frame(0, rgb)).rows


def test_soft_tokens_are_of_pictures_resized_as_the_bundle_says(tmp_path: Path) -> None:
    folder, size = make_tiny_bundle(tmp_path / "tiny"), TinySpec().image_px
    assert np.array_equal(rows(folder, noise()), rows(folder, by_pillow(noise(), size, "bicubic")))
    seen = [rows(folder, noise())]
    for resample in RESAMPLINGS:
        write_filter(folder, resample)
        # What has the right size already is touched by no filter.
        assert np.array_equal(rows(folder, noise()), rows(folder, by_pillow(noise(), size, resample)))
        seen.append(rows(folder, noise()))
    assert np.array_equal(seen[0], seen[1 + RESAMPLINGS.index("bicubic")])
    assert all(not np.array_equal(one, other) for one, other in pairwise(seen[1:]))


@pytest.mark.parametrize("value", ["cubic", 3, ""])
def test_a_filter_that_is_none_is_refused_with_those_there_are(value: object, tmp_path: Path) -> None:
    folder = make_tiny_bundle(tmp_path / "tiny")
    write_filter(folder, value)
    with pytest.raises(BundleError, match=r"modalities\.image\.input\.resample must be"):
        load_bundle(folder)


@pytest.mark.parametrize(
    ("number", "name"), [*enumerate(("nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"))]
)
def test_a_preprocessors_filter_makes_the_pictures_that_it_makes(
    number: int, name: str, tmp_path: Path
) -> None:
    folder = tiny.make_clip(tmp_path / "clip")
    rules_file = folder / RULES_FILE
    rules_file.write_text(json.dumps({**tiny.CLIP_RULES, "resample": number}))
    rules = read_pixel_rules(folder, "clip", 32)
    section = rules.section("rgb")
    assert section.get("resample", "bicubic") == rules.resample == name
    assert ("resample" in section) == (name != "bicubic"), "bundles of before stay as they were"
    spec = ImageInput("rgb", *rules.size_px, rules.fit, resample=rules.resample)
    picture = tiny.pictures(1, 90, 60)[0]
    found = PixelNorm(rules)(torch.from_numpy(image_input(Frame(0, picture), spec).copy()[None]))
    processor = getattr(transformers, "CLIPImageProcessorPil", None)
    if processor is None:
        pytest.skip("this transformers has no CLIPImageProcessorPil")
    wanted = processor.from_pretrained(folder)(Image.fromarray(picture), return_tensors="pt")["pixel_values"]
    assert (found - wanted).abs().amax() * 255 * max(rules.std) < 1.2


@pytest.mark.parametrize("value", [6, -1, True, "bicubic", 3.0])
def test_an_unknown_filter_of_a_preprocessor_is_refused(value: object, tmp_path: Path) -> None:
    folder = tiny.make_clip(tmp_path / "clip")
    (folder / RULES_FILE).write_text(json.dumps({**tiny.CLIP_RULES, "resample": value}))
    with pytest.raises(ExportError, match=r"preprocessor_config\.json: resample must be .*1 \(lanczos\)"):
        read_pixel_rules(folder, "clip", 32)


@pytest.mark.parametrize(
    ("make", "modality", "rules", "name"),
    [
        (tiny.make_videomae, "video", {}, "bilinear"),
        (tiny.make_videomae, "video", {"resample": None}, "bilinear"),
        (tiny.make_videomae, "video", {"resample": 4}, "box"),
        (tiny.make_siglip, "image", {"resample": 1}, "lanczos"),
        (tiny.make_siglip, "video", {"resample": 1}, "lanczos"),
        (tiny.make_siglip, "image", {"resample": None}, None),
    ],
)
def test_an_encoder_says_its_filter_to_the_device(
    make: Any, modality: Any, rules: dict[str, Any], name: str | None, tmp_path: Path
) -> None:
    folder = make(tmp_path / "encoder")
    written = json.loads((folder / RULES_FILE).read_text())
    (folder / RULES_FILE).write_text(json.dumps({**written, **rules}))
    opened = sources.open_encoder(
        ModalitySource(modality=modality, encoder=str(folder), aligner="perceiver-random:2", frames=4)
    )
    assert opened.input.get("resample") == name
    assert opened.provenance["resample"] == (name or "bicubic")


@pytest.mark.parametrize(
    ("rules", "name"), [({}, "lanczos"), ({"resample": 2}, "bilinear"), ({"resample": 3}, None)]
)
def test_a_vlm_that_squashes_pictures_says_its_processors_filter(
    rules: dict[str, Any], name: str | None, tmp_path: Path
) -> None:
    folder = make_tiny_vlm(tmp_path / "checkpoint", "smolvlm")
    written = json.loads((folder / RULES_FILE).read_text())
    (folder / RULES_FILE).write_text(json.dumps({**written, **rules}))
    image = open_vlm(str(folder), tmp_path / "work").image
    assert image.input.get("resample") == name
    assert image.provenance["resample"] == (name or "bicubic")


def test_a_video_of_its_own_encoder_has_a_filter_too() -> None:
    section = {"name": "frames", "size_px": [8, 8], "frames": 2, "resample": "box"}
    found = parse_input("video", Fields(section, "bundle.json"))
    assert isinstance(found, VideoInput) and found.picture.resample == "box"
