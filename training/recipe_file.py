"""What an export needs beside weights: prompt, input specs, and the recipe it all came from.

Knows the nano bundle's inputs and texts; refuses to know how anything is trained.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from anymal.models.presets import NANO_TOKENS
from anymal.training.chat_format import DEFAULT_SYSTEM, LOWERCASE, SENSE_LINES, SENSE_ORDER
from anymal.training.recipe import Recipe

__all__ = ["VIDEO_FRAMES", "note_practice", "practices", "write_recipe_json"]

VIDEO_FRAMES = 4


def write_recipe_json(recipe: Recipe, checkpoint: Path) -> None:
    """Write `checkpoint/recipe.json`."""
    modalities: dict[str, Any] = {
        "image": {
            "tokens": NANO_TOKENS["image"],
            "input": {"name": "rgb", "size_px": [96, 96], "fit": "squash"},
        },
        "video": {
            "tokens": NANO_TOKENS["video"],
            "input": {"name": "frames", "size_px": [96, 96], "fit": "squash", "frames": VIDEO_FRAMES},
        },
        "audio": {
            "tokens": NANO_TOKENS["audio"],
            "input": {"name": "samples", "rate_hz": 16000, "window_s": 5.0},
        },
        "imu": {
            "tokens": NANO_TOKENS["imu"],
            "input": {
                "name": "imu",
                "rate_hz": 100,
                "window_s": 5.0,
                "channels": ["ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps"],
            },
        },
    }
    record = {
        "name": recipe.name,
        "prompt": {
            "system": DEFAULT_SYSTEM,
            "senses": SENSE_LINES,
            "order": list(SENSE_ORDER),
            "history": 0,
            "lowercase": LOWERCASE,
        },
        "modalities": modalities,
        "provenance": {"recipe": asdict(recipe), "torch": torch.__version__},
    }
    (checkpoint / "recipe.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def practices(checkpoint: Path) -> int:
    """How often the LLM of `checkpoint` has practised."""
    record = json.loads((checkpoint / "recipe.json").read_text(encoding="utf-8"))
    return len(record.get("provenance", {}).get("practice", []))


def note_practice(checkpoint: Path, practice: Mapping[str, Any]) -> None:
    """Add to `checkpoint/recipe.json` how its LLM was trained on; every time has an entry of its own.

    From then on it is asked as it practised, which a checkpoint made of an older bundle was not.
    """
    path = checkpoint / "recipe.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record.setdefault("provenance", {}).setdefault("practice", []).append(dict(practice))
    record.setdefault("prompt", {})["lowercase"] = LOWERCASE
    path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
