"""Every class of encoder that export takes, made on the spot with random weights: export, verify, ask.

For each class and precision the largest difference from torch and the least cosine per soft token, as a
table. Weights are random and sizes tiny: this shows that graphs say what torch says, not that they see.
Knows the front doors of export, verify and the assistant; refuses to know what is inside a class.

    python benchmarks/class_table.py --output benchmarks/results/class_table.json
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.torch import save_file

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import anymal
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import Tolerances
from anymal.export.precisions import PRECISIONS
from anymal.export.recipe import read_recipe
from anymal.export.verify_bundle import VerifyOptions, record_verification, verify_bundle
from anymal.export.verify_record import VerifyLimits
from anymal.export.verify_report import report_html
from anymal.runtime.options import GenerationOptions
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk
from tests import llm_families, tiny_sources

# Random models have near-ties everywhere: what int8 does to their words is measured, not judged.
LENIENT = Tolerances(
    int8_cosine=0.0, int8_answers_changed=1.0, quantised_answers_changed=1.0, quantised_mean_kl=1.0
)


def imu2clip(folder: Path) -> Path:
    """IMU2CLIP under its published names."""
    folder.mkdir()
    save_file(tiny_sources.published_imu2clip(), folder / "imu2clip.safetensors")
    return folder / "imu2clip.safetensors"


# Class -> modality, maker, more of the recipe's table.
CLASSES: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "CLIPVisionModel": ("image", tiny_sources.make_clip, "layer = -2"),
    "CLIPModel": ("image", tiny_sources.make_whole_clip, ""),
    "SiglipVisionModel": ("image", tiny_sources.make_siglip, ""),
    "Dinov2Model": ("image", tiny_sources.make_dinov2, ""),
    "VideoMAEModel": ("video", tiny_sources.make_videomae, ""),
    "CLIPVisionModel, 4 frames": ("video", tiny_sources.make_clip, "frames = 4"),
    "ClapAudioModel": ("audio", tiny_sources.make_clap, ""),
    "Whisper encoder": ("audio", tiny_sources.make_whisper, ""),
    "IMU2CLIP": ("imu", imu2clip, ""),
}
RECIPE = """
name = "tiny"
[llm]
source = "{llm}"
quantization = "F32"
n_ctx = 512
[modalities.{modality}]
encoder = "{encoder}"
aligner = "{aligner}"
precisions = {precisions}
{more}
"""


def measure(name: str, folder: Path, llm: Path, inputs: int) -> dict[str, Any]:
    """Export, verify and ask one class; what was found of each precision."""
    modality, make, more = CLASSES[name]
    folder.mkdir()
    encoder = make(folder / "encoder")
    recipe = folder / "recipe.toml"
    aligner = "linear-random:8" if modality in ("audio", "imu") else "perceiver-random:8"
    names = json.dumps(list(PRECISIONS))
    recipe.write_text(
        RECIPE.format(
            llm=llm, modality=modality, encoder=encoder, aligner=aligner, precisions=names, more=more
        )
    )
    bundle = folder / "bundle"
    began = time.perf_counter()
    options = ExportOptions(questions=8, inputs=inputs, max_tokens=8, tolerances=LENIENT)
    parity = make_bundle(read_recipe(recipe), bundle, options).modalities[modality]
    exported_s = time.perf_counter() - began
    limits = VerifyLimits(int8_answers_changed=1.0, quantised_answers_changed=1.0, quantised_mean_kl=1.0)
    found = verify_bundle(bundle, recipe, VerifyOptions(limits=limits, questions=8, samples=inputs))
    record_verification(bundle, found)
    report_html(found)  # the page is part of a verification: it must be drawn for every class
    rows = {"fp32": parity.fp32, **({"int8": parity.int8} if parity.int8 else {}), **parity.variants}
    return {
        "modality": modality,
        "export_s": round(exported_s, 1),
        "shipped": parity.shipped,
        "verified": found.failed is None,
        "failed": "" if found.failed is None else str(found.failed),
        "answered": bool(_ask(bundle, modality)),
        "parity": {
            precision: {
                "max_abs": float(f"{one.max_abs:.3g}"),
                "cosine_min": float(f"{one.cosine_min:.6g}"),
            }
            for precision, one in rows.items()
        },
    }


def _ask(bundle: Path, modality: str) -> str:
    """What a question about something of that modality is answered; random models say anything."""
    dice = np.random.default_rng(1)
    frames = [Frame(n * NS_PER_S, dice.integers(0, 256, (40, 50, 3), dtype=np.uint8)) for n in range(8)]
    with anymal.load(str(bundle)) as assistant:
        spec: Any = assistant.bundle.manifest.encoder_spec(modality).input  # type: ignore[arg-type]
        given: dict[str, Any] = {"image": frames[0], "video": frames}
        if modality == "audio":
            noise = dice.normal(0, 0.1, round(spec.rate_hz * spec.window_s)).astype(np.float32)
            given["audio"] = AudioChunk(0, noise, spec.rate_hz)
        if modality == "imu":
            count = round(spec.rate_hz * spec.window_s)
            times = (np.arange(count) * (NS_PER_S / spec.rate_hz)).astype(np.int64)
            accel = (dice.normal(0, 1, (count, 3)) + np.array([0, 0, 9.81])).astype(np.float32)
            given["imu"] = ImuChunk(times, accel, dice.normal(0, 1, (count, 3)).astype(np.float32))
        short = GenerationOptions(max_tokens=4)
        answer = assistant.ask("What is it?", generation=short, **{modality: given[modality]})
        return f"{answer.finish_reason} {answer.text}"


def table(results: dict[str, Any]) -> str:
    """The figures as Markdown: max abs / least cosine."""
    lines = [
        "| class | " + " | ".join(PRECISIONS) + " | verified | answers |",
        "|---" * (len(PRECISIONS) + 3) + "|",
    ]
    for name, found in results.items():
        cells = []
        for precision in PRECISIONS:
            one = found["parity"].get(precision)
            cells.append("" if one is None else f"{one['max_abs']:.1e} / {one['cosine_min']:.5f}")
        verdict = "yes" if found["verified"] else found["failed"]
        lines.append(f"| {name} | {' | '.join(cells)} | {verdict} | {'yes' if found['answered'] else 'no'} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--classes", nargs="+", default=list(CLASSES), choices=list(CLASSES))
    parser.add_argument("--inputs", type=int, default=16, help="made-up samples per class")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        vocabulary = llm_families.make_vocabulary(work / "vocabulary.model")
        llm = llm_families.make_family("llama", work / "llama", vocabulary)
        for number, one in enumerate(arguments.classes):
            results[one] = measure(one, work / f"class{number}", llm, arguments.inputs)
            print(json.dumps({one: results[one]}), file=sys.stderr, flush=True)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "machine": platform.machine(),
            "python": platform.python_version(),
        },
        "tools": {tool: metadata.version(tool) for tool in ("torch", "transformers", "onnx", "onnxruntime")},
        "classes": results,
    }
    print(table(results))
    if arguments.output:
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
