"""An encoder: samples of one modality in, soft tokens out.

Knows which features and which engine serve a modality, and proves that the engine fits its
manifest; refuses to know files, prompts and the LLM.
"""

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines import open_engine
from anymal.engines.audio_features import audio_input, audio_span_ns
from anymal.engines.base import Engine, Interruptible, Pausable, Prefer, TensorSpec
from anymal.engines.bundle import Bundle
from anymal.engines.choose import EncoderFiles, open_best
from anymal.engines.image_features import image_input
from anymal.engines.imu_features import imu_input, imu_span_ns
from anymal.engines.manifest import AudioInput, EncoderSpec, ImageInput, ImuInput, VideoInput
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.process_engine import ProcessEngine, can_pause
from anymal.errors import BundleError, EngineError, InputError
from anymal.samples import AudioChunk, Embedding, Frame, ImuChunk, Modality, Sample

__all__ = ["Encoder", "Prepared", "open_encoder"]

KEY_BYTES = 16
ROWS = "rows"


def open_encoder(bundle: Bundle, modality: Modality, threads: int = 1, prefer: Prefer = "auto") -> "Encoder":
    """Open the encoder of `modality`; for video, that of the pictures it is made of.

    Raises `BundleError` when the bundle has none or its engine file does not fit the manifest
    and the LLM, `EngineError` when no backend can run it.
    """
    spec = bundle.manifest.encoder_spec(modality)
    path = bundle.path(spec.file)
    try:
        engine = _open(bundle, spec, path, prefer, threads)
    except EngineError as error:
        raise EngineError(f"bundle {bundle.manifest.name!r}, {modality}: {error}") from error
    try:
        _check_engine(engine, spec, bundle.manifest.llm.n_embd, path)
    except BundleError:
        engine.close()
        raise
    return Encoder(engine, modality, spec, bundle.manifest.llm.n_embd)


def _open(bundle: Bundle, spec: EncoderSpec, path: Path, prefer: Prefer, threads: int) -> Engine:
    """The best engine of an ONNX encoder and its variants; other files have one engine each."""
    if path.suffix != ".onnx":
        return open_engine(path, prefer=prefer, threads=threads)
    variants = {precision: bundle.path(name) for precision, name in spec.variants.items()}
    return open_best(EncoderFiles(path, spec.precision, variants), prefer, threads)


@dataclass(frozen=True)
class Prepared:
    """An engine's input for one sample; equal `key`s mean equal `values` and so equal soft tokens."""

    values: NDArray[Any]
    start_ns: int
    end_ns: int
    key: str


class Encoder:
    """Samples in, embeddings out; use it with `with`. One thread at a time."""

    def __init__(self, engine: Engine, modality: Modality, spec: EncoderSpec, n_embd: int) -> None:
        self.modality = modality
        self.spec = spec
        self.backend = engine.backend
        self.reason = engine.reason
        self._engine = engine
        self._shape = (spec.tokens, n_embd)
        self._isolation_tried = False

    def encode(self, sample: Sample) -> Embedding:
        """Return the soft tokens of one sample. Raises `InputError` when it cannot be used."""
        return self.encode_batch([sample])[0]

    def encode_batch(self, samples: Sequence[Sample]) -> list[Embedding]:
        """Return one embedding per sample, one for all frames of a video encoder."""
        return self.run(self.prepare_all(samples))

    def run(self, prepared: "Sequence[Prepared]") -> list[Embedding]:
        """Return one embedding per prepared sample.

        One run of the engine, but for int8: its activations are scaled by the largest of the whole
        batch, so that a sample's soft tokens would depend on its neighbours.
        """
        if not prepared:
            return []
        if self.spec.precision == "int8" and len(prepared) > 1:
            return [embedding for item in prepared for embedding in self.run([item])]
        # One sample, the common case, needs no copy: a stack of 5 s of sound is 320 kB of fresh memory.
        alone = len(prepared) == 1
        values = prepared[0].values[None] if alone else np.stack([item.values for item in prepared])
        feeds = {self.spec.input.name: values}
        rows = self._engine.run(feeds)[ROWS]
        wanted = (len(prepared), *self._shape)
        if rows.shape != wanted:
            raise EngineError(f"{self.spec.file}: rows must be {list(wanted)}, found {list(rows.shape)}")
        if not math.isfinite(rows.sum()) and not np.isfinite(rows).all():  # the sum alone takes half as long
            raise EngineError(f"{self.spec.file}: rows must be finite, found NaN or infinity")
        return [
            Embedding(
                self.modality, np.ascontiguousarray(part, np.float32), item.start_ns, item.end_ns, item.key
            )
            for part, item in zip(rows, prepared, strict=True)
        ]

    def interrupt(self) -> None:
        """End a `run` in another thread, which then raises `Interrupted`, where the backend can do that."""
        if isinstance(self._engine, Interruptible):
            self._engine.interrupt()

    def isolate(self, between: "Callable[[], None]" = lambda: None) -> None:
        """Move to a process of its own, where a run can stand still, if that can be: ONNX Runtime on a CPU.

        The engine here is closed before the other opens the file: there is never memory for two. `between` is
        called about every 20 ms until it is open, which may be as long as it stands still for a question.
        """
        engine = self._engine
        if self._isolation_tried or not (
            isinstance(engine, OnnxEngine) and engine.backend == "CPU" and can_pause()
        ):
            return
        self._isolation_tried = True  # where it cannot be, it is not tried at every window
        engine.close()

        def take(started: ProcessEngine) -> None:
            started.between = between
            self._engine = started

        try:
            ProcessEngine(engine.path, engine.threads, take).between = lambda: None
        except EngineError:  # as before, then
            self._engine = engine  # closed; it stays so if the file does not open here either
            self._engine = OnnxEngine(engine.path, "cpu", engine.threads)
        self.reason = self._engine.reason

    @contextmanager
    def calling(self, between: "Callable[[], None]") -> Iterator[None]:
        """Call `between` about every 20 ms of a `run`, where the engine is in a process of its own."""
        engine = self._engine
        if not isinstance(engine, Pausable):
            yield
            return
        before, engine.between = engine.between, between
        try:
            yield
        finally:
            engine.between = before

    def pause(self) -> bool:
        """Let a `run` in another thread stand still; whether it does, which takes `isolate`."""
        return isinstance(self._engine, Pausable) and self._engine.pause()

    def resume(self) -> None:
        """Let it go on."""
        if isinstance(self._engine, Pausable):
            self._engine.resume()

    def prepare_all(self, samples: Sequence[Sample]) -> list[Prepared]:
        """Return the engine's inputs: one per sample, but one for all `samples` when they are its frames.

        Raises `InputError` when they cannot be used.
        """
        spec = self.spec.input
        if not isinstance(spec, VideoInput):
            return [self.prepare(sample) for sample in samples]
        frames = [sample for sample in samples if isinstance(sample, Frame)]
        if len(frames) < len(samples):
            other = next(sample for sample in samples if not isinstance(sample, Frame))
            raise InputError(
                f"the video encoder takes pictures (Frame), found a {type(other).__name__} among them"
            )
        if len(frames) != spec.frames:
            raise InputError(f"the video encoder takes {spec.frames} frames at a time, found {len(frames)}")
        values = np.stack([image_input(frame, spec.picture) for frame in frames])
        return [Prepared(values, frames[0].t_ns, frames[-1].t_ns, self._key(values))]

    def prepare(self, sample: Sample) -> Prepared:
        """Return the engine's input for one sample, the time it spans and the key of its content.

        Raises `InputError` when the sample cannot be used.
        """
        spec = self.spec.input
        values: NDArray[Any]
        if isinstance(spec, ImageInput) and isinstance(sample, Frame):
            values, span = image_input(sample, spec), (sample.t_ns, sample.t_ns)
        elif isinstance(spec, AudioInput) and isinstance(sample, AudioChunk):
            values, span = audio_input(sample, spec), audio_span_ns(sample, spec)
        elif isinstance(spec, ImuInput) and isinstance(sample, ImuChunk):
            values, span = imu_input(sample, spec), imu_span_ns(sample, spec)
        else:
            raise InputError(f"the {self.modality} encoder cannot take a {type(sample).__name__}")
        return Prepared(values, *span, self._key(values))

    def _key(self, values: NDArray[Any]) -> str:
        """Hash what the engine saw: equal keys mean equal rows, whatever the file or time."""
        digest = hashlib.blake2b(self.modality.encode(), digest_size=KEY_BYTES)
        digest.update(np.ascontiguousarray(values).data)
        return digest.hexdigest()

    def close(self) -> None:
        """Free the engine; safe to call twice."""
        self._engine.close()

    def __enter__(self) -> "Encoder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _check_engine(engine: Engine, spec: EncoderSpec, n_embd: int, path: Path) -> None:
    """Raise `BundleError` unless the engine takes what the manifest says and gives what the LLM takes."""
    wanted_in = _wanted_input(spec)
    wanted_out = TensorSpec(ROWS, (None, spec.tokens, n_embd), "float32")
    for found, wanted, side in ((engine.inputs, wanted_in, "input"), (engine.outputs, wanted_out, "output")):
        if len(found) != 1 or not _fits(found[0], wanted):
            listed = "; ".join(map(str, found)) or "none"
            raise BundleError(
                f"{path.name}: its one {side} must be {wanted} as the manifest says "
                f"(llm.n_embd = {n_embd}), found {listed}; it belongs to another bundle, export it again"
            )


def _wanted_input(spec: EncoderSpec) -> TensorSpec:
    wanted = spec.input
    if isinstance(wanted, ImageInput):
        return TensorSpec(wanted.name, (None, wanted.height_px, wanted.width_px, 3), "uint8")
    if isinstance(wanted, VideoInput):
        picture = wanted.picture
        shape = (None, wanted.frames, picture.height_px, picture.width_px, 3)
        return TensorSpec(wanted.name, shape, "uint8")
    if isinstance(wanted, AudioInput):
        return TensorSpec(wanted.name, (None, wanted.n_samples), "float32")
    return TensorSpec(wanted.name, (None, wanted.n_steps, 6), "float32")


def _fits(found: TensorSpec, wanted: TensorSpec) -> bool:
    """Tell whether `found` accepts every size of `wanted`; an open size of `found` takes any."""
    if (found.name, found.dtype, len(found.shape)) != (wanted.name, wanted.dtype, len(wanted.shape)):
        return False
    return found.shape[0] is None and all(
        have in (None, want) for have, want in zip(found.shape[1:], wanted.shape[1:], strict=True)
    )
