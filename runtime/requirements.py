"""What this distribution says that it needs, by extra.

Knows the lines that `importlib.metadata` gives (PEP 508), as far as ours go: a name, and after `;` an extra
or a bound of Python's version. Refuses to know what is installed.
"""

import re
import sys
from importlib import metadata

__all__ = ["DISTRIBUTION", "required_names"]

DISTRIBUTION = "anymal-edge"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
PYTHON = re.compile(r"""python_version\s*(<|>=)\s*["'](\d+)\.(\d+)["']""")


def required_names(extra: str = "") -> tuple[str, ...]:
    """Return the distributions that `extra` names, without one those that are always needed; not their own.

    Raises `importlib.metadata.PackageNotFoundError` where the code runs without having been installed.
    """
    return tuple(
        name[0]
        for text, _, marker in (line.partition(";") for line in metadata.requires(DISTRIBUTION) or ())
        if (name := NAME.match(text.strip())) and name[0] != DISTRIBUTION
        if _extra(marker) == extra and _is_for_this_python(marker)
    )


def _extra(marker: str) -> str:
    found = EXTRA.search(marker)
    return found[1] if found else ""


def _is_for_this_python(marker: str) -> bool:
    found = PYTHON.search(marker)
    if found is None:
        return True
    older = sys.version_info[:2] < (int(found[2]), int(found[3]))
    return older if found[1] == "<" else not older
