"""What the clients of one WebSocket port have sent for one sensor, and from which of them it takes it.

Knows queues, sequence numbers and who may speak; refuses to know sockets and what is inside a
message. A stream is fed by one client at a time: two cameras mixed into one would be nonsense.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from anymal.clock import Clock
from anymal.samples import NS_PER_S, Modality
from anymal.sensors.ws_message import Message

__all__ = ["Inbox", "Peer", "Received"]

# A client that was silent for this long has lost its place to another one (it may have lost Wi-Fi).
SILENT_NS = 2 * NS_PER_S
MOST_COMPLAINTS = 16
# Messages that wait for the sensor's thread. Old pictures are worthless.
ROOM = {"image": 2, "audio": 256, "imu": 1024}


class Peer:
    """One connected client, as far as sensors see it; `complain` leaves a text for it, from any thread.

    `has_left` says whether it is gone, though some of its messages may still wait.
    """

    def __init__(self, name: str, has_left: Callable[[], bool] = lambda: False) -> None:
        self.name = name
        self.has_left = has_left
        self._lock = threading.Lock()
        self._texts: deque[str] = deque(maxlen=MOST_COMPLAINTS)
        self._said: set[str] = set()

    def complain(self, text: str) -> None:
        """Leave a text to be sent."""
        with self._lock:
            self._texts.append(text)

    def complain_once(self, text: str) -> None:
        """Leave a text that this client has not been told before."""
        with self._lock:
            if text not in self._said and len(self._said) < MOST_COMPLAINTS:
                self._said.add(text)
                self._texts.append(text)

    def complaints(self) -> list[str]:
        """Take what is to be sent."""
        with self._lock:
            texts = list(self._texts)
            self._texts.clear()
            return texts


@dataclass(frozen=True)
class Received:
    """A message, who sent it and when it was here; `lost` messages before it, `fresh`: another device's."""

    message: Message
    arrival_ns: int
    peer: Peer
    lost: int = 0
    fresh: bool = False


class Inbox:
    """A bounded queue between the clients' threads and the thread of one sensor."""

    def __init__(self, sense: Modality, stream: str, clock: Clock) -> None:
        self.sense = sense
        self.stream = stream  # empty: any
        self._clock = clock
        self._changed = threading.Condition()
        self._waiting: deque[Received] = deque()
        self._source: tuple[Peer, str] | None = None
        self._last_ns = 0
        self._last_seq: int | None = None
        self._counts = dict.fromkeys(("messages", "lost", "gaps", "dropped", "refused", "sources"), 0)

    def wants(self, message: Message) -> bool:
        """Whether this message is for us, whoever sends it."""
        return message.sense == self.sense and self.stream in ("", message.stream)

    def put(self, message: Message, peer: Peer) -> None:
        """Take a message in, unless another client feeds this stream; counts what is missing before it."""
        arrival_ns = self._clock.now_ns()
        with self._changed:
            fresh = self._admit(message, peer, arrival_ns)
            if fresh is None:
                self._counts["refused"] += 1
                return
            lost, restarted = (0, False) if fresh else self._missing(message, peer)
            self._last_ns, self._last_seq = arrival_ns, message.seq
            self._counts["messages"] += 1
            self._counts["lost"] += lost
            self._counts["gaps"] += lost > 0
            self._counts["sources"] += fresh
            self._waiting.append(Received(message, arrival_ns, peer, lost, fresh or restarted))
            while len(self._waiting) > ROOM[self.sense]:
                self._drop()
            self._changed.notify()

    def take(self, timeout_s: float) -> list[Received]:
        """Return what waits, after waiting at most `timeout_s` for something."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting, timeout_s)
            taken = list(self._waiting)
            self._waiting.clear()
            return taken

    def counts(self) -> dict[str, int]:
        """Return the counts so far: `dropped` in samples, the others in messages."""
        with self._changed:
            return dict(self._counts)

    def _admit(self, message: Message, peer: Peer, now_ns: int) -> bool | None:
        """Return whether this is another source than before; None when it is not its turn."""
        if self._source == (peer, message.stream):
            return False
        if self._source is not None:
            other, stream = self._source
            if not other.has_left() and now_ns - self._last_ns < SILENT_NS:
                cure = "stop that one" if other is not peer else "choose one with ?stream= in the address"
                peer.complain_once(
                    f"{self.sense} is fed by stream {stream!r} of {other.name}; "
                    f"{message.stream!r} is passed over: {cure}"
                )
                return None
        self._source = (peer, message.stream)
        return True

    def _missing(self, message: Message, peer: Peer) -> tuple[int, bool]:
        """Return how many messages never came, and whether the client began to count again."""
        before, now = self._last_seq, message.seq
        if before is None or now is None:
            return 0, False
        if now == before:
            peer.complain_once(f"seq of stream {message.stream!r} stays at {now}; wanted 1 more each message")
        return max(0, now - before - 1), now < before

    def _drop(self) -> None:
        """Lose the oldest; what it knew of a gap or a new source goes to the next one."""
        oldest = self._waiting.popleft()
        self._counts["dropped"] += oldest.message.body.count
        heir = self._waiting[0]
        lost = oldest.lost + heir.lost + 1
        self._waiting[0] = replace(heir, lost=lost, fresh=oldest.fresh or heir.fresh)
