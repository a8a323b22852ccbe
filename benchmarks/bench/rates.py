"""How fast this machine moves bytes and multiplies matrices, measured by numpy in a process of its own.

Knows a read, a triad (McCalpin, STREAM: a = b + s * c) and a float32 matrix product; refuses to know models.
A BLAS of one thread, and a product per thread of ours: threads that wait for each other inside one product
fall to a fiftieth beside a busy process, and this is about the machine. In a process of its own, because a
BLAS reads its number of threads once, when it is loaded:
`python -m anymal.bench.rates THREADS MEGABYTES MATRIX REPEATS` prints one JSON object.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from anymal.bench.child import run_child
from anymal.bench.parent import end_with_parent
from anymal.bench.timing import timed
from anymal.errors import ConfigError, EngineError

__all__ = ["Rates", "RatesPlan", "measure_rates"]

BLOCK = 1 << 15
"""Float64 values a triad works on at a time: three such blocks stay in the caches of a core."""
VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
TIMEOUT_S = 300.0


@dataclass(frozen=True)
class RatesPlan:
    """`megabytes` of each array (beyond the last cache), `matrix` rows of each thread's square product."""

    megabytes: int = 256
    matrix: int = 1024
    repeats: int = 10

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {"megabytes": (1, 1 << 16), "matrix": (16, 1 << 14), "repeats": (1, 10_000)}
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"floors.{name} must be between {least} and {most}, found {value}")


@dataclass(frozen=True)
class Rates:
    """Samples of each rate with `threads` threads: bytes/s of `read` and `triad`, FLOP/s of `matrix`."""

    threads: int
    read: tuple[float, ...]
    triad: tuple[float, ...]
    matrix: tuple[float, ...]

    @property
    def bandwidth(self) -> float:
        """Bytes per second: the better median of read and triad, since a floor is what can be reached."""
        return max(float(np.median(self.read)), float(np.median(self.triad)))

    @property
    def flops(self) -> float:
        """Floating-point operations per second in float32, the median."""
        return float(np.median(self.matrix))


def measure_rates(threads: int, plan: RatesPlan) -> Rates:
    """Measure in a fresh process with `threads` threads; raises `EngineError` when that fails."""
    numbers = (threads, plan.megabytes, plan.matrix, plan.repeats)
    one_thread = dict.fromkeys(VARIABLES, "1")
    try:
        done = run_child("anymal.bench.rates", [*map(str, numbers)], TIMEOUT_S, one_thread)
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"measuring the machine's rates took longer than {TIMEOUT_S:g} s") from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise EngineError(f"the machine's rates cannot be measured: {last}; try fewer floors.megabytes")
    found = json.loads(done.stdout)
    return Rates(threads, tuple(found["read"]), tuple(found["triad"]), tuple(found["matrix"]))


def rates_here(threads: int, plan: RatesPlan) -> Rates:
    """Measure in this process, whose BLAS must have been started with one thread."""
    size = max(BLOCK * threads, plan.megabytes * (1 << 20) // 8)
    generator = np.random.default_rng(0)
    one, other = (generator.random(size) for _ in range(2))
    into = np.zeros(size)
    bounds = np.linspace(0, size, threads + 1).astype(int)
    parts = [slice(int(a), int(b)) for a, b in pairwise(bounds)]

    def read(part: slice) -> None:
        one[part].max()

    def triad(part: slice) -> None:
        for start in range(part.start, part.stop, BLOCK):
            block = slice(start, min(part.stop, start + BLOCK))
            np.multiply(other[block], 3.0, out=into[block])
            np.add(into[block], one[block], out=into[block])

    a, b = (generator.random((plan.matrix, plan.matrix), dtype=np.float32) for _ in range(2))
    products = {part.start: np.empty_like(a) for part in parts}

    def multiply(part: slice) -> None:
        np.matmul(a, b, out=products[part.start])

    with ThreadPoolExecutor(threads) as pool:

        def everywhere(work: Callable[[slice], None]) -> Sequence[None]:
            return list(pool.map(work, parts))

        def rate(work: Callable[[], object], amount: float) -> tuple[float, ...]:
            return tuple(amount / (ms / 1e3) for ms in timed(work, plan.repeats, 2))

        return Rates(
            threads,
            read=rate(lambda: everywhere(read), 8.0 * size),
            triad=rate(lambda: everywhere(triad), 24.0 * size),
            matrix=rate(lambda: everywhere(multiply), 2.0 * plan.matrix**3 * threads),
        )


if __name__ == "__main__":
    end_with_parent()
    _threads, *_sizes = map(int, sys.argv[1:])
    _rates = rates_here(_threads, RatesPlan(*_sizes))
    sys.stdout.write(json.dumps({"read": _rates.read, "triad": _rates.triad, "matrix": _rates.matrix}))
