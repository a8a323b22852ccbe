"""What the page says of how its figures were taken: scenario by scenario, and of all of them.

Knows words only; refuses to measure. Only scenarios that a report has are told of.
"""

from html import escape

from anymal.bench.record import Report

__all__ = ["method"]

ASKED = {
    "floors": "The machine's own rates, one kind after the other, in a process of their own.",
    "stages": "Each step by itself, again and again; nobody asks.",
    "overhead": "Ours and the bare library block by block in turns, and which comes first changes.",
    "start_up": "A fresh process for every question, one after the other. What the bench itself does in it, "
    "making its picture, is not counted.",
    "cold": "Back to back: each question is asked when the answer before it has ended, and counts from then.",
    "live": "Questions come at random moments fixed by a seed before the run, and each latency counts from "
    "the moment that was meant, even when the answer before it was still going on (no coordinated omission). "
    "Where questions are spoken the pauses between them are random, and none is meant to begin before the "
    "one before it is said.",
    "scaling": "Each point by itself, again and again; windows per second in a session that nobody asks.",
    "soak": "A closed loop: the next question comes a fixed time after the one before was asked, or when its "
    "answer has ended. Its latencies count from asking and hold no waiting for the answer before.",
    "energy": "Spans of rest and spans of answers back to back, in turns.",
}
ALL = (
    "Warm-up runs are apart and not in the figures. Intervals hold the median with 95 % confidence or more, "
    "for independent samples: the k-th smallest and k-th largest. There is none of fewer than six samples, "
    "nor of levels over time and their slopes, whose samples follow one from another; p95 is told from 20 "
    "samples on, p99 from 100. Before and after each scenario a calibration loop is timed and its CPU time "
    "held against wall time; during it the CPU time of others is counted, and the longest time in which the "
    "process neither ran nor computed. A scenario that shared the machine with something else, or stood "
    "still, is refused, not smoothed."
)


def method(report: Report) -> str:
    """Return a paragraph about everything and a line about each scenario that `report` has figures of."""
    lines = [
        f"<li><strong>{escape(name)}</strong>: {escape(words)}</li>"
        for name, words in ASKED.items()
        if name in report.scenarios
    ]
    return f"<p>{escape(ALL)}</p>" + (f"<ul>{''.join(lines)}</ul>" if lines else "")
