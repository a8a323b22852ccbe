"""What the figures of a report mean, as a number: two reports with another one differ in more than speed.

Knows in which words each change of meaning is told; refuses to know how anything is measured. A change of
what a figure counts raises `DEFINITION` and says here and in docs/bench.md which, since when and how.
"""

from collections.abc import Mapping

__all__ = ["CHANGED", "DEFINITION", "FIRST"]

FIRST = 1
"""Of reports that do not say theirs."""
CHANGED: Mapping[int, str] = {
    2: "start_up's first_ms, load_to_answer_ms and start_to_first_ms are without the bench's own work, 27 ms "
    "then; live's answer_response_ms and answer_late_ms with word_s count from when a question can end, and "
    "its real_time_* counts windows and those due in one span; cpu_by_windows_per_s@N counts the processes "
    "encoders run in",
}
"""Number of a definition -> what it counts otherwise than the one before it (2: 2026-11-30)."""
DEFINITION = max(CHANGED)
