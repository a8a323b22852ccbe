"""How people ask about single drawn shapes: the patterns of `pictures.questions_items` in one place.

Knows where each group of wordings lives; refuses to know facts and answers.
"""

from anymal.training.language.pictures.asks_colour import COLOUR_OF, WHICH_IS_COLOUR
from anymal.training.language.pictures.asks_place import POSITION_OF, WHAT_IS_AT
from anymal.training.language.pictures.asks_shape import SHAPE_OF

__all__ = [
    "COLOUR_OF",
    "POSITION_OF",
    "SHAPE_OF",
    "WHAT_IS_AT",
    "WHICH_IS_COLOUR",
]
