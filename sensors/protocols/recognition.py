"""Which protocol these bytes speak, for `protocol=auto`: every parser tries, good frames decide.

Knows how to compare; refuses to decide on a handful of frames. A polled device (MSP) is recognised
only once it has been asked. MAVLink is recognised by its chain of frames, so that the answer does
not depend on whether pymavlink is installed.
"""

import re

from anymal.sensors.protocols.parser import ByteParser

__all__ = ["recognise"]

_LONGEST = 16_384  # bytes looked at
_MIN_EXPLAINED = 0.5  # share of the bytes that must be in good frames
_MIN_FRAMES = 3
_SEPARATORS = re.compile(r"[:=;,}\]\[\s]+")


def recognise(data: bytes) -> str | None:
    """Return the name of the protocol most of `data` belongs to; None when none has three good frames.

    The newest 16 KiB count. A second of a stream is enough for every protocol.
    """
    data = data[-_LONGEST:]
    shares = {name: _share(parser, data) for name, parser in _candidates().items()}
    shares["mavlink"] = _mavlink_share(data)
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _MIN_EXPLAINED:
        return best
    return "text" if _looks_like_text(data) else None


def _candidates() -> dict[str, ByteParser]:
    from anymal.sensors.protocols.msp import MspParser
    from anymal.sensors.protocols.rvc import RvcParser
    from anymal.sensors.protocols.vectornav import VectorNavParser
    from anymal.sensors.protocols.wit import WitParser
    from anymal.sensors.protocols.ximu3 import Ximu3Parser
    from anymal.sensors.protocols.xsens import XsensParser

    return {
        "xsens": XsensParser(),
        "vectornav": VectorNavParser(),
        "msp": MspParser(),
        "wit": WitParser(),
        "rvc": RvcParser(),
        "ximu3": Ximu3Parser(),
    }


def _share(parser: ByteParser, data: bytes) -> float:
    """Share of the decided bytes that stand in good frames; 0 when those are too few."""
    readings = parser.feed(data)
    decided = len(data) - parser.buffered_bytes
    if parser.counts.frames < _MIN_FRAMES or not decided or (parser.unchecked and not readings):
        return 0.0
    return 1 - parser.counts.skipped_bytes / decided


def _mavlink_share(data: bytes) -> float:
    """Share of the bytes in frames that are followed by another frame's start."""
    at = explained = frames = 0
    while at + 2 < len(data):
        size = 0
        if data[at] == 0xFE:
            size = data[at + 1] + 8
        elif data[at] == 0xFD and data[at + 2] <= 1:
            size = data[at + 1] + 12 + 13 * data[at + 2]
        if size and at + size < len(data) and data[at + size] in (0xFD, 0xFE):
            explained += size
            frames += 1
            at += size
        else:
            at += 1
    return explained / len(data) if frames >= _MIN_FRAMES else 0.0


def _looks_like_text(data: bytes) -> bool:
    """Whether most whole lines are printable and carry three numbers, or one in Teleplot's form."""
    lines = [line.strip() for line in data.split(b"\n")[1:-1]]
    lines = [line for line in lines if line]
    good = sum(line.isascii() and _carries_numbers(line.decode("ascii", "replace")) for line in lines)
    return len(lines) >= _MIN_FRAMES and good >= len(lines) * _MIN_EXPLAINED


def _carries_numbers(line: str) -> bool:
    if line.startswith("$") or not (line.isprintable() or "\t" in line):  # `$GP..` is a position receiver
        return False
    cells = _SEPARATORS.split(line)
    numbers = sum(cell.lstrip("+-").replace(".", "", 1).isdigit() for cell in cells)
    return numbers >= 3 or (line.startswith(">") and numbers >= 1)
