"""Live samples in, what the context should hold out: windows, hops, the still-picture gate, the cache.

Knows when a window has moved on and when its content has not; refuses to know sensors, threads
and the LLM. Belongs to one thread.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from anymal.engines.base import Interrupted
from anymal.engines.manifest import EncoderSpec
from anymal.errors import InputError
from anymal.runtime.embedding_cache import EmbeddingCache
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.senses import Sensed
from anymal.runtime.windows import StreamWindow, make_window
from anymal.samples import NS_PER_S, Embedding, Modality, Sample

if TYPE_CHECKING:
    from anymal.engines.encoder import Encoder, Prepared
    from anymal.engines.manifest import VideoSpec

__all__ = ["SensingCounts", "StreamSensing"]

TILES = 4


@dataclass
class SensingCounts:
    """Of one stream: windows encoded, pictures skipped as still, windows found in the cache, refused.

    `refusal` is what is wrong with the newest window, empty when it could be used.
    """

    encoded: int = 0
    still: int = 0
    cached: int = 0
    refused: int = 0
    refusal: str = ""


class StreamSensing:
    """One modality of a live session: `push` samples, `sense` when `due`."""

    def __init__(
        self,
        modality: Modality,
        spec: "EncoderSpec | VideoSpec",
        open_encoder: "Callable[[Modality], Encoder]",
        options: LiveOptions,
    ) -> None:
        self.modality = modality
        self.counts = SensingCounts()
        self._open_encoder = open_encoder
        self._make_window = partial(make_window, modality, spec, options.frame_spacing_s)
        self._window: StreamWindow = self._make_window()
        self._hop_ns = _hop_ns(modality, spec, options)
        # A video's frames are told apart by content alone: movement is what they are there for.
        self._still = options.still if modality == "image" else 0.0
        self._sensed_ns: int | None = None
        self._tried_ns: int | None = None
        self._last: Prepared | None = None
        self._encoder: Encoder | None = None
        self._stopped = threading.Event()
        self._cache = EmbeddingCache()

    @property
    def gaps(self) -> int:
        """Holes in the stream that made a window start afresh."""
        return self._window.gaps

    @property
    def end_ns(self) -> int | None:
        """Capture time of the newest sample."""
        return self._window.end_ns

    def push(self, sample: Sample) -> None:
        """Add the next sample. Raises `InputError` for one of another modality or rate."""
        self._window.push(sample)

    def forget(self) -> None:
        """Begin anew with the next sample: what was gathered is of another time."""
        self._window = self._make_window()
        self._sensed_ns = self._tried_ns = self._last = None

    def due(self, newer_than_ns: int | None = None) -> bool:
        """Whether the window moved on by a hop, or past `newer_than_ns`, since it was last sensed."""
        end_ns = self._window.end_ns
        if end_ns is None or end_ns == self._tried_ns:
            return False
        if self._sensed_ns is None:
            return True
        if end_ns < self._sensed_ns - self._hop_ns:  # the stream's clock was set back; its hops begin anew
            return True
        if newer_than_ns is not None and self._sensed_ns < newer_than_ns <= end_ns:
            return True
        return end_ns - self._sensed_ns >= self._hop_ns

    def sense(self, between: Callable[[], None] = lambda: None) -> Sensed | None:
        """Return the newest window as soft tokens; None while there is too little, or it cannot be used.

        `between` is called now and then while an encoder of its own process runs (`isolate`).
        Raises `EngineError` when a backend fails, `Interrupted` after `interrupt`.
        """
        before = self._tried_ns, self._sensed_ns, self._last
        try:
            return self._sense(between)
        except Interrupted:
            self._tried_ns, self._sensed_ns, self._last = before
            raise
        finally:
            self._stopped.clear()

    def interrupt(self) -> None:
        """Let `sense` in another thread end with `Interrupted`; the window is due again."""
        self._stopped.set()
        if self._encoder is not None:
            self._encoder.interrupt()

    def isolate(self, between: Callable[[], None] = lambda: None) -> None:
        """Run the encoder in a process of its own from now on, if that can be; after a `sense`.

        `between` is called now and then until it is open.
        """
        if self._encoder is not None:
            self._encoder.isolate(between)

    def pause(self) -> bool:
        """Let `sense` in another thread stand still; whether it does."""
        return self._encoder is not None and self._encoder.pause()

    def resume(self) -> None:
        """Let it go on."""
        if self._encoder is not None:
            self._encoder.resume()

    def _sense(self, between: Callable[[], None]) -> Sensed | None:
        samples = self._window.take()
        self._tried_ns = self._window.end_ns
        if not samples:
            return None
        encoder = self._encoder = self._open_encoder(self.modality)
        try:
            prepared = encoder.prepare_all(samples)
        except InputError as error:
            self._sensed_ns = self._window.end_ns
            self.counts.refused += 1
            self.counts.refusal = str(error)
            return None
        self._sensed_ns = self._window.end_ns
        self.counts.refusal = ""
        with encoder.calling(between):
            return Sensed(self.modality, self._embed(self._gated(prepared), encoder))

    def _gated(self, prepared: "Sequence[Prepared]") -> "list[Prepared]":
        """A picture that hardly differs from the one encoded before it is that one, seen for longer."""
        if not self._still:
            return list(prepared)
        (item,) = prepared
        last = self._last
        if last is not None and _change(item, last) < self._still:
            self.counts.still += 1
            item = replace(last, end_ns=item.end_ns)
        self._last = item
        return [item]

    def _embed(self, prepared: "Sequence[Prepared]", encoder: "Encoder") -> tuple[Embedding, ...]:
        if self._stopped.is_set():
            raise Interrupted(f"{self.modality}: interrupted before its encoder ran")
        found = self._cache.found
        embeddings = self._cache.embed(prepared, encoder)
        found = self._cache.found - found
        self.counts.cached += found
        self.counts.encoded += len(prepared) - found
        return tuple(embeddings)


def _hop_ns(modality: Modality, spec: "EncoderSpec | VideoSpec", options: LiveOptions) -> int:
    """What was chosen, else what the bundle says its encoder is worth, else the usual."""
    own_s = spec.input.hop_s if isinstance(spec, EncoderSpec) else None
    return options.hop_ns(modality) if own_s is None or modality in options.hop_s else round(own_s * NS_PER_S)


def _change(one: "Prepared", other: "Prepared") -> float:
    """Mean absolute difference of two prepared pictures where they differ most, 0 to 255.

    By tiles: something small that moves is lost in the mean of the whole picture.
    """
    difference = np.abs(one.values.astype(np.int16) - other.values.astype(np.int16))
    bands = np.array_split(difference, TILES, axis=0)
    return max(float(tile.mean()) for band in bands for tile in np.array_split(band, TILES, axis=1))
