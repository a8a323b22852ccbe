"""Soft tokens by content: one run per content, times of their own, no more bytes than allowed."""

import numpy as np

from anymal.engines.encoder import Prepared
from anymal.runtime.embedding_cache import EmbeddingCache
from anymal.samples import Embedding

ROW_BYTES = 4 * 8 * 2


class CountingEncoder:
    """Makes rows [2, 8] out of the value it is given, and counts what it ran."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def run(self, prepared: list[Prepared]) -> list[Embedding]:
        self.ran += [item.key for item in prepared]
        return [
            Embedding(
                "image", np.full((2, 8), item.values[0], np.float32), item.start_ns, item.end_ns, item.key
            )
            for item in prepared
        ]


def item(value: int, t_ns: int = 0) -> Prepared:
    return Prepared(np.array([value], np.uint8), t_ns, t_ns + 1, str(value))


def test_equal_content_runs_once_and_keeps_its_own_times() -> None:
    encoder, cache = CountingEncoder(), EmbeddingCache()
    first, other, again = cache.embed([item(1), item(2), item(1, t_ns=50)], encoder)  # type: ignore[arg-type]
    assert encoder.ran == ["1", "2"]
    assert (again.start_ns, again.end_ns, again.key) == (50, 51, "1")
    assert (first.start_ns, first.end_ns) == (0, 1)
    assert again.rows is first.rows
    assert other.rows[0, 0] == 2
    assert cache.found == 1


def test_what_was_used_last_stays() -> None:
    encoder, cache = CountingEncoder(), EmbeddingCache(2 * ROW_BYTES)
    for value in (1, 2, 1, 3, 1, 2):
        cache.embed([item(value)], encoder)  # type: ignore[arg-type]
    assert encoder.ran == ["1", "2", "3", "2"]


def test_a_cache_without_room_keeps_nothing() -> None:
    encoder, cache = CountingEncoder(), EmbeddingCache(0)
    for _ in range(3):
        (made,) = cache.embed([item(7)], encoder)  # type: ignore[arg-type]
        assert made.rows[0, 0] == 7
    assert encoder.ran == ["7"] * 3
    assert cache.found == 0
