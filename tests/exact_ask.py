"""Questions put to a bundle as `ask` does, with the LLM comparable: no flash attention, f32 cache.

Knows the device's parts; refuses to know what the answers are compared with.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anymal.engines.bundle import load_bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.runtime.generation import Generation
from anymal.runtime.options import GenerationOptions
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Sensed
from anymal.runtime.text_stream import TextStream
from anymal.samples import Frame


class ExactAsk:
    """One open bundle that sees; use it with `with`. `tokens` and `prompt` are those of the last answer."""

    def __init__(self, folder: Path) -> None:
        self.bundle = load_bundle(folder)
        self.encoder = open_encoder(self.bundle, "image", 1, "cpu")
        options = LlamaOptions(
            n_ctx=self.bundle.manifest.llm.n_ctx, threads=1, flash_attention=False, kv_f32=True
        )
        self.engine = LlamaEngine(self.bundle.llm_path, options, self.bundle.llm_header)
        self.tokens: list[int] = []
        self.prompt: list[tuple[int, ...] | NDArray[np.float32]] = []

    def answer(self, question: str, pictures: list[NDArray[np.uint8]], max_tokens: int) -> str:
        """Greedy text about `pictures` [H, W, 3]."""
        sensed = [Sensed("image", (self.encoder.encode(Frame(0, picture)),)) for picture in pictures]
        spec = self.bundle.manifest.prompt
        self.prompt = build_prompt(self.engine, self.engine.chat_template, spec, question, sensed)
        answering = Generation(self.engine, GenerationOptions(max_tokens=max_tokens))
        answering.prefill(self.prompt)
        self.tokens = list(answering.tokens())
        stream = TextStream()
        text = "".join(stream.push(self.engine.piece(token)) for token in self.tokens)
        return (text + stream.finish()).strip()

    def __enter__(self) -> "ExactAsk":
        return self

    def __exit__(self, *_: object) -> None:
        self.encoder.close()
        self.engine.close()
