"""Where predictions go: line by line beside the file that is wanted, which then appears whole.

Knows how a prediction looks as a line, and that what was answered is never lost; refuses to know what
makes an answer right.
"""

import json
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from anymal.errors import InputError
from anymal.runtime.evaluate import Prediction

__all__ = ["PredictionsFile"]


class PredictionsFile:
    """One JSON line per prediction, in `path` once all are there and in `PATH.part` until then.

    A `.part` of another run is left alone, whether that run still goes on or was interrupted: `earlier` names
    those that hold answers, and this one's is then `PATH.part2`, or the next that is free. What is no regular
    file (`/dev/stdout`, a pipe) is written to as it is; a link is followed. Raises `InputError` at once,
    before anything was answered, when `path` cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        try:
            self._target = path.resolve(strict=False)
            if self._target.is_dir():
                raise InputError(f"{path}: is a folder; name a file for the predictions")
            self._direct = self._target.exists() and not self._target.is_file()
            self.earlier: list[Path] = []
            self.part = path
            self._file: IO[str] = path.open("w", encoding="utf-8") if self._direct else self._open_part()
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
            raise _unwritable(path, error) from error

    def _open_part(self) -> IO[str]:
        number = 1
        while True:
            self.part = self._target.with_name(f"{self._target.name}.part{number if number > 1 else ''}")
            try:
                return self.part.open("x", encoding="utf-8")
            except FileExistsError:
                number += 1
                with suppress(FileNotFoundError):  # the other run may end at this moment
                    self.earlier += [self.part] if self.part.stat().st_size else []

    def __enter__(self) -> "PredictionsFile":
        return self

    def add(self, prediction: Prediction) -> None:
        """Write one line, at once; raises `InputError` when the disk is full."""
        try:
            self._file.write(_line(prediction))
            self._file.flush()
        except OSError as error:
            raise _unwritable(self.path, error) from error
        self.count += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
            if self._direct:
                return
            if kind is None:
                self.part.replace(self._target)
            elif not self.count:
                self.part.unlink(missing_ok=True)
        except OSError as failed:
            if kind is None:
                raise _unwritable(self.path, failed) from failed

    @property
    def kept(self) -> str:
        """What is left of a run that did not end, for people; empty when that is nothing."""
        return f"{self.count} answers are kept in {self.part}" if self.count and not self._direct else ""


def _unwritable(path: Path, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or error
    return InputError(f"{path}: the predictions cannot be written: {reason}; choose another --predictions")


def _line(prediction: Prediction) -> str:
    item = prediction.item
    record = {
        "id": item.id,
        "kind": item.kind,
        "question": item.question,
        "references": list(item.references),
        "text": prediction.text,
        "finish_reason": prediction.finish_reason,
        "correct": prediction.correct,
    }
    if prediction.thoughts:
        record["thoughts"] = prediction.thoughts
    if prediction.error is not None:
        record["error"] = prediction.error
    return json.dumps(record, ensure_ascii=False) + "\n"
