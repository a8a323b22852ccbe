"""What shapes are there? The answer is a description, as for any question about the whole picture.

Knows this one kind of question; refuses to know how pictures are described (`pictures.questions_general`).
"""

import random

from anymal.training.facts import PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.pictures.asks_list import LIST_SHAPES
from anymal.training.language.pictures.questions_general import describe_answer
from anymal.training.language.turn import Turn

__all__ = ["list_shapes"]


def list_shapes(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which shapes are there?"""
    if facts.kind != "shapes":
        return None
    answer, references = describe_answer(facts, rng)
    return Turn(ask(LIST_SHAPES, rng, place), answer, "picture/describe", references)
