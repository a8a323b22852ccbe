"""Real glasses-IMU recordings as labelled 5 s windows, split by person.

Knows the ClassyGlass archive, its labels and which people are held out; refuses to know
models and sentences. Distortions live in `motion_distortion.py`, made signals in
`made_motions.py`.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.training.facts import ACTIVITIES, MotionFacts
from anymal.training.made_motions import made_motion
from anymal.training.motion_distortion import distort, widest_source

__all__ = ["FOLDS", "RATE_HZ", "WINDOW", "MotionSplit", "MotionWorld", "Trial", "activity_of", "load_motions"]

RATE_HZ = 100
WINDOW = 500  # 5 s at 100 Hz
MotionSplit = Literal["train", "validation", "all"]

_GRAVITY_MPS2 = 9.80665
_PER_MPS2 = 4096.0 / _GRAVITY_MPS2  # int16 steps per m/s2
_PER_RADPS = 16.384 * 180.0 / np.pi  # int16 steps per rad/s
_MADE_SHARE = 0.04

# People held out per fold, from all three collections, so no person is on both sides.
FOLDS: tuple[dict[str, tuple[int, ...]], ...] = (
    {"Dataset_1A": (9, 10), "Dataset_1B": (20, 21), "Dataset_2": (18, 19, 20, 21, 22, 23)},
    {"Dataset_1A": (1, 2), "Dataset_1B": (13, 14), "Dataset_2": (1, 2, 3, 4, 5, 6)},
)


@dataclass(frozen=True)
class Trial:
    """One recording of one person: `samples` float32 [n, 6] in m/s2 and rad/s at 100 Hz.

    `label` is what its publishers called it, finer than `activity`; "" when nobody said.
    """

    collection: str
    person: int
    activity: str
    samples: NDArray[np.float32]
    label: str = ""


def activity_of(label: str) -> str | None:
    """The merged activity of a ClassyGlass label; None for mixed trials (timed up and go)."""
    rules = (
        ("timed up", None),
        ("glasses on", "putting glasses on or off"),
        ("picking up", "picking up items"),
        ("standing up", "standing up from sitting"),
        ("while moving", "sitting while moving around"),
        ("sitting", "sitting still"),
        ("standing still", "standing still"),
        ("stairs", "taking stairs"),
        ("walking", "walking"),
        ("running", "running"),
    )
    for part, activity in rules:
        if part in label:
            return activity
    raise InputError(f"ClassyGlass label {label!r}: wanted one of the published activities; check train.json")


class MotionWorld:
    """Draws labelled windows from a set of trials; classes are balanced by the root of their size."""

    def __init__(self, trials: list[Trial]) -> None:
        if not trials:
            raise InputError(
                "motion world: wanted at least one labelled trial, found none; check the data folder"
            )
        self.trials = trials
        self.labels = tuple(sorted({trial.label for trial in trials if trial.label}))
        counts = {a: sum(t.activity == a for t in trials) for a in ACTIVITIES}
        weights = np.array([counts[t.activity] ** -0.5 for t in trials])
        self._chances = weights / weights.sum()

    def random_motion(self, rng: np.random.Generator) -> tuple[NDArray[np.float32], MotionFacts]:
        """One distorted training window, float32 [500, 6] in m/s2 and rad/s, with its facts."""
        window, facts, _ = self.labelled_motion(rng)
        return window, facts

    def labelled_motion(self, rng: np.random.Generator) -> tuple[NDArray[np.float32], MotionFacts, int]:
        """As `random_motion`, with the window's place in `labels`; -1 for one without a label."""
        if rng.random() < _MADE_SHARE:
            return *made_motion(rng), -1
        trial = self.trials[int(rng.choice(len(self.trials), p=self._chances))]
        room = min(widest_source(WINDOW), len(trial.samples))
        start = int(rng.integers(0, len(trial.samples) - room + 1))
        window = distort(trial.samples[start : start + room], WINDOW, rng)
        number = self.labels.index(trial.label) if trial.label else -1
        return window, MotionFacts(trial.activity), number

    def validation_set(self) -> list[tuple[NDArray[np.float32], MotionFacts]]:
        """Every whole, untouched, non-overlapping window of every trial, in order."""
        return [
            (trial.samples[start : start + WINDOW], MotionFacts(trial.activity))
            for trial in self.trials
            for start in range(0, len(trial.samples) - WINDOW + 1, WINDOW)
        ]


def load_motions(shared: Path, split: MotionSplit, fold: int = 0) -> MotionWorld:
    """Read the ClassyGlass trials of one side of a people split; "all" is everybody.

    Raises InputError when the archive is missing or its table does not fit its data.
    """
    folder = shared / "data" / "imu_classyglass"
    if not (folder / "train.npz").is_file():
        raise InputError(
            f"{folder}: wanted train.npz and train.json of ClassyGlass, found none; set ANYMAL_SHARED"
        )
    table = json.loads((folder / "train.json").read_text(encoding="utf-8"))
    with np.load(folder / "train.npz") as archive:
        data, starts = archive["data"], archive["start"]
    if len(starts) != len(table) + 1:
        raise InputError(
            f"{folder}: {len(table)} rows in train.json but {len(starts) - 1} trials in train.npz"
        )
    scale = np.array([_PER_MPS2] * 3 + [_PER_RADPS] * 3, np.float32)
    held_out = FOLDS[fold]
    trials = []
    for row, first, last in zip(table, starts[:-1], starts[1:], strict=True):
        activity = activity_of(row["label"])
        inside = row["user"] in held_out[row["dataset"]]
        if activity is None or (split != "all" and inside != (split == "validation")):
            continue
        samples = data[first:last].astype(np.float32) / scale
        trials.append(Trial(row["dataset"], row["user"], activity, samples, row["label"]))
    return MotionWorld(trials)
