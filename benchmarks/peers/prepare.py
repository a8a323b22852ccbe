"""Makes every peer's files of one shape from one random checkpoint.

Knows which export makes what each peer loads; refuses to measure (`run.py`). A folder that is there is left
as it is; each appears whole or not at all. What cannot be made is said with the reason, and the rest goes on.

    python benchmarks/peers/prepare.py smolvlm llava anymal
    python benchmarks/peers/prepare.py llava --only openvino
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from anymal.engines.bundle import load_bundle
from anymal.errors import AnymalError, ExportError
from benchmarks.peers.catalog import PEERS, environments_folder, python_of
from benchmarks.peers.process import QUIET
from benchmarks.peers.shapes import SHAPES, VlmShape

__all__ = ["FILES", "models_folder", "prepare"]

MMPROJ_TYPES = ("f16", "q8_0")
QUESTION = "{question}"
TOWER_LAYER = -2
"""Where LLaVA reads its tower, and so AnyMAL's resampler here: the encoders cost the same."""
# What AnyMAL's own language model is asked with, in place of a template that expects lists of parts.
ANYMAL_TEMPLATE = (
    "{% for message in messages %}{{ message['role'].upper() + ': ' + message['content'] + ' ' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif %}"
)
# The same turns for a server that hands a template the picture as text.
SERVER_TEMPLATES = {
    "idefics3": "<|im_start|>{% for message in messages %}{{ message['role'] | capitalize + ':' + "
    "message['content'] }}<end_of_utterance>\n{% endfor %}"
    "{% if add_generation_prompt %}Assistant:{% endif %}",
    "llava": ANYMAL_TEMPLATE,
}
# What a processor writes around the rows of an unsplit picture.
AROUND = {
    "idefics3": ("<fake_token_around_image><global-img>", "<fake_token_around_image>"),
    "llava": ("", ""),
}
Make = Callable[[VlmShape, Path, Path], None]
"""Fills a folder for a shape, given the folder of all that was made for it before."""


def models_folder() -> Path:
    """Where the files of every shape lie unless told otherwise."""
    return environments_folder() / "models"


def _checkpoint(shape: VlmShape, made: Path, out: Path) -> None:
    from benchmarks.peers.models import make_checkpoint

    make_checkpoint(out, shape)
    told = {"prompt": _prompt(out), "side_px": shape.side_px, "around": AROUND[shape.kind]}
    (out / "peer.json").write_text(json.dumps(told), encoding="utf-8")


def _prompt(checkpoint: Path) -> str:
    """The model's own template around one picture, `<image>`, and `QUESTION`."""
    from transformers import AutoProcessor

    processor = AutoProcessor.from_pretrained(checkpoint, local_files_only=True)
    content = [{"type": "image"}, {"type": "text", "text": QUESTION}]
    said = processor.apply_chat_template(
        [{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False
    )
    return str(said)


def _bundle(shape: VlmShape, made: Path, out: Path) -> None:
    from anymal.export.make_bundle import ExportOptions, make_bundle
    from anymal.export.parity import Tolerances
    from anymal.export.recipe import parse_recipe
    from anymal.export.vlm import open_vlm

    # Random weights answer noise, which any rounding changes; the graphs are compared as ever.
    anything = {"quantised_answers_changed": 1.0, "gguf_answers_changed": 1.0, "int8_answers_changed": 1.0}
    limits = Tolerances(**anything, quantised_mean_kl=1e9)
    options = ExportOptions(questions=2, inputs=2, max_tokens=4, threads=2, force=True, tolerances=limits)
    work = out.with_name(out.name + "-parts")
    try:
        llm = open_vlm(str(made / "checkpoint"), work).llm
        values: dict[str, Any] = {"name": out.parent.name, "llm": {"quantization": _type(made, llm, work)}}
        if shape.resampler_rows:
            aligner = f"perceiver-random:{shape.resampler_rows}"
            image = {"encoder": str(_tower(made, work)), "layer": TOWER_LAYER, "aligner": aligner}
            values["llm"]["source"] = str(_templated(llm))
            values |= {"modalities": {"image": image}, "prompt": {"place": "user"}}
        else:
            values["vlm"] = str(made / "checkpoint")
        make_bundle(parse_recipe(values, Path(), "the shape"), out, options, print)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _type(made: Path, llm: Path, work: Path) -> str:
    """Type of weights of our LLM and llama.cpp's: what the bundle that peers share has, else the fastest."""
    from anymal.export.to_gguf import convert
    from benchmarks.peers.weight_types import fastest_type

    if (shared := made / "bundle").is_dir():
        return load_bundle(shared).manifest.llm.quantization
    exact = convert(llm, work / "exact.gguf")
    kind, taken = fastest_type(exact, work)
    exact.unlink()
    print(f"milliseconds to a first token by type of weights: {taken}; taken: {kind}", flush=True)
    return kind


def _templated(llm: Path) -> Path:
    """`llm` with AnyMAL's own chat template."""
    path = llm / "tokenizer_config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**config, "chat_template": ANYMAL_TEMPLATE}), encoding="utf-8")
    return llm


def _tower(made: Path, work: Path) -> Path:
    """Vision tower of a checkpoint as a folder of its own."""
    from transformers import AutoModelForImageTextToText

    tower = work / "tower"
    model = AutoModelForImageTextToText.from_pretrained(made / "checkpoint", local_files_only=True)
    model.model.vision_tower.save_pretrained(tower)
    shutil.copy2(made / "checkpoint" / "preprocessor_config.json", tower)
    return tower


def _libmtmd(shape: VlmShape, made: Path, out: Path) -> None:
    from benchmarks.peers.mmproj import write_mmproj

    if not (made / "bundle" / "llm.gguf").is_file():
        raise ExportError("libmtmd reads the bundle's own llm.gguf, which was not made")
    out.mkdir()
    for kind in MMPROJ_TYPES:
        write_mmproj(made / "checkpoint", out / f"mmproj-{kind}.gguf", kind)
    (out / "server.jinja").write_text(SERVER_TEMPLATES[shape.kind], encoding="utf-8")
    shutil.copy2(made / "bundle" / "llm.gguf", out)
    shutil.copy2(made / "checkpoint" / "peer.json", out)


def _openvino(shape: VlmShape, made: Path, out: Path) -> None:
    python = python_of(PEERS["optimum-intel"], environments_folder())
    if isinstance(python, str):
        raise ExportError(python)
    program = [str(python.with_name("optimum-cli")), "export", "openvino"]
    flags = ["--model", str(made / "checkpoint"), "--task", "image-text-to-text", "--weight-format", "int8"]
    _run([*program, *flags, str(out)])
    shutil.copy2(made / "checkpoint" / "peer.json", out)


def _genai(shape: VlmShape, made: Path, out: Path) -> None:
    from benchmarks.peers.genai_files import write_genai

    python = python_of(PEERS["onnxruntime-genai"], environments_folder())
    if isinstance(python, str):
        raise ExportError(python)
    package = next(python.parent.parent.glob("lib/python*/site-packages/onnxruntime_genai"), None)
    if package is None:
        raise ExportError(f"{python.parent.parent}: holds no onnxruntime_genai: install it again")
    with tempfile.TemporaryDirectory(dir=made) as work:
        write_genai(made / "checkpoint", made / "bundle", out, package, Path(work))
    for name in ("peer.json", "tokenizer.json"):
        shutil.copy2(made / "checkpoint" / name, out)


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env={**os.environ, **QUIET}, check=False
    )
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()] or ["it said nothing"]
        raise ExportError(f"{Path(command[-1]).name}: exit code {done.returncode}: {said[-1]}")


# In the order in which they need each other.
FILES: dict[str, Make] = {
    "checkpoint": _checkpoint,
    "bundle": _bundle,
    "libmtmd": _libmtmd,
    "openvino": _openvino,
    "onnxruntime-genai": _genai,
}


def prepare(name: str, folder: Path, only: Sequence[str] = ()) -> dict[str, str]:
    """Make what is missing of shape `name` in `folder / name`; returns what could not be made, and why."""
    shape = SHAPES[name]
    failed: dict[str, str] = {}
    if shape.peers_have:
        failed = prepare(shape.peers_have, folder, only)
        wanted: dict[str, Make] = {"bundle": _bundle}
    else:
        wanted = {made: make for made, make in FILES.items() if not only or made in (*only, "checkpoint")}
    shared = folder / (shape.peers_have or name)
    for part, make in wanted.items():
        target = folder / name / part
        if target.exists() or (only and shape.peers_have and part not in only):
            continue
        print(f"{name}: making {part}", flush=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = target.with_name(f"{part}.staged")
        shutil.rmtree(staged, ignore_errors=True)
        try:
            make(shape, shared, staged)
            staged.replace(target)
        except (AnymalError, OSError) as error:
            failed[f"{name} {part}"] = str(error)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    return failed


def main(argv: list[str] | None = None) -> int:
    """Prepare the named shapes; 1 when something could not be made."""
    parser = argparse.ArgumentParser(description="Make every peer's files from one random checkpoint.")
    parser.add_argument("shapes", nargs="+", choices=tuple(SHAPES), metavar="SHAPE", help=", ".join(SHAPES))
    parser.add_argument("--out", type=Path, default=models_folder(), help="(%(default)s)")
    parser.add_argument("--only", action="append", default=[], choices=tuple(FILES), help="may be repeated")
    arguments = parser.parse_args(argv)
    failed: dict[str, str] = {}
    for name in arguments.shapes:
        failed |= prepare(name, arguments.out, arguments.only)
    for what, why in failed.items():
        print(f"{what}: {why}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
