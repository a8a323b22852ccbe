"""The runtime takes only files that were compared with their reference, unless told otherwise, loudly."""

import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest

import anymal
from anymal.engines.bundle import load_bundle
from anymal.engines.verified import UnverifiedBundleWarning, require_verified, unverified_reason
from anymal.errors import BundleError
from anymal.runtime import cli
from anymal.runtime.options import AssistantOptions
from tests.tiny_models import TinySpec, make_tiny_bundle, make_tiny_imu_onnx, write_manifest


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A tiny bundle with a record of its files as they are."""
    folder = make_tiny_bundle(tmp_path / "tiny")
    hashes = {name: file.sha256 for name, file in load_bundle(folder).manifest.files.items()}
    edit(folder, verified={"passed": True, "at": "today", "files": hashes})
    return folder


def edit(folder: Path, **sections: Any) -> None:
    """Replace sections of the manifest; None takes one out."""
    path = folder / "bundle.json"
    manifest = {**json.loads(path.read_text()), **sections}
    path.write_text(json.dumps({name: value for name, value in manifest.items() if value is not None}))


def another_imu(folder: Path) -> None:
    """Put another encoder in, hashes in the manifest and all, as a careful hand would."""
    make_tiny_imu_onnx(folder / "imu.onnx", TinySpec(seed=8))
    write_manifest(folder, json.loads((folder / "bundle.json").read_text()))


def test_the_files_that_were_verified_run(bundle: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        require_verified(load_bundle(bundle).manifest)


def test_an_exchanged_file_is_refused_by_name(bundle: Path) -> None:
    another_imu(bundle)
    with pytest.raises(
        BundleError, match=r"not those that were verified: imu\.onnx changed afterwards; .*--allow"
    ):
        anymal.load(str(bundle))


def test_a_file_that_came_later_is_refused(bundle: Path) -> None:
    (bundle / "imu.plan").write_bytes(b"built on the device")
    write_manifest(bundle, json.loads((bundle / "bundle.json").read_text()))
    assert "imu.plan came afterwards" in unverified_reason(load_bundle(bundle).manifest)


def test_a_file_that_went_is_noticed(bundle: Path) -> None:
    record = json.loads((bundle / "bundle.json").read_text())["verified"]
    edit(bundle, verified={**record, "files": {**record["files"], "gone.onnx": "0" * 64}})
    assert "lacks files that were verified with it: gone.onnx" in unverified_reason(
        load_bundle(bundle).manifest
    )


@pytest.mark.parametrize(
    ("sections", "reason"),
    [
        ({"verified": None, "parity": {"llm": {}}}, ""),
        ({"verified": None, "parity": {"skipped": "random weights"}}, ""),
        ({"verified": None, "parity": {"files": {}}}, "has files that are not those that were compared"),
        ({"verified": None, "parity": {"files": 3}}, "has files that are not those that were compared"),
        ({"verified": None, "parity": {}}, "was never compared with its reference"),
        ({"verified": {}, "parity": None}, "was never compared with its reference"),
        ({"verified": {"passed": True}}, "has files that are not those"),
        ({"verified": {"passed": True, "files": []}}, "has files that are not those"),
        ({"verified": {"passed": True, "files": {"llm.gguf": 3}}}, "has files that are not those"),
        ({"verified": {"passed": False, "at": "today", "failed": "llm: KL"}}, "on today: llm: KL"),
        ({"verified": {"passed": "true", "files": {}}}, "failed `anymal verify`"),
    ],
)
def test_what_counts_as_verified(bundle: Path, sections: dict[str, Any], reason: str) -> None:
    edit(bundle, **sections)
    found = unverified_reason(load_bundle(bundle).manifest)
    assert reason in found
    assert bool(reason) == bool(found)


def test_the_record_of_an_export_holds_for_its_files_alone(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hashes = json.loads((bundle / "bundle.json").read_text())["verified"]["files"]
    edit(bundle, verified=None, parity={"llm": {}, "files": hashes})
    assert unverified_reason(load_bundle(bundle).manifest) == ""
    another_imu(bundle)
    with pytest.raises(BundleError, match=r"compared by its export: imu\.onnx changed afterwards; .*--allow"):
        anymal.load(str(bundle))
    assert cli.main(["inspect", str(bundle)]) == 0
    assert "NOT verified, it has files" in capsys.readouterr().out


def test_an_export_that_named_no_files_shows_an_engine_file_of_another_kind(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = json.loads((bundle / "bundle.json").read_text())
    compared = {"modalities": {name: {"shipped": "fp32"} for name in values["modalities"]}}
    edit(bundle, verified=None, parity=compared)
    assert unverified_reason(load_bundle(bundle).manifest) == ""
    assert cli.main(["inspect", str(bundle)]) == 0
    assert "did not say which files" in capsys.readouterr().out
    (bundle / "imu.onnx").rename(bundle / "imu.mine")
    values["modalities"]["imu"]["file"] = "imu.mine"
    write_manifest(bundle, {**values, "verified": {}, "parity": compared})
    assert "imu.mine came afterwards" in unverified_reason(load_bundle(bundle).manifest)


def test_a_record_that_is_no_object_is_a_damaged_manifest(bundle: Path) -> None:
    edit(bundle, verified=["yes"])
    with pytest.raises(BundleError, match=r"verified must be an object, found a list"):
        load_bundle(bundle)


def test_it_runs_when_allowed_and_says_so(bundle: Path) -> None:
    another_imu(bundle)
    options = AssistantOptions(threads=1, allow_unverified=True)
    with pytest.warns(UnverifiedBundleWarning, match=r"UNVERIFIED: bundle 'tiny' .*imu\.onnx") as caught:
        anymal.load(str(bundle), options).close()
    assert len(caught) == 1


def test_the_command_line_refuses_warns_and_runs(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    another_imu(bundle)
    ask = ["ask", "What is it?", "--bundle", str(bundle), "--max-tokens", "2", "--threads", "1"]
    assert cli.main(ask) == 2
    assert re.search(r"error: bundle 'tiny' has files .*: imu\.onnx changed", capsys.readouterr().err)
    # pytest turns warnings into errors; this one must come through whatever the filters say.
    assert cli.main([*ask, "--allow-unverified"]) == 0
    shown = capsys.readouterr()
    assert shown.err.startswith("anymal: WARNING: UNVERIFIED: bundle 'tiny'")
    assert shown.out.strip()


def test_inspect_and_doctor_tell(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["inspect", str(bundle)]) == 0
    assert "verified on today" in capsys.readouterr().out
    another_imu(bundle)
    assert cli.main(["inspect", str(bundle)]) == 0
    assert "verified NOT verified, it has files" in capsys.readouterr().out
    assert cli.main(["doctor", "--bundle", str(bundle)]) == 1
    assert "imu.onnx changed afterwards" in capsys.readouterr().out
