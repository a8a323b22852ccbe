"""Cameras through GStreamer: `gst:` and a pipeline without its end, for Jetson's CSI port and decoders.

Knows how to end a pipeline in an appsink and read its pictures; refuses to know what comes before.
PyGObject and GStreamer are the system's packages and are optional. Examples (options after `?`):

    gst:nvarguscamerasrc?width=1280&height=720&fps=30&sensor_id=0
    gst:rtspsrc location=rtsp://cam/1 latency=0 ! rtph264depay ! h264parse ! nvv4l2decoder ! nvvidconv
    gst:v4l2src device=/dev/video0 ! image/jpeg,width=1280,height=720 ! jpegdec

The general path is tested with `videotestsrc`; the Jetson elements are written from NVIDIA's
Accelerated GStreamer guide and have NOT been run on a Jetson.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.clock import Clock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, Captured, Frame, Modality
from anymal.sensors.address import SensorAddress, safe_uri
from anymal.sensors.camera_clock import PictureClock, Thinner
from anymal.sensors.driver import ClockFit, EndOfStream, RawTap

__all__ = ["GstCameraDriver", "pipeline_text"]

_CHANNELS = {"RGB": (3, (0, 1, 2)), "BGRx": (4, (2, 1, 0)), "RGBA": (4, (0, 1, 2)), "GRAY8": (1, (0, 0, 0))}
_FORMATS = ",".join(_CHANNELS)
_CSI = "nvarguscamerasrc"
_INSTALL = (
    "sudo apt install python3-gi gir1.2-gstreamer-1.0 gstreamer1.0-plugins-base gstreamer1.0-plugins-good"
)


def pipeline_text(address: SensorAddress) -> str:
    """Complete the description of an address to a pipeline that ends in `appsink name=anymal`.

    The queue before the sink keeps one picture and lets the newest win, as the sink does: Argus
    holds pictures back otherwise. Raises `ConfigError` for a description with a sink of its own.
    """
    text = address.target.strip().removesuffix("!").strip()
    if "appsink" in text or not text:
        raise ConfigError(f"{address.uri}: wanted a pipeline without its end; the sink is added here")
    fps = address.number("fps", 0.0, 0.01, 1000.0)
    sink = (
        "queue max-size-buffers=1 leaky=downstream ! appsink name=anymal sync=false max-buffers=1 drop=true"
    )
    if text.startswith(_CSI) and "!" not in text:
        width, height = address.integer("width", 1280, 16), address.integer("height", 720, 16)
        sensor = address.integer("sensor_id", 0, 0, 63)
        caps = f"video/x-raw(memory:NVMM),width={width},height={height},framerate={round(fps) or 30}/1"
        return f"{text} sensor-id={sensor} ! {caps} ! nvvidconv ! video/x-raw,format=BGRx ! {sink}"
    # Thinned before the conversion, which costs more than the rest.
    thin = f"videorate drop-only=true max-rate={max(1, round(fps))} ! " if fps else ""
    return f"{text} ! {thin}videoconvert ! video/x-raw,format=(string){{{_FORMATS}}} ! {sink}"


class GstCameraDriver:
    """Pictures of one GStreamer pipeline, stamped by its clock, which is CLOCK_MONOTONIC."""

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        csi = ("width", "height", "sensor_id") if address.target.strip().startswith(_CSI) else ()
        address.allow("fps", "max_lag_ms", "latency_ms", "timeout_s", *csi)
        self.modality: Modality = "video" if address.wanted == "video" else "image"
        self.raw_tap: RawTap | None = None
        self._clock = clock
        self._text = pipeline_text(address)
        self._shown = safe_uri(self._text)
        self._name = address.uri
        self._thinner = Thinner(address.number("fps", 0.0, 0.01, 1000.0))
        self._max_lag_ns = round(address.number("max_lag_ms", 500.0, 1.0) * 1e6)
        self._latency_ns = round(address.number("latency_ms", 0.0, 0.0, 10_000.0) * 1e6)
        self._timeout_s = address.number("timeout_s", 5.0, 0.1, 3600.0)
        self._picture_clock = self._new_clock()
        self._counts = {"stale_frames": 0, "thinned": 0}
        self._gst: Any = None
        self._pipeline: Any = None
        self._sink: Any = None
        self._live = True
        self._shown_ns = 0
        self._shape = ""

    def open(self) -> None:
        """Build and start the pipeline; raises `SensorError` when GStreamer or an element refuses."""
        self._gst = _load_gst()
        try:
            self._pipeline = self._gst.parse_launch(self._text)
        except RuntimeError as error:  # GLib.Error derives from it
            raise SensorError(
                f"{self._name}: GStreamer cannot build this pipeline ({safe_uri(str(error))}): {self._shown}"
            ) from None  # its text may hold an address with a password
        self._sink = self._pipeline.get_by_name("anymal")
        self._pipeline.use_clock(self._gst.SystemClock.obtain())  # monotonic, so its times are ours
        states, answers = self._gst.State, self._gst.StateChangeReturn
        paused = self._go_to(states.PAUSED)
        self._live = paused == answers.NO_PREROLL  # a live source shows nothing before it plays
        if answers.FAILURE in (paused, self._go_to(states.PLAYING)):
            why = self._complaint() or f"it did not start within {self._timeout_s:g} s"
            self.close()
            raise SensorError(f"{self._name}: {why}. Try: gst-launch-1.0 -v {self._shown}")
        self._picture_clock = self._new_clock()
        self._shown_ns = self._clock.now_ns()

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the next picture within `timeout_s`; raises `SensorError` when the pipeline failed."""
        if self._pipeline is None:
            raise SensorError(f"{self._name}: is not open")
        sample = self._sink.emit("try-pull-sample", round(timeout_s * NS_PER_S))
        arrival = self._clock.now_ns()
        if sample is not None:
            self._shown_ns = arrival
            return self._captured(sample, arrival)
        complaint = self._complaint()
        if complaint or arrival - self._shown_ns > self._timeout_s * NS_PER_S:
            raise SensorError(f"{self._name}: {complaint or f'no picture for {self._timeout_s:g} s'}")
        if self._sink.get_property("eos"):
            if self._live:
                raise SensorError(f"{self._name}: the source ended")
            raise EndOfStream(f"{self._name}: the pipeline has ended")
        return ()

    def close(self) -> None:
        """Stop the pipeline and release the device."""
        pipeline, self._pipeline, self._sink = self._pipeline, None, None
        if pipeline is not None:
            pipeline.set_state(self._gst.State.NULL)

    def describe(self) -> str:
        """Size and kind of clock."""
        return f"GStreamer {self._shape or 'pipeline'}, {self._picture_clock.kind} time"

    def clock_fit(self) -> ClockFit | None:
        """The pipeline clock's mapping."""
        return self._picture_clock.fit()

    def counters(self) -> Mapping[str, int]:
        """Pictures that were `stale_frames` or `thinned`."""
        return dict(self._counts)

    def _new_clock(self) -> PictureClock:
        return PictureClock("kernel", self._max_lag_ns, self._latency_ns)

    def _go_to(self, state: Any) -> Any:
        """Change the pipeline's state; a change that takes too long counts as failed."""
        answers = self._gst.StateChangeReturn
        answer = self._pipeline.set_state(state)
        if answer == answers.ASYNC:
            answer, _, _ = self._pipeline.get_state(round(self._timeout_s * NS_PER_S))
        return answers.FAILURE if answer == answers.ASYNC else answer

    def _captured(self, sample: Any, arrival_ns: int) -> Sequence[Captured]:
        buffer = sample.get_buffer()
        running = sample.get_segment().to_running_time(self._gst.Format.TIME, buffer.pts)
        none = self._gst.CLOCK_TIME_NONE
        known = buffer.pts != none and running != none
        t_ns = self._pipeline.get_base_time() + running if known else None
        stamp = self._picture_clock.stamp(t_ns, arrival_ns)
        if stamp.stale or not self._thinner.wants(stamp.t_ns):
            self._counts["stale_frames" if stamp.stale else "thinned"] += 1
            return ()
        device_ns = None if stamp.device_ns is None else np.array(stamp.device_ns, np.int64)
        return [Captured(Frame(stamp.t_ns, self._rgb(sample, buffer)), arrival_ns, device_ns)]

    def _rgb(self, sample: Any, buffer: Any) -> NDArray[np.uint8]:
        """Copy a packed picture out of the pipeline's memory as RGB uint8 [H, W, 3]."""
        form = sample.get_caps().get_structure(0)
        width, height, name = form.get_value("width"), form.get_value("height"), form.get_value("format")
        depth, order = _CHANNELS[name]
        mapped, memory = buffer.map(self._gst.MapFlags.READ)
        if not mapped:
            raise SensorError(
                f"{self._name}: a picture's memory cannot be read; add nvvidconv to the pipeline"
            )
        try:
            rows = np.frombuffer(memory.data, np.uint8).reshape(height, -1)[:, : width * depth]
            self._shape = f"{width}x{height} {name}"
            return np.ascontiguousarray(rows.reshape(height, width, depth)[:, :, list(order)])
        finally:
            buffer.unmap(memory)

    def _complaint(self) -> str:
        """What the pipeline's elements say went wrong, or nothing."""
        message = self._pipeline.get_bus().pop_filtered(self._gst.MessageType.ERROR)
        if message is None:
            return ""
        error, _ = message.parse_error()
        return f"{message.src.get_name()}: {safe_uri(error.message.rstrip(chr(46)))}"


def _load_gst() -> Any:
    try:
        import gi

        gi.require_version("Gst", "1.0")
        from gi.repository import Gst
    except (ImportError, ValueError) as error:
        cure = f"{_INSTALL}, and a virtual environment made with --system-site-packages"
        raise SensorError(f"gst: needs GStreamer and PyGObject, not found ({error}): {cure}") from error
    Gst.init(None)
    return Gst
