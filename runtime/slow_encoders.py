"""Which encoders are too slow to share a CPU's cores with a question.

Knows how long the last runs of each took; refuses to know what is done about it. Moving to a process of its
own takes a second or two in which that sense stands still, so an encoder at the border must not move because
of a run or two that met something else.
"""

from anymal.samples import NS_PER_S, Modality

__all__ = ["SlowEncoders"]

LONG_NS = NS_PER_S // 10


class SlowEncoders:
    """`note` every run of every encoder."""

    def __init__(self) -> None:
        self._over_ns: dict[Modality, int] = {}

    def note(self, modality: Modality, took_ns: int) -> bool:
        """Return whether runs in a row, this the last of them, took 0.1 s too long together.

        Each may take 0.1 s. The first of a row counts for nothing, as the first of all opens the encoder.
        """
        over_ns = took_ns - LONG_NS
        if over_ns <= 0:
            self._over_ns.pop(modality, None)
            return False
        if modality not in self._over_ns:
            self._over_ns[modality] = 0
            return False
        self._over_ns[modality] += over_ns
        return self._over_ns[modality] >= LONG_NS
