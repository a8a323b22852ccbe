"""The prompt section of a manifest: system text, sense lines, and how the chat template takes pictures.

Knows the section's fields, their ranges and what they say of each other; refuses to know how a
prompt is put together (`engines/chat_template.py` and `runtime/prompt.py` do).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast, get_args

from anymal.engines.json_fields import Fields
from anymal.samples import Modality

__all__ = ["DEFAULT_HISTORY", "Place", "PromptSpec", "parse_prompt"]

Place = Literal["system", "user"]
DEFAULT_HISTORY = 4


@dataclass(frozen=True)
class PromptSpec:
    """The system text, one line per sense with its placeholder, and the order of the senses.

    `history`: how many earlier turns of a live session the model was trained to see beside new
    windows; a model that never saw outdated answers repeats them, and wants 0. `place`: whose turn
    what is sensed stands in, a system message (AnyMAL, appendix B.1) or the user's turn before the
    question (LLaVA and its kind). `template`: Jinja text in place of the GGUF's own chat template.
    `slot`: what that template writes where a picture stands, as transformers' chat templates do for a
    message part of type `image`; the sense's line, placeholder and all, then stands in its place, and
    control tokens in it command. Empty: lines are ordinary text of the message. `lowercase`: the LLM
    learned questions in small letters alone, as an uncased BERT did; accents stay.
    """

    system: str
    senses: Mapping[str, str]
    order: tuple[Modality, ...]
    history: int = DEFAULT_HISTORY
    place: Place = "system"
    template: str = ""
    slot: str = ""
    lowercase: bool = False

    def asked(self, question: str) -> str:
        """Return what a person wrote as the LLM learned to read it."""
        return question.lower() if self.lowercase else question


def parse_prompt(fields: Fields) -> PromptSpec:
    """Read the section; raises `BundleError` naming the JSON path, what was wanted and what was found."""
    senses = fields.table("senses")
    lines = {name: senses.text(name) for name in senses.raw()}
    for name, line in lines.items():
        placeholder = f"<{'image' if name == 'images' else name}>"
        if line.count(placeholder) != 1:
            raise senses.fail(name, f"a line that holds {placeholder} once", repr(line))
    known = get_args(Modality)
    order = fields.texts("order")
    if unknown := set(order) - set(known):
        raise fields.fail("order", "a list out of " + ", ".join(known), sorted(unknown))
    if len(set(order)) < len(order):
        raise fields.fail("order", "a list in which every sense stands once", list(order))
    place = cast(Place, fields.text("place", default="system", among=get_args(Place)))
    slot = fields.text("slot", default="")
    if slot and place != "user":
        raise fields.fail("slot", "empty unless place is 'user'", repr(slot))
    return PromptSpec(
        system=fields.text("system"),
        senses=MappingProxyType(lines),
        order=cast(tuple[Modality, ...], order),
        history=fields.integer("history", most=1000, default=DEFAULT_HISTORY),
        place=place,
        template=fields.text("template", default=""),
        slot=slot,
        lowercase=fields.flag("lowercase", default=False),
    )
