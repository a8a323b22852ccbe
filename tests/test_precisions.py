"""Which graphs are made of an encoder: by flags for any source, by a recipe, or by default."""

from pathlib import Path

import numpy as np
import pytest

import anymal
from anymal.engines.bundle import load_bundle
from anymal.engines.manifest import EncoderSpec
from anymal.errors import ConfigError, ExportError
from anymal.export.llama_source import llama_source
from anymal.export.precisions import EVERY_ENCODER, choose_precisions, parse_precisions
from anymal.export.recipe import parse_recipe
from anymal.export.sources.spec import GraphSettings
from anymal.runtime import cli
from anymal.runtime.options import GenerationOptions
from anymal.samples import Frame
from tests.tiny_checkpoint import make_tiny_checkpoint
from tests.tiny_vlm import SIDE, make_tiny_vlm

# Random models have near-ties everywhere: what rounding does to their words is not judged here.
QUICK = ["--questions", "4", "--max-tokens", "3", "--inputs", "3", "--threads", "1"]
LENIENT = ["--max-changed", "1", "--max-kl", "9"]


@pytest.fixture(scope="module", autouse=True)
def converter() -> None:
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")


def variants(bundle: Path, sense: str) -> dict[str, str]:
    spec = load_bundle(bundle).manifest.modalities[sense]
    assert isinstance(spec, EncoderSpec)
    return dict(spec.variants)


def test_flags_choose_the_graphs_of_a_checkpoint_and_verify_compares_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint, bundle = make_tiny_checkpoint(tmp_path / "checkpoint"), tmp_path / "bundle"
    asked = ["--precisions", "fp16,int8", "--precisions", "imu=fp32,fp16,int8_qdq", "--llm-quant", "F32"]
    assert cli.main(["export", str(checkpoint), "-o", str(bundle), *asked, *QUICK, *LENIENT]) == 0
    assert variants(bundle, "image") == {"fp16": "image.fp16.onnx"}
    assert variants(bundle, "audio") == {"fp16": "audio.fp16.onnx"}
    assert variants(bundle, "imu") == {"fp16": "imu.fp16.onnx", "int8_qdq": "imu.int8-qdq.onnx"}
    manifest = load_bundle(bundle).manifest
    assert manifest.provenance["calibration"]["imu"]["name"] == "held-out samples"
    assert manifest.parity["modalities"]["imu"]["variants"]["fp16"]["cosine_min"] > 0.9999
    capsys.readouterr()
    few = ["--questions", "4", "--samples", "3", "--max-tokens", "3", "--threads", "1", *LENIENT]
    code = cli.main(["verify", str(bundle), "--reference", str(checkpoint), *few])
    said = capsys.readouterr().err
    assert "ok   audio: audio.fp16.onnx (fp16) against torch: smallest cosine" in said
    assert "ok   imu: imu.int8-qdq.onnx (int8_qdq) against torch: smallest cosine" in said
    assert code == 0, said


def test_flags_choose_the_graphs_of_a_whole_model(tmp_path: Path) -> None:
    checkpoint = make_tiny_vlm(tmp_path / "llava", "llava")
    flags = ["export", "--vlm", str(checkpoint), *QUICK, *LENIENT, "--llm-quant", "F32"]
    bundle = tmp_path / "by-flags"
    assert cli.main([*flags, "-o", str(bundle), "--precisions", "image=fp32,fp16"]) == 0
    assert variants(bundle, "image") == {"fp16": "image.fp16.onnx"}
    assert load_bundle(bundle).manifest.modalities["image"].precision == "fp32"
    with anymal.load(bundle) as assistant:
        picture = Frame(0, np.zeros((SIDE, SIDE, 3), np.uint8))
        assert assistant.ask("What?", image=picture, generation=GenerationOptions(max_tokens=3)).text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--precisions", "fp17"], "precision 'fp17' is unknown; there are fp32, fp16, int8"),
        (["--precisions", "smell=fp16"], "'smell' has no encoder here; there are image, audio, imu"),
        (["--precisions", "video=fp16"], "'video' has no encoder here"),
        (["--precisions", "imu=fp16", "--precisions", "imu=int8"], "each sense once"),
        (["--precisions", "=fp16"], "wanted A,B or SENSE=A,B"),
        (["--precisions", ""], "precision '' is unknown"),
    ],
)
def test_precisions_that_cannot_be_are_named_before_anything_is_made(
    tmp_path: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = make_tiny_checkpoint(tmp_path / "checkpoint")
    assert cli.main(["export", str(checkpoint), "-o", str(tmp_path / "bundle"), *arguments]) == 2
    said = capsys.readouterr().err
    assert message in said and len(said.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint"]


def test_what_was_asked_of_a_sense_wins_over_what_was_asked_of_all() -> None:
    asked = parse_precisions(["fp32,fp16", "imu=int8, int8_qdq"])
    assert asked == {EVERY_ENCODER: ("fp32", "fp16"), "imu": ("int8", "int8_qdq")}
    usual = {"image": ("fp32",), "imu": ("fp32", "int8")}
    assert choose_precisions(asked, usual) == {"image": ("fp32", "fp16"), "imu": ("int8", "int8_qdq")}
    assert choose_precisions(asked, usual, int8=False)["imu"] == ("int8_qdq",)
    assert choose_precisions({}, usual) == usual


@pytest.mark.parametrize(
    ("image", "message"),
    [
        ({"precisions": ["fp17"]}, "precision 'fp17' is unknown"),
        ({"layer": -2}, "unknown layer; there are precisions, calibration"),
        ({"encoder": "a", "aligner": "llava:b"}, "may say its precisions and calibration, nothing else"),
    ],
)
def test_a_whole_models_eyes_say_their_graphs_and_nothing_else(
    tmp_path: Path, image: dict[str, object], message: str
) -> None:
    values = {"name": "x", "vlm": "a/b", "modalities": {"image": image}}
    with pytest.raises(ConfigError, match=message):
        parse_recipe(values, tmp_path, "test")
    found = parse_recipe({**values, "modalities": {"image": {"precisions": ["fp16"]}}}, tmp_path, "test")
    assert dict(found.graphs) == {"image": GraphSettings(("fp16",))}
    assert found.modalities == {}
