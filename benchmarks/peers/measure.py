"""Asks every peer the same questions about the same pictures, in turns, and watches the machine meanwhile.

Knows the order of measuring; refuses to know how a peer works (`worker_*.py`). All workers stay loaded; only
one works at a time. Live sessions are open only during their own turn, because their background work would
slow the peers. Blocks of rounds and of live questions take turns, so that a drift of the machine meets all.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from anymal.bench.noise import NoiseLimits, Probes, watched
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.demo_samples import picture
from benchmarks.peers.figures import OURS, Samples
from benchmarks.peers.process import PeerError, PeerProcess

__all__ = ["Measured", "Plan", "measure"]

QUESTION = "What is in the picture?"
RECORDING_S = 12.0
"""Seconds of recording per live question, beside `SPARE_S` of a session."""
SPARE_S = 20.0
START_S, ANSWER_S = 120.0, 30.0
"""What a live session may take to be ready, and each of its answers."""
PEAK = "peak_rss_mb"
WORD_S, SILENCE_S = 0.4, 0.2
"""150 words a minute, and less silence than a recogniser waits for before it says that a question ended."""
LIVE: dict[str, dict[str, float]] = {
    "live": {},
    "fresh": {"max_age_s": 0.0},
    "spoken": {"word_s": WORD_S},
    "heard": {"word_s": WORD_S, "silence_s": SILENCE_S},
}
"""Kind of live question -> what else the worker is told."""


@dataclass(frozen=True)
class Plan:
    """`rounds` of one new and one repeated frame per peer after `warmup`; `live` questions of each kind.

    Both are split evenly over `blocks`; one that the watch refuses is measured again, up to `retries` times,
    whatever it said. `starts`: how often each worker is started and loaded. `options`: what else a peer's
    `load` is given. With `keep_noisy` figures of a block the watch refuses are kept.
    """

    models: Mapping[str, Path]
    rounds: int
    live: int
    threads: int
    max_tokens: int
    warmup: int = 1
    blocks: int = 1
    starts: int = 1
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    limits: NoiseLimits = field(default_factory=NoiseLimits)
    keep_noisy: bool = False
    retries: int = 0


@dataclass
class Measured:
    """Samples per peer, what each said of itself, why one failed, and what the watch saw and refused."""

    samples: dict[str, Samples]
    peers: dict[str, Any] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    noise: dict[str, dict[str, float]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def measure(plan: Plan, commands: Mapping[str, Sequence[str]]) -> Measured:
    """Run the workers `commands` in turns.

    A peer that fails is left out from then on, with its error among the facts; the others go on.
    """
    found = Measured({name: {} for name in commands})
    with ExitStack() as stack, tempfile.TemporaryDirectory() as scratch:
        run = _Run(plan, found, Path(scratch))
        for name, command in commands.items():
            run.start(name, command, stack)
        run.rounds(plan.warmup, "warm-up", keep=False)
        for block in range(plan.blocks):
            count, asked = _share(plan.rounds, plan.blocks, block), _share(plan.live, plan.blocks, block)
            _until_quiet(f"rounds {block}", plan.retries, partial(run.rounds, count))
            for kind in LIVE:
                _until_quiet(f"{kind} {block}", plan.retries, partial(run.live, kind, block, asked))
    return found


def _until_quiet(part: str, retries: int, measured: Callable[[str], bool]) -> None:
    """Measure `part`, again under other names while it is refused, which its figures have no say in."""
    for name in (part, *(f"{part} again {number}" for number in range(1, retries + 1))):
        if measured(name):
            return


def _made_picture(number: int) -> NDArray[np.uint8]:
    """Picture `number`, with noise of its own: whoever keeps pictures by their content has never seen it."""
    drawn = picture(10 + 2 * number % 70)
    return drawn ^ np.random.default_rng(number).integers(0, 8, drawn.shape, np.uint8)


def _share(count: int, blocks: int, block: int) -> int:
    return count * (block + 1) // blocks - count * block // blocks


class _Run:
    """The workers of one run; every step puts what it took into `found`."""

    def __init__(self, plan: Plan, found: Measured, scratch: Path) -> None:
        self._plan, self._found, self._scratch = plan, found, scratch
        self._workers: dict[str, PeerProcess] = {}
        self._shown = 0
        own = Probes().own_cpu_s
        self._probes = Probes(own_cpu_s=lambda: own() + sum(one.cpu_s() for one in self._workers.values()))

    def start(self, name: str, command: Sequence[str], stack: ExitStack) -> None:
        """Start and load a worker `starts` times; the last one stays."""
        given = {"model": str(self._plan.models[name]), "threads": self._plan.threads}
        given |= self._plan.options.get(name, {})
        for number in range(self._plan.starts):
            began_s = time.perf_counter()
            worker = stack.enter_context(PeerProcess(name, command))
            try:
                told = worker.call("load", **given)
            except PeerError as error:
                worker.close()
                self._found.failed[name] = str(error)
                return
            _add(self._found.samples[name], {"start_up_ms": (time.perf_counter() - began_s) * 1e3})
            if number + 1 < self._plan.starts:
                worker.close()
        self._workers[name], self._found.peers[name] = worker, told

    def rounds(self, count: int, part: str, keep: bool = True) -> bool:
        """Every peer in turns, `count` times; False when the watch refused it."""
        if not count:
            return True
        taken: list[tuple[str, dict[str, float]]] = []

        def ask_all() -> None:
            for _ in range(count):
                taken.extend(self._round())

        if not keep:
            ask_all()
            return True
        kept = self._watch(part, ask_all)
        for name, one in taken if kept else ():
            _add(self._found.samples[name], one)
        return kept

    def _round(self) -> Iterator[tuple[str, dict[str, float]]]:
        """What every peer takes for one picture that none has seen."""
        shown = self._scratch / f"{self._shown}.png"
        Image.fromarray(_made_picture(self._shown)).save(shown)
        self._shown += 1
        for name in list(self._workers):
            with self._leaving_out(name, name):
                yield name, self._turn(name, shown)

    def live(self, kind: str, block: int, count: int, part: str) -> bool:
        """Live answers of ours, of a `kind` of `LIVE`; False when the watch refused them."""
        if not count or OURS not in self._workers:
            return True
        recording = self._scratch / f"{count}.mcap"
        if not recording.is_file():
            write_recording(recording, SPARE_S + RECORDING_S * count)
        given = {"question": QUESTION, "max_tokens": self._plan.max_tokens, "seed": block}
        given |= {"recording": str(recording), "count": count, **LIVE[kind]}
        given["limit_s"] = START_S + ANSWER_S * count
        told: dict[str, Any] = {}

        def ask() -> None:
            with self._leaving_out(OURS, f"{OURS} {part}"):
                told.update(self._workers[OURS].call("live", **given))

        kept = self._watch(part, ask)
        if kept and told:
            samples = self._found.samples[OURS]
            samples.setdefault(f"{kind}_ttft_ms", []).extend(told["ttft_ms"])
            samples.setdefault(f"{kind}_age_ms", []).extend(told["age_ms"])
            _add(samples, {"peak_rss_mb": told["peak_rss_mb"]})
        return kept

    def _watch(self, part: str, work: Callable[[], None]) -> bool:
        """Do `work` and keep what the noise watch saw; returns whether its figures are kept."""
        _, noise = watched(work, self._probes)
        self._found.noise[part] = {name: round(value, 4) for name, value in asdict(noise).items()}
        if why := noise.verdict(self._plan.limits):
            self._found.refused[part] = why
        return self._plan.keep_noisy or not why

    @contextmanager
    def _leaving_out(self, name: str, what: str) -> Iterator[None]:
        """A worker that fails within is closed and asked no more; the error is kept under `what`."""
        try:
            yield
        except PeerError as error:
            self._workers.pop(name).close()
            self._found.failed[what] = str(error)

    def _turn(self, name: str, shown: Path) -> dict[str, float]:
        """One new frame, the same again, and the encoder alone where the answer does not tell."""
        worker = self._workers[name]
        given = {"picture": str(shown), "question": QUESTION, "max_tokens": self._plan.max_tokens}
        new, again = worker.call("ask", **given), worker.call("ask", **given)
        if "encode_ms" not in new:
            new |= worker.call("encode", picture=str(shown))
        return {
            "new_ttft_ms": new["ttft_ms"],
            "new_age_ms": new["ttft_ms"],
            "repeat_ttft_ms": again["ttft_ms"],
            **{one: again[one] for one in ("tokens_per_s", "peak_rss_mb") if one in again},
            **{one: new[one] for one in ("encode_ms",) if one in new},
        }


def _add(samples: Samples, taken: Mapping[str, float]) -> None:
    for name, value in taken.items():
        kept = samples.setdefault(name, [])
        if name == PEAK:  # it only grows: the last is the most
            kept[:] = [max([value, *kept])]
        else:
            kept.append(value)
