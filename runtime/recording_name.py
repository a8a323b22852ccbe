"""The name of a recording, which may hold the time it begins at: `day-{time}.mcap`.

Knows one pattern; refuses to know what is recorded, and whether the name is taken.
"""

import re
import time
from pathlib import Path

from anymal.errors import ConfigError

__all__ = ["recording_name"]

FORMAT = "%Y%m%d-%H%M%S"


def recording_name(path: Path, now: time.struct_time | None = None) -> Path:
    """Return `path` with `{time}` in it replaced by the local time, such as `20261130-183000`.

    Raises `ConfigError` for anything else in braces: a misspelt pattern would be a name that is taken at the
    second start.
    """
    text = str(path).replace("{time}", time.strftime(FORMAT, now or time.localtime()))
    if wrong := re.search(r"\{[^{}]*\}?|\}", text):
        raise ConfigError(
            f"{path}: a recording's name knows {{time}}, when it begins; {wrong[0]} means nothing in it"
        )
    return Path(text)
