"""On a CPU with matrix tiles, a quantised model must run whatever compiler built llama.cpp."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from anymal.engines.bundle import find_bundle
from anymal.engines.cpu_tiles import TILES_VARIABLE, has_tiles, own_layouts
from anymal.engines.llama_native import load_llama

DECODE = """
import sys
from pathlib import Path
import numpy as np
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
with LlamaEngine(Path(sys.argv[1]), LlamaOptions(threads=1)) as engine:
    engine.decode_tokens(np.arange(300, 364), 0)
    print(np.isfinite(engine.logits()).all())
"""


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        ("flags : fpu amx_bf16 amx_tile avx2", True),
        ("flags : fpu avx2 amx_tiles", False),
        ("Features : neon", False),
    ],
)
def test_tiles_are_found_in_the_flags(tmp_path: Path, flags: str, wanted: bool) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(f"processor : 0\nmodel name : amx_tile\n{flags}\n", encoding="utf-8")
    assert has_tiles(told) is wanted


def test_a_machine_that_tells_nothing_has_none(tmp_path: Path) -> None:
    assert not has_tiles(tmp_path / "absent")


def test_tiles_are_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TILES_VARIABLE, raising=False)
    assert own_layouts(tiles=False)
    assert not own_layouts(tiles=True)
    monkeypatch.setenv(TILES_VARIABLE, "1")
    assert own_layouts(tiles=True)


def test_a_quantised_model_decodes_in_a_fresh_process(tmp_path: Path) -> None:
    llama = load_llama()
    params = llama.llama_model_quantize_default_params()
    params.ftype = llama.LLAMA_FTYPE_MOSTLY_Q8_0
    made = tmp_path / "q8.gguf"
    assert (
        llama.llama_model_quantize(os.fsencode(find_bundle("nano") / "llm.gguf"), os.fsencode(made), params)
        == 0
    )
    done = subprocess.run(
        [sys.executable, "-c", DECODE, str(made)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr
