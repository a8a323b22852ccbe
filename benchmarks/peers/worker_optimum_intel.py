"""OpenVINO on CPU through optimum-intel: transformers' own `generate` around OpenVINO's graphs.

Knows the class that runs every shape optimum-intel exports; `encode_ms` is the vision graph as `generate`
calls it.
"""

import time
from importlib import metadata
from typing import Any

import torch
import transformers
from hugging_face import Tokens, prompt_inputs
from optimum.intel import OVModelForVisualCausalLM
from transformers import AutoProcessor
from worker import Meter, peak_rss_mb, serve


class Peer:
    """The model between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open the folder `model` with `threads`."""
        torch.set_num_threads(given["threads"])
        folder, options = given["model"], {"INFERENCE_NUM_THREADS": str(given["threads"])}
        self.model: Any = OVModelForVisualCausalLM.from_pretrained(folder, device="CPU", ov_config=options)
        self.processor: Any = AutoProcessor.from_pretrained(folder)
        self.encode_ms = 0.0
        self._vision, self.model.get_vision_embeddings = self.model.get_vision_embeddings, self._timed
        versions = (
            f"optimum-intel {metadata.version('optimum-intel')}, transformers {transformers.__version__}"
        )
        return {"version": versions, "precision": "int8 weights, one view"}

    def _timed(self, *given: Any, **named: Any) -> Any:
        began_s = time.perf_counter()
        found = self._vision(*given, **named)
        if found is not None:  # it is asked again for every token, and then has nothing to do
            self.encode_ms = (time.perf_counter() - began_s) * 1e3
        return found

    @torch.no_grad()
    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        inputs = prompt_inputs(self.model, self.processor, given["picture"], given["question"])
        count = given["max_tokens"]
        options = {"do_sample": False, "max_new_tokens": count, "min_new_tokens": count}
        self.model.generate(**inputs, **options, streamer=Tokens(meter))
        return {**meter.figures(), "encode_ms": self.encode_ms, "peak_rss_mb": peak_rss_mb()}

    @torch.no_grad()
    def rows(self, given: dict[str, Any]) -> dict[str, Any]:
        """The rows of `picture`, for tests that compare them."""
        inputs = prompt_inputs(self.model, self.processor, given["picture"], "What?")
        return {"rows": self._vision(**inputs)[0].tolist()}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "rows": peer.rows})
