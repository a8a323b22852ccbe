"""The live context in the LLM's cache: kept up to date in the background, forked for every answer.

Knows four sequences (the context that answers see, the next one being built beside it, and a question on
each) and the room they share; refuses to know threads, sensors and time. Building beside means that a
question never finds a half-made context: it sees the last complete one.
Belongs to the thread that owns the LLM.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from anymal.engines.base import Interrupted
from anymal.runtime.kv_window import Plan, plan_window
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_build import ContextBuild, ContextCounts, batches_of, question_full, senses_full
from anymal.runtime.live_draft import Logits
from anymal.runtime.live_drafts import Drafts
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import EMPTY, ContextLayout, LivePrompt, PastTurn
from anymal.runtime.live_turns import Turns
from anymal.runtime.senses import Sensed

__all__ = ["LiveContext"]


class LiveContext:
    """`want` what is sensed, `step` until nothing is pending, `fork` for a question, `release` after it."""

    def __init__(
        self,
        model: ForkingModel,
        prompt: LivePrompt,
        options: LiveOptions,
        reserve: int,
        watch_plan: Callable[[Plan], None] = lambda plan: None,
    ) -> None:
        self._model = model
        self._prompt = prompt
        self._options = options
        # A longest answer that leaves no room to sense would be useless: such answers may end early.
        self._reserve = min(reserve, model.n_ctx // 4)
        self._watch_plan = watch_plan
        self._live = 0
        self._layout = EMPTY
        self._wanted: tuple[Sensed, ...] = ()
        self._changed = True
        self._forgets = False  # what answers see may still hold turns that are forgotten
        self._build: ContextBuild | None = None
        self._drafts = Drafts(model, prompt, (2, 3), options.step)
        self._answer_on = 2  # the sequence of the answer
        self._answering = 0  # cells the answer has, or may come to have, to itself
        self._shared = 0  # positions it shares with the live context
        self.known: Logits | None = None  # to begin the answer with, when `fork` left no token to run
        self.counts = ContextCounts()
        self._turns = Turns(prompt, options.history, model.n_ctx, self.counts, self._reserve)
        model.clear(None)

    @property
    def layout(self) -> ContextLayout:
        """What an answer begun now would see."""
        return self._layout

    @property
    def pending(self) -> bool:
        """Whether `step` has something to do now."""
        return self._build is not None or self._changed

    @property
    def building(self) -> tuple[Sensed, ...] | None:
        """What the context in the making would show, None when none is."""
        return None if self._build is None else self._build.layout.sensed

    def give_up_build(self) -> None:
        """Give up the context in the making; `want` comes next, and answers still see the last one."""
        if self._build is not None and self._build.sequence != self._live:
            self._abandon()

    @property
    def remembers(self) -> bool:
        """Whether an answer begun now would know every turn that is kept."""
        return self._layout.history == self._turns.kept

    def want(self, sensed: Sequence[Sensed]) -> None:
        """Say what the context should hold; the newest wish wins."""
        if self._changed and self._wanted:
            self.counts.superseded += 1
        self._wanted = tuple(sensed)
        self._changed = True

    def add_turn(self, turn: PastTurn) -> None:
        """Remember what was said; the oldest turns go when there are more than the options keep."""
        self._turns.add(turn)
        self._changed = self._changed or bool(self._turns.limit)

    def forget_turns(self) -> None:
        """Begin a new conversation; what is sensed stays. No later answer knows the turns before."""
        self._turns.forget()
        self.give_up_build()  # it knows them
        self._forgets = self._changed = True

    def forget_sensed(self) -> None:
        """What was sensed is of another time: no later answer sees it, and one in the making keeps it."""
        self._abandon()
        self._drafts.drop()
        self._model.clear(self._live)
        if self._answering:
            self._answering += self._shared  # which it has to itself now
        self._layout, self._wanted, self._shared, self._changed = EMPTY, (), 0, True

    def step(self, most: int | None = None, size: int | None = None) -> bool:
        """Run at most one batch, of `most` positions, towards the wanted context; False for nothing to do.

        Where it begins a context, that is cut into batches of `size`, else of the options' `step`.
        """
        if self._build is None:
            if not self.pending:
                return False
            self._begin(size or self._options.step)
        if self._build is not None:
            try:
                self._advance(self._build, most)
            except BaseException:
                self._abandon()
                raise
            return True
        return not self._changed

    def stoppable(self) -> AbstractContextManager[None]:
        """Inside, `stop` ends a batch in the middle of a `step`; the next `step` runs it again."""
        return self._model.stoppable()

    def stop(self) -> None:
        """End the batch that runs inside `stoppable`, if one does; from any thread."""
        self._model.stop()

    def settle(self) -> None:
        """Step until nothing is pending."""
        while self.step():
            pass

    @property
    def drafted(self) -> str:
        """The draft whose tokens are read, as far as there is room for them; "" for none."""
        return self._drafts.text

    def draft(self, question: str) -> None:
        """Read at most `step` tokens of a question that is still being asked, on what an answer would see.

        Call it until `drafted` is `question`. Before answers see a newer context the draft is read there too,
        unless that is stopped or has no room. Without room, or nothing to read it on, it counts as read.
        """
        readable = self._layout.parts and not self._answering and not self._in_place
        self._drafts.read(question, self._layout, self._live, self._spare if readable else 0)

    def expect(self, question: str) -> None:
        """Say what is asked as soon as a newer context can be seen: it is read there instead of a draft."""
        self._drafts.expect(question)

    @property
    def _spare(self) -> int:
        """Cells that no context has."""
        return self._model.n_ctx - self._layout.length - (0 if self._build is None else self._build.cells)

    @property
    def _in_place(self) -> bool:
        return self._build is not None and self._build.sequence == self._live

    def fork(self, question: str, most: int | None = None) -> tuple[int, int, tuple[int, ...]]:
        """Return (sequence, position, tokens) for an answer of `most` positions; `release` it afterwards.

        `position` is past what a draft has in common with the question, `tokens` are what is left of it, and
        `known` has the logits when nothing is.
        Raises `ContextFull` when not even a context without earlier turns leaves room.
        """
        self.release()
        self._drafts.ended()
        forgets, self._forgets = self._forgets and bool(self._layout.history), False
        if self._in_place or not self._layout.parts or forgets:
            self.settle()
        tokens = self._prompt.question(question, self._layout)
        most = self._reserve if most is None else most
        least = len(tokens) + min(self._reserve, most)
        if self._layout.length + least > self._model.n_ctx:
            self._drafts.drop()
            self._make_room(least)
            tokens = self._prompt.question(question, self._layout)
        free = self._model.n_ctx - self._layout.length
        answering = min(len(tokens) + most, free)
        if self._build is not None and self._build.cells + answering > free:
            self._abandon()
            self._changed = True
        self._answer_on, read, self.known = self._drafts.take(tokens, self._layout.length)
        if not read:
            self._model.fork(self._live, self._answer_on)
        self._answering, self._shared = answering, self._layout.length
        return self._answer_on, self._layout.length + read, tokens[read:]

    def release(self) -> None:
        """Forget the answer's own positions."""
        if self._answering:
            self._model.clear(self._answer_on)
            self._answering = 0

    def _make_room(self, needed: int) -> None:
        """Give up the context being built and the oldest turns; else say what does not fit."""
        layout = self._turns.lay_out(self._wanted, needed)
        if layout.length + needed > self._model.n_ctx:
            raise question_full(layout.length, needed, self._model.n_ctx)
        self._abandon()
        self._turns.keep(layout.history)
        self._changed = True
        self.settle()

    def _begin(self, step: int) -> None:
        """Start building what is wanted, beside the live context where both fit, else in its place."""
        layout = self._turns.lay_out(self._wanted, self._reserve)
        self._turns.keep(layout.history)
        if layout.length + self._reserve > self._model.n_ctx:
            self._changed = False
            raise senses_full(layout.length, self._reserve, self._model.n_ctx)
        if layout.parts == self._layout.parts:
            self._layout = layout  # the same content, newer times
            self._changed = False
            return
        plan, slid = self._plan(layout)
        keep = plan.reused if self._model.can_truncate else 0
        needed = self._layout.length + layout.length - keep + self._answering
        beside = needed <= self._model.n_ctx
        if self._answering and not beside:
            return  # the answer needs the live context as it is
        if slid is not None or needed + len(self._drafts) > self._model.n_ctx:
            self._drafts.drop()
        self._changed = False
        self._watch_plan(plan)
        self.counts.updates += 1
        self.counts.reused += plan.reused
        if slid is not None:
            # From the live context itself: it stays whole, one part poorer.
            self._model.clear(1 - self._live)
            self._model.slide(self._live, plan.keep, plan.keep + plan.drop)
            self.counts.slides += 1
            self._layout = slid
        batches = batches_of(self._model.joined(layout.after(keep)), keep, step)
        self._build = ContextBuild(layout, self._target(keep, beside), keep, batches)

    def _target(self, keep: int, beside: bool) -> int:
        """Return a sequence that holds the first `keep` positions of the live one."""
        target = 1 - self._live if beside else self._live
        if keep and beside:
            self._model.fork(self._live, target)
        if keep:
            self._model.truncate(target, keep)
        else:
            self._model.clear(target)
        return target

    def _plan(self, layout: ContextLayout) -> tuple[Plan, ContextLayout | None]:
        """Return the plan and, when it slides, what the live context is after the slide."""
        # Sliding moves cells an answer may share, so while one is spoken the plan stays exact.
        if self._options.policy == "sliding" and self._model.can_shift and not self._answering:
            plan = plan_window(self._layout.parts, layout.parts, "sliding")
            slid = self._prompt.without(self._layout, plan.keep, plan.drop) if plan.drop else None
            if slid is not None:
                return plan, slid
        return plan_window(self._layout.parts, layout.parts), None

    def _advance(self, build: ContextBuild, most: int | None) -> None:
        """Run one batch; after the last one answers see the new context."""
        if build.batches:
            try:
                self.counts.decoded += build.run(self._model, most)
            except Interrupted:
                if not self._model.can_truncate:  # with half a batch went all: a state cannot be cut back
                    self._abandon()
                    self._changed = True
                return
        if not build.batches and not self._read_ahead(build):
            self._drafts.change_over()
            if build.sequence != self._live:
                self._model.clear(self._live)
                lost = max(0, self._shared - build.keep)  # what only the answer holds from now on
                self._answering += lost if self._answering else 0
                self._shared -= lost
            self._live, self._layout, self._build = build.sequence, build.layout, None

    def _read_ahead(self, build: ContextBuild) -> bool:
        """Read a step of the draft on a context that is whole; False when it may be seen."""
        if self._answering or build.sequence == self._live:
            return False
        # No more than the context itself took, or a long draft would keep news from being seen.
        return self._drafts.read_ahead(build.layout, build.sequence, self._spare, build.cells)

    def _abandon(self) -> None:
        if self._build is not None:
            self._drafts.give_up()
            self._model.clear(self._build.sequence)
            if self._build.sequence == self._live:
                self._layout, self._changed = EMPTY, True
            self._build = None
            self.counts.superseded += 1
