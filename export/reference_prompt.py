"""Prompts as the reference sees them: SentencePiece ids and slots for rows, from the Hugging Face folder.

Knows the chat template and the vocabulary of the checkpoint; deliberately uses none of the
device's code, so that export can check one against the other.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import sentencepiece
from jinja2.sandbox import ImmutableSandboxedEnvironment

from anymal.errors import ExportError
from anymal.export.held_out import Ask, Slot

__all__ = ["PromptPart", "ReferenceTokenizer", "system_parts"]

PromptPart: TypeAlias = list[int] | Slot
# Stand for the system text and the question while the template renders; no template holds them.
SYSTEM_MARK, USER_MARK = "\x00system\x00", "\x00user\x00"


class ReferenceTokenizer:
    """SentencePiece and the chat template of one Hugging Face folder."""

    def __init__(self, folder: Path) -> None:
        model = folder / "tokenizer.model"
        if not model.is_file():
            raise ExportError(f"{model}: no such file; parity needs the SentencePiece vocabulary of the LLM")
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(model))
        except (RuntimeError, OSError) as error:
            raise ExportError(f"{model}: no SentencePiece vocabulary: {error}") from error
        ids = range(self._pieces.get_piece_size())
        control = {self._pieces.id_to_piece(i): i for i in ids if self._pieces.is_control(i)}
        self._control: dict[str, int] = control
        self._split = re.compile("(" + "|".join(re.escape(piece) for piece in control) + ")")
        try:
            settings = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ExportError(f"{folder / 'tokenizer_config.json'}: cannot be read: {error}") from error
        if not isinstance(settings.get("chat_template"), str):
            raise ExportError(
                f"{folder / 'tokenizer_config.json'}: has no chat_template; the GGUF must carry one"
            )
        self._template = settings["chat_template"]
        self._bos = self._pieces.id_to_piece(self._pieces.bos_id())
        self.end_ids = frozenset({self._pieces.eos_id(), control.get(settings.get("eos_token", ""), -1)}) - {
            -1
        }

    def encode(self, text: str) -> list[int]:
        """Ids of plain text; control pieces never come out of it."""
        return list(self._pieces.encode(text))

    def decode(self, ids: list[int]) -> str:
        """Text of token ids."""
        return str(self._pieces.decode(ids))

    def prompt(self, prompt: Mapping[str, Any], ask: Ask) -> tuple[PromptPart, ...]:
        """The whole prompt of `ask` under the recipe's `prompt` section, ready for an answer."""
        contents: dict[str, list[str | Slot]] = {
            SYSTEM_MARK: system_parts(prompt, ask),
            USER_MARK: [ask.asked(prompt)],
        }
        messages = [{"role": "system", "content": SYSTEM_MARK}, {"role": "user", "content": USER_MARK}]
        # As transformers renders; the checkpoint may be somebody else's, so in Jinja's sandbox.
        environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
        rendered = environment.from_string(self._template).render(
            messages=messages, add_generation_prompt=True, bos_token=self._bos, eos_token=""
        )
        parts: list[PromptPart] = []
        for piece in re.split(f"({SYSTEM_MARK}|{USER_MARK})", rendered):
            if piece in contents:
                spans = (span if isinstance(span, Slot) else self.encode(span) for span in contents[piece])
                parts.extend(spans)
            else:
                parts.append(self._encode_template(piece))
        return _joined(parts)

    def _encode_template(self, text: str) -> list[int]:
        """Ids of template text: control pieces by name, what stands between them as plain text."""
        ids: list[int] = []
        for piece in self._split.split(text):
            ids += [self._control[piece]] if piece in self._control else self.encode(piece)
        return ids


def system_parts(prompt: Mapping[str, Any], ask: Ask) -> list[str | Slot]:
    """The system message: its text, then one line per sense with slots in place of the placeholder."""
    parts: list[str | Slot] = [prompt["system"]]
    for sense in prompt["order"]:
        if sense in ask.senses:
            before, _, after = prompt["senses"][sense].partition(f"<{sense}>")
            parts += [before, *ask.senses[sense], after]
    joined: list[str | Slot] = []
    for part in parts:
        # A tokeniser may merge across a seam, so text is cut only where rows stand.
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return joined


def _joined(parts: list[PromptPart]) -> tuple[PromptPart, ...]:
    """Neighbouring token parts as one."""
    joined: list[PromptPart] = []
    for part in parts:
        if isinstance(part, list) and joined and isinstance(joined[-1], list):
            joined[-1] = joined[-1] + part
        elif part:
            joined.append(part)
    return tuple(joined)
