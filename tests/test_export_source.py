"""Finding the converter: only the installed version's, unpacked safely, and honest when it cannot be had."""

import io
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from anymal.errors import ExportError
from anymal.export.llama_source import CONVERTER, SOURCE_VARIABLE, installed_version, llama_source, unpack
from anymal.export.to_gguf import convert


def make_source(folder: Path, version: str) -> Path:
    (folder / CONVERTER).parent.mkdir(parents=True)
    (folder / CONVERTER).write_text("raise SystemExit('out of cheese')\n")
    (folder / "PKG-INFO").write_text(f"Name: llama_cpp_python\nVersion: {version}\n")
    return folder


def make_archive(path: Path, names: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in names.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def test_the_variable_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_source(tmp_path / "source", installed_version())
    monkeypatch.setenv(SOURCE_VARIABLE, str(folder))
    assert llama_source() == folder


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SOURCE_VARIABLE, str(make_source(tmp_path / "source", "0.0.1")))
    with pytest.raises(
        ExportError, match=rf"is llama-cpp-python 0\.0\.1, installed is {installed_version()}"
    ):
        llama_source()


def test_a_folder_without_converter_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SOURCE_VARIABLE, str(tmp_path))
    with pytest.raises(ExportError, match=r"has no vendor/llama\.cpp/convert_hf_to_gguf\.py"):
        llama_source()


def test_what_pip_fetches_is_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    calls = []

    def download(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        place = Path(command[command.index("--dest") + 1])
        info = f"Version: {installed_version()}\n".encode()
        make_archive(
            place / "llama.tar.gz", {f"top/{CONVERTER}": b"pass", "top/PKG-INFO": info, "top/src.cpp": b""}
        )
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", download)
    first = llama_source()
    assert (first / CONVERTER).read_text() == "pass"
    assert not (first / "src.cpp").exists()
    assert llama_source() == first
    assert len(calls) == 1
    assert calls[0][-1] == f"llama-cpp-python=={installed_version()}"


def test_no_network_is_said_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def offline(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "ERROR: no route\n")

    monkeypatch.setattr(subprocess, "run", offline)
    with pytest.raises(
        ExportError, match=f"cannot be fetched: ERROR: no route; unpack it .*{SOURCE_VARIABLE}"
    ):
        llama_source()


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            {f"top/{CONVERTER}": b"", "top/vendor/llama.cpp/gguf-py/../../../../../evil": b"x"},
            "cannot be unpacked",
        ),
        ({"top/README": b""}, "has no vendor"),
    ],
)
def test_bad_archives_leave_nothing(tmp_path: Path, names: dict[str, bytes], message: str) -> None:
    archive = make_archive(tmp_path / "a.tar.gz", names)
    with pytest.raises(ExportError, match=message):
        unpack(archive, tmp_path / "deep" / "target")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar.gz", "deep"]


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(b"nothing of the kind")
    with pytest.raises(ExportError, match=r"a\.tar\.gz: cannot be unpacked"):
        unpack(tmp_path / "a.tar.gz", tmp_path / "target")


def test_the_converters_last_words_are_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SOURCE_VARIABLE, str(make_source(tmp_path / "source", installed_version())))
    with pytest.raises(ExportError, match=r"no config\.json"):
        convert(tmp_path, tmp_path / "out.gguf")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ExportError, match=r"converter failed \(exit code 1\): out of cheese"):
        convert(tmp_path, tmp_path / "out.gguf")
    with pytest.raises(ExportError, match="GGUF type 'q1' is unknown"):
        convert(tmp_path, tmp_path / "out.gguf", "q1")
    assert not list(tmp_path.glob("out*"))
