"""Every peer whose environment is there, asked for real about a small model of each shape."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor

from benchmarks.peers.catalog import HERE, PEERS, environments_folder, python_of
from benchmarks.peers.figures import OURS
from benchmarks.peers.prepare import prepare
from benchmarks.peers.process import PeerProcess
from benchmarks.peers.run import main
from benchmarks.peers.shapes import SHAPES

KINDS = ("smolvlm-small", "llava-small")
TOKENS = 3
NEAR = 0.99
"""Cosine of the rows of a picture by a peer's float16 or int8 and by transformers' float32."""
SEERS = {"libmtmd": "libmtmd", "optimum-intel": "openvino"}
"""Peers that tell the rows of a picture -> the folder of their files, which others read too."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes every peer's files of a small shape, once; those of peers that are not installed are missing."""
    folder = tmp_path_factory.mktemp("models")

    def make(shape: str) -> Path:
        failed = prepare(shape, folder)
        assert f"{shape} bundle" not in failed
        return folder

    return make


def installed(name: str) -> bool:
    return isinstance(python_of(PEERS[name], environments_folder()), Path)


def command_of(name: str, shape: str) -> list[str]:
    peer = PEERS[name]
    python = python_of(peer, environments_folder(), SHAPES[shape].kind)
    if isinstance(python, str):
        pytest.skip(python)
    return [str(python), str(HERE / peer.worker)]


def a_picture(path: Path, side: int) -> Path:
    dice = np.random.default_rng(3)
    coarse = dice.integers(0, 256, (4, 4, 3), dtype=np.uint8)
    Image.fromarray(coarse.repeat(side // 4, axis=0).repeat(side // 4, axis=1)).save(path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("shape", KINDS)
@pytest.mark.parametrize("name", [name for name, peer in PEERS.items() if not peer.ours])
def test_a_peer_answers_about_a_new_frame_and_the_same_again(
    name: str, shape: str, made: Callable[[str], Path], tmp_path: Path
) -> None:
    command = command_of(name, shape)
    peer, shown = PEERS[name], a_picture(tmp_path / "shown.png", SHAPES[shape].side_px)
    given = {"picture": str(shown), "question": "What is in the picture?", "max_tokens": TOKENS}
    with PeerProcess(name, command) as worker:
        told = worker.call("load", model=str(made(shape) / shape / peer.files), threads=1, **peer.options)
        assert told["version"] and told["precision"]
        for _ in range(2):
            answer = worker.call("ask", **given)
            assert answer["tokens"] == TOKENS
            assert answer["ttft_ms"] > 0 and answer["peak_rss_mb"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("shape", KINDS)
@pytest.mark.parametrize("name", SEERS)
def test_a_peer_sees_what_transformers_sees(
    name: str, shape: str, made: Callable[[str], Path], tmp_path: Path
) -> None:
    command = command_of(name, shape)
    shown = a_picture(tmp_path / "shown.png", SHAPES[shape].side_px)
    with PeerProcess(name, command) as worker:
        worker.call("load", model=str(made(shape) / shape / SEERS[name]), threads=1)
        found = np.array(worker.call("rows", picture=str(shown))["rows"])
    checkpoint = made(shape) / shape / "checkpoint"
    model = AutoModelForImageTextToText.from_pretrained(checkpoint).eval()
    processor = AutoProcessor.from_pretrained(checkpoint)
    pixels = processor.image_processor([Image.open(shown)], return_tensors="pt")["pixel_values"]
    with torch.no_grad():
        features = model.get_image_features(pixel_values=pixels)
    wanted = getattr(features, "pooler_output", features)[0].numpy()
    assert found.shape == wanted.shape
    if (name, SHAPES[shape].kind) == ("libmtmd", "llava"):  # see `mmproj._ordered`
        found, wanted = found[:-1], wanted[1:]
    across = (found * wanted).sum(-1) / np.linalg.norm(found, axis=-1) / np.linalg.norm(wanted, axis=-1)
    assert across.min() > NEAR


@pytest.mark.slow
@pytest.mark.parametrize("shape", [*KINDS, "anymal-small"])
def test_one_run_has_ours_beside_whoever_is_there(
    shape: str, made: Callable[[str], Path], tmp_path: Path
) -> None:
    if not any(installed(name) for name in PEERS if name != OURS):
        pytest.skip("no peer is installed: python benchmarks/peers/install.py")
    output = tmp_path / "run.json"
    few = ["--rounds", "1", "--live", "1", "--blocks", "1", "--starts", "1", "--max-tokens", str(TOKENS)]
    code = main(
        [
            shape,
            "--models",
            str(made(shape)),
            *few,
            "--threads",
            "1",
            "--allow-noise",
            "--output",
            str(output),
        ]
    )
    record = json.loads(output.read_text())
    ours = record["figures"][OURS]
    for name in (
        "new_ttft_ms",
        "repeat_ttft_ms",
        "live_ttft_ms",
        "live_age_ms",
        "fresh_ttft_ms",
        "fresh_age_ms",
        "spoken_ttft_ms",
        "spoken_age_ms",
        "heard_ttft_ms",
        "heard_age_ms",
    ):
        assert ours[name]["n"] == 1
    assert {"start_up_ms", "peak_rss_mb", "install_mb", "encode_ms"} <= set(ours)
    assert record["failed"] == {}
    assert set(record["noise"]) == {"rounds 0", "live 0", "fresh 0", "spoken 0", "heard 0"}
    others = set(record["figures"]) - {OURS}
    assert others | set(record["skipped"]) == set(PEERS) - {OURS}
    assert code == (0 if others else 1)
    assert ("live_age_p50" in record["ratios"]) == bool(others)
