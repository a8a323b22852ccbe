"""Command-line pieces shared by the commands: a parser that fails our way, and the common options.

Knows argparse; refuses to know what the options do.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn, get_args

from anymal.errors import ConfigError
from anymal.runtime.options import DEVICES, AssistantOptions, GenerationOptions
from anymal.samples import Modality
from anymal.sensors.window import Window, parse_window

__all__ = [
    "Once",
    "Parser",
    "add_assistant_arguments",
    "add_generation_arguments",
    "assistant_options",
    "generation_options",
    "parse_windows",
    "show",
]

DEFAULT_BUNDLE = "nano"


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` whose mistakes are `ConfigError`s, so that every command fails alike."""

    def error(self, message: str) -> NoReturn:
        """Raise `ConfigError` instead of printing the usage and leaving."""
        raise ConfigError(f"{message} (see `{self.prog} --help`)")


class Once(argparse.Action):
    """Stores a value as argparse does, and refuses a second one instead of forgetting the first."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep `values`; raises `ConfigError` when there are some already."""
        if getattr(namespace, self.dest) is not None:
            raise ConfigError(f"{option_string} was given twice: a question takes one")
        setattr(namespace, self.dest, values)


def add_assistant_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which bundle runs and on what."""
    parser.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, metavar="B", help="bundle name or folder (default: %(default)s)"
    )
    parser.add_argument(
        "--threads", type=int, metavar="N", help="CPU threads (default: what suits the model and the cores)"
    )
    parser.add_argument("--n-ctx", type=int, metavar="N", help="context positions (default: the bundle's)")
    parser.add_argument(
        "--device", choices=DEVICES, default="auto", help="where to run (default: %(default)s)"
    )
    parser.add_argument(
        "--allow-unverified",
        action="store_true",
        help="run a bundle that `anymal verify` did not pass, or that changed since",
    )


def assistant_options(arguments: argparse.Namespace) -> AssistantOptions:
    """Return what `add_assistant_arguments` collected; raises `ConfigError` out of range."""
    return AssistantOptions(
        threads=arguments.threads,
        n_ctx=arguments.n_ctx,
        device=arguments.device,
        allow_unverified=arguments.allow_unverified,
    )


def add_generation_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how an answer is made."""
    default = GenerationOptions()
    parser.add_argument(
        "--max-tokens", type=int, default=default.max_tokens, metavar="N", help="longest answer (%(default)s)"
    )
    parser.add_argument(
        "--max-thoughts",
        type=int,
        default=default.max_thoughts,
        metavar="N",
        help="most tokens an LLM that thinks first may think before it must speak (%(default)s)",
    )
    parser.add_argument(
        "--temperature",
        type=float,
        default=default.temperature,
        metavar="T",
        help="0, the default, is greedy",
    )
    parser.add_argument("--top-k", type=int, default=default.top_k, metavar="K", help="0, the default: all")
    parser.add_argument("--top-p", type=float, default=default.top_p, metavar="P", help="1, the default: all")
    parser.add_argument(
        "--seed", type=int, default=default.seed, metavar="N", help="of the sampling (%(default)s)"
    )


def generation_options(arguments: argparse.Namespace) -> GenerationOptions:
    """Return what `add_generation_arguments` collected; raises `ConfigError` out of range."""
    return GenerationOptions(
        max_tokens=arguments.max_tokens,
        max_thoughts=arguments.max_thoughts,
        temperature=arguments.temperature,
        top_k=arguments.top_k,
        top_p=arguments.top_p,
        seed=arguments.seed,
    )


def parse_windows(texts: Sequence[str], given: Sequence[Modality]) -> Mapping[Modality, Window]:
    """Read `--window` values into one window per modality.

    `audio=3:8` is for the sound; a bare `3:8` is for everything given that has a duration, but for what is
    named after it. Raises `ConfigError` for a sense that does not exist, was not given, or has two windows.
    """
    windows: dict[Modality, Window] = {}
    said: set[str] = set()
    for text in texts:
        name, equals, window = text.rpartition("=")
        if equals and name not in get_args(Modality):
            raise ConfigError(f"--window {text}: {name!r} is none of {', '.join(get_args(Modality))}")
        if name == "image":
            raise ConfigError(f"--window {text}: a picture has no duration, so there is nothing to choose")
        chosen = [m for m in given if m == name or (not equals and m != "image")]
        if not chosen:
            raise ConfigError(f"--window {text}: no {name or 'video, audio or imu'} was given to choose from")
        if (name or "all") in said:
            raise ConfigError(f"--window {text}: a window of {name or 'all'} was given already; name one")
        said.add(name or "all")
        windows.update(dict.fromkeys(chosen, parse_window(window)))
    return windows


def show(text: str) -> None:
    """Write `text` to stdout at once, without a line break: the answer as it comes."""
    sys.stdout.write(text)
    sys.stdout.flush()
