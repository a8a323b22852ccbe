"""Prompts as transformers itself reads them: its tokenizer, its rendering of the chat template.

Knows a Hugging Face LLM folder and the manifest's prompt section; deliberately uses none of the
device's code, so that export can check one against the other.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from anymal.errors import ExportError
from anymal.export.held_out import Ask, Slot
from anymal.export.sources.weights import read_config

__all__ = ["TEMPLATE_FILES", "HfReader", "find_chat_template"]

TEMPLATE = "chat_template.jinja"
TEMPLATE_FILES = ("chat_template.json", "processor_config.json", "tokenizer_config.json")

# Stands for a span of rows while the template renders; no template and no vocabulary holds it.
MARK = "\ue010{}\ue011"
MARKED = re.compile("\ue010([0-9]+)\ue011")
FOLD = "\n\n"

Part = list[int] | Slot


def find_chat_template(folder: Path) -> Any:
    """The chat template of `folder`, the processor's before the tokenizer's.

    It is text, or a list where several are named; None where there is none.
    """
    if (folder / TEMPLATE).is_file():
        return (folder / TEMPLATE).read_text(encoding="utf-8")
    files = (name for name in TEMPLATE_FILES if (folder / name).is_file())
    return next(filter(None, (read_config(folder, name).get("chat_template") for name in files)), None)


class HfReader:
    """Tokenizer and chat template of the LLM in `folder`, as `transformers` uses them."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoTokenizer, GenerationConfig

        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError) as error:
            reason = str(error).strip().split("\n")[0]
            raise ExportError(f"{folder}: its tokenizer cannot be read by transformers: {reason}") from error
        self._folder = folder
        ends = {self._tokenizer.eos_token_id}
        if (folder / "generation_config.json").is_file():
            stops = GenerationConfig.from_pretrained(folder, local_files_only=True).eos_token_id
            ends |= set(stops if isinstance(stops, list) else [stops])
        self.end_ids = frozenset(int(token) for token in ends - {None})

    def prompt(self, prompt: Mapping[str, Any], ask: Ask) -> Sequence[Part]:
        """The whole prompt of `ask`: token ids, and slots where rows stand."""
        slots: list[Slot] = []
        rendered = self._render(prompt, ask, slots)
        if slot := prompt.get("slot", ""):
            return self._around(MARKED.sub(lambda mark: slot, rendered), slot, slots)
        parts: list[Part] = []
        for number, piece in enumerate(MARKED.split(rendered)):
            if number % 2:
                parts.append(slots[int(piece)])
            elif piece and (ids := self._encode(piece)):
                parts.append(ids)
        return parts

    def _around(self, text: str, slot: str, slots: Sequence[Slot]) -> Sequence[Part]:
        """Tokens of the whole `text`, as a processor has it, cut where the token `slot` stands."""
        wanted, waiting = self._tokenizer.convert_tokens_to_ids(slot), iter(slots)
        parts: list[Part] = []
        tokens = self._encode(text)
        if (found := tokens.count(wanted)) != len(slots):
            raise ExportError(
                f"{self._folder}: {slot!r} stands {found} times in {text!r}, wanted {len(slots)}"
            )
        for token in tokens:
            if token == wanted:
                parts.append(next(waiting))
            elif parts and isinstance(parts[-1], list):
                parts[-1].append(token)
            else:
                parts.append([token])
        return parts

    def _render(self, prompt: Mapping[str, Any], ask: Ask, slots: list[Slot]) -> str:
        """The text of the prompt, a mark for every slot."""
        slot = prompt.get("slot", "")
        lines = [
            self._line(prompt, sense, ask.senses[sense], slots)
            for sense in prompt["order"]
            if sense in ask.senses
        ]
        if slot:
            content: Any = [*({"type": "image"} for _ in lines), {"type": "text", "text": ask.asked(prompt)}]
            system: Any = [{"type": "text", "text": prompt["system"]}] if prompt["system"] else []
        elif prompt.get("place", "system") == "user":
            content, system = "".join(lines) + ask.asked(prompt), prompt["system"]
        else:
            content, system = ask.asked(prompt), prompt["system"] + "".join(lines)
        messages = [{"role": "user", "content": content}]
        if system:
            messages = [{"role": "system", "content": system}, *messages]
        text = self._applied(prompt, messages)
        for line in lines if slot else ():
            text = text.replace(slot, line, 1)
        return text

    def _line(self, prompt: Mapping[str, Any], sense: str, rows: Sequence[Slot], slots: list[Slot]) -> str:
        """The line of a sense with marks in place of its placeholder."""
        marks = ""
        for slot in rows:
            marks += MARK.format(len(slots))
            slots.append(slot)
        return str(prompt["senses"][sense].replace(f"<{sense}>", marks))

    def _applied(self, prompt: Mapping[str, Any], messages: list[dict[str, Any]]) -> str:
        from jinja2 import TemplateError

        options = {"tokenize": False, "add_generation_prompt": True}
        if prompt.get("template"):
            options["chat_template"] = prompt["template"]
        try:
            return str(self._tokenizer.apply_chat_template(messages, **options))
        except (TemplateError, ValueError) as error:
            if messages[0]["role"] != "system":
                reason = str(error).strip().split("\n")[0]
                raise ExportError(f"{self._folder}: its chat template does not work: {reason}") from error
        # Templates without a system message (Gemma's): its words open the user's turn.
        system, user = messages[0]["content"], messages[1]["content"]
        if isinstance(user, list):
            folded: Any = [*system, {"type": "text", "text": FOLD}, *user]
        else:
            folded = system + FOLD + user
        return self._applied(prompt, [{"role": "user", "content": folded}])

    def _encode(self, text: str) -> list[int]:
        return list(self._tokenizer(text, add_special_tokens=False)["input_ids"])
