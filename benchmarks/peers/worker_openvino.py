"""OpenVINO GenAI's VLMPipeline on CPU, on what optimum-intel exported.

Knows its token streamer and its figures; `encode_ms` is what it says its vision encoding took.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import openvino_genai
from openvino import Tensor
from PIL import Image
from worker import Meter, peak_rss_mb, serve


class _Tokens(openvino_genai.StreamerBase):  # type: ignore[misc]
    """Tells a meter of every token."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter

    def write(self, token: Any) -> Any:
        for _ in token if isinstance(token, list) else [token]:
            self._meter.token()
        return openvino_genai.StreamingStatus.RUNNING

    def end(self) -> None:
        """Nothing is kept."""


class Peer:
    """The pipeline between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open the folder `model` with `threads`."""
        folder = Path(given["model"])
        self.prompt: str = json.loads((folder / "peer.json").read_text(encoding="utf-8"))["prompt"]
        options = {"INFERENCE_NUM_THREADS": given["threads"]}
        self.pipeline = openvino_genai.VLMPipeline(folder, "CPU", **options)
        return {"version": f"openvino-genai {openvino_genai.__version__}", "precision": "int8 weights"}

    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        count = given["max_tokens"]
        config = openvino_genai.GenerationConfig()
        config.max_new_tokens = config.min_new_tokens = count
        config.ignore_eos, config.do_sample, config.apply_chat_template = True, False, False
        shown = Tensor(np.asarray(Image.open(given["picture"]).convert("RGB"))[None])
        prompt = self.prompt.replace("{question}", given["question"])
        told = self.pipeline.generate(
            prompt, images=[shown], generation_config=config, streamer=_Tokens(meter)
        )
        encode_ms = told.perf_metrics.get_vision_encoding_duration().mean
        return {**meter.figures(), "encode_ms": encode_ms, "peak_rss_mb": peak_rss_mb()}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask})
