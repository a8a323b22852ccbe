"""Held-out questions as files and one manifest per group, for `anymal eval` and for parity.

Every picture and video is drawn from a seed training never uses; sounds are the held-out blocks
and motions the held-out people. Knows what is asked of each group; refuses to know how answers
are scored (`runtime.scoring`).
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from anymal.training.facts import Senses, SoundFacts
from anymal.training.heldout_files import write_csv, write_png, write_video, write_wav
from anymal.training.kinds import KINDS
from anymal.training.language.combined.questions import combined_parts
from anymal.training.language.turn import Turn
from anymal.training.motions import load_motions
from anymal.training.pictures import draw_picture, draw_video, random_picture, random_video
from anymal.training.pictures.photos import load_photos
from anymal.training.sounds import load_sounds

__all__ = ["write_heldout"]

RATE_HZ, IMU_HZ, VIDEO_HZ, VIDEO_FRAMES = 16_000, 100, 8, 16
SIZES_PX = (96, 192, 288)


@dataclass(frozen=True)
class _Bench:
    """Where files go, whose dice are thrown, and how many questions of a kind are asked."""

    folder: Path
    shared: Path
    rng: random.Random
    dice: np.random.Generator
    per_kind: int

    def write(self, name: str, rows: Iterator[dict[str, Any]]) -> int:
        """Write one manifest; returns its number of questions."""
        lines = [json.dumps({"id": f"{name}-{number:05}", **row}) for number, row in enumerate(rows)]
        (self.folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return len(lines)


def write_heldout(folder: Path, shared: Path, seed: int, per_kind: int = 60) -> dict[str, int]:
    """Write manifests `motion`, `sound`, `picture`, `photo`, `video`, `combined`, `absent` and parity inputs.

    Returns questions per manifest.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bench = _Bench(
        folder, shared, random.Random(f"heldout-{seed}"), np.random.default_rng([seed, 7_777]), per_kind
    )
    groups: Mapping[str, Callable[[_Bench], Iterator[dict[str, Any]]]] = {
        "motion": _motion,
        "sound": _sound,
        "picture": _picture,
        "photo": _photo,
        "video": _video,
        "combined": _combined,
        "absent": _absent,
    }
    counts = {name: bench.write(name, rows(bench)) for name, rows in groups.items()}
    _parity_inputs(bench)
    return counts


def _row(turn: Turn, kind: str = "", **files: str) -> dict[str, Any]:
    return {
        **files,
        "question": turn.question,
        "references": list(turn.references),
        "kind": kind or turn.kind,
    }


def _motion(bench: _Bench) -> Iterator[dict[str, Any]]:
    for number, (samples, facts) in enumerate(load_motions(bench.shared, "validation").validation_set()):
        name = f"motion/{number:05}.csv"
        write_csv(bench.folder / name, samples, IMU_HZ)
        turn = Turn("What am I doing?", "", f"motion/{facts.activity}", (facts.activity,))
        yield _row(turn, imu=name)


def _sound(bench: _Bench) -> Iterator[dict[str, Any]]:
    for number, (samples, facts) in enumerate(load_sounds(bench.shared, "validation").validation_set()):
        name = f"sound/{number:05}.wav"
        write_wav(bench.folder / name, samples, RATE_HZ)
        yield _row(Turn("What do you hear?", "", f"sound/{facts.phrases[0]}", facts.phrases), audio=name)


def _picture(bench: _Bench) -> Iterator[dict[str, Any]]:
    for kind in (name for name in KINDS if name.startswith("picture/") and name != "picture/two_images"):
        for number, (turn, senses) in enumerate(_asked(bench, kind, lambda: _random_picture(bench))):
            name = f"picture/{kind.split('/')[1]}-{number:03}.png"
            write_png(
                bench.folder / name, draw_picture(senses.images[0], bench.dice, bench.rng.choice(SIZES_PX))
            )
            yield _row(turn, image=name)


def _photo(bench: _Bench) -> Iterator[dict[str, Any]]:
    world = load_photos(bench.shared, "validation")
    for kind in (name for name in KINDS if name.startswith("photo/")):
        for number in range(bench.per_kind):
            turn = None
            while turn is None:
                facts, pixels = world.sample(bench.dice)
                turn = KINDS[kind](Senses((facts,)), bench.rng) if facts.colours else None
            name = f"photo/{kind.split('/')[1]}-{number:03}.png"
            write_png(bench.folder / name, pixels)
            yield _row(turn, image=name)


def _video(bench: _Bench) -> Iterator[dict[str, Any]]:
    for kind in (name for name in KINDS if name.startswith("video/")):
        wanted = _asked(bench, kind, lambda: Senses(video=random_video(bench.dice)))
        for number, (turn, senses) in enumerate(wanted):
            if senses.video is None:
                continue
            name = f"video/{kind.split('/')[1]}-{number:03}.mkv"
            write_video(bench.folder / name, draw_video(senses.video, bench.dice, VIDEO_FRAMES, 96), VIDEO_HZ)
            yield _row(turn, video=name)


def _combined(bench: _Bench) -> Iterator[dict[str, Any]]:
    """Three senses at once, "What is going on?": one row per part that must be in the answer."""
    sounds = [pair for pair in load_sounds(bench.shared, "validation").validation_set() if _single(pair[1])]
    motions = load_motions(bench.shared, "validation").validation_set()
    for number in range(3 * bench.per_kind):
        picture = random_picture(bench.dice)
        samples, heard = bench.rng.choice(sounds)
        motion, moved = bench.rng.choice(motions)
        senses = Senses((picture,), None, heard, moved)
        stem = f"combined/{number:03}"
        write_png(bench.folder / f"{stem}.png", draw_picture(picture, bench.dice, 96))
        write_wav(bench.folder / f"{stem}.wav", samples, RATE_HZ)
        write_csv(bench.folder / f"{stem}.csv", motion, IMU_HZ)
        files = {"image": f"{stem}.png", "audio": f"{stem}.wav", "imu": f"{stem}.csv"}
        for part, references in combined_parts(senses).items():
            yield _row(Turn("What is going on?", "", f"combined/{part}", references), **files)


def _absent(bench: _Bench) -> Iterator[dict[str, Any]]:
    for kind in (name for name in KINDS if name.startswith("absent/")):
        for _ in range(bench.per_kind):
            turn = KINDS[kind](Senses(), bench.rng)
            if turn is not None:
                yield _row(turn)


def _random_picture(bench: _Bench) -> Senses:
    return Senses((random_picture(bench.dice),))


def _single(facts: SoundFacts) -> bool:
    return len(facts.phrases) == 1


def _asked(bench: _Bench, kind: str, draw: Callable[[], Senses]) -> Iterator[tuple[Turn, Senses]]:
    """Questions of one kind about senses it applies to."""
    found = tries = 0
    while found < bench.per_kind and tries < 400 * bench.per_kind:
        tries += 1
        senses = draw()
        turn = KINDS[kind](senses, bench.rng)
        if turn is not None:
            found += 1
            yield turn, senses


def _parity_inputs(bench: _Bench, count: int = 64) -> None:
    """Encoder inputs that export compares PyTorch, ONNX and int8 on: `<modality>.npz`, key `input`."""
    sounds = load_sounds(bench.shared, "validation").validation_set()
    motions = load_motions(bench.shared, "validation").validation_set()
    pictures = [draw_picture(random_picture(bench.dice), bench.dice) for _ in range(count)]
    np.savez_compressed(bench.folder / "image.npz", input=np.stack(pictures))
    clips = [draw_video(random_video(bench.dice), bench.dice) for _ in range(count)]
    np.savez_compressed(bench.folder / "video.npz", input=np.stack(clips))
    np.savez_compressed(
        bench.folder / "audio.npz",
        input=np.stack([samples for samples, _ in bench.rng.sample(sounds, count)]),
    )
    np.savez_compressed(
        bench.folder / "imu.npz", input=np.stack([samples for samples, _ in bench.rng.sample(motions, count)])
    )
