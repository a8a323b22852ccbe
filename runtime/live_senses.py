"""The thread that senses: drains the sensors, encodes windows that moved on, shows them on the board.

Knows which stream is due and that one broken stream must not stop the others, whatever broke it: samples
come from drivers that anybody may write. Refuses to know the LLM. A question that waits for something newer
makes its modality urgent.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anymal.clock import Clock
from anymal.engines.base import Interrupted
from anymal.errors import AnymalError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_board import Board
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, Modality
from anymal.sensors.sensor import Sensor

__all__ = ["SenseWorker"]

PAUSE_S, WISHED_PAUSE_S = 0.01, 0.002
"""Between two looks at the sensors; the shorter one while a question waits for what they have next."""
OVER = ("ended", "failed", "closed")
LOST = ("reconnecting", *OVER)
SLOW_NS = NS_PER_S // 10
"""An encoder that takes longer twice in a row (the first time it is opened) gets a process of its own: a
question must not share the cores with it."""
GATE_S = 0.1
"""How long to wait for a turn before the sensors are drained again: their rings are short."""


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
    ) -> None:
        self._board = board
        self._gate = gate
        self._sensors = sensors
        self._streams = streams
        self._clock = clock
        self._forget_ns = round(forget_s * NS_PER_S)
        self._shown_ns: dict[Modality, int] = {}  # when the window on the board was put there
        self._shown_until_ns: dict[Modality, int] = {}  # its capture time
        self._begun: dict[Modality, int] = dict.fromkeys(streams, 0)  # number of its last run among all runs
        self._interrupted: set[Modality] = set()
        self._slow: set[Modality] = set()
        self._stop = threading.Event()
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

    def work(self) -> None:
        """Drain and encode until stopped or the session is over."""
        while not self._stop.is_set() and not self._board.closed:
            over = [name for name, sensor in self._sensors.items() if sensor.stats().state in OVER]
            self._drain()  # after it no sample of those that are over is left
            self._forget()
            if not self._sense():
                self._spend(over)
                self._stop.wait(WISHED_PAUSE_S if self._board.wishes else PAUSE_S)

    def _drain(self) -> None:
        for modality, sensor in self._sensors.items():
            if modality in self.failures:
                sensor.drain()  # its ring stays empty; its counters go on
                continue
            for captured in sensor.drain():
                try:
                    self._streams[modality].push(captured.sample)
                except Exception as error:  # noqa: BLE001 - it is told in `failures`, and stops this stream alone
                    self._give_up(modality, error)
                    break

    def _forget(self) -> None:
        """Take down what a lost sensor last showed: an answer must not go on about it for ever."""
        now_ns = self._clock.now_ns()
        for modality, shown_ns in tuple(self._shown_ns.items()):
            if now_ns - shown_ns <= self._forget_ns:
                continue
            if modality in self.failures or self._is_lost(modality):
                del self._shown_ns[modality]
                self._board.withdraw(modality)

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
        began_ns = self._clock.now_ns()
        self._begun[modality] = max(self._begun.values()) + 1
        try:
            sensed = stream.sense(self._drain)
            self._keep_apart(modality, stream, self._clock.now_ns() - began_ns > SLOW_NS)
        except Interrupted:
            self._interrupted.add(modality)
            return
        except Exception as error:  # noqa: BLE001 - the same
            self._give_up(modality, error)
            return
        self._interrupted.discard(modality)
        if sensed is not None:
            self._shown_ns[modality] = self._clock.now_ns()
            self._shown_until_ns[modality] = max(e.end_ns for e in sensed.embeddings)
            self._board.show(sensed)

    def _keep_apart(self, modality: Modality, stream: StreamSensing, slow: bool) -> None:
        if not slow:
            self._slow.discard(modality)
        elif modality in self._slow and self._gate.exclusive:
            stream.isolate(self._drain)
        else:
            self._slow.add(modality)

    def _give_up(self, modality: Modality, error: Exception) -> None:
        told = isinstance(error, AnymalError)  # others say little without their name
        self.failures[modality] = str(error) if told else f"{type(error).__name__}: {error}"
        self._board.changed()  # whoever waits for this modality waits in vain


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
