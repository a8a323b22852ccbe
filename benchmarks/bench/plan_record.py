"""What a run was asked to do, as plain values for its report.

Knows plans and options as they were run, defaults too; refuses to run anything.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields

from anymal.bench.arrivals import Speech, meant, poisson
from anymal.bench.live_scenario import QUESTIONS, LivePlan
from anymal.bench.record import Question, Setting
from anymal.bench.scenario_file import Plan
from anymal.runtime.options import AssistantOptions

__all__ = ["options_of", "questions_of", "tables_of"]


def tables_of(plan: Plan) -> dict[str, Mapping[str, Setting]]:
    """Return every table of the plan that is not left out, with every key."""
    tables = {one.name: getattr(plan, one.name) for one in fields(Plan) if one.name != "name"}
    return {name: asdict(table) for name, table in tables.items() if table is not None}


def options_of(options: AssistantOptions, llm_threads: int) -> dict[str, Setting]:
    """Return the assistant's options, and the numbers of threads that came of them."""
    return {**asdict(options), "llm_threads": llm_threads, "encoder_threads": options.thread_count}


def questions_of(live: LivePlan | None) -> tuple[Question, ...]:
    """Return the questions of the live scenario and when they are meant to end, the first moment being 0."""
    if live is None:
        return ()
    speech = Speech(lambda text: None, live.word_s, live.silence_s)
    times_s = poisson(live.questions, live.per_s, live.seed)
    asked = meant(QUESTIONS, times_s, speech)
    return tuple(Question(at_s, QUESTIONS.index(text), text) for at_s, text in asked)
