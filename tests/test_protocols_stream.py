"""Streams of every protocol: cut anywhere, dirty, torn or hostile, the same whole frames come out."""

import math
import random
from collections.abc import Callable
from importlib.util import find_spec
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anymal.sensors.protocols import PROTOCOLS, make_parser, recognise
from anymal.sensors.protocols.encode import ENCODERS
from anymal.sensors.protocols.parser import ImuReading, ParserCounts

_HAVE_MAVLINK = find_spec("pymavlink") is not None
_NAMES = [name for name in PROTOCOLS if name != "mavlink" or _HAVE_MAVLINK]
_KINDS = [kind for kind, (name, _) in ENCODERS.items() if name in _NAMES]
# Forms with a checksum; mavlink's needs the library.
_CHECKED = [kind for kind in _KINDS if kind not in ("wit-dongle", "ximu3-text", "ximu3-binary", "csv")]
_FUZZ = settings(max_examples=60, deadline=None)
# Lets a false start at the very end decide itself: more than the longest frame of any protocol.
_FLUSH = b"\n" + bytes(4096) + b"\n"


def _samples(kind: str, count: int, seed: int = 1) -> list[bytes]:
    draw = random.Random(seed)
    encode = ENCODERS[kind][1]
    return [
        encode(
            number,
            (draw.gauss(0, 5), draw.gauss(0, 5), draw.gauss(9.8, 5)),
            (draw.gauss(0, 2), draw.gauss(0, 2), draw.gauss(0, 2)),
        )
        for number in range(count)
    ]


def _parse(name: str, pieces: list[bytes]) -> tuple[list[ImuReading], ParserCounts]:
    parser = make_parser(name)
    readings = [reading for piece in pieces for reading in parser.feed(piece)]
    return readings, parser.counts


def _cut(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted(cut % (len(data) + 1) for cut in cuts)
    return [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]


@pytest.mark.parametrize("kind", _KINDS)
def test_every_sample_comes_back_in_si_units(kind: str) -> None:
    name, encode = ENCODERS[kind]
    accel, gyro = (-3.25, 0.5, 9.125), (0.25, -1.5, 0.125)
    readings, counts = _parse(name, [encode(number, accel, gyro) for number in range(300)] + [_FLUSH])
    assert len(readings) == 300
    assert counts.lost == 0
    for reading in readings:
        assert reading.accel_mps2 == pytest.approx(accel, abs=0.02)
        if kind != "rvc":
            assert reading.gyro_radps == pytest.approx(gyro, abs=0.01)
    times = [reading.device_ns for reading in readings]
    if times[0] is not None:
        assert [b - a for a, b in pairwise(times) if a is not None and b is not None] == [10_000_000] * 299


@pytest.mark.parametrize("kind", _KINDS)
@_FUZZ
@given(st.data())
def test_chunking_changes_nothing(kind: str, data: st.DataObject) -> None:
    name = ENCODERS[kind][0]
    draw = random.Random(data.draw(st.integers(0, 2**32)))
    stream = b"".join(_dirty(_samples(kind, 12, draw.randrange(1000)), draw, 0.3, 0.2)[0])
    whole = _parse(name, [stream])
    assert _parse(name, _cut(stream, data.draw(st.lists(st.integers(0, 2**16), max_size=40)))) == whole
    assert _parse(name, [bytes((byte,)) for byte in stream]) == whole


def _dirty(
    frames: list[bytes], draw: random.Random, garbage: float, torn: float
) -> tuple[list[bytes], list[bool]]:
    """Runs of noise between the samples, and some samples cut short; also which stayed whole."""
    pieces: list[bytes] = []
    whole: list[bool] = []
    for frame in frames:
        if draw.random() < garbage:
            pieces.append(draw.randbytes(draw.randint(1, 60)))
        keep = draw.random() >= torn
        pieces.append(frame if keep else frame[: draw.randrange(1, len(frame))])
        whole.append(keep)
    return pieces, whole


@pytest.mark.parametrize("kind", _CHECKED)
def test_intact_samples_of_checked_protocols_survive_noise_and_tearing(kind: str) -> None:
    """Noise in 10 % of the places, 2 % torn, reads of any size: >= 99.9 % of the whole ones are found."""
    name = ENCODERS[kind][0]
    draw = random.Random(7)
    frames = _samples(kind, 3000)
    pieces, whole = _dirty(frames, draw, 0.1, 0.02)
    clean = {reading.accel_mps2 for frame in frames for reading in _parse(name, [frame])[0]}
    stream = b"".join(pieces) + _FLUSH
    parser = make_parser(name)
    found: list[ImuReading] = []
    at = 0
    while at < len(stream):
        size = draw.randint(1, 200)
        found += parser.feed(stream[at : at + size])
        at += size
    expected = [
        reading.accel_mps2
        for frame, kept in zip(frames, whole, strict=True)
        if kept
        for reading in _parse(name, [frame])[0]
    ]
    assert len(expected) > 2900
    present = {reading.accel_mps2 for reading in found}
    missing = [accel for accel in expected if accel not in present]
    assert len(missing) <= len(expected) * 0.001, f"{len(missing)} of {len(expected)} lost"
    assert sum(reading.accel_mps2 not in clean for reading in found) <= 3  # and hardly any is made up


@pytest.mark.parametrize("name", _NAMES)
@_FUZZ
@given(data=st.binary(max_size=600), cuts=st.lists(st.integers(0, 600), max_size=5))
def test_no_bytes_raise_and_nothing_piles_up(name: str, data: bytes, cuts: list[int]) -> None:
    parser = make_parser(name)
    for piece in _cut(data, cuts):
        for reading in parser.feed(piece):
            numbers = (*reading.accel_mps2, *(reading.gyro_radps or ()))
            assert all(map(math.isfinite, numbers))
    counts = parser.counts
    assert counts.skipped_bytes <= len(data)
    assert min(counts.frames, counts.bad, counts.lost, counts.skipped_bytes) >= 0


@pytest.mark.parametrize("kind", _KINDS)
@_FUZZ
@given(st.data())
def test_flipped_bytes_do_no_harm(kind: str, data: st.DataObject) -> None:
    name = ENCODERS[kind][0]
    stream = bytearray(b"".join(_samples(kind, 6)))
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8)
    ):
        stream[place % len(stream)] = value
    for reading in _parse(name, [bytes(stream), _FLUSH])[0]:
        assert all(map(math.isfinite, (*reading.accel_mps2, *(reading.gyro_radps or ()))))


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(
    "flood",
    [
        lambda: b"\x55\x51" * 20_000,
        lambda: b"\xaa" * 40_000,
        lambda: b"\xfa\xff\x36\xff\x07\xff" * 8_000,
        lambda: b"$VN" * 12_000,
        lambda: b"\xfa\x7f\xff" * 12_000,
        lambda: b"$X>" * 12_000,
        lambda: b"\xfd\xff\x01" * 12_000,
        lambda: b"I," * 20_000,
        lambda: b'{"a":' * 10_000 + b"\n",
        lambda: b"[" * 40_000 + b"\n",
        lambda: b"1," * 20_000,
        lambda: b">ax:1\n" * 8_000,
    ],
)
def test_floods_of_frame_starts_end_and_are_not_kept(name: str, flood: Callable[[], bytes]) -> None:
    data = flood()
    parser = make_parser(name)
    for at in range(0, len(data), 977):
        parser.feed(data[at : at + 977])
    held = len(data) - parser.counts.skipped_bytes
    assert parser.counts.frames or held <= 2100


@pytest.mark.parametrize("name", _NAMES)
def test_every_protocol_has_an_encoder_to_be_tested_with(name: str) -> None:
    kinds = [kind for kind, (protocol, _) in ENCODERS.items() if protocol == name]
    assert kinds, f"sensors/protocols/encode.py: ENCODERS has no encoder of {name}, to test its parser with"


@pytest.mark.parametrize("kind", ENCODERS)
def test_recognise_every_form_also_from_the_middle_and_with_noise(kind: str) -> None:
    if kind not in _KINDS:
        pytest.skip("pymavlink is not installed")
    name = ENCODERS[kind][0]
    frames = _samples(kind, 60)
    assert recognise(b"".join(frames)[17:]) == name
    pieces, _ = _dirty(frames, random.Random(3), 0.1, 0.05)
    assert recognise(b"".join(pieces)) == name
    assert recognise(frames[0][:20]) is None  # one frame proves nothing


@pytest.mark.parametrize("kind", _KINDS)
def test_recognise_among_garbage_what_the_line_spoke_before(kind: str) -> None:
    """Four fifths are garbage: nobody's, and never text of lines that are another protocol's."""
    name, draw = ENCODERS[kind][0], random.Random(2)
    frames = b"".join(_samples(kind, 30))
    mixed = bytes(draw.randrange(128, 256) for _ in range(4 * len(frames))) + frames
    assert recognise(mixed) is None
    assert recognise(mixed, likely=name) == name
    assert recognise(frames, likely="text" if name != "text" else "ximu3") == name
    other = bytes(draw.randrange(128, 256) for _ in range(4000))
    assert recognise(other, likely=name) is None


@_FUZZ
@given(st.binary(max_size=500))
def test_recognise_never_raises(data: bytes) -> None:
    assert recognise(data) in (None, *PROTOCOLS)


def test_noise_is_nobodys_protocol() -> None:
    for seed in range(40):
        assert recognise(random.Random(seed).randbytes(2000)) is None
    assert recognise(b"") is None
    assert recognise(b"ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\nrst:0x1 (POWERON)\r\n" * 9) is None
    assert (
        recognise(b"$GPGGA,130427.00,4846.87670,N,00910.32085,E,1,04,9.58,244.1,M,47.6,M,,*5D\r\n" * 9)
        is None
    )
