"""Flags of `anymal export` for the common recipes: a whole VLM, or an LLM with an encoder per sense.

Knows how flags spell a recipe; refuses to know more than one line can say: the rest is for a TOML file.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from anymal.errors import ConfigError
from anymal.export.recipe import ExportRecipe, parse_recipe

__all__ = ["add_recipe_flags", "recipe_of_flags"]

ORIGIN = "the flags"


def add_recipe_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags that stand for a recipe."""
    group = parser.add_argument_group("instead of SOURCE", "folders are local, NAMES owner/name on the hub")
    group.add_argument(
        "--vlm", default="", metavar="NAME", help="whole vision-language model (LLaVA, SmolVLM)"
    )
    group.add_argument("--llm", default="", metavar="NAME", help="Hugging Face folder or name, or a .gguf")
    for flag, metavar, text in (
        ("--encoder", "SENSE=NAME", "encoder of image, video, audio or imu; may be repeated"),
        (
            "--aligner",
            "SENSE=ALIGNER",
            "what maps it to the LLM: checkpoint:FOLDER, llava:FOLDER, import:M:F",
        ),
        ("--layer", "SENSE=N", "hidden layer that is read (default: the last)"),
        ("--calibration", "SENSE=FOLDER", "real files to measure precisions on"),
    ):
        group.add_argument(flag, action="append", default=[], metavar=metavar, help=text)
    group.add_argument("--video-frames", type=int, default=0, metavar="N", help="video as N pictures")
    group.add_argument("--n-ctx", type=int, metavar="N", help="positions of the LLM's context")
    group.add_argument("--place", choices=("system", "user"), help="whose turn what is sensed stands in")
    group.add_argument(
        "--merge-lora", action="append", default=[], metavar="FOLDER", help="LoRA to put into the weights"
    )
    group.add_argument(
        "--lora", action="append", default=[], metavar="NAME=FOLDER", help="LoRA to switch at run time"
    )


def recipe_of_flags(arguments: argparse.Namespace) -> ExportRecipe | None:
    """The recipe that the flags spell, None when none is given.

    Raises `ConfigError` for flags that no recipe can follow, or that a SOURCE leaves nothing to do for.
    """
    if not arguments.vlm and not arguments.llm:
        used = ["encoder", "aligner", "layer", "calibration", "lora", "merge_lora"]
        used += ["n_ctx", "place", "video_frames"]
        if idle := [name for name in used if getattr(arguments, name)]:
            raise ConfigError(f"--{idle[0].replace('_', '-')} wants --llm or --vlm beside it")
        return None
    values: dict[str, Any] = {
        "name": arguments.name or Path(arguments.vlm or arguments.llm).resolve().name.removesuffix(".gguf"),
        "llm": _llm(arguments),
        "modalities": _modalities(arguments),
    }
    if arguments.vlm:
        values["vlm"] = arguments.vlm
    if arguments.place:
        values["prompt"] = {"place": arguments.place}
    return parse_recipe(values, Path(), ORIGIN)


def _llm(arguments: argparse.Namespace) -> dict[str, Any]:
    llm: dict[str, Any] = {"source": arguments.llm}
    if arguments.llm_quant:
        llm["quantization"] = arguments.llm_quant
    if arguments.n_ctx is not None:
        llm["n_ctx"] = arguments.n_ctx
    merged = [
        {"name": f"merged-{number}", "source": folder, "mode": "merge"}
        for number, folder in enumerate(arguments.merge_lora, start=1)
    ]
    switched = [
        {"name": name, "source": folder, "mode": "switch"}
        for name, folder in _pairs("--lora", arguments.lora)
    ]
    if merged or switched:
        llm["adapters"] = [*merged, *switched]
    return llm


def _modalities(arguments: argparse.Namespace) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for key in ("encoder", "aligner", "calibration"):
        for sense, value in _pairs(f"--{key}", getattr(arguments, key)):
            tables.setdefault(sense, {})[key] = value
    for sense, value in _pairs("--layer", arguments.layer):
        try:
            tables.setdefault(sense, {})["layer"] = int(value)
        except ValueError as error:
            raise ConfigError(f"--layer {sense}={value}: wanted a whole number") from error
    if arguments.video_frames:
        if "video" in tables:
            raise ConfigError(
                "--video-frames is for video through the image encoder; leave --encoder video= away"
            )
        tables["video"] = {"via": "image", "frames": arguments.video_frames}
    return tables


def _pairs(flag: str, given: Sequence[str]) -> Sequence[tuple[str, str]]:
    """NAME=VALUE of every use of a flag; each name once."""
    found: dict[str, str] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name or not value or name in found:
            raise ConfigError(f"{flag} {text}: wanted NAME=VALUE, each name once")
        found[name] = value
    pairs: Mapping[str, str] = found
    return list(pairs.items())
