"""What each quantisation of a bundle's LLM costs, with the importance of weights measured on real prompts.

Size, divergence from the exact model, changed answers and speed for every type, with a matrix from
whole prompts (soft tokens included), from their words alone, and without; then the cache types. One
rounding is one draw, so `--folds` quantises again with matrices from parts of the prompts: whether
soft tokens help is judged over those. Knows figures; refuses to know how any is measured.

    python benchmarks/quantisation_table.py --bundle nano --llm build/nano/checkpoint/llm \
        --prompts build/nano/checkpoint/heldout --folds 5 --output benchmarks/results/quantisation.json
"""

import argparse
import dataclasses
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anymal.engines.bundle import find_bundle, load_bundle
from anymal.export.cli_quantise import HEADINGS, line, show_row
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.quantise_study import Study, StudyOptions, open_study
from anymal.export.quantise_table import TABLE_TYPES, cache_rows, type_rows
from anymal.export.to_gguf import convert

FOLD_TYPES = ("Q5_K_M", "Q4_K_M", "IQ4_XS", "Q3_K_M", "Q2_K")
KINDS = ("text", "prompts")


def fold_rows(study: Study, types: Sequence[str], folds: int, work: Path) -> list[dict[str, Any]]:
    """For each type, drift with matrices from each part of the calibration prompts, and without any."""
    parts = [dataclasses.replace(study, calibrate=study.calibrate[at::folds]) for at in range(folds)]
    rows = []
    for name in types:
        options = QuantiseOptions(name, study.options.threads)
        found: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for part in parts:
            for kind in KINDS:
                gguf = quantise_llm(study.exact, work / "fold.gguf", options, part.matrix(kind))
                found[kind].append(study.drift(gguf).where(sensed=True).mean_kl)
        plain = quantise_llm(study.exact, work / "fold.gguf", options)
        without = study.drift(plain).where(sensed=True).mean_kl
        rows.append(fold_row(name, found["text"], found["prompts"], without))
        print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    return rows


def fold_row(name: str, text: Sequence[float], prompts: Sequence[float], without: float) -> dict[str, Any]:
    """Mean KL on prompts with soft tokens over the folds, and the difference with its standard error."""
    differences = [one - other for one, other in zip(prompts, text, strict=True)]
    spread = statistics.stdev(differences) / len(differences) ** 0.5 if len(differences) > 1 else None
    return {
        "quantization": name,
        "folds": len(text),
        "kl_none": float(f"{without:.4g}"),
        "kl_text": float(f"{statistics.mean(text):.4g}"),
        "kl_prompts": float(f"{statistics.mean(prompts):.4g}"),
        "prompts_minus_text": float(f"{statistics.mean(differences):.4g}"),
        "standard_error": None if spread is None else float(f"{spread:.3g}"),
        "prompts_closer_in": sum(difference < 0 for difference in differences),
    }


def measure(arguments: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Everything, as one object."""
    options = StudyOptions(
        calibration=arguments.calibration,
        questions=arguments.questions,
        max_tokens=arguments.max_tokens,
        threads=arguments.threads,
        outputs=arguments.outputs,
    )
    bundle = load_bundle(find_bundle(arguments.bundle))
    exact = arguments.llm or bundle.llm_path
    exact = convert(exact, work / "exact.gguf") if exact.is_dir() else exact
    study = open_study(bundle, exact, tuple(arguments.prompts), options, print)
    print(line(HEADINGS))
    rows = type_rows(study, arguments.types, work, lambda row: print(show_row(row), flush=True))
    rows += cache_rows(study, lambda row: print(show_row(row), flush=True))
    sensed = sum(1 for told in study.judge if told.prompt.rows)
    return {
        "bundle": bundle.manifest.name,
        "calibration": {"prompts": len(study.calibrate), "kinds": study.kinds, "sha256": study.sha256},
        "judged_by": {"prompts": len(study.judge), "with_soft_tokens": sensed},
        "positions": {kind: getattr(study, f"from_{kind}").positions for kind in KINDS},
        "rows": [row.to_json() for row in rows],
        "folds": fold_rows(study, arguments.fold_types, arguments.folds, work) if arguments.folds else [],
    }


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--llm", type=Path, help="exact LLM: f32 GGUF or Hugging Face folder")
    parser.add_argument("--prompts", type=Path, nargs="+", required=True)
    parser.add_argument("--types", nargs="+", default=list(TABLE_TYPES))
    parser.add_argument("--fold-types", nargs="+", default=list(FOLD_TYPES))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--calibration", type=int, default=400)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--max-tokens", type=int, default=24)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--outputs", action="store_true", help="weigh the output matrix as well")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(arguments, Path(folder))
    result = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        "load_average_at_end": os.getloadavg()[0],
        **measured,
    }
    if arguments.output:
        arguments.output.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    else:
        print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
