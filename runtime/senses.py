"""The encoders of one bundle: what was given in, soft tokens per sense out.

Knows which encoder serves each sense, opens it at its first use and keeps it; refuses to know
prompts and the LLM, or how a model looks at a sample.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.errors import InputError
from anymal.runtime.answer import ContextEntry
from anymal.runtime.embedding_cache import EmbeddingCache
from anymal.runtime.given import Given, read
from anymal.runtime.given_kinds import require_windows
from anymal.samples import NS_PER_S, Embedding, Modality

if TYPE_CHECKING:
    from anymal.engines.bundle import Bundle
    from anymal.engines.encoder import Encoder
    from anymal.runtime.options import AssistantOptions
    from anymal.sensors.window import Window

__all__ = ["SenseTimes", "Sensed", "Senses"]


@dataclass(frozen=True)
class Sensed:
    """One thing sensed, as it goes into the prompt; a video has one embedding per frame."""

    modality: Modality
    embeddings: tuple[Embedding, ...]

    @property
    def entry(self) -> ContextEntry:
        """What the answer's context says of it."""
        return ContextEntry(
            start_s=min(e.start_ns for e in self.embeddings) / NS_PER_S,
            end_s=max(e.end_ns for e in self.embeddings) / NS_PER_S,
            tokens=sum(len(e.rows) for e in self.embeddings),
        )


@contextmanager
def _named(source: object) -> Iterator[None]:
    """What a model cannot take is told with the name of the file it came from."""
    try:
        yield
    except InputError as error:
        if isinstance(source, Path):
            raise InputError(f"{source}: {error}") from error
        raise


@dataclass
class SenseTimes:
    """Milliseconds spent sensing for one answer; `open_ms` is for encoders used for the first time."""

    open_ms: float = 0.0
    encode_ms: dict[Modality, float] = field(default_factory=dict)


class Senses:
    """Opens encoders as they are needed; `close` closes them all and may be called twice."""

    def __init__(self, bundle: "Bundle", options: "AssistantOptions") -> None:
        self._bundle = bundle
        self._options = options
        self._encoders: dict[Modality, Encoder] = {}
        self._known = EmbeddingCache() if options.reuse else EmbeddingCache(0)
        self._stack = ExitStack()

    def close(self) -> None:
        """Close every encoder that was opened."""
        self._encoders.clear()
        self._stack.close()

    def check(self, given: Given) -> None:
        """Raise `InputError` when the bundle lacks a sense: cheap, so it comes before any reading."""
        manifest = self._bundle.manifest
        for modality in given.modalities:
            if modality not in manifest.modalities:
                have = ", ".join(manifest.modalities) or "text only"
                raise InputError(
                    f"the bundle {manifest.name!r} has no {modality}, it has {have}: leave the {modality} "
                    "out, or choose another bundle"
                )

    def sense(
        self, given: Given, windows: "Mapping[Modality, Window]"
    ) -> tuple[tuple[Sensed, ...], SenseTimes]:
        """Read everything given, and encode what was not encoded lately (`AssistantOptions.reuse`).

        Raises `InputError` for what cannot be used, `ConfigError` for a window longer than a
        model takes or of no sense, `EngineError` when a backend fails.
        """
        require_windows(windows)
        self.check(given)
        times = SenseTimes()
        sensed: list[Sensed] = []
        for modality in given.modalities:
            started_s = time.perf_counter()
            # Read before opening the model: a bad file is the likelier failure, and the cheaper one.
            things = read(modality, given, self._bundle.manifest.modalities[modality], windows.get(modality))
            read_s = time.perf_counter() - started_s
            encoder = self._encoder(modality, times)
            started_s = time.perf_counter()
            for samples in things:
                with _named(getattr(given, modality)):
                    prepared = encoder.prepare_all(samples)
                sensed.append(Sensed(modality, tuple(self._known.embed(prepared, encoder))))
            times.encode_ms[modality] = (time.perf_counter() - started_s + read_s) * 1e3
        return tuple(sensed), times

    def encoder(self, modality: Modality) -> "Encoder":
        """Return the encoder of a modality, opened at its first use. One thread at a time."""
        return self._encoder(modality, SenseTimes())

    def _encoder(self, modality: Modality, times: SenseTimes) -> "Encoder":
        if modality not in self._encoders:
            from anymal.engines.encoder import open_encoder

            started_s = time.perf_counter()
            options = self._options
            encoder = open_encoder(self._bundle, modality, options.thread_count, options.device)
            self._encoders[modality] = self._stack.enter_context(encoder)
            times.open_ms += (time.perf_counter() - started_s) * 1e3
        return self._encoders[modality]
