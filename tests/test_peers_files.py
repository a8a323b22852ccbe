"""What peers load: libmtmd's vocabulary, LLaVA's mmproj, genai's embeddings; and why one is not made."""

import json
from pathlib import Path

import gguf
import numpy as np
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForImageTextToText, AutoTokenizer

from anymal.errors import ExportError
from benchmarks.peers import prepare as preparing
from benchmarks.peers.catalog import FOLDER_VARIABLE
from benchmarks.peers.genai_files import write_embedding
from benchmarks.peers.mmproj import write_mmproj
from benchmarks.peers.models import make_checkpoint
from benchmarks.peers.shapes import SHAPES
from benchmarks.peers.vocabulary import MARKERS


@pytest.fixture(scope="module")
def llava(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkpoint(tmp_path_factory.mktemp("peers") / "llava", SHAPES["llava-small"])


@pytest.fixture(scope="module")
def smolvlm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkpoint(tmp_path_factory.mktemp("peers") / "smolvlm", SHAPES["smolvlm-small"])


def test_every_piece_that_libmtmd_looks_up_is_one_token(smolvlm: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(smolvlm)
    assert len(tokenizer) == SHAPES["smolvlm-small"].pieces
    for marker in (*MARKERS, "<fake_token_around_image>", "<global-img>", "<image>"):
        assert len(tokenizer(marker, add_special_tokens=False)["input_ids"]) == 1
    config = json.loads((smolvlm / "config.json").read_text())
    assert config["text_config"]["vocab_size"] == SHAPES["smolvlm-small"].pieces


def test_a_tower_has_the_names_that_every_transformers_reads(llava: Path) -> None:
    stored = load_file(llava / "model.safetensors")
    tower = {name for name in stored if "vision_tower" in name}
    assert tower and all(name.startswith("vision_tower.vision_model.") for name in tower)
    model, told = AutoModelForImageTextToText.from_pretrained(llava, output_loading_info=True)
    assert not told["missing_keys"] and not told["unexpected_keys"]
    found = model.model.vision_tower.embeddings.position_embedding.weight
    torch.testing.assert_close(
        found, stored["vision_tower.vision_model.embeddings.position_embedding.weight"], rtol=0, atol=0
    )


def test_words_that_were_made_up_shape_no_question(smolvlm: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(smolvlm)
    pieces = tokenizer.convert_ids_to_tokens(tokenizer("What is in the picture?")["input_ids"])
    assert not any(piece.startswith("\u2581w") and piece[2:].isdecimal() for piece in pieces)


def test_a_question_is_as_long_as_with_the_vocabularies_of_the_hub(smolvlm: Path, llava: Path) -> None:
    """Llama's pieces after the picture: a line end, six of the question, A, SS, IST, ANT and a colon."""
    question = ["\u2581What", "\u2581is", "\u2581in", "\u2581the", "\u2581picture", "?"]
    asked = AutoTokenizer.from_pretrained(llava).tokenize("<image>\nWhat is in the picture? ASSISTANT:")
    assert asked[-12:-5] == ["\n", *question]
    asked = AutoTokenizer.from_pretrained(smolvlm).tokenize("<image>What is in the picture?")
    assert asked[-6:] == question


def test_an_mmproj_of_llava_has_the_layers_that_are_read_and_the_projector(
    llava: Path, tmp_path: Path
) -> None:
    found = gguf.GGUFReader(write_mmproj(llava, tmp_path / "mmproj.gguf", "q8_0"))
    tensors = {one.name: one for one in found.tensors}
    assert {name.split(".")[2] for name in tensors if name.startswith("v.blk.")} == {"0", "1"}
    assert tensors["v.blk.1.ffn_up.weight"].tensor_type == gguf.GGMLQuantizationType.Q8_0
    assert tensors["v.patch_embd.weight"].tensor_type == gguf.GGMLQuantizationType.F16
    assert {"mm.0.weight", "mm.0.bias", "mm.2.weight", "mm.2.bias", "v.class_embd", "v.pre_ln.bias"} <= set(
        tensors
    )
    assert not any("post_ln" in name for name in tensors)
    assert found.fields["clip.vision.block_count"].contents() == 2
    model = AutoModelForImageTextToText.from_pretrained(llava)
    bias = model.model.multi_modal_projector.linear_2.bias.detach().numpy()
    np.testing.assert_array_equal(tensors["mm.2.bias"].data, bias)


def test_an_mmproj_of_an_unknown_kind_or_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gemma3"}))
    with pytest.raises(ExportError, match=r"no mmproj for model_type 'gemma3'; there is one for llava"):
        write_mmproj(tmp_path, tmp_path / "out.gguf")
    with pytest.raises(ExportError, match=r"'q4_0' is unknown; there are f16, q8_0"):
        write_mmproj(tmp_path, tmp_path / "out.gguf", "q4_0")


def test_rows_of_a_picture_take_the_places_of_its_tokens(tmp_path: Path) -> None:
    table = torch.arange(12.0).reshape(4, 3)
    save_file({"model.embed_tokens.weight": table}, tmp_path / "model.safetensors")
    write_embedding(tmp_path, 3, tmp_path / "embedding.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "embedding.onnx", providers=["CPUExecutionProvider"])
    rows = np.full((1, 2, 3), 9.0, np.float32)
    ids = np.array([[1, 3, 3, 0]])
    (found,) = session.run(None, {"input_ids": ids, "image_features": rows})
    np.testing.assert_array_equal(found[0], [[3, 4, 5], [9, 9, 9], [9, 9, 9], [0, 1, 2]])
    none = np.zeros((1, 0, 3), np.float32)
    (found,) = session.run(None, {"input_ids": np.array([[2]]), "image_features": none})
    np.testing.assert_array_equal(found[0], [[6, 7, 8]])


def test_what_cannot_be_made_is_a_reason_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "none"))
    failed = preparing.prepare("llava-small", tmp_path, only=["openvino", "libmtmd"])
    assert "bundle's own llm.gguf" in failed["llava-small libmtmd"]
    assert "install.py optimum-intel" in failed["llava-small openvino"]
    assert {path.name for path in (tmp_path / "llava-small").iterdir()} == {"checkpoint"}
    told = json.loads((tmp_path / "llava-small" / "checkpoint" / "peer.json").read_text())
    assert told["prompt"].count("<image>") == told["prompt"].count("{question}") == 1
