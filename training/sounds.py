"""Real sound clips, spoken digits and made sounds as labelled 5 s windows, split by block.

Knows the noise-of-life, FSDD and speech folders, their labels and what is held out; refuses to
know models and sentences. Distortions live in `sound_distortion.py`, made signals in
`made_sounds.py`.
"""

import csv
import io
import re
import wave
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import av
import numpy as np
import soxr
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.training.facts import SOUNDS, SoundFacts
from anymal.training.made_sounds import made_sound
from anymal.training.sound_distortion import finish, loudness, match_level, place, play, window_of

__all__ = ["RATE_HZ", "WINDOW", "SoundClip", "SoundSplit", "SoundWorld", "load_sounds"]

RATE_HZ = 16_000
WINDOW = 80_000  # 5 s
SoundSplit = Literal["train", "validation", "all"]

_HELD_OUT_SHARE = 0.2  # the last fifth of every class by running number: neighbours share a recording
_HELD_OUT_DIGITS = (0, 1, 2)  # FSDD's own test indices
_HELD_OUT_SPEECH = "jfk.flac"
# How random_sound divides its draws; the rest are single real clips.
_MADE, _DIGITS, _MIXTURES = 0.12, 0.15, 0.12


@dataclass(frozen=True)
class SoundClip:
    """One recording: `samples` float32 [n] mono at 16 kHz; `number` is its running number in its class."""

    name: str
    phrase: str
    number: int
    samples: NDArray[np.float32]
    digit: int | None = None


class SoundWorld:
    """Draws labelled windows; classes are balanced by the root of their size."""

    def __init__(self, clips: list[SoundClip]) -> None:
        self.clips = [clip for clip in clips if clip.digit is None]
        self.digits = [clip for clip in clips if clip.digit is not None]
        if not self.clips or not self.digits:
            raise InputError(
                "sound world: wanted real clips and spoken digits, found none; check the data folders"
            )
        counts: dict[str, int] = defaultdict(int)
        for clip in self.clips:
            counts[clip.phrase] += 1
        weights = np.array([counts[clip.phrase] ** -0.5 for clip in self.clips])
        self._chances = weights / weights.sum()

    def random_sound(self, rng: np.random.Generator) -> tuple[NDArray[np.float32], SoundFacts]:
        """One distorted training window, float32 [80000], with its facts."""
        kind = rng.random()
        if kind < _MADE:
            return made_sound(rng)
        if kind < _MADE + _DIGITS:
            clip = self.digits[int(rng.integers(len(self.digits)))]
            return self._single(clip, rng)
        if kind < _MADE + _DIGITS + _MIXTURES:
            return self.random_mixture(rng)
        return self._single(self._pick(rng), rng)

    def random_mixture(self, rng: np.random.Generator) -> tuple[NDArray[np.float32], SoundFacts]:
        """Two different sounds at once, equally loud, float32 [80000]; phrases in the order of SOUNDS."""
        first, second = self._pick(rng), self._pick(rng)
        while second.phrase == first.phrase:
            second = self._pick(rng)
        windows = [place(play(clip.samples, rng), WINDOW, rng) for clip in (first, second)]
        mixed = windows[0] + match_level(windows[1], windows[0])
        phrases = tuple(sorted((first.phrase, second.phrase), key=SOUNDS.index))
        return finish(mixed, rng), SoundFacts(phrases)

    def validation_set(self) -> list[tuple[NDArray[np.float32], SoundFacts]]:
        """Every clip as the device would hear it: its newest 5 s, zeros at the end when shorter."""
        clips = [*self.clips, *self.digits]
        return [
            (window_of(clip.samples, WINDOW), SoundFacts((clip.phrase,), digit=clip.digit)) for clip in clips
        ]

    def _pick(self, rng: np.random.Generator) -> SoundClip:
        return self.clips[int(rng.choice(len(self.clips), p=self._chances))]

    def _single(self, clip: SoundClip, rng: np.random.Generator) -> tuple[NDArray[np.float32], SoundFacts]:
        window = finish(place(play(clip.samples, rng), WINDOW, rng), rng)
        return window, SoundFacts((clip.phrase,), loud=loudness(window), digit=clip.digit)


@lru_cache(maxsize=1)
def _all_clips(shared: Path) -> tuple[SoundClip, ...]:
    return (*_everyday(shared), *_spoken_digits(shared), *_read_speech(shared))


def load_sounds(shared: Path, split: SoundSplit) -> SoundWorld:
    """Read the clips of one side of the block split; "all" joins the blocks of the everyday sounds.

    FSDD's own test indices and one speech file stay held out even then.

    Raises InputError when a data folder is missing or a file is not 16 kHz (8 kHz for FSDD) mono.
    """
    clips = _all_clips(shared)
    last: dict[str, list[int]] = defaultdict(list)
    for clip in clips:
        last[clip.phrase].append(clip.number)
    bounds = {phrase: float(np.quantile(numbers, 1 - _HELD_OUT_SHARE)) for phrase, numbers in last.items()}
    if split == "all":
        bounds = dict.fromkeys(bounds, float("inf"))
    return SoundWorld([c for c in clips if _held_out(c, bounds) == (split == "validation")])


def _held_out(clip: SoundClip, bounds: dict[str, float]) -> bool:
    if clip.digit is not None:
        return clip.number in _HELD_OUT_DIGITS
    if clip.number < 0:
        return clip.name == _HELD_OUT_SPEECH
    return clip.number > bounds[clip.phrase]


def _everyday(shared: Path) -> list[SoundClip]:
    folder = shared / "data" / "audio_noise_of_life"
    if not (folder / "index.csv").is_file():
        raise InputError(f"{folder}: wanted index.csv of noise-of-life, found none; set ANYMAL_SHARED")
    clips = []
    with (folder / "index.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found = re.search(r"-(\d+)\.\w+$", row["file"])
            if found is None or row["phrase"] not in SOUNDS:
                raise InputError(
                    f"{folder / 'index.csv'}: row {row['file']!r} has no running number or known phrase"
                )
            samples = _decode(folder / row["file"])
            clips.append(SoundClip(row["file"], row["phrase"], int(found[1]), samples))
    return clips


def _spoken_digits(shared: Path) -> list[SoundClip]:
    path = shared / "data" / "audio_fsdd" / "fsdd_600.zip"
    if not path.is_file():
        raise InputError(f"{path}: wanted the Free Spoken Digit Dataset, found none; set ANYMAL_SHARED")
    clips = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".wav")):
            digit, _, index = Path(name).stem.split("_")
            with wave.open(io.BytesIO(archive.read(name))) as reader:
                raw = np.frombuffer(reader.readframes(reader.getnframes()), "<i2")
                samples = soxr.resample(raw.astype(np.float32) / 32768, reader.getframerate(), RATE_HZ)
            clips.append(SoundClip(name, "speech", int(index), samples.astype(np.float32), int(digit)))
    return clips


def _read_speech(shared: Path) -> list[SoundClip]:
    folder = shared / "data" / "speech"
    paths = sorted(p for p in folder.glob("*") if p.suffix in (".flac", ".mp3"))
    return [SoundClip(path.name, "speech", -1, _decode(path)) for path in paths]


def _decode(path: Path) -> NDArray[np.float32]:
    """Samples float32 [n] mono at 16 kHz of any file FFmpeg opens."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        mono = av.AudioResampler(format="flt", layout="mono")
        parts = [out.to_ndarray()[0] for frame in container.decode(stream) for out in mono.resample(frame)]
        rate_hz = int(stream.rate)
    samples = np.concatenate(parts)
    if rate_hz != RATE_HZ:
        samples = soxr.resample(samples, rate_hz, RATE_HZ)
    return np.asarray(samples, np.float32)
