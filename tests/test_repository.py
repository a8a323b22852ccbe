"""The repository's own promises: one import name, one-way imports, honest map, no torch on the device."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
CODE = ("anymal", "engines", "export", "models", "runtime", "sensors", "training")
# Packages that lie deeper than their name says.
ELSEWHERE = {"bench": "benchmarks/bench"}


def _modules() -> list[Path]:
    found = [
        path for folder in (*CODE, *ELSEWHERE.values()) for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    return [path for path in found if not _behind_link(path)]


def _behind_link(path: Path) -> bool:
    relative = path.relative_to(ROOT)
    return any((ROOT / Path(*relative.parts[: n + 1])).is_symlink() for n in range(len(relative.parts)))


def test_links_map_and_folders_agree() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]
    mapped = {name for name in settings["package-dir"] if name.count(".") == 1}
    links = {f"anymal.{path.name}" for path in (ROOT / "anymal").iterdir() if path.is_symlink()}
    assert links == mapped == {f"anymal.{name}" for name in (*CODE[1:], *ELSEWHERE)}
    for link in (ROOT / "anymal").iterdir():
        if link.is_symlink():
            assert str(link.readlink()) == f"../{ELSEWHERE.get(link.name, link.name)}"


def test_every_package_folder_is_listed_for_wheels() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]
    shorter = {f"anymal.{place.replace('/', '.')}": f"anymal.{name}" for name, place in ELSEWHERE.items()}
    folders = {path.parent.relative_to(ROOT) for path in _modules()}
    dotted = {
        "anymal" if folder.parts[0] == "anymal" else f"anymal.{'.'.join(folder.parts)}" for folder in folders
    }
    names = {shorter.get(name, name) for name in dotted}
    data_alone = {name for name in settings["package-data"] if name not in names}
    assert names | data_alone == set(settings["packages"])
    for name in data_alone:
        folder = ROOT / settings["package-dir"][name]
        assert all(list(folder.glob(pattern)) for pattern in settings["package-data"][name])


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_module_opens_with_a_docstring_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{path} does not say what it knows"
    assert text.count("\n") <= 300, f"{path} has {text.count(chr(10))} lines; 300 is the limit"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= 60, f"{path}:{node.lineno} {node.name} has {lines} lines; 60 is the limit"


def test_device_path_needs_no_torch() -> None:
    program = (
        "import sys, pkgutil, importlib\n"
        "import anymal.engines, anymal.sensors, anymal.runtime\n"
        "for package in (anymal.engines, anymal.sensors, anymal.runtime):\n"
        "    for module in pkgutil.iter_modules(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "heavy = {'torch', 'transformers', 'onnx', 'peft'} & set(sys.modules)\n"
        "sys.exit(f'imported on the device path: {sorted(heavy)}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_readme_map_is_true() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("<!-- map -->")[1].split("<!-- end of map -->")[0]
    named = set(re.findall(r"^\| `([^`]+)`", block, flags=re.MULTILINE))
    for name in named:
        assert (ROOT / name).exists(), f"README's map names {name}, which is not there"
    tracked = {f"{folder}/" for folder in CODE} | {"bundles/", "benchmarks/", "tests/", "docs/"}
    assert tracked <= named, f"README's map forgets {sorted(tracked - named)}"


def test_no_module_is_named_like_a_library_it_wraps() -> None:
    names = {path.stem for path in _modules()}
    assert not names & {"onnxruntime", "tensorrt", "types", "llama_cpp", "torch"}
