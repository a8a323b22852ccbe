"""GStreamer cameras with `videotestsrc`; Jetson's elements only as text, since no Jetson is here."""

import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from anymal.errors import ConfigError, SensorError
from anymal.samples import Frame
from anymal.sensors import gst_camera, open_driver, open_sensor
from anymal.sensors.address import parse_address
from anymal.sensors.driver import EndOfStream
from anymal.sensors.gst_camera import pipeline_text

# Debian 12's PyGObject predates exec_module; Python says so at each import.
pytestmark = pytest.mark.filterwarnings("ignore:DynamicImporter:ImportWarning")
DEBIAN_PACKAGES = "/usr/lib/python3/dist-packages"


@pytest.fixture
def gst() -> Iterator[None]:
    """GStreamer by PyGObject, also from Debian's own folder when its Python is of our version."""
    before = list(sys.path)
    if Path(DEBIAN_PACKAGES).is_dir():
        sys.path.append(DEBIAN_PACKAGES)
    try:
        gi = pytest.importorskip("gi", reason="needs python3-gi", exc_type=ImportError)
        try:
            gi.require_version("Gst", "1.0")
        except ValueError:
            pytest.skip("needs gir1.2-gstreamer-1.0")
        yield
    finally:
        sys.path[:] = before


def test_pictures_and_their_times(gst: None) -> None:
    source = "gst:videotestsrc is-live=true pattern=red ! video/x-raw,width=322,height=242,framerate=30/1"
    with open_sensor(source) as camera:
        taken = [camera.read(30.0) for _ in range(5)]
    frame = taken[-1].sample
    assert isinstance(frame, Frame)
    assert frame.rgb.shape == (242, 322, 3)  # rows of 966 bytes are padded to 968 inside
    assert (frame.rgb.reshape(-1, 3) - [255, 0, 0]).any(axis=1).sum() == 0
    for captured in taken:
        assert isinstance(captured.sample, Frame)
        assert 0 <= captured.arrival_ns - captured.sample.t_ns < 5e9


def test_grey_and_bgr_become_rgb(gst: None) -> None:
    for form, colour in (("BGRx", [0, 255, 0]), ("GRAY8", None)):
        with open_sensor(
            f"gst:videotestsrc is-live=true pattern=green ! video/x-raw,format={form}"
        ) as camera:
            frame = camera.read(30.0).sample
        assert isinstance(frame, Frame)
        pixel = frame.rgb[7, 7].tolist()
        assert pixel == colour if colour else len(set(pixel)) == 1


def test_a_pipeline_that_ends_and_one_that_cannot_be_built(gst: None) -> None:
    with open_sensor("gst:videotestsrc num-buffers=3") as camera, pytest.raises(EndOfStream):
        while True:
            camera.read(30.0)
    with pytest.raises(SensorError, match="no element"):
        open_sensor("gst:no_such_source")
    with pytest.raises(SensorError, match="Try: gst-launch"):
        open_sensor("gst:v4l2src device=/dev/video77")


def test_a_live_source_that_ends_is_started_again(gst: None) -> None:
    with open_sensor("gst:videotestsrc is-live=true num-buffers=2 ! video/x-raw,framerate=30/1") as camera:
        for _ in range(4):
            camera.read(30.0)
        assert camera.stats().reconnects >= 1


def test_the_pipeline_of_a_jetson() -> None:
    address = parse_address("gst:nvarguscamerasrc?width=1920&height=1080&fps=30&sensor_id=1")
    assert pipeline_text(address) == (
        "nvarguscamerasrc sensor-id=1 ! video/x-raw(memory:NVMM),width=1920,height=1080,framerate=30/1 "
        "! nvvidconv ! video/x-raw,format=BGRx ! queue max-size-buffers=1 leaky=downstream "
        "! appsink name=anymal sync=false max-buffers=1 drop=true"
    )


def _refuses_to_build(text: str) -> None:
    raise RuntimeError(f'gst_parse_error: could not set property "location" to {text.split()[1]}')


def _built_but_silent(text: str) -> SimpleNamespace:
    wrong = SimpleNamespace(message=f"Could not open {text.split()[1]}.")
    message = SimpleNamespace(src=SimpleNamespace(get_name=lambda: "src"), parse_error=lambda: (wrong, ""))
    return SimpleNamespace(
        get_by_name=lambda name: None,
        use_clock=lambda clock: None,
        set_state=lambda state: "failure",
        get_bus=lambda: SimpleNamespace(pop_filtered=lambda kinds: message),
    )


@pytest.mark.parametrize("launch", [_refuses_to_build, _built_but_silent])
def test_a_pipeline_that_fails_tells_no_password(
    launch: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """GStreamer is played: what matters is what is said of its refusals."""
    played = SimpleNamespace(
        parse_launch=launch,
        SystemClock=SimpleNamespace(obtain=lambda: None),
        State=SimpleNamespace(PAUSED=1, PLAYING=2, NULL=0),
        StateChangeReturn=SimpleNamespace(NO_PREROLL="live", FAILURE="failure", ASYNC="async"),
        MessageType=SimpleNamespace(ERROR=1),
    )
    monkeypatch.setattr(gst_camera, "_load_gst", lambda: played)
    uri = "gst:rtspsrc location=rtsp://user:s3cret@cam/1 ! decodebin"
    with pytest.raises(SensorError, match="rtspsrc location=rtsp://cam/1 ! decodebin !") as caught:
        open_sensor(uri)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


def test_what_is_refused_before_gstreamer_is_asked() -> None:
    with pytest.raises(ConfigError, match="without its end"):
        open_driver("gst:videotestsrc ! appsink")
    with pytest.raises(ConfigError, match="unknown option 'width'"):
        open_driver("gst:videotestsrc?width=3")
