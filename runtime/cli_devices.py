"""`anymal devices`: what is connected, as addresses to paste, with a sample of each.

Knows how devices look on a terminal; refuses to look for them by itself.
"""

import argparse
import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from anymal.errors import AnymalError
from anymal.runtime.arguments import Parser
from anymal.sensors.discover import KINDS, Device, DeviceKind, discover
from anymal.sensors.probe import sample_of

__all__ = ["run"]

_TITLES: dict[DeviceKind, tuple[str, str]] = {
    "camera": ("cameras", "none: no /dev/video*. Plug one in; rtsp://.., http://.. and file:.. need none"),
    "microphone": ("microphones", "none: plug one in, or start the sound server (PulseAudio, PipeWire)"),
    "imu": ("motion sensors", "none: no USB serial adapter. Plug one in; imu:tcp://host:port needs none"),
}
_EPILOG = (
    "An address opens with `anymal live --camera URI --mic URI --imu URI`. Exit code 1: nothing can be used."
)


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 1 when there is no device that can be used."""
    parser = Parser(prog="anymal devices", description="Say what is connected.", epilog=_EPILOG)
    parser.add_argument(
        "--probe",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="open each device for a moment and say what comes (default: %(default)s)",
    )
    parser.add_argument("--kind", choices=tuple(KINDS), action="append", help="look for these only")
    parser.add_argument(
        "--seconds", type=float, default=1.0, metavar="S", help="listen this long (%(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    if not 0 < arguments.seconds <= 60:
        parser.error(f"--seconds {arguments.seconds:g}: wanted more than 0, up to 60")
    rows: list[dict[str, object]] = []
    usable = False
    for kind in arguments.kind or KINDS:
        if not arguments.json:
            print(_TITLES[kind][0])
        found = 0
        for device, sample, fault in _look(kind, arguments.seconds if arguments.probe else None):
            found += 1
            usable = usable or (device.is_usable and not fault)
            rows.append({**asdict(device), "sample": sample, "problem": device.problem or fault})
            if not arguments.json:
                _show(device, sample, device.problem or fault)
        if not found and not arguments.json:
            print(f"  {_TITLES[kind][1]}")
    if arguments.json:
        print(json.dumps({"usable": usable, "devices": rows}, ensure_ascii=False))
    return 0 if usable else 1


def _look(kind: DeviceKind, seconds: float | None) -> Iterator[tuple[Device, str, str]]:
    """Yield each device with its sample, or with why there is none."""
    for device in discover([kind]):
        sample = fault = ""
        if seconds is not None and device.is_usable and not device.quiet:
            try:
                sample = sample_of(device.uri, seconds)
            except AnymalError as error:
                fault = str(error)
        yield device, sample, fault


def _show(device: Device, sample: str, problem: str) -> None:
    head = shlex.quote(device.uri) if device.uri else device.name
    print(f"  {head}" + (f"  {device.name}" if device.uri else ""))
    for title, text in (("offers", device.offers), ("sample", sample), ("problem", problem)):
        if text:
            print(f"      {title:<8}{text}")
