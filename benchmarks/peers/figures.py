"""From what the workers said to figures, and from figures to the ratios that matter.

Knows the columns of a run; refuses to know processes. Statistics are those of `anymal.bench`.
"""

from collections.abc import Mapping, Sequence

from anymal.bench.record import Figure, figure

__all__ = ["OURS", "Samples", "fastest", "figures_of", "ratios"]

OURS = "anymal"
Samples = dict[str, list[float]]
UNITS = {
    "new_ttft_ms": ("ms", "question to first token, a frame not seen before"),
    "new_age_ms": ("ms", "age of the frame at the first token, captured as the question ends: the best case"),
    "repeat_ttft_ms": ("ms", "question to first token, the frame of the question before"),
    "live_ttft_ms": ("ms", "question to first token, live"),
    "live_age_ms": ("ms", "age of the newest frame at the first word, live"),
    "fresh_ttft_ms": ("ms", "question to first token, live with max_age_s=0"),
    "fresh_age_ms": ("ms", "age of the newest frame at the first word, live with max_age_s=0"),
    "spoken_ttft_ms": ("ms", "end of the question to first token, live, its words told as they were spoken"),
    "spoken_age_ms": (
        "ms",
        "age of the newest frame at the first word, live, words told as they were spoken",
    ),
    "heard_ttft_ms": (
        "ms",
        "end of the question, 0.2 s after its last word, to first token, live, words told",
    ),
    "heard_age_ms": (
        "ms",
        "age of the newest frame at the first word, live, words told, 0.2 s after the last",
    ),
    "encode_ms": ("ms", "encoder and projector alone; ours includes resizing"),
    "tokens_per_s": ("tokens/s", "after the first token"),
    "start_up_ms": ("ms", "process start to model open"),
    "peak_rss_mb": ("MiB", "most memory the worker ever held"),
    "install_mb": ("MiB", "what its environment holds beside pip; ours: what the extra cpu installs"),
}


def figures_of(samples: Mapping[str, Sequence[float]]) -> dict[str, Figure]:
    """One figure per column that has samples."""
    better = {"tokens_per_s": "higher"}
    return {
        name: figure(name, unit, samples[name], note, "higher" if name in better else "lower")
        for name, (unit, note) in UNITS.items()
        if samples.get(name)
    }


def ratios(peers: Mapping[str, Mapping[str, Figure]]) -> dict[str, float]:
    """Ours over the fastest peer, `<what>_p50` and `<what>_p95`; the fastest is chosen for each percentile.

    A peer's age of its frame at the first word is its TTFT: its best case encodes a frame captured as the
    question ends, and the camera's own delay counts as nothing. What was not measured is absent.
    """
    ours = peers.get(OURS, {})
    others = [figures for name, figures in peers.items() if name != OURS]
    pairs = {
        "live": ("live_ttft_ms", "new_ttft_ms"),
        "spoken": ("spoken_ttft_ms", "new_ttft_ms"),
        "heard": ("heard_ttft_ms", "new_ttft_ms"),
        "fresh": ("fresh_ttft_ms", "new_ttft_ms"),
        "cold": ("new_ttft_ms", "new_ttft_ms"),
        "repeat": ("repeat_ttft_ms", "repeat_ttft_ms"),
        "live_age": ("live_age_ms", "new_age_ms"),
        "spoken_age": ("spoken_age_ms", "new_age_ms"),
        "heard_age": ("heard_age_ms", "new_age_ms"),
        "fresh_age": ("fresh_age_ms", "new_age_ms"),
        "encoder": ("encode_ms", "encode_ms"),
    }
    found: dict[str, float] = {}
    for what, (mine, theirs) in pairs.items():
        known = [figures[theirs] for figures in others if theirs in figures]
        if mine in ours and known:
            found[f"{what}_p50"] = ours[mine].p50 / min(one.p50 for one in known)
            found[f"{what}_p95"] = ours[mine].p95 / min(one.p95 for one in known)
    return found


def fastest(peers: Mapping[str, Mapping[str, Figure]]) -> dict[str, str]:
    """Which peer the ratios of a new frame are taken against, for each percentile."""
    known = {name: one["new_ttft_ms"] for name, one in peers.items() if name != OURS and "new_ttft_ms" in one}
    if not known:
        return {}
    return {
        "fastest_p50": min(known, key=lambda name: known[name].p50),
        "fastest_p95": min(known, key=lambda name: known[name].p95),
    }
