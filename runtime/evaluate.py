"""Questions with references in, predictions and accuracy out.

Knows which answers count as right and how they are averaged; refuses to know how a manifest is
written, how an answer is made or how a report is printed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from anymal.errors import AnymalError, InputError
from anymal.runtime.answer import Answer
from anymal.runtime.manifest_file import Item
from anymal.runtime.scoring import is_correct

__all__ = [
    "KindScore",
    "Prediction",
    "Report",
    "Responder",
    "evaluate",
    "summarise",
]


@dataclass(frozen=True)
class Prediction:
    """What came of one item: an answer, or the `error` that kept it from one (which counts as wrong)."""

    item: Item
    text: str
    finish_reason: str | None
    correct: bool
    error: str | None = None
    thoughts: str = ""


@dataclass(frozen=True)
class KindScore:
    """How one kind of question went; `failed` are those with an error, counted as wrong."""

    count: int
    correct: int
    failed: int

    @property
    def accuracy(self) -> float:
        """Share answered right, in [0, 1]."""
        return self.correct / self.count


@dataclass(frozen=True)
class Report:
    """Scores per kind, in order of first appearance."""

    kinds: Mapping[str, KindScore]

    @property
    def overall(self) -> KindScore:
        """All questions together."""
        scores = self.kinds.values()
        return KindScore(
            sum(s.count for s in scores), sum(s.correct for s in scores), sum(s.failed for s in scores)
        )

    @property
    def macro(self) -> float:
        """Mean accuracy over kinds, each kind counting the same."""
        return sum(score.accuracy for score in self.kinds.values()) / len(self.kinds)

    def to_json(self) -> dict[str, object]:
        """Return the object that `anymal eval --json` prints; accuracies to four digits."""
        return {
            **_score_json(self.overall),
            "macro": round(self.macro, 4),
            "kinds": {kind: _score_json(score) for kind, score in self.kinds.items()},
        }


class Responder(Protocol):
    """Whatever answers an item; raises `AnymalError` when it cannot."""

    def __call__(self, item: Item) -> Answer:
        """Answer one item."""
        ...


def evaluate(
    respond: Responder,
    items: Iterable[Item],
    manifest: Path,
    keep_going: bool = False,
    on_step: Callable[[Prediction], None] = lambda prediction: None,
) -> tuple[Prediction, ...]:
    """Answer every item in order; `on_step` hears of each prediction.

    Raises `InputError` naming the line of the first item that fails, unless `keep_going`.
    """
    predictions = []
    for item in items:
        try:
            answer = respond(item)
        except AnymalError as error:
            if not keep_going:
                raise InputError(f"{manifest}, line {item.line} (id {item.id}): {error}") from error
            prediction = Prediction(item, "", None, correct=False, error=str(error))
        else:
            right = is_correct(answer.text, item.references)
            prediction = Prediction(item, answer.text, answer.finish_reason, right, thoughts=answer.thoughts)
        predictions.append(prediction)
        on_step(prediction)
    return tuple(predictions)


def summarise(predictions: Sequence[Prediction]) -> Report:
    """Count right answers per kind. Raises `InputError` when there are none to count."""
    if not predictions:
        raise InputError("no predictions to summarise: wanted at least one; is the manifest empty?")
    kinds: dict[str, list[Prediction]] = {}
    for prediction in predictions:
        kinds.setdefault(prediction.item.kind, []).append(prediction)
    return Report(
        {
            kind: KindScore(
                len(group), sum(p.correct for p in group), sum(p.error is not None for p in group)
            )
            for kind, group in kinds.items()
        }
    )


def _score_json(score: KindScore) -> dict[str, object]:
    return {
        "count": score.count,
        "correct": score.correct,
        "failed": score.failed,
        "accuracy": round(score.accuracy, 4),
    }
