"""The thread that senses: drains the sensors, encodes windows that moved on, shows them on the board.

Knows which stream is due and that one broken stream must not stop the others, whatever broke it: samples
come from drivers that anybody may write. Refuses to know the LLM. A question that waits for something newer
makes its modality urgent.
"""

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anymal.clock import Clock
from anymal.engines.base import Interrupted
from anymal.errors import AnymalError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_board import Board
from anymal.runtime.live_wakes import Wakes
from anymal.runtime.sensing import StreamSensing
from anymal.runtime.slow_encoders import SlowEncoders
from anymal.samples import NS_PER_S, Captured, Modality
from anymal.sensors.sensor import Sensor
from anymal.sensors.stamps import captured_ns

__all__ = ["SenseWorker"]

PAUSE_S, WISHED_PAUSE_S = 0.01, 0.002
"""Between two looks at the sensors; the shorter one while a question waits for what they have next."""
OVER = ("ended", "failed", "closed")
LOST = ("reconnecting", *OVER)
GATE_S = 0.1
"""How long to wait for a turn before the sensors are drained again: their rings are short."""
RECENT_GAPS, GAPS = 8, 3
"""Who sends a picture a minute is not gone after ten seconds: GAPS times the longest of its last RECENT_GAPS
gaps are waited for."""
OTHER_TIME_NS = 60 * NS_PER_S
"""Samples that old when they come keep the times of a recording, which say nothing about their age."""


class SenseWorker:
    """`work` is the thread's body; `failures` says which streams gave up and why.

    `spent` are those whose sensor is over and of which everything that came was made use of.
    """

    def __init__(
        self,
        board: Board,
        gate: ComputeGate,
        sensors: Mapping[Modality, Sensor],
        streams: Mapping[Modality, StreamSensing],
        clock: Clock,
        forget_s: float,
        wakes: Wakes | None = None,
    ) -> None:
        self._board = board
        self._gate = gate
        self._sensors = sensors
        self._streams = streams
        self._clock = clock
        self._forget_ns = round(forget_s * NS_PER_S)
        self._shown_ns: dict[Modality, int] = {}  # when the window on the board was put there
        self._shown_until_ns: dict[Modality, int] = {}  # its capture time
        self._arrivals = {name: _Arrivals() for name in sensors}
        self._barren_ns: dict[Modality, int] = {}  # since when its newest windows cannot be used
        self._begun: dict[Modality, int] = dict.fromkeys(streams, 0)  # number of its last run among all runs
        self._interrupted: set[Modality] = set()
        self._slow = SlowEncoders()
        self._stop = threading.Event()
        self._wakes = wakes or Wakes(clock, forget_s)
        self._woke = self._wakes.count
        self.failures: dict[Modality, str] = {}
        self.spent: set[Modality] = set()

    def stop(self) -> None:
        """Let `work` return."""
        self._stop.set()

    def expected(self) -> tuple[Modality, ...]:
        """Return the modalities that have a window up or may still get one; from any thread."""
        return tuple(
            name
            for name in self._sensors
            if name not in self.failures and (name in self._shown_ns or name not in self.spent)
        )

    def coming(self) -> tuple[Modality, ...]:
        """Return those of `expected` that a question may wait for, neither lost nor refused; any thread."""
        return tuple(
            name
            for name in self.expected()
            if not self._streams[name].counts.refusal
            and (not self._is_lost(name) or self._sensors[name].stats().state in OVER)
        )

    def work(self) -> None:
        """Drain and encode until stopped or the session is over."""
        while not self._stop.is_set() and not self._board.closed:
            over = [name for name, sensor in self._sensors.items() if sensor.stats().state in OVER]
            self._drain()  # after it no sample of those that are over is left
            self._forget()
            worked = self._sense()
            self._spend(over)
            if not worked:
                self._stop.wait(WISHED_PAUSE_S if self._board.wishes else PAUSE_S)

    def _drain(self) -> None:
        if self._wakes.look() != self._woke:
            self._wake()
        for modality, sensor in self._sensors.items():
            if modality in self.failures:
                sensor.drain()  # its ring stays empty; its counters go on
                continue
            for captured in sensor.drain():
                try:
                    self._arrivals[modality].add(captured)
                    self._streams[modality].push(captured.sample)
                except Exception as error:  # noqa: BLE001 - it is told in `failures`, and stops this stream alone
                    self._give_up(modality, error)
                    break

    def _wake(self) -> None:
        """All of this slept, and what is up was taken down: what was gathered before is of another time."""
        woke = self._wakes.count
        for modality, sensor in self._sensors.items():
            sensor.drain()
            self._begin(modality)
        self._woke = woke  # last: what comes once somebody sees it is of this time

    def _forget(self) -> None:
        """Take down what is no longer so: an answer must not go on about it for ever."""
        now_ns = self._clock.now_ns()
        for modality, shown_ns in tuple(self._shown_ns.items()):
            lost = modality in self.failures or self._is_lost(modality)
            if (lost and now_ns - shown_ns > self._forget_ns) or self._is_outdated(modality, now_ns):
                self._begin(modality)  # what comes next is shown at once, however soon it comes
                self._board.withdraw(modality)

    def _begin(self, modality: Modality) -> None:
        """Gather afresh; nothing of it is up."""
        self._shown_ns.pop(modality, None)
        self._shown_until_ns.pop(modality, None)
        self._barren_ns.pop(modality, None)
        self._arrivals[modality].clear()
        self._streams[modality].forget()

    def _is_outdated(self, modality: Modality, now_ns: int) -> bool:
        """Whether its window is old and no newer one is on its way, though the sensor seems to work.

        One that the encoder has not come to, or needs long for, is on its way.
        """
        arrivals = self._arrivals[modality]
        if now_ns - self._shown_until_ns[modality] <= self._forget_ns or arrivals.of_other_time:
            return False
        barren_ns = self._barren_ns.get(modality)
        if barren_ns is not None and now_ns - barren_ns > self._forget_ns:
            return True
        return arrivals.silent(now_ns, self._forget_ns)

    def _spend(self, over: Sequence[Modality]) -> None:
        """Tell whoever waits for one of them that nothing more comes, once its last window was tried."""
        spent = {name for name in over if not self._streams[name].due()} - self.spent
        if spent:
            self.spent |= spent
            self._board.changed()

    def _is_lost(self, modality: Modality) -> bool:
        """Gone, at its end, or a server of ours that nobody is connected to."""
        stats = self._sensors[modality].stats()
        return stats.state in LOST or (stats.state == "streaming" and stats.counters.get("clients") == 0)

    def _sense(self) -> bool:
        """Encode the streams that are due; returns whether to look again at once."""
        worked = False
        # Two threads of one interpreter: this one would have begun the next run before the other woke up, and
        # what an answer sees would be a whole run older.
        if self._gate.exclusive and not self._board.wishes and not self._board.digested:
            return False
        # Whose last run is longest ago comes first: where a run and its rows take longer than a hop, the
        # first sense is due again before the last one had its turn.
        for modality in sorted(self._streams, key=lambda name: self._begun[name]):
            stream = self._streams[modality]
            wishes = self._board.wishes
            wish = wishes.get(modality)
            # What a question waits for comes first, and once: then the cores belong to the LLM.
            urgent = wish is not None and self._shown_until_ns.get(modality, -1) < wish
            if wishes and self._gate.exclusive and not urgent:
                continue
            if modality in self.failures or not stream.due(wish if urgent else None):
                continue
            if wish is not None and urgent and (stream.end_ns or 0) < wish:
                continue  # the frame that is wanted will be here before a run about this one would be over
            run = _Run(stream, redoable=not urgent and modality not in self._interrupted)
            with self._gate.background(urgent, GATE_S, run=run) as entered:
                if not entered:
                    return True
                self._encode(modality, stream)
            worked = True
            self._drain()
        return worked

    def _encode(self, modality: Modality, stream: StreamSensing) -> None:
        began_ns, woke = self._clock.now_ns(), self._woke
        self._begun[modality] = max(self._begun.values()) + 1
        try:
            sensed = stream.sense(self._drain)
            if self._slow.note(modality, self._clock.now_ns() - began_ns) and self._gate.exclusive:
                stream.isolate(self._drain)  # a question must not share the cores with it
        except Interrupted:
            self._interrupted.add(modality)
            return
        except Exception as error:  # noqa: BLE001 - the same
            self._give_up(modality, error)
            return
        self._interrupted.discard(modality)
        if sensed is None:
            self._barren_ns.setdefault(modality, self._clock.now_ns())
        elif self._wakes.look() == woke:
            self._barren_ns.pop(modality, None)
            self._shown_ns[modality] = self._clock.now_ns()
            self._shown_until_ns[modality] = max(e.end_ns for e in sensed.embeddings)
            self._board.show(sensed)

    def _give_up(self, modality: Modality, error: Exception) -> None:
        told = isinstance(error, AnymalError)  # others say little without their name
        self.failures[modality] = str(error) if told else f"{type(error).__name__}: {error}"
        self._board.changed()  # whoever waits for this modality waits in vain


class _Arrivals:
    """When a sensor's last samples came, and how old they were."""

    def __init__(self) -> None:
        self._gaps_ns: deque[int] = deque(maxlen=RECENT_GAPS)
        self._arrived_ns: int | None = None
        self._captured_ns = 0
        self.of_other_time: bool | None = None  # what the first sample says is so for all

    def add(self, captured: Captured) -> None:
        """A sample came."""
        self._captured_ns = captured_ns(captured)
        if self.of_other_time is None:
            self.of_other_time = abs(captured.arrival_ns - self._captured_ns) > OTHER_TIME_NS
        if self._arrived_ns is not None:
            self._gaps_ns.append(captured.arrival_ns - self._arrived_ns)
        self._arrived_ns = captured.arrival_ns

    def clear(self) -> None:
        """What comes next does not tell how often it comes."""
        self._gaps_ns.clear()
        self._arrived_ns = None

    def silent(self, now_ns: int, least_ns: int) -> bool:
        """Whether the newest sample is older than `least_ns` and than usual; of a single one nobody knows."""
        usual_ns = max(self._gaps_ns, default=now_ns)
        return now_ns - self._captured_ns > max(least_ns, GAPS * usual_ns)


@dataclass(frozen=True)
class _Run:
    """What the gate may do about an encoder in its turn; see `compute_gate.Run`."""

    stream: StreamSensing
    redoable: bool
    """Not what a question waits for, nor twice in a row: many questions must not keep a sense from news."""

    def pause(self) -> bool:
        return self.stream.pause()

    def resume(self) -> None:
        self.stream.resume()

    def interrupt(self) -> None:
        if self.redoable:
            self.stream.interrupt()
