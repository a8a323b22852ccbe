"""What cannot be written is said before the long work of `anymal export`, `verify` and `quantize`."""

import json
import re
import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest
from safetensors.numpy import save_file

from anymal.engines.bundle import load_bundle
from anymal.errors import ConfigError, ExportError
from anymal.export import cli_quantise, cli_verify, outputs
from anymal.export.llm_source import prepare_llm
from anymal.export.outputs import require_folder_place, require_outside, require_replaceable, require_room
from anymal.export.quantise_llm import QuantiseOptions, least_bytes, quantise_llm
from anymal.export.recipe import AdapterSource, LlmSource
from anymal.export.staging import publish, staging
from anymal.export.to_gguf import convert
from anymal.runtime import cli
from tests.llm_families import make_family, make_vocabulary
from tests.tiny_models import TinySpec, make_tiny_bundle

Arguments = Callable[[Path], list[str]]
# Wide enough for the blocks of 256 of K-quants.
SPEC = TinySpec(n_embd=256, n_ff=256, n_layer=2, n_ctx=256)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return make_tiny_bundle(tmp_path / "tiny")


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    path = tmp_path / "asked.jsonl"
    line = {"id": "1", "kind": "x", "question": "Who?", "references": ["x"]}
    path.write_text(json.dumps(line) + "\n")
    return path


def no_work(*_: Any, **__: Any) -> NoReturn:
    raise AssertionError("the long work began")


def into_a_file(folder: Path) -> list[str]:
    (folder / "file").write_text("")
    return ["-o", str(folder / "file" / "out")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (into_a_file, r"--out .*out: cannot be written: .*file: Not a directory; choose another folder"),
        (lambda folder: ["-o", str(folder / "tiny" / "page")], "lies inside the bundle"),
        (lambda folder: ["-o", str(folder / "tiny")], "is the bundle itself"),
        (lambda folder: ["-o", "/proc/page"], r"--out /proc/page: cannot be written: /proc"),
    ],
)
def test_verify_says_so_first(
    bundle: Path, arguments: Arguments, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_verify, "verify_bundle", no_work)
    before = sorted(bundle.parent.rglob("*"))
    given = arguments(bundle.parent)
    with pytest.raises(ExportError, match=message):
        cli_verify.run([str(bundle), *given])
    assert set(before) >= {path for path in bundle.parent.rglob("*") if path.name != "file"}


def test_verify_wants_to_write_its_record_unless_it_only_looks(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def readonly(folder: Path, option: str) -> None:
        if folder == bundle:
            raise ExportError(f"{option} {folder}: cannot be written: Read-only file system")

    monkeypatch.setattr(cli_verify, "require_folder_place", readonly)
    monkeypatch.setattr(cli_verify, "verify_bundle", no_work)
    with pytest.raises(ExportError, match=r"the record in .*Read-only file system; --no-record only looks"):
        cli_verify.run([str(bundle)])
    with pytest.raises(AssertionError, match="the long work began"):
        cli_verify.run([str(bundle), "--no-record"])


def a_folder_that_is_no_bundle(folder: Path) -> list[str]:
    (folder / "other" / "photos").mkdir(parents=True)
    return ["-o", str(folder / "other"), "--force"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (lambda folder: ["-o", str(folder / "tiny")], "is already there; choose another folder, or --force"),
        (a_folder_that_is_no_bundle, r"is no bundle \(no bundle.json\)"),
        (lambda folder: ["-o", str(folder / "tiny" / "q4")], "--out .*q4: lies inside the bundle"),
        (into_a_file, "--out .*cannot be written: .*Not a directory"),
        (
            lambda folder: ["-o", str(folder / "q4"), "--save-imatrix", str(folder)],
            "--save-imatrix .*: cannot be written: is a folder",
        ),
        (
            lambda folder: ["-o", str(folder / "q4"), "--save-imatrix", str(folder / "no" / "matrix.gguf")],
            "cannot be written: there is no folder",
        ),
        (
            lambda folder: ["-o", str(folder / "q4"), "--save-imatrix", str(folder / "tiny" / "m.gguf")],
            "--save-imatrix .*lies inside the bundle",
        ),
        (lambda folder: ["-o", str(folder / "q4"), "--imatrix", str(folder / "no.gguf")], "no.gguf"),
        (
            lambda folder: ["-o", str(folder / "q4"), "--type", "IQ2_XS", "--imatrix", "none"],
            "IQ2_XS needs an importance matrix",
        ),
        (
            lambda folder: ["-o", str(folder / "q4"), "--prompts", str(folder / "no.jsonl")],
            "wanted a manifest",
        ),
    ],
)
def test_quantize_says_so_first(
    bundle: Path,
    prompts: Path,
    arguments: Arguments,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli_quantise, "_exact", no_work)
    given = arguments(bundle.parent)
    assert cli.main(["quantize", str(bundle), "--prompts", str(prompts), *given]) == 2
    assert_matches(message, capsys.readouterr().err)
    assert not (bundle.parent / "q4").exists()


def assert_matches(message: str, said: str) -> None:
    assert re.search(message, said), said


def test_a_disk_without_room_is_seen_first(
    bundle: Path, prompts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(outputs.shutil, "disk_usage", lambda place: usage(10, 9, 1))
    monkeypatch.setattr(cli_quantise, "_exact", no_work)
    out = bundle.parent / "new" / "q4"
    assert cli.main(["quantize", str(bundle), "--prompts", str(prompts), "-o", str(out)]) == 2
    assert "the disk has 0 MB free; make room" in capsys.readouterr().err
    assert not out.parent.exists()


def test_what_cannot_be_written_to_its_end_is_said_so(tmp_path: Path) -> None:
    """llama.cpp's own quantiser and converter, onto a device that is always full."""
    folder = make_family("llama", tmp_path / "llm", make_vocabulary(tmp_path / "tokenizer.model"))
    (tmp_path / "out.gguf.staged").symlink_to("/dev/full")
    message = "it could not be written to its end: the disk of .* MB left; make room and try again$"
    with pytest.raises(ExportError, match=f"llm: llama.cpp's converter failed.*{message}"):
        convert(folder, tmp_path / "out.gguf")
    (tmp_path / "out.gguf.staged").symlink_to("/dev/full")
    opened = load_bundle(make_tiny_bundle(tmp_path / "tiny"))
    with pytest.raises(ExportError, match=f"could not quantise it to F32.*{message}"):
        quantise_llm(opened.llm_path, tmp_path / "out.gguf", QuantiseOptions("F32"))


@pytest.mark.parametrize(
    ("quantization", "merged", "numbers"), [("F32", False, 8), ("F16", False, 6), ("F16", True, 10)]
)
def test_an_llm_that_will_not_fit_is_not_converted(
    quantization: str, merged: bool, numbers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte less than the weights take in f32 and as they ship; one of them is not of the LLM."""
    save_file({"a": np.zeros((1000, 500), np.float16)}, tmp_path / "model-1.safetensors")
    save_file(
        {"b": np.zeros(500_000, np.float32), "vision.c": np.zeros(500_000, np.float32)},
        tmp_path / "model-2.safetensors",
    )
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("anymal.export.llm_source.convert", no_work)
    monkeypatch.setattr("anymal.export.llm_source.merge_lora", no_work)
    monkeypatch.setattr("anymal.export.llm_source.read_lora", lambda source: source)
    monkeypatch.setattr("anymal.export.llm_source.check_adapters", lambda source, folder: None)
    adapters = (AdapterSource("a", "a", "merge"),) if merged else ()
    source, n_bytes = LlmSource(str(tmp_path), quantization, adapters=adapters), numbers * 1_000_000
    for free in (n_bytes - 1, n_bytes):
        monkeypatch.setattr(outputs.shutil, "disk_usage", lambda place, free=free: usage(10, 9, free))
        with pytest.raises((ExportError, AssertionError)) as caught:
            prepare_llm(source, tmp_path / "work", 1, lambda line: None)
        wanted = "the long work began" if free == n_bytes else f"wants {numbers} MB at least, and the disk"
        assert wanted in str(caught.value)


@pytest.mark.parametrize("quantization", ["F16", "Q8_0", "Q6_K", "Q4_K_M", "Q3_K_L", "IQ4_XS"])
def test_the_least_size_of_a_type_is_never_more_than_its_size(tmp_path: Path, quantization: str) -> None:
    opened = load_bundle(make_tiny_bundle(tmp_path / "tiny", SPEC))
    made = quantise_llm(opened.llm_path, tmp_path / "out.gguf", QuantiseOptions(quantization))
    least = least_bytes(opened.llm_header, quantization)
    assert 0.2 * made.stat().st_size < least <= made.stat().st_size


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path) -> None:
    out = tmp_path / "made-before"
    out.mkdir()
    require_replaceable(out, force=False)
    with staging(out) as work:
        (work / "bundle").mkdir()
        (work / "bundle" / "bundle.json").write_text("{}")
        publish(work / "bundle", out, work)
    assert [path.name for path in tmp_path.iterdir()] == ["made-before"]
    assert [path.name for path in out.iterdir()] == ["bundle.json"]
    with pytest.raises(ExportError, match="is already there"):
        require_replaceable(out, force=False)


def test_places_that_can_be_written_are_left_as_they_were(tmp_path: Path) -> None:
    require_folder_place(tmp_path / "a" / "b", "--out")
    require_outside(tmp_path / "tiny-q4", tmp_path / "tiny", "--out")
    require_room(tmp_path / "a", 1, "--out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "order",
    [
        lambda bundle, prompts: ["--prompts", prompts, bundle, "--table", "--type", "Q8_0,Q4_K_M"],
        lambda bundle, prompts: ["--table", bundle, "--prompts", prompts, "--type=Q8_0,Q4_K_M"],
        lambda bundle, prompts: ["--type", "Q8_0,Q4_K_M", "--table", "--prompts", prompts, bundle],
        lambda bundle, prompts: [bundle, "--table", "--type", "Q8_0,Q4_K_M", "--prompts", prompts],
    ],
)
def test_quantize_takes_its_options_in_any_order(
    bundle: Path, prompts: Path, order: Callable[[str, str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def look(opened: Any, exact: Path, places: Any, options: Any, say: Any) -> None:
        asked.append((opened.folder, places))

    monkeypatch.setattr(cli_quantise, "open_study", look)
    monkeypatch.setattr(cli_quantise, "cache_rows", lambda study, say: [])
    monkeypatch.setattr(cli_quantise, "type_rows", lambda study, types, work, say: asked.append(types) or [])
    assert cli_quantise.run(order(str(bundle), str(prompts))) == 0
    assert asked == [(bundle, (prompts,)), ("Q8_0", "Q4_K_M")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "x", "--type", "Q99"], "--type Q99: is unknown; there are F32"),
        (["-o", "x", "--type", "Q8_0,Q6_K"], "a bundle has one; --table compares several"),
        (["-o", "x", "--table"], "either --out BUNDLE to write, or --table"),
        (["--table", "--save-imatrix", "m.gguf"], "--save-imatrix wants --out"),
    ],
)
def test_types_that_cannot_be_are_named(
    bundle: Path, prompts: Path, arguments: list[str], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        cli_quantise.run([str(bundle), "--prompts", str(prompts), *arguments])


def test_export_says_so_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "bundle"
    gguf = shutil.copyfile(load_bundle(make_tiny_bundle(tmp_path / "tiny")).llm_path, tmp_path / "a.gguf")
    assert cli.main(["export", "--llm", str(gguf), "--encoder", "image=no/encoder", "--aligner",
                     "image=linear-random:4", "-o", str(out)]) == 2  # fmt: skip
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("tiny", "is a bundle, which is made already; wanted the checkpoint that `anymal train` leaves"),
        ("tiny/llm.gguf", "is a file; .*; a GGUF goes with --llm"),
        ("hf", "is a Hugging Face folder; .*; give it with --vlm, --llm or --encoder"),
        ("owner/model", "no such folder; .*; hub names and models of others go with --vlm"),
        ("empty", r"empty/recipe\.json: no such file"),
    ],
)
def test_a_source_that_is_something_else_says_how_to_give_it(
    bundle: Path,
    source: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(bundle.parent)
    Path("hf").mkdir()
    Path("hf/config.json").write_text("{}")
    Path("empty").mkdir()
    assert cli.main(["export", source, "-o", "out"]) == 2
    assert_matches(message, capsys.readouterr().err)
    assert not Path("out").exists()


@pytest.mark.parametrize("given", [["--max-changed", "-1"], ["--max-changed", "2"], ["--max-kl", "nan"]])
def test_limits_out_of_range_are_refused(bundle: Path, given: list[str]) -> None:
    with pytest.raises(ConfigError, match=f"{given[0]} must be"):
        cli_verify.run([str(bundle), *given])
