"""Held-out inputs and the questions asked about them: what an export is judged on.

Knows the `heldout/` folder of a checkpoint (`<modality>.npz` with key `input`, question manifests
of `anymal eval` beside them) and mixes senses into questions, always the same way; refuses to
know whether an answer is right, only the question matters here.
"""

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError
from anymal.export.checkpoint_folder import CheckpointFolder
from anymal.export.to_onnx import PICTURES, input_shape

__all__ = ["Ask", "HeldOut", "Slot", "plain_held_out", "read_held_out"]

# Which senses one question is about -> the question manifest with fitting words.
GROUPS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("image",), "picture"),
    (("audio",), "sound"),
    (("imu",), "motion"),
    (("video",), "video"),
    (("image", "audio", "imu"), "combined"),
    ((), "absent"),
)
PLAIN_QUESTION = "What is going on?"
# For models that come without questions: one list per sense, and one for all else.
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "picture": (
        "What is in the picture?",
        "Which colours do you see?",
        "Describe the scene in one sentence.",
        "How many things are there?",
        "What is in the foreground?",
    ),
    "sound": ("What do you hear?", "Is it loud or quiet?", "Which sound is this?"),
    "motion": ("How does the wearer move?", "Is anybody walking?", "What am I doing?"),
    "video": ("What happens in the video?", "What moves?"),
    "": (PLAIN_QUESTION, "Where am I?", "What should I do now?", "Tell me what you sense."),
}


@dataclass(frozen=True)
class Slot:
    """The place of the rows of held-out sample `index` of encoder `modality` in a prompt."""

    modality: str
    index: int


@dataclass(frozen=True)
class Ask:
    """One question and what it is about: sense name -> the slots that stand for its placeholder."""

    question: str
    senses: Mapping[str, tuple[Slot, ...]]

    def asked(self, prompt: Mapping[str, Any]) -> str:
        """The question as an LLM with the section `prompt` learned to read it."""
        return self.question.lower() if prompt.get("lowercase", False) else self.question


@dataclass(frozen=True)
class HeldOut:
    """`inputs`: encoder modality -> raw samples [n, ...] as its encoder takes them; `asks`: questions."""

    inputs: Mapping[str, NDArray[Any]]
    asks: tuple[Ask, ...]


def read_held_out(checkpoint: CheckpointFolder, count: int) -> HeldOut:
    """The held-out inputs of `checkpoint` and `count` questions over all the senses it has.

    Raises `ExportError` when a file is missing, damaged, or does not have its encoder's shape.
    """
    folder = checkpoint.folder / "heldout"
    inputs = {name: _inputs(folder, name, checkpoint) for name in checkpoint.encoded}
    groups = [
        (senses, _questions(folder / f"{name}.jsonl"))
        for senses, name in GROUPS
        if all(sense in checkpoint.modalities for sense in senses)
    ]
    return HeldOut(inputs, _asks(groups, checkpoint.modalities, inputs, count))


def plain_held_out(
    inputs: Mapping[str, NDArray[Any]], modalities: Mapping[str, Mapping[str, Any]], count: int
) -> HeldOut:
    """`inputs` as they are and `count` plain questions, over each of `modalities` and over none."""
    groups = [
        (senses, list(QUESTIONS.get(name, QUESTIONS[""])))
        for senses, name in GROUPS
        if all(sense in modalities for sense in senses)
    ]
    return HeldOut(inputs, _asks(groups, modalities, inputs, count))


def _asks(
    groups: Sequence[tuple[tuple[str, ...], list[str]]],
    modalities: Mapping[str, Mapping[str, Any]],
    inputs: Mapping[str, NDArray[Any]],
    count: int,
) -> tuple[Ask, ...]:
    asks = []
    for number in range(count):
        senses, questions = groups[number % len(groups)]
        turn = number // len(groups)
        slots = {sense: _slots(modalities, inputs, sense, turn) for sense in senses}
        asks.append(Ask(questions[turn * 37 % len(questions)], slots))  # 37: spread over kinds of question
    return tuple(asks)


def _slots(
    modalities: Mapping[str, Mapping[str, Any]],
    inputs: Mapping[str, NDArray[Any]],
    sense: str,
    turn: int,
) -> tuple[Slot, ...]:
    """One sample, or as many pictures as a video has frames."""
    described = modalities[sense]
    encoder, frames = described.get("via", sense), described.get("frames", 1) if "via" in described else 1
    return tuple(Slot(encoder, (turn * frames + frame) % len(inputs[encoder])) for frame in range(frames))


def _inputs(folder: Path, modality: str, checkpoint: CheckpointFolder) -> NDArray[Any]:
    path = folder / f"{modality}.npz"
    if not path.is_file():
        raise ExportError(
            f"{path}: no such file; parity needs held-out inputs of {modality!r} under key 'input'"
        )
    try:
        with np.load(path, allow_pickle=False) as archive:
            samples: NDArray[Any] = archive["input"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ExportError(f"{path}: cannot be read as an archive with key 'input': {error}") from error
    wanted = input_shape(modality, checkpoint.modalities[modality]["input"])
    dtype = np.dtype(np.uint8 if modality in PICTURES else np.float32)
    if samples.shape[1:] != wanted or samples.dtype != dtype or not len(samples):
        raise ExportError(
            f"{path}: holds {samples.dtype} {list(samples.shape)}; "
            f"its encoder takes {dtype} [n, *{list(wanted)}]"
        )
    return samples


def _questions(path: Path) -> list[str]:
    if not path.is_file():
        return [PLAIN_QUESTION]
    try:
        lines = [line for line in path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]
        return [str(json.loads(line)["question"]) for line in lines] or [PLAIN_QUESTION]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise ExportError(f"{path}: every line must be an object with a question: {error!r}") from error
