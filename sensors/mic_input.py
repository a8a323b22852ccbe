"""One open microphone: PortAudio's callback on one side, a bounded queue of blocks on the other.

Knows how a device is found by name, which rates and channels it takes, and when it has gone
silent or away; refuses to know what sound means (`mic_line`).
"""

import queue
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from anymal.clock import Clock
from anymal.errors import SensorError
from anymal.sensors.address import SensorAddress
from anymal.sensors.mic_portaudio import InputDevice, call, fresh_inputs

__all__ = ["CHUNK_S", "Block", "MicInput", "choose"]

CHUNK_S = 0.02
MOST_BLOCKS = 100  # 2 s that nobody took: from then on new blocks are dropped, and counted
QUIET_S = 0.5  # without a callback for this long the device is gone
START_S = 5.0  # except at first: PulseAudio's null sink takes up to 2 s to begin
RATES_HZ = (48_000, 44_100, 16_000)  # tried in this order: nearly everything runs at the first
# PortAudio's error codes, and ALSA's behind its "unanticipated host error"
INVALID_RATE, INVALID_CHANNELS = -9997, -9998
CURES = {
    -2: "it is gone: `anymal devices` lists what is there",
    -5: "the sound server has no source: plug a microphone in, or choose one in the sound settings",
    -13: "you may not use it: `sudo usermod -aG audio $USER`, then log in again",
    -16: "another program uses it: close that, or share it through mic:default",
    -111: "the sound server is not running: start PulseAudio or PipeWire",
}


class Block(NamedTuple):
    """`pcm` int16 interleaved as it came at `arrival_ns`; its first frame is number `first` of the stream.

    `overflow`: the system lost an unknown number of frames before it.
    """

    first: int
    pcm: bytes
    arrival_ns: int
    overflow: bool


@dataclass(frozen=True)
class _Wish:
    """What the address asks for: 0 stands for the device's own rate and the mean of its channels."""

    rate_hz: int
    channel: int


class MicInput:
    """Open from construction until `close`; `take` is called by one thread.

    Raises `SensorError` when there is no such microphone, or it cannot be opened.
    """

    def __init__(self, address: SensorAddress, device_rate_hz: int, channel: int, clock: Clock) -> None:
        self._uri = address.uri
        self._clock = clock
        self._blocks: queue.SimpleQueue[Block | None] = queue.SimpleQueue()
        self._frames = 0
        self._overflow = False
        self._heard = self._ended = False
        self._quiet_s = 0.0
        wish = _Wish(device_rate_hz, channel)
        self._stream = call(
            lambda sound: self._open(sound, address.target, wish), f"{self._uri}: opening", _close_stream
        )
        self.rate_hz = round(self._stream.samplerate)
        self.channels: int = self._stream.channels

    def take(self, timeout_s: float) -> list[Block]:
        """Return what came, after waiting at most `timeout_s` for something.

        Raises `SensorError` when the stream has ended or nothing came for `QUIET_S` of waiting.
        """
        if self._ended:
            raise SensorError(f"{self._uri}: {self.name} stopped: unplugged, or the sound server went away")
        try:
            block = self._blocks.get(timeout=timeout_s)
        except queue.Empty:
            # Time spent waiting here, not between arrivals: if we are slow the device is not to blame.
            self._quiet_s += timeout_s
            limit = QUIET_S if self._heard else START_S
            if self._quiet_s > limit:
                fault = f"nothing came from {self.name} for {limit:g} s"
                raise SensorError(f"{self._uri}: {fault}: unplugged, or a sound server that hangs") from None
            return []
        taken: list[Block] = []
        while block is not None:
            taken.append(block)
            if self._blocks.empty():
                break
            block = self._blocks.get()
        self._ended = block is None
        self._quiet_s, self._heard = 0.0, True
        return taken

    def close(self) -> None:
        """Stop and release the device; one that hangs is left to end by itself."""
        call(lambda _: _close_stream(self._stream), f"{self._uri}: closing")

    def _open(self, sound: Any, target: str, wish: _Wish) -> Any:
        device = choose(fresh_inputs(sound), target, self._uri)
        self.name = device.name
        if wish.channel > device.channels:
            found = f"{device.name} has {device.channels}"
            raise SensorError(f"{self._uri}: channel {wish.channel} wanted, {found}; choose another")
        refusals: list[str] = []
        for rate_hz in (wish.rate_hz,) if wish.rate_hz else _unique(*RATES_HZ, device.rate_hz):
            # A sound server offers 32 channels of which it has two; raw devices may offer only all.
            for channels in _unique(wish.channel or min(2, device.channels), device.channels, 1):
                if channels < wish.channel:
                    continue
                try:
                    return self._start(sound, device.index, rate_hz, channels)
                except sound.PortAudioError as error:
                    if not _is_refusal(error):
                        raise SensorError(f"{self._uri}: {device.name}: {_why(error)}") from error
                    refusals.append(f"{rate_hz} Hz x {channels}")
        raise SensorError(
            f"{self._uri}: {device.name} takes none of {', '.join(refusals)} channels; "
            "look up what it can do (`arecord --dump-hw-params`) and set device_rate"
        )

    def _start(self, sound: Any, index: int, rate_hz: int, channels: int) -> Any:
        stream = sound.RawInputStream(
            samplerate=rate_hz,
            blocksize=round(rate_hz * CHUNK_S),
            device=index,
            channels=channels,
            dtype="int16",
            latency="low",
            callback=self._on_block,
            finished_callback=self._on_end,
        )
        try:
            stream.start()
        except BaseException:
            stream.close()
            raise
        return stream

    def _on_block(self, pcm: Any, frames: int, _times: Any, status: Any) -> None:
        """Called by PortAudio, which must not wait: no lock, no work."""
        arrival_ns = self._clock.now_ns()
        first, self._frames = self._frames, self._frames + frames
        overflow = self._overflow or status.input_overflow
        self._overflow = overflow and self._blocks.qsize() >= MOST_BLOCKS
        if self._blocks.qsize() < MOST_BLOCKS:
            self._blocks.put(Block(first, bytes(pcm), arrival_ns, overflow))

    def _on_end(self) -> None:
        self._blocks.put(None)


def choose(devices: Sequence[InputDevice], target: str, uri: str) -> InputDevice:
    """Find `default`, an index, a name or part of one; raises `SensorError` listing the devices."""
    if target == "default":
        found = [device for device in devices if device.is_default] or list(devices[:1])
    elif target.isdecimal():
        found = [device for device in devices if device.index == int(target)]
    else:
        wanted = target.casefold()
        found = [device for device in devices if wanted == device.name.casefold()]
        found = found or [device for device in devices if wanted in device.name.casefold()]
    if len(found) == 1:
        return found[0]
    fault = f"{len(found)} microphones match; name one of them" if found else "no such microphone"
    listed = "; ".join(f"mic:{device.index} {device.name}" for device in found or devices)
    if not devices:
        fault = "there is no microphone"
        listed = "none: plug one in, or start the sound server (PulseAudio, PipeWire)"
    raise SensorError(f"{uri}: {fault}; found {listed}")


def _close_stream(stream: Any) -> None:
    stream.abort()
    stream.close()


def _unique(*values: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(values))


def _is_refusal(error: Exception) -> bool:
    return len(error.args) > 1 and error.args[1] in (INVALID_RATE, INVALID_CHANNELS)


def _why(error: Exception) -> str:
    """Turn a PortAudioError (message, code, (host API, host's code, host's text)) into reason and cure."""
    if len(error.args) < 3:
        return str(error.args[0]).removeprefix("Error opening RawInputStream: ")
    _, number, text = error.args[2]
    return f"{text} (error {number})" + (f": {CURES[number]}" if number in CURES else "")
