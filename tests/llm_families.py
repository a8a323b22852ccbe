"""Tiny random LLMs of many families as Hugging Face folders, made on the spot, and all their GGUFs at once.

Knows the config classes, a vocabulary that every converter takes, and how to run the converter for
many folders in one process; the models know nothing.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import torch

from anymal.export.llama_source import CONVERTER, llama_source
from anymal.training.chat_format import CHAT_TEMPLATE, DEFAULT_SYSTEM, SENSE_LINES
from anymal.training.tokenizer import train_tokenizer

WIDTH, N_VOCAB, WINDOW = 64, 424, 8  # 424 and no odd number: Mamba's converter rounds up to eights
SIZES: dict[str, Any] = {
    "vocab_size": N_VOCAB,
    "hidden_size": WIDTH,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    "bos_token_id": 1,
    "eos_token_id": 6,
    "pad_token_id": 0,
    "initializer_range": 0.3,  # wide enough that attention matters
}
GEMMA: dict[str, Any] = {"head_dim": 16, "query_pre_attn_scalar": 16, "sliding_window": WINDOW}
# Name -> config class of transformers and what it wants beside `SIZES`. No folder may be called phi3:
# llama.cpp takes that name for Microsoft's own model and misses a token of its vocabulary.
FAMILIES: dict[str, tuple[str, dict[str, Any]]] = {
    "llama": ("LlamaConfig", {}),
    "mistral": ("MistralConfig", {"sliding_window": WINDOW}),
    "qwen-2": ("Qwen2Config", {"tie_word_embeddings": True}),
    "qwen-3": ("Qwen3Config", {"head_dim": 16}),
    "phi": ("Phi3Config", {"sliding_window": 512}),
    "gemma-1": ("GemmaConfig", {"head_dim": 16}),
    "gemma-2": ("Gemma2Config", GEMMA),
    "gemma-3": ("Gemma3TextConfig", GEMMA),
    "granite": ("GraniteConfig", {"embedding_multiplier": 12.0}),
    "mamba": ("MambaConfig", {"state_size": 16}),
}
MAMBA_LACKS = ("num_attention_heads", "num_key_value_heads", "max_position_embeddings", "intermediate_size")


def make_vocabulary(path: Path) -> Path:
    """Train a SentencePiece vocabulary with byte fallback and the nano chat format's control tokens."""
    sentences = [DEFAULT_SYSTEM, *SENSE_LINES.values(), "What is going on? What do you hear? A red circle."]
    train_tokenizer(sentences, len(sentences), N_VOCAB - 4, path)
    return path


def make_family(name: str, folder: Path, vocabulary: Path, **changes: Any) -> Path:
    """Write a random LLM of family `name` as a Hugging Face folder and return it."""
    import transformers
    from transformers.utils.logging import disable_progress_bar

    kind, more = FAMILIES[name]
    sizes = {key: value for key, value in SIZES.items() if name != "mamba" or key not in MAMBA_LACKS}
    config = getattr(transformers, kind)(**{**sizes, **more, **changes})
    torch.manual_seed(0)
    disable_progress_bar()
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(folder)
    (folder / "tokenizer.model").write_bytes(vocabulary.read_bytes())
    settings = {
        "tokenizer_class": "LlamaTokenizer",
        "add_bos_token": False,
        "add_eos_token": False,
        "add_prefix_space": False,
        "bos_token": "<s>",
        "eos_token": "<|end|>",
        "unk_token": "<unk>",
        "chat_template": CHAT_TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return folder


def convert_all(folders: dict[str, Path], out: Path) -> dict[str, Path]:
    """The f32 GGUF of every folder, by llama.cpp's converter in one process: its imports take seconds."""
    script = llama_source() / CONVERTER
    packages = [str(script.parent), str(script.parent / "gguf-py")]
    made = {name: out / f"{name}.gguf" for name in folders}
    program = (
        "import json, runpy, sys\n"
        "for folder, out in json.load(sys.stdin):\n"
        "    sys.argv = [sys.argv[0], folder, '--outfile', out, '--outtype', 'f32']\n"
        f"    runpy.run_path({str(script)!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps([(str(folders[name]), str(made[name])) for name in folders]),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(packages), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return made
