"""What the figures of a report mean, as a number: two reports with another one differ in more than speed.

Knows in which words each change of meaning is told; refuses to know how anything is measured. A change of
what a figure counts raises `DEFINITION` and says here and in docs/bench.md which, since when and how.
"""

from collections.abc import Mapping, Sequence

__all__ = ["CHANGED", "DEFINITION", "FIRST", "changed_figures"]

FIRST = 1
"""Of reports that do not say theirs."""
CHANGED: Mapping[int, str] = {
    2: "start_up's first_ms, load_to_answer_ms and start_to_first_ms are without the bench's own work, 27 ms "
    "then; live's answer_response_ms and answer_late_ms with word_s count from when a question can end, and "
    "its real_time_* counts windows and those due in one span; cpu_by_windows_per_s@N counts the processes "
    "encoders run in",
}
"""Number of a definition -> what it counts otherwise than the one before it (2: 2026-11-30)."""
FIGURES: Mapping[int, Sequence[str]] = {
    2: (
        "start_up/first_ms",
        "start_up/load_to_answer_ms",
        "start_up/start_to_first_ms",
        "live/answer_response*",
        "live/answer_late*",
        "live/real_time_*",
        "live/keeps_up_*",
        "scaling/cpu_by_windows_per_s@*",
    ),
}
"""Number of a definition -> patterns of the figures that it changed: no speed is told from them."""
DEFINITION = max(CHANGED)


def changed_figures(before: int, after: int) -> tuple[str, ...]:
    """Return patterns of the figures that do not mean the same by definitions `before` and `after`."""
    low, high = sorted((before, after))
    return tuple(one for number, patterns in FIGURES.items() if low < number <= high for one in patterns)
