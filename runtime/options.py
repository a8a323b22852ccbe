"""The options of an assistant and of one answer, as frozen records.

Knows what may be chosen and the defaults; refuses to know who acts on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anymal.errors import ConfigError
from anymal.runtime.option_values import require_flag, require_instance, require_whole, shown
from anymal.runtime.sampling import SamplingOptions

__all__ = ["AssistantOptions", "Device", "GenerationOptions", "require_generation"]

Device = Literal["auto", "cpu", "gpu"]
DEVICES: Sequence[Device] = ("auto", "cpu", "gpu")


@dataclass(frozen=True)
class AssistantOptions:
    """What holds for an assistant's whole life.

    `threads`: CPU threads for whichever of encoder and LLM is running (never both at once on a
    CPU); None is what suits the model and the cores. `n_ctx`: positions of the LLM's context; None
    is what the bundle says. `device`: `auto` takes the fastest that works, `cpu` and `gpu` insist.
    `verify`: check the hash of every file before opening it. `allow_unverified`: run a bundle even
    when its files are not those that were compared with their reference, with a loud warning.
    `reuse`: `ask` keeps soft tokens by content and the beginning of the last prompt, so that another
    question about the same thing costs little; answers are the same without.
    """

    threads: int | None = None
    n_ctx: int | None = None
    device: Device = "auto"
    verify: bool = True
    allow_unverified: bool = False
    reuse: bool = True

    def __post_init__(self) -> None:
        """Raise `ConfigError` for what no machine can do."""
        if self.threads is not None:
            object.__setattr__(self, "threads", require_whole("threads", self.threads, 1, 512))
        if self.n_ctx is not None:
            object.__setattr__(self, "n_ctx", require_whole("n_ctx", self.n_ctx, 16, note=" (positions)"))
        for name in ("verify", "allow_unverified", "reuse"):
            require_flag(name, getattr(self, name))
        if self.device not in DEVICES:
            raise ConfigError(f"device must be one of {', '.join(DEVICES)}, found {shown(self.device)}")

    @property
    def thread_count(self) -> int:
        """The thread budget as a number."""
        from anymal.engines.llama_native import usable_cores

        return self.threads or usable_cores()


@dataclass(frozen=True)
class GenerationOptions(SamplingOptions):
    """How one answer is made: how long at most, and how tokens are picked (greedy unless told otherwise).

    `max_tokens` counts what is said, `max_thoughts` what an LLM that thinks first thinks without saying it:
    at that limit it has to speak; with 0 at once.
    """

    max_tokens: int = 96
    max_thoughts: int = 256

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an answer of no tokens, or of no whole number of them."""
        super().__post_init__()
        object.__setattr__(self, "max_tokens", require_whole("max_tokens", self.max_tokens, 1))
        thoughts = require_whole("max_thoughts", self.max_thoughts, 0, note=" (0: none)")
        object.__setattr__(self, "max_thoughts", thoughts)

    def most_positions(self, marks: tuple[int, int] | None) -> int:
        """Positions an answer takes at most, thoughts included where the LLM has `marks` for them."""
        return self.max_tokens + (0 if marks is None else self.max_thoughts + len(marks))


def require_generation(given: object) -> None:
    """Raise `ConfigError` unless it is `GenerationOptions`."""
    require_instance("generation", given, GenerationOptions, "GenerationOptions(max_tokens=40)")
