"""Raw serial bytes of a recording through the parser they went through when they arrived.

Knows how to begin again where the port was opened anew; refuses to know any protocol.
"""

from typing import TYPE_CHECKING

from anymal.errors import ConfigError, InputError, SensorError
from anymal.samples import Captured
from anymal.sensors.recording_codec import Message
from anymal.sensors.recording_layout import StreamInfo
from anymal.sensors.stamps import captured_ns

if TYPE_CHECKING:
    from anymal.sensors.imu_pipeline import ImuPipeline

__all__ = ["RawDecoder"]


class RawDecoder:
    """`feed` returns the samples that a message of raw bytes completes; `finish` what was held back."""

    def __init__(self, stream: StreamInfo, epoch_offset_ns: int) -> None:
        self._stream = stream
        self._offset_ns = epoch_offset_ns
        self._newest_ns: int | None = None
        self._likely = ""
        self._pipeline: ImuPipeline | None = None
        self._restart()

    def feed(self, message: Message) -> list[Captured]:
        """Parse the bytes of one read; none at all mean that the port was opened.

        Raises `InputError` where the pipeline refuses them, as it did then. It begins again after
        that; after a wrong option only when the port is opened again.
        """
        if not message.data:
            self._restart()
        if not message.data or self._pipeline is None:
            return []
        try:
            made = self._pipeline.feed(message.data, message.log_ns - self._offset_ns)
        except SensorError as error:
            self._restart()
            raise InputError(str(error)) from None
        except ConfigError as error:
            self._pipeline = None
            raise InputError(str(error)) from None
        return self._note(made)

    def finish(self) -> list[Captured]:
        """Return the samples of a stream that ended within its first second; raises `InputError`."""
        try:
            return self._note(self._pipeline.finish()) if self._pipeline is not None else []
        except (SensorError, ConfigError) as error:
            raise InputError(str(error)) from None

    def _note(self, made: list[Captured]) -> list[Captured]:
        if made and self._pipeline is not None:
            self._newest_ns, self._likely = captured_ns(made[-1]), self._pipeline.protocol
        return made

    def _restart(self) -> None:
        from anymal.sensors.imu_pipeline import ImuPipeline

        options = dict(self._stream.options)
        protocol = options.get("protocol", "auto")
        try:
            self._pipeline = ImuPipeline(protocol, options, self._stream.name, self._newest_ns, self._likely)
        except ConfigError:
            self._pipeline = None  # the sensor could not be opened then either
