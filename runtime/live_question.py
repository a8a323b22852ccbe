"""A question of a live session: what is asked, what it waits for, and what is told when it has no answer.

Knows the record, and refuses values that the thread of the LLM would die of; refuses to know who asks and who
answers.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from anymal.errors import AnymalError, EngineError, SensorError
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.option_values import require_instance
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed
from anymal.samples import NS_PER_S, Modality

__all__ = ["Question", "stale", "superseded", "unfulfilled"]


@dataclass(frozen=True)
class Question:
    """Something asked at `asked_ns`; it waits until each modality of `newer_ns` was captured after that.

    Until `first_until_ns` it also waits for any window at all of the modalities that `first` returns just
    then, and is answered without them after that. `standing` questions of a watch are not remembered as turns
    and give way to people's. Raises `ConfigError` for a text or options that are none: the LLM's thread would
    die of them.
    """

    text: str
    asked_ns: int
    stream: LiveStream
    generation: GenerationOptions
    newer_ns: Mapping[Modality, int] = field(default_factory=dict)
    deadline_ns: int = 0
    standing: bool = False
    first: Callable[[], Collection[Modality]] = tuple
    first_until_ns: int = 0

    def __post_init__(self) -> None:
        require_instance("question", self.text, str, '"What do you hear?"')
        require_instance("generation", self.generation, GenerationOptions, "GenerationOptions(max_tokens=40)")

    def unseen(self, sensed: "tuple[Sensed, ...]", now_ns: int) -> dict[Modality, int]:
        """Return the modalities worth waiting for because nothing of them was sensed yet."""
        if now_ns >= self.first_until_ns:
            return {}
        seen = {thing.modality for thing in sensed}
        return {name: 0 for name in self.first() if name not in seen}

    def missing(self, sensed: "tuple[Sensed, ...]") -> dict[Modality, int]:
        """Return the wishes that the windows `sensed` do not fulfil."""
        return unfulfilled(self.newer_ns, sensed)


def unfulfilled(wishes: Mapping[Modality, int], sensed: "tuple[Sensed, ...]") -> dict[Modality, int]:
    """Return those of `wishes` (modality, and a capture time) that no window of `sensed` is as new as."""
    newest = {thing.modality: max(e.end_ns for e in thing.embeddings) for thing in sensed}
    return {name: wish for name, wish in wishes.items() if newest.get(name, -1) < wish}


def superseded(question: Question) -> AnymalError:
    """What is told of a question that another one took the place of."""
    return EngineError(f"the question {question.text!r} was given up before its answer began")


def stale(question: Question, missing: Mapping[Modality, int]) -> AnymalError:
    """What is told of a question whose wait for newer windows was in vain."""
    waited_s = (question.deadline_ns - question.asked_ns) / NS_PER_S
    ages = ", ".join(f"{name} of {(question.asked_ns - at) / NS_PER_S:g} s" for name, at in missing.items())
    return SensorError(
        f"nothing new enough came within {waited_s:g} s; wanted at most: {ages}. Is the sensor streaming? "
        "Allow a larger max_age_s, or none"
    )
