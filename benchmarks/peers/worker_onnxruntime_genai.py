"""onnxruntime-genai on CPU: its multimodal pipeline around graphs that `genai_files.py` put together.

Knows how genai is fed by name, as its own processors do: none of them is for these models, so the picture is
resized here as our own device does, and the tokens of the prompt come from the checkpoint's tokenizer.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime_genai as og
from PIL import Image
from tokenizers import Tokenizer
from worker import Meter, peak_rss_mb, serve

CONTEXT = 2048


class Peer:
    """The model between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open the folder `model` with `threads`."""
        folder = Path(given["model"])
        peer = json.loads((folder / "peer.json").read_text(encoding="utf-8"))
        rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
        self.rows, self.side_px = rows["rows"], peer["side_px"]
        self.prompt = peer["prompt"].replace(
            "<image>", peer["around"][0] + "<image>" * self.rows + peer["around"][1]
        )
        config = og.Config(str(folder))
        session = {"session_options": {"intra_op_num_threads": given["threads"]}}
        config.overlay(json.dumps({"model": dict.fromkeys(("decoder", "vision", "embedding"), session)}))
        self.model = og.Model(config)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return {
            "version": f"onnxruntime-genai {og.__version__}",
            "precision": "encoder as ours, LLM int8 weights",
        }

    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        side = (self.side_px, self.side_px)
        shown = Image.open(given["picture"]).convert("RGB").resize(side, Image.Resampling.BICUBIC)
        ids = self.tokenizer.encode(self.prompt.replace("{question}", given["question"])).ids
        parameters = og.GeneratorParams(self.model)
        count = given["max_tokens"]
        parameters.set_search_options(
            max_length=len(ids) + count, min_length=len(ids) + count, do_sample=False
        )
        generator = og.Generator(self.model, parameters)
        inputs = og.NamedTensors()
        inputs["input_ids"] = og.Tensor(np.array([ids], np.int32))
        inputs["pixel_values"] = og.Tensor(np.asarray(shown)[None])
        inputs["num_image_tokens"] = og.Tensor(np.array([self.rows], np.int64))
        generator.set_inputs(inputs)
        for _ in range(count):
            generator.generate_next_token()
            meter.token()
        return {**meter.figures(), "peak_rss_mb": peak_rss_mb()}

    def encode(self, given: dict[str, Any]) -> dict[str, Any]:
        """Nothing: the pipeline does not tell how long its vision graph took, which is our encoder's."""
        return {}


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "encode": peer.encode})
