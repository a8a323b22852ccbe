"""The loop between a person, or a pipe, and a live session: lines in, answers, watches and notes out.

Knows the prompt, the status line, what Ctrl-C means (the answer first, the program second) and what SIGTERM
does (the program); refuses to know how anything is sensed or answered.
"""

import argparse
import json
import math
import queue
import sys
import time
from collections.abc import Mapping
from contextlib import suppress

from anymal.errors import AnymalError, InputError
from anymal.runtime.arguments import show
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.live_input import Line, LineError, read_line
from anymal.runtime.live_status import TroubleNotes, status_json, status_text
from anymal.runtime.question_lines import QuestionLines
from anymal.runtime.terminal import StatusLine
from anymal.runtime.termination import Terminated
from anymal.runtime.watch import Watch

__all__ = ["EXIT_BAD", "Conversation"]

EXIT_BAD = 1
TICK_S = 0.05
STATUS_S = 0.5
KNOWN_S = 10.0
"""How long a pipe's question waits for the turn before it to be known."""
PROMPT = "> "


class Conversation:
    """`run` it while the session is open, then `conclude`."""

    def __init__(
        self, live: LiveSession, line: StatusLine, lines: QuestionLines, arguments: argparse.Namespace
    ) -> None:
        self._live = live
        self._line = line
        self._lines = lines
        self._json: bool = arguments.json
        self._json_lines: bool = arguments.json_lines
        self._seconds: float | None = arguments.seconds
        self._max_age_s: float | None = arguments.max_age
        self._tells_ready: bool = arguments.ready
        self._watches = [Watch(live, wish) for wish in arguments.watch]
        self._next: Line | None = None  # a pipe's question that is not asked yet
        self._ask_by_s = 0.0
        self._asked = Line("nothing")
        self._stream: LiveStream | None = None
        self._troubles = TroubleNotes()
        self._shown_s = 0.0
        self._heard = self._cut = False  # _cut: Ctrl-C has stopped what is being answered
        self._code = 0

    def run(self) -> None:
        """Answer until the input ends, the time is over, SIGTERM, or Ctrl-C with nothing being said."""
        with suppress(Terminated):
            self._talk()

    def conclude(self) -> int:
        """Once all is closed: 1 when a question of a pipe had no answer or the recording failed, else 0.

        A question that SIGTERM cut off does not count: whoever sent it wanted no more.
        """
        status = self._live.status()
        self._note()
        return EXIT_BAD if status.recording.startswith("failed") else self._code

    def _talk(self) -> None:
        self._lines.start()
        until_s = math.inf if self._seconds is None else time.monotonic() + self._seconds
        self._prompt()
        while time.monotonic() < until_s:
            try:
                if not self._turn():
                    break
            except KeyboardInterrupt:
                if self._stream is None or not self._live.cancel():
                    if self._lines.person:
                        show("\n")
                    self._give_up("Ctrl-C (SIGINT) came before it was answered")
                    break
                self._cut = True
        else:
            self._give_up(f"--seconds {self._seconds:g} were over before it was answered")

    def _give_up(self, reason: str) -> None:
        """It ends here: a pipe is told which of its questions had no answer."""
        if self._stream is not None and self._stream.done:
            self._say(self._stream)  # complete, and only not shown yet
        over = InputError(reason)
        unanswered = self._next if self._stream is None or self._cut else self._asked
        if unanswered is not None:
            self._refuse(unanswered.text, over, unanswered.about)
        for typed in () if self._lines.person else self._lines.rest():
            try:
                line = read_line(typed, self._json_lines)
            except LineError as error:
                self._refuse(typed, error, error.about)
            else:
                if line.kind == "question":
                    self._refuse(line.text, over, line.about)

    def _turn(self) -> bool:
        """Do what is to be done now; False at the end of a pipe."""
        self._status()
        self._tell()
        # A pipe's questions wait for each other; a person who types again interrupts.
        if self._stream is not None and (not self._lines.person or self._lines.empty()):
            self._say(self._stream)
            return True
        if self._next is not None:
            self._ask_next(self._next)
            return True
        try:
            typed = self._lines.take(TICK_S)
        except queue.Empty:
            self._live.check()  # a session that died says why
            return True
        if typed is None:
            return self._goes_on()
        self._heard = True
        self._take(typed)
        return True

    def _goes_on(self) -> bool:
        """Whether a session without questions has something to do."""
        goes_on = bool(self._watches or self._seconds)
        if not (goes_on or self._heard or self._lines.person):
            keeps = "--watch, --seconds or --questions FIFO keep a session going"
            self._say_aside(f"standard input ended before anything was asked, so this ends too; {keeps}")
        return goes_on

    def _take(self, typed: str) -> None:
        """Do what a line says; what is wrong with it is told."""
        line = Line("nothing")
        try:
            line = read_line(typed, self._json_lines)
            self._do(line)
        except LineError as error:
            self._refuse(typed, error, error.about)
        except InputError as error:
            self._refuse(line.text, error, line.about)

    def _do(self, line: Line) -> None:
        if line.kind == "question" and not self._lines.person:
            self._next, self._ask_by_s = line, time.monotonic() + KNOWN_S
        elif line.kind == "question":
            self._ask(line)
        elif line.kind == "draft":
            self._live.draft(line.text)
        elif line.kind == "status":
            status = self._live.status()
            self._print({"status": status_json(status)}, line.about, status_text(status))
        else:
            if line.kind == "new":
                self._live.begin_anew()
                self._print({"new": True}, line.about)
            self._prompt()

    def _ask_next(self, line: Line) -> None:
        """Ask a pipe's question once the turn before it is known: it may be about that."""
        if self._live.remembers(TICK_S) or time.monotonic() > self._ask_by_s:
            self._next = None
            try:
                self._ask(line)
            except InputError as error:
                self._refuse(line.text, error, line.about)

    def _ask(self, line: Line) -> None:
        self._stream = self._live.ask(line.text, max_age_s=self._max_age_s)
        self._asked, self._cut = line, False

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
            note = " (stopped)" if answer.finish_reason == "cancelled" else ""
            times = f"{note}\n  first word after {answer.timings.ttft_ms:.0f} ms"
            self._print(answer.to_json(), self._asked.about, times)
        except AnymalError as error:
            self._refuse(stream.question, error, self._asked.about)
            if self._live.closed:
                raise
        self._stream = None
        if not self._line.drawn:
            self._note()
        self._prompt()

    def _refuse(self, question: str, error: AnymalError, about: Mapping[str, object]) -> None:
        self._print({"question": question, "error": str(error)}, about, f"anymal: {error}")
        self._code = 0 if self._lines.person else EXIT_BAD

    def _tell(self) -> None:
        """What nobody asked for just now: watches, and that all sensors are there."""
        for watch in self._watches:
            answer = watch.poll()
            if answer is not None:
                self._print(answer.to_json(), {}, f"\n! {watch.question} {answer.text}")
        if self._tells_ready and (self._json or self._stream is None) and self._live.begun():
            self._tells_ready = False
            windows = [thing.modality for thing in self._live.sensed()]
            missing = [name for name in self._live.status().sensors if name not in windows]
            said = f"ready: {', '.join(windows)}" + (f"; missing: {', '.join(missing)}" if missing else "")
            self._print({"ready": windows, "missing": missing}, {}, said)

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
            self._say_aside(note)

    def _say_aside(self, note: str) -> None:
        print(f"anymal: {note}", file=sys.stderr)

    def _print(self, record: Mapping[str, object], about: Mapping[str, object], text: str = "") -> None:
        """Show one or the other as a line: a JSON object about a question has the question's own id."""
        if self._json:
            show(json.dumps({**record, **about}, ensure_ascii=False) + "\n")
        elif text:
            show(f"{text}\n")

    def _prompt(self) -> None:
        if self._lines.person and not self._json:
            show(PROMPT)
