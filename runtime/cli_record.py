"""`anymal record` and `anymal recover`: sensors into an MCAP file, and what a cut file still holds.

Knows the options and what is shown meanwhile; refuses to know devices and the file's format.
"""

import argparse
import re
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from anymal.clock import MonotonicClock
from anymal.errors import ConfigError, SensorError
from anymal.runtime.arguments import Parser
from anymal.runtime.termination import Terminated, terminable
from anymal.samples import Modality
from anymal.sensors import open_driver
from anymal.sensors.driver import Driver, SensorStats
from anymal.sensors.recording import (
    PictureOptions,
    RecordedDriver,
    Recorder,
    RecorderOptions,
    StreamInfo,
    open_recording,
    recover,
)
from anymal.sensors.sensor import Sensor

__all__ = ["run", "run_recover"]

EXIT_BAD = 1
_STATUS_S = 1.0
_LOOK_S = 0.1
_NAMED = re.compile(r"([A-Za-z0-9_-]+)=(.+)")
_UNITS = {"image": "pictures", "video": "pictures", "audio": "samples", "imu": "rows"}
_OVER = ("ended", "failed", "closed")


@dataclass(frozen=True)
class _Source:
    stream: StreamInfo
    uri: str
    driver: Driver


def run(argv: Sequence[str]) -> int:
    """Record until the time is over, every sensor has ended, Ctrl-C or SIGTERM.

    Returns 0, or 1 when a sensor failed.

    Raises `AnymalError` when a sensor cannot be opened (nothing is left then) or the file cannot
    be written on.
    """
    arguments = _parser().parse_args(argv)
    if arguments.seconds is not None and not arguments.seconds > 0:
        raise ConfigError(f"--seconds {arguments.seconds:g}: wanted more than 0")
    clock = MonotonicClock()
    sources = _sources(arguments.sensors, clock)
    options = RecorderOptions(PictureOptions(arguments.pictures, arguments.quality), replace=arguments.force)
    with terminable() as ending, ExitStack() as stack:
        recorder = Recorder(arguments.out, [source.stream for source in sources], clock, options)
        stack.callback(recorder.close)
        try:
            sensors = [stack.enter_context(_open(source, recorder, clock)) for source in sources]
        except BaseException:
            recorder.discard()
            raise
        try:
            with suppress(KeyboardInterrupt, Terminated):
                _watch(recorder, sensors, sources, arguments.seconds)
        finally:
            ending()  # sensors and file are closed now, whoever asks for it meanwhile
        _say("finishing the file", end="\n")
    return _conclude(recorder, sensors, sources)


def run_recover(argv: Sequence[str]) -> int:
    """Copy what a cut recording still holds; returns 0, 1 when that is nothing, or raises `AnymalError`."""
    parser = Parser(
        prog="anymal recover", description="Copy what a cut or damaged recording holds into a whole file."
    )
    parser.add_argument("recording", type=Path, metavar="IN", help="the damaged recording; it is not changed")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the new file")
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    arguments = parser.parse_args(argv)
    kept = recover(arguments.recording, arguments.out, arguments.force)
    left = f"{kept.lost_bytes} bytes at the end and {kept.lost_chunks} damaged chunks were left behind"
    whole = kept.was_complete and not kept.lost_chunks
    date = open_recording(arguments.out).date
    since = f" from {date} on" if date else ""
    print(f"{arguments.out}: {kept.messages} messages{since}; {'the recording was whole' if whole else left}")
    return 0 if kept.messages else EXIT_BAD


def _sources(texts: Sequence[str], clock: MonotonicClock) -> list[_Source]:
    """Read `[NAME=]URI` arguments; raises `ConfigError`."""
    sources: list[_Source] = []
    for text in texts:
        named = _NAMED.fullmatch(text)
        name, uri = named.groups() if named else ("", text)
        wanted: Modality | None = next((sense for sense in get_args(Modality) if sense == name), None)
        driver = open_driver(uri, clock, wanted)
        taken = {source.stream.name for source in sources}
        name = name or _free_name(uri.partition(":")[0], taken)
        sources.append(_Source(StreamInfo.from_uri(name, driver.modality, uri), uri, driver))
    return sources


def _free_name(scheme: str, taken: set[str]) -> str:
    """Name a sensor after its scheme, numbered from the second on."""
    number = 2
    name = scheme
    while name in taken:
        name, number = f"{scheme}{number}", number + 1
    return name


def _open(source: _Source, recorder: Recorder, clock: MonotonicClock) -> Sensor:
    stream = source.stream
    driver = RecordedDriver(source.driver, recorder, stream.name, stream.raw, clock)
    return Sensor(source.uri, driver, clock)


def _watch(
    recorder: Recorder, sensors: Sequence[Sensor], sources: Sequence[_Source], seconds: float | None
) -> None:
    """Show the state every second until there is nothing left to record."""
    start_s = shown_s = time.monotonic()
    while True:
        now_s = time.monotonic()
        if now_s - shown_s >= _STATUS_S:
            _say(_status(recorder, sensors, sources, now_s - start_s))
            shown_s = now_s
        over = all(sensor.stats().state in _OVER for sensor in sensors)
        if over or recorder.stats().state == "failed":
            return
        left_s = _LOOK_S if seconds is None else start_s + seconds - now_s
        if left_s <= 0:
            return
        time.sleep(min(_LOOK_S, left_s))


def _status(
    recorder: Recorder, sensors: Sequence[Sensor], sources: Sequence[_Source], elapsed_s: float
) -> str:
    written = recorder.stats()
    parts = [f"{elapsed_s:.0f} s, {written.size_bytes / 1e6:.1f} MB"]
    for sensor, source in zip(sensors, sources, strict=True):
        stats = sensor.stats()
        # The sensor's ring overflows, since nobody reads it; what counts is lost before or after.
        lost = stats.counters.get("dropped", 0) + written.dropped.get(source.stream.name, 0)
        well = stats.state == "streaming" and not stats.trouble
        state = f"{stats.rate_hz:.1f}/s" if well else stats.trouble or stats.detail
        parts.append(f"{source.stream.name} {state}, {lost} dropped")
    return " | ".join(parts)


def _conclude(recorder: Recorder, sensors: Sequence[Sensor], sources: Sequence[_Source]) -> int:
    """Say what was recorded; raises `SensorError` when the recording failed."""
    written = recorder.stats()
    if written.state != "finished":
        raise SensorError(written.detail)
    print(f"{written.path}: {written.size_bytes / 1e6:.1f} MB")
    code = 0
    for sensor, source in zip(sensors, sources, strict=True):
        stats = sensor.stats()
        lost = stats.counters.get("dropped", 0) + written.dropped.get(source.stream.name, 0)
        line = f"  {source.stream.name}: {stats.received} {_UNITS[stats.modality]}, {lost} dropped"
        line += _holes(stats)
        if stats.state == "failed" or not stats.received:
            line, code = f"{line}; {stats.trouble or stats.detail}", EXIT_BAD
        print(line)
    if written.detail:
        print(f"  {written.detail}")
    return code


def _holes(stats: SensorStats) -> str:
    """What never came out of the sensor, although it streamed."""
    bad = stats.counters.get("bad_packets", 0)
    said = ((stats.gaps, "gap"), (bad, "bad packet"))
    return "".join(f", {count} {what}{'s' * (count > 1)}" for count, what in said if count)


def _say(text: str, end: str = "") -> None:
    """Show the state: in place on a terminal, as lines elsewhere."""
    if sys.stderr.isatty():
        print(f"\r{text}\x1b[K", end=end, file=sys.stderr, flush=True)
    else:
        print(text, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="anymal record",
        description="Record sensors into one MCAP file; Ctrl-C or SIGTERM finishes it.",
    )
    parser.add_argument(
        "sensors",
        nargs="+",
        metavar="[NAME=]SENSOR",
        help="address of a sensor, as `anymal devices` shows them; NAME names the stream, and image, "
        "video, audio or imu also picks that sense of a source that has several",
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="F", help="the file, such as out.mcap"
    )
    parser.add_argument("--seconds", type=float, metavar="N", help="stop by itself after N seconds")
    parser.add_argument(
        "--pictures",
        choices=("jpeg", "png", "h264"),
        default="jpeg",
        help="how pictures are kept: jpeg (default), png (exact), h264 (small)",
    )
    parser.add_argument("--quality", type=int, default=85, metavar="Q", help="of jpeg, 1 to 95 (%(default)s)")
    parser.add_argument(
        "--force", action="store_true", help="replace F if it is there, once the new one is whole"
    )
    return parser
