"""Every TensorRT name we use exists from TensorRT 10.3 (JetPack 6) to 11.4, and in TensorRT-RTX.

The lists come from the real bindings of each version; our uses are read from the syntax tree.
"""

import ast
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = ("tensorrt_api", "tensorrt_build", "tensorrt_plan", "tensorrt_engine")
# What a variable of this name holds; `trt` is the module itself.
CLASSES = {
    "builder": "Builder",
    "config": "IBuilderConfig",
    "network": "INetworkDefinition",
    "parser": "OnnxParser",
    "profile": "IOptimizationProfile",
    "tensor": "ITensor",
    "cache": "ITimingCache",
    "error": "ParserError",
    "runtime": "Runtime",
    "engine": "ICudaEngine",
    "_context": "IExecutionContext",
    "Monitor": "IProgressMonitor",
    "Logger": "ILogger",
}
# There `cache` is our PlanCache, and `error` an OSError.
OURS = {"tensorrt_plan": {"cache", "error"}, "tensorrt_engine": {"cache"}}


def uses(source: str, ours: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """(class or empty, attribute) of every use of a TensorRT object in `source`."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in CLASSES:
            methods = [item.name for item in node.body if isinstance(item, ast.FunctionDef)]
            yield from ((CLASSES[node.name], name) for name in methods if not name.startswith("__"))
        if not isinstance(node, ast.Attribute):
            continue
        chain = dotted(node)
        if chain[-1].startswith("__"):
            continue
        if "trt" in chain[:-1]:
            rest = chain[chain.index("trt") + 1 :]
            yield (rest[0], rest[1]) if len(rest) > 1 else ("", rest[0])
        elif chain[-3:-1] == ["api", "module"]:
            yield "", chain[-1]
        elif len(chain) > 1 and chain[-2] in CLASSES and chain[-2] not in ours:
            yield CLASSES[chain[-2]], chain[-1]


def dotted(node: ast.expr) -> list[str]:
    """`a.b.c` as names; what is no plain name in front is left out."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else names


def missing(found: set[tuple[str, str]], api: dict[str, Any]) -> set[tuple[str, str]]:
    """The uses that a version does not have."""
    return {
        (owner, name)
        for owner, name in found
        if (name not in api if not owner else name not in api.get(owner, {"attrs": ()})["attrs"])
    }


def our_uses() -> set[tuple[str, str]]:
    return {
        use
        for name in FILES
        for use in uses(
            (ROOT / "engines" / f"{name}.py").read_text(encoding="utf-8"), frozenset(OURS.get(name, ()))
        )
    }


def versions(shared: Path) -> dict[str, dict[str, Any]]:
    folder = shared / "gpu-kit" / "tensorrt-api"
    found = {path.name[: -len(".json.xz")]: path for path in sorted(folder.glob("*.json.xz"))}
    if not found:
        pytest.skip(f"no lists of TensorRT's names in {folder}")
    return {version: json.loads(lzma.open(path).read()) for version, path in found.items()}


def test_every_name_exists_in_every_version(shared: Path) -> None:
    found = our_uses()
    known = versions(shared)
    assert {"10.3.0", "11.4.0.106", "rtx-1.7.1"} <= set(known)
    lacking = {version: sorted(lack) for version, api in known.items() if (lack := missing(found, api))}
    assert not lacking


def test_the_check_sees_what_it_is_for(shared: Path) -> None:
    found = our_uses()
    wanted = {
        ("", "Builder"),
        ("BuilderFlag", "TF32"),
        ("Builder", "build_serialized_network"),
        ("Runtime", "deserialize_cuda_engine"),
        ("ICudaEngine", "get_tensor_profile_shape"),
        ("IExecutionContext", "execute_async_v3"),
        ("IProgressMonitor", "step_complete"),
        ("ParserError", "node_operator"),
        ("ILogger", "log"),
    }
    assert wanted <= found
    removed = "config.set_flag(trt.BuilderFlag.FP16)\nself._engine = runtime.deserialize_cuda_engine(b'')\n"
    removed += "size = engine.device_memory_size\nflag = api.module.IInt8Calibrator\n"
    newest = versions(shared)["11.4.0.106"]
    assert missing(set(uses(removed)), newest) == {
        ("BuilderFlag", "FP16"),
        ("ICudaEngine", "device_memory_size"),
        ("", "IInt8Calibrator"),
    }


def test_the_stand_in_has_no_name_of_its_own_invention(shared: Path) -> None:
    from tests import gpu_fakes

    oldest = versions(shared)["10.3.0"]
    pairs = {
        "FakeBuilder": "Builder",
        "FakeNetwork": "INetworkDefinition",
        "FakeConfig": "IBuilderConfig",
        "FakeEngine": "ICudaEngine",
        "FakeContext": "IExecutionContext",
    }
    for fake, real in pairs.items():
        names = {name for name in vars(getattr(gpu_fakes, fake)) if not name.startswith("_")}
        assert names and not names - set(oldest[real]["attrs"]), fake
