"""Bundles: found by name or folder, checked to the last byte, and every misfit named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anymal.engines import probe
from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.bundle_check import check_bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.llama_native import load_llama
from anymal.engines.manifest import EncoderSpec, VideoSpec
from anymal.engines.probe import CudaDriver
from anymal.errors import BundleError
from anymal.runtime.open_llm import open_llm
from anymal.runtime.options import AssistantOptions
from tests.tiny_models import (
    TinySpec,
    make_tiny_bundle,
    make_tiny_gguf,
    make_tiny_image_onnx,
    tiny_manifest,
    write_manifest,
)

SMALL = TinySpec(audio_window_s=0.5, image_px=(24, 36))


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_bundle(tmp_path_factory.mktemp("bundles") / "tiny", SMALL)


@pytest.fixture
def folder(intact: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return shutil.copytree(intact, tmp_path / "tiny")


def edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    manifest = json.loads((folder / "bundle.json").read_text())
    change(manifest)
    (folder / "bundle.json").write_text(json.dumps(manifest))


def test_an_intact_bundle_says_what_it_holds(intact: Path) -> None:
    bundle = load_bundle(intact)
    manifest = bundle.manifest
    assert manifest.name == "tiny" and list(manifest.modalities) == ["image", "video", "audio", "imu"]
    assert manifest.modalities["video"] == VideoSpec("image", 4)
    assert manifest.encoder_spec("video") is manifest.encoder_spec("image")
    assert manifest.tokens_of("video") == 4 * SMALL.image_tokens
    assert isinstance(manifest.modalities["imu"], EncoderSpec)
    assert bundle.path("imu.onnx").is_file()
    assert bundle.llm_header.of_architecture("embedding_length") == manifest.llm.n_embd
    with pytest.raises(BundleError, match=r"no file 'other\.onnx'"):
        bundle.path("other.onnx")


def test_every_part_opens(intact: Path) -> None:
    parts = check_bundle(load_bundle(intact))
    assert [part.name for part in parts] == ["image", "audio", "imu", "llm"]
    assert all("CPU" in part.reason or "CUDA" in part.reason for part in parts)


def test_the_llm_is_checked_where_it_will_run(intact: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "probe_cuda", lambda: CudaDriver(1, "one device"))
    monkeypatch.setattr(load_llama(), "llama_supports_gpu_offload", lambda: True)
    bundle = load_bundle(intact)
    with open_llm(bundle, AssistantOptions()) as llm:
        assert check_bundle(bundle)[-1].reason == llm.reason != ""
        assert llm.backend == "llama.cpp GPU"


@pytest.mark.parametrize("name", ["llm.gguf", "image.onnx", "audio.onnx", "imu.onnx"])
def test_one_flipped_bit_names_its_file(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(BundleError, match=rf"{name}: damaged: sha256"):
        load_bundle(folder)


def test_a_manifest_edited_where_a_byte_order_mark_is_written_is_read(folder: Path) -> None:
    manifest = (folder / "bundle.json").read_text()
    (folder / "bundle.json").write_text(manifest, encoding="utf-8-sig")
    assert load_bundle(folder).manifest == load_bundle(folder, verify=False).manifest


def test_without_verification_only_the_hash_is_skipped(folder: Path) -> None:
    data = bytearray((folder / "imu.onnx").read_bytes())
    data[-1] ^= 1
    (folder / "imu.onnx").write_bytes(data)
    load_bundle(folder, verify=False)
    (folder / "imu.onnx").write_bytes(data + b"x")
    with pytest.raises(BundleError, match=r"imu\.onnx: size must be"):
        load_bundle(folder, verify=False)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "audio.onnx").unlink()
    with pytest.raises(BundleError, match=r"audio\.onnx: listed in bundle\.json but missing"):
        load_bundle(folder)


def test_a_folder_without_manifest(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"bundle\.json: no such file"):
        load_bundle(tmp_path)


@pytest.mark.parametrize("text", ["", "not json", "[1, 2]", "{", '"text"', "\x00", "[" * 100_000, "NaN"])
def test_a_manifest_that_is_no_object(folder: Path, text: str) -> None:
    (folder / "bundle.json").write_text(text)
    with pytest.raises(BundleError, match=r"bundle\.json"):
        load_bundle(folder)


def test_a_manifest_of_other_bytes(folder: Path) -> None:
    (folder / "bundle.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(BundleError, match="not valid JSON"):
        load_bundle(folder)


def put(path: str, value: object) -> Callable[[dict[str, Any]], object]:
    def change(manifest: dict[str, Any]) -> None:
        *parents, last = path.split("/")
        node: Any = manifest
        for parent in parents:
            node = node[parent]
        if value is None:
            del node[last]
        else:
            node[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("schema", 2, "schema must be 1, found 2; upgrade"),
        ("schema", "1", "schema must be a whole number, found a string"),
        ("schema", None, "schema is missing"),
        ("name", 3, "name must be a string"),
        ("files", None, "files is missing"),
        ("files/llm.gguf/sha256", "12", "files.llm.gguf.sha256 must be 64"),
        ("files/llm.gguf/bytes", -1, "files.llm.gguf.bytes must be at least 1"),
        ("files/llm.gguf/bytes", True, "files.llm.gguf.bytes must be a whole number, found a boolean"),
        ("files/..", {"sha256": "0" * 64, "bytes": 1}, "plain names inside the bundle, found '..'"),
        ("llm/n_embd", 0, "llm.n_embd must be between 1"),
        ("llm/n_embd", 128, "embedding width is 64, .* llm.n_embd = 128"),
        ("llm/n_ctx", 4096, "trained for 1024 positions"),
        ("llm/adapters", [{"name": "a", "file": "b", "scale": 10**400}], "scale must be a finite number"),
        ("files/\ud800", {"sha256": "0" * 64, "bytes": 1}, "plain names inside the bundle"),
        ("modalities/audio/input/window_s", 10**400, "window_s must be finite"),
        ("prompt/order", ["image", "video", "audio", "imu", "image"], "in which every sense stands once"),
        ("llm/file", "other.gguf", "llm.file is 'other.gguf', which files does not list"),
        ("prompt/system", ["x"], "prompt.system must be a string, found a list"),
        (
            "prompt/senses/image",
            "no placeholder",
            "prompt.senses.image must be a line that holds <image> once",
        ),
        ("prompt/senses/imu", None, "prompt.senses.imu is missing"),
        ("prompt/order", ["image"], "prompt.order must list video"),
        ("prompt/order", ["smell"], "prompt.order must be a list out of"),
        ("modalities/smell", {}, "modalities.smell must be one of"),
        ("modalities/image", [], "modalities.image must be an object, found a list"),
        ("modalities/image/tokens", "4", "modalities.image.tokens must be a whole number, found a string"),
        ("modalities/image/input/size_px", [96], "modalities.image.input.size_px must be a list of 2"),
        ("modalities/image/input/size_px", [96, 1 << 20], "at most 4096"),
        ("modalities/image/input/fit", "stretch", "modalities.image.input.fit must be one of squash, crop"),
        ("modalities/video/frames", 0, "modalities.video.frames must be between 1"),
        ("modalities/video/via", "audio", "modalities.video.via must be one of image"),
        ("modalities/audio/input/rate_hz", 0, "modalities.audio.input.rate_hz must be between 1"),
        ("modalities/audio/input/window_s", 1e9, "modalities.audio.input.window_s must be between"),
        (
            "modalities/audio/input/window_s",
            -1,
            "modalities.audio.input.window_s must be finite and above zero",
        ),
        ("modalities/imu/input/channels", ["x"], "modalities.imu.input.channels must be ax_mps2"),
        ("modalities/imu/file", "none.onnx", "modalities.imu.file is 'none.onnx'"),
    ],
)
def test_a_wrong_field_is_named_by_its_path(folder: Path, path: str, value: object, message: str) -> None:
    edit(folder, put(path, value))
    with pytest.raises(BundleError, match=message):
        load_bundle(folder)


@pytest.mark.parametrize("name", ["../llm.gguf", "/etc/passwd", "a/b", "a\\b", "C:x", "bundle.json", ""])
def test_files_outside_the_bundle_are_refused(folder: Path, name: str) -> None:
    edit(folder, put("files", {name: {"sha256": "0" * 64, "bytes": 1}}))
    with pytest.raises(BundleError, match="plain names inside the bundle"):
        load_bundle(folder)


def test_a_gguf_of_another_width(folder: Path) -> None:
    make_tiny_gguf(folder / "llm.gguf", TinySpec(n_embd=32))
    write_manifest(folder, tiny_manifest(SMALL))
    with pytest.raises(BundleError, match=r"llm\.gguf: embedding width is 32, .* llm.n_embd = 64"):
        load_bundle(folder)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (
            TinySpec(image_px=(24, 36), onnx_n_embd=32),
            r"image\.onnx: its one output .* \[any, 4, 64\] .* \[any, 4, 32\]",
        ),
        (TinySpec(image_px=(24, 36), image_tokens=5), r"output .* \[any, 4, 64\] .* \[any, 5, 64\]"),
        (TinySpec(image_px=(36, 24)), r"input .* \[any, 36, 24, 3\] .* \[any, 24, 36, 3\]"),
    ],
)
def test_an_onnx_that_does_not_fit_fails_when_it_is_opened(
    folder: Path, spec: TinySpec, message: str
) -> None:
    make_tiny_image_onnx(folder / "image.onnx", spec)
    write_manifest(folder, tiny_manifest(SMALL))
    bundle = load_bundle(folder)
    with pytest.raises(BundleError, match=message):
        open_encoder(bundle, "image")
    with pytest.raises(BundleError, match=r"image\.onnx"):
        check_bundle(bundle)
    with open_encoder(bundle, "imu"):
        pass  # a sense that fits still works


def test_a_bundle_without_a_sense_says_what_it_has(folder: Path) -> None:
    edit(folder, lambda manifest: manifest["modalities"].pop("audio"))
    with pytest.raises(BundleError, match="no audio encoder; it has image, video, imu"):
        open_encoder(load_bundle(folder), "audio")


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(
        ["llm", "prompt", "modalities", "files", "modalities/image", "modalities/imu/input", "name", "schema"]
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_any_json_in_any_place_gives_only_our_error(folder: Path, path: str, value: object) -> None:
    original = (folder / "bundle.json").read_text()
    edit(folder, put(path, value))
    try:
        load_bundle(folder, verify=False)
    except BundleError as error:
        assert "bundle.json" in str(error)
    finally:
        (folder / "bundle.json").write_text(original)


def test_names_are_looked_up_before_folders(
    intact: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANYMAL_BUNDLES", str(intact.parent))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(intact, tmp_path / "tiny")
    shutil.copytree(intact, tmp_path / "mine")
    assert find_bundle("tiny") == intact
    assert find_bundle("mine") == Path("mine")
    assert find_bundle("./tiny") == Path("tiny")
    assert find_bundle(intact) == intact
    with pytest.raises(BundleError, match=r"'absent' not found; known bundles: .*tiny.* set ANYMAL_BUNDLES"):
        find_bundle("absent")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BundleError, match=r"no bundle\.json in this folder"):
        find_bundle("empty")
    with pytest.raises(BundleError, match=r"cannot be looked at: File name too long"):
        find_bundle("x" * 5000)
