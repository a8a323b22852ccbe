"""This project's own side: a cold `ask`, and live sessions that are open only while they are measured."""

import random
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from worker import serve

import anymal
from anymal.bench.arrivals import Speech
from anymal.bench.memory import peak_rss_mb
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import Frame

READY_S = 60.0
ANSWER_S = 60.0


def all_peak_rss_mb() -> float:
    """Of this process and those its encoders run in."""
    return peak_rss_mb() or 0.0


class Peer:
    """The assistant between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open the bundle `model` with `threads`; random weights may have failed its gate."""
        options = AssistantOptions(threads=given["threads"], allow_unverified=True)
        self.assistant = anymal.load(given["model"], options)
        manifest = self.assistant.bundle.manifest
        encoder = manifest.modalities["image"].precision
        return {
            "version": f"anymal {anymal.__version__}",
            "precision": f"encoder {encoder}, LLM {manifest.llm.quantization}",
        }

    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """A cold answer to `question` about `picture`: the picture is encoded after the question came."""
        generation = GenerationOptions(max_tokens=given["max_tokens"])
        began_s = time.perf_counter()
        shown = Frame(0, np.asarray(Image.open(given["picture"]).convert("RGB")))
        opened_ms = (time.perf_counter() - began_s) * 1e3
        timings = self.assistant.ask(given["question"], image=shown, generation=generation).timings
        return {
            "ttft_ms": opened_ms + timings.ttft_ms,
            "tokens_per_s": timings.decode_tokens_per_s,
            "encode_ms": timings.encode_ms["image"],
            "peak_rss_mb": all_peak_rss_mb(),
        }

    def live(self, given: dict[str, Any]) -> dict[str, Any]:
        """`count` answers of one live session on `recording`, asked at random moments.

        `max_age_s`: as for `LiveSession.ask`. With `word_s` the words of a question come that far apart, and
        it ends with the last, or with `silence_s` so long after it. `age_ms`: of the newest frame at the
        first word.
        """
        dice = random.Random(given["seed"])
        generation = GenerationOptions(max_tokens=given["max_tokens"])
        ttft_ms, age_ms, rates = [], [], []
        camera = f"replay:{Path(given['recording'])}?speed=1"
        options = LiveOptions(history=0)
        with self.assistant.live(camera=camera, options=options, generation=generation) as live:
            if not live.ready(READY_S):
                raise TimeoutError(f"no window within {READY_S:g} s: {live.status().failures}")
            for _ in range(given["count"]):
                time.sleep(dice.uniform(0.5, 1.5))
                if "word_s" in given:
                    speech = Speech(live.draft, given["word_s"], given.get("silence_s", 0.0))
                    speech.say(given["question"])
                answer = live.ask(given["question"], max_age_s=given.get("max_age_s")).answer(ANSWER_S)
                ttft_ms.append(answer.timings.ttft_ms)
                age_ms.append(min(window.age_s for window in answer.windows) * 1e3)
                rates.append(answer.timings.decode_tokens_per_s)
        return {"ttft_ms": ttft_ms, "age_ms": age_ms, "tokens_per_s": rates, "peak_rss_mb": all_peak_rss_mb()}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "live": peer.live})
