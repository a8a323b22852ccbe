"""transformers on CPU: processor, `generate` with a streamer, float32, the picture as one view."""

import time
from typing import Any

import torch
import transformers
from hugging_face import Tokens, prompt_inputs
from transformers import AutoModelForImageTextToText, AutoProcessor
from worker import Meter, peak_rss_mb, serve


class Peer:
    """The model between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open `model` with `threads`."""
        torch.set_num_threads(given["threads"])
        folder = given["model"]
        self.model: Any = AutoModelForImageTextToText.from_pretrained(folder, dtype=torch.float32).eval()
        self.processor: Any = AutoProcessor.from_pretrained(folder)
        versions = f"transformers {transformers.__version__}, torch {torch.__version__}"
        return {"version": versions, "precision": "fp32, one view"}

    @torch.no_grad()
    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        count = given["max_tokens"]
        inputs = prompt_inputs(self.model, self.processor, given["picture"], given["question"])
        options = {"do_sample": False, "max_new_tokens": count, "min_new_tokens": count}
        self.model.generate(**inputs, **options, streamer=Tokens(meter))
        return {**meter.figures(), "peak_rss_mb": peak_rss_mb()}

    @torch.no_grad()
    def encode(self, given: dict[str, Any]) -> dict[str, Any]:
        """Tower and projector on the pixels of `picture`, which are ready."""
        inputs = prompt_inputs(self.model, self.processor, given["picture"], "What?")
        began_s = time.perf_counter()
        self.model.get_image_features(pixel_values=inputs["pixel_values"])
        return {"encode_ms": (time.perf_counter() - began_s) * 1e3}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "encode": peer.encode})
