"""IMU bytes to readings: the table of protocols, `make_parser`, and `recognise` for `protocol=auto`.

Knows which module decodes which protocol, and imports it only when it is asked for; refuses to
know ports and time. Nothing here does I/O. Other distributions add protocols through the entry
point group `anymal.imu_protocols` (name = what `protocol=` says, value = `module:class`, a
`parser.Parser` called with its options).
"""

from collections.abc import Mapping
from contextlib import nullcontext, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from anymal.errors import ConfigError
from anymal.plugins import find_plugin, plugin_names
from anymal.sensors.protocols.recognition import recognise_among

if TYPE_CHECKING:
    from anymal.sensors.protocols.parser import Parser

__all__ = ["ENTRY_POINTS", "PROTOCOLS", "make_parser", "option_names", "protocol_names", "recognise"]

ENTRY_POINTS = "anymal.imu_protocols"

PROTOCOLS = {
    "wit": ("anymal.sensors.protocols.wit", "WitParser"),
    "rvc": ("anymal.sensors.protocols.rvc", "RvcParser"),
    "xsens": ("anymal.sensors.protocols.xsens", "XsensParser"),
    "vectornav": ("anymal.sensors.protocols.vectornav", "VectorNavParser"),
    "ximu3": ("anymal.sensors.protocols.ximu3", "Ximu3Parser"),
    "text": ("anymal.sensors.protocols.text", "TextParser"),
    "msp": ("anymal.sensors.protocols.msp", "MspParser"),
    "mavlink": ("anymal.sensors.protocols.mavlink", "MavlinkParser"),
}


def make_parser(name: str, options: Mapping[str, str] | None = None) -> "Parser":
    """Return a fresh parser of protocol `name`; of `options` it takes those in `option_names(name)`.

    Raises `ConfigError` for an unknown protocol or a value out of range, and `SensorError` when the
    protocol needs a library that is not installed.
    """
    parser_class = _parser_class(name)
    known: tuple[str, ...] = parser_class.options
    parser: Parser = parser_class({key: value for key, value in (options or {}).items() if key in known})
    return parser


def option_names(name: str) -> tuple[str, ...]:
    """Return the options protocol `name` understands; raises `ConfigError` for an unknown one."""
    names: tuple[str, ...] = _parser_class(name).options
    return names


def protocol_names() -> tuple[str, ...]:
    """Return every protocol there is a parser for, ours first."""
    return (*PROTOCOLS, *(name for name in plugin_names(ENTRY_POINTS) if name not in PROTOCOLS))


def recognise(data: bytes, likely: str = "") -> str | None:
    """Return the name of the protocol most of `data` belongs to; None when none has three good frames.

    The newest 16 KiB count. A second of a stream is enough for every protocol. The one that this line
    spoke before is `likely`: it needs three good frames and more than any other, however much garbage.
    """
    parsers: dict[str, Parser] = {}
    for name in protocol_names():
        if name in ("text", "mavlink"):  # known by their looks; MAVLink's parser needs a library
            continue
        # Somebody's broken parser must not stand in the way of a device of another kind.
        with nullcontext() if name in PROTOCOLS else suppress(Exception):
            parsers[name] = make_parser(name)
    return recognise_among(parsers, data, likely)


def _parser_class(name: str) -> Any:
    if name in PROTOCOLS:
        module, attribute = PROTOCOLS[name]
        return getattr(import_module(module), attribute)
    if found := find_plugin(ENTRY_POINTS, name, f"protocol={name} is decoded by", ConfigError):
        return found[0]
    raise ConfigError(f"protocol={name!r} is not one of: auto, {', '.join(protocol_names())}")
