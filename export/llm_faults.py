"""What is wrong with an LLM, told of the folder or file it came as, and not of files nobody gave.

Knows what llama.cpp says of damaged models and what can be done; refuses to convert and to open them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anymal.errors import BundleError, ExportError

__all__ = ["cure_of", "told_of"]

UNFIT = "the weights and the config.json beside them are not of one model, or tensors are missing"
CURES = {
    "has invalid data": "numbers in it are NaN or infinite, or the file is damaged",
    "check_tensor_dims": UNFIT,
    "missing tensor": UNFIT,
    "wrong number of tensors": UNFIT,
}
LOOKUP = "unordered_map::at"  # a token that llama.cpp takes for granted in a vocabulary
PHI = ("phi3", "phi-3")


def cure_of(said: str, metadata: Mapping[str, Any]) -> str:
    """What can be done about an LLM of which llama.cpp `said` that; `metadata` of its GGUF."""
    name = str(metadata.get("general.name", ""))
    if LOOKUP in said and any(part in name.lower() for part in PHI):
        return (
            f"llama.cpp takes what is called {name!r} for Microsoft's Phi-3, and misses tokens of that "
            "vocabulary: give its folder a name without phi3 or phi-3, or another general.name"
        )
    return next((cure for sign, cure in CURES.items() if sign in said), "")


@contextmanager
def told_of(folder: Path | None, *made: Path) -> Iterator[None]:
    """Errors about the files `made` out of `folder` name the folder; None: the file was given as it is."""
    try:
        yield
    except (BundleError, ExportError) as error:
        if folder is None:
            raise
        said = str(error)
        for path in made:
            said = said.removeprefix(f"{path.name}: ").removeprefix(f"{path}: ")
        kind = BundleError if isinstance(error, BundleError) else ExportError
        raise kind(f"{folder}: {said}") from error
