"""The `anymal` command: one table of commands, and one place where errors become exit codes.

Knows names, help lines and exit codes; refuses to import a command before it is asked for, so
that `anymal --help` costs no more than Python itself. A command is a function
`run(argv) -> exit code` that raises `AnymalError` for what the user can put right.

Exit codes: 0 done, 1 done but the result is bad, 2 the user can put it right, 130 stopped with
Ctrl-C, 141 the reader of our output went away, 129 and 143 stopped with SIGHUP and SIGTERM (`live` and
`record` that are under way end well: with 0, unless the result is bad).
"""

import errno
import importlib
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

import anymal
from anymal.errors import AnymalError, ConfigError
from anymal.runtime.standard_streams import open_streams, unfailing_stderr

__all__ = ["COMMANDS", "Command", "main"]

EXIT_INPUT = 2
EXIT_INTERRUPTED = 130  # 128 + SIGINT
EXIT_BROKEN_PIPE = 141  # 128 + SIGPIPE
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
LOUD = "UNVERIFIED"  # how the warning begins that no filter may silence (engines/verified.py)


@dataclass(frozen=True)
class Command:
    """Where a command lives and what it is for; `extra` names the optional dependencies it wants."""

    module: str
    function: str
    help: str
    extra: str | None = None


COMMANDS = {
    "ask": Command("anymal.runtime.cli_ask", "run", "ask a question about pictures, video, sound and motion"),
    "demo": Command("anymal.runtime.cli_demo", "run", "a short tour on samples the project makes itself"),
    "live": Command("anymal.runtime.cli_live", "run", "sense live, and answer at once"),
    "devices": Command("anymal.runtime.cli_devices", "run", "list what is connected, as addresses to paste"),
    "record": Command("anymal.runtime.cli_record", "run", "record sensors into one MCAP file"),
    "recover": Command("anymal.runtime.cli_record", "run_recover", "make a whole recording of a cut one"),
    "eval": Command("anymal.runtime.cli_eval", "run", "answer a manifest of questions and score the answers"),
    "inspect": Command("anymal.runtime.cli_inspect", "run", "say what is inside a bundle"),
    "doctor": Command("anymal.runtime.cli_doctor", "run", "say what this machine has, and what is missing"),
    "plans": Command("anymal.runtime.cli_plans", "run", "build TensorRT plans of a bundle for this machine"),
    "export": Command(
        "anymal.export.cli", "run", "turn models or a training checkpoint into a bundle", extra="export"
    ),
    "bench": Command(
        "anymal.bench.cli_bench", "run", "measure latency on this machine, beside its limits", extra="bench"
    ),
    "quantize": Command(
        "anymal.export.cli_quantise", "run", "make the LLM of a bundle smaller", extra="export"
    ),
    "verify": Command(
        "anymal.export.cli_verify",
        "run",
        "compare a bundle with what it was exported from",
        extra="export",
    ),
    "train": Command("anymal.training.cli", "run", "train the nano bundle from one seed", extra="train"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no traceback for anything a user can cause."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_streams()
    with unfailing_stderr():
        return _guarded(arguments)


def _guarded(arguments: Sequence[str]) -> int:
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("always", message=LOUD)
            warnings.showwarning = _show_warning
            code = _dispatch(arguments)
        sys.stdout.flush()
    except AnymalError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return EXIT_BROKEN_PIPE
    except OSError as error:
        # What was opened by name is told with it; what is written to a stream, or on a full disk, is not.
        if error.filename is not None or error.errno not in _FULL:
            raise
        _give_up_output()
        return _fail(f"the output cannot be written: {error.strerror}; make room, or send it elsewhere")
    return code


def _give_up_output() -> None:
    """Python would complain again when it flushes at exit; there is nobody left to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview())
        return 0 if arguments else EXIT_INPUT
    name, *rest = arguments
    if name in ("-V", "--version"):
        print(f"anymal {anymal.__version__}")
        return 0
    if name not in COMMANDS:
        raise ConfigError(f"there is no command {name!r}{_suggestion(name)}; `anymal --help` lists them all")
    return _run(name, rest)


def _run(name: str, arguments: Sequence[str]) -> int:
    """Import a command's module and run it; an absent optional dependency becomes a message with its cure."""
    command = COMMANDS[name]
    try:
        run: Callable[[Sequence[str]], int] = getattr(
            importlib.import_module(command.module), command.function
        )
        return run(arguments)
    except ModuleNotFoundError as error:
        if command.extra is None:
            raise
        raise ConfigError(
            f"`anymal {name}` needs {error.name}, which is not installed: "
            f"install the extra with `pip install 'anymal-edge[{command.extra}]'`"
        ) from error


def _overview() -> str:
    lines = [
        "usage: anymal COMMAND ...",
        "",
        "Images, video, audio and IMU motion as soft tokens into a llama.cpp LLM, offline.",
        "",
        "commands:",
        *(f"  {name:<9}{command.help}" for name, command in COMMANDS.items()),
        "",
        "options:",
        "  -h, --help     show this, or `anymal COMMAND --help` for one command",
        "  -V, --version  show the version",
    ]
    return "\n".join(lines)


def _suggestion(name: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, COMMANDS, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Our own warnings as a line for people; everybody else's as Python shows them."""
    if category.__module__.startswith("anymal."):
        print(f"anymal: WARNING: {message}", file=sys.stderr, flush=True)
    else:
        print(warnings.formatwarning(message, category, filename, lineno, line), end="", file=sys.stderr)


def _fail(message: str) -> int:
    # On a terminal the answer may stand half-written in front of us.
    try:
        sys.stdout.flush()
    except OSError:
        _give_up_output()  # why the command failed says more
    print(f"anymal: error: {message}", file=sys.stderr)
    return EXIT_INPUT


if __name__ == "__main__":
    raise SystemExit(main())
