"""Which protocol these bytes speak, for `protocol=auto`: every parser tries, good frames decide.

Knows how to compare; refuses to decide on a handful of frames. A polled device (MSP) is recognised
only once it has been asked. MAVLink is recognised by its chain of frames, so that the answer does
not depend on whether pymavlink is installed.
"""

import re
from collections.abc import Mapping

from anymal.sensors.protocols.parser import ByteParser, Parser

__all__ = ["recognise_among"]

_LONGEST = 16_384  # bytes looked at
_MIN_EXPLAINED = 0.5  # share of the bytes that must be in good frames
_MIN_FRAMES = 3
_SEPARATORS = re.compile(r"[:=;,}\]\[\s]+")


def recognise_among(parsers: Mapping[str, Parser], data: bytes, likely: str = "") -> str | None:
    """Return which of these fresh parsers most of `data` belongs to, `mavlink`, `text`, or None.

    Of the `likely` one it need not be most. A parser that is no `ByteParser` does not tell what it kept
    back, and is not tried.
    """
    data = data[-_LONGEST:]
    shares = {name: _share(one, data) for name, one in parsers.items() if isinstance(one, ByteParser)}
    shares["mavlink"] = _mavlink_share(data)
    best = max(shares, key=lambda name: shares[name])
    least = dict.fromkeys((*shares, "text"), _MIN_EXPLAINED) | {likely: 0.0}
    if shares[best] and shares[best] >= least[best]:
        return best
    return "text" if _looks_like_text(data, least["text"]) else None


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


def _looks_like_text(data: bytes, least_readable: float) -> bool:
    """Whether most whole lines are printable and carry three numbers, or one in Teleplot's form.

    Of the bytes, `least_readable` must be in printable lines: among garbage there are few line ends, so
    a few lines of a protocol that is made of lines, too, would be most of them.
    """
    pieces = [line.strip() for line in data.split(b"\n")]
    readable = sum(len(line) for line in pieces if _is_printable(line))
    if readable < least_readable * sum(map(len, pieces)):
        return False
    lines = [line for line in pieces[1:-1] if line]
    good = sum(_is_printable(line) and _carries_numbers(line.decode("ascii")) for line in lines)
    return len(lines) >= _MIN_FRAMES and good >= len(lines) * _MIN_EXPLAINED


def _is_printable(line: bytes) -> bool:
    return line.isascii() and (b"\t" in line or line.decode("ascii").isprintable())


def _carries_numbers(line: str) -> bool:
    if line.startswith("$"):  # `$GP..` is a position receiver
        return False
    cells = _SEPARATORS.split(line)
    numbers = sum(cell.lstrip("+-").replace(".", "", 1).isdigit() for cell in cells)
    return numbers >= 3 or (line.startswith(">") and numbers >= 1)
