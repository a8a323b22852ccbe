"""`anymal train`: the nano recipe from one seed, resumable, stage by stage.

Knows arguments and what to print; refuses to know how a stage trains (`training.stages`).
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import torch

from anymal.errors import ConfigError, InputError
from anymal.training.practise import PracticeOptions, practise
from anymal.training.recipe import NANO, TINY
from anymal.training.stages import STAGES, require_recipe, run_stages
from anymal.training.workshop import Workshop

__all__ = ["run"]

RECIPES = {recipe.name: recipe for recipe in (NANO, TINY)}


def run(argv: Sequence[str]) -> int:
    """Train; prints each stage's time. Raises `InputError` when the recordings are not there."""
    arguments = _parser().parse_args(argv)
    for needed in ("imu_classyglass", "audio_noise_of_life", "audio_fsdd", "photos_coco_mini", "video_intel"):
        if not (arguments.shared / "data" / needed).is_dir():
            raise InputError(
                f"{arguments.shared / 'data' / needed}: no such folder; the nano recipe learns from it "
                "(docs/nano.md lists sources and licences). Pass the folder whose data/ has it with --shared."
            )
    for name, least in (("practise", 0), ("processes", 1), ("layers", 0), ("threads", 0)):
        if (found := getattr(arguments, name)) < least:
            raise ConfigError(f"--{name} must be at least {least}, found {found}")
    if arguments.layers and not arguments.practise:
        raise ConfigError("--layers: new layers learn in practice alone; pass --practise STEPS too")
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    device = _device(arguments.device)
    workshop = Workshop(arguments.out, arguments.shared, RECIPES[arguments.recipe], device)
    alone = arguments.practise and (workshop.checkpoint / "recipe.json").is_file()
    if alone and not arguments.only:
        require_recipe(workshop)
        took = {}
    else:
        took = run_stages(workshop, tuple(arguments.only))
    for name, seconds in took.items():
        print(f"{name:14s} {seconds:8.0f} s")
    if arguments.practise:
        options = PracticeOptions(arguments.practise, arguments.processes, layers=arguments.layers)
        print(practise(workshop, options))
    print(f"checkpoint: {arguments.out / 'checkpoint'}")
    return 0


def _device(wanted: str) -> str:
    if wanted == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    try:
        torch.zeros(1, device=wanted)
    except (RuntimeError, AssertionError) as error:
        raise ConfigError(f"--device {wanted}: torch cannot use it: {str(error).splitlines()[0]}") from error
    return wanted


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="anymal train",
        description="Train the nano bundle's models from one seed. Stages that are done are not run again.",
        epilog="docs/nano.md tells what each stage does, and what the recordings are.",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build/nano"),
        metavar="FOLDER",
        help="where stages keep their products (%(default)s); the result is its checkpoint/",
    )
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("ANYMAL_SHARED", "../shared")),
        metavar="FOLDER",
        help="folder whose data/ holds the recordings (default: $ANYMAL_SHARED, else ../shared)",
    )
    sizes = "size and schedule (%(default)s); tiny is for tests"
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="nano", help=sizes)
    parser.add_argument(
        "--only",
        action="append",
        choices=list(STAGES),
        default=[],
        metavar="STAGE",
        help=f"run only this stage; may be repeated: {', '.join(STAGES)}",
    )
    parser.add_argument(
        "--practise",
        type=int,
        default=0,
        metavar="STEPS",
        help="train the whole LLM of the checkpoint on for so many steps, aligners at rest; "
        "where there is none yet, all stages run first",
    )
    parser.add_argument(
        "--processes",
        type=int,
        default=1,
        metavar="N",
        help="that practise together, one thread each (%(default)s)",
    )
    parser.add_argument(
        "--layers",
        type=int,
        default=0,
        metavar="N",
        help="deepen the LLM to N layers before it practises; new ones begin by adding nothing",
    )
    parser.add_argument("--device", default="auto", metavar="D", help="cpu, cuda or auto (%(default)s)")
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="torch's threads (%(default)s: as it likes)"
    )
    return parser
