"""Options that `anymal export`, `verify` and `quantize` share: one spelling, one default, one help line each.

Knows argparse; refuses to know what any of the commands does.
"""

import argparse
import sys
from typing import TypedDict

from anymal.engines.llama_native import usable_cores
from anymal.errors import ConfigError
from anymal.export.parity import Tolerances

__all__ = ["LlmLimits", "add_force", "add_llm_limits", "add_max_tokens", "add_run", "llm_limits", "say"]


class LlmLimits(TypedDict):
    """Fields of `Tolerances` that `add_llm_limits` lets a user move."""

    quantised_answers_changed: float
    quantised_mean_kl: float


def add_max_tokens(parser: argparse.ArgumentParser, default: int) -> None:
    """Add `--max-tokens`."""
    parser.add_argument(
        "--max-tokens", type=int, default=default, metavar="N", help="longest answer (%(default)s)"
    )


def add_llm_limits(parser: argparse.ArgumentParser) -> None:
    """Add `--max-changed` and `--max-kl`: how far the quantised LLM may be from the exact one."""
    limits = Tolerances()
    parser.add_argument(
        "--max-changed",
        type=float,
        default=limits.quantised_answers_changed,
        metavar="SHARE",
        help="share of answers the quantised LLM may change (%(default)s)",
    )
    parser.add_argument(
        "--max-kl",
        type=float,
        default=limits.quantised_mean_kl,
        metavar="NATS",
        help="mean KL the quantised LLM may have (%(default)s)",
    )


def llm_limits(arguments: argparse.Namespace) -> LlmLimits:
    """What `add_llm_limits` collected, as fields of `Tolerances`; raises `ConfigError` out of range."""
    if not 0 <= arguments.max_changed <= 1:
        raise ConfigError(f"--max-changed must be a share from 0 to 1, found {arguments.max_changed}")
    if not arguments.max_kl >= 0:
        raise ConfigError(f"--max-kl must be 0 nats or more, found {arguments.max_kl}")
    return LlmLimits(quantised_answers_changed=arguments.max_changed, quantised_mean_kl=arguments.max_kl)


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add `--force`."""
    parser.add_argument("--force", action="store_true", help="replace a bundle that is already there")


def add_run(parser: argparse.ArgumentParser, printed: str) -> None:
    """Add `--threads` and `--json`, which prints what is `printed`."""
    parser.add_argument(
        "--threads", type=int, default=usable_cores(), metavar="N", help="CPU threads (%(default)s)"
    )
    parser.add_argument("--json", action="store_true", help=f"print {printed} as JSON")


def say(line: str) -> None:
    """One step to stderr, so that `--json` stays clean."""
    print(line, file=sys.stderr, flush=True)
