"""A manifest of questions: JSON lines in, checked items out.

Knows the keys of a line and what each may hold; refuses to know what an answer is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from anymal.errors import InputError
from anymal.runtime.json_lines import read_json_lines
from anymal.samples import Modality

__all__ = ["Item", "read_manifest"]

REQUIRED_KEYS = frozenset({"id", "question", "references", "kind"})
SENSE_KEYS: tuple[str, ...] = get_args(Modality)
OPTIONAL_KEYS = frozenset({*SENSE_KEYS, "system", "meta"})  # meta: anything, never read


@dataclass(frozen=True)
class Item:
    """One line of a manifest; paths are already relative to nothing but the working folder."""

    line: int
    id: str
    question: str
    references: tuple[str, ...]
    kind: str
    senses: Mapping[str, tuple[Path, ...]]
    system: str | None


def read_manifest(path: Path, limit: int | None = None) -> tuple[Item, ...]:
    """Read at most `limit` items of a JSONL manifest; paths in it are relative to the manifest's folder.

    Raises `InputError` naming the line for whatever is not as the format says.
    """
    items: list[Item] = []
    lines_by_id: dict[str, int] = {}
    for number, line in read_json_lines(path, "manifest", InputError):
        if limit is not None and len(items) == limit:
            break
        item = _parse(path, number, line)
        if item.id in lines_by_id:
            first = lines_by_id[item.id]
            raise InputError(f"{path}, line {number}: id {item.id!r} was already used in line {first}")
        lines_by_id[item.id] = number
        items.append(item)
    if not items:
        raise InputError(f"{path}: the manifest holds no questions")
    return tuple(items)


def _parse(path: Path, number: int, line: str) -> Item:
    where = f"{path}, line {number}"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no JSONDecodeError
        raise InputError(f"{where}: not JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"{where}: a line must be a JSON object, found {type(record).__name__}")
    missing = REQUIRED_KEYS - record.keys()
    unknown = record.keys() - REQUIRED_KEYS - OPTIONAL_KEYS
    if missing or unknown:
        found = f"{'lacks' if missing else 'has unknown'} {', '.join(sorted(missing or unknown))}"
        raise InputError(
            f"{where}: {found}; a line has {', '.join(sorted(REQUIRED_KEYS))} and may have "
            f"{', '.join(sorted(OPTIONAL_KEYS))}"
        )
    senses = {key: _paths(where, key, record[key], path.parent) for key in SENSE_KEYS if record.get(key)}
    system = record.get("system")
    return Item(
        line=number,
        id=_text(where, "id", str(record["id"])),
        question=_text(where, "question", record["question"]),
        references=_texts(where, "references", record["references"]),
        kind=_text(where, "kind", record["kind"]),
        senses=senses,
        system=None if system is None else _text(where, "system", system),
    )


def _paths(where: str, key: str, value: object, folder: Path) -> tuple[Path, ...]:
    paths = tuple(folder / text for text in _texts(where, key, [value] if isinstance(value, str) else value))
    if len(paths) > 1 and key != "image":
        raise InputError(f"{where}: {key} must be one path, found {len(paths)}; only images may be several")
    return paths


def _texts(where: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise InputError(f"{where}: {key} must be a list with at least one text, found {value!r}")
    return tuple(_text(where, key, text) for text in value)


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{where}: {key} must be a text that is not empty, found {value!r}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{where}: {key} holds half a surrogate pair, found {value!r}") from error
    return value
