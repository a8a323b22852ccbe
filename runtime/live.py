"""A live session: sensors drained, a context always ready, questions answered from what is sensed now.

Knows how the parts are put together, started, watched and taken down; refuses to know how any
of them works. One session per assistant; every method may be called from any thread.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from anymal.clock import Clock, MonotonicClock
from anymal.errors import ConfigError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_board import Board, Question
from anymal.runtime.live_context import ContextCounts, LiveContext
from anymal.runtime.live_llm import Answering, LlmWorker
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.live_senses import SenseWorker
from anymal.runtime.live_sensors import LiveInputs
from anymal.runtime.options import GenerationOptions
from anymal.runtime.question import require_question
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import SensingCounts, StreamSensing
from anymal.samples import NS_PER_S, Modality

if TYPE_CHECKING:
    from anymal.engines.bundle import Bundle
    from anymal.engines.llama_engine import LlamaEngine
    from anymal.runtime.senses import Senses
    from anymal.sensors.driver import SensorStats

__all__ = ["LiveSession", "LiveStatus"]

JOIN_S = 10.0


@dataclass(frozen=True)
class LiveStatus:
    """What the session is doing, of this moment.

    `rows` counts positions in the context, `failures` says which streams gave up and why,
    `recording` what became of the file, when one is written.
    """

    sensors: "Mapping[Modality, SensorStats]"
    sensing: Mapping[Modality, SensingCounts]
    rows: int
    context: ContextCounts
    failures: Mapping[Modality, str]
    last: LiveAnswer | None
    recording: str = ""


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
        self._generation = generation
        self._inputs = inputs
        self._sensors = sensors = dict(inputs.sensors)
        self._on_answer = on_answer
        self._last: LiveAnswer | None = None
        self._board = Board()
        self._gate = ComputeGate(exclusive)
        prompt = LivePrompt(model, model.chat_template, bundle.manifest.prompt, self.options.system)
        self._context = LiveContext(model, prompt, self.options, reserve=generation.max_tokens)
        self._streams = {
            name: StreamSensing(name, bundle.manifest.modalities[name], senses.encoder, self.options)
            for name in sensors
        }
        answering = Answering(model, model.piece, self._context, self._clock)
        worker = LlmWorker(
            self._board,
            self._context,
            answering,
            self._gate,
            self._clock,
            bundle.manifest.prompt.order,
            self.options.answer_share,
            self._dropped,
            self._remember,
        )
        self._senser = SenseWorker(self._board, self._gate, self._sensors, self._streams)
        self._threads = [
            threading.Thread(target=self._guard, args=("LLM", worker.work), name="anymal LLM", daemon=True),
            threading.Thread(
                target=self._guard, args=("encoder", self._senser.work), name="anymal encoder", daemon=True
            ),
        ]
        for thread in self._threads:
            thread.start()

    def ask(
        self,
        question: str,
        *,
        max_age_s: Mapping[Modality, float] | float | None = None,
        generation: GenerationOptions | None = None,
    ) -> LiveStream:
        """Ask about what is sensed now; iterate the stream for text, `stream.answer()` for the rest.

        By default it is answered at once from what the context holds. `max_age_s` (for all, or per
        modality) makes it wait for windows captured at most that long before now; 0 means
        captured after now. An answer still being spoken is stopped (barge-in).

        Raises `InputError` for an empty question, `ConfigError` for a modality without sensor,
        `EngineError` when the session is over; the stream raises what happens later.
        """
        require_question(question)
        asked = self._question(question, max_age_s, generation or self._generation)
        self._board.ask(asked)
        self._record("question", {"text": question}, asked.asked_ns)
        return asked.stream

    def ready(self, timeout_s: float) -> bool:
        """Wait until every sensor's first window is in the context; False when one is missing still."""
        return self._board.wait_for(self._is_ready, timeout_s)

    def cancel(self) -> bool:
        """Stop the answer in the making within one decode step; returns whether there was one."""
        return self._board.cancel()

    def offer(self, question: str) -> LiveStream | None:
        """Ask a standing question, unless another is asked or answered; nothing of it is remembered."""
        asked = self._question(question, None, self._generation, standing=True)
        return asked.stream if self._board.offer(asked) else None

    def status(self) -> LiveStatus:
        """What every part is doing now."""
        return LiveStatus(
            sensors={name: sensor.stats() for name, sensor in self._sensors.items()},
            sensing={name: stream.counts for name, stream in self._streams.items()},
            rows=self._context.layout.length,
            context=self._context.counts,
            failures=dict(self._senser.failures),
            last=self._last,
            recording=self._recording(),
        )

    @property
    def closed(self) -> bool:
        """Whether the session is over, by `close` or because one of its threads died."""
        return self._board.closed

    def close(self) -> None:
        """Stop the answer, the threads and the sensors; safe to call twice."""
        self._board.close()
        self._gate.close()
        self._senser.stop()
        for thread in self._threads:
            thread.join(JOIN_S)
        self._inputs.close()

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
        now_ns = self._clock.now_ns()
        ages = max_age_s if isinstance(max_age_s, Mapping) else dict.fromkeys(self._sensors, max_age_s)
        for name, age in ages.items():
            if name not in self._sensors or (age is not None and not 0 <= age <= 86400):
                have = ", ".join(self._sensors) or "none"
                raise ConfigError(
                    f"max_age_s takes 0 to 86400 s for a modality with a sensor ({have}), found {name}: {age}"
                )
        newer_ns = {name: now_ns - round(age * NS_PER_S) for name, age in ages.items() if age is not None}
        deadline_ns = now_ns + round(self.options.wait_s * NS_PER_S)
        return Question(text, now_ns, LiveStream(text), generation, newer_ns, deadline_ns, standing)

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

    def _is_ready(self) -> bool:
        seen = {thing.modality for thing in self.sensed()}
        return all(name in seen or name in self._senser.failures for name in self._sensors)

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
