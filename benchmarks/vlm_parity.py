"""Does a bundle made of a whole vision-language model say what transformers' own `generate` says?

Exports a checkpoint in f32 (or a tiny random one made on the spot), asks both sides the same questions
about the same pictures, and compares greedy texts, prompts token for token, and logits along the
reference's answer. `exact`: the LLM in its comparable form, pictures of the size the model takes.
`ask`: the device's defaults (flash attention, f16 cache). `resized`: pictures of other sizes, which the
two sides resize with different programs. Knows both front doors; refuses to know how either works.

    python benchmarks/vlm_parity.py --kinds llava llava_next idefics3 smolvlm --pictures 100 \\
        --output benchmarks/results/vlm_parity.json
    python benchmarks/vlm_parity.py --checkpoint FOLDER --pictures 20
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import anymal
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import LogitsParity, Tolerances, compare_logits
from anymal.export.recipe import ExportRecipe, LlmSource
from anymal.export.verify import ReferenceAnswer, engine_logits
from anymal.runtime.assistant import Assistant
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import Frame
from tests.exact_ask import ExactAsk
from tests.tiny_vlm import make_tiny_vlm
from tests.vlm_reference import VlmReference

QUESTIONS = (
    "What is in the picture?",
    "How many dogs are there?",
    "Describe the image.",
    "Is there a car, a tree or a house?",
)
SHOWN = 3
Picture = NDArray[np.uint8]


def pictures(count: int, width: int, height: int, seed: int) -> list[Picture]:
    """Coarse colour fields with grain: varied, and the same on every machine."""
    dice = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        cells = int(dice.integers(2, 9))
        coarse = dice.integers(0, 256, (cells, cells, 3))
        field = coarse[np.arange(height) * cells // height][:, np.arange(width) * cells // width]
        made.append(np.clip(field + dice.integers(-24, 25, field.shape), 0, 255).astype(np.uint8))
    return made


def measure(name: str, checkpoint: Path, bundle: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Export `checkpoint` and hold the bundle against it."""
    began = time.perf_counter()
    recipe = ExportRecipe(name, vlm=str(checkpoint), llm=LlmSource("", quantization="F32"))
    loose = Tolerances(quantised_answers_changed=1.0, quantised_mean_kl=1.0)
    parity = make_bundle(
        recipe, bundle, ExportOptions(questions=8, inputs=4, max_tokens=8, int8=False, tolerances=loose)
    )
    record: dict[str, Any] = {"export_s": round(time.perf_counter() - began, 1)}
    record["rows_max_abs"] = parity.modalities["image"].fp32.max_abs
    reference = VlmReference(checkpoint)
    with ExactAsk(bundle) as exact:
        size = exact.bundle.manifest.modalities["image"]
        width, height = size.input.width_px, size.input.height_px  # type: ignore[union-attr]
        shown = pictures(arguments.pictures, width, height, seed=1)
        record["exact"] = _texts(reference, exact.answer, shown, arguments)
        record["logits"] = vars(_logits(reference, exact, shown[: arguments.logits], arguments))
        odd = pictures(min(arguments.pictures, 20), width * 3 // 2 + 1, height + 7, seed=2)
        record["resized"] = _texts(reference, exact.answer, odd, arguments)
    with anymal.load(bundle, AssistantOptions(threads=1)) as assistant:
        record["ask"] = _texts(reference, _asking(assistant), shown, arguments)
    return record


def _asking(assistant: Assistant) -> Any:
    def answer(question: str, shown: list[Picture], max_tokens: int) -> str:
        frames = [Frame(0, picture) for picture in shown]
        return assistant.ask(
            question, image=frames, generation=GenerationOptions(max_tokens=max_tokens)
        ).text.strip()

    return answer


def _texts(
    reference: VlmReference, answer: Any, shown: list[Picture], arguments: argparse.Namespace
) -> dict[str, Any]:
    """Greedy texts of both sides over all pictures, one question each."""
    same, different, texts = 0, [], set()
    for number, picture in enumerate(shown):
        question = QUESTIONS[number % len(QUESTIONS)]
        wanted = reference.answer(question, [picture], arguments.max_tokens).strip()
        found = answer(question, [picture], arguments.max_tokens)
        texts.add(wanted)
        same += found == wanted
        if found != wanted and len(different) < SHOWN:
            different.append({"number": number, "wanted": wanted, "found": found})
    return {
        "pictures": len(shown),
        "identical": same,
        "different_texts": len(texts),
        "examples": different,
    }


@torch.no_grad()
def _logits(
    reference: VlmReference, ours: ExactAsk, shown: list[Picture], arguments: argparse.Namespace
) -> LogitsParity:
    """Logits along llama.cpp's own answer, by the reference's language model on the bundle's prompt."""
    model = reference.model
    table = model.get_input_embeddings()
    wanted, found = [], []
    for number, picture in enumerate(shown):
        ours.answer(QUESTIONS[number % len(QUESTIONS)], [picture], arguments.max_tokens)
        tokens = ours.tokens
        spans = [
            table(torch.tensor(piece)) if isinstance(piece, tuple) else torch.from_numpy(piece)
            for piece in ours.prompt
        ]
        rows = torch.cat([*spans, table(torch.tensor(tokens, dtype=torch.int64))])[None]
        logits = model(inputs_embeds=rows, use_cache=False).logits[0, -len(tokens) - 1 :]
        wanted.append(logits.numpy())
        made = {"image": np.stack([piece for piece in ours.prompt if not isinstance(piece, tuple)])}
        found += engine_logits(
            ours.engine, [_slotted(ours.prompt)], made, [ReferenceAnswer(tuple(tokens), wanted[-1])]
        )
    return compare_logits(wanted, found)


def _slotted(prompt: Any) -> Any:
    """Token lists, and slots that count the spans of rows."""
    from anymal.export.held_out import Slot

    rows = iter(range(len(prompt)))
    return [list(piece) if isinstance(piece, tuple) else Slot("image", next(rows)) for piece in prompt]


def main(argv: list[str] | None = None) -> int:
    """Measure and print or write the record."""
    parser = argparse.ArgumentParser(description="A VLM's bundle against transformers' generate.")
    parser.add_argument("--kinds", nargs="+", default=["llava"], help="tiny checkpoints to make")
    parser.add_argument("--checkpoint", type=Path, help="a real checkpoint, instead of tiny ones")
    parser.add_argument("--pictures", type=int, default=100)
    parser.add_argument("--logits", type=int, default=20, help="pictures whose logits are compared")
    parser.add_argument("--max-tokens", type=int, default=24)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in [arguments.checkpoint.name] if arguments.checkpoint else arguments.kinds:
            source = arguments.checkpoint or make_tiny_vlm(work / name, name)
            results[name] = measure(name, source, work / f"{name}-bundle", arguments)
            print(name, json.dumps(results[name]["exact"]), file=sys.stderr, flush=True)
    record = {
        "command": " ".join(["benchmarks/vlm_parity.py", *(argv or sys.argv[1:])]),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cpu": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version()},
        "results": results,
    }
    text = json.dumps(record, indent=1)
    if arguments.output:
        arguments.output.write_text(text + "\n")
    else:
        print(text)
    return 0 if all(one["exact"]["identical"] == one["exact"]["pictures"] for one in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
