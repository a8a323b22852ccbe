"""The worker's end of the line protocol: a JSON object a line in, a JSON object a line out.

Runs in a peer's own environment, where this project is not installed: the standard library only. Whatever the
peer prints goes to standard error, so that it cannot be taken for an answer.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

__all__ = ["Meter", "peak_rss_mb", "serve"]

Action = Callable[[dict[str, Any]], Mapping[str, Any]]


def serve(actions: Mapping[str, Action]) -> None:
    """Answer `{"do": name, ...}` by `actions[name]` until standard input ends.

    An answer is `{"ok": {...}}`, or `{"error": "what"}` for anything that went wrong.
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer: dict[str, Any] = {"ok": dict(actions[asked.pop("do")](asked))}
        except Exception as error:  # noqa: BLE001 - the driver reports whatever it was
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


class Meter:
    """Times one answer: made when the question is asked, `token` is called as each token is there."""

    def __init__(self) -> None:
        self._asked_s = time.perf_counter()
        self._tokens_s: list[float] = []

    def token(self) -> None:
        """Note that a token is there."""
        self._tokens_s.append(time.perf_counter())

    def drain(self, tokens: Iterable[object]) -> "Meter":
        """Note every element of `tokens` as it comes."""
        for _ in tokens:
            self.token()
        return self

    def figures(self, said: int = 0) -> dict[str, float]:
        """`ttft_ms`, `tokens`, and `tokens_per_s` of those after the first; raises `ValueError` for none.

        `said`: how many tokens there were, from a peer whose stream holds back what is no character yet.
        """
        if not self._tokens_s:
            raise ValueError("the answer had no token")
        first_s, last_s = self._tokens_s[0], self._tokens_s[-1]
        rest = (said or len(self._tokens_s)) - 1
        found = {"ttft_ms": (first_s - self._asked_s) * 1e3, "tokens": float(rest + 1)}
        if rest and last_s > first_s:
            found["tokens_per_s"] = rest / (last_s - first_s)
        return found


def peak_rss_mb(process: int | str = "self") -> float:
    """Peak resident memory of a process in MiB (`VmHWM` of proc(5)); 0 where it is not told."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(one.split()[1]) / 1024 for one in lines if one.startswith("VmHWM:")), 0.0)
