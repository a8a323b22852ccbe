"""Scenario `live`: a made recording played in real time, questions at random moments, every wait a user sees.

Knows the figures of a live session; refuses to know how it answers. `answer_*` figures have one sample per
answer, in the same order, so that sample i of all of them is the waterfall of answer i.
"""

import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anymal
from anymal.bench.arrivals import Asked, Speech, ask_all, poisson
from anymal.bench.live_ready import READY_S, wait_for_senses
from anymal.bench.record import Absent, Figure, figure
from anymal.errors import ConfigError, EngineError
from anymal.runtime.demo_recording import sound_rate_hz, write_recording
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import LiveStatus
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S, Modality

__all__ = ["LivePlan", "Span", "live_figures", "recording_s", "run_live", "sensed"]

SPARE_S = READY_S + 20.0
"""The recording lasts so much longer than what is meant: it plays from the start, while the first windows are
waited for, and beyond the last answers."""
KEEPS_UP = 0.9
"""Windows sensed of those due: below it a stream does not keep up."""
LEAST_DUE = 20
"""Of fewer nobody can judge: each end of the span may hide a window, together more than a tenth."""
STALE_HOPS = 2
SENSORS: Mapping[str, Modality] = {"camera": "image", "mic": "audio", "imu": "imu"}
QUESTIONS = (
    "What do you see?",
    "What do you hear?",
    "What am I doing?",
    "What is going on?",
    "Is there a red circle?",
)


@dataclass(frozen=True)
class LivePlan:
    """`questions` come at random, `per_s` per second on average, after `warmup` that are not kept.

    `max_age_s`: as for `LiveSession.ask`, -1 for none. `word_s`: seconds a word of a question takes to say,
    which the session is told meanwhile (`LiveSession.draft`); 0 asks all of it at once. `silence_s`: what
    passes between its last word and its end. With either, `per_s` is of the pauses between questions, 1 /
    `per_s` seconds on average: nobody begins one before the one before it is said. `turn_s`: what an answer
    may take on average, for the length of the recording.
    """

    questions: int = 100
    per_s: float = 0.5
    seed: int = 1
    warmup: int = 3
    max_tokens: int = 24
    max_age_s: float = -1.0
    word_s: float = 0.0
    silence_s: float = 0.0
    turn_s: float = 1.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {
            "questions": (1, 100_000),
            "per_s": (1e-3, 1e3),
            "warmup": (0, 1000),
            "max_tokens": (1, 100_000),
            "max_age_s": (-1.0, 86_400.0),
            "word_s": (0.0, 60.0),
            "silence_s": (0.0, 60.0),
            "turn_s": (0.0, 3600.0),
        }
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"live.{name} must be between {least:g} and {most:g}, found {value}")

    @property
    def age_limit_s(self) -> float | None:
        """What `ask` takes."""
        return None if self.max_age_s < 0 else self.max_age_s


def run_live(
    bundle: Path, options: AssistantOptions, plan: LivePlan, absent: Absent = lambda line: None
) -> dict[str, Figure]:
    """Play, ask and return the figures; `absent` is told what could not be judged.

    Raises `EngineError` when nothing was sensed or the recording ended first, `ConfigError` for a bundle
    without a sense that could be played.
    """
    with tempfile.TemporaryDirectory() as folder, anymal.load(str(bundle), options) as assistant:
        given: dict[str, Any] = {
            name: f"replay:{Path(folder) / 'bench.mcap'}?speed=1"
            for name, modality in SENSORS.items()
            if modality in assistant.modalities
        }
        if not given:
            raise ConfigError("this bundle has no sense that a recording could be played to")
        rate_hz = sound_rate_hz(assistant.bundle.manifest)
        write_recording(Path(folder) / "bench.mcap", recording_s(plan), rate_hz=rate_hz)
        # Earlier turns would make every prompt longer than the one before.
        live_options = LiveOptions(history=0)
        generation = GenerationOptions(max_tokens=plan.max_tokens)
        with assistant.live(**given, options=live_options, generation=generation) as live:
            return _play(live, plan, absent)


def recording_s(plan: LivePlan) -> float:
    """Return how long the recording must play: as `plan` means all turns to take, and `SPARE_S`."""
    turns = plan.questions + plan.warmup
    said_s = Speech(lambda text: None, plan.word_s, plan.silence_s).lasts_s_of(QUESTIONS, turns)
    return SPARE_S + poisson(plan.questions, plan.per_s, plan.seed)[-1] + said_s + turns * plan.turn_s


def _play(live: LiveSession, plan: LivePlan, absent: Absent) -> dict[str, Figure]:
    def ask(question: str) -> Any:
        return live.ask(question, max_age_s=plan.age_limit_s)

    wait_for_senses(live)
    speech = Speech(live.draft, plan.word_s, plan.silence_s) if plan.word_s or plan.silence_s else None
    ask_all(ask, QUESTIONS, (0.0,) * plan.warmup, speech=speech)
    before, began_s = live.status(), time.perf_counter()
    asked = ask_all(ask, QUESTIONS, poisson(plan.questions, plan.per_s, plan.seed), speech=speech)
    after, lasted_s = live.status(), time.perf_counter() - began_s
    ended = [name for name, sensor in after.sensors.items() if sensor.state != "streaming"]
    if ended:
        raise EngineError(
            f"the recording of {', '.join(ended)} ended before the questions did: answers take longer than "
            "live.turn_s says, raise it"
        )
    span = Span(before, after, lasted_s)
    return live_figures(asked, span, live.options, absent)


@dataclass(frozen=True)
class Span:
    """A session's state `before` and `after`, and the seconds between the two: whose windows are counted."""

    before: LiveStatus
    after: LiveStatus
    lasted_s: float


def live_figures(
    asked: Sequence[Asked], span: Span, options: LiveOptions, absent: Absent = lambda line: None
) -> dict[str, Figure]:
    """Return the figures of a session that was asked during `span`; `absent` is told what is not judged."""
    found = _answer_figures(asked)
    gaps = [gap for one in asked for gap in one.gaps_ms]
    if gaps:
        found["token_gap_ms"] = figure("token_gap_ms", "ms", gaps, "between pieces of text, as read")
        worst = [max(one.gaps_ms) for one in asked if one.gaps_ms]
        found["worst_gap_ms"] = figure("worst_gap_ms", "ms", worst, "the longest of each answer")
    return found | _stream_figures(span, options, absent) | _update_figures(asked, span, options)


def sensed(before: LiveStatus, after: LiveStatus) -> dict[Modality, int]:
    """Return how many windows of each stream were sensed between two states, encoded or known without."""
    earlier, later = (
        {name: one.encoded + one.still + one.cached for name, one in state.sensing.items()}
        for state in (before, after)
    )
    return {name: count - earlier[name] for name, count in later.items()}


def _stream_figures(span: Span, options: LiveOptions, absent: Absent) -> dict[str, Figure]:
    """Whether every stream was sensed as fast as it came: windows counted and due in the same span."""
    found: dict[str, Figure] = {}
    before, after = span.before, span.after
    done = sensed(before, after)
    for name, sensor in after.sensors.items():
        dropped = sensor.dropped - before.sensors[name].dropped
        label = f"dropped_{name}"
        found[label] = figure(label, "samples", [dropped], "given up because nobody read them in time")
        due = max(span.lasted_s, 1e-9) * NS_PER_S / options.hop_ns(name)
        label = f"real_time_{name}"
        note = f"windows sensed of the {due:.4g} due; the encoder rests during answers"
        found[label] = figure(label, "share", [done[name] / due], note, better="higher")
        label = f"keeps_up_{name}"
        if due < LEAST_DUE:
            absent(f"{label}: {due:.2g} windows were due, {LEAST_DUE} are wanted to judge: ask for longer")
            continue
        passed = done[name] / due >= KEEPS_UP and not dropped
        note = f"pass: at least {KEEPS_UP:g} of the windows due were sensed and no sample was dropped"
        found[label] = figure(label, "pass", [float(passed)], note, better="higher")
    return found


def _update_figures(asked: Sequence[Asked], span: Span, options: LiveOptions) -> dict[str, Figure]:
    """Updates of the context that came to nothing, and answers that saw an old window."""
    before, after = span.before, span.after
    lost = after.context.superseded - before.context.superseded
    made = after.context.updates - before.context.updates
    found = {
        "superseded_updates": figure(
            "superseded_updates", "updates", [lost], f"given up for a newer window; {made} were finished"
        )
    }
    for name in after.sensors:
        limit_s = STALE_HOPS * options.hop_ns(name) / NS_PER_S
        ages = [w.age_s for one in asked for w in one.answer.windows if w.modality == name]
        if ages:
            stale = sum(age > limit_s for age in ages) / len(ages)
            label = f"stale_{name}"
            note = f"of the answers whose newest {name} was older than {limit_s:g} s, {STALE_HOPS} hops"
            found[label] = figure(label, "share", [stale], note)
    return found


def _answer_figures(asked: Sequence[Asked]) -> dict[str, Figure]:
    def newest_ms(one: Asked, modality: Modality | None) -> float | None:
        ages = [w.age_s for w in one.answer.windows if modality in (None, w.modality)]
        return min(ages) * 1e3 if ages else None

    timings = [one.answer.timings for one in asked]
    columns: dict[str, tuple[list[float], str]] = {
        "answer_response_ms": (
            [(one.first_s - one.intended_s) * 1e3 for one in asked],
            "from the time the question was meant for to its first word being read",
        ),
        "answer_late_ms": (
            [(one.asked_s - one.intended_s) * 1e3 for one in asked],
            "of it, until it was asked: the answer before it was still spoken",
        ),
        "answer_read_ms": (
            [(one.first_s - one.asked_s) * 1e3 - one.answer.timings.ttft_ms for one in asked],
            "of it, from the first token to its text being read in another thread",
        ),
        "answer_ttft_ms": ([t.ttft_ms for t in timings], "from the question to the first word said"),
        "answer_wait_ms": ([t.wait_ms for t in timings], "of it, until the LLM took the question"),
        "answer_flush_ms": ([t.flush_ms for t in timings], "of it, making the context ready to fork"),
        "answer_prefill_ms": ([t.prefill_ms for t in timings], "of it, the question through the LLM"),
        "answer_first_ms": (
            [t.first_decode_ms for t in timings],
            "of it, picking the first one said",
        ),
    }
    if any(t.think_ms for t in timings):
        columns["answer_think_ms"] = ([t.think_ms for t in timings], "of it, thinking before it speaks")
    found = {name: figure(name, "ms", values, note) for name, (values, note) in columns.items()}
    rates = [t.decode_tokens_per_s for t in timings if t.decode_tokens_per_s]
    if rates:
        found["decode_rate"] = figure("decode_rate", "tokens/s", rates, better="higher")
    for name, modality in {**SENSORS, "any": None}.items():
        ages = [age for one in asked if (age := newest_ms(one, modality)) is not None]
        if ages:
            label = f"capture_to_first_ms_{name}"
            note = "age of the newest sample the answer saw when its first token was there"
            found[label] = figure(label, "ms", ages, note)
    return found
