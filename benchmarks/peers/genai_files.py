"""Writes a folder that onnxruntime-genai opens, the nearest to LLaVA and SmolVLM: its builder knows neither.

Knows that genai's multimodal pipeline (its type `gemma3`) joins three graphs that anybody may make: vision,
embedding and decoder. The decoder comes from genai's own builder out of the checkpoint's language model, the
vision graph is the bundle's encoder but for the names of its ends, the embedding graph is written here.
Refuses to know prompts.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors import safe_open

from anymal.engines.manifest import MANIFEST_NAME
from anymal.errors import ExportError
from anymal.export.vlm import open_vlm

__all__ = ["write_embedding", "write_genai"]

PRECISION = "int8"
PIXELS, FEATURES, EMBEDDINGS = "pixel_values", "image_features", "inputs_embeds"
OPSET = 21


def write_genai(checkpoint: Path, bundle: Path, out: Path, package: Path, work: Path) -> None:
    """Fill `out` from `checkpoint` and the encoder of `bundle`; `package` is genai's own, for its builder.

    Raises `ExportError` with the builder's last words.
    """
    llm = open_vlm(str(checkpoint), work).llm
    options = ["--precision", PRECISION, "--execution_provider", "cpu", "--cache_dir", str(work / "cache")]
    builder = [sys.executable, str(package / "models" / "builder.py"), "--input", str(llm)]
    command = [*builder, "--output", str(out), *options, "--extra_options", "exclude_embeds=true"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()] or ["it said nothing"]
        raise ExportError(f"{llm}: genai's builder failed (exit code {done.returncode}): {said[-1]}")
    image_id = _image_id(checkpoint)
    rows = _write_vision(bundle, out / "vision.onnx")
    write_embedding(llm, image_id, out / "embedding.onnx")
    _tell_config(out / "genai_config.json", image_id, rows)


def _image_id(checkpoint: Path) -> int:
    """The token that stands for a row of the picture; LLaVA's configuration calls it an index."""
    config = json.loads((checkpoint / "config.json").read_text(encoding="utf-8"))
    return int(config.get("image_token_id", config.get("image_token_index")))


def _write_vision(bundle: Path, out: Path) -> int:
    """The bundle's encoder with the ends named as genai looks for them; returns its rows."""
    manifest = json.loads((bundle / MANIFEST_NAME).read_text(encoding="utf-8"))
    image = manifest["modalities"]["image"]
    model = onnx.load(bundle / image["file"])
    renamed = {model.graph.input[0].name: PIXELS, model.graph.output[0].name: FEATURES}
    for node in model.graph.node:
        for names in (node.input, node.output):
            for at, name in enumerate(names):
                names[at] = renamed.get(name, name)
    for end in (*model.graph.input, *model.graph.output):
        end.name = renamed.get(end.name, end.name)
    onnx.save(model, out)
    return int(image["tokens"])


def write_embedding(llm: Path, image_id: int, out: Path) -> None:
    """Words to their embeddings, and every `image_id` in turn to a row of the picture."""
    table = _embeddings(llm)
    width = table.shape[1]
    constants: list[Any] = [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(np.array(image_id, np.int64), "image_id"),
        numpy_helper.from_array(np.array([-1, width], np.int64), "flat"),
    ]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["words"]),
        helper.make_node("Equal", ["input_ids", "image_id"], ["is_image"]),
        helper.make_node("NonZero", ["is_image"], ["places_first"]),
        helper.make_node("Transpose", ["places_first"], ["places"], perm=[1, 0]),
        helper.make_node("Reshape", [FEATURES, "flat"], ["rows"]),
        helper.make_node("ScatterND", ["words", "places", "rows"], [EMBEDDINGS]),
    ]
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    features = helper.make_tensor_value_info(FEATURES, TensorProto.FLOAT, ["pictures", "rows", width])
    found = helper.make_tensor_value_info(EMBEDDINGS, TensorProto.FLOAT, ["batch", "length", width])
    graph = helper.make_graph(nodes, "embedding", [ids, features], [found], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    onnx.save(model, out)


def _embeddings(llm: Path) -> Any:
    for path in sorted(llm.glob("*.safetensors")):
        with safe_open(path, "pt") as stored:
            for name in stored.keys():  # noqa: SIM118 - no mapping
                if name.endswith("embed_tokens.weight"):
                    return stored.get_tensor(name).float().numpy()
    raise ExportError(f"{llm}: has no tensor embed_tokens.weight")


def _tell_config(path: Path, image_id: int, rows: int) -> None:
    """The multimodal parts of genai_config.json, and how many rows the worker writes for a picture."""
    config = json.loads(path.read_text(encoding="utf-8"))
    config["model"] |= {
        "type": "gemma3",
        "image_token_id": image_id,
        "vision": {
            "filename": "vision.onnx",
            "inputs": {"pixel_values": PIXELS},
            "outputs": {"image_features": FEATURES},
        },
        "embedding": {
            "filename": "embedding.onnx",
            "inputs": {"input_ids": "input_ids", "image_features": FEATURES},
            "outputs": {"inputs_embeds": EMBEDDINGS},
        },
    }
    path.write_text(json.dumps(config, indent=1), encoding="utf-8")
    (path.parent / "rows.json").write_text(json.dumps({"rows": rows, "image_id": image_id}), encoding="utf-8")
