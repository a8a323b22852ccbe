"""PortAudio made safe to share: one caller at a time, no call waited for without end, no noise on stderr.

Knows how sounddevice loads, lists, looks again and hangs; refuses to know what is done with sound.
A frozen sound server blocks any call into PortAudio until it thaws, so each runs in a thread of
its own that is left behind when it takes too long. PortAudio sees new devices only when it is
shut down and started again, which would pull down every open stream of the process: so that is
done only while there is none, ours or another's.

Noise is caught while we are inside a call. What PortAudio's own thread prints when an open stream
breaks, as at a restart of the sound server (three lines `Expression 'alsa_snd_pcm_..' failed in ..`),
is not: its hook for that, PaUtil_SetDebugPrintFunction, is not exported by the Linux libraries, and
to filter stderr for as long as a microphone is open would delay, and at a crash lose, what others say.
"""

import atexit
import gc
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar, cast

from anymal.errors import SensorError

__all__ = ["InputDevice", "call", "fresh_inputs", "load"]

T = TypeVar("T")
CALL_S = 4.0  # the longest a healthy sound server was seen to need is 0.2 s
_busy = threading.Lock()  # held while a thread is inside PortAudio, which allows one at a time
_NOISE = ("Expression '", "ALSA lib ", "Cannot connect to server", "jack server", "JackShm", "connect(2)")


@dataclass(frozen=True)
class InputDevice:
    """A microphone as PortAudio lists it; `is_default` marks the one `mic:default` opens."""

    index: int
    name: str
    host: str
    channels: int
    rate_hz: int
    is_default: bool


def load() -> Any:
    """Import sounddevice; raises `SensorError` naming the part that is missing and its cure."""
    try:
        import sounddevice
    except ModuleNotFoundError as error:
        cure = "install it with `pip install 'anymal-edge[mic]'`"
        raise SensorError(f"microphones need the Python package {error.name}: {cure}") from error
    except OSError as error:  # its Linux wheel brings no PortAudio
        cure = "on Debian, Ubuntu and Jetson `sudo apt install libportaudio2`"
        raise SensorError(f"microphones need the PortAudio library ({error}): {cure}") from error
    except Exception as error:
        # At import it starts PortAudio, which may fail in ways only its own class names.
        if type(error).__name__ != "PortAudioError":
            raise
        raise SensorError(f"PortAudio does not start: {error}") from error
    return sounddevice


def call(work: Callable[[Any], T], doing: str, undo: Callable[[T], object] | None = None) -> T:
    """Run `work(sounddevice)` alone inside PortAudio and return its result within `CALL_S`.

    Raises `SensorError` when it fails, takes longer, or an earlier call is still stuck. Work that
    is late runs on by itself, and `undo` gets its result.
    """
    # Importing starts PortAudio, which may hang as well; sounddevice then sees to stderr itself.
    sound = sys.modules.get("sounddevice") or _run(load, f"{doing}: loading PortAudio", None, nullcontext([]))
    return _run(lambda: work(sound), doing, undo, _captured_stderr())


def _run(
    work: Callable[[], T],
    doing: str,
    undo: Callable[[T], object] | None,
    capture: AbstractContextManager[list[str]],
) -> T:
    if not _busy.acquire(timeout=CALL_S):
        raise SensorError(f"{doing}: PortAudio still waits for the sound server; {_THAW}")
    task = _Task(work, undo)
    thread = threading.Thread(target=task.run, name=f"PortAudio: {doing}", daemon=True)
    try:
        with capture as noise:
            thread.start()
            finished = task.wait(CALL_S)
    finally:
        task.leave()
    if not finished:
        atexit.unregister(_skip_shutdown_when_stuck)
        atexit.register(_skip_shutdown_when_stuck)
        raise SensorError(f"{doing}: no answer from the sound server within {CALL_S:g} s; {_THAW}")
    thread.join()
    if task.error is None:
        return task.results[0]
    if isinstance(task.error, (SensorError, KeyboardInterrupt, SystemExit)):
        raise task.error
    if isinstance(task.error, (ValueError, OSError)) or type(task.error).__name__ == "PortAudioError":
        reason = f" ({noise[-1]})" if noise else ""
        raise SensorError(f"{doing}: {_plain(task.error)}{reason}") from task.error
    raise task.error


def fresh_inputs(sound: Any) -> list[InputDevice]:
    """List the microphones, looking again where that harms nobody. To be run through `call`."""
    if not _any_open_stream(sound):
        _look_again(sound)
    hosts = [str(host["name"]) for host in sound.query_hostapis()]
    default = sound.default.device[0]
    return [
        InputDevice(
            index,
            str(device["name"]),
            hosts[device["hostapi"]],
            int(device["max_input_channels"]),
            int(device["default_samplerate"]),
            index == default,
        )
        for index, device in enumerate(sound.query_devices())
        if device["max_input_channels"] > 0
    ]


_THAW = "restart it (PulseAudio: `pulseaudio --kill`; PipeWire: `systemctl --user restart pipewire`)"


class _Task(Generic[T]):
    """Work in a thread that nobody may be waiting for any more.

    `_busy` is released when it ends, or is left before it began.
    """

    def __init__(self, work: Callable[[], T], undo: Callable[[T], object] | None) -> None:
        self.results: list[T] = []
        self.error: BaseException | None = None
        self._work, self._undo = work, undo
        self._done = threading.Condition()
        self._begun = self._finished = self._abandoned = False

    def run(self) -> None:
        with self._done:
            if self._abandoned:
                return
            self._begun = True
        try:
            self.results.append(self._work())
        except BaseException as error:  # noqa: BLE001 -- handed to whoever waits
            self.error = error
        with self._done:
            self._finished = True
            abandoned = self._abandoned
            self._done.notify_all()
        try:
            if abandoned and self._undo is not None and self.error is None:
                self._undo(self.results[0])
        finally:
            _busy.release()

    def wait(self, timeout_s: float) -> bool:
        with self._done:
            try:
                self._done.wait_for(lambda: self._finished, timeout_s)
            finally:  # Ctrl-C also leaves it behind
                self.leave()
            return self._finished

    def leave(self) -> None:
        """Nobody waits any more: work that has not begun never does, and what is late undoes itself."""
        with self._done:
            if not self._finished and not self._abandoned:
                self._abandoned = True
                if not self._begun:
                    _busy.release()


def _any_open_stream(sound: Any) -> bool:
    """Whether any part of this process has a sounddevice stream that was opened and is not closed."""
    streams = [thing for thing in gc.get_objects() if issubclass(type(thing), sound._StreamBase)]
    # One that could not be opened does not say that it is closed, but it has no latency either.
    return any(hasattr(stream, "latency") and not stream.closed for stream in streams)


def _look_again(sound: Any) -> None:
    """Stop PortAudio and start it; as often as it was started, for it counts."""
    library, started = sound._lib, sound._initialized
    for _ in range(started):
        library.Pa_Terminate()
    sound._initialized = 0
    for _ in range(max(1, started)):
        sound._check(library.Pa_Initialize(), "Error initializing PortAudio")
        sound._initialized += 1


def _plain(error: BaseException) -> str:
    """The first line, without sounddevice's class names and PortAudio's detours."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    return text.replace("Error opening RawInputStream: ", "").replace("Unanticipated host error ", "")


@contextmanager
def _captured_stderr() -> Iterator[list[str]]:
    """Catch what C libraries print; yields their lines, and passes on everything else afterwards.

    Redirected by the caller and not in the thread, so that stderr comes back when that hangs.
    """
    noise: list[str] = []
    with ExitStack() as stack:
        try:
            caught = stack.enter_context(_scratch())
            real = os.dup(2)
        except OSError:  # no stderr at all, or nowhere to catch it
            real = None
        if real is None:
            yield noise
            return
        stack.callback(os.close, real)
        try:
            _flush_stderr()
            os.dup2(caught.fileno(), 2)
            yield noise
        finally:
            _flush_stderr()
            os.dup2(real, 2)
            caught.seek(0)
            others = b""
            for line in caught:
                text = line.decode(errors="replace").strip()
                if text.startswith(_NOISE):
                    noise += [text.partition(") ")[2]] if text.startswith("ALSA lib ") else []
                elif text:
                    others += line
            with suppress(OSError):
                os.write(real, others)


def _scratch() -> BinaryIO:
    """A file without a name, in memory where the system can: temporary folders may be full or read-only."""
    if hasattr(os, "memfd_create"):
        with suppress(OSError):
            return os.fdopen(os.memfd_create("stderr"), "w+b")
    return cast(BinaryIO, tempfile.TemporaryFile())


def _flush_stderr() -> None:
    with suppress(AttributeError, ValueError, OSError):
        sys.stderr.flush()


def _skip_shutdown_when_stuck() -> None:
    """At exit: shutting PortAudio down behind a call that hangs would hang as well."""
    sound: Any = sys.modules.get("sounddevice")
    if sound is not None and _busy.locked():
        sound._initialized = 0
