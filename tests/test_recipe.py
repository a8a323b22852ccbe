"""Recipes: what they say, and bundles made of other people's encoders and LLMs."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import anymal
from anymal.engines.bundle import load_bundle
from anymal.engines.manifest import EncoderSpec, VideoInput
from anymal.errors import AnymalError, ConfigError, ExportError, SensorError
from anymal.export import cli
from anymal.export.llama_source import llama_source
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import ParityRecord, Tolerances
from anymal.export.recipe import ExportRecipe, parse_recipe, read_recipe
from anymal.export.sources.weights import read_config
from anymal.export.staging import staging
from anymal.export.versions import tool_versions
from anymal.runtime import cli as main_cli
from anymal.runtime.options import GenerationOptions
from anymal.samples import Frame
from tests import llm_families, tiny_sources
from tests.tiny_models import make_tiny_gguf

# Random models have near-ties everywhere: what int8 and caches do to them is measured, not judged.
LENIENT = Tolerances(int8_answers_changed=1.0, quantised_answers_changed=1.0, quantised_mean_kl=1.0)
NO_SYSTEM = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'system' %}"
    "{{ raise_exception('no system role') }}{% endif %}{{ '<|' + m['role'] + '|>' + m['content'] }}"
    "{{ '<|end|>' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
SHORT = GenerationOptions(max_tokens=6)
EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples" / "recipes"


def options(**changes: Any) -> ExportOptions:
    return ExportOptions(**{"questions": 5, "max_tokens": 4, "inputs": 3, "tolerances": LENIENT, **changes})


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Checkpoints of other people, and a vocabulary, in one folder."""
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    folder = tmp_path_factory.mktemp("parts")
    tiny_sources.make_clip(folder / "clip")
    tiny_sources.make_videomae(folder / "videomae")
    llm_families.make_vocabulary(folder / "vocabulary.model")
    return folder


def recipe(folder: Path, text: str) -> ExportRecipe:
    """A recipe as a file beside the checkpoints."""
    path = folder / "recipe.toml"
    path.write_text(text)
    return read_recipe(path)


@pytest.mark.parametrize("written", ["recipe.toml", "image.json"])
def test_a_file_written_with_a_byte_order_mark_is_read(written: str, tmp_path: Path) -> None:
    """As editors on Windows save what they call UTF-8."""
    path = tmp_path / written
    if written == "recipe.toml":
        path.write_text('name = "marked"\n[llm]\nsource = "x"\n', encoding="utf-8-sig")
        assert read_recipe(path).name == "marked"
    else:
        path.write_text('{"tokens": 4}', encoding="utf-8-sig")
        assert read_config(tmp_path, written) == {"tokens": 4}


@pytest.fixture(scope="module")
def exported(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ParityRecord]:
    """CLIP pictures, VideoMAE and a Llama, with every precision that export makes without a GPU."""
    llm_families.make_family("llama", parts / "llama", parts / "vocabulary.model")
    text = """
name = "mixed"
version = "7"
[llm]
source = "llama"
quantization = "F32"
n_ctx = 512
[prompt]
system = "You see."
history = 0
lowercase = true
[modalities.image]
encoder = "clip"
layer = -2
aligner = "linear-random:4"
precisions = ["fp32", "int8", "fp16", "int8_qdq"]
[modalities.video]
encoder = "videomae"
aligner = "perceiver-random:3"
precisions = ["fp32"]
"""
    out = tmp_path_factory.mktemp("bundles") / "mixed"
    return out, make_bundle(recipe(parts, text), out, options())


def test_a_recipe_becomes_a_bundle_that_answers(exported: tuple[Path, ParityRecord]) -> None:
    folder, parity = exported
    assert parity.reference == "transformers"
    assert parity.llm_f32 is not None and parity.llm_f32.answers_changed == 0.0
    manifest = load_bundle(folder).manifest
    assert (manifest.name, manifest.version, manifest.prompt.history) == ("mixed", "7", 0)
    assert manifest.prompt.lowercase
    assert manifest.prompt.senses["image"] == "\nHere is the image: <image>"
    dice = np.random.default_rng(0)
    frames = [Frame(n, dice.integers(0, 256, (40, 50, 3), dtype=np.uint8)) for n in range(8)]
    with anymal.load(folder) as assistant:
        picture = assistant.ask("What is it?", image=frames[0], generation=SHORT)
        clip = assistant.ask("What moves?", video=frames, generation=SHORT)
        assert picture.context["image"][0].tokens == 4
        assert clip.context["video"][0].tokens == 3
        assert picture.text != clip.text


def test_every_precision_is_a_file_with_its_parity(exported: tuple[Path, ParityRecord]) -> None:
    folder, parity = exported
    manifest = load_bundle(folder).manifest
    image, video = manifest.modalities["image"], manifest.modalities["video"]
    assert isinstance(image, EncoderSpec) and isinstance(video, EncoderSpec)
    assert dict(image.variants) == {"fp16": "image.fp16.onnx", "int8_qdq": "image.int8-qdq.onnx"}
    assert set(parity.modalities["image"].variants) == set(image.variants)
    assert isinstance(video.input, VideoInput) and video.input.frames == 4
    calibration = manifest.provenance["calibration"]["image"]
    assert calibration["name"].startswith("made up") and len(calibration["sha256"]) == 64
    assert manifest.provenance["modalities"]["image"]["encoder"]["class"] == "CLIPVisionModel"


def test_an_llm_that_scales_embeddings_and_knows_no_system(parts: Path, tmp_path: Path) -> None:
    folder = llm_families.make_family("gemma-2", parts / "gemma-2", parts / "vocabulary.model")
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    (folder / "tokenizer_config.json").write_text(json.dumps({**settings, "chat_template": NO_SYSTEM}))
    values = {
        "name": "gemma",
        "llm": {"source": "gemma-2", "quantization": "F32", "n_ctx": 256},
        "modalities": {"image": {"encoder": "clip", "aligner": "linear-random:4", "precisions": ["fp32"]}},
    }
    parity = make_bundle(parse_recipe(values, parts, "test"), tmp_path / "bundle", options())
    # llama.cpp's GELU is a table in f16; rows of the wrong size would be off by the logits' own scale.
    assert parity.llm_f32 is not None and parity.llm_f32.max_abs < 1e-3 * parity.llm_f32.logit_scale
    assert parity.llm_f32.answers_changed == 0.0


def test_a_gguf_ships_as_it_came_and_is_its_own_reference(parts: Path, tmp_path: Path) -> None:
    gguf = make_tiny_gguf(tmp_path / "tiny.gguf")
    arguments = ["--llm", str(gguf), "--encoder", f"image={parts / 'clip'}", "--aligner"]
    arguments += ["image=linear-random:4", "--layer", "image=-2", "--video-frames", "2", "--place", "user"]
    arguments += ["-o", str(tmp_path / "bundle"), "--questions", "4", "--max-tokens", "4", "--inputs", "2"]
    assert cli.run([*arguments, "--threads", "1", "--no-int8"]) == 0
    manifest = load_bundle(tmp_path / "bundle").manifest
    assert (tmp_path / "bundle" / "llm.gguf").read_bytes() == gguf.read_bytes()
    assert manifest.parity["reference"] == "llama.cpp on the GGUF as it came"
    assert manifest.parity["llm_f32"] is None and manifest.parity["llm"] is None
    assert manifest.prompt.place == "user" and manifest.tokens_of("video") == 8
    with anymal.load(tmp_path / "bundle") as assistant:
        frames = [Frame(n, np.full((8, 8, 3), 60 * n, np.uint8)) for n in range(3)]
        assert assistant.ask("What?", video=frames, image=frames[0], generation=SHORT).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "lacks name"),
        ("name = 1", "name must be of type str, found 1"),
        ('name = "x"\nspeed = 3', "unknown speed; there are name, version"),
        ("name = ", "is not TOML"),
        ('name = "x"', "give either vlm or llm.source"),
        ('name = "x"\nvlm = "a"\n[llm]\nsource = "b"', "give either vlm or llm.source"),
        ('name = "x"\n[llm]\nsource = "a"\nn_ctx = 3', "n_ctx must be from 16"),
        ('name = "x"\n[llm]\nsource = "a"\nadapters = 3', "must be a list of tables"),
        ('name = "x"\n[llm]\nsource = "a"\n[[llm.adapters]]\nname = "b"', "llm.adapters lacks source, mode"),
        (
            'name = "x"\n[llm]\nsource = "a"\n[[llm.adapters]]\nname = "b"\nsource = "c"\nmode = "d"',
            "mode 'd' is unknown; there are merge, switch",
        ),
        (
            'name = "x"\nvlm = "a"\n[modalities.image]\nencoder = "b"\naligner = "import:c:d"',
            "brings its own",
        ),
        ('name = "x"\n[llm]\nsource = "a"\n[modalities.video]\nvia = "image"', "wants an image encoder"),
        ('name = "x"\nvlm = "a"\n[modalities.video]\nvia = "sound"', "via = 'image' and frames from 1"),
        ('name = "x"\nvlm = "a"\n[modalities.imu]\nencoder = "b"', "modalities.imu lacks aligner"),
        (
            'name = "x"\nvlm = "a"\n[modalities.smell]\nencoder = "b"\naligner = "llava:c"',
            "'smell' is unknown",
        ),
        ('name = "x"\nvlm = "a"\n[prompt]\nplace = "b"', "place must be one of system, user"),
        ('name = "x"\nvlm = "a"\n[prompt]\norder = ["b"]', "order must be a list out of image"),
        ('name = "x"\nvlm = "a"\n[prompt]\norder = [["image"]]', "order must be a list out of image"),
        ('name = "x"\nvlm = "a"\n[prompt]\norder = ["image", "image"]', "each once"),
        ('name = "x"\nvlm = "a"\n[prompt.senses]\nimgae = "<image>"', "unknown imgae; there are image"),
        ('name = "x"\nvlm = "a"\n[prompt]\nhistory = -1', "history must be a whole number"),
        ('name = "x"\nvlm = "a"\n[prompt]\nsystem = 3', "must be strings"),
        ('name = "x"\nvlm = "a"\n[prompt]\nlowercase = 1', "lowercase must be true or false, found 1"),
    ],
)
def test_recipes_that_cannot_be_are_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        recipe(tmp_path, text)


def test_folders_are_found_beside_the_recipe_and_hub_names_stay(tmp_path: Path) -> None:
    (tmp_path / "clip").mkdir()
    found = recipe(
        tmp_path,
        'name = "x"\n[llm]\nsource = "owner/llm"\n'
        '[modalities.image]\nencoder = "clip"\naligner = "llava:clip"',
    )
    assert found.llm.source == "owner/llm"
    assert found.modalities["image"].encoder == str(tmp_path / "clip")
    assert found.modalities["image"].aligner == f"llava:{tmp_path / 'clip'}"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_examples_are_recipes(path: Path) -> None:
    assert read_recipe(path).name


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give one thing to export"),
        (["folder", "--vlm", "a"], "give one thing to export"),
        (["--encoder", "image=a"], "--encoder wants --llm or --vlm"),
        (["--llm", "a", "--encoder", "image"], "wanted NAME=VALUE"),
        (["--llm", "a", "--layer", "image=x"], "wanted a whole number"),
        (["--llm", "a", "--video-frames", "2", "--encoder", "video=b"], "leave --encoder video= away"),
        (["absent.toml"], "no such file; wanted an export recipe"),
        (["--llm", "no/such/thing"], "no such folder, and no hub name"),
    ],
)
def test_flags_that_cannot_be_are_named(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main_cli.main(["export", *arguments, "-o", str(tmp_path / "out"), "--threads", "1"]) == 2
    error = capsys.readouterr().err
    assert message in error and "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"llm": {"source": "tiny.gguf", "n_ctx": 16}}, "leaves|takes 64 positions|raise llm.n_ctx"),
        ({"prompt": {"order": ["video"]}}, "prompt.order does not list image"),
        ({"prompt": {"senses": {"image": "no placeholder"}}}, "a line that holds <image> once"),
    ],
)
def test_recipes_whose_parts_do_not_fit(
    parts: Path, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    make_tiny_gguf(tmp_path / "tiny.gguf")
    shutil.copytree(parts / "clip", tmp_path / "clip")
    image = {"encoder": "clip", "aligner": "linear-random:64"}
    values = {"name": "x", "llm": {"source": "tiny.gguf"}, "modalities": {"image": image}, **change}
    place = tmp_path / "place"
    with pytest.raises(ExportError, match=message):
        make_bundle(parse_recipe(values, tmp_path, "test"), place / "bundle", options())
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("sense", "encoder", "message"),
    [
        ("image", "resnet", "'resnet' is unknown as an encoder for image"),
        ("audio", "clip", "'clip_vision_model' is an encoder for image, not for audio"),
        ("image", "no/such/folder", "no such folder, and no hub name"),
        ("imu", "mw2.pt", r"mw2\.pt: no such file; wanted weights of IMU2CLIP"),
    ],
)
def test_a_missing_encoder_is_told_before_the_llm_is_touched(
    parts: Path, tmp_path: Path, sense: str, encoder: str, message: str
) -> None:
    shutil.copytree(parts / "clip", tmp_path / "clip")
    shutil.copytree(parts / "clip", tmp_path / "resnet")
    config = tmp_path / "resnet" / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "model_type": "resnet"}))
    modality = {"encoder": encoder, "aligner": "linear-random:4"}
    # The LLM is missing too, and converting one would take minutes.
    values = {"name": "x", "llm": {"source": "no-llm.gguf"}, "modalities": {sense: modality}}
    said: list[str] = []
    with pytest.raises(ExportError, match=message):
        make_bundle(parse_recipe(values, tmp_path, "test"), tmp_path / "out" / "b", options(), said.append)
    assert said == [] and list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("llm", "image", "message"),
    [
        ({"quantization": "Q4_K_S"}, {}, "quantization 'Q4_K_S' is unknown; there are F32"),
        ({}, {"aligner": "checkpoint:no/such/folder"}, "no such folder"),
        ({}, {"aligner": "llava:no/such/folder"}, "no such folder, and no hub name"),
        ({}, {"encoder": "checkpoint:nowhere"}, r"image\.json: no such file"),
        ({}, {"calibration": "nowhere"}, "nowhere: no such folder; calibration of 'image'"),
        (
            {},
            {"aligner": "import:no_such_module:build"},
            "'no_such_module'; .*beside the recipe",
        ),
        ({}, {"aligner": "import:json:build"}, "module 'json' has no attribute 'build'"),
        ({"source": "bare"}, {}, r"bare: has no chat template.* or give prompt\.template"),
        ({"source": "bare.gguf"}, {}, r"bare\.gguf: has no chat template"),
        ({"source": "llava"}, {}, r"llava: is a whole vision-language model \(llava\).* --vlm"),
    ],
)
def test_whatever_is_named_wrongly_is_told_before_the_llm_is_touched(
    parts: Path, tmp_path: Path, llm: dict[str, Any], image: dict[str, Any], message: str
) -> None:
    shutil.copytree(parts / "clip", tmp_path / "clip")
    make_tiny_gguf(tmp_path / "bare.gguf", chat_template=None)
    for name, kind in (("bare", "llama"), ("llava", "llava")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "config.json").write_text(json.dumps({"model_type": kind}))
        (tmp_path / name / "tokenizer_config.json").write_text("{}")
    modality = {"encoder": "clip", "aligner": "linear-random:4", **image}
    values = {"name": "x", "llm": {"source": "no-llm", **llm}, "modalities": {"image": modality}}
    said: list[str] = []
    with pytest.raises(AnymalError, match=message):
        make_bundle(parse_recipe(values, tmp_path, "test"), tmp_path / "out" / "b", options(), said.append)
    assert said == [] and list((tmp_path / "out").iterdir()) == []


def test_an_aligner_of_a_file_beside_the_recipe_is_found(parts: Path, tmp_path: Path) -> None:
    shutil.copytree(parts / "clip", tmp_path / "clip")
    make_tiny_gguf(tmp_path / "tiny.gguf")
    (tmp_path / "aligner_beside_a_recipe.py").write_text(
        "from torch import nn\n\n"
        "def build(features_dim, positions, n_embd):\n"
        "    return nn.Linear(features_dim, n_embd)\n"
    )
    text = """
name = "mine"
llm.source = "tiny.gguf"
[modalities.image]
encoder = "clip"
aligner = "import:aligner_beside_a_recipe:build"
"""
    make_bundle(recipe(tmp_path, text), tmp_path / "out" / "bundle", options(int8=False))
    facts = load_bundle(tmp_path / "out" / "bundle").manifest.provenance["modalities"]["image"]
    assert facts["aligner"]["class"] == "aligner_beside_a_recipe:build"
    assert str(tmp_path) not in sys.path


def test_a_base_model_is_asked_as_the_recipe_says(parts: Path, tmp_path: Path) -> None:
    """No chat template of its own: the recipe's goes to transformers and to the device alike."""
    base = llm_families.make_family("llama", tmp_path / "base", parts / "vocabulary.model")
    settings = json.loads((base / "tokenizer_config.json").read_text())
    template = settings.pop("chat_template")
    (base / "tokenizer_config.json").write_text(json.dumps(settings))
    image = {"encoder": str(parts / "clip"), "aligner": "linear-random:4", "precisions": ["fp32"]}
    values = {
        "name": "base",
        "llm": {"source": "base", "quantization": "F32", "n_ctx": 256},
        "prompt": {"template": template},
        "modalities": {"image": image},
    }
    out = tmp_path / "out" / "bundle"
    parity = make_bundle(parse_recipe(values, tmp_path, "test"), out, options())
    assert parity.llm_f32 is not None and parity.llm_f32.answers_changed == 0.0
    assert load_bundle(out).manifest.prompt.template == template
    with anymal.load(out) as assistant:
        assert assistant.ask("What?", generation=SHORT).finish_reason in ("stop", "length")


def test_what_goes_wrong_elsewhere_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportError, match=r"No such file.*absent'; nothing was left"),
        staging(tmp_path / "b"),
    ):
        (tmp_path.parent / "absent").read_bytes()
    with pytest.raises(ExportError, match="b: cannot be written"), staging(tmp_path / "b") as folder:
        (folder / "no" / "file").write_bytes(b"")
    with pytest.raises(SensorError, match="gone"), staging(tmp_path / "b"):
        raise SensorError("gone")
    assert list(tmp_path.iterdir()) == []


def test_tools_are_told_by_the_name_they_are_installed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"onnx": "1.2", "onnxruntime-gpu": "1.3"}

    def version(name: str) -> str:
        if name not in installed:
            raise metadata.PackageNotFoundError(name)
        return installed[name]

    monkeypatch.setattr(metadata, "version", version)
    assert tool_versions(("onnx", "torch", "onnxruntime")) == {"onnx": "1.2", "onnxruntime-gpu": "1.3"}


STOPPED = """
import sys, time
from pathlib import Path
from anymal.export.staging import staging
with staging(Path(sys.argv[1])) as folder:
    (folder / "work").mkdir()
    print("ready", flush=True)
    time.sleep(60)
"""


def stopped(out: Path, number: int) -> int:
    """The exit code of an export to `out` that signal `number` ends half-way."""
    with subprocess.Popen([sys.executable, "-c", STOPPED, str(out)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        os.kill(process.pid, number)
        return process.wait()


def test_an_interrupted_export_leaves_nothing(tmp_path: Path) -> None:
    assert stopped(tmp_path / "bundle", signal.SIGTERM) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_left_goes_with_the_next(tmp_path: Path) -> None:
    from anymal.export.staging import staging

    out = tmp_path / "bundle"
    assert stopped(out, signal.SIGKILL) == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    (left / "old").mkdir()  # as if it had been killed while it replaced an old bundle
    with staging(out) as folder, staging(tmp_path / "other"):
        assert not left.exists() and out.is_dir()
        with staging(out) as second:  # a living one is left alone
            assert folder.is_dir() and second != folder
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_a_bundle_whose_name_begins_alike_is_not_taken_for_what_was_left(tmp_path: Path) -> None:
    from anymal.export.staging import staging

    assert stopped(tmp_path / "nano-q4", signal.SIGKILL) == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    (left / "old").mkdir()
    with staging(tmp_path / "nano"):
        assert left.is_dir() and not (tmp_path / "nano").exists()
    with staging(tmp_path / "nano-q4"):
        assert not left.exists() and (tmp_path / "nano-q4").is_dir()


OPTIMUM = """
name = "seen"
[llm]
source = "llama"
quantization = "F32"
n_ctx = 512
[modalities.image]
encoder = "clip"
layer = -2
aligner = "linear-random:4"
precisions = ["fp32"]
"""


def test_the_other_exporter_says_what_it_needs(
    parts: Path, exported: tuple[Path, ParityRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANYMAL_OPTIMUM_PYTHON", raising=False)
    with pytest.raises(ExportError, match="ANYMAL_OPTIMUM_PYTHON"):
        make_bundle(recipe(parts, OPTIMUM), tmp_path / "out", options(exporter="optimum"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    "ANYMAL_OPTIMUM_PYTHON" not in os.environ, reason="optimum lives in an environment of its own"
)
def test_the_other_exporter_makes_a_bundle_of_the_same_rows(
    parts: Path, exported: tuple[Path, ParityRecord], tmp_path: Path
) -> None:
    record = make_bundle(recipe(parts, OPTIMUM), tmp_path / "out", options(exporter="optimum"))
    assert record.modalities["image"].fp32.max_abs < 1e-4
    with anymal.load(str(tmp_path / "out")) as assistant:
        picture = Frame(0, np.full((20, 30, 3), 90, np.uint8))
        assert assistant.ask("What is it?", image=picture, generation=SHORT).context["image"][0].tokens == 4
