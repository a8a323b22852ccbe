"""When an encoder is too slow to share the cores: at once for a slow one, late or never at the border."""

import pytest

from anymal.runtime.slow_encoders import LONG_NS, SlowEncoders


def moves_at(runs: list[float]) -> int | None:
    """After how many runs, of so many times 0.1 s each, an encoder moves; None for never."""
    slow = SlowEncoders()
    return next((n for n, run in enumerate(runs, 1) if slow.note("image", round(run * LONG_NS))), None)


@pytest.mark.parametrize(
    ("runs", "number"),
    [
        ([20.0, 9.0, 9.0], 2),  # the first opens it
        ([1.5] * 9, 3),
        ([1.05] * 30, 21),
        ([0.8, 1.3, 1.3, 0.8, 1.3, 1.3, 0.8], None),  # at the border, with a busy moment now and then
        ([20.0, *[0.9] * 50], None),
        ([1.0] * 50, None),
    ],
)
def test_it_moves_when_runs_in_a_row_took_too_long_together(runs: list[float], number: int | None) -> None:
    assert moves_at(runs) == number


def test_each_sense_is_judged_by_itself() -> None:
    slow = SlowEncoders()
    assert not slow.note("image", 3 * LONG_NS) and not slow.note("audio", 3 * LONG_NS)
    assert slow.note("image", 3 * LONG_NS)
