"""`anymal live`: sensors in, questions at a prompt, answers as they come; or a recording and its questions.

Knows the options, the prompt, the status line, what Ctrl-C means (the answer first, the program second) and
what SIGTERM does (the program); refuses to know how anything is sensed or answered.
"""

import argparse
import json
import math
import queue
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from anymal.errors import AnymalError, ConfigError, InputError
from anymal.runtime.arguments import assistant_options, generation_options, show
from anymal.runtime.assistant import Assistant
from anymal.runtime.cli_live_arguments import ANEW, live_parser
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_input import read_line
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_replay import read_questions
from anymal.runtime.live_status import TroubleNotes, status_text
from anymal.runtime.terminal import StatusLine
from anymal.runtime.termination import Terminated, terminable
from anymal.runtime.watch import Watch

__all__ = ["run"]

EXIT_BAD = 1
TICK_S = 0.05
STATUS_S = 0.5
READY_S = 10.0
PROMPT = "> "


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0, or 1 when a question had no answer; raises `AnymalError`."""
    arguments = live_parser().parse_args(argv)
    options = LiveOptions(
        view=arguments.view,
        policy=arguments.policy,
        history=arguments.history,
        system=arguments.system,
        wait_s=arguments.wait_s,
    )
    if (arguments.replay is None) != (arguments.questions is None):
        raise ConfigError("--replay and --questions go together: a recording, and what to ask about it when")
    if arguments.seconds is not None and not 0 < arguments.seconds < math.inf:
        raise ConfigError(f"--seconds: wanted more than 0, found {arguments.seconds:g}")
    if arguments.max_age is not None and not 0 <= arguments.max_age < math.inf:
        raise ConfigError(f"--max-age: wanted 0 or more, found {arguments.max_age:g}")
    if arguments.replay is not None:
        _refuse_sensors(arguments)
        return _replay(arguments, options)
    generation = generation_options(arguments)
    with (
        terminable() as ending,
        Assistant(arguments.bundle, assistant_options(arguments)) as assistant,
        assistant.live(
            camera=arguments.camera,
            mic=arguments.mic,
            imu=arguments.imu,
            options=options,
            record=arguments.record,
            generation=generation,
            adapter=arguments.adapter,
        ) as live,
        StatusLine() as line,
    ):
        try:
            return _Conversation(live, line, arguments).run()
        finally:
            ending()  # sensors and recording are closed now, whoever asks for it meanwhile


_OF_SENSORS = ("camera", "mic", "imu", "record", "watch", "max_age", "seconds", "json_lines")


def _refuse_sensors(arguments: argparse.Namespace) -> None:
    """A replay has a recording for sensors, and a file for questions."""
    given = [
        f"--{name.replace('_', '-')}"
        for name in _OF_SENSORS
        if getattr(arguments, name) not in (None, [], False)
    ]
    if given:
        raise ConfigError(f"--replay answers from a recording alone: leave out {', '.join(given)}")


def _said(answer: LiveAnswer, options: LiveOptions) -> str:
    """The text, and a word about windows so old that a live session would have dropped them."""
    age_s = min((window.age_s for window in answer.windows), default=0.0)
    return f"{answer.text}  (of {age_s:.0f} s before)" if age_s > options.forget_s else answer.text


def _replay(arguments: argparse.Namespace, options: LiveOptions) -> int:
    questions = read_questions(arguments.questions)
    code = 0
    with Assistant(arguments.bundle, assistant_options(arguments)) as assistant:
        replayed = assistant.replay(
            arguments.replay, options, generation_options(arguments), adapter=arguments.adapter
        )
        if not replayed.complete:
            print(f"{arguments.replay}: was never finished; its end may be missing", file=sys.stderr)
        for answer in replayed.answers(questions):
            code = code if answer.answer is not None else EXIT_BAD
            if arguments.json:
                show(json.dumps(answer.to_json(replayed.start_ns), ensure_ascii=False) + "\n")
            else:
                said = _said(answer.answer, options) if answer.answer else f"no answer: {answer.error}"
                show(f"{answer.question.t_s:8.2f} s  {answer.question.text}\n{'':12}{said}\n")
        late = sum(question.t_s > replayed.replayed_s for question in questions)
        if late:
            ended = f"{arguments.replay}: ends at {replayed.replayed_s:.2f} s"
            print(f"{ended}; questions after that, answered from its end: {late}", file=sys.stderr)
    return code


class _Conversation:
    """The loop between a person (or a pipe) and a live session."""

    def __init__(self, live: LiveSession, line: StatusLine, arguments: argparse.Namespace) -> None:
        self._live = live
        self._line = line
        self._json: bool = arguments.json
        self._json_lines: bool = arguments.json_lines
        self._seconds: float | None = arguments.seconds
        self._max_age_s: float | None = arguments.max_age
        self._watches = [Watch(live, wish) for wish in arguments.watch]
        self._typed: queue.Queue[str | None] = queue.Queue()
        self._person = sys.stdin.isatty()
        self._stream: LiveStream | None = None
        self._troubles = TroubleNotes()
        self._shown_s = 0.0
        self._code = 0

    def run(self) -> int:
        """Answer until the input ends, the time is over, SIGTERM, or Ctrl-C with nothing being said.

        Returns 1 when a question of a pipe had no answer, else 0. One that SIGTERM cut off does not count:
        whoever sent it wanted no more.
        """
        with suppress(Terminated):
            self._talk()
        return self._code

    def _talk(self) -> None:
        threading.Thread(target=self._read, name="typing", daemon=True).start()
        until_s = math.inf if self._seconds is None else time.monotonic() + self._seconds
        self._prompt()
        while (left_s := until_s - time.monotonic()) > 0:
            try:
                if not self._turn(left_s):
                    break
            except KeyboardInterrupt:
                if self._stream is None or not self._live.cancel():
                    show("\n")
                    break
        else:
            self._give_up()

    def _give_up(self) -> None:
        """Time is over: a pipe is told which of its questions had no answer."""
        asked = [] if self._stream is None else [self._stream.question]
        while not self._person and not self._typed.empty():
            asked += [typed] if (typed := self._typed.get()) else []
        over = InputError(f"--seconds {self._seconds:g} were over before it was answered")
        for question in asked:
            self._refuse(question, over)

    def _read(self) -> None:
        """Runs on a thread of its own: reading a terminal cannot be interrupted."""
        try:
            # Bytes that are no UTF-8 reach the question, which is refused in words.
            getattr(sys.stdin, "reconfigure", lambda **_: None)(errors="surrogateescape")
            for typed in sys.stdin:
                self._typed.put(typed.strip())
        finally:
            self._typed.put(None)

    def _turn(self, left_s: float) -> bool:
        """Do what is to be done now, `left_s` before the time is over; False at the end of a pipe."""
        self._status()
        self._tell()
        # A pipe's questions wait for each other; a person who types again interrupts.
        if self._stream is not None and (not self._person or self._typed.empty()):
            self._say(self._stream)
            return True
        try:
            typed = self._typed.get(timeout=TICK_S)
        except queue.Empty:
            self._live.check()  # a session that died says why
            return True
        if typed is None:
            return bool(self._watches or self._seconds)
        try:
            self._take(typed, left_s)
        except InputError as error:
            self._refuse(typed, error)
        return True

    def _take(self, typed: str, left_s: float) -> None:
        """Ask, or do what else a line says."""
        line = read_line(typed, self._json_lines)
        if line.draft:
            self._live.draft(line.text)
            return
        if not self._person:
            # A pipe asks before anything was sensed; a person sees the status.
            self._live.ready(min(READY_S, left_s))
            if not self._line.drawn:
                self._note()
        if line.text == ANEW:
            self._live.begin_anew()
            self._prompt()
        elif line.text:
            self._stream = self._live.ask(line.text, max_age_s=self._max_age_s)
        else:
            self._prompt()

    def _say(self, stream: LiveStream) -> None:
        """Show what came of the answer; at its end, its times."""
        try:
            for piece in stream.take(TICK_S):
                if not self._json:
                    show(piece)
            if not stream.done:
                return
            for piece in stream.take(0):
                if not self._json:
                    show(piece)
            answer = stream.answer()
            if self._json:
                show(json.dumps(answer.to_json(), ensure_ascii=False) + "\n")
            else:
                note = " (stopped)" if answer.finish_reason == "cancelled" else ""
                show(f"{note}\n  first word after {answer.timings.ttft_ms:.0f} ms\n")
        except AnymalError as error:
            self._refuse(stream.question, error)
            if self._live.closed:
                raise
        self._stream = None
        self._prompt()

    def _refuse(self, question: str, error: AnymalError) -> None:
        said = json.dumps({"question": question, "error": str(error)}, ensure_ascii=False)
        show(f"{said}\n" if self._json else f"anymal: {error}\n")
        self._code = 0 if self._person else EXIT_BAD

    def _tell(self) -> None:
        for watch in self._watches:
            answer = watch.poll()
            if answer is not None:
                said = answer.to_json() if self._json else f"\n! {watch.question} {answer.text}\n"
                show(json.dumps(said, ensure_ascii=False) + "\n" if isinstance(said, dict) else said)

    def _status(self) -> None:
        now_s = time.monotonic()
        if now_s - self._shown_s >= STATUS_S:
            self._shown_s = now_s
            if self._line.drawn:
                self._line.show(status_text(self._live.status()))
            else:
                self._note()

    def _note(self) -> None:
        """Where no status line tells it: which sensor is in trouble, once, and when it is over."""
        for note in self._troubles.of(self._live.status()):
            print(f"anymal: {note}", file=sys.stderr)

    def _prompt(self) -> None:
        if self._person and not self._json:
            show(PROMPT)
