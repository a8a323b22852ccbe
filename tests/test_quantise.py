"""`anymal quantize`: a smaller LLM that answers nearly the same, or no bundle at all."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest
from gguf.quants import dequantize
from numpy.typing import NDArray
from PIL import Image

from anymal.engines.bundle import load_bundle
from anymal.engines.verified import unverified_reason
from anymal.errors import ConfigError, ExportError
from anymal.export import cli_quantise
from anymal.export.bundle_prompts import BundlePrompt, choose, find_manifests
from anymal.export.imatrix import ImportanceMatrix, TensorImportance
from anymal.export.imatrix_file import load_imatrix
from anymal.export.llm_drift import Drift, Told, compare_gain
from anymal.export.parity import Tolerances
from anymal.export.probe_llm import ProbeOptions
from anymal.export.quantise_bundle import BundleQuantisation, quantise_bundle
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.quantise_study import Study, StudyOptions, measure_matrix, open_study
from anymal.export.quantise_table import Row, cache_rows, measure_speed, type_rows
from anymal.runtime.assistant import Assistant
from anymal.runtime.options import GenerationOptions
from tests.tiny_models import TinySpec, make_tiny_bundle

# Wide enough for the blocks of 256 of K-quants.
SPEC = TinySpec(n_embd=256, n_ff=256, n_layer=2, n_ctx=256, image_tokens=6)
FEW = StudyOptions(calibration=4, questions=4, max_tokens=4, turns=1)
ANYTHING = Tolerances(quantised_mean_kl=9.0, quantised_answers_changed=1.0)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random bundle of llama.cpp's width."""
    return make_tiny_bundle(tmp_path_factory.mktemp("quantise") / "bundle", SPEC)


@pytest.fixture(scope="module")
def prompts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two manifests: eight pictures asked about twice, and questions about nothing."""
    folder = tmp_path_factory.mktemp("prompts")
    dice = np.random.default_rng(5)
    lines = []
    for number in range(8):
        Image.fromarray(dice.integers(0, 256, (24, 24, 3), dtype=np.uint8)).save(folder / f"{number}.png")
        for question in ("What is it?", "How many?"):
            lines.append({"question": question, "image": f"{number}.png"})
    write_manifest(folder / "picture.jsonl", lines)
    write_manifest(folder / "absent.jsonl", [{"question": f"Who is number {n}?"} for n in range(6)])
    return folder


def write_manifest(path: Path, lines: list[dict[str, str]]) -> None:
    fixed = {"references": ["x"], "kind": path.stem}
    records = [json.dumps({"id": str(number), **fixed, **line}) for number, line in enumerate(lines)]
    path.write_text("\n".join(records) + "\n")


@pytest.fixture(scope="module")
def study(bundle: Path, prompts: Path) -> Study:
    """A small study of the bundle, the bundle's own f32 GGUF as the exact one."""
    opened = load_bundle(bundle)
    return open_study(opened, opened.llm_path, (prompts,), FEW)


def weight(path: Path, name: str) -> NDArray[np.float32]:
    """One weight of a GGUF, as the numbers it stands for."""
    tensor = next(tensor for tensor in gguf.GGUFReader(path).tensors if tensor.name == name)
    return np.asarray(dequantize(tensor.data, tensor.tensor_type))


def test_the_two_halves_share_no_file(prompts: Path) -> None:
    manifests = find_manifests([prompts])
    halves = [choose(manifests, 100, side) for side in (0, 1)]
    assert len(halves[0]) + len(halves[1]) == 22
    files = [{path for item in half for paths in item.senses.values() for path in paths} for half in halves]
    words = [{item.question for item in half if not item.senses} for half in halves]
    assert not files[0] & files[1] and not words[0] & words[1]
    first = choose(manifests, 4, 0)
    assert [item.kind for item in first] == ["absent", "picture", "absent", "picture"]
    # Pictures before questions: every file of the half is asked about once before any is again.
    pictures = [item for item in halves[0] if item.senses]
    assert len({item.senses["image"] for item in pictures[:4]}) == 4


def test_questions_joined_by_a_file_are_on_one_side(tmp_path: Path) -> None:
    asked = [
        {"image": "a.png"},
        {"image": "c.png"},
        {"image": "a.png", "audio": "b.wav"},
        {"audio": "b.wav"},
        {"image": "d.png"},
    ]
    kept = {"references": ["x"], "kind": "k"}
    for name, senses in (("one", asked), ("two", [{"image": "./c.png"}, {"image": "e.png"}])):
        lines = [{"id": f"{name}{n}", "question": f"{name}{n}?", **kept, **s} for n, s in enumerate(senses)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)))
    halves = [choose(find_manifests([tmp_path]), 100, side) for side in (0, 1)]
    files = [
        {path.resolve() for item in half for paths in item.senses.values() for path in paths}
        for half in halves
    ]
    assert not files[0] & files[1] and all(files)
    assert sorted(item.id for half in halves for item in half) == [
        *(f"one{n}" for n in range(5)),
        "two0",
        "two1",
    ]


def test_places_without_manifests_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "no.jsonl"):
        with pytest.raises(ExportError, match="wanted a manifest"):
            find_manifests([place])


def test_a_study_measures_soft_tokens_and_words_apart(study: Study) -> None:
    sensed = [told for told in study.judge if told.prompt.rows]
    assert sensed and all(told.prompt.rows == SPEC.image_tokens for told in sensed)
    assert all(told.logits.shape[0] == len(told.answer) + 1 for told in study.judge)
    whole, words = study.from_prompts, study.from_text
    rows = sum(told.prompt.rows for told in study.calibrate)
    name = "blk.0.attn_k.weight"
    assert whole.tensors[name].counts[0] - words.tensors[name].counts[0] == rows > 0
    assert "output.weight" not in whole.tensors
    assert study.matrix("none") is None
    with pytest.raises(ExportError, match="'nonsense' is unknown"):
        study.matrix("nonsense")


def test_the_exact_model_does_not_drift(study: Study) -> None:
    drift = study.drift(study.exact, "f32", "f32")
    assert drift.mean_kl < 1e-9 and drift.answers_changed == 0.0


def test_a_matrix_keeps_important_columns_closer(study: Study, tmp_path: Path) -> None:
    name = "blk.0.attn_output.weight"
    sums = np.full((1, SPEC.n_embd), 1e-3)
    sums[0, ::16] = 10.0
    matrix = ImportanceMatrix({name: TensorImportance(sums, np.array([1]))})
    options = QuantiseOptions("Q4_K_M")
    plain = quantise_llm(study.exact, tmp_path / "plain.gguf", options)
    told = quantise_llm(study.exact, tmp_path / "told.gguf", options, matrix)
    assert plain.stat().st_size == told.stat().st_size < study.exact.stat().st_size / 3
    exact = weight(study.exact, name)
    errors = [((weight(path, name) - exact) ** 2)[:, ::16].sum() for path in (plain, told)]
    assert errors[1] < 0.8 * errors[0]


def test_every_weight_of_the_model_gets_its_importance(study: Study, tmp_path: Path) -> None:
    for kind in ("text", "prompts"):
        matrix = study.matrix(kind)
        small = quantise_llm(study.exact, tmp_path / f"{kind}.gguf", QuantiseOptions("Q2_K_S"), matrix)
        assert np.isfinite(study.drift(small).mean_kl)  # Q2_K_S refuses a weight without importance
    assert (tmp_path / "text.gguf").read_bytes() != (tmp_path / "prompts.gguf").read_bytes()


def test_the_output_is_weighed_when_asked(study: Study) -> None:
    asked = Study(**{**vars_of(study), "options": StudyOptions(4, 4, 4, outputs=True)})
    assert "output.weight" in measure_matrix(asked, lambda prompt: prompt, "all").tensors


def vars_of(study: Study) -> dict[str, object]:
    fields = ("exact", "n_ctx", "options", "calibrate", "judge", "kinds", "sha256")
    return {name: getattr(study, name) for name in fields}


def test_what_the_quantiser_would_choke_on_is_refused_first(study: Study, tmp_path: Path) -> None:
    out = tmp_path / "out.gguf"
    with pytest.raises(ExportError, match="'Q9' is unknown; there are F32"):
        QuantiseOptions("Q9")
    with pytest.raises(ExportError, match="IQ2_XXS needs an importance matrix"):
        quantise_llm(study.exact, out, QuantiseOptions("IQ2_XXS"))
    foreign = ImportanceMatrix({"blk.0.attn_k.weight": TensorImportance(np.ones((1, 7)), np.array([1]))})
    with pytest.raises(ExportError, match=r"of another model: blk\.0\.attn_k\.weight has 7 columns"):
        quantise_llm(study.exact, out, QuantiseOptions("Q4_K_M"), foreign)
    small = quantise_llm(study.exact, tmp_path / "q8.gguf", QuantiseOptions("Q8_0"))
    with pytest.raises(ExportError, match="is quantised already"):
        quantise_llm(small, out, QuantiseOptions("Q4_K_M"))
    assert quantise_llm(small, out, QuantiseOptions("Q4_K_M", again=True)).is_file()
    with pytest.raises(ExportError, match="could not quantise"):
        quantise_llm(study.exact, tmp_path / "nowhere" / "out.gguf", QuantiseOptions("Q8_0"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.gguf", "q8.gguf"]


def test_a_bundle_is_written_whole_and_says_how(bundle: Path, prompts: Path, tmp_path: Path) -> None:
    out, kept = tmp_path / "small", tmp_path / "matrix.gguf"
    arguments = [
        str(bundle),
        "--prompts",
        str(prompts),
        "-o",
        str(out),
        "--type",
        "Q4_K_M",
        *("--max-changed", "1", "--max-kl", "9"),
    ]
    arguments += ["--calibration", "4", "--questions", "4", "--max-tokens", "4", "--threads", "1"]
    assert cli_quantise.run([*arguments, "--save-imatrix", str(kept)]) == 0
    small = load_bundle(out)
    assert small.manifest.llm.quantization == "Q4_K_M"
    record = small.manifest.provenance["quantised"]
    assert record["matrix"] == "prompts" and record["calibration"]["prompts"] == 4
    assert small.manifest.parity["llm"]["mean_kl"] == record["drift"]["mean_kl"] > 0
    assert small.llm_path.stat().st_size < load_bundle(bundle).llm_path.stat().st_size / 3
    with Assistant(out) as assistant:
        answer = assistant.ask(
            "What is it?", image=prompts / "0.png", generation=GenerationOptions(max_tokens=3)
        )
    assert answer.finish_reason in ("stop", "length")
    with pytest.raises(ExportError, match="is already there; choose another folder, or --force"):
        cli_quantise.run(arguments)
    again = [*arguments, "--force", "--imatrix", str(kept)]
    assert cli_quantise.run(again) == 0
    assert load_bundle(out).manifest.provenance["quantised"]["matrix"] == "matrix.gguf"
    assert load_imatrix(kept).datasets[0] == "prompts with soft tokens"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matrix.gguf", "small"]


@pytest.mark.parametrize("exchanged", [False, True])
def test_what_was_compared_stays_compared(
    bundle: Path, study: Study, tmp_path: Path, exchanged: bool
) -> None:
    """The new LLM joins the files of the export's record; an encoder that did not match it still does not."""
    given = shutil.copytree(bundle, tmp_path / "given")
    values = json.loads((given / "bundle.json").read_text())
    hashes = {name: file["sha256"] for name, file in values["files"].items()}
    values["parity"] = {"llm": {}, "files": hashes | ({"imu.onnx": "0" * 64} if exchanged else {})}
    (given / "bundle.json").write_text(json.dumps(values))
    quantise_bundle(
        load_bundle(given), study, tmp_path / "small", BundleQuantisation("Q8_0", tolerances=ANYTHING)
    )
    reason = unverified_reason(load_bundle(tmp_path / "small").manifest)
    assert ("imu.onnx changed" in reason) if exchanged else not reason


def test_a_drifting_bundle_is_not_written(bundle: Path, study: Study, tmp_path: Path) -> None:
    wanted = BundleQuantisation("Q2_K", tolerances=Tolerances(quantised_mean_kl=1e-12))
    with pytest.raises(ExportError, match="the LLM as Q2_K is outside tolerance: mean KL"):
        quantise_bundle(load_bundle(bundle), study, tmp_path / "small", wanted)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_bundle_is_never_replaced(bundle: Path, study: Study, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    wanted = BundleQuantisation("Q8_0", force=True, tolerances=ANYTHING)
    with pytest.raises(ExportError, match=r"is no bundle .* choose another"):
        quantise_bundle(load_bundle(bundle), study, tmp_path, wanted)
    assert precious.read_text() == "mine"


def test_the_exact_model_must_be_the_bundles(bundle: Path, prompts: Path, tmp_path: Path) -> None:
    other = make_tiny_bundle(tmp_path / "other", TinySpec(n_embd=64))
    with pytest.raises(ExportError, match="its embedding width is not that of tiny's LLM"):
        open_study(load_bundle(bundle), other / "llm.gguf", (prompts,), FEW)


def test_the_table_has_a_row_for_every_matrix_and_cache(study: Study, tmp_path: Path) -> None:
    rows = type_rows(study, ("Q8_0", "Q4_K_M", "Q2_K_S"), tmp_path)
    assert [(row.quantization, row.matrix) for row in rows] == [
        ("Q8_0", "none"),
        *(("Q4_K_M", matrix) for matrix in ("none", "text", "prompts")),
        *(("Q2_K_S", matrix) for matrix in ("text", "prompts")),
    ]
    gains = [row.gain for row in rows if row.matrix == "prompts"]
    assert all(gain and gain.low <= gain.difference <= gain.high for gain in gains)
    assert rows[0].n_bytes > rows[1].n_bytes > rows[-1].n_bytes
    caches = {row.cache: row for row in cache_rows(study)}
    assert caches["f32/f32"].sensed.mean_kl < 1e-9 < caches["q4_0/q4_0 flash"].sensed.mean_kl
    lines = [cli_quantise.show_row(row) for row in rows]
    assert lines[0].startswith("Q8_0") and "[" in lines[3]
    assert json.loads(json.dumps([row.to_json() for row in rows]))[3]["gain_over_text_matrix"]["better"] >= 0
    assert list(tmp_path.iterdir()) == []


def test_a_prompt_that_fills_the_context_is_no_measure_of_tokens(study: Study) -> None:
    nothing = np.zeros((1, 1), np.float32)
    full, short = (Told(BundlePrompt("made", ((5,) * count,)), (), nothing) for count in (96, 64))
    filled = replace(study, judge=(full,), n_ctx=96)
    speed = measure_speed(filled, study.exact, ProbeOptions(96))
    assert speed.tokens_per_s is None and speed.prefill_per_s > 0
    drift = study.drift(study.exact)
    row = Row("F32", "none", "f32/f32", 1, drift, drift, speed)
    assert row.to_json()["tokens_per_s"] is None
    assert cli_quantise.show_row(row)
    # One that leaves room is taken instead, however long the longest is.
    assert measure_speed(replace(filled, judge=(full, short)), study.exact, ProbeOptions(96)).tokens_per_s


def test_a_gain_is_judged_prompt_by_prompt() -> None:
    dice = np.random.default_rng(2)
    hard = np.exp(3 * dice.standard_normal(400))  # some prompts are a thousand times harder than others
    one = Drift(hard * 0.9, np.zeros(400, bool), np.ones(400, np.int64))
    other = Drift(hard, np.zeros(400, bool), np.ones(400, np.int64))
    gain = compare_gain(one, other)
    assert gain.better == 1.0 and gain.low < gain.difference < gain.high < 0


def test_the_command_wants_one_thing(bundle: Path, prompts: Path) -> None:
    with pytest.raises(ConfigError, match="either --out BUNDLE to write, or --table"):
        cli_quantise.run([str(bundle), "--prompts", str(prompts)])
    with pytest.raises(ConfigError, match="--imatrix wants --out"):
        cli_quantise.run([str(bundle), "--prompts", str(prompts), "--table", "--imatrix", "nothing.gguf"])
