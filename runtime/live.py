"""A live session: sensors drained, a context always ready, questions answered from what is sensed now.

Knows how the parts are put together, started, watched and taken down; refuses to know how any
of them works. One session per assistant; every method may be called from any thread.
"""

import os
import threading
import time
import weakref
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from anymal.clock import Clock, MonotonicClock
from anymal.engines.llama_team import spreading
from anymal.errors import AnymalError, EngineError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_ages import newer_than
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_board import Board, Question
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_llm import Answering, LlmWorker
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.live_senses import SenseWorker
from anymal.runtime.live_sensors import LiveInputs
from anymal.runtime.live_status import LiveStatus, fallback, skew_s
from anymal.runtime.live_wakes import Wakes
from anymal.runtime.options import GenerationOptions
from anymal.runtime.question import require_question
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.runtime.spare_cores import SpareCores, watch_cores
from anymal.samples import NS_PER_S, Modality

if TYPE_CHECKING:
    from anymal.engines.bundle import Bundle
    from anymal.engines.llama_engine import LlamaEngine
    from anymal.runtime.senses import Senses

__all__ = ["LiveSession", "LiveStatus"]

JOIN_S = 30.0


class LiveSession:
    """Made by `Assistant.live`; use it with `with`. It closes the sensors it was given."""

    def __init__(
        self,
        bundle: "Bundle",
        model: "LlamaEngine",
        senses: "Senses",
        inputs: LiveInputs,
        options: LiveOptions | None = None,
        exclusive: bool = True,
        clock: Clock | None = None,
        on_answer: Callable[[LiveAnswer], None] = lambda answer: None,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
    ) -> None:
        self.options = options or LiveOptions()
        self._clock = clock or MonotonicClock()
        self._generation, self._inputs, self._on_answer = generation, inputs, on_answer
        self._sensors = sensors = dict(inputs.sensors)
        self._last: LiveAnswer | None = None
        self._board = Board()
        self._wakes = Wakes(self._clock, self.options.forget_s, self._board.withdraw_all)
        self._gate = ComputeGate(exclusive)
        prompt = LivePrompt(model, model.chat_template, bundle.manifest.prompt, self.options.system)
        self._fallback = fallback(model, self.options)
        self._context = LiveContext(model, prompt, self.options, reserve=generation.max_tokens)
        self._streams = {
            name: StreamSensing(name, bundle.manifest.modalities[name], senses.encoder, self.options)
            for name in sensors
        }
        opened = prompt.opens_thoughts(model.thought_ids)
        answering = Answering(model, model.piece, self._context, self._clock, opened)
        worker = LlmWorker(
            self._board,
            self._context,
            answering,
            self._gate,
            self._clock,
            bundle.manifest.prompt.order,
            self.options,
            self._dropped,
            self._remember,
            SpareCores(model.threads, spreading(model.use_threads), watch_cores()) if exclusive else None,
            self._wakes,
        )
        sensing = self._sensors, self._streams, self._clock, self.options.forget_s
        self._senser = SenseWorker(self._board, self._gate, *sensing, self._wakes)
        self._threads = [
            threading.Thread(target=self._guard, args=("LLM", worker.work), name="anymal LLM", daemon=True),
            threading.Thread(
                target=self._guard, args=("encoder", self._senser.work), name="anymal encoder", daemon=True
            ),
        ]
        self.pid = os.getpid()
        self.keeps: object = None  # whose LLM is used: not to be collected before this
        weakref.finalize(self, _close, weakref.ref(self))  # a program may end without `close`
        try:
            for thread in self._threads:
                thread.start()
        except BaseException:  # Ctrl-C between the two
            self.close()
            raise

    def ask(
        self,
        question: str,
        *,
        max_age_s: Mapping[Modality, float] | float | None = None,
        generation: GenerationOptions | None = None,
    ) -> LiveStream:
        """Ask about what is sensed now; iterate the stream for text, `stream.answer()` for the rest.

        By default it is answered at once from what the context holds; in the first seconds of a session or
        after it slept (`LiveOptions.first_s`) once every sensor that can has a window in it. `max_age_s` (for
        all, or per modality) makes it wait for windows captured at most that long before now; 0 means
        captured after now. An answer still being spoken is stopped (barge-in).

        Raises `InputError` for an empty question, `ConfigError` for a modality without sensor,
        `EngineError` when the session is over; the stream raises what happens later.
        """
        require_question(question)
        if self.pid != os.getpid():
            raise EngineError("a live session's threads do not live in a forked process: open one there")
        asked = self._question(question, max_age_s, generation or self._generation)
        self._board.ask(asked)
        self._gate.wake()
        self._context.stop()
        self._record("question", {"text": question}, asked.asked_ns)
        return asked.stream

    def draft(self, text: str) -> None:
        """Say what is typed or spoken so far of the next question; "" when it will not be asked after all.

        Its tokens are read meanwhile, on what is sensed, and again when that changes; `ask` then has only
        the rest to read. Any text may follow: what differs is read anew. Returns at once. An answer in the
        making goes on, and the draft waits for its end. Raises `InputError` or, at its end, `EngineError`.
        """
        self._board.draft(text)
        self._gate.wake()

    def ready(self, timeout_s: float) -> bool:
        """Wait until the context holds every sensor's first window, and the turn just spoken.

        Returns False when something is still missing after `timeout_s`, at once when what is missing cannot
        come any more, and at once in `on_answer`, whose thread would have to bring it.
        """
        settled = self._board.wait_for(lambda: self._holds(self._senser.expected()), timeout_s)
        return settled and self._holds(set(self._sensors) - set(self._senser.failures))

    def remembers(self, timeout_s: float) -> bool:
        """Wait until the context holds the turn just spoken; False when it does not after `timeout_s`."""
        return self._board.wait_for(lambda: self._context.remembers, timeout_s)

    def begun(self) -> bool:
        """Whether what is sensed of all sensors that can give something is known, or was waited for."""
        over = self._clock.now_ns() >= self._first_until_ns
        return over or {thing.modality for thing in self.sensed()}.issuperset(self._senser.coming())

    def cancel(self) -> bool:
        """Stop the answer in the making within one decode step; returns whether there was one."""
        return self._board.cancel()

    def offer(self, question: str) -> LiveStream | None:
        """Ask a standing question unless another one waits; nothing of it is remembered."""
        asked = self._question(question, None, self._generation, standing=True)
        return asked.stream if self._board.offer(asked) else None

    def begin_anew(self) -> None:
        """Forget the earlier turns; what is sensed stays."""
        self._board.begin_anew()

    def status(self) -> LiveStatus:
        """What every part is doing now."""
        sensors = {name: sensor.stats() for name, sensor in self._sensors.items()}
        return LiveStatus(
            sensors=sensors,
            sensing={name: replace(stream.counts) for name, stream in self._streams.items()},
            rows=self._context.layout.length,
            context=replace(self._context.counts),
            failures=dict(self._senser.failures),
            last=self._last,
            recording=self._recording(),
            fallback=self._fallback,
            skew_s=skew_s(sensors),
        )

    @property
    def closed(self) -> bool:
        """Whether the session is over, by `close` or because one of its threads died."""
        return self._board.closed

    @property
    def computing(self) -> bool:
        """Whether one of its threads still runs, so that nothing it uses may be freed."""
        return any(thread.is_alive() for thread in self._threads)

    def check(self) -> None:
        """Raise `EngineError` when the session is over, with the name of the thread that died, if one did."""
        self._board.check()

    def close(self) -> None:
        """Stop the answer, the threads and the sensors; safe to call twice.

        Raises `EngineError` when a thread is still computing after half a minute: then nothing
        it uses may be freed. Called by one of these threads (in `on_answer`) it does not wait.
        """
        self._board.close()
        self._gate.close()
        self._senser.stop()
        limit_s = time.monotonic() + JOIN_S
        others = [one for one in self._threads if one.ident and one is not threading.current_thread()]
        for one in others:
            one.join(max(0.0, limit_s - time.monotonic()))
        self._inputs.close()
        if busy := ", ".join(thread.name for thread in others if thread.is_alive()):
            raise EngineError(
                f"still computing {JOIN_S:g} s after the live session was closed: {busy}; its memory stays "
                "in use until this program ends"
            )

    def __enter__(self) -> "LiveSession":
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def _question(
        self,
        text: str,
        max_age_s: Mapping[Modality, float] | float | None,
        generation: GenerationOptions,
        standing: bool = False,
    ) -> Question:
        self._wakes.look()
        now_ns = self._clock.now_ns()
        newer_ns = newer_than(max_age_s, tuple(self._sensors), now_ns)
        deadline_ns = now_ns + round(self.options.wait_s * NS_PER_S)
        first_until_ns = 0 if standing else self._first_until_ns
        asked = (text, now_ns, LiveStream(text), generation, newer_ns, deadline_ns, standing)
        return Question(*asked, self._senser.coming, first_until_ns)

    @property
    def _first_until_ns(self) -> int:
        return self._wakes.since_ns + round(self.options.first_s * NS_PER_S)

    def sensed(self) -> tuple[Sensed, ...]:
        """What an answer begun now would see."""
        return self._context.layout.sensed

    def _remember(self, answer: LiveAnswer) -> None:
        self._last = answer
        self._record("answer", answer.to_json(), self._clock.now_ns())
        self._on_answer(answer)

    def _record(self, kind: str, data: Mapping[str, object], at_ns: int) -> None:
        if self._inputs.recorder is not None:
            self._inputs.recorder.add_event(kind, data, at_ns)

    def _holds(self, modalities: Collection[Modality]) -> bool:
        """Whether the context has a window of each, and the turn just spoken."""
        return self._context.remembers and {thing.modality for thing in self.sensed()}.issuperset(modalities)

    def _recording(self) -> str:
        if self._inputs.recorder is None:
            return ""
        stats = self._inputs.recorder.stats()
        return f"{stats.state}: {stats.detail}" if stats.detail else stats.state

    def _dropped(self) -> dict[str, int]:
        """What was given up since the session began, by reason."""
        dropped = {f"{name} samples": sensor.stats().dropped for name, sensor in self._sensors.items()}
        return {**dropped, "windows superseded": self._context.counts.superseded}

    def _guard(self, name: str, work: Callable[[], None]) -> None:
        """A thread that dies ends the session with its name; nothing is swallowed."""
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - whatever it was, whoever waits must be told
            self._board.fail(name, error)
            self._gate.close()
            self._senser.stop()


def _close(session: "weakref.ref[LiveSession]") -> None:  # at the end, before daemon threads are stopped
    found = session()
    if found is not None and found.pid == os.getpid():
        with suppress(AnymalError):
            found.close()
