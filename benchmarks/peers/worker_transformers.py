"""transformers on CPU: processor, `generate` with a streamer, float32, the picture as one view."""

import time
from typing import Any

import torch
import transformers
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor
from transformers.generation.streamers import BaseStreamer
from worker import Meter, peak_rss_mb, serve


class _Tokens(BaseStreamer):
    """Tells a meter of every token; the first `put` is the prompt."""

    def __init__(self, meter: Meter) -> None:
        self._meter, self._prompt = meter, True

    def put(self, value: Any) -> None:
        if not self._prompt:
            self._meter.token()
        self._prompt = False

    def end(self) -> None:
        """Nothing is kept."""


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

    def _inputs(self, picture: str, question: str) -> Any:
        content = [{"type": "image"}, {"type": "text", "text": question}]
        text = self.processor.apply_chat_template(
            [{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False
        )
        split = {"do_image_splitting": False} if self.model.config.model_type == "idefics3" else {}
        images = [Image.open(picture).convert("RGB")]
        return self.processor(images=images, text=text, return_tensors="pt", **split)

    @torch.no_grad()
    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        count = given["max_tokens"]
        inputs = self._inputs(given["picture"], given["question"])
        options = {"do_sample": False, "max_new_tokens": count, "min_new_tokens": count}
        self.model.generate(**inputs, **options, streamer=_Tokens(meter))
        return {**meter.figures(), "peak_rss_mb": peak_rss_mb()}

    @torch.no_grad()
    def encode(self, given: dict[str, Any]) -> dict[str, Any]:
        """Tower and projector on the pixels of `picture`, which are ready."""
        inputs = self._inputs(given["picture"], "What?")
        began_s = time.perf_counter()
        self.model.get_image_features(pixel_values=inputs["pixel_values"])
        return {"encode_ms": (time.perf_counter() - began_s) * 1e3}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "encode": peer.encode})
