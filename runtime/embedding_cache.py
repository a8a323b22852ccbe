"""Soft tokens by content: what was encoded lately is not encoded again.

Knows keys, rows and how many bytes of them to keep; refuses to know files, sensors and time. An engine
sees one sample at a time, so that its rows cannot depend on which of its neighbours were known.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from anymal.samples import Embedding

if TYPE_CHECKING:
    from anymal.engines.encoder import Encoder, Prepared

__all__ = ["EmbeddingCache"]

ROOM_BYTES = 32 << 20
"""A picture of nano has 16 kB of rows, one of LLaVA-1.5 has 9.4 MB."""


class EmbeddingCache:
    """The embeddings used last, up to `room_bytes` of rows; 0 keeps none. One thread at a time."""

    def __init__(self, room_bytes: int = ROOM_BYTES) -> None:
        self._room = room_bytes
        self._held = 0
        self._known: OrderedDict[str, Embedding] = OrderedDict()
        self.found = 0
        """How many samples were known since the start."""

    def embed(self, prepared: "Sequence[Prepared]", encoder: "Encoder") -> list[Embedding]:
        """Return one embedding per prepared sample, each with its own times.

        Raises `EngineError` when a backend fails.
        """
        return [self._one(item, encoder) for item in prepared]

    def _one(self, item: "Prepared", encoder: "Encoder") -> Embedding:
        known = self._known.get(item.key)
        if known is not None:
            self._known.move_to_end(item.key)
            self.found += 1
            return replace(known, start_ns=item.start_ns, end_ns=item.end_ns)
        (made,) = encoder.run([item])
        self._keep(made)
        return made

    def _keep(self, made: Embedding) -> None:
        self._known[made.key] = made
        self._held += made.rows.nbytes
        while self._held > self._room:
            _, oldest = self._known.popitem(last=False)
            self._held -= oldest.rows.nbytes
