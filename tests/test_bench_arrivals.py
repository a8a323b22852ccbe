"""Questions by Poisson arrivals on a clock of our own: latency counts from the intended time."""

from collections.abc import Iterator

import pytest

from anymal.bench.arrivals import Asked, Speech, ask_all, poisson
from anymal.bench.live_scenario import QUESTIONS
from anymal.bench.timing import Timing
from anymal.runtime.live_answer import LiveAnswer, LiveTimings


class Clock:
    """Time that passes only when somebody sleeps or works."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now_s += seconds


def answer(question: str, ttft_ms: float) -> LiveAnswer:
    return LiveAnswer(question, "", "stop", LiveTimings(0.0, 0.0, 0.0, 0.0, ttft_ms, 0.0), (), 0)


class Stream:
    """An answer whose pieces come after given delays."""

    def __init__(self, clock: Clock, question: str, delays_s: tuple[float, ...]) -> None:
        self._clock, self._question, self._delays_s = clock, question, delays_s

    def __iter__(self) -> Iterator[str]:
        for delay_s in self._delays_s:
            self._clock.now_s += delay_s
            yield "word "

    def answer(self, timeout_s: float | None = None) -> LiveAnswer:
        return answer(self._question, 250.0)


def test_arrivals_are_the_same_for_a_seed_and_have_the_rate_asked_for() -> None:
    times_s = poisson(4000, 2.0, seed=3)
    assert times_s == poisson(4000, 2.0, seed=3)
    assert times_s != poisson(4000, 2.0, seed=4)
    assert list(times_s) == sorted(times_s)
    assert times_s[-1] / 4000 == pytest.approx(0.5, rel=0.05)


def test_a_slow_answer_counts_against_the_question_that_had_to_wait() -> None:
    clock = Clock()
    took = iter([(5.0, 1.0), (0.5,), (0.5,)])
    asked = ask_all(
        lambda question: Stream(clock, question, next(took)), ("a", "b"), (1.0, 2.0, 10.0), clock, clock.sleep
    )
    assert [one.answer.question for one in asked] == ["a", "b", "a"]
    latencies_s = [one.first_s - one.intended_s for one in asked]
    # The second was meant for second 2 and asked at second 7: a closed loop would have said 0.5.
    assert latencies_s == pytest.approx([5.0, 5.5, 0.5])
    assert [one.asked_s - one.intended_s for one in asked] == pytest.approx([0.0, 5.0, 0.0])
    assert clock.slept == pytest.approx([1.0, 2.5])


def test_a_spoken_question_ends_when_it_was_meant_to_and_its_last_word_is_not_told() -> None:
    clock, told = Clock(), []
    asked = ask_all(
        lambda question: Stream(clock, question, (0.25,)),
        ("what is it", "now"),
        (2.0, 2.5, 2.6),
        clock,
        clock.sleep,
        Speech(lambda text: told.append((text, clock.now_s)), 0.5),
    )
    assert told == [("what", 102.0), ("what is", 102.5), ("what", 103.75), ("what is", 104.25)]
    # The third was meant to begin a tenth of a second after the second ended, whose answer took longer.
    assert [one.asked_s for one in asked] == pytest.approx([103.0, 103.5, 104.75])
    assert [one.intended_s for one in asked] == pytest.approx([103.0, 103.5, 104.6])


@pytest.mark.parametrize(
    ("word_s", "silence_s", "per_s"), [(0.4, 0.0, 1.0), (0.4, 0.0, 0.5), (0.4, 0.8, 50.0), (0.0, 0.0, 1000.0)]
)
def test_a_system_that_needs_no_time_has_no_latency(word_s: float, silence_s: float, per_s: float) -> None:
    clock = Clock()
    speech = Speech(lambda text: None, word_s, silence_s)
    times_s = poisson(200, per_s, seed=1)
    asked = ask_all(
        lambda question: Stream(clock, question, (0.0,)), QUESTIONS, times_s, clock, clock.sleep, speech
    )
    assert max(one.first_s - one.intended_s for one in asked) == pytest.approx(0.0, abs=1e-6)
    said_s = speech.lasts_s_of(QUESTIONS, len(times_s))
    assert asked[-1].intended_s == pytest.approx(100.0 + times_s[-1] + said_s)


def test_an_answer_that_takes_longer_than_the_pause_delays_the_next_question() -> None:
    clock = Clock()
    speech = Speech(lambda text: None, 0.5)
    asked = ask_all(
        lambda question: Stream(clock, question, (2.0,)), ("is it",), (1.0, 2.0), clock, clock.sleep, speech
    )
    assert [one.intended_s for one in asked] == pytest.approx([101.5, 103.0])
    assert [one.first_s - one.intended_s for one in asked] == pytest.approx([2.0, 3.0])


def test_a_listener_that_is_slow_does_not_slow_who_speaks() -> None:
    clock, told = Clock(), []

    def tell(text: str) -> None:
        told.append(clock.now_s)
        clock.now_s += 0.4

    Speech(tell, 0.5).say("what is it now", clock, clock.sleep)
    assert told == pytest.approx([100.0, 100.5, 101.0])
    assert clock.now_s == pytest.approx(101.5)


def test_with_a_silence_the_last_word_is_told_before_the_question_ends() -> None:
    clock, told = Clock(), []
    speech = Speech(lambda text: told.append((text, clock.now_s)), 0.5, 0.25)
    (asked,) = ask_all(
        lambda question: Stream(clock, question, (0.1,)), ("is it",), (2.25,), clock, clock.sleep, speech
    )
    assert told == [("is", 102.25), ("is it", 102.75)]
    assert asked.asked_s == pytest.approx(103.0)


def test_gaps_between_pieces_and_an_answer_without_text() -> None:
    spoken = Asked(0.0, 0.0, (1.0, 1.25, 2.0), answer("q", 10.0))
    assert spoken.gaps_ms == pytest.approx((250.0, 750.0))
    silent = Asked(0.0, 3.0, (), answer("q", 500.0))
    assert silent.first_s == pytest.approx(3.5)
    assert silent.gaps_ms == ()


def test_warm_up_is_run_and_not_kept_and_preparation_is_not_timed() -> None:
    clock = Clock()
    runs: list[str] = []

    def work() -> None:
        runs.append("work")
        clock.now_s += 0.25 if len(runs) > 4 else 9.0

    def before() -> None:
        runs.append("before")
        clock.now_s += 1000.0

    taken = Timing(repeats=3, warmup=2, clock=clock).of(work, before)
    assert taken == pytest.approx([250.0, 250.0, 250.0])
    assert runs == ["before", "work"] * 5
