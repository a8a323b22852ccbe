"""A live session that is never idle, and when the calls inside it began and ended.

Knows how to keep the background busy and how to listen; refuses to judge what it hears.
"""

import argparse
import bisect
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveAnswer
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed

CAMERA = "synthetic:image?width=320&height=240&fps=30&move=around&period_s=3"
SOUND = "synthetic:audio?sound=noise"
MOTION = "synthetic:imu?motion=walk&noise=0.5&turn_dps=20"
READY_S = 30.0


class Spans:
    """When calls of one method began and ended, in `time.monotonic_ns`, as `when` allows."""

    def __init__(self, thing: Any, name: str, when: Callable[..., bool] = lambda *given: True) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self._running: int | None = None
        work: Callable[..., Any] = getattr(thing, name)

        def timed(*given: Any, **named: Any) -> Any:
            if not when(*given):
                return work(*given, **named)
            began = time.monotonic_ns()
            try:
                return work(*given, **named)
            finally:
                # Beginnings last: whoever finds one finds its end.
                self.ended.append(time.monotonic_ns())
                self.begun.append(began)

        setattr(thing, name, timed)

    def end_of(self, at_ns: int) -> int | None:
        """Return the end of the call that ran at `at_ns`, None when none did."""
        number = bisect.bisect_right(self.begun, at_ns) - 1
        return self.ended[number] if number >= 0 and self.ended[number] > at_ns else None

    def begun_in(self, start_ns: int, end_ns: int) -> int:
        """Return how many calls began after `start_ns` and before `end_ns`."""
        return bisect.bisect_left(self.begun, end_ns) - bisect.bisect_right(self.begun, start_ns)

    def lengths_ms(self, since: int = 0) -> list[float]:
        """How long the calls from number `since` on took."""
        return [
            (end - begin) / 1e6 for begin, end in zip(self.begun[since:], self.ended[since:], strict=False)
        ]


@dataclass(frozen=True)
class Watch:
    """The calls that matter: background batches, encoders' runs, the decoding of one answer token."""

    batches: Spans
    encodes: Sequence[Spans]
    decodes: Spans


class Rows:
    """Shows new rows of random content as soon as the last are in the context."""

    def __init__(self, live: LiveSession, seed: int) -> None:
        self._live = live
        self._generator = np.random.default_rng(seed)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="rows")

    def __enter__(self) -> "Rows":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _work(self) -> None:
        sensed = self._live.sensed()
        number = 0
        while not self._stop.wait(0.001):
            if self._live._board._fresh or self._live._context._changed:
                continue  # the last ones still wait
            for thing in sensed:
                self._live._board.show(self._other(thing, number))
            number += 1

    def _other(self, thing: Sensed, number: int) -> Sensed:
        now_ns = time.monotonic_ns()
        made = [
            replace(
                embedding,
                rows=self._generator.permutation(embedding.rows),
                key=f"{number}",
                start_ns=now_ns,
                end_ns=now_ns,
            )
            for embedding in thing.embeddings
        ]
        return Sensed(thing.modality, tuple(made))


@contextmanager
def session(assistant: Assistant, kind: str, arguments: argparse.Namespace) -> Iterator[tuple[Any, ...]]:
    """A live session with a busy background, what is watched of it, and when answers were finished."""
    hops = dict.fromkeys(("image", "audio", "imu"), arguments.hop_s if kind == "sensors" else 3600.0)
    options = LiveOptions(history=0, still=0.0, hop_s=hops, step=arguments.step)  # type: ignore[arg-type]
    finished: dict[str, int] = {}

    def note(answer: LiveAnswer) -> None:
        finished[answer.question] = time.monotonic_ns()

    with assistant.live(
        camera=CAMERA,
        mic=SOUND,
        imu=MOTION,
        options=options,
        generation=GenerationOptions(max_tokens=8),
        on_answer=note,
    ) as live:
        if not live.ready(READY_S):
            raise SystemExit(f"no windows: {live.status()}")
        model: Any = assistant._model
        batches = Spans(live._context, "step", lambda *_: live._context.pending)
        encodes = [Spans(stream, "sense") for stream in live._streams.values()]
        decodes = Spans(model, "decode_tokens", lambda tokens, *_: len(tokens) == 1)
        watch = Watch(batches, encodes, decodes)
        try:
            if kind == "rows":
                with Rows(live, arguments.seed):
                    yield live, watch, finished
            else:
                yield live, watch, finished
        finally:
            del model.decode_tokens  # the engine outlives the session
