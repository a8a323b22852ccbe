"""The whole export: torch -> bundle -> engines gives the text that transformers gives, or nothing at all."""

import errno
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import onnx
import pytest
import torch

from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import BundleError, ExportError
from anymal.export import bundle_parts, cli
from anymal.export import make_bundle as making
from anymal.export.checkpoint_folder import read_checkpoint_folder
from anymal.export.held_out import Ask, Slot, read_held_out
from anymal.export.llama_source import llama_source
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import ParityRecord, Tolerances
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.reference_prompt import ReferenceTokenizer
from anymal.export.verify import onnx_rows, torch_rows
from anymal.models.checkpoint import load_modality
from anymal.models.multimodal_lm import MultimodalLm, load_llm
from anymal.runtime import cli as main_cli
from tests.tiny_checkpoint import MODALITIES, make_tiny_checkpoint

# Random models have near-ties everywhere: what int8 and Q8_0 do to them is measured, not judged.
LENIENT: dict[str, float] = {
    "int8_answers_changed": 1.0,
    "quantised_answers_changed": 1.0,
    "quantised_mean_kl": 1.0,
}


def options(*, strict: dict[str, float] | None = None, **values: Any) -> ExportOptions:
    """Few questions and short answers; `strict` are tolerances that are not lenient."""
    limits = Tolerances(**{**LENIENT, **(strict or {})})
    return ExportOptions(**{"questions": 6, "max_tokens": 5, "tolerances": limits, **values})


@dataclass(frozen=True)
class Exported:
    checkpoint: Path
    bundle: Path
    parity: ParityRecord


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """One real export of a tiny checkpoint, everything in f32; made once, it takes a while."""
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    folder = tmp_path_factory.mktemp("export")
    checkpoint = make_tiny_checkpoint(folder / "checkpoint")
    parity = make_bundle(
        checkpoint, folder / "bundle", options(llm_quantization="F32", int8=False, questions=12)
    )
    return Exported(checkpoint, folder / "bundle", parity)


@pytest.fixture
def quick(exported: Exported, monkeypatch: pytest.MonkeyPatch) -> Exported:
    """Later exports take the slow steps' products from the first one."""

    def export_onnx(module: Any, spec: Any, out: Path) -> Path:
        return Path(shutil.copyfile(exported.bundle / out.name, out))

    def convert(folder: Path, out: Path) -> Path:
        return Path(shutil.copyfile(exported.bundle / "llm.gguf", out))

    monkeypatch.setattr(bundle_parts, "export_onnx", export_onnx)
    monkeypatch.setattr(making, "convert", convert)
    return exported


@pytest.fixture
def nothing_left(tmp_path: Path) -> Iterator[Path]:
    """A place to export to that must be empty afterwards."""
    place = tmp_path / "place"
    yield place / "bundle"
    assert list(place.iterdir()) == []


def greedy(engine: LlamaEngine, parts: list[Any], rows: dict[str, Any], count: int) -> list[int]:
    """Free-running greedy decoding through llama.cpp."""
    position = 0
    for part in parts:
        if isinstance(part, Slot):
            engine.decode_rows(rows[part.modality][part.index], position)
            position += len(rows[part.modality][part.index])
        else:
            engine.decode_tokens(part, position)
            position += len(part)
    tokens: list[int] = []
    while len(tokens) < count:
        tokens.append(int(engine.logits().argmax()))
        engine.decode_tokens(tokens[-1:], position)
        position += 1
    return tokens


def test_the_bundle_answers_as_torch_and_transformers_do(exported: Exported) -> None:
    source = read_checkpoint_folder(exported.checkpoint)
    held_out = read_held_out(source, 12)
    tokenizer = ReferenceTokenizer(source.llm)
    lm = MultimodalLm(load_llm(source.llm))
    theirs = {
        name: torch_rows(load_modality(source.folder, name), held_out.inputs[name]) for name in source.encoded
    }
    ours = {
        name: onnx_rows(
            exported.bundle / f"{name}.onnx", MODALITIES[name]["input"]["name"], held_out.inputs[name], 1
        )
        for name in source.encoded
    }
    texts = set()
    with LlamaEngine(exported.bundle / "llm.gguf", LlamaOptions(kv_f32=True, threads=1)) as engine:
        for ask in held_out.asks:
            prompt = tokenizer.prompt(source.prompt, ask)
            parts = [
                torch.from_numpy(theirs[p.modality][p.index]) if isinstance(p, Slot) else p for p in prompt
            ]
            engine.clear(0)
            wanted = lm.greedy(parts, 16)
            assert greedy(engine, list(prompt), ours, 16) == wanted
            texts.add(tuple(wanted))
    assert len(texts) > 6, "a model that answers everything alike would prove nothing"


def test_the_bundle_is_one_the_device_takes(exported: Exported) -> None:
    manifest = load_bundle(exported.bundle).manifest
    assert manifest.name == "tiny"
    assert manifest.tokens_of("image") == 4
    assert manifest.tokens_of("video") == 8
    assert {record.n_bytes for record in manifest.files.values()} == {
        path.stat().st_size for path in exported.bundle.iterdir() if path.name != "bundle.json"
    }
    assert manifest.provenance["data"] == "random numbers"
    assert "torch" in manifest.provenance["tools"]


def test_the_chat_template_travels_with_the_gguf(exported: Exported) -> None:
    settings = json.loads((exported.checkpoint / "llm" / "tokenizer_config.json").read_text())
    with LlamaEngine(exported.bundle / "llm.gguf", LlamaOptions(threads=1)) as engine:
        assert engine.chat_template == settings["chat_template"]
        assert engine.tokenize("<|end|>", special=True) == [6]
        assert 6 not in engine.tokenize("<|end|>")


def test_parity_is_recorded_and_within_tolerance(exported: Exported) -> None:
    recorded = json.loads((exported.bundle / "bundle.json").read_text())["parity"]
    assert recorded == exported.parity.to_json()
    files = json.loads((exported.bundle / "bundle.json").read_text())["files"]
    assert recorded["files"] == {name: file["sha256"] for name, file in files.items()}
    for modality in recorded["modalities"].values():
        assert modality["fp32"]["max_abs"] <= 1e-4
        assert modality["fp32"]["inputs"] == 5
        assert modality["reason"] == "int8 was not asked for"
    assert recorded["llm_f32"]["answers_changed"] == 0.0
    assert 0.0 < recorded["llm_f32"]["max_abs"] <= 1e-3
    assert recorded["llm_f32"]["prompts"] == 12


def test_graphs_say_what_they_are_and_not_where_they_were_made(exported: Exported) -> None:
    for name in ("image", "audio", "imu"):
        path = exported.bundle / f"{name}.onnx"
        facts = {entry.key: entry.value for entry in onnx.load(path).metadata_props}
        assert facts == {"modality": name, "tokens": str(MODALITIES[name]["tokens"]), "n_embd": "64"}
    for path in exported.bundle.iterdir():
        content = path.read_bytes()
        assert b"site-packages" not in content
        assert str(exported.checkpoint).encode() not in content


def test_int8_keeps_direction_and_shrinks(exported: Exported, tmp_path: Path) -> None:
    assert quantise_onnx(exported.bundle / "imu.onnx", tmp_path / "imu.onnx")
    inputs = np.load(exported.checkpoint / "heldout" / "imu.npz")["input"]
    wide = onnx_rows(exported.bundle / "imu.onnx", "imu", inputs, 1)
    small = onnx_rows(tmp_path / "imu.onnx", "imu", inputs, 1)
    cosines = (wide * small).sum(-1) / np.linalg.norm(wide, axis=-1) / np.linalg.norm(small, axis=-1)
    assert cosines.min() > 0.99
    assert (tmp_path / "imu.onnx").stat().st_size < (exported.bundle / "imu.onnx").stat().st_size
    operators = {node.op_type for node in onnx.load(tmp_path / "imu.onnx").graph.node}
    assert "MatMulInteger" in operators
    assert "ConvInteger" not in operators
    assert (
        onnx.load(tmp_path / "imu.onnx").metadata_props
        == onnx.load(exported.bundle / "imu.onnx").metadata_props
    )


def test_a_graph_without_matrix_products_is_left_alone(tmp_path: Path) -> None:
    node = onnx.helper.make_node("Neg", ["x"], ["rows"])
    values = [
        onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 2]) for name in ("x", "rows")
    ]
    graph = onnx.helper.make_graph([node], "g", values[:1], values[1:])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 20)], ir_version=10)
    onnx.save(model, tmp_path / "neg.onnx")
    assert not quantise_onnx(tmp_path / "neg.onnx", tmp_path / "out.onnx")
    assert [path.name for path in tmp_path.iterdir()] == ["neg.onnx"]


def test_the_small_bundle_ships_int8_and_q8(quick: Exported, tmp_path: Path) -> None:
    lines: list[str] = []
    parity = make_bundle(quick.checkpoint, tmp_path / "bundle", options(), lines.append)
    manifest = load_bundle(tmp_path / "bundle").manifest
    assert manifest.llm.quantization == "Q8_0"
    assert {parity.modalities[name].shipped for name in parity.modalities} == {"int8"}
    for name in ("llm.gguf", "image.onnx", "audio.onnx", "imu.onnx"):
        assert (tmp_path / "bundle" / name).stat().st_size < (quick.bundle / name).stat().st_size
    assert parity.int8_rows is not None
    assert parity.llm.mean_kl > 0.0
    assert any("mean KL" in line for line in lines)


def test_int8_that_changes_answers_does_not_ship(quick: Exported, tmp_path: Path) -> None:
    parity = make_bundle(
        quick.checkpoint, tmp_path / "bundle", options(strict={"int8_answers_changed": -0.01})
    )
    assert {modality.shipped for modality in parity.modalities.values()} == {"fp32"}
    assert "of answers, over -1.00%" in parity.modalities["imu"].reason
    assert (tmp_path / "bundle" / "imu.onnx").read_bytes() == (quick.bundle / "imu.onnx").read_bytes()


def test_int8_below_the_cosine_does_not_ship(quick: Exported, tmp_path: Path) -> None:
    parity = make_bundle(quick.checkpoint, tmp_path / "bundle", options(strict={"int8_cosine": 1.1}))
    assert "is below 1.1" in parity.modalities["image"].reason
    assert parity.int8_rows is None


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (
            {"onnx_max_abs": 0.0},
            r"image\.onnx against torch is outside tolerance: max abs error is .*wanted <= 0",
        ),
        ({"gguf_max_logit": 0.0}, "the f32 GGUF is outside tolerance: max logit error is"),
        ({"quantised_mean_kl": 0.0}, "the LLM as Q8_0 is outside tolerance: mean KL is .*--max-kl moves"),
        ({"quantised_answers_changed": -1.0}, "share of changed answers is .*--max-changed moves"),
    ],
)
def test_drift_fails_with_the_numbers(
    quick: Exported, nothing_left: Path, limits: dict[str, float], message: str
) -> None:
    with pytest.raises(ExportError, match=message):
        make_bundle(quick.checkpoint, nothing_left, options(strict=limits))


def _full(*_: Any, **__: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_nothing_behind(
    quick: Exported, nothing_left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_parts, "export_onnx", _full)
    with pytest.raises(ExportError, match=r"the disk is full: .* too few; nothing was written: make room"):
        make_bundle(quick.checkpoint, nothing_left, options())


def test_a_full_disk_keeps_the_bundle_that_was_there(
    quick: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = Path(shutil.copytree(quick.bundle, tmp_path / "bundle"))
    monkeypatch.setattr(making.shutil, "copyfile", _full)
    with pytest.raises(ExportError, match="disk is full"):
        make_bundle(quick.checkpoint, bundle, options(force=True))
    assert load_bundle(bundle).manifest.llm.quantization == "F32"
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_an_interrupted_publication_puts_the_old_bundle_back(
    quick: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = Path(shutil.copytree(quick.bundle, tmp_path / "bundle"))
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.name == "bundle" and target == bundle:
            raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(
        ExportError, match=r"cannot be written: .*Input/output error; nothing was left behind"
    ):
        make_bundle(quick.checkpoint, bundle, options(force=True))
    assert load_bundle(bundle).manifest.llm.quantization == "F32"


def test_force_replaces_a_bundle_but_nothing_else(quick: Exported, tmp_path: Path) -> None:
    bundle = Path(shutil.copytree(quick.bundle, tmp_path / "bundle"))
    with pytest.raises(ExportError, match="is already there; choose another folder, or --force"):
        make_bundle(quick.checkpoint, bundle, options())
    small = ["--threads", "1", "--questions", "6", "--max-tokens", "4", "--max-changed", "1"]
    code = cli.run([str(quick.checkpoint), "-o", str(bundle), "--force", "--name", "renamed", *small])
    assert code == 0
    assert load_bundle(bundle).manifest.name == "renamed"
    (tmp_path / "home" / "photos").mkdir(parents=True)
    with pytest.raises(ExportError, match=r"is no bundle .* not even by force"):
        make_bundle(quick.checkpoint, tmp_path / "home", ExportOptions(force=True))


def test_cli_prints_the_parity_record(
    quick: Exported, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(quick.checkpoint), "--out", str(tmp_path / "bundle"), "--json", "--llm-quant", "F16"]
    assert cli.run([*arguments, "--threads", "1", "--questions", "6", "--max-tokens", "4", "--no-int8"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["llm"]["prompts"] == 6
    assert "image: exporting to ONNX" in shown.err


def test_quantised_to_an_unknown_type(exported: Exported, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="quantization 'Q99' is unknown; there are F32"):
        quantise_llm(exported.bundle / "llm.gguf", tmp_path / "out.gguf", QuantiseOptions("Q99"))
    (tmp_path / "bad.gguf").write_bytes(b"not a GGUF")
    with pytest.raises(BundleError, match=r"bad\.gguf: not a GGUF file"):
        quantise_llm(tmp_path / "bad.gguf", tmp_path / "out.gguf", QuantiseOptions("Q8_0"))
    assert [path.name for path in tmp_path.iterdir()] == ["bad.gguf"]


def test_a_place_that_takes_no_file_leaves_nothing_behind(exported: Exported, tmp_path: Path) -> None:
    (tmp_path / "out.gguf").mkdir()
    options = QuantiseOptions("F16", again=True)
    with pytest.raises(OSError, match=r"out\.gguf"):
        quantise_llm(exported.bundle / "llm.gguf", tmp_path / "out.gguf", options)
    assert [path.name for path in tmp_path.iterdir()] == ["out.gguf"]


def test_prompts_hold_rows_where_the_placeholder_stood(exported: Exported) -> None:
    source = read_checkpoint_folder(exported.checkpoint)
    tokenizer = ReferenceTokenizer(source.llm)
    ask = Ask(
        "Is <|end|> a <image>?", {"video": (Slot("image", 0), Slot("image", 1)), "imu": (Slot("imu", 2),)}
    )
    parts = tokenizer.prompt(source.prompt, ask)
    assert [part for part in parts if isinstance(part, Slot)] == [
        Slot("image", 0),
        Slot("image", 1),
        Slot("imu", 2),
    ]
    tokens = [part for part in parts if not isinstance(part, Slot)]
    assert tokenizer.decode(tokens[0]).endswith("Here is the video: ")
    assert tokenizer.decode(tokens[-1]) == "Is <|end|> a <image>?"
    assert [token for part in tokens for token in part if token in range(3, 7)] == [3, 6, 4, 6, 5]


def _change_recipe(folder: Path, **changed: object) -> None:
    path = folder / "recipe.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda folder: shutil.rmtree(folder), "no such folder; wanted the checkpoint"),
        (lambda folder: (folder / "recipe.json").unlink(), r"recipe\.json: no such file"),
        (lambda folder: (folder / "recipe.json").write_text("{"), r"recipe\.json: is not JSON"),
        (lambda folder: (folder / "recipe.json").write_text("[]"), "holds list; wanted an object"),
        (lambda folder: (folder / "recipe.json").write_text("{}"), "has no section 'name'"),
        (lambda folder: (folder / "heldout" / "imu.npz").unlink(), r"imu\.npz: no such file; parity needs"),
        (
            lambda folder: (folder / "heldout" / "imu.npz").write_bytes(b"x"),
            r"imu\.npz: cannot be read as an archive",
        ),
        (
            lambda folder: np.savez(folder / "heldout" / "imu.npz", input=np.zeros((2, 7, 6), np.float32)),
            r"imu\.npz: holds float32 \[2, 7, 6\]; its encoder takes float32",
        ),
        (
            lambda folder: (folder / "heldout" / "picture.jsonl").write_text("{}\n"),
            "must be an object with a question",
        ),
        (lambda folder: (folder / "imu.json").unlink(), r"imu\.json: no such file"),
        (lambda folder: _change_recipe(folder, prompt=5), "'prompt' must be an object, found 5"),
        (lambda folder: _change_recipe(folder, modalities={"imu": {}}), "'imu' must have an 'input'"),
        (
            lambda folder: (folder / "llm" / "tokenizer.model").write_bytes(b"junk"),
            r"tokenizer\.model: no SentencePiece vocabulary",
        ),
        (
            lambda folder: (folder / "llm" / "tokenizer_config.json").write_text("{"),
            r"tokenizer_config\.json: cannot be read",
        ),
        (lambda folder: (folder / "llm" / "tokenizer.model").unlink(), r"tokenizer\.model: no such file"),
    ],
)
def test_damaged_checkpoints_are_named(
    quick: Exported, nothing_left: Path, damage: Any, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = Path(shutil.copytree(quick.checkpoint, nothing_left.parent.parent / "damaged"))
    nothing_left.parent.mkdir()
    damage(checkpoint)
    assert main_cli.main(["export", str(checkpoint), "-o", str(nothing_left), "--threads", "1"]) == 2
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert re.search(message, error), error
