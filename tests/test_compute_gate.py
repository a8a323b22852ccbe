"""The compute gate: one background worker at a time, none beside a question, and nobody waits for ever."""

import threading

from anymal.runtime.compute_gate import ComputeGate
from tests.live_rig import until


def enter(gate: ComputeGate, urgent: bool = False) -> tuple[threading.Thread, threading.Event, list[bool]]:
    """Enter in another thread; the event says it got in (or was turned away)."""
    inside, found = threading.Event(), list[bool]()

    def work() -> None:
        with gate.background(urgent) as entered:
            found.append(entered)
            inside.set()

    thread = threading.Thread(target=work)
    thread.start()
    return thread, inside, found


def test_background_work_takes_turns() -> None:
    gate = ComputeGate(exclusive=True)
    with gate.background() as entered:
        assert entered
        thread, inside, _ = enter(gate)
        assert not inside.wait(0.05)
    assert inside.wait(10)
    thread.join(10)


def test_a_question_holds_background_work_back_but_not_what_it_waits_for() -> None:
    gate = ComputeGate(exclusive=True)
    with gate.question():
        waiting, inside, _ = enter(gate)
        urgent, urgent_inside, _ = enter(gate, urgent=True)
        assert urgent_inside.wait(10)
        assert not inside.wait(0.05)
    assert inside.wait(10)
    waiting.join(10)
    urgent.join(10)


def test_closing_lets_everybody_go() -> None:
    gate = ComputeGate(exclusive=True)
    with gate.question():
        thread, inside, found = enter(gate)
        gate.close()
        assert inside.wait(10)
        assert found == [False]
        thread.join(10)


def test_a_gpu_needs_no_turns() -> None:
    gate = ComputeGate(exclusive=False)
    with gate.background() as first, gate.question(), gate.background() as second:
        assert first and second


def test_two_that_always_have_something_to_do_alternate() -> None:
    gate = ComputeGate(exclusive=True)
    turns: list[str] = []

    def work() -> None:
        with gate.background() as entered:
            turns.append("other" if entered else "nobody")

    thread = threading.Thread(target=work)
    with gate.background():
        thread.start()
        until(lambda: bool(gate._waiting))
    # Who comes back at once stands behind who has waited.
    with gate.background() as entered:
        assert entered
        assert turns == ["other"]
    thread.join(10)


def test_waiting_ends_when_the_time_is_over_or_the_wish_is_gone() -> None:
    gate = ComputeGate(exclusive=True)
    gone = threading.Event()
    found: list[bool] = []

    def work() -> None:
        with gate.background(given_up=gone.is_set) as entered:
            found.append(entered)

    with gate.background():
        with gate.background(timeout_s=0.01) as entered:
            assert not entered
        thread = threading.Thread(target=work)
        thread.start()
        until(lambda: bool(gate._waiting))
        gone.set()
        gate.wake()
        thread.join(10)
        assert found == [False]
    with gate.background() as entered:
        assert entered


class HandRun:
    """Notes what the gate asks of it; `halts` says whether it can stand still."""

    def __init__(self, halts: bool = False) -> None:
        self.asked: list[str] = []
        self._halts = halts

    def pause(self) -> bool:
        self.asked += ["pause"] * self._halts
        return self._halts

    def resume(self) -> None:
        self.asked.append("resume")

    def interrupt(self) -> None:
        self.asked.append("interrupt")


def test_work_that_cannot_stand_still_is_interrupted_by_a_question_and_by_urgent_work() -> None:
    gate, run = ComputeGate(exclusive=True), HandRun()
    with gate.background(run=run), gate.question():
        assert run.asked == ["interrupt"]
    with gate.background(run=run):
        with gate.background(urgent=True, timeout_s=0.01) as entered:
            assert not entered  # it still waits for the end of what it interrupted
        gate.make_way()
    assert run.asked == ["interrupt"] * 3


def test_work_that_can_stands_still_until_the_last_question_is_over() -> None:
    gate, run = ComputeGate(exclusive=True), HandRun(halts=True)
    with gate.background(run=run):
        with gate.question():
            with gate.question():
                assert run.asked == ["pause"]
            assert run.asked == ["pause"]
        assert run.asked == ["pause", "resume"]
        with gate.question():
            assert run.asked == ["pause", "resume", "pause"]
    assert run.asked == ["pause", "resume"] * 2


def test_what_stands_still_goes_on_to_be_interrupted() -> None:
    gate, run = ComputeGate(exclusive=True), HandRun(halts=True)
    with gate.background(run=run), gate.question():
        gate.make_way()
        assert run.asked == ["pause", "resume", "interrupt"]
    assert run.asked == ["pause", "resume", "interrupt"]


def test_work_that_ends_just_before_it_is_halted_lets_the_next_run_go() -> None:
    gate, run = ComputeGate(exclusive=True), HandRun(halts=True)
    asking = gate.question()
    with gate.background(run=run):
        asking.__enter__()
    assert run.asked == ["pause", "resume"]
    asking.__exit__(None, None, None)
    assert run.asked == ["pause", "resume"]


def test_nothing_is_asked_of_work_that_is_over_or_of_an_open_gate() -> None:
    run = HandRun(halts=True)
    for exclusive in (True, False):
        gate = ComputeGate(exclusive=exclusive)
        with gate.background(run=run):
            pass
        with gate.question():
            gate.make_way()
    gate = ComputeGate(exclusive=False)
    with gate.background(run=run), gate.question():
        pass
    assert run.asked == []
