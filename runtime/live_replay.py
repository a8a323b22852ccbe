"""A recording answered without threads: the same recording, bundle and questions give the same bytes.

Stream time is the recording's arrival time: every sample goes through the same windows, context
and answers as in a live session, in one fixed order, as if computing took no time. Knows the
order of events; refuses to know terminals and wall-clock time.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from anymal.clock import ManualClock
from anymal.errors import AnymalError, ConfigError, EngineError, InputError
from anymal.runtime.json_lines import read_json_lines
from anymal.runtime.kv_window import Plan
from anymal.runtime.live_ages import newer_than
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_board import Question
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_llm import Answering, in_order
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.one_at_a_time import OneAtATime
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, Modality

if TYPE_CHECKING:
    from anymal.engines.bundle import Bundle
    from anymal.engines.llama_engine import LlamaEngine
    from anymal.runtime.senses import Senses
    from anymal.sensors.recording_reader import Recording

__all__ = ["ReplayAnswer", "ReplayQuestion", "ReplayRun", "read_questions"]

SHOWN = 80
"""Characters of a wrong line that its error repeats."""


@dataclass(frozen=True)
class ReplayQuestion:
    """`text` asked `t_s` seconds after the recording began; `max_age_s` as for `LiveSession.ask`."""

    t_s: float
    text: str
    max_age_s: Mapping[Modality, float] | float | None = None


@dataclass(frozen=True)
class ReplayAnswer:
    """An answer, or the error of one, with a digest of every KV plan carried out so far."""

    question: ReplayQuestion
    answer: LiveAnswer | None
    error: str
    plans: str
    updates: int

    def to_json(self, start_ns: int) -> dict[str, object]:
        """Return what `anymal live --replay` prints: times from the recording's start, none measured."""
        record: dict[str, object] = {"t_s": self.question.t_s, "question": self.question.text}
        if self.answer is None:
            record["error"] = self.error
        else:
            whole = self.answer.to_json()
            record |= {"text": whole["text"], "finish_reason": whole["finish_reason"]}
            record["windows"] = [
                {
                    "modality": window.modality,
                    "start_s": round((window.start_ns - start_ns) / NS_PER_S, 6),
                    "end_s": round((window.end_ns - start_ns) / NS_PER_S, 6),
                    "tokens": window.tokens,
                    "age_s": round(window.age_s, 6),
                }
                for window in self.answer.windows
            ]
        return {**record, "updates": self.updates, "plans": self.plans}


class ReplayRun:
    """One pass over a recording; iterate `answers`, once."""

    def __init__(
        self,
        bundle: "Bundle",
        model: "LlamaEngine",
        senses: "Senses",
        recording: "Recording",
        options: LiveOptions | None = None,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
        turn: OneAtATime | None = None,
    ) -> None:
        self._turn = turn or OneAtATime()
        self._begun, self._over = False, ""
        self.keeps: object = None
        """Whose LLM is used: not to be collected before this."""
        self._options = options or LiveOptions()
        self._generation = generation
        self._recording = recording
        self._order = bundle.manifest.prompt.order
        self._digest = hashlib.blake2b(digest_size=8)
        prompt = LivePrompt(model, model.chat_template, bundle.manifest.prompt, self._options.system)
        self._context = LiveContext(model, prompt, self._options, generation.max_tokens, self._note)
        self._clock = ManualClock()
        self._last_ns = self.start_ns
        opened = prompt.opens_thoughts(model.thought_ids)
        self._answering = Answering(model, model.piece, self._context, self._clock, opened)
        self._streams: dict[str, StreamSensing] = {}
        self._sensed: dict[Modality, Sensed] = {}
        self._senses: list[Modality] = []
        for stream in recording.streams:
            modality: Modality = self._options.view if stream.modality == "image" else stream.modality
            if modality in bundle.manifest.modalities and modality not in self._senses:
                self._senses.append(modality)
                spec = bundle.manifest.modalities[modality]
                self._streams[stream.name] = StreamSensing(modality, spec, senses.encoder, self._options)
        if not self._streams:
            have = ", ".join(f"{s.name} ({s.modality})" for s in recording.streams) or "none"
            raise InputError(f"{recording.path}: no stream the bundle can sense; it has {have}")

    @property
    def start_ns(self) -> int:
        """When the recording began."""
        return self._recording.start_ns or 0

    @property
    def replayed_s(self) -> float:
        """Seconds from the recording's start to its latest sample that was replayed so far."""
        return (self._last_ns - self.start_ns) / NS_PER_S

    @property
    def complete(self) -> bool:
        """Whether the recording was finished; what was recorded last may be missing of one that was not."""
        return self._recording.complete

    def answers(self, questions: Sequence[ReplayQuestion]) -> Iterator[ReplayAnswer]:
        """Yield an answer to every question, in the order of their times.

        Raises `ConfigError` for an age of a sense that is not replayed, `EngineError` when it was called
        before, and once the assistant was asked something else, which leaves nothing in the LLM that the rest
        could be answered from.
        """
        if self._begun:
            raise EngineError("a replay is one pass over its recording: call `replay` again for another one")
        for question in questions:
            newer_than(question.max_age_s, self._senses, 0)
        self._begun = True
        return self._in_turn(self._answers(questions))

    def end(self, reason: str) -> None:
        """Give no more answers, for this reason."""
        self._over = reason

    def _in_turn(self, made: Iterator[ReplayAnswer]) -> Iterator[ReplayAnswer]:
        while True:
            with self._turn():
                if self._over:
                    raise EngineError(f"this replay cannot go on: {self._over}")
                answer = next(made, None)
            if answer is None:
                return
            yield answer

    def _answers(self, questions: Sequence[ReplayQuestion]) -> Iterator[ReplayAnswer]:
        waiting = sorted(questions, key=lambda question: question.t_s)
        asked: list[tuple[ReplayQuestion, Question]] = []
        for name, captured in self._recording.samples(list(self._streams)):
            while waiting and self._ns(waiting[0]) < captured.arrival_ns:
                asked.append(self._ask(waiting.pop(0)))
                yield from self._answer_ready(asked)
            self._last_ns = captured.arrival_ns
            self._set_clock(captured.arrival_ns)
            self._take(self._streams[name], captured.sample)
            yield from self._answer_ready(asked)
        for question in waiting:
            asked.append(self._ask(question))
            yield from self._answer_ready(asked)  # before the next one moves the clock on
        yield from self._answer_ready(asked, over=True)

    def _take(self, stream: StreamSensing, sample: object) -> None:
        stream.push(sample)  # type: ignore[arg-type]
        if not stream.due():
            return
        sensed = stream.sense()
        if sensed is not None:
            self._sensed[sensed.modality] = sensed
            self._context.want(in_order(self._sensed, self._order))
            self._context.settle()

    def _ask(self, question: ReplayQuestion) -> tuple[ReplayQuestion, Question]:
        self._set_clock(self._ns(question))
        now_ns = self._clock.now_ns()
        newer_ns = newer_than(question.max_age_s, self._senses, now_ns)
        deadline_ns = now_ns + round(self._options.wait_s * NS_PER_S)
        stream = LiveStream(question.text)
        return question, Question(question.text, now_ns, stream, self._generation, newer_ns, deadline_ns)

    def _answer_ready(
        self, asked: list[tuple[ReplayQuestion, Question]], over: bool = False
    ) -> Iterator[ReplayAnswer]:
        """Answer what waits for nothing any more, in the order asked."""
        while asked:
            shown, question = asked[0]
            missing = question.missing(self._context.layout.sensed)
            if missing and not over and self._clock.now_ns() < question.deadline_ns:
                return
            asked.pop(0)
            if missing:
                names = ", ".join(missing)
                yield self._made(shown, None, f"nothing new enough came: {names}")
                continue
            try:
                answer = self._answering.run(question, lambda: None)
            except AnymalError as error:
                yield self._made(shown, None, str(error))
                continue
            self._context.settle()
            yield self._made(shown, answer, "")

    def _made(self, question: ReplayQuestion, answer: LiveAnswer | None, error: str) -> ReplayAnswer:
        return ReplayAnswer(question, answer, error, self._digest.hexdigest(), self._context.counts.updates)

    def _note(self, plan: Plan) -> None:
        self._digest.update(repr(plan).encode())

    def _ns(self, question: ReplayQuestion) -> int:
        return self.start_ns + round(question.t_s * NS_PER_S)

    def _set_clock(self, now_ns: int) -> None:
        self._clock.advance(max(0, now_ns - self._clock.now_ns()))


def read_questions(path: Path) -> list[ReplayQuestion]:
    """Read JSON lines `{"t_s": 3.5, "question": "..", "max_age_s": {"image": 1}}`.

    The last is optional, and may be one age for all.

    Raises `ConfigError` that names the line for anything else.
    """
    questions = [
        _question(line, f"{path}, line {number}")
        for number, line in read_json_lines(path, "file of questions", ConfigError)
    ]
    if not questions:
        raise ConfigError(f'{path}: no questions; wanted lines like {{"t_s": 3, "question": "What is it?"}}')
    return questions


def _question(line: str, where: str) -> ReplayQuestion:
    try:
        found = json.loads(line)
        t_s, text, ages = found["t_s"], found["question"], found.get("max_age_s")
        newer_than(ages, get_args(Modality), 0)
        if isinstance(t_s, bool) or not (isinstance(text, str) and text.strip() and 0 <= float(t_s) < 1e7):
            raise ValueError("t_s must be 0 or more and question some text")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        shown = line if len(line) <= SHOWN else f"{line[:SHOWN]}.."
        raise ConfigError(
            f'{where}: wanted {{"t_s": seconds, "question": text}}, found {shown!r}: {error}'
        ) from error
    return ReplayQuestion(float(t_s), text, ages)
