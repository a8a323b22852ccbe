"""Live sound from a microphone: `mic:default`, `mic:NAME` (or part of it), `mic:INDEX`.

Knows the options and when a device is gone; refuses to know PortAudio (`mic_portaudio`,
`mic_input`) and sample arithmetic (`mic_line`). The device runs at its own rate and channels; its
sample count is its clock, because PortAudio's capture times are wrong behind a sound server.

A sound server that loses the device may go on with another source, or with nothing, and tell
nobody: only zeros for more than 2 s are counted as `silences` and are the driver's `trouble`.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from anymal.clock import Clock
from anymal.errors import SensorError
from anymal.samples import Captured, Modality
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.mic_input import MicInput
from anymal.sensors.mic_line import MicOptions, SoundLine

__all__ = ["MicrophoneDriver"]

_DUMB = "only zeros come: muted, or the sound server moved us to another source"


class MicrophoneDriver:
    """Mono float32 chunks of 20 ms at option `rate` (16000 Hz); see `driver.Driver`.

    Options: `rate` of the samples given; `device_rate` to force the device's; `channel` from 1
    (default: the mean of all); `gain_db`; `latency_ms` taken off every stamp (a sound server adds
    10 to 50 ms, Bluetooth 100 to 300). Sound has no bytes to parse, so `raw_tap` is not called.
    """

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        address.allow("rate", "device_rate", "channel", "gain_db", "latency_ms")
        self.modality: Modality = "audio"
        self.raw_tap: RawTap | None = None
        self._address = address
        self._clock = clock
        self._device_rate_hz = address.integer("device_rate", 0, 8_000, 192_000)
        self._options = MicOptions(
            rate_hz=address.integer("rate", 16_000, 8_000, 96_000),
            channel=address.integer("channel", 0, 1, 64),
            gain_db=address.number("gain_db", 0.0, -60.0, 60.0),
            latency_ms=address.number("latency_ms", 0.0, -1_000.0, 10_000.0),
        )
        self._line = SoundLine(self._options)
        self._input: MicInput | None = None
        self._opened = "not open"

    def open(self) -> None:
        """Open and start the device; raises `SensorError` naming what there is instead."""
        opened = MicInput(self._address, self._device_rate_hz, self._options.channel, self._clock)
        self._input = opened
        self._line.begin(opened.rate_hz, opened.channels)
        mixed = f"channel {self._options.channel} of {opened.channels}" if self._options.channel else None
        self._opened = (
            f"{opened.name}: {opened.rate_hz} Hz, {mixed or f'{opened.channels} channels'}, "
            f"to {self._options.rate_hz} Hz mono"
        )

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the chunks that came; raises `SensorError` when the device is gone."""
        if self._input is None:
            raise SensorError(f"{self._address.uri}: the microphone is not open")
        return [chunk for block in self._input.take(timeout_s) for chunk in self._line.feed(block)]

    def close(self) -> None:
        """Release the device; one that hangs releases itself when its sound server answers again."""
        opened, self._input = self._input, None
        if opened is not None:
            with suppress(SensorError):
                opened.close()

    def describe(self) -> str:
        """Say what was opened, and whether it is dumb at present."""
        return f"{self._opened}; {_DUMB}" if self._line.is_silent else self._opened

    def clock_fit(self) -> ClockFit | None:
        """Return how counted samples map to `time.monotonic_ns()`."""
        return self._line.clock_fit()

    def counters(self) -> Mapping[str, int]:
        """Return gaps, overflows, dropped, silences and clipped (see `SoundLine`)."""
        return self._line.counters()

    def trouble(self) -> str:
        """Say that it is dumb at present: whoever asks what it hears would be told of silence."""
        return f"{self._address.uri}: {_DUMB}" if self._line.is_silent else ""
