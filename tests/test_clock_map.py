"""Clock mapping: simulated links come out nearly free of jitter, and no clock can make time run backwards."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.samples import NS_PER_S
from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.sample_clock import SampleClock, estimate_period_ns

MS = 1_000_000
Floats = NDArray[np.float64]


class Link:
    """A device of `rate_hz` whose clock runs 40 ppm fast and wanders, and a link with random delays."""

    def __init__(
        self, rate_hz: float, seconds: float, delays_s: Floats, seed: int, batch_s: float = 0.0
    ) -> None:
        random = np.random.default_rng(seed)
        count = len(delays_s)
        self.true_s = 5.0 + np.arange(count) / rate_hz
        skew = 40e-6 + np.cumsum(random.normal(0, 2e-8, count)) / np.sqrt(rate_hz)
        self.device_s = 1000.0 + np.cumsum(np.concatenate([[0.0], np.diff(self.true_s) * (1 + skew[1:])]))
        ready = self.true_s + delays_s
        if batch_s:
            ready = np.ceil((self.true_s + 1e-3) / batch_s) * batch_s + delays_s
        self.arrival_s = np.maximum.accumulate(ready)

    def reads(self) -> Iterator[tuple[int, int]]:
        """Ranges of samples that one read brings."""
        ends = np.flatnonzero(np.diff(self.arrival_s) > 2e-4) + 1
        bounds = [0, *ends.tolist(), len(self.arrival_s)]
        yield from pairwise(bounds)

    def mapped_s(self, mapper: ClockMapper) -> Floats:
        parts = [
            mapper.map(
                (self.device_s[a:b] * NS_PER_S).astype(np.int64), round(self.arrival_s[b - 1] * NS_PER_S)
            )
            for a, b in self.reads()
        ]
        return np.concatenate(parts) / NS_PER_S


def _usb(seconds: int = 150, seed: int = 0) -> Link:
    """USB CDC at 200 Hz: 1.5 ms and a tail, now and then a stall up to 70 ms."""
    random = np.random.default_rng(seed + 100)
    count = seconds * 200
    delays = 1.5e-3 + random.exponential(4e-4, count)
    stalled = random.random(count) < 1e-3
    delays[stalled] += random.uniform(0.01, 0.07, int(stalled.sum()))
    return Link(200, seconds, delays, seed)


def _ftdi(seconds: int = 150, seed: int = 0) -> Link:
    """An FTDI adapter that hands over what it has every 16 ms."""
    random = np.random.default_rng(seed + 200)
    return Link(200, seconds, 1e-3 + random.exponential(3e-4, seconds * 200), seed, batch_s=0.016)


def _bluetooth(seconds: int = 150, seed: int = 0) -> Link:
    """A 30 ms connection interval, a third of the packets sent again once or twice."""
    random = np.random.default_rng(seed + 300)
    count = seconds * 100
    again = (random.random(count) < 0.3) * 0.03 * random.integers(1, 3, count)
    return Link(100, seconds, 8e-3 + again, seed, batch_s=0.03)


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize(
    ("make", "raw_std_ms", "bias_ms", "std_ms"),
    [(_usb, 1.0, 2.0, 0.05), (_ftdi, 4.0, 3.0, 0.5), (_bluetooth, 15.0, 20.0, 6.0)],
)
def test_links_of_the_clock_study(
    make: object, raw_std_ms: float, bias_ms: float, std_ms: float, seed: int
) -> None:
    link: Link = make(seed=seed)  # type: ignore[operator]
    mapper = ClockMapper()
    error_ms = (link.mapped_s(mapper) - link.true_s) * 1e3
    settled = link.true_s > 65
    raw_ms = (link.arrival_s - link.true_s)[settled] * 1e3
    assert raw_ms.std() > raw_std_ms, "the link is not as bad as it should be"
    assert error_ms[settled].std() <= std_ms
    assert 0 < error_ms[settled].mean() < bias_ms
    fit = mapper.fit()
    assert fit is not None
    assert fit.resets == 0
    if make is not _bluetooth:
        assert fit.skew_ppm == pytest.approx(-40, abs=10)
        assert np.abs(error_ms[~settled]).max() < 20


def test_latency_is_taken_off() -> None:
    link = _usb(seconds=20)
    plain, shifted = link.mapped_s(ClockMapper()), link.mapped_s(ClockMapper(latency_ms=1.5))
    np.testing.assert_allclose(plain - shifted, 1.5e-3, atol=1e-9)


def test_sound_blocks_by_their_end() -> None:
    """A microphone: 10 ms blocks at 48 kHz, 35 ppm slow, callbacks late by up to 8 ms, a start-up burst."""
    random = np.random.default_rng(5)
    rate_hz, block, seconds = 48_000, 480, 100
    count = seconds * 100
    end_s = 3.0 + np.arange(1, count + 1) * (block / rate_hz) * (1 + 35e-6)
    arrival_s = np.maximum.accumulate(end_s + 0.5e-3 + random.exponential(1e-3, count).clip(0, 8e-3))
    arrival_s[:40] = arrival_s[40]
    mapper = ClockMapper()
    mapped = [
        mapper.map_one(k * block * NS_PER_S // rate_hz, round(arrival * NS_PER_S))
        for k, arrival in enumerate(arrival_s, start=1)
    ]
    error_ms = (np.array(mapped) / NS_PER_S - end_s)[2000:] * 1e3
    assert error_ms.std() < 0.05
    assert 0 < error_ms.mean() < 1.0
    fit = mapper.fit()
    assert fit is not None
    assert fit.skew_ppm == pytest.approx(35, abs=3)


def test_batches_of_the_first_read_are_spread() -> None:
    mapped = ClockMapper().map(np.arange(16) * 5 * MS, 1000 * MS)
    np.testing.assert_array_equal(mapped, 1000 * MS - np.arange(15, -1, -1) * 5 * MS)


@pytest.mark.parametrize("skew", [-0.015, -2e-3, 2e-3, 0.015])
def test_a_bad_oscillator_does_not_lose_its_fit(skew: float) -> None:
    true_ns = np.arange(0, 60 * NS_PER_S, 10 * MS)
    mapper = ClockMapper()
    mapped = [mapper.map_one(round(t * (1 + skew)), t + 2 * MS) for t in true_ns.tolist()]
    error_ms = (np.array(mapped) - true_ns)[3000:] / MS
    assert mapper.resets == 0
    assert np.abs(error_ms - 2).max() < 0.1


@pytest.mark.parametrize("jump_ns", [-3600 * NS_PER_S, -50 * MS, 3 * NS_PER_S])
def test_a_clock_that_is_set_starts_anew_at_once(jump_ns: int) -> None:
    mapper = ClockMapper()
    for k in range(3000):
        mapper.map_one(10**13 + k * 10 * MS, k * 10 * MS + 2 * MS)
    mapped = mapper.map_one(10**13 + 30_000 * MS + jump_ns, 30_000 * MS + 2 * MS)
    assert mapper.resets == 1
    assert mapped == 30_002 * MS
    for k in range(3001, 3100):
        mapped = mapper.map_one(10**13 + k * 10 * MS + jump_ns, k * 10 * MS + 2 * MS)
        assert mapped == pytest.approx(k * 10 * MS + 2 * MS, abs=MS)


@pytest.mark.parametrize("jump_ms", [-1500, 1500])
def test_a_clock_that_steps_within_two_seconds_starts_anew_after_one(jump_ms: int) -> None:
    """Forward: only the residual shows it. Backward would show as a jump, so here the link slows down."""
    mapper = ClockMapper()
    device, late = 0, 0
    for k in range(6000):
        if k == 3000:
            device, late = (jump_ms * MS, 0) if jump_ms > 0 else (0, -jump_ms * MS)
        mapped = mapper.map_one(k * 10 * MS + device, k * 10 * MS + late + 2 * MS)
        assert mapped <= k * 10 * MS + late + 2 * MS
    assert mapper.resets == 1
    assert mapped == pytest.approx(k * 10 * MS + late + 2 * MS, abs=MS)


def test_a_stalled_reader_changes_nothing() -> None:
    """We were stopped for 1.5 s; everything then comes at once, but was captured in time."""
    mapper = ClockMapper()
    device = np.arange(4000) * 10 * MS
    for time in device[:3000].tolist():
        mapper.map_one(time, time + 2 * MS)
    burst = mapper.map(device[3000:3150], int(device[3149]) + 2 * MS)
    np.testing.assert_allclose(burst, device[3000:3150] + 2 * MS, atol=MS)
    assert mapper.resets == 0


def test_a_reconnected_device_continues_after_the_newest_time() -> None:
    mapped = ClockMapper(latency_ms=5, after_ns=995 * MS).map(np.arange(5) * 10 * MS, 1001 * MS)
    assert mapped[0] > 995 * MS
    assert (np.diff(mapped) > 0).all()
    assert mapped[-1] == 996 * MS


@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.one_of(st.integers(-3 * NS_PER_S, 3 * NS_PER_S), st.integers(0, 20 * MS), st.just(0)),
            st.integers(100, 3 * NS_PER_S),
            st.integers(1, 5),
        ),
        min_size=1,
        max_size=60,
    ),
    latency_ms=st.sampled_from([0.0, 2.5]),
)
def test_whatever_comes_time_rises_and_never_passes_arrival(
    steps: list[tuple[int, int, int]], latency_ms: float
) -> None:
    mapper = ClockMapper(latency_ms)
    device, arrival, last = 10**15, 10**12, -(10**18)
    for step, wait, count in steps:
        times = device + np.arange(1, count + 1) * step
        device, arrival = int(times[-1]), arrival + wait
        mapped = mapper.map(times, arrival)
        assert mapped[0] > last
        assert (np.diff(mapped) > 0).all()
        assert mapped[-1] <= arrival - latency_ms * MS
        last = int(mapped[-1])


def _count_errors_ms(
    arrivals_s: Floats, true_s: Floats, numbers: NDArray[np.int64]
) -> tuple[Floats, SampleClock]:
    """Map single samples whose first second gave the period."""
    first = [
        (int(n), round(a * NS_PER_S))
        for n, a in zip(numbers, arrivals_s, strict=True)
        if a < arrivals_s[0] + 1
    ]
    period = estimate_period_ns(first)
    assert period is not None
    clock = SampleClock(period)
    mapped = [
        clock.map([int(n)], round(a * NS_PER_S))[1][0] for n, a in zip(numbers, arrivals_s, strict=True)
    ]
    return (np.array(mapped) / NS_PER_S - true_s) * 1e3, clock


@pytest.mark.parametrize("make", [_usb, _ftdi])
def test_a_device_without_clock_is_mapped_by_its_count(make: object) -> None:
    link: Link = make()  # type: ignore[operator]
    parts: list[NDArray[np.int64]] = []
    reads = list(link.reads())
    points = [(b - 1, round(link.arrival_s[b - 1] * NS_PER_S)) for _, b in reads]
    period = estimate_period_ns([p for p in points if p[1] - points[0][1] < NS_PER_S])
    assert period is not None
    clock = SampleClock(period)
    for a, b in reads:
        parts.append(clock.map(np.arange(a, b), round(link.arrival_s[b - 1] * NS_PER_S))[1])
    error_ms = (np.concatenate(parts) / NS_PER_S - link.true_s) * 1e3
    assert error_ms[link.true_s > 65].std() < 0.5
    assert 0 < error_ms[link.true_s > 65].mean() < 3
    assert np.abs(error_ms).max() < 75
    fit = clock.fit()
    assert fit is not None
    assert fit.resets == 0


@pytest.mark.parametrize("factor", [10.0, 0.1])
def test_another_rate_is_noticed(factor: float) -> None:
    steps = np.concatenate([np.full(1000, 0.01), np.full(2000 if factor > 1 else 300, 0.01 / factor)])
    true_s = 1.0 + np.cumsum(steps)
    error_ms, clock = _count_errors_ms(true_s + 2e-3, true_s, np.arange(len(steps)))
    assert clock.period_ns == pytest.approx(1e7 / factor, rel=0.02)
    assert np.abs(error_ms[-50:] - 2).max() < 2


def test_a_silence_without_a_counter_is_lost_samples() -> None:
    true_s = 1.0 + np.arange(3000) * 0.01
    there = np.ones(3000, dtype=bool)
    there[1500:1600] = False
    numbers = np.arange(int(there.sum()))
    error_ms, clock = _count_errors_ms(true_s[there] + 2e-3, true_s[there], numbers)
    assert np.abs(error_ms - 2).max() < 6
    fit = clock.fit()
    assert fit is not None
    assert fit.resets == 0


def test_counted_losses_are_exact() -> None:
    true_s = 1.0 + np.arange(3000) * 0.01
    there = np.random.default_rng(0).random(3000) < 0.8
    error_ms, _ = _count_errors_ms(true_s[there] + 2e-3, true_s[there], np.flatnonzero(there))
    assert np.abs(error_ms - 2).max() < 0.1
