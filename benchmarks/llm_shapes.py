"""LLMs of real shape with random weights: from a Hugging Face folder to GGUF, and how they run here.

Knows the shapes of issue 4 and measures each step in a process of its own: time, peak memory, sizes,
whether rows are read as tokens are, and speed; refuses to judge answers, which are noise. With
`--parity` the f32 GGUF is held against transformers on the same rows (wants memory for both).

    python benchmarks/llm_shapes.py --shapes llama-360m qwen3-0.6b --output benchmarks/results/llm_shapes.json
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

SMALL: dict[str, Any] = {"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}


def _sizes(width: int, inner: int, layers: int, heads: int, kv_heads: int, vocab: int) -> dict[str, Any]:
    return {
        "hidden_size": width, "intermediate_size": inner, "num_hidden_layers": layers,
        "num_attention_heads": heads, "num_key_value_heads": kv_heads, "vocab_size": vocab,
        "max_position_embeddings": 2048, **SMALL,
    }  # fmt: skip


# Name -> config class of transformers and its sizes: SmolLM2-360M, TinyLlama-1.1B, Qwen3-0.6B,
# Gemma-3-270m, Mamba-130m; and one to try the script with.
SHAPES: dict[str, tuple[str, dict[str, Any]]] = {
    "tiny": ("LlamaConfig", _sizes(64, 96, 2, 4, 2, 1024)),
    "llama-360m": ("LlamaConfig", {**_sizes(960, 2560, 32, 15, 5, 49152), "tie_word_embeddings": True}),
    "llama-1.1b": ("LlamaConfig", _sizes(2048, 5632, 22, 32, 4, 32000)),
    "qwen3-0.6b": (
        "Qwen3Config",
        {**_sizes(1024, 3072, 28, 16, 8, 151936), "head_dim": 128, "tie_word_embeddings": True},
    ),
    "gemma3-270m": (
        "Gemma3TextConfig",
        {
            **_sizes(640, 2048, 18, 4, 1, 262144),
            "head_dim": 256, "query_pre_attn_scalar": 256, "sliding_window": 512,
        },
    ),
    "mamba-130m": (
        "MambaConfig",
        {"hidden_size": 768, "state_size": 16, "num_hidden_layers": 24, "vocab_size": 50280, **SMALL},
    ),
}  # fmt: skip
SOFT_TOKENS, QUESTION, ANSWER = 64, 32, 32


def make_folder(shape: str, folder: Path) -> dict[str, Any]:
    """Write the Hugging Face folder, in bfloat16 as such checkpoints are, with nano's vocabulary."""
    import torch
    import transformers

    from anymal.export.spm_vocabulary import write_vocabulary

    kind, sizes = SHAPES[shape]
    torch.manual_seed(0)
    model = transformers.AutoModelForCausalLM.from_config(
        getattr(transformers, kind)(**sizes), dtype=torch.bfloat16
    )
    model.save_pretrained(folder)
    write_vocabulary("nano", folder / "tokenizer.model")
    settings = {
        "tokenizer_class": "LlamaTokenizer",
        "add_bos_token": False,
        "chat_template": "{{ bos_token }}",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return {"parameters": sum(values.numel() for values in model.parameters())}


def convert_shape(folder: Path, work: Path, quantization: str, threads: int) -> dict[str, Any]:
    """To f32 GGUF, quantised and opened once, as an export does it."""
    from anymal.export.llm_source import prepare_llm
    from anymal.export.recipe import LlmSource

    lines: list[str] = []
    llm = prepare_llm(LlmSource(str(folder), quantization, n_ctx=1024), work, threads, lines.append)
    return {
        "converter_peak_rss_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
        "f32_mb": round(llm.exact.stat().st_size / 1e6, 1),
        f"{quantization}_mb": round(llm.shipped.stat().st_size / 1e6, 1),
        "n_embd": llm.n_embd,
        "n_ctx": llm.n_ctx,
        "embedding_scale": llm.embedding_scale,
        "notes": list(llm.notes),
    }


def run_shape(gguf: Path, threads: int, rounds: int) -> dict[str, Any]:
    """Load, prefill 64 rows and 32 tokens, answer 32 tokens; medians of `rounds`."""
    from anymal.engines.gguf_header import read_gguf_header
    from anymal.engines.llama_engine import LlamaEngine, LlamaOptions

    began = time.perf_counter()
    with LlamaEngine(gguf, LlamaOptions(n_ctx=512, threads=threads)) as engine:
        load_s = time.perf_counter() - began
        rows = np.random.default_rng(0).standard_normal((SOFT_TOKENS, engine.n_embd)).astype(np.float32)
        question = [token % engine.n_vocab for token in range(7, 7 + QUESTION)]
        prefills, decodes = [], []
        for _ in range(rounds):
            engine.clear()
            began = time.perf_counter()
            engine.decode_rows(rows, 0, logits=False)
            engine.decode_tokens(question, SOFT_TOKENS)
            prefilled = time.perf_counter()
            for step in range(ANSWER):
                engine.decode_tokens([engine.argmax()], SOFT_TOKENS + QUESTION + step)
            prefills.append(prefilled - began)
            decodes.append(time.perf_counter() - prefilled)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before torch is imported
        from anymal.export.row_scale import rows_like_tokens

        return {
            "engine_peak_rss_mb": round(peak_mb, 1),
            "load_ms": round(load_s * 1e3, 1),
            "prefill_tokens_per_s": round((SOFT_TOKENS + QUESTION) / statistics.median(prefills), 1),
            "decode_tokens_per_s": round(ANSWER / statistics.median(decodes), 2),
            "rows_unlike_tokens_std": rows_like_tokens(engine, read_gguf_header(gguf)),
            "can_truncate": engine.can_truncate,
        }


def compare_shape(folder: Path, gguf: Path, threads: int) -> dict[str, Any]:
    """Largest difference of logits between the f32 GGUF and transformers after tokens, rows and a token."""
    import torch

    from anymal.engines.gguf_header import read_gguf_header
    from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
    from anymal.export.row_scale import embedding_scale
    from anymal.models.multimodal_lm import MultimodalLm, load_llm

    torch.set_num_threads(threads)
    lm = MultimodalLm(load_llm(folder))
    before, after = [1, 40, 300, 77], [33]
    norm = float(lm.embed([before]).detach().norm(dim=1).mean())
    rows = np.random.default_rng(0).standard_normal((16, lm.embed([before]).shape[1])).astype(np.float32)
    rows *= norm / np.linalg.norm(rows, axis=1, keepdims=True)
    with torch.no_grad():
        wanted = lm([before, torch.from_numpy(rows), after])[-1].numpy()
    options = LlamaOptions(n_ctx=64, threads=threads, kv_f32=True)
    with LlamaEngine(gguf, options) as engine:
        engine.decode_tokens(before, 0)
        engine.decode_rows(rows * np.float32(embedding_scale(read_gguf_header(gguf))), len(before))
        engine.decode_tokens(after, len(before) + len(rows))
        found = engine.logits()[: len(wanted)]
    return {
        "max_logit_error": float(np.abs(found - wanted).max()),
        "logits_std": float(wanted.std()),
        "same_argmax": bool(found.argmax() == wanted.argmax()),
    }


def apart(function: Callable[..., dict[str, Any]], *arguments: Any) -> dict[str, Any]:
    """Run a function of this file in a process of its own; adds its wall and CPU time and peak memory."""
    program = (
        "import json, runpy, sys, pathlib\n"
        "name, values = json.load(sys.stdin)\n"
        "values = [pathlib.Path(value) if '/' in str(value) else value for value in values]\n"
        f"found = runpy.run_path({__file__!r})[name](*values)\n"
        "print('\\n' + json.dumps(found))\n"
    )
    given = json.dumps([function.__name__, [str(a) if isinstance(a, Path) else a for a in arguments]])
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(given)
    process.stdin.close()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise SystemExit(f"{function.__name__}{arguments}: exit code {process.returncode}")
    cost = {
        "wall_s": round(time.perf_counter() - began, 2),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_rss_mb": round(usage.ru_maxrss / 1024, 1),
    }
    return {**json.loads(output.splitlines()[-1]), **cost}


def measure(shape: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Every figure of one shape; its files live only as long as this call."""
    threads = arguments.threads
    with tempfile.TemporaryDirectory(dir=arguments.work, prefix=f"anymal-{shape}-") as name:
        folder, work = Path(name) / shape, Path(name) / "work"
        work.mkdir()
        found = {
            "made": apart(make_folder, shape, folder),
            "converted": apart(convert_shape, folder, work, arguments.quantization, threads),
            "run": apart(run_shape, work / "llm.gguf", threads, arguments.rounds),
        }
        if arguments.parity:
            found["parity"] = apart(compare_shape, folder, work / "f32.gguf", threads)
    return found


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--shapes", nargs="+", choices=SHAPES, default=[name for name in SHAPES if name != "tiny"]
    )
    parser.add_argument("--quantization", default="Q8_0")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parity", action="store_true", help="compare the f32 GGUF with transformers too")
    parser.add_argument("--work", type=Path, help="where the large files go (default: the temporary folder)")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    cpu = [line for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if "model name" in line]
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cpu": cpu[0].split(":")[1].strip() if cpu else platform.processor(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "results": {shape: measure(shape, arguments) for shape in arguments.shapes},
        "load_average_at_end": os.getloadavg()[0],
    }
    text = json.dumps(record, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
