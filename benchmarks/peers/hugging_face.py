"""What workers around transformers' `generate` share: a prompt with one picture, a meter in the stream.

Knows processors and streamers; refuses to know who computes the model.
"""

from typing import Any

from PIL import Image
from transformers.generation.streamers import BaseStreamer
from worker import Meter

__all__ = ["Tokens", "prompt_inputs"]


class Tokens(BaseStreamer):  # type: ignore[misc]
    """Tells a meter of every token; the first `put` is the prompt."""

    def __init__(self, meter: Meter) -> None:
        self._meter, self._prompt = meter, True

    def put(self, value: Any) -> None:
        """One call for the prompt, then one for each token."""
        if not self._prompt:
            self._meter.token()
        self._prompt = False

    def end(self) -> None:
        """Nothing is kept."""


def prompt_inputs(model: Any, processor: Any, picture: str, question: str) -> Any:
    """What `generate` takes for `question` about the file `picture`, which is one view."""
    content = [{"type": "image"}, {"type": "text", "text": question}]
    text = processor.apply_chat_template(
        [{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False
    )
    split = {"do_image_splitting": False} if model.config.model_type == "idefics3" else {}
    images = [Image.open(picture).convert("RGB")]
    return processor(images=images, text=text, return_tensors="pt", **split)
