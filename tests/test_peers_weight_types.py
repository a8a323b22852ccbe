"""The type of weights that peers are compared in: the fastest that lives, and the same in every shape."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from anymal.errors import ExportError
from benchmarks.peers import prepare as preparing
from benchmarks.peers.weight_types import TYPES, answer_ms, fastest_type, time_in_process
from tests.tiny_models import TinySpec, make_tiny_bundle, make_tiny_gguf

SPEC = TinySpec(n_ctx=128)


@pytest.fixture
def exact(tmp_path: Path) -> Path:
    make_tiny_gguf(tmp_path / "exact.gguf", SPEC)
    return tmp_path / "exact.gguf"


def timer(taken: dict[str, list[float]]) -> Callable[[Path, int], float]:
    """Says what is listed for a type, and that the process ended where nothing is."""

    def say(path: Path, threads: int) -> float:
        assert path.is_file() and threads == 2
        if not taken[path.stem]:
            raise ExportError("ended with code -4: it said nothing")
        return taken[path.stem].pop(0)

    return say


def test_the_fastest_type_is_taken_by_its_best_turn(exact: Path, tmp_path: Path) -> None:
    said = timer({"F16": [9.0, 5.0, 9.0], "BF16": [6.0, 6.0, 6.0], "Q8_0": [7.0, 7.0, 7.0]})
    assert fastest_type(exact, tmp_path, timer=said) == ("F16", {"F16": 5.0, "BF16": 6.0, "Q8_0": 7.0})
    assert [path.name for path in tmp_path.iterdir()] == ["exact.gguf"]


def test_a_type_that_ends_the_process_is_out_with_the_reason(exact: Path, tmp_path: Path) -> None:
    said = timer({"F16": [9.0] * 3, "BF16": [8.0] * 3, "Q8_0": [1.0]})
    kind, taken = fastest_type(exact, tmp_path, timer=said)
    assert kind == "BF16"
    assert taken["Q8_0"] == "ended with code -4: it said nothing"
    with pytest.raises(ExportError, match=r"exact\.gguf: no type of weights gives an answer here: .*code -4"):
        fastest_type(exact, tmp_path, timer=timer({kind: [] for kind in TYPES}))


def test_every_type_answers_here_in_a_process_of_its_own(exact: Path, tmp_path: Path) -> None:
    kind, taken = fastest_type(exact, tmp_path)
    assert set(taken) == set(TYPES) and kind in TYPES
    assert all(isinstance(one, float) and one >= 0 for one in taken.values())
    assert answer_ms(exact, 1) > 0


def test_a_process_that_ends_says_why(tmp_path: Path) -> None:
    (tmp_path / "none.gguf").write_bytes(b"GGUF and nothing more")
    with pytest.raises(ExportError, match=r"ended with code 1: .*none\.gguf"):
        time_in_process(tmp_path / "none.gguf", 1)


def test_shapes_that_share_a_language_model_share_its_type(tmp_path: Path) -> None:
    made = tmp_path / "llava"
    make_tiny_bundle(made / "bundle")
    told = json.loads((made / "bundle" / "bundle.json").read_text())
    told["llm"]["quantization"] = "Q8_0"
    (made / "bundle" / "bundle.json").write_text(json.dumps(told))
    assert preparing._type(made, tmp_path / "no llm is read", tmp_path) == "Q8_0"
