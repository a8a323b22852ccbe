"""Turns tests/data/own_words.jsonl and its like, questions in a person's words, into files for `anymal eval`.

Pictures and videos are drawn from the stated facts; sounds and motions are the first held-out
recordings of that class. Usage:

    .venv/bin/python tools/own_words.py tests/data/own_words.jsonl build/own_words
    .venv/bin/anymal eval --bundle nano --manifest build/own_words/manifest.jsonl
"""

import argparse
import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from anymal.training.facts import PictureFacts, VideoFacts
from anymal.training.facts_json import load_facts
from anymal.training.heldout_files import write_csv, write_png, write_video, write_wav
from anymal.training.motions import load_motions
from anymal.training.pictures import draw_picture, draw_video
from anymal.training.sounds import load_sounds

SIZE_PX, VIDEO_FRAMES, VIDEO_HZ, RATE_HZ, IMU_HZ = 192, 16, 8, 16_000, 100


def main(source: Path, folder: Path) -> None:
    """Write one manifest and its files."""
    shared = Path(os.environ.get("ANYMAL_SHARED", "../shared"))
    sounds = {f.phrases[0]: s for s, f in reversed(load_sounds(shared, "validation").validation_set())}
    motions = {f.activity: m for m, f in reversed(load_motions(shared, "validation").validation_set())}
    sounds["silence"] = np.zeros(5 * RATE_HZ, np.float32)
    rows = []
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        senses = row.pop("senses")
        rows.append(row | _files(senses, folder, row["id"], sounds, motions))
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "manifest.jsonl").write_text(text, encoding="utf-8")


def _files(
    senses: dict[str, Any], folder: Path, name: str, sounds: dict[str, Any], motions: dict[str, Any]
) -> dict[str, str]:
    dice = np.random.default_rng(abs(hash_of(name)))
    files: dict[str, str] = {}
    if "image" in senses:
        (picture,) = load_facts(json.dumps([{"type": "PictureFacts", **senses["image"]}]))
        assert isinstance(picture, PictureFacts)
        files["image"] = f"{name}.png"
        write_png(folder / files["image"], draw_picture(picture, dice, SIZE_PX))
    if "video" in senses:
        (clip,) = load_facts(json.dumps([{"type": "VideoFacts", **senses["video"]}]))
        assert isinstance(clip, VideoFacts)
        files["video"] = f"{name}.mkv"
        write_video(folder / files["video"], draw_video(clip, dice, VIDEO_FRAMES, 96), VIDEO_HZ)
    if "sound" in senses:
        files["audio"] = f"{name}.wav"
        write_wav(folder / files["audio"], sounds[senses["sound"]], RATE_HZ)
    if "motion" in senses:
        files["imu"] = f"{name}.csv"
        write_csv(folder / files["imu"], motions[senses["motion"]], IMU_HZ)
    return files


def hash_of(name: str) -> int:
    """A number that is the same in every run, unlike `hash`."""
    return int.from_bytes(name.encode("utf-8"), "big") % (1 << 62)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("source", type=Path, metavar="QUESTIONS.jsonl", help="tests/data/*_words.jsonl")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where manifest.jsonl and its files go")
    given = parser.parse_args()
    main(given.source, given.folder)
