"""Tells in words when this Python is too old, before pip says it in a hundred lines."""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 - run by whatever python3 there is
    sys.exit(f"anymal-edge needs Python 3.10 or newer; this is {sys.version.split()[0]}. Try make PYTHON=…")
