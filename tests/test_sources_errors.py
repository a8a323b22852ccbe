"""Bad sources: missing, unknown, unsafe, damaged, offline. Each is a sentence with a cure, never a traceback.

Nothing here touches a network: the hub's client and the socket are replaced.
"""

import json
import os
import shutil
import socket
import time
from pathlib import Path
from typing import Any

import huggingface_hub
import pytest
import torch
from huggingface_hub.errors import LocalEntryNotFoundError, RepositoryNotFoundError

from anymal.errors import ExportError
from anymal.export.sources import ModalitySource, folder, open_source
from anymal.export.sources.opener import open_encoder
from anymal.export.sources.weights import read_tensors
from tests import tiny_sources as tiny


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.make_clip(tmp_path_factory.mktemp("errors") / "clip")


@pytest.fixture
def broken(clip: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(clip, tmp_path / "clip"))


def source(encoder: Path | str, modality: Any = "image") -> ModalitySource:
    return ModalitySource(modality, str(encoder), "linear-random:3")


def edit(path: Path, **values: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


class Trap:
    """Its pickle makes a folder: what a hostile checkpoint would do, harmless enough for a test."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.mark),)


@pytest.mark.parametrize("place", ["hub checkpoint", "imu file", "projector"])
def test_a_pickle_with_code_in_it_is_refused_unread(place: str, broken: Path, tmp_path: Path) -> None:
    mark = tmp_path / "it-ran"
    state = {"weight": torch.zeros(2), "extra": Trap(mark)}
    with pytest.raises(ExportError, match=r"more than tensors and was not read.*mkdir.*safetensors"):
        if place == "hub checkpoint":
            (broken / "model.safetensors").unlink()
            torch.save(state, broken / "pytorch_model.bin")
            open_encoder(source(broken))
        elif place == "imu file":
            torch.save(state, tmp_path / "mw2.pt")
            open_encoder(source(tmp_path / "mw2.pt", "imu"))
        else:
            torch.save(state, tmp_path / "mm_projector.bin")
            name = f"llava:{tmp_path / 'mm_projector.bin'}"
            open_source(ModalitySource("image", str(broken), name), 24)
    assert not mark.exists(), "the pickle's code ran"


def test_an_old_checkpoint_that_holds_nothing_but_tensors_is_read(clip: Path, broken: Path) -> None:
    torch.save(read_tensors(clip / "model.safetensors"), broken / "pytorch_model.bin")
    (broken / "model.safetensors").unlink()
    raw = torch.from_numpy(tiny.pictures(1, 32, 32))
    with torch.no_grad():
        old, new = open_encoder(source(broken)), open_encoder(source(clip))
        assert torch.equal(old.encoder(raw), new.encoder(raw))
    assert set(old.provenance["weights"]) == {"pytorch_model.bin"}


@pytest.mark.parametrize(
    ("model_type", "modality", "message"),
    [
        ("resnet", "image", r"'resnet' is unknown as an encoder for image; there are clip,.*siglip.*dinov2"),
        ("wavlm", "audio", "there are clap, clap_audio_model, whisper"),
        ("whisper", "image", "'whisper' is an encoder for audio, not for image"),
        ("llava", "image", r"whole vision-language model \(llava\); name it as `vlm`"),
    ],
)
def test_a_config_of_another_class_is_named(
    model_type: str, modality: str, message: str, broken: Path
) -> None:
    edit(broken / "config.json", model_type=model_type)
    with pytest.raises(ExportError, match=message):
        open_encoder(source(broken, modality))


def test_a_folder_without_a_config_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"config\.json: no such file"):
        open_encoder(source(tmp_path))


@pytest.mark.parametrize(
    ("text", "message"), [("not json", "is not JSON"), ("[1]", "holds list; wanted an object")]
)
def test_a_damaged_config_is_named(text: str, message: str, broken: Path) -> None:
    (broken / "config.json").write_text(text)
    with pytest.raises(ExportError, match=message):
        open_encoder(source(broken))


def test_truncated_weights_are_damaged_not_a_traceback(broken: Path) -> None:
    data = (broken / "model.safetensors").read_bytes()
    (broken / "model.safetensors").write_bytes(data[:2000])
    with pytest.raises(ExportError, match="damaged or do not fit"):
        open_encoder(source(broken))


def test_truncated_pickles_are_damaged_not_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "mw2.pt"
    torch.save(tiny.published_imu2clip(), path)
    for size in (0, 10, 3000):
        path.write_bytes(path.read_bytes()[:size] if size else b"")
        with pytest.raises(ExportError, match=r"mw2\.pt"):
            open_encoder(source(path, "imu"))
        torch.save(tiny.published_imu2clip(), path)


def test_weights_of_another_config_are_refused(broken: Path) -> None:
    edit(broken / "config.json", hidden_size=64)
    with pytest.raises(ExportError, match=r"has shape .*32.*config\.json wants .*64.*another config"):
        open_encoder(source(broken))


def test_missing_weights_would_be_random_and_are_refused(broken: Path) -> None:
    edit(broken / "config.json", num_hidden_layers=4)
    with pytest.raises(ExportError, match=r"the weights lack encoder\.layers\.3\..* they would be random"):
        open_encoder(source(broken))


def test_a_folder_without_weights_is_named(broken: Path) -> None:
    (broken / "model.safetensors").unlink()
    with pytest.raises(ExportError, match=r"cannot be read as CLIPVisionModel: .*no file named"):
        open_encoder(source(broken))


@pytest.mark.parametrize(
    "values", [{"num_attention_heads": 5}, {"hidden_size": "wide"}, {"hidden_act": "nope"}]
)
def test_a_config_that_makes_no_model_is_named(values: dict[str, Any], broken: Path) -> None:
    edit(broken / "config.json", **values)
    with pytest.raises(ExportError, match=r"clip: cannot be read as CLIPVisionModel: \S"):
        open_encoder(source(broken))


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"size": {"longest_edge": 384}}, "gives no fixed picture"),
        ({"crop_size": {"height": 64, "width": 64}}, r"crop_size \[64, 64\] is larger than size"),
        ({"image_mean": [0.5, 0.5]}, "image_mean must be one number or three"),
        (
            {"size": {"shortest_edge": 64}, "crop_size": 48},
            r"pictures of 48 x 48 px; config\.json wants 32 x 32",
        ),
    ],
)
def test_a_preprocessor_nobody_can_follow_is_refused(
    rules: dict[str, Any], message: str, broken: Path
) -> None:
    edit(broken / "preprocessor_config.json", **rules)
    with pytest.raises(ExportError, match=message):
        open_encoder(source(broken))


@pytest.mark.parametrize("name", ["/no/such/folder", "./here/there/nowhere", "just-a-word"])
def test_what_is_neither_folder_nor_hub_name_is_said_so(name: str) -> None:
    with pytest.raises(ExportError, match="no such folder, and no hub name"):
        open_encoder(source(name))


def test_a_file_is_no_folder(clip: Path) -> None:
    with pytest.raises(ExportError, match="is a file; wanted the folder"):
        open_encoder(source(clip / "model.safetensors"))


def test_an_imu_encoder_is_a_file(clip: Path) -> None:
    with pytest.raises(ExportError, match="wanted a file of IMU2CLIP"):
        open_encoder(source(clip, "imu"))


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A hub client that has nothing and records what it is asked for."""
    asked: list[dict[str, Any]] = []

    def snapshot(name: str, **values: Any) -> str:
        asked.append(values)
        if values.get("local_files_only"):
            raise LocalEntryNotFoundError("not here")
        response = type("Response", (), {"headers": {}, "request": None, "status_code": 404})()
        raise RepositoryNotFoundError("404 Client Error\nmore lines", response=response)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    for variable in folder.PROXIES:
        monkeypatch.delenv(variable, raising=False)
    return asked


def test_without_a_network_a_hub_name_is_refused_at_once(
    empty_cache: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*values: Any, **named: Any) -> socket.socket:
        assert named["timeout"] <= 5, "this would not be at once"
        raise OSError("Name or service not known")

    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    with pytest.raises(
        ExportError, match=r"openai/clip: .*cannot be reached \(Name or.*copy the checkpoint here"
    ):
        open_encoder(source("openai/clip"))
    assert [values.get("local_files_only") for values in empty_cache] == [True], (
        "it tried the hub all the same"
    )


def test_offline_by_choice_is_said_so(
    empty_cache: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(ExportError, match="HF_HUB_OFFLINE forbids the hub"):
        open_encoder(source("openai/clip"))


def test_a_hub_without_such_a_checkpoint_is_one_line(
    empty_cache: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *values, **named: socket.socket())
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    with pytest.raises(ExportError, match="cannot be had from the hub: 404 Client Error; run") as caught:
        open_encoder(source("nobody/nothing"))
    assert "\n" not in str(caught.value)


def test_a_checkpoint_in_the_cache_needs_no_network(clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **values: str(clip))
    monkeypatch.setattr(socket, "create_connection", lambda *values, **named: pytest.fail("a connection"))
    assert open_encoder(source("openai/clip")).provenance["class"] == "CLIPVisionModel"


def test_the_probe_gives_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real socket to a port nobody listens on, on this machine."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        for variable in folder.PROXIES:
            monkeypatch.delenv(variable, raising=False)
        began = time.monotonic()
        with pytest.raises(ExportError, match="cannot be reached"):
            folder._probe("a/b", f"http://127.0.0.1:{port}", "a cure")
        assert time.monotonic() - began < 60  # the watchdog's order of magnitude, not a measurement
