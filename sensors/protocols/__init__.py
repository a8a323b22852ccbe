"""IMU bytes to readings: the table of protocols, `make_parser`, and `recognise` for `protocol=auto`.

Knows which module decodes which protocol, and imports it only when it is asked for; refuses to
know ports and time. Nothing here does I/O.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from anymal.errors import ConfigError
from anymal.sensors.protocols.recognition import recognise

if TYPE_CHECKING:
    from anymal.sensors.protocols.parser import Parser

__all__ = ["PROTOCOLS", "make_parser", "option_names", "recognise"]

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


def _parser_class(name: str) -> Any:
    if name not in PROTOCOLS:
        raise ConfigError(f"protocol={name!r} is not one of: auto, {', '.join(PROTOCOLS)}")
    module, attribute = PROTOCOLS[name]
    return getattr(import_module(module), attribute)
