"""`anymal verify`: a fresh export passes, parts of another model fail and are named, and all is recorded."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from anymal.engines.bundle import load_bundle
from anymal.engines.verified import require_verified, unverified_reason
from anymal.errors import BundleError, EngineError, ExportError
from anymal.export import cli_verify, llm_source, verify_graphs
from anymal.export import verify_bundle as verifying
from anymal.export.llama_source import llama_source
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import RowsParity, Tolerances
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.verify import onnx_rows, torch_rows
from anymal.export.verify_bundle import VerifyOptions, record_verification, verify_bundle
from anymal.export.verify_graphs import check_graph, check_norms, text_norms
from anymal.export.verify_record import GraphFinding, NormFinding, Verification, VerifyLimits, WorstSample
from anymal.models.checkpoint import load_modality
from anymal.runtime import cli
from tests.tiny_checkpoint import make_tiny_checkpoint
from tests.tiny_models import make_tiny_bundle, write_manifest

QUICK = ["--questions", "6", "--samples", "3", "--max-tokens", "4", "--threads", "1"]
OPTIONS = VerifyOptions(questions=6, samples=3, max_tokens=4)
Tree = tuple[Path, Path]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """(checkpoint, bundle) of one real export in f32; do not change them."""
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    folder = tmp_path_factory.mktemp("verify")
    checkpoint = make_tiny_checkpoint(folder / "checkpoint")
    lenient = Tolerances(quantised_answers_changed=1.0, quantised_mean_kl=1.0)
    options = ExportOptions("F32", int8=False, questions=6, max_tokens=4, tolerances=lenient)
    make_bundle(checkpoint, folder / "bundle", options)
    return checkpoint, folder / "bundle"


@pytest.fixture
def own(exported: Tree, tmp_path: Path) -> Tree:
    """A copy of both that a test may change."""
    names = ("checkpoint", "bundle")
    checkpoint, bundle = (
        Path(shutil.copytree(given, tmp_path / name)) for given, name in zip(exported, names, strict=True)
    )
    return checkpoint, bundle


@pytest.fixture(scope="module")
def found(exported: Tree) -> Verification:
    """What the intact bundle gives."""
    return verify_bundle(exported[1], exported[0], OPTIONS)


def another(path: Path) -> None:
    """Put other weights into a safetensors file."""
    dice = torch.Generator().manual_seed(5)
    tensors = load_file(path)
    save_file({name: torch.randn(value.shape, generator=dice) * 0.1 for name, value in tensors.items()}, path)


def test_a_fresh_export_passes_and_is_recorded(own: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    checkpoint, bundle = own
    assert cli.main(["verify", str(bundle), "--reference", str(checkpoint), *QUICK]) == 0
    shown = capsys.readouterr().err
    assert "tiny: verified, " in shown
    assert "FAIL" not in shown
    manifest = load_bundle(bundle).manifest
    assert manifest.verified["passed"] is True
    assert manifest.verified["files"] == {name: file.sha256 for name, file in manifest.files.items()}
    assert set(manifest.verified["reference"]["weights"]) == {
        *(f"{name}.safetensors" for name in ("audio", "image", "imu")),
        "llm/model.safetensors",
    }
    assert manifest.verified["llm"]["answers_changed"] == 0.0
    assert unverified_reason(manifest) == ""
    page = bundle.with_name("bundle-verified") / "report.html"
    assert "tiny: passed" in page.read_text(encoding="utf-8")


def test_the_stages_come_in_the_order_of_the_chain(found: Verification) -> None:
    stages = [check.stage.partition(":")[0] for check in found.checks]
    assert list(dict.fromkeys(stages)) == ["image", "audio", "imu", "llm", "answers"]
    assert [graph.stage for graph in found.graphs] == [
        f"{name}: {name}.onnx (fp32) against torch" for name in ("image", "audio", "imu")
    ]
    assert found.failed is None
    assert found.norms is not None
    assert set(found.norms.rows) == {"image", "audio", "imu"}
    assert len(found.answers) == 6


def test_the_figures_are_those_of_the_files(found: Verification, exported: Tree) -> None:
    checkpoint, bundle = exported
    inputs = np.load(checkpoint / "heldout" / "imu.npz")["input"][:3]
    wanted = torch_rows(load_modality(checkpoint, "imu"), inputs)
    rows = onnx_rows(bundle / "imu.onnx", "imu", inputs, 1)
    graph = found.graphs[2]
    assert graph.parity is not None
    assert graph.worst is not None
    assert graph.parity.max_abs == np.abs(wanted - rows).max()
    np.testing.assert_array_equal(graph.worst.raw, inputs[graph.worst.index])
    np.testing.assert_array_equal(graph.worst.wanted, wanted[graph.worst.index])
    assert np.abs(graph.worst.wanted - graph.worst.found).max() == graph.parity.max_abs


@pytest.mark.parametrize(
    ("files", "stage"),
    [
        (
            ("image.safetensors", "imu.safetensors"),
            "image: image.onnx (fp32) against torch: max abs error is",
        ),
        (("audio.safetensors",), "audio: audio.onnx (fp32) against torch: max abs error is"),
        (("llm/model.safetensors",), "llm: the GGUF (F32) against transformers, same soft tokens: largest"),
    ],
)
def test_parts_of_another_model_fail_and_the_first_is_named(
    own: Tree, files: tuple[str, ...], stage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint, bundle = own
    for file in files:
        another(checkpoint / file)
    assert cli.main(["verify", str(bundle), "--reference", str(checkpoint), *QUICK]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith(f"tiny: NOT verified; the first bad stage is {stage}")
    manifest = load_bundle(bundle).manifest
    assert manifest.verified["passed"] is False
    assert "failed `anymal verify` on" in unverified_reason(manifest)
    assert cli.main(["ask", "What is it?", "--bundle", str(bundle)]) == 2
    assert stage in capsys.readouterr().err


def test_other_words_in_the_prompt_are_a_stage_of_their_own(own: Tree) -> None:
    checkpoint, bundle = own
    manifest = json.loads((bundle / "bundle.json").read_text())
    manifest["prompt"]["system"] += " Be brief."
    (bundle / "bundle.json").write_text(json.dumps(manifest))
    failed = verify_bundle(bundle, checkpoint, OPTIONS).failed
    assert failed is not None
    assert failed.figure == "prompts with other tokens"
    assert failed.found == 6.0


def test_a_checkpoint_of_another_shape_is_refused(
    exported: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = Path(shutil.copytree(exported[0], tmp_path / "other"))
    recipe = json.loads((checkpoint / "recipe.json").read_text())
    del recipe["modalities"]["imu"]
    (checkpoint / "recipe.json").write_text(json.dumps(recipe))
    before = (exported[1] / "bundle.json").read_bytes()
    assert cli.main(["verify", str(exported[1]), "--reference", str(checkpoint), *QUICK]) == 2
    assert "belongs to another model: it is 64 wide and has image, audio; " in capsys.readouterr().err
    assert (exported[1] / "bundle.json").read_bytes() == before


def test_every_precision_is_compared_the_widest_first_and_a_plan_waits_for_its_gpu(own: Tree) -> None:
    checkpoint, bundle = own
    assert quantise_onnx(bundle / "imu.onnx", bundle / "imu.int8.onnx")
    (bundle / "imu.plan").write_bytes(b"no plan")
    manifest = json.loads((bundle / "bundle.json").read_text())
    manifest["modalities"]["imu"]["variants"] = {"plan": "imu.plan", "int8": "imu.int8.onnx"}
    write_manifest(bundle, manifest)
    result = verify_bundle(bundle, checkpoint, OPTIONS)
    graphs = [graph for graph in result.graphs if graph.modality == "imu"]
    assert [graph.precision for graph in graphs] == ["fp32", "int8", "plan"]
    assert [bool(graph.skipped) for graph in graphs] == [False, False, True]
    assert result.failed is None
    facts = result.to_json()["graphs"]["imu"]
    assert facts["imu.int8.onnx"]["cosine_min"] < facts["imu.onnx"]["cosine_min"]
    assert facts["imu.plan"]["skipped"]
    assert "imu.plan" in result.files


def test_without_a_checkpoint_a_bundle_is_compared_with_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny")
    assert cli.main(["verify", str(bundle), *QUICK, "--json", "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    record = json.loads(said.out)
    assert record["reference"] == {}
    # Beside itself alone nothing is proven that the gate could rely on.
    assert not load_bundle(bundle).manifest.verified
    assert "not recorded" in said.err
    assert ": verified" not in said.err and "tiny: passed but not recorded as verified" in said.err
    assert [check["stage"] for check in record["checks"]][-1] == "answers: asked twice"
    assert "without a reference" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_bundle_that_cannot_answer_has_a_verdict_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*given: object) -> object:
        raise EngineError("rows must be finite")

    monkeypatch.setattr(verifying, "answer_all", refuse)
    bundle = make_tiny_bundle(tmp_path / "tiny")
    assert cli.main(["verify", str(bundle), *QUICK, "--json", "-o", str(tmp_path / "out")]) == 1
    record = json.loads(capsys.readouterr().out)
    assert "rows must be finite" in record["failed"]
    assert (tmp_path / "out" / "report.html").is_file()
    assert load_bundle(bundle).manifest.verified["passed"] is False


def test_a_look_at_itself_does_not_lift_a_failed_verdict(tmp_path: Path) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny")
    path = bundle / "bundle.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    failed = {"passed": False, "failed": "image against torch", "at": "now", "files": {}}
    path.write_text(json.dumps({**manifest, "verified": failed}), encoding="utf-8")
    assert cli.main(["verify", str(bundle), *QUICK, "-o", str(tmp_path / "out")]) == 0
    assert load_bundle(bundle).manifest.verified["passed"] is False
    with pytest.raises(BundleError, match="image against torch"):
        require_verified(load_bundle(bundle).manifest)


@pytest.mark.parametrize("llm", ["bundle/llm.gguf", "checkpoint/llm"])
def test_a_recipe_is_a_reference_too(
    own: Tree, llm: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Encoders by their checkpoint; the LLM as the GGUF that came, or as transformers has it."""
    checkpoint, bundle = own
    # The converter's product is there already, and the converter is slow.
    monkeypatch.setattr(llm_source, "convert", lambda folder, out: shutil.copyfile(bundle / "llm.gguf", out))
    recipe = checkpoint.parent / "tiny.toml"
    tables = [f'name = "tiny"\n[llm]\nsource = "{llm}"\nquantization = "F32"\nn_ctx = 512']
    for name in ("image", "audio", "imu"):
        tables.append(
            f'[modalities.{name}]\nencoder = "checkpoint:checkpoint"\naligner = "checkpoint:checkpoint"'
        )
    recipe.write_text("\n".join([*tables, '[modalities.video]\nvia = "image"\nframes = 2\n']))
    assert cli.main(["verify", str(bundle), "--reference", str(recipe), *QUICK]) == 0
    manifest = load_bundle(bundle).manifest
    assert manifest.verified["reference"]["source"] == "tiny.toml"
    assert manifest.verified["reference"]["weights"]
    assert manifest.verified["llm"]["answers_changed"] == 0.0
    against = "the GGUF as it came" if llm.endswith("gguf") else "transformers"
    assert f"against {against}, same soft tokens" in capsys.readouterr().err


def test_no_record_leaves_the_manifest_alone(tmp_path: Path) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny")
    before = (bundle / "bundle.json").read_bytes()
    assert cli_verify.run([str(bundle), "--no-record", *QUICK]) == 0
    assert (bundle / "bundle.json").read_bytes() == before
    assert (tmp_path / "tiny-verified" / "report.html").is_file()


def test_worst_samples_are_saved(own: Tree, tmp_path: Path) -> None:
    checkpoint, bundle = own
    cli_verify.run([str(bundle), "--reference", str(checkpoint), *QUICK, "-o", str(tmp_path / "out")])
    with np.load(tmp_path / "out" / "worst-audio.onnx.npz") as saved:
        assert saved["input"].shape == (5120,)
        assert saved["wanted"].shape == saved["found"].shape == (3, 64)


def _out_is_a_file(folder: Path) -> list[str]:
    (folder / "out").write_text("")
    return ["-o", str(folder / "out" / "deeper")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (lambda folder: ["--reference", str(folder / "none")], "none: no such folder; wanted the checkpoint"),
        (lambda folder: ["--questions", "0"], "questions must be at least 1, found 0"),
        (_out_is_a_file, "--out .*deeper: cannot be written: .*; choose another folder"),
    ],
)
def test_what_cannot_be_verified_says_so(
    tmp_path: Path, arguments: Callable[[Path], list[str]], message: str
) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny")
    with pytest.raises(ExportError, match=message):
        cli_verify.run([str(bundle), *QUICK, *arguments(tmp_path)])


def test_a_folder_that_cannot_be_written_keeps_its_manifest(
    found: Verification, own: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (own[1] / "bundle.json").read_bytes()

    def refused(*_: Any, **__: Any) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refused)
    with pytest.raises(
        ExportError, match="Read-only file system; make the folder writable, or use --no-record"
    ):
        record_verification(own[1], found)
    assert (own[1] / "bundle.json").read_bytes() == before
    assert sorted(path.suffix for path in own[1].iterdir()) == [".gguf", ".json", ".onnx", ".onnx", ".onnx"]


def graph(precision: str, cosine: float = 1.0, drift: float = 0.0, max_abs: float = 0.0) -> GraphFinding:
    rows = np.ones((2, 3), np.float32)
    return GraphFinding(
        *("image", "image.onnx", precision, "torch"),
        parity=RowsParity(4, max_abs, max_abs, cosine, cosine),
        distances=np.full((4, 2), 1 - cosine),
        norms=np.ones((4, 2)),
        norm_drift=drift,
        worst=WorstSample(0, rows, rows, rows),
    )


@pytest.mark.parametrize(
    ("bad", "figure"),
    [
        (graph("fp32", max_abs=2e-4), "max abs error"),
        (graph("fp32", max_abs=float("nan")), "max abs error"),
        (graph("fp16", cosine=0.9998), "smallest cosine"),
        (graph("int8", cosine=0.98), "smallest cosine"),
        (graph("int8_qdq", cosine=float("nan")), "smallest cosine"),
        (graph("int8", drift=0.2), "largest change of a row's length"),
    ],
)
def test_each_precision_has_its_limit(bad: GraphFinding, figure: str) -> None:
    limits = VerifyLimits()
    assert [check.figure for check in check_graph(bad, limits) if not check.passed] == [figure]
    assert all(check.passed for check in check_graph(graph(bad.precision), limits))


def test_large_rows_are_judged_by_their_size() -> None:
    found = graph("fp32", max_abs=2e-4)
    assert found.parity is not None
    large = replace(found, parity=replace(found.parity, scale=349.0))
    [check] = check_graph(large, VerifyLimits())
    assert check.passed and check.limit == pytest.approx(349e-5)
    assert check.figure == "max abs error of rows up to 349"


def test_a_shipped_graph_that_does_not_run_is_a_failure() -> None:
    broken = GraphFinding("image", "image.onnx", "int8", skipped="onnxruntime cannot load it")
    [check] = check_graph(broken, VerifyLimits())
    assert not check.passed
    assert "onnxruntime cannot load it" in str(check)


@pytest.mark.parametrize("length", [0.0, 1e-3, 1e3, float("nan"), float("inf")])
def test_dead_and_exploding_rows_are_seen(length: float) -> None:
    norms = NormFinding(np.ones(5), {"image": np.full(7, length)})
    [check] = check_norms(norms, VerifyLimits())
    assert not check.passed


@pytest.mark.parametrize("most", [1, 60, 90, 10_000])
def test_no_more_embeddings_are_read_than_it_says(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = load_bundle(make_tiny_bundle(tmp_path / "tiny"))
    ordinary = len(text_norms(bundle))
    monkeypatch.setattr(verify_graphs, "MOST_TEXT_ROWS", most)
    assert min(most, ordinary) / 2 <= len(text_norms(bundle)) <= most
