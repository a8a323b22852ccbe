"""The prompt of one question: system text, a line per thing sensed with its rows in place, the question.

Knows the bundle's sense lines and their order; refuses to know the chat format
(`engines/chat_template.py` does), files and the LLM's state. As in AnyMAL (appendix B.1) the
signals sit in the system message.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Message, Piece, TextTokenizer, render_prompt
from anymal.errors import ContextFull
from anymal.runtime.senses import Sensed

if TYPE_CHECKING:
    from anymal.engines.manifest import PromptSpec

__all__ = ["build_prompt", "check_room", "system_content"]

Content = tuple["str | NDArray[np.float32]", ...]
NUMBER = "{number}"


def build_prompt(
    tokenizer: TextTokenizer,
    template: str | None,
    spec: "PromptSpec",
    question: str,
    sensed: Sequence[Sensed] = (),
    system: str | None = None,
) -> list[Piece]:
    """Return the prompt as runs of token ids and rows [n, n_embd], up to where the answer begins.

    `system` stands in for the bundle's system text. Raises `BundleError` for a chat template
    that does not work.
    """
    content = system_content(spec, sensed, spec.system if system is None else system)
    # A bundle without system text, asked about nothing, has no system message at all.
    messages = [Message("system", content)] if content else []
    messages.append(Message("user", (question,)))
    return render_prompt(tokenizer, template, messages)


def system_content(spec: "PromptSpec", sensed: Sequence[Sensed], system: str) -> Content:
    """Return system text and sense lines, each placeholder replaced by rows, neighbouring texts joined.

    Senses come in the manifest's order; several images are numbered from 1 in the order given.
    """
    parts: list[str | NDArray[np.float32]] = [system]
    for modality in spec.order:
        things = [thing for thing in sensed if thing.modality == modality]
        for number, thing in enumerate(things, start=1):
            name = f"{modality}s" if len(things) > 1 and f"{modality}s" in spec.senses else modality
            before, _, after = spec.senses[name].partition(f"<{modality}>")
            # A video's frames stay apart, so that a live context can keep some and replace others.
            rows = [embedding.rows for embedding in thing.embeddings]
            parts += [before.replace(NUMBER, str(number)), *rows, after.replace(NUMBER, str(number))]
    return _join_texts(parts)


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


def _join_texts(parts: Sequence[str | NDArray[np.float32]]) -> Content:
    joined: list[str | NDArray[np.float32]] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif not isinstance(part, str) or part:
            joined.append(part)
    return tuple(joined)
