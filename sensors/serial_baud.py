"""Finding a serial sensor's speed: listen at one rate after the other until the bytes make sense.

Knows rates, and when garbage has lasted long enough; refuses to know ports: the driver sets what
`baud` says. A silent line proves nothing, so it is waited for at the same rate.
"""

from collections.abc import Mapping

from anymal.errors import SensorError
from anymal.samples import NS_PER_S
from anymal.sensors.protocols import make_parser, recognise

__all__ = ["BAUD_RATES", "BaudSearch"]

# By how common they are among motion sensors.
BAUD_RATES = (115_200, 9_600, 921_600, 460_800, 230_400, 57_600, 38_400, 1_000_000)
LISTEN_NS = NS_PER_S // 2
# A slow sensor, or one that is still starting, gets a second chance.
ROUNDS = 2
LEAST_READINGS = 3
# Deciding costs time in proportion to what was heard, so it is not done at every read.
FIRST_TRY_BYTES, TRY_GROWTH = 64, 1.25


class BaudSearch:
    """Fed with what comes at `baud`; `feed` returns all of it once it makes sense at that rate.

    `likely` are the rate and the protocol that made sense before the port was opened again.
    """

    def __init__(
        self, protocol: str, options: Mapping[str, str], name: str, likely: tuple[int, str] = (0, "")
    ) -> None:
        self._protocol, self._options, self._name = protocol, options, name
        first, self._likely = likely
        self._rates = tuple(dict.fromkeys((first, *BAUD_RATES))) if first else BAUD_RATES
        self._tried = 0
        self._heard: list[tuple[bytes, int]] = []
        self._next_try = FIRST_TRY_BYTES

    @property
    def baud(self) -> int:
        """The rate to listen at now."""
        return self._rates[self._tried % len(self._rates)]

    def feed(self, data: bytes, arrival_ns: int) -> list[tuple[bytes, int]] | None:
        """Return the bytes heard at `baud`, with arrival times, if that is the rate; else None.

        Look at `baud` after each call. Raises `SensorError` when no rate makes sense.
        """
        self._heard.append((data, arrival_ns))
        everything = b"".join(piece for piece, _ in self._heard)
        over = arrival_ns - self._heard[0][1] > LISTEN_NS
        if over or len(everything) >= self._next_try:
            self._next_try = int(len(everything) * TRY_GROWTH)
            if self._makes_sense(everything):
                return self._heard
        if over:
            self._tried += 1
            self._heard, self._next_try = [], FIRST_TRY_BYTES
        if self._tried >= ROUNDS * len(self._rates):
            rates = ", ".join(str(rate) for rate in BAUD_RATES)
            raise SensorError(
                f"{self._name}: bytes such as {everything[:16].hex(' ')} make no sense as protocol "
                f"{self._protocol} at any of {rates} baud. Name protocol= and baud= as in the sensor's "
                "manual, and check that ground is connected"
            )
        return None

    def _makes_sense(self, heard: bytes) -> bool:
        if self._protocol == "auto":
            return recognise(heard, self._likely) is not None
        return len(make_parser(self._protocol, self._options).feed(heard)) >= LEAST_READINGS
