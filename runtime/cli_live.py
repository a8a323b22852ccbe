"""`anymal live`: sensors in, questions at a prompt, answers as they come; or a recording and its questions.

Knows the options and what they open; refuses to know how anything is sensed, and how questions and answers
are told (`cli_conversation`).
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import replace

from anymal.errors import ConfigError
from anymal.runtime.arguments import assistant_options, generation_options, show
from anymal.runtime.assistant import Assistant
from anymal.runtime.cli_conversation import EXIT_BAD, Conversation
from anymal.runtime.cli_live_arguments import live_parser
from anymal.runtime.live_ages import LONGEST_S
from anymal.runtime.live_answer import LiveAnswer
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_replay import read_questions
from anymal.runtime.question_lines import question_lines
from anymal.runtime.recording_name import recording_name
from anymal.runtime.terminal import StatusLine
from anymal.runtime.termination import terminable

__all__ = ["run"]

FIRST_S = 10.0
"""A pipe asks before anything was sensed; a person sees the status."""


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0, or 1 for a question without answer or a recording that failed.

    Raises `AnymalError`.
    """
    arguments = live_parser().parse_args(argv)
    options = LiveOptions(
        view=arguments.view,
        policy=arguments.policy,
        history=arguments.history,
        system=arguments.system,
        wait_s=arguments.wait_s,
    )
    if arguments.replay is not None and arguments.questions is None:
        raise ConfigError("--replay and --questions go together: a recording, and what to ask about it when")
    if arguments.seconds is not None and not 0 < arguments.seconds < math.inf:
        raise ConfigError(f"--seconds: wanted more than 0, found {arguments.seconds:g}")
    if arguments.max_age is not None and not 0 <= arguments.max_age <= LONGEST_S:
        raise ConfigError(f"--max-age: wanted 0 to {LONGEST_S} s, found {arguments.max_age:g}")
    if arguments.replay is not None:
        _refuse_sensors(arguments)
        return _replay(arguments, options)
    return _live(arguments, options)


def _live(arguments: argparse.Namespace, options: LiveOptions) -> int:
    lines = question_lines(arguments.questions)
    if not lines.person:
        options = replace(options, first_s=FIRST_S)
    with (
        terminable() as ending,
        Assistant(arguments.bundle, assistant_options(arguments)) as assistant,
        assistant.live(
            camera=arguments.camera,
            mic=arguments.mic,
            imu=arguments.imu,
            options=options,
            record=None if arguments.record is None else recording_name(arguments.record),
            replace=arguments.force,
            wait_for_sensors=arguments.wait_for_sensors,
            generation=generation_options(arguments),
            adapter=arguments.adapter,
        ) as live,
        StatusLine() as line,
    ):
        conversation = Conversation(live, line, lines, arguments)
        try:
            conversation.run()
        finally:
            ending()  # sensors and recording are closed now, whoever asks for it meanwhile
    return conversation.conclude()


_OF_SENSORS = (
    *("camera", "mic", "imu", "record", "force", "wait_for_sensors"),
    *("watch", "max_age", "seconds", "json_lines", "ready"),
)


def _refuse_sensors(arguments: argparse.Namespace) -> None:
    """A replay has a recording for sensors, and a file for questions."""
    given = [
        f"--{name.replace('_', '-')}"
        for name in _OF_SENSORS
        if getattr(arguments, name) not in (None, [], False)
    ]
    if given:
        raise ConfigError(f"--replay answers from a recording alone: leave out {', '.join(given)}")


def _said(answer: LiveAnswer, options: LiveOptions) -> str:
    """The text, and a word about windows so old that a live session would have dropped them."""
    age_s = min((window.age_s for window in answer.windows), default=0.0)
    return f"{answer.text}  (of {age_s:.0f} s before)" if age_s > options.forget_s else answer.text


def _replay(arguments: argparse.Namespace, options: LiveOptions) -> int:
    questions = read_questions(arguments.questions)
    code = 0
    with Assistant(arguments.bundle, assistant_options(arguments)) as assistant:
        replayed = assistant.replay(
            arguments.replay, options, generation_options(arguments), adapter=arguments.adapter
        )
        if not replayed.complete:
            print(f"{arguments.replay}: was never finished; its end may be missing", file=sys.stderr)
        for answer in replayed.answers(questions):
            code = code if answer.answer is not None else EXIT_BAD
            if arguments.json:
                show(json.dumps(answer.to_json(replayed.start_ns), ensure_ascii=False) + "\n")
            else:
                said = _said(answer.answer, options) if answer.answer else f"no answer: {answer.error}"
                show(f"{answer.question.t_s:8.2f} s  {answer.question.text}\n{'':12}{said}\n")
        late = sum(question.t_s > replayed.replayed_s for question in questions)
        if late:
            ended = f"{arguments.replay}: ends at {replayed.replayed_s:.2f} s"
            print(f"{ended}; questions after that, answered from its end: {late}", file=sys.stderr)
    return code
