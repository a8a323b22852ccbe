"""What transformers itself answers: processor, `generate`, greedy text, of a LLaVA-like checkpoint.

Knows transformers' own front door and nothing of ours, so that a bundle can be held against it.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor, AutoTokenizer


class VlmReference:
    """One checkpoint in float32; `answer` is its greedy text, `prompt_ids` what it was given."""

    def __init__(self, folder: Path) -> None:
        self.model: Any = AutoModelForImageTextToText.from_pretrained(folder, dtype=torch.float32).eval()
        self.folder = folder
        self.kind: str = self.model.config.model_type
        # SmolVLM's processor wants torchvision for videos; Idefics3's is the same for pictures.
        if self.kind == "smolvlm":
            from transformers import Idefics3ImageProcessorPil, Idefics3Processor

            tokenizer = AutoTokenizer.from_pretrained(folder)
            settings = Idefics3ImageProcessorPil.from_pretrained(folder)
            vision = self.model.config.vision_config
            rows = (vision.image_size // vision.patch_size // self.model.config.scale_factor) ** 2
            template = (folder / "chat_template.jinja").read_text()
            self.processor: Any = Idefics3Processor(settings, tokenizer, rows, template)
        else:
            self.processor = AutoProcessor.from_pretrained(folder)
        self.prompt_ids: list[int] = []

    @torch.no_grad()
    def answer(self, question: str, pictures: list[NDArray[np.uint8]], max_tokens: int) -> str:
        """Greedy text about `pictures` [H, W, 3], all shown before the question."""
        content = [*({"type": "image"} for _ in pictures), {"type": "text", "text": question}]
        text = self.processor.apply_chat_template(
            [{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False
        )
        images = [Image.fromarray(picture) for picture in pictures]
        options = {"do_sample": False, "max_new_tokens": max_tokens}
        if self.kind == "llava_next":
            ids = self.model.generate(**self._one_tile(text, images), **options)[0]
            return str(self.processor.tokenizer.decode(ids, skip_special_tokens=True))
        split = {"do_image_splitting": False} if self.kind in ("idefics3", "smolvlm") else {}
        inputs = self.processor(images=images or None, text=text, return_tensors="pt", **split)
        self.prompt_ids = inputs["input_ids"][0].tolist()
        ids = self.model.generate(**inputs, **options)[0, len(self.prompt_ids) :]
        return str(self.processor.tokenizer.decode(ids, skip_special_tokens=True))

    def _one_tile(self, text: str, images: list[Image.Image]) -> dict[str, Any]:
        """LLaVA-NeXT's own parts on whole pictures, which its processor always cuts into tiles."""
        from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

        model, tokenizer = self.model, self.processor.tokenizer
        whole = CLIPImageProcessorPil.from_pretrained(self.folder)
        ids = tokenizer(text, return_tensors="pt")["input_ids"]
        table = model.get_input_embeddings()
        spans, start = [], 0
        places = (ids[0] == model.config.image_token_id).nonzero()[:, 0].tolist()
        for place, image in zip(places, images, strict=True):
            tile = whole(image, return_tensors="pt")["pixel_values"]
            hidden = model.model.vision_tower(tile, output_hidden_states=True).hidden_states
            rows = model.model.multi_modal_projector(hidden[model.config.vision_feature_layer][:, 1:])
            spans += [table(ids[0, start:place]), rows[0], model.model.image_newline[None]]
            start = place + 1
        embeds = torch.cat([*spans, table(ids[0, start:])])[None]
        return {"inputs_embeds": embeds, "attention_mask": torch.ones(embeds.shape[:2], dtype=torch.int64)}
