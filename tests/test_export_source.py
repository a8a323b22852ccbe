"""Finding the converter: only the installed version's, unpacked safely, and honest when it cannot be had."""

import io
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from anymal.errors import ExportError
from anymal.export.llama_source import (
    CONVERTER,
    LORA_CONVERTER,
    SOURCE_VARIABLE,
    installed_version,
    llama_source,
    unpack,
)
from anymal.export.to_gguf import convert

# A source package as small as one can be: every part the converters need, and something they do not.
PACKAGE = {
    "top/PKG-INFO": f"Name: llama_cpp_python\nVersion: {installed_version()}\n".encode(),
    f"top/{CONVERTER}": b"raise SystemExit('out of cheese')\n",
    f"top/{LORA_CONVERTER}": b"pass\n",
    "top/vendor/llama.cpp/conversion/__init__.py": b"",
    "top/vendor/llama.cpp/gguf-py/gguf/__init__.py": b"",
    "top/src.cpp": b"",
}
PARTS = [name.removeprefix("top/") for name in PACKAGE if name != "top/src.cpp"]


def make_source(folder: Path, version: str) -> Path:
    for name, content in PACKAGE.items():
        path = folder / name.removeprefix("top/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
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


@pytest.mark.parametrize("part", PARTS[1:])
def test_the_variable_must_name_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    folder = make_source(tmp_path / "source", installed_version())
    (folder / part).unlink()
    monkeypatch.setenv(SOURCE_VARIABLE, str(folder))
    with pytest.raises(
        ExportError, match=rf"has no vendor/llama\.cpp/\S+; \${SOURCE_VARIABLE} must name the whole"
    ):
        llama_source()


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands given to pip, which "fetches" a real archive into an empty cache."""
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    monkeypatch.delenv("ANYMAL_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    calls: list[list[str]] = []

    def download(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        make_archive(Path(command[command.index("--dest") + 1]) / "llama.tar.gz", PACKAGE)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", download)
    return calls


def test_what_pip_fetches_is_cached(downloads: list[list[str]]) -> None:
    first = llama_source()
    assert sorted(str(path.relative_to(first)) for path in first.rglob("*") if path.is_file()) == sorted(
        PARTS
    )
    assert llama_source() == first
    assert len(downloads) == 1
    assert downloads[0][-1] == f"llama-cpp-python=={installed_version()}"


@pytest.mark.parametrize("part", [*PARTS, "vendor/llama.cpp/conversion", "vendor"])
def test_a_cache_that_lacks_a_part_is_fetched_again(downloads: list[list[str]], part: str) -> None:
    """An older version of this code needed less; and somebody may have cleaned up."""
    cached = llama_source()
    gone = cached / part
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert llama_source() == cached
    assert all((cached / name).is_file() for name in PARTS)
    assert len(downloads) == 2


def test_the_cache_of_plans_is_that_of_sources(
    tmp_path: Path, downloads: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ANYMAL_CACHE", "~/own")
    assert llama_source().parent == tmp_path / "own"
    assert len(downloads) == 1


def test_no_network_is_said_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    monkeypatch.delenv("ANYMAL_CACHE", raising=False)
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
        ({"top/README": b""}, "has no PKG-INFO"),
        ({name: data for name, data in PACKAGE.items() if LORA_CONVERTER not in name}, "has no .*lora"),
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


BAR = "Writing:  98%|########8 | 456k/464k [00:00<00:00, 2.79Mbyte/s]"
TRACEBACK = [
    "Traceback (most recent call last):",
    '  File "convert_hf_to_gguf.py", line 20, in <module>',
    "    main()",
    "    ~~~~^^",
]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([BAR, *TRACEBACK, "ValueError: mmap length", BAR.replace("98", "99")], "ValueError: mmap length"),
        (
            [
                *TRACEBACK,
                "KeyError: 'a'",
                "During handling",
                *TRACEBACK,
                "gguf.OddError: one of:",
                "(1) a",
                "(2) b",
            ],
            r"gguf\.OddError: one of:; \(1\) a; \(2\) b",
        ),
        ([*TRACEBACK, "AssertionError"], "AssertionError"),
        (["ERROR:hf-to-gguf:Model X is odd", BAR], "ERROR:hf-to-gguf:Model X is odd"),
    ],
)
def test_the_reason_is_the_exception_and_no_progress_bar(
    lines: list[str], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "\n".join(lines).replace(f"\n{BAR}", f"\r{BAR}")
    source = make_source(tmp_path / "source", installed_version())
    (source / CONVERTER).write_text(f"import sys; sys.stderr.write({said!r}); sys.exit(1)")
    monkeypatch.setenv(SOURCE_VARIABLE, str(source))
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ExportError, match=rf"converter failed \(exit code 1\): {reason}$"):
        convert(tmp_path, tmp_path / "out.gguf")
