"""The chat template of a GGUF, rendered to tokens in which people's text stays text.

Knows Jinja and the difference between the template's own words (where `<|user|>` is a
command) and what people say (where it is nine characters); refuses to know what the messages
mean. Messages are rendered as private markers and put back after rendering, so nothing in
them can reach the template or become a control token. Text between two rows is tokenised as one,
as transformers does, wherever that makes no command of anybody's words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from anymal.errors import BundleError

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["Message", "Piece", "Shown", "TextTokenizer", "render_prompt", "takes_system"]

Rows = NDArray[np.float32]
Piece = tuple[int, ...] | Rows
"""A run of token ids, or embedding rows [n, n_embd] that stand in their place."""

Shape = tuple[tuple[str, tuple[bool, ...]], ...]
"""Of every message its role and, for each part, whether it is a `Shown`: all a template gets to see."""

MARKER = "\ue000{}\ue001"
MARKED = re.compile("\ue000([0-9]+)\ue001")


class TextTokenizer(Protocol):
    """What rendering needs of an LLM; `LlamaEngine` is one."""

    bos_id: int | None
    eos_id: int | None

    def tokenize(self, text: str, special: bool = False) -> list[int]:
        """Return the tokens of `text`."""
        ...

    def piece(self, token: int, special: bool = False) -> bytes:
        """Return the bytes of a token."""
        ...


@dataclass(frozen=True)
class Shown:
    """What stands where the template shows a picture: `rows`, between words of the template's kind."""

    before: str
    rows: tuple[Rows, ...]
    after: str


@dataclass(frozen=True)
class Message:
    """One turn: who speaks, and what, as text and embedding rows in order.

    A `Shown` is for templates that write a picture's slot themselves (`render_prompt`'s `slot`).
    """

    role: Literal["system", "user", "assistant"]
    content: tuple[str | Rows | Shown, ...]


@dataclass(frozen=True)
class _Text:
    """A stretch of the prompt: the template's own words (`commands`), or somebody's."""

    text: str
    commands: bool


def render_prompt(
    tokenizer: TextTokenizer,
    template: str | None,
    messages: Sequence[Message],
    answer: bool = True,
    slot: str = "",
) -> list[Piece]:
    """Return the prompt as runs of tokens and rows, in order; never two runs of tokens in a row.

    `answer` adds what opens the assistant's turn. Control tokens are recognised in the template's
    own text alone, never in that of messages. With `slot` the content of messages goes to the
    template as a list of parts of type `text` and `image`, and where it then writes `slot`, the
    `Shown` of that place stands. Raises `BundleError` when the template is absent, fails, or loses
    or reorders what is in a message.
    """
    if template is None:
        raise BundleError("the GGUF has no tokenizer.chat_template; convert the model again with one")
    parts = [part for message in messages for part in message.content if not isinstance(part, Shown)]
    shown = [part for message in messages for part in message.content if isinstance(part, Shown)]
    if shown and not slot:
        raise BundleError("the prompt shows pictures, but prompt.slot does not say how the template does")
    rendered = _render(tokenizer, template, messages, answer, bool(slot))
    # re.split with one group alternates template text and marker numbers.
    texts = MARKED.split(rendered)
    found = [int(number) for number in texts[1::2]]
    if found != list(range(len(parts))):
        raise BundleError(
            f"the chat template must show {len(parts)} message parts in order, but it shows parts {found}"
        )
    spans = list[_Text | Rows]()
    slots = _Slots(shown, slot)
    for number, text in enumerate(texts):
        if number % 2 == 0:
            spans += slots.fill(text)
            continue
        part = parts[int(text)]
        spans.append(_Text(part, False) if isinstance(part, str) else part)
    slots.require_all_filled()
    return _pieces(tokenizer, spans)


@lru_cache(maxsize=4)
def takes_system(template: str, slot: str = "") -> bool:
    """Whether `template` shows a system message (Gemma's refuses one, others drop it)."""
    try:
        render_prompt(_Spelling(), template, [Message("system", ("a",)), Message("user", ("b",))], slot=slot)
    except BundleError:
        return False
    return True


class _Spelling:
    """Stands in for a tokenizer where only the template is tried."""

    bos_id: int | None = None
    eos_id: int | None = None

    def tokenize(self, text: str, special: bool = False) -> list[int]:
        """A token per character."""
        return [ord(sign) for sign in text]

    def piece(self, token: int, special: bool = False) -> bytes:
        """The character again."""
        return chr(token).encode("utf-8", "replace")


class _Slots:
    """Puts what is shown where a template wrote its slot, one after the other."""

    def __init__(self, shown: Sequence[Shown], slot: str) -> None:
        self._shown, self._slot = shown, slot
        self._filled = 0

    def fill(self, text: str) -> "list[_Text | Rows]":
        """Template text with every slot in it replaced."""
        if not self._slot:
            return [_Text(text, True)]
        first, *rest = text.split(self._slot)
        spans: list[_Text | Rows] = [_Text(first, True)]
        for after in rest:
            if self._filled == len(self._shown):
                raise BundleError(f"the chat template writes {self._slot!r} where nothing is shown")
            one = self._shown[self._filled]
            self._filled += 1
            spans += [_Text(one.before, True), *one.rows, _Text(one.after + after, True)]
        return spans

    def require_all_filled(self) -> None:
        """Raise `BundleError` when the template left something out."""
        if self._filled < len(self._shown):
            raise BundleError(
                f"the chat template must write {self._slot!r} for {len(self._shown)} things that are shown, "
                f"but does so {self._filled} times"
            )


def _pieces(tokenizer: TextTokenizer, spans: "Sequence[_Text | Rows]") -> list[Piece]:
    """Tokenise every run of text between rows."""
    pieces: list[Piece] = []
    for is_text, group in groupby(spans, key=lambda span: isinstance(span, _Text)):
        if is_text:
            tokens = _tokens(tokenizer, [span for span in group if isinstance(span, _Text) and span.text])
            pieces += [tokens] if tokens else []
        else:
            pieces += [span for span in group if not isinstance(span, _Text)]
    return pieces


def _tokens(tokenizer: TextTokenizer, texts: Sequence[_Text]) -> tuple[int, ...]:
    """Tokens of neighbouring texts as of one text, less the control tokens people may have written."""
    tokens: list[int] = []
    # Words that hold a command by themselves stand apart; what is around them is still whole.
    for apart, group in groupby(
        texts, key=lambda span: not span.commands and _holds_command(tokenizer, span)
    ):
        run = list(group)
        singly = [token for span in run for token in tokenizer.tokenize(span.text, special=span.commands)]
        if apart or len(run) == 1:
            tokens += singly
            continue
        whole = tokenizer.tokenize("".join(span.text for span in run), special=True)
        # A seam may make a command that neither side holds; then the seams stay.
        same = _controls(tokenizer, whole) == _controls(tokenizer, singly)
        tokens += whole if same else singly
    return tuple(tokens)


def _holds_command(tokenizer: TextTokenizer, span: _Text) -> bool:
    return bool(_controls(tokenizer, tokenizer.tokenize(span.text, special=True)))


def _controls(tokenizer: TextTokenizer, tokens: Sequence[int]) -> list[int]:
    """Control tokens among `tokens`; they spell nothing unless asked to."""
    return [token for token in tokens if not tokenizer.piece(token)]


def _render(
    tokenizer: TextTokenizer, template: str, messages: Sequence[Message], answer: bool, in_parts: bool
) -> str:
    shape = tuple(
        (message.role, tuple(isinstance(part, Shown) for part in message.content)) for message in messages
    )
    bos, eos = _spelled(tokenizer, tokenizer.bos_id), _spelled(tokenizer, tokenizer.eos_id)
    return _rendered(template, shape, answer, in_parts, (bos, eos))


@lru_cache(maxsize=64)
def _rendered(template: str, shape: Shape, answer: bool, in_parts: bool, ends: tuple[str, str]) -> str:
    """Run the template; what messages say is not seen by it, so their shape alone decides."""
    from jinja2 import TemplateError

    try:
        return _compiled(template).render(
            messages=_turns(shape, in_parts),
            add_generation_prompt=answer,
            bos_token=ends[0],
            eos_token=ends[1],
            raise_exception=_refuse,
        )
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
        if isinstance(error, BundleError):
            raise
        raise BundleError(f"the chat template of the GGUF fails: {error}") from error


def _spelled(tokenizer: TextTokenizer, token: int | None) -> str:
    """A control token as the template writes it."""
    return "" if token is None else tokenizer.piece(token, special=True).decode("utf-8", "replace")


def _turns(shape: Shape, in_parts: bool) -> list[dict[str, Any]]:
    """Messages as templates know them, a marker for every text and row."""
    number = 0
    turns: list[dict[str, Any]] = []
    for role, shown in shape:
        content: list[dict[str, str]] = []
        for is_shown in shown:
            if is_shown:
                content.append({"type": "image"})
                continue
            marker = MARKER.format(number)
            number += 1
            if content and content[-1]["type"] == "text":
                content[-1]["text"] += marker
            else:
                content.append({"type": "text", "text": marker})
        text = "".join(part.get("text", "") for part in content)
        turns.append({"role": role, "content": content if in_parts else text})
    return turns


@lru_cache(maxsize=4)
def _compiled(template: str) -> "Template":
    from anymal.engines.chat_jinja import compile_template

    return compile_template(template)


def _refuse(reason: str) -> str:
    raise BundleError(f"the chat template of the GGUF refuses these messages: {reason}")
