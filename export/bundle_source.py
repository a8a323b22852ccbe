"""What every export starts from, whether a training checkpoint or a recipe: one record of opened parts.

Knows which parts a bundle is made of; refuses to know where any of them came from.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from torch import nn

from anymal.export.held_out import Ask, HeldOut, Slot
from anymal.export.parity import Tolerances
from anymal.export.recipe import ExportRecipe, is_recipe

if TYPE_CHECKING:
    from anymal.export.calibration import Calibration
    from anymal.export.llm_source import PreparedLlm

__all__ = ["BundleSource", "PromptReader", "limits_for"]

Limits = TypeVar("Limits", bound=Tolerances)


class PromptReader(Protocol):
    """Prompts as the reference reads them; deliberately none of the device's code."""

    @property
    def end_ids(self) -> frozenset[int]:
        """Tokens that end an answer."""

    def prompt(self, prompt: Mapping[str, Any], ask: Ask) -> "Sequence[list[int] | Slot]":
        """The whole prompt of `ask`, ready for an answer."""


@dataclass(frozen=True)
class BundleSource:
    """Parts of a bundle in the making.

    `prompt` is the manifest's section. `modalities` holds what the manifest says of each: `tokens` and
    `input`, or `via` and `frames`. `precisions`: what is made of each encoder. `module` gives the torch
    module of an encoder, once. `reader` is None where the LLM is a GGUF that transformers never saw.
    """

    name: str
    prompt: Mapping[str, Any]
    modalities: Mapping[str, Mapping[str, Any]]
    precisions: Mapping[str, tuple[str, ...]]
    provenance: Mapping[str, Any]
    llm: "PreparedLlm"
    held_out: HeldOut
    module: Callable[[str], nn.Module]
    reader: PromptReader | None
    calibrations: "Mapping[str, Calibration]" = field(default_factory=dict)

    @property
    def encoded(self) -> tuple[str, ...]:
        """Modalities that have an encoder of their own, in prompt order."""
        order = [name for name in self.prompt["order"] if name in self.modalities]
        return tuple(name for name in order if "via" not in self.modalities[name])


def limits_for(source: Path | ExportRecipe | None, limits: Limits) -> Limits:
    """`limits` as `source` is judged by them, in its export and ever after.

    A recipe's LLM is somebody else's, which llama.cpp does not compute as exactly as our own
    (`Tolerances.for_models_of_others`); a checkpoint of `anymal train`, and a bundle without a
    reference, are held to `limits` as they are.
    """
    return limits.for_models_of_others() if is_recipe(source) else limits
