"""Motion, put on the regular grid an IMU encoder takes.

Knows resampling by time stamps, gaps and windows; refuses to know axes, filters and
normalisation, which are inside the ONNX graph. The grid ends at the newest sample. A source
much faster than the grid is averaged over one grid period (anti-aliasing), any other is
interpolated linearly. A hole longer than three source periods (at least 0.2 s) is never
bridged: it is an error that says where. Real phones and watches pause for up to 0.155 s
(sp-sw-har recordings; with a limit of 50 ms, 46 % of their 5 s windows would be refused).
"""

import numpy as np
from numpy.typing import NDArray

from anymal.engines.manifest import ImuInput
from anymal.errors import InputError
from anymal.samples import NS_PER_S, ImuChunk

__all__ = ["imu_input", "imu_span_ns", "max_gap_s", "require_motion"]

LEAST_PART = 0.4
"""The part of a window that must be there; the rest is mirrored."""
LEAST_RATE = 0.25
"""The slowest source, as a part of the grid's rate."""
ANTI_ALIAS_RATIO = 1.5
GAP_PERIODS, LEAST_GAP_S = 3.0, 0.2
# Beyond any wearable's range (16 g is 157 m/s2, 4000 deg/s is 70 rad/s): another unit.
MOST_MPS2, MOST_RADPS = 500.0, 100.0


def imu_input(chunk: ImuChunk, spec: ImuInput) -> NDArray[np.float32]:
    """Return float32 [n_steps, 6] (ax ay az in m/s2, gx gy gz in rad/s) of the newest window.

    A motion of at least 40 % of the window is filled up by mirroring its oldest part. Raises
    `InputError` with numbers for too short a motion, gaps, disorder, NaN, or another unit.
    """
    times_s, values = _checked(chunk)
    period_s = float(np.median(np.diff(times_s)))
    grid_s = times_s[-1] - np.arange(spec.n_steps - 1, -1, -1) / spec.rate_hz
    # One older sample serves the interpolation at the window's start.
    first = max(0, int(np.searchsorted(times_s, grid_s[0] - 0.5 / spec.rate_hz, side="right")) - 1)
    times_s, values = times_s[first:], values[first:]
    _check_window(times_s, period_s, spec)
    # Half a period of grace: a window's first sample may come a little late.
    missing = int(np.count_nonzero(grid_s < times_s[0] - 0.5 * period_s))
    known_s = grid_s[missing:]
    if period_s * spec.rate_hz * ANTI_ALIAS_RATIO < 1:
        sampled = _box_mean(times_s, values, known_s, 1 / spec.rate_hz)
    else:
        sampled = np.stack([np.interp(known_s, times_s, column) for column in values.T], axis=1)
    return np.pad(sampled, ((missing, 0), (0, 0)), mode="reflect").astype(np.float32)


def imu_span_ns(chunk: ImuChunk, spec: ImuInput) -> tuple[int, int]:
    """Return (start, end) of the part that `imu_input` uses, without what it mirrors."""
    end_ns = int(chunk.t_ns[-1])
    return max(int(chunk.t_ns[0]), end_ns - round((spec.n_steps - 1) * NS_PER_S / spec.rate_hz)), end_ns


def max_gap_s(period_s: float) -> float:
    """Return the longest gap that is interpolated over, for samples `period_s` apart."""
    return max(GAP_PERIODS * period_s, LEAST_GAP_S)


def require_motion(chunk: ImuChunk) -> None:
    """Raise `InputError` for shapes that do not fit, disorder, NaN, or values of another unit."""
    _checked(chunk)


def _checked(chunk: ImuChunk) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return times in seconds from the first sample, and [n, 6] values."""
    if chunk.t_ns.ndim != 1 or chunk.t_ns.dtype.kind not in "iu":
        raise InputError(
            f"motion: t_ns must be int64 [n], whole nanoseconds, found {chunk.t_ns.dtype} "
            f"{list(chunk.t_ns.shape)}; convert seconds with np.round(t_s * 1e9).astype(np.int64)"
        )
    t_ns = chunk.t_ns.astype(np.int64)  # a step back of unsigned times would be a huge step ahead
    count = len(t_ns)
    for name, array in (("accel_mps2", chunk.accel_mps2), ("gyro_radps", chunk.gyro_radps)):
        if array.shape != (count, 3):
            raise InputError(
                f"motion: {name} must be [{count}, 3], as many as times, found {list(array.shape)}"
            )
    if count < 2:
        raise InputError(f"motion must have at least 2 samples, found {count}")
    if (disorder := np.flatnonzero(np.diff(t_ns) <= 0)).size:
        row = int(disorder[0]) + 1
        raise InputError(
            f"motion: times must rise, but sample {row} is not after the one before; sort the rows"
        )
    values = np.concatenate([chunk.accel_mps2, chunk.gyro_radps], axis=1).astype(np.float64)
    if not np.isfinite(values).all():
        row = int(np.flatnonzero(~np.isfinite(values).all(axis=1))[0])
        raise InputError(f"motion: NaN or infinity in sample {row}")
    for name, most, part in (("m/s2", MOST_MPS2, values[:, :3]), ("rad/s", MOST_RADPS, values[:, 3:])):
        if (peak := float(np.abs(part).max())) > most:
            raise InputError(
                f"motion: {peak:.0f} {name} is more than any wearable meets; is it another unit? "
                f"Convert it to {name}"
            )
    return (t_ns - t_ns[0]) / NS_PER_S, values


def _check_window(times_s: NDArray[np.float64], period_s: float, spec: ImuInput) -> None:
    """Check gaps, rate and length of the samples in the window, which usually come every `period_s`."""
    steps_s = np.diff(times_s)
    gap_s, allowed_s = float(steps_s.max()), max_gap_s(period_s)
    if gap_s > allowed_s:
        start_s = float(times_s[int(steps_s.argmax())])
        raise InputError(
            f"motion has a gap of {gap_s:.3f} s, {start_s:.2f} s into the window "
            f"(at most {allowed_s:.3f} s is bridged); choose another window, or record it again"
        )
    if period_s * spec.rate_hz * LEAST_RATE > 1 + 1e-6:
        least_hz = LEAST_RATE * spec.rate_hz
        raise InputError(
            f"motion comes at {1 / period_s:.1f} Hz, but the model needs at least {least_hz:.0f} Hz; "
            "set the sensor to a higher rate"
        )
    length_s, needed_s = float(times_s[-1] - times_s[0]) + period_s, LEAST_PART * spec.window_s
    if length_s < needed_s - 1e-6:
        raise InputError(
            f"motion lasts {length_s:.2f} s, but the model needs at least {needed_s:.2f} s "
            f"({LEAST_PART:.0%} of its {spec.window_s:g} s window); record it longer"
        )


def _box_mean(
    times_s: NDArray[np.float64], values: NDArray[np.float64], at_s: NDArray[np.float64], width_s: float
) -> NDArray[np.float64]:
    """Average the piecewise linear signal over `width_s` around each of `at_s`, exactly."""
    steps_s = np.diff(times_s)[:, None]
    slopes = np.diff(values, axis=0) / steps_s
    areas = (values[1:] + values[:-1]) / 2 * steps_s
    sums = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(areas, axis=0)])

    def integral(at: NDArray[np.float64]) -> NDArray[np.float64]:
        left = np.clip(np.searchsorted(times_s, at, side="right") - 1, 0, len(times_s) - 2)
        rest_s = (at - times_s[left])[:, None]
        area: NDArray[np.float64] = sums[left] + values[left] * rest_s + slopes[left] * rest_s**2 / 2
        return area

    start_s = np.clip(at_s - width_s / 2, times_s[0], times_s[-1])
    end_s = np.clip(at_s + width_s / 2, times_s[0], times_s[-1])
    mean: NDArray[np.float64] = (integral(end_s) - integral(start_s)) / (end_s - start_s)[:, None]
    return mean
