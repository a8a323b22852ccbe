"""Fuzzes the IMU byte parsers: coverage-guided with atheris where it is installed, else with random damage.

Checks on every input: no exception, the same readings and counts for every way of cutting it, finite
numbers, counts that add up, nothing held back beyond the longest frame, and no input that takes
longer than a second. Usage:

    .venv/bin/python tools/fuzz_protocols.py --seconds 600
"""

import argparse
import importlib
import importlib.util
import math
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

MAX_BYTES = 4096
MAX_HELD = 2100  # the longest frame of any protocol: an extended Xsens message
SLOW_S = 1.0
OPTIONS = {
    "wit": ({}, {"clock": "rtc"}),
    "text": (
        {},
        {"accel_unit": "g", "gyro_unit": "dps"},
        {"columns": "t_ms,ax,ay,az,gx,gy,gz,n", "accel_unit": "mg", "gyro_unit": "lsb131", "prefix": "I"},
    ),
    "mavlink": ({"raw_units": "milli"},),
}


class Checker:
    """Feeds one input to one parser, whole and in pieces; raises `AssertionError` for a broken promise."""

    def __init__(self) -> None:
        from anymal.sensors import protocols

        self.protocols = protocols
        mavlink = importlib.util.find_spec("pymavlink") is not None
        self.names = [name for name in protocols.PROTOCOLS if name != "mavlink" or mavlink]
        self.inputs = self.readings = 0

    def __call__(self, data: bytes) -> None:
        """The first byte chooses parser and options, the second how the rest is cut."""
        if len(data) < 2:
            return
        self.inputs += 1
        name = self.names[data[0] % len(self.names)]
        variants = OPTIONS.get(name, ({},))
        options = variants[data[0] // len(self.names) % len(variants)]
        cuts, stream = random.Random(data[1]), data[2:]
        began = time.perf_counter()
        whole = self.protocols.make_parser(name, options)
        readings = whole.feed(stream)
        pieces = self.protocols.make_parser(name, options)
        in_pieces: list[Any] = []
        at = 0
        while at < len(stream):
            size = cuts.choice((1, 2, 7, 64, 500))
            in_pieces += pieces.feed(stream[at : at + size])
            at += size
        if data[1] % 8 == 0:  # it runs every parser, so not each time
            self.protocols.recognise(stream)
        elapsed = time.perf_counter() - began
        assert in_pieces == readings, (name, options, "readings depend on the pieces")
        assert pieces.counts == whole.counts, (name, options, whole.counts, pieces.counts)
        assert whole.counts.skipped_bytes <= len(stream), (name, whole.counts)
        assert whole.buffered_bytes <= MAX_HELD, (name, whole.buffered_bytes)
        assert elapsed < SLOW_S, (name, options, elapsed)
        for reading in readings:
            numbers = (*reading.accel_mps2, *(reading.gyro_radps or ()))
            assert all(map(math.isfinite, numbers)), reading
        whole.reset()
        assert whole.buffered_bytes == 0
        self.readings += len(readings)


def seeds(checker: Checker) -> list[bytes]:
    """Good streams of every protocol form, each behind the bytes that choose its parser."""
    from anymal.sensors.protocols.encode import ENCODERS

    found = []
    for name, encode in ENCODERS.values():
        if name in checker.names:
            stream = b"".join(encode(n, (0.1 * n, -1.5, 9.8), (0.2, -0.01 * n, 3.0)) for n in range(6))
            found += [
                bytes((checker.names.index(name) + k * len(checker.names), k)) + stream for k in range(3)
            ]
    return found


def run_atheris(checker: Checker, seconds: int) -> None:
    """Let libFuzzer search from the good streams; it ends the process."""
    import atheris

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(seeds(checker)):
            (Path(folder) / str(number)).write_bytes(data)
        arguments = [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-max_len={MAX_BYTES}",
            "-timeout=20",
            folder,
        ]
        atheris.Setup(arguments, checker)
        atheris.Fuzz()


def run_random(checker: Checker, seconds: int, seed: int) -> None:
    """Damage good streams at random: flips, cuts, repeats, noise, and two protocols on one line."""
    draw = random.Random(seed)
    corpus = seeds(checker)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = bytearray(draw.choice(corpus))
        for _ in range(draw.randint(0, 8)):
            at = draw.randrange(2, len(data) + 1)
            kind = draw.randrange(5)
            if kind == 0 and at < len(data):
                data[at] = draw.randrange(256)
            elif kind == 1:
                del data[at : at + draw.randint(1, 40)]
            elif kind == 2:
                data[at:at] = draw.randbytes(draw.randint(1, 40))
            elif kind == 3:
                data[at:at] = data[at : at + draw.randint(1, 60)]
            else:
                other = draw.choice(corpus)
                data[at:at] = other[draw.randrange(2, len(other)) :]
        data = data[:MAX_BYTES]
        try:
            checker(bytes(data))
        except BaseException:
            sys.stderr.write(f"failing input: {bytes(data).hex()}\n")
            raise


def main() -> None:
    """Fuzz for the time given; the exit code is 0 when every promise held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="of the random damage")
    parser.add_argument("--random", action="store_true", help="random damage even where atheris is installed")
    parser.add_argument("--input", help="check this one input, in hexadecimal")
    arguments = parser.parse_args()
    guided = not arguments.random and importlib.util.find_spec("atheris") is not None
    if guided:
        import atheris

        with atheris.instrument_imports(include=["anymal.sensors.protocols"]):
            for module, _ in importlib.import_module("anymal.sensors.protocols").PROTOCOLS.values():
                importlib.import_module(module)
    checker = Checker()
    if arguments.input:
        checker(bytes.fromhex(arguments.input))
    elif guided:
        run_atheris(checker, arguments.seconds)
    else:
        run_random(checker, arguments.seconds, arguments.seed)
        sys.stderr.write(f"{checker.inputs} inputs, {checker.readings} readings, every promise held\n")


if __name__ == "__main__":
    main()
