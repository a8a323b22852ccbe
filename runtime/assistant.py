"""The front door: a bundle opened, questions about files and samples answered.

Knows the order of one answer (check, sense, lay out, prefill, generate) and times it; refuses
to know file formats, tensors and terminals. Threads that ask at once are answered one after the other.
"""

import os
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import TYPE_CHECKING

from anymal.errors import AnymalError, EngineError
from anymal.runtime.adapters import choose_adapters
from anymal.runtime.answer import Answer
from anymal.runtime.answer_stream import AnswerStream
from anymal.runtime.given import AudioInput, ImageInput, ImuInput, VideoInput, gather
from anymal.runtime.kept_prompt import KeptPrompt, row_keys
from anymal.runtime.one_at_a_time import OneAtATime
from anymal.runtime.open_llm import open_llm
from anymal.runtime.option_values import require_instance, require_path
from anymal.runtime.options import AssistantOptions, GenerationOptions, require_generation
from anymal.runtime.prompt import build_prompt
from anymal.runtime.question import require_question, require_text
from anymal.runtime.senses import Senses
from anymal.runtime.spare_cores import spare_cores
from anymal.runtime.spoken import Spent, spoken
from anymal.samples import Modality

if TYPE_CHECKING:
    from os import PathLike

    from anymal.engines.bundle import Bundle
    from anymal.runtime.live import LiveSession
    from anymal.runtime.live_answer import LiveAnswer
    from anymal.runtime.live_options import LiveOptions
    from anymal.runtime.live_replay import ReplayRun
    from anymal.sensors.sensor import Sensor
    from anymal.sensors.window import Window

__all__ = ["AnswerStream", "Assistant", "AssistantOptions", "GenerationOptions"]


class Assistant:
    """An open bundle. Use it with `with`; a question asked twice gets the same answer twice.

    Any thread may ask: one is answered after the other, and a stream that is half read is closed by the next
    question. `close` from another thread stops an answer at its next token.
    """

    def __init__(
        self, bundle: "str | PathLike[str]" = "nano", options: AssistantOptions | None = None
    ) -> None:
        """Check and open a bundle by name or folder; encoders are opened when first needed.

        Raises `BundleError` for a bundle that is missing, damaged, does not fit together or is not
        the one that was verified (`AssistantOptions.allow_unverified`).
        """
        from anymal.engines.bundle import find_bundle, load_bundle
        from anymal.engines.verified import require_verified

        self._options = AssistantOptions() if options is None else options
        require_instance("options", self._options, AssistantOptions, "AssistantOptions(threads=2)")
        self._stack = ExitStack()
        self._stream: AnswerStream | None = None
        self._live: LiveSession | None = None
        self._replay: ReplayRun | None = None
        self._turn = OneAtATime()
        weakref.finalize(self, _end, weakref.ref(self), self._stack, os.getpid())
        started_s = time.perf_counter()
        self.bundle: Bundle = load_bundle(find_bundle(bundle), verify=self._options.verify)
        require_verified(self.bundle.manifest, self._options.allow_unverified)
        self._senses = Senses(self.bundle, self._options)
        self._stack.callback(self._senses.close)
        self._model = self._stack.enter_context(open_llm(self.bundle, self._options))
        self._kept = KeptPrompt(self._model)
        self._on_cpu = self._model.options.gpu_layers == 0
        self._cores = spare_cores(self._model.threads if self._on_cpu else 1, self._model.use_threads)
        self.load_ms = (time.perf_counter() - started_s) * 1e3

    @property
    def modalities(self) -> tuple[Modality, ...]:
        """The senses this bundle has."""
        return tuple(self.bundle.manifest.modalities)

    def ask(
        self,
        question: str,
        *,
        image: ImageInput | Sequence[ImageInput] | None = None,
        video: VideoInput | None = None,
        audio: AudioInput | None = None,
        imu: ImuInput | None = None,
        system: str | None = None,
        windows: "Mapping[Modality, Window] | None" = None,
        adapter: str | None = None,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
    ) -> Answer:
        """Answer one question about what is given; arguments and errors as for `stream`."""
        with self._turn():  # for the whole answer: another thread's question waits
            stream = self.stream(
                question,
                image=image,
                video=video,
                audio=audio,
                imu=imu,
                system=system,
                windows=windows,
                adapter=adapter,
                generation=generation,
            )
            for _ in stream:
                pass
            return stream.answer

    def stream(
        self,
        question: str,
        *,
        image: ImageInput | Sequence[ImageInput] | None = None,
        video: VideoInput | None = None,
        audio: AudioInput | None = None,
        imu: ImuInput | None = None,
        system: str | None = None,
        windows: "Mapping[Modality, Window] | None" = None,
        adapter: str | None = None,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
    ) -> AnswerStream:
        """Sense what is given, run the prompt, and return the answer as a stream of text.

        A path is read; a `Frame`, `AudioChunk` or `ImuChunk` is taken as it is. `system` stands in for the
        bundle's system text. `windows` says which part of a recording to sense (default: the newest the model
        takes). `adapter` names the LoRA adapter of the bundle that answers (default: those named after a
        sense that is given; `"none"`: no adapter). A stream still open is closed first.

        Raises `InputError` for a question or file that cannot be used or a sense the bundle
        lacks, `ConfigError` for an adapter it lacks, `ContextFull` when the prompt is too long,
        `EngineError` when a backend fails.
        """
        started_s = time.perf_counter()
        require_question(question)
        require_generation(generation)
        if system is not None:
            require_text("the system text", system)
        with self._turn():
            self._require_free()
            self._cores.look_anew()
            given = gather(image, video, audio, imu)
            adapters = choose_adapters(self.bundle.manifest.llm.adapters, given.modalities, adapter)
            sensed, times = self._senses.sense(given, windows or {})
            spec = self.bundle.manifest.prompt
            pieces = build_prompt(self._model, self._model.chat_template, spec, question, sensed, system)
            self._model.use_adapters(adapters)
            if not self._options.reuse:
                self._kept.forget()
            self._cores.look()
            prefill_started_s = time.perf_counter()
            answering, cached = self._kept.prefill(pieces, row_keys(sensed), generation)
            prefill_ms = (time.perf_counter() - prefill_started_s) * 1e3
            spent = Spent(started_s, self.load_ms + times.open_ms, times.encode_ms, prefill_ms, cached)
            said = spoken(self._model, answering, sensed, spent, self._cores.look)
            self._stream = AnswerStream(said, self._turn, self)
            return self._stream

    def live(
        self,
        *,
        camera: "str | Sensor | None" = None,
        mic: "str | Sensor | None" = None,
        imu: "str | Sensor | None" = None,
        options: "LiveOptions | None" = None,
        adapter: str | None = None,
        record: "str | PathLike[str] | None" = None,
        replace: bool = False,
        wait_for_sensors: bool = False,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
        on_answer: "Callable[[LiveAnswer], None]" = lambda answer: None,
    ) -> "LiveSession":
        """Open sensors by URI and keep what they sense in the LLM's context; use it with `with`.

        The assistant answers nothing else until the session is closed. `adapter` as for `stream`, for
        the whole session. `record` names an MCAP file for everything sensed, asked and answered, which takes
        the place of an old one with `replace`. `wait_for_sensors`: a device that is not there yet is tried
        again, as one that was unplugged is. `on_answer` is called with every finished answer, on the LLM's
        thread; what it raises goes to `threading.excepthook`. Raises `ConfigError` for an address or option
        that cannot be, `InputError` for a sense the bundle lacks, `SensorError` for a device that does not
        open.
        """
        from anymal.runtime.live import LiveSession
        from anymal.runtime.live_options import LiveOptions
        from anymal.runtime.live_sensors import open_sensors

        options = LiveOptions() if options is None else options
        require_generation(generation)
        require_instance("options", options, LiveOptions, 'LiveOptions(view="video")')
        given: dict[Modality, str | Sensor | None] = {"image": camera, "audio": mic, "imu": imu}
        path = None if record is None else require_path("record", record, '"walk.mcap"')
        with self._turn():
            self._require_free()
            self._kept.forget()
            self._model.rest()
            self._cores.restore()  # the session looks for itself
            manifest, view = self.bundle.manifest, options.view
            inputs = open_sensors(manifest, given, view, path, None, replace, wait_for_sensors)
            parts = (self.bundle, self._model, self._senses, inputs)
            try:
                self._model.use_adapters(
                    choose_adapters(self.bundle.manifest.llm.adapters, tuple(inputs.sensors), adapter)
                )
                self._live = LiveSession(*parts, options, self._on_cpu, None, on_answer, generation)
            except BaseException:
                inputs.close()
                raise
            self._live.keeps = self
            return self._live

    def replay(
        self,
        recording: "str | PathLike[str]",
        options: "LiveOptions | None" = None,
        generation: GenerationOptions = GenerationOptions(),  # noqa: B008 - frozen
        adapter: str | None = None,
    ) -> "ReplayRun":
        """Answer questions at given times of a recording, the same way every time; iterate its `answers`.

        `adapter` as for `live`. What the assistant is asked next ends it. Raises `ConfigError` for an option
        that cannot be, `InputError` for a file that is no recording or has nothing the bundle can sense.
        """
        from anymal.runtime.live_options import LiveOptions
        from anymal.runtime.live_replay import ReplayRun
        from anymal.sensors.recording_reader import open_recording

        options = LiveOptions() if options is None else options
        require_generation(generation)
        require_instance("options", options, LiveOptions, 'LiveOptions(view="video")')
        recorded = open_recording(require_path("recording", recording, '"walk.mcap"'))
        senses = {
            options.view if stream.modality == "image" else stream.modality for stream in recorded.streams
        }
        with self._turn():
            self._require_free()
            self._kept.forget()
            self._model.use_adapters(choose_adapters(self.bundle.manifest.llm.adapters, senses, adapter))
            run = ReplayRun(
                self.bundle, self._model, self._senses, recorded, options, generation, turn=self._turn
            )
            run.keeps, self._replay = self, run
            return run

    def close(self) -> None:
        """Free the LLM and the encoders, after a running step of another thread; safe to call twice."""
        try:
            if self._live is not None:
                self._live.close()
        finally:
            # A thread that does not come back may be inside llama.cpp: then nothing is freed.
            if self._live is None or not self._live.computing:
                with self._turn.last():
                    if self._stream is not None:
                        self._stream.close()
                    self._stack.close()

    def _require_free(self) -> None:
        if self._live is not None and not self._live.closed:
            raise EngineError("a live session has this assistant: ask the session, or close it first")
        if self._live is not None:
            self._live.close()  # it may have died of one thread while the other still computes
            self._live = None
        if self._stream is not None:
            self._stream.close()
        if self._replay is not None:
            self._replay.end("the assistant was asked something else meanwhile")
            self._replay = None

    def __enter__(self) -> "Assistant":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


def _end(assistant: "weakref.ref[Assistant]", stack: ExitStack, pid: int) -> None:
    """At the program's end, or when nobody has the assistant any more: free what is native in order."""
    found = assistant()
    if pid != os.getpid():
        return  # forked: the other process frees its own
    if found is None:
        stack.close()  # no session or stream has it either, or it would be there
    else:
        with suppress(AnymalError):
            found.close()
