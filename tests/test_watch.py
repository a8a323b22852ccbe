"""A standing question: asked when something changed, told when the answer is yes, quiet for a while after."""

import numpy as np
import pytest

from anymal.clock import ManualClock
from anymal.errors import ConfigError, EngineError
from anymal.runtime.live_answer import LiveAnswer, LiveStream, LiveTimings
from anymal.runtime.senses import Sensed
from anymal.runtime.watch import Watch, WatchOptions, standing_question
from anymal.samples import NS_PER_S, Embedding


class Scripted:
    """A session that says what the test tells it to."""

    def __init__(self) -> None:
        self.rows: np.ndarray[tuple[int, ...], np.dtype[np.float32]] | None = None
        self.busy = False
        self.stream: LiveStream | None = None
        self.over = ""

    def check(self) -> None:
        if self.over:
            raise EngineError(self.over)

    def sensed(self) -> tuple[Sensed, ...]:
        if self.rows is None:
            return ()
        return (Sensed("image", (Embedding("image", self.rows, 0, 1, "k"),)),)

    def offer(self, question: str) -> LiveStream | None:
        if self.busy:
            return None
        self.stream = LiveStream(question)
        return self.stream

    def say(self, text: str) -> None:
        assert self.stream is not None
        self.stream.finish(LiveAnswer("q", text, "stop", LiveTimings(0, 0, 0, 0, 0, 0), (), 0))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100 * NS_PER_S)


def rows(value: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.full((4, 8), value, np.float32)


def test_it_asks_after_a_change_and_tells_only_a_yes(clock: ManualClock) -> None:
    live = Scripted()
    watch = Watch(live, "tell me when it is dark.", WatchOptions(refractory_s=10, every_s=1), clock)
    assert watch.poll() is None and watch.asked == 0  # nothing sensed yet
    live.rows = rows(1.0)
    assert watch.poll() is None and watch.asked == 1
    assert live.stream is not None
    assert live.stream.question == "Is it true that it is dark? Answer yes or no."
    live.say("No, it is bright.")
    assert watch.poll() is None
    clock.advance(2 * NS_PER_S)
    live.rows = rows(1.01)
    assert watch.poll() is None and watch.asked == 1  # hardly changed
    live.rows = rows(2.0)
    assert watch.poll() is None and watch.asked == 2
    live.say("Yes, it is dark.")
    told = watch.poll()
    assert told is not None and told.text == "Yes, it is dark."
    live.rows = rows(3.0)
    clock.advance(5 * NS_PER_S)
    assert watch.poll() is None and watch.asked == 2  # quiet after telling
    clock.advance(6 * NS_PER_S)
    assert watch.poll() is None and watch.asked == 3


def test_it_waits_while_somebody_else_is_asking(clock: ManualClock) -> None:
    live = Scripted()
    live.busy, live.rows = True, rows(1.0)
    watch = Watch(live, "Is it dark?", clock=clock)
    assert watch.poll() is None and watch.asked == 0
    live.busy = False
    assert watch.poll() is None and watch.asked == 1


def test_it_does_not_ask_again_faster_than_told(clock: ManualClock) -> None:
    live = Scripted()
    live.rows = rows(1.0)
    watch = Watch(live, "Is it dark?", WatchOptions(every_s=3), clock)
    watch.poll()
    live.say("No.")
    watch.poll()
    live.rows = rows(9.0)
    watch.poll()
    assert watch.asked == 1
    clock.advance(3 * NS_PER_S)
    watch.poll()
    assert watch.asked == 2


def test_wishes_become_questions() -> None:
    assert standing_question("Let me know when a dog barks!") == (
        "Is it true that a dog barks? Answer yes or no."
    )
    assert standing_question("Is anybody there?") == "Is anybody there?"
    with pytest.raises(ConfigError, match="empty"):
        standing_question("  ")
    with pytest.raises(ConfigError, match="refractory_s"):
        WatchOptions(refractory_s=-1)


def test_a_question_that_gave_way_is_asked_again_about_the_same(clock: ManualClock) -> None:
    live = Scripted()
    live.rows = rows(1.0)
    watch = Watch(live, "Is it dark?", WatchOptions(every_s=1), clock)
    for end in ("waiting", "speaking"):
        asked = watch.asked
        clock.advance(2 * NS_PER_S)
        assert watch.poll() is None and watch.asked == asked + 1
        assert live.stream is not None
        live.stream.cancel()
        if end == "waiting":
            live.stream.fail(EngineError("the question was given up before its answer began"))
        else:
            live.say("Ye")
        assert watch.poll() is None
    clock.advance(2 * NS_PER_S)
    assert watch.poll() is None and watch.asked == 3
    assert live.stream is not None
    live.stream.fail(EngineError("out of memory"))
    with pytest.raises(EngineError, match="out of memory"):
        watch.poll()


@pytest.mark.parametrize("asked", [False, True])
def test_a_session_that_is_over_is_told(clock: ManualClock, asked: bool) -> None:
    live = Scripted()
    watch = Watch(live, "Is it dark?", clock=clock)
    if asked:
        live.rows = rows(1.0)
        watch.poll()
        assert live.stream is not None
        live.stream.cancel()  # as a session does to whoever waits when it ends
        live.stream.fail(EngineError("it ended"))
    live.over = "the live session ended: its encoder thread failed: no more"
    for _ in range(2):
        with pytest.raises(EngineError, match="its encoder thread failed"):
            watch.poll()


def test_an_answer_that_came_before_the_end_is_told_first(clock: ManualClock) -> None:
    live = Scripted()
    live.rows = rows(1.0)
    watch = Watch(live, "Is it dark?", clock=clock)
    watch.poll()
    live.say("Yes.")
    live.over = "the live session is closed"
    told = watch.poll()
    assert told is not None and told.text == "Yes."
    with pytest.raises(EngineError, match="is closed"):
        watch.poll()
