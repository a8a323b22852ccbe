"""The precisions of an encoder's graph by name, and how `--precisions` spells which of them are made.

Knows names and who has an encoder; refuses to know how a graph is made (`export.variants`).
"""

from collections.abc import Iterable, Mapping, Sequence

from anymal.errors import ConfigError

__all__ = [
    "CALIBRATED",
    "DEFAULT_PRECISIONS",
    "EVERY_ENCODER",
    "PRECISIONS",
    "check_precisions",
    "choose_precisions",
    "parse_precisions",
]

PRECISIONS = ("fp32", "fp16", "int8", "int8_qdq", "int8_qdq_fp16", "int8_u8", "int8_nbits")
# Those whose ranges are fitted to calibration samples.
CALIBRATED = ("int8_qdq", "int8_qdq_fp16", "int8_u8")
DEFAULT_PRECISIONS = ("fp32", "int8")
# In what `parse_precisions` returns: the precisions that stand for no sense in particular.
EVERY_ENCODER = ""


def check_precisions(names: Iterable[str], what: str) -> None:
    """Raise `ConfigError` naming `what` asks for a precision that there is not."""
    for name in names:
        if name not in PRECISIONS:
            raise ConfigError(f"{what}: precision {name!r} is unknown; there are {', '.join(PRECISIONS)}")


def parse_precisions(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read `A,B` (for every encoder, under `EVERY_ENCODER`) and `SENSE=A,B`; each of them once.

    Raises `ConfigError` for a precision that is unknown or a sense named twice.
    """
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        sense, sign, listed = text.rpartition("=")
        names = tuple(name.strip() for name in listed.split(","))
        check_precisions(names, f"--precisions {text}")
        if sense in found or (sign and not sense):
            raise ConfigError(f"--precisions {text}: wanted A,B or SENSE=A,B, each sense once")
        found[sense] = names
    return found


def choose_precisions(
    asked: Mapping[str, tuple[str, ...]], usual: Mapping[str, tuple[str, ...]], int8: bool = True
) -> dict[str, tuple[str, ...]]:
    """The precisions of each encoder in `usual`: what was `asked` of it, of every encoder, or `usual`.

    Without `int8` the form for x86 CPUs is left out wherever it comes from. Raises `ConfigError` for
    a sense that has no encoder of its own.
    """
    for sense in asked:
        if sense != EVERY_ENCODER and sense not in usual:
            have = ", ".join(usual) or "none"
            raise ConfigError(f"--precisions {sense}=..: {sense!r} has no encoder here; there are {have}")
    chosen = {name: asked.get(name, asked.get(EVERY_ENCODER, own)) for name, own in usual.items()}
    return {name: tuple(one for one in own if int8 or one != "int8") for name, own in chosen.items()}
