"""Runs llama.cpp's Python converters, those of the installed version, in a process of their own.

Knows how to call one and to keep its output only when it is whole; refuses to know what is converted.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from anymal.errors import ExportError
from anymal.export.llama_source import llama_source
from anymal.export.outputs import disk_trouble

__all__ = ["run_converter"]

WORDS = 3  # of the converter's lines, when it fails
ERROR_LINE = re.compile(r"[\w.]*(Error|Exception|Interrupt|Exit)(:|$)")  # the end of a traceback
# Between the lines that say something: a progress bar, and a traceback's marks below the code.
NOISE = re.compile(r"Writing: .*%|Loading .*%|[\^~ ]+$")
COMPLAINT = "ERROR:"  # how its logger begins one; without any, its last lines may be a traceback
# What the converter says -> what can be done about it.
CURES = {
    "pre-tokenizer": "llama.cpp knows BPE vocabularies by name and not this one: keep the base model's "
    "tokenizer, or train a SentencePiece one with byte fallback",
    "is not supported": "this version of llama.cpp does not run that architecture",
}
PICKLE = "Weights only load failed"  # torch goes on to say how to run the code in it


def run_converter(script: str, arguments: Sequence[str], out: Path, what: Path) -> Path:
    """Run `script` of the llama-cpp-python source package on `what`, with `--outfile` added.

    The result appears at `out` or not at all; nothing is fetched. Raises `ExportError` with the
    converter's last words.
    """
    program = llama_source() / script
    if not program.is_file():
        raise ExportError(
            f"{program}: no such file; the source package of llama-cpp-python was unpacked without it: "
            f"remove {llama_source()} so that it is fetched again"
        )
    staged = out.with_name(out.name + ".staged")
    command = [sys.executable, str(program), "--outfile", str(staged), *arguments]
    packages = [str(program.parent / "gguf-py"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(packages), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode or not staged.is_file():
        reason = _reason(done.stderr)
        trouble = disk_trouble(out.parent, reason)
        staged.unlink(missing_ok=True)
        if PICKLE in reason:
            raise ExportError(
                f"{what}: a pickle among its weights holds more than tensors and was not read: reading it "
                "could run code; save the model as safetensors"
            )
        cures = [trouble] if trouble else [cure for sign, cure in CURES.items() if sign in reason][:1]
        failed = f"llama.cpp's converter failed (exit code {done.returncode})"
        raise ExportError(f"{what}: {failed}: {'; '.join((reason, *cures))}")
    staged.replace(out)
    return out


def _reason(stderr: str) -> str:
    """What went wrong, of all that the converter wrote: its own complaints, else the exception's words."""
    lines = [line for line in map(str.strip, stderr.splitlines()) if line and not NOISE.match(line)]
    if complaints := [line for line in lines if line.startswith(COMPLAINT)]:
        return complaints[-1] if "Error" in complaints[-1] else "; ".join(complaints[-WORDS:])
    errors = [number for number, line in enumerate(lines) if ERROR_LINE.match(line)]
    said = lines[errors[-1] :][:WORDS] if errors else lines[-WORDS:]
    return "; ".join(said) or "it said nothing"
