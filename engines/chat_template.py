"""The chat template of a GGUF, rendered to tokens in which people's text stays text.

Knows Jinja and the difference between the template's own words (where `<|user|>` is a
command) and what people say (where it is nine characters); refuses to know what the messages
mean. Messages are rendered as private markers and put back after tokenising, so nothing in
them can reach the template or become a control token.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from anymal.errors import BundleError

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["Message", "Piece", "TextTokenizer", "render_prompt"]

Rows = NDArray[np.float32]
Piece = tuple[int, ...] | Rows
"""A run of token ids, or embedding rows [n, n_embd] that stand in their place."""

MARKER = "\ue000{}\ue001"
MARKED = re.compile("\ue000([0-9]+)\ue001")


class TextTokenizer(Protocol):
    """What rendering needs of an LLM; `LlamaEngine` is one."""

    bos_id: int | None

    def tokenize(self, text: str, special: bool = False) -> list[int]:
        """Return the tokens of `text`."""
        ...

    def piece(self, token: int, special: bool = False) -> bytes:
        """Return the bytes of a token."""
        ...


@dataclass(frozen=True)
class Message:
    """One turn: who speaks, and what, as text and embedding rows in order."""

    role: Literal["system", "user", "assistant"]
    content: tuple[str | Rows, ...]


def render_prompt(
    tokenizer: TextTokenizer, template: str | None, messages: Sequence[Message], answer: bool = True
) -> list[Piece]:
    """Return the prompt as runs of tokens and rows, in order; never two runs of tokens in a row.

    `answer` adds what opens the assistant's turn. Text in messages is tokenised with
    special=False, the template's own text with special=True. Raises `BundleError` when the
    template is absent, fails, or loses or reorders a message.
    """
    if template is None:
        raise BundleError("the GGUF has no tokenizer.chat_template; convert the model again with one")
    parts = [part for message in messages for part in message.content]
    rendered = _render(tokenizer, template, messages, answer)
    # re.split with one group alternates template text and marker numbers.
    texts = MARKED.split(rendered)
    found = [int(number) for number in texts[1::2]]
    if found != list(range(len(parts))):
        raise BundleError(
            f"the chat template must show {len(parts)} message parts in order, but it shows parts {found}"
        )
    pieces: list[Piece] = []
    for number, text in enumerate(texts):
        if number % 2 == 0:
            _append(pieces, tokenizer.tokenize(text, special=True))
            continue
        part = parts[int(text)]
        if isinstance(part, str):
            _append(pieces, tokenizer.tokenize(part, special=False))
        else:
            pieces.append(part)
    return pieces


def _append(pieces: list[Piece], tokens: Sequence[int]) -> None:
    """Add tokens to the last run, or begin one."""
    if not tokens:
        return
    if pieces and isinstance(pieces[-1], tuple):
        pieces[-1] = (*pieces[-1], *tokens)
    else:
        pieces.append(tuple(tokens))


def _render(tokenizer: TextTokenizer, template: str, messages: Sequence[Message], answer: bool) -> str:
    from jinja2 import TemplateError

    number = 0
    turns = []
    for message in messages:
        markers = [MARKER.format(number + index) for index in range(len(message.content))]
        number += len(markers)
        turns.append({"role": message.role, "content": "".join(markers)})
    bos = b"" if tokenizer.bos_id is None else tokenizer.piece(tokenizer.bos_id, special=True)
    try:
        return _compiled(template).render(
            messages=turns,
            add_generation_prompt=answer,
            bos_token=bos.decode("utf-8", "replace"),
            eos_token="",
            raise_exception=_refuse,
        )
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
        if isinstance(error, BundleError):
            raise
        raise BundleError(f"the chat template of the GGUF fails: {error}") from error


@lru_cache(maxsize=4)
def _compiled(template: str) -> "Template":
    # The template comes with a downloaded file: it runs in Jinja's sandbox, with the block
    # trimming that Hugging Face templates are written for.
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
    )
    return environment.from_string(template)


def _refuse(reason: str) -> str:
    raise BundleError(f"the chat template of the GGUF refuses these messages: {reason}")
