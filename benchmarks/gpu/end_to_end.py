"""The same questions to one bundle on the CPU and on the GPU: answers that differ, and where the time went.

Everything a user gets (encoders chosen by what is here, LLM with all layers on the GPU) through
`anymal.load(...).ask`; the pictures, sounds and motions are the demo's own.

    python benchmarks/gpu/end_to_end.py --bundle nano --output benchmarks/results/gpu_end_to_end.json
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import anymal
from anymal.runtime.answer import Answer
from anymal.runtime.demo_samples import write_samples
from anymal.runtime.options import AssistantOptions, Device, GenerationOptions

from gpu_record import percentiles, write_record  # isort: skip

QUESTIONS = (
    "What do you see?",
    "What do you hear?",
    "What am I doing?",
    "What is going on?",
    "Is there a red circle?",
    "How many shapes are there?",
)


def ask_all(bundle: str, device: Device, given: list[dict[str, Any]], rounds: int) -> dict[str, Any]:
    """Every question about every set of senses, `rounds` times; the answers are those of the last round."""
    answers: list[Answer] = []
    times: dict[str, list[float]] = {"ttft_ms": [], "prefill_ms": [], "encode_ms": [], "tokens_per_s": []}
    options = AssistantOptions(device=device, allow_unverified=True, reuse=False)
    with anymal.load(bundle, options) as assistant:
        for number in range(rounds + 1):
            answers = [
                assistant.ask(question, generation=GenerationOptions(max_tokens=48), **senses)
                for senses in given
                for question in QUESTIONS
            ]
            if number:  # the first round warms
                for answer in answers:
                    times["ttft_ms"].append(answer.timings.ttft_ms)
                    times["prefill_ms"].append(answer.timings.prefill_ms)
                    times["encode_ms"].append(sum(answer.timings.encode_ms.values()))
                    times["tokens_per_s"].append(answer.timings.decode_tokens_per_s)
        backends = {
            name: f"{assistant._senses.encoder(name).reason}"
            for name in assistant.modalities
            if name != "video"
        }
        backends["llm"] = assistant._model.reason
    return {
        "backends": backends,
        "texts": [answer.text for answer in answers],
        **{name: percentiles(values) for name, values in times.items()},
    }


def main() -> None:
    """Ask on both, compare, print and write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        samples = write_samples(Path(folder))
        given: list[dict[str, Any]] = [
            {"image": samples.picture},
            {"audio": samples.beeping},
            {"imu": samples.walking},
            {"image": samples.picture, "audio": samples.tone, "imu": samples.sitting},
        ]
        cpu = ask_all(arguments.bundle, "cpu", given, arguments.rounds)
        gpu = ask_all(arguments.bundle, "gpu", given, arguments.rounds)
    pairs = list(zip(cpu["texts"], gpu["texts"], strict=True))
    results = {
        "bundle": arguments.bundle,
        "questions": len(pairs),
        "answers_changed": sum(one != other for one, other in pairs),
        "first_changed": next(([*pair] for pair in pairs if pair[0] != pair[1]), None),
        "cpu": {name: value for name, value in cpu.items() if name != "texts"},
        "gpu": {name: value for name, value in gpu.items() if name != "texts"},
    }
    write_record(results, arguments.output)


if __name__ == "__main__":
    main()
