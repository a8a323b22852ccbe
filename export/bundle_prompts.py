"""Real prompts of a bundle: questions about real files, sensed by its own encoders as on the device.

Knows the manifests of `anymal eval`, how to divide their files into two halves that share
nothing, and how to name what was taken; refuses to know what the prompts are for.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from anymal.engines.bundle import Bundle
from anymal.engines.chat_template import Piece
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import ExportError
from anymal.runtime.given import gather
from anymal.runtime.manifest_file import Item, read_manifest
from anymal.runtime.options import AssistantOptions
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Senses

__all__ = ["BundlePrompt", "PromptSet", "choose", "find_manifests", "lay_out"]


@dataclass(frozen=True)
class BundlePrompt:
    """One prompt, ready for an answer: runs of token ids and rows float32 [n, n_embd]."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> int:
        """How many soft tokens stand in it."""
        return sum(len(piece) for piece in self.pieces if not isinstance(piece, tuple))

    def without_rows(self) -> "BundlePrompt":
        """The same words with nothing sensed: what a text-only tool would see of it."""
        words = tuple(token for piece in self.pieces if isinstance(piece, tuple) for token in piece)
        return BundlePrompt(self.kind, (words,))


@dataclass(frozen=True)
class PromptSet:
    """Prompts and where they are from; `sha256` is over their questions and the bytes of their files."""

    source: str
    sha256: str
    prompts: tuple[BundlePrompt, ...]


def find_manifests(places: Sequence[Path]) -> tuple[Path, ...]:
    """JSONL manifests among `places`, files as they are, folders for all that lie in them.

    Raises `ExportError` for a place that holds none.
    """
    found: list[Path] = []
    for place in places:
        inside = sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
        if not inside or not all(path.is_file() for path in inside):
            raise ExportError(f"{place}: wanted a manifest of `anymal eval` (JSONL), or a folder of them")
        found += inside
    return tuple(found)


def choose(manifests: Sequence[Path], count: int, side: int) -> tuple[Item, ...]:
    """`count` items, the manifests in turns and each spread over its files, of one of the two halves.

    `side` 0 and 1 share no file: what is tuned on one is judged on the other. Fewer come back
    where there are fewer. Raises `InputError` for a manifest that cannot be read.
    """
    asked = [read_manifest(path) for path in manifests]
    halves = iter(_halves([item for items in asked for item in items]))
    queues = [_spread([item for item in items if next(halves) == side]) for items in asked]
    longest = max((len(queue) for queue in queues), default=0)
    mixed = [queue[turn] for turn in range(longest) for queue in queues if turn < len(queue)]
    return tuple(mixed[:count])


def _subjects(item: Item) -> tuple[object, ...]:
    """What an item is about: its files, else its words."""
    return tuple(path.resolve() for paths in item.senses.values() for path in paths) or (item.question,)


def _halves(items: Sequence[Item]) -> list[int]:
    """0 or 1 for each item, the same for all that are joined by a file, be it through others."""
    joined: dict[object, object] = {}

    def root(subject: object) -> object:
        while joined.setdefault(subject, subject) != subject:
            joined[subject] = subject = joined[joined[subject]]
        return subject

    for item in items:
        first, *rest = _subjects(item)
        for other in rest:
            joined[root(other)] = root(first)
    groups: dict[object, int] = {}
    return [groups.setdefault(root(_subjects(item)[0]), len(groups)) % 2 for item in items]


def _spread(items: Sequence[Item]) -> list[Item]:
    """Items by what they are about: first one of each group, then the second of each."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        groups.setdefault(_subjects(item), []).append(item)
    half = list(groups.values())
    longest = max((len(group) for group in half), default=0)
    # Turned by the group's number, so that the first round is not one kind of question throughout.
    return [
        group[(turn + number) % len(group)]
        for turn in range(longest)
        for number, group in enumerate(half)
        if turn < len(group)
    ]


def lay_out(bundle: Bundle, llm: LlamaEngine, items: Sequence[Item], threads: int = 1) -> PromptSet:
    """Read and encode the files of `items` and lay out their prompts as `anymal ask` does.

    `llm` only tokenises, so any quantisation of the bundle's LLM will do. Items about a sense the
    bundle lacks are left out. Raises `ExportError` when none remain, `InputError` for a file that
    cannot be used.
    """
    known = set(bundle.manifest.modalities)
    usable = [item for item in items if set(item.senses) <= known]
    if not usable:
        have = ", ".join(sorted(known)) or "text only"
        raise ExportError(f"none of {len(items)} questions fits the bundle, which has {have}")
    senses = Senses(bundle, AssistantOptions(threads=threads))
    digest, prompts = hashlib.sha256(), []
    try:
        for item in usable:
            files = [path for paths in item.senses.values() for path in paths]
            for data in (item.question.encode(), *(path.read_bytes() for path in files)):
                digest.update(hashlib.sha256(data).digest())
            prompts.append(BundlePrompt(item.kind, _pieces(bundle, llm, senses, item)))
    except OSError as error:
        raise ExportError(f"a file of the prompts cannot be read: {error}") from error
    finally:
        senses.close()
    names = ", ".join(dict.fromkeys(item.kind for item in usable))
    return PromptSet(names, digest.hexdigest(), tuple(prompts))


def _pieces(bundle: Bundle, llm: LlamaEngine, senses: Senses, item: Item) -> tuple[Piece, ...]:
    one = {name: paths[0] for name, paths in item.senses.items() if name != "image"}
    given = gather(
        image=item.senses.get("image"), video=one.get("video"), audio=one.get("audio"), imu=one.get("imu")
    )
    sensed, _ = senses.sense(given, {})
    pieces = build_prompt(llm, llm.chat_template, bundle.manifest.prompt, item.question, sensed, item.system)
    return tuple(piece if isinstance(piece, tuple) else np.array(piece, np.float32) for piece in pieces)
