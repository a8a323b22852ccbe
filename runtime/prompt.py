"""The prompt of one question: system text, a line per thing sensed with its rows in place, the question.

Knows the bundle's sense lines and their order; refuses to know the chat format
(`engines/chat_template.py` does), files and the LLM's state. As in AnyMAL (appendix B.1) the
signals sit in the system message, unless the manifest puts them in the user's turn.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from anymal.engines.chat_template import (
    Message,
    Piece,
    Rows,
    Shown,
    TextTokenizer,
    render_prompt,
    takes_system,
)
from anymal.errors import ContextFull
from anymal.runtime.senses import Sensed

if TYPE_CHECKING:
    from anymal.engines.manifest import PromptSpec

__all__ = ["build_prompt", "check_room", "render_messages", "sense_content", "system_content"]

Content = tuple[str | Rows | Shown, ...]
NUMBER = "{number}"
FOLD = "\n\n"  # between system text and question where they share a turn


def build_prompt(
    tokenizer: TextTokenizer,
    template: str | None,
    spec: "PromptSpec",
    question: str,
    sensed: Sequence[Sensed] = (),
    system: str | None = None,
) -> list[Piece]:
    """Return the prompt as runs of token ids and rows [n, n_embd], up to where the answer begins.

    `template` is the GGUF's chat template, `system` stands in for the bundle's system text. Raises
    `BundleError` for a chat template that does not work.
    """
    content = (spec.asked(question),)
    text = spec.system if system is None else system
    if spec.place == "user":
        messages = [Message("system", (text,))] if text else []
        messages.append(Message("user", (*sense_content(spec, sensed), *content)))
    else:
        first = system_content(spec, sensed, text)
        # A bundle without system text, asked about nothing, has no system message at all.
        messages = [Message("system", first)] if first else []
        messages.append(Message("user", content))
    return render_messages(tokenizer, template, spec, messages)


def render_messages(
    tokenizer: TextTokenizer, template: str | None, spec: "PromptSpec", messages: Sequence[Message]
) -> list[Piece]:
    """Render with the bundle's chat template, else the GGUF's; raises `BundleError` when it does not work.

    For a template that knows no system message (Gemma's), its content opens the first user's turn.
    """
    template = spec.template or template
    if template is not None and messages[0].role == "system" and not takes_system(template, spec.slot):
        system, first, *rest = messages
        messages = [Message("user", (*system.content, FOLD, *first.content)), *rest]
    return render_prompt(tokenizer, template, messages, slot=spec.slot)


def sense_content(spec: "PromptSpec", sensed: Sequence[Sensed]) -> Content:
    """Return the sense lines, each placeholder replaced by rows.

    Senses come in the manifest's order; several images are numbered from 1 in the order given. With
    `spec.slot` each thing is one `Shown`, whose line belongs to the template.
    """
    parts: list[str | Rows | Shown] = []
    for modality in spec.order:
        things = [thing for thing in sensed if thing.modality == modality]
        for number, thing in enumerate(things, start=1):
            name = f"{modality}s" if len(things) > 1 and f"{modality}s" in spec.senses else modality
            line = spec.senses[name].replace(NUMBER, str(number))
            before, _, after = line.partition(f"<{modality}>")
            # A video's frames stay apart, so that a live context can keep some and replace others.
            rows = tuple(embedding.rows for embedding in thing.embeddings)
            parts += [Shown(before, rows, after)] if spec.slot else [before, *rows, after]
    return _join_texts(parts)


def system_content(spec: "PromptSpec", sensed: Sequence[Sensed], system: str) -> Content:
    """Return system text and sense lines as one content, neighbouring texts joined."""
    return _join_texts([system, *sense_content(spec, sensed)])


def check_room(pieces: Sequence[Piece], n_ctx: int) -> None:
    """Raise `ContextFull`, with numbers, when `pieces` leave no room for one token of answer."""
    text = sum(len(piece) for piece in pieces if isinstance(piece, tuple))
    rows = sum(len(piece) for piece in pieces if not isinstance(piece, tuple))
    if text + rows + 1 > n_ctx:
        raise ContextFull(
            f"the prompt wants {text + rows} positions ({text} of text, {rows} of what was sensed) and one "
            f"for the answer, but the context has {n_ctx}: shorten the question or the system text, or give "
            "fewer files"
        )


def _join_texts(parts: Sequence[str | Rows | Shown]) -> Content:
    joined: list[str | Rows | Shown] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif not isinstance(part, str) or part:
            joined.append(part)
    return tuple(joined)
