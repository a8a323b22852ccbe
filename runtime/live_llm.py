"""The thread that owns the LLM: keeps the context up to date, answers when asked, never both at once.

Knows the order of work (a question first, then newer windows, then one background batch at a
time); refuses to know sensors and encoders. What a listener's `on_answer` raises is no failure of this
thread: `threading.excepthook` shows it with its traceback, and the session goes on.
"""

import threading
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace

from anymal.clock import Clock
from anymal.errors import AnymalError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.generation import Generation
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_answer import LiveAnswer, LiveFinish, LiveTimings, LiveWindow
from anymal.runtime.live_board import Board, Question, unfulfilled
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import PastTurn
from anymal.runtime.live_wakes import Wakes
from anymal.runtime.senses import Sensed
from anymal.runtime.spare_cores import SpareCores
from anymal.runtime.text_stream import AnswerText
from anymal.samples import NS_PER_S, Modality

__all__ = ["Answering", "LlmWorker", "in_order"]

IDLE_S = 0.25
URGENT_SIZE = 256
"""Of a batch of what a question waits for: 64 rows at once take 0.9 of two batches of 32 (docs/bench.md)."""


def in_order(sensed: Mapping[Modality, Sensed], order: tuple[Modality, ...]) -> tuple[Sensed, ...]:
    """Return the windows in the order of the prompt."""
    return tuple(sensed[name] for name in order if name in sensed)


class Answering:
    """One answer after the other, each on a fork of the live context: `run`.

    `opened`: every prompt ends inside thoughts (`LivePrompt.opens_thoughts`).
    """

    def __init__(
        self,
        model: ForkingModel,
        piece: Callable[[int], bytes],
        context: LiveContext,
        clock: Clock,
        opened: bool = False,
    ) -> None:
        self._model = model
        self._piece = piece
        self._context = context
        self._clock = clock
        self._opened = opened

    def run(self, question: Question, between: Callable[[], None]) -> LiveAnswer:
        """Answer `question`, pushing text to its stream; `between` is called after every token.

        Raises `ContextFull` when the question does not fit. The fork is released in any case.
        """
        taken_ns = self._clock.now_ns()
        try:
            most = question.generation.most_positions(self._model.thought_ids)
            sequence, position, tokens = self._context.fork(question.text, most)
            sensed = self._context.layout.sensed
            read = position - self._context.layout.length
            forked_ns = self._clock.now_ns()
            known = self._context.known
            options = question.generation
            generation = Generation(self._model, options, sequence, position, known, self._opened)
            generation.extend([tokens] if tokens else [])
            prefilled_ns, text = self._clock.now_ns(), AnswerText()
            thought_ns, first_ns, cancelled = self._speak(question, generation, text, between)
        finally:
            self._context.release()
        if not question.standing and text.text:
            self._context.add_turn(PastTurn(question.text, text.text))
        marks = (question.asked_ns, taken_ns, forked_ns, prefilled_ns, thought_ns or prefilled_ns, first_ns)
        timings = LiveTimings.between(marks, generation.tokens_per_s)
        reason: LiveFinish = "cancelled" if cancelled else generation.finish_reason or "stop"
        windows = tuple(LiveWindow.of(thing, first_ns) for thing in sensed)
        return LiveAnswer(
            question.text,
            text.text,
            reason,
            timings,
            windows,
            question.asked_ns,
            question_tokens=len(tokens) + read,
            drafted_tokens=read,
            thoughts=text.thoughts,
            thought_tokens=generation.thought_tokens,
        )

    def _speak(
        self, question: Question, generation: Generation, text: AnswerText, between: Callable[[], None]
    ) -> tuple[int, int, bool]:
        """Fill `text`; return when thoughts ended (0: none), when the first word came, whether it was cut."""
        thought_ns = first_ns = 0
        for token in generation.tokens():
            if question.stream.cancelled:
                return thought_ns, first_ns or self._clock.now_ns(), True
            if piece := text.push(self._piece(token), generation.voice):
                first_ns = first_ns or self._clock.now_ns()
                question.stream.push(piece)
            between()
            if generation.voice != "said" and not first_ns:
                thought_ns = self._clock.now_ns()
        if rest := text.finish():
            question.stream.push(rest)
        return thought_ns, first_ns or self._clock.now_ns(), False


class LlmWorker:
    """`work` is the thread's body; it returns when the board is closed, and raises what broke it."""

    def __init__(
        self,
        board: Board,
        context: LiveContext,
        answering: Answering,
        gate: ComputeGate,
        clock: Clock,
        order: tuple[Modality, ...],
        options: LiveOptions,
        dropped: Callable[[], Mapping[str, int]],
        on_answer: Callable[[LiveAnswer], None] = lambda answer: None,
        cores: SpareCores | None = None,
        wakes: Wakes | None = None,
    ) -> None:
        self._board = board
        self._context = context
        self._answering = answering
        self._gate = gate
        self._clock = clock
        self._order = order
        self._answer_step = min(options.answer_step, options.step)
        self._per_token = options.answer_share * options.step
        self._wanted: tuple[Sensed, ...] = ()  # what the context was last told to hold
        self._credit = 0.0  # positions that may be run between the next two tokens
        self._rest_until_ns = 0  # before that no draft is read
        self._dropped = dropped
        self._on_answer = on_answer
        self._cores = cores
        self._wakes = wakes or Wakes(clock, options.forget_s)
        self._woke = self._wakes.count

    def work(self) -> None:
        """Serve the board until it is closed."""
        self._board.answers_here()
        if self._cores is not None:
            self._cores.begin()
        try:
            while not self._board.closed:
                self._serve()
        finally:
            if self._cores is not None:
                self._cores.restore()

    def _serve(self) -> None:
        self._look()
        asks = self._board.asks
        if self._board.take_anew():
            self._context.forget_turns()
        question = self._board.next_question(self._context.layout.sensed, self._clock.now_ns())
        if question is not None:
            self._answer(question)
            return
        self._take_windows()
        if self._read_draft(asks):
            return
        if self._gate.exclusive and self._board.starved:
            self._gate.make_way()  # the cores are for the encoder that makes what a question waits for
            self._board.wait(IDLE_S)
        elif self._context.pending:
            self._step(asks)
        else:
            rest_s = (self._rest_until_ns - self._clock.now_ns()) / NS_PER_S
            self._board.wait(rest_s if 0 < rest_s < IDLE_S else IDLE_S)

    def _look(self) -> None:
        """At what others do on our cores, before something is computed, and whether all this slept."""
        if self._cores is not None:
            self._cores.look()
        if self._wakes.look() != self._woke:
            self._woke = self._wakes.count
            self._context.forget_sensed()
            self._wanted = ()
            self._board.show_again()  # what was sensed since may have been taken already

    def _read_draft(self, asks: int) -> bool:
        """Read some of a question that is still being asked; False when there is nothing of it to read now.

        Drafts have half of the time at most: who types faster than is read must not keep encoders and context
        from what is new.
        """
        text = self._board.take_draft()
        if waiting := self._board.waiting:
            # What it does not wait for is seen without it; nothing is read that nobody asks any more.
            self._context.expect(waiting if self._fulfils(self._context.building) else "")
        began_ns = self._clock.now_ns()
        if self._board.asked or text == self._context.drafted or began_ns < self._rest_until_ns:
            return False
        with self._gate.aside(given_up=lambda: self._board.asks != asks) as entered:
            began_ns = self._clock.now_ns()
            if entered:
                self._context.draft(text)
        ended_ns = self._clock.now_ns()
        self._rest_until_ns = ended_ns + (ended_ns - began_ns)
        return True

    def _step(self, asks: int) -> None:
        """Run background batches when it is our turn; a question that comes meanwhile ends it, and the batch.

        Where only one may compute, a turn lasts until all that is sensed is known: taking turns batch by
        batch with an encoder of 1.4 s made what an answer saw three of its runs older.
        """
        urgent = bool(self._board.wishes)
        turn = self._gate.background(urgent, given_up=lambda: self._board.asks != asks)
        with turn as entered:
            goes_on = entered and self._one_batch(asks)
            while goes_on and self._gate.exclusive and self._context.pending:
                goes_on = self._one_batch(asks)
        if not self._context.pending:
            self._board.digest()
            self._board.changed()

    def _one_batch(self, asks: int) -> bool:
        """Run a batch that a question stops; whether it is still our turn.

        A stop may come late, when its question is known already: it must not outlast the batch.
        """
        self._look()
        waited_for = bool(self._board.wishes) and self._fulfils(self._wanted)
        with self._context.stoppable():
            if self._board.asks != asks or self._board.closed:
                return False
            self._context.step(size=URGENT_SIZE if waited_for else None)
        return True

    def _take_windows(self) -> None:
        sensed = self._board.take_sensed()
        if sensed is not None:
            windows = in_order(sensed, self._order)
            if self._outdates(windows):
                self._context.give_up_build()
            self._context.want(windows)
            self._wanted = windows
        elif not self._context.pending:
            self._board.digest()  # an answer's spare time may have done it

    def _outdates(self, windows: tuple[Sensed, ...]) -> bool:
        """Whether a question waits for `windows`, and the context in the making is too old for it."""
        building = self._context.building
        if not self._board.wishes or building is None:
            return False
        return not self._fulfils(building) and self._fulfils(windows)

    def _fulfils(self, sensed: tuple[Sensed, ...] | None) -> bool:
        """Whether a context of `sensed` has what the question waits for."""
        return sensed is not None and not unfulfilled(self._board.wishes, sensed)

    def _answer(self, question: Question) -> None:
        """Answer; what the question itself gets wrong is told to whoever asked, and the session goes on."""
        self._credit = 0.0
        try:
            with self._gate.question():
                answer = self._answering.run(question, self._between)
        except AnymalError as error:
            question.stream.fail(error)
        else:
            answer = replace(answer, dropped=self._dropped())
            question.stream.finish(answer)
            self._tell(answer)
        # Not in a finally: what breaks this thread must still find the question, to tell whoever waits.
        self._board.answered()

    def _tell(self, answer: LiveAnswer) -> None:
        try:
            with self._cores.aside() if self._cores is not None else nullcontext():
                self._on_answer(answer)
        except Exception as error:  # noqa: BLE001 - it is not ours: shown, and the session goes on
            here = threading.current_thread()
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, here)))

    def _between(self) -> None:
        """Between two answer tokens: newer windows, and background batches within the budget."""
        self._look()
        self._take_windows()
        self._credit += self._per_token
        while self._credit >= self._answer_step:
            self._credit -= self._answer_step
            if not self._context.step(self._answer_step):
                self._credit = 0.0
