"""Tiny random vision-language checkpoints made on the spot from transformers' own config classes.

Knows LLaVA-1.5, LLaVA-NeXT and Idefics3/SmolVLM folders as the hub has them: weights, tokenizer,
preprocessor and chat template; the models know nothing and answer noise.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from transformers import (
    CLIPVisionConfig,
    Idefics3Config,
    Idefics3ForConditionalGeneration,
    LlamaConfig,
    LlamaTokenizer,
    LlavaConfig,
    LlavaForConditionalGeneration,
    LlavaNextConfig,
    LlavaNextForConditionalGeneration,
    SiglipVisionConfig,
    SmolVLMConfig,
    SmolVLMForConditionalGeneration,
)

SIDE = 32
# As llava-hf/llava-1.5-7b-hf writes it, whitespace aside.
LLAVA_TEMPLATE = (
    "{% for message in messages %}{% if message['role'] != 'system' %}{{ message['role'].upper() + ': '}}"
    "{% endif %}{% for content in message['content'] | selectattr('type', 'equalto', 'image') %}"
    "{{ '<image>\n' }}{% endfor %}{% if message['role'] != 'assistant' %}"
    "{% for content in message['content'] | selectattr('type', 'equalto', 'text') %}"
    "{{ content['text'] + ' '}}{% endfor %}{% else %}"
    "{% for content in message['content'] | selectattr('type', 'equalto', 'text') %}"
    "{% generation %}{{ content['text'] + ' '}}{% endgeneration %}{% endfor %}{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif %}"
)
# As HuggingFaceTB/SmolVLM-Instruct writes it.
SMOLVLM_TEMPLATE = (
    "<|im_start|>{% for message in messages %}{{message['role'] | capitalize}}"
    "{% if message['content'][0]['type'] == 'image' %}{{':'}}{% else %}{{': '}}{% endif %}"
    "{% for line in message['content'] %}{% if line['type'] == 'text' %}{{line['text']}}"
    "{% elif line['type'] == 'image' %}{{ '<image>' }}{% endif %}{% endfor %}<end_of_utterance>\n"
    "{% endfor %}{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)
SENTENCES = (
    "USER: What is in the picture? ASSISTANT: A red circle on a blue ground.",
    "User: How many dogs are there? Assistant: There are two dogs and a cat.",
    "Describe the image. It shows a street with a car, a tree and a house.",
)
LLAVA_CONTROLS = ("<image>",)
SMOLVLM_CONTROLS = (
    "<image>",
    "<fake_token_around_image>",
    "<global-img>",
    "<end_of_utterance>",
    "<|im_start|>",
)


def make_tiny_vlm(folder: Path, kind: str) -> Path:
    """Fill `folder` with a checkpoint of `kind`: llava, llava_siglip, llava_next, idefics3 or smolvlm.

    `llava_siglip` is LLaVA with a SigLIP tower read at its last block, all positions.
    """
    torch.manual_seed(11)
    smol = kind in ("idefics3", "smolvlm")
    folder.mkdir(parents=True, exist_ok=True)
    controls = SMOLVLM_CONTROLS if smol else LLAVA_CONTROLS
    pieces = _make_tokenizer(folder, controls, "<end_of_utterance>" if smol else "</s>")
    _make_model(kind, pieces, controls).save_pretrained(folder)
    template = SMOLVLM_TEMPLATE if smol else LLAVA_TEMPLATE
    (folder / "chat_template.jinja").write_text(template)
    (folder / "preprocessor_config.json").write_text(json.dumps(_preprocessor(kind)))
    (folder / "processor_config.json").write_text(json.dumps(_processor(kind)))
    return folder


def _make_tokenizer(folder: Path, controls: Sequence[str], end: str) -> sentencepiece.SentencePieceProcessor:
    """A SentencePiece vocabulary as Llama's: a space before every text, bytes for the unknown."""
    with (folder / "tokenizer.model").open("wb") as writer:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(SENTENCES),
            model_writer=writer,
            model_type="bpe",
            vocab_size=360,
            byte_fallback=True,
            normalization_rule_name="identity",
            remove_extra_whitespaces=False,
            control_symbols=list(controls),
            hard_vocab_limit=False,
            num_threads=1,
            minloglevel=2,
        )
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    special = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False, "special": True}
    names = ["<unk>", "<s>", "</s>", *controls]
    config = {
        "tokenizer_class": "LlamaTokenizer",
        "add_bos_token": True,
        "add_eos_token": False,
        "legacy": True,
        "bos_token": "<s>",
        "eos_token": end,
        "unk_token": "<unk>",
        "image_token": "<image>",
        "added_tokens_decoder": {str(pieces.piece_to_id(n)): {"content": n, **special} for n in names},
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    # tokenizer.json with Llama's own rules for spaces, as checkpoints on the hub have it.
    with tempfile.TemporaryDirectory() as scratch:
        LlamaTokenizer.from_pretrained(folder).save_pretrained(scratch)
        (folder / "tokenizer.json").write_bytes((Path(scratch) / "tokenizer.json").read_bytes())
    return pieces


def _make_model(kind: str, pieces: sentencepiece.SentencePieceProcessor, controls: Sequence[str]) -> Any:
    end = "<end_of_utterance>" if "<end_of_utterance>" in controls else "</s>"
    text = LlamaConfig(
        vocab_size=pieces.get_piece_size(),
        hidden_size=64,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=256,
        rms_norm_eps=1e-5,
        initializer_range=0.3,
        bos_token_id=1,
        eos_token_id=pieces.piece_to_id(end),
        pad_token_id=0,
        tie_word_embeddings=False,
    )
    small = {"hidden_size": 32, "intermediate_size": 48, "num_attention_heads": 2, "image_size": SIDE}
    image_id = pieces.piece_to_id("<image>")
    if kind in ("idefics3", "smolvlm"):
        config, model = (
            (Idefics3Config, Idefics3ForConditionalGeneration)
            if kind == "idefics3"
            else (SmolVLMConfig, SmolVLMForConditionalGeneration)
        )
        vision = {**small, "num_hidden_layers": 2, "patch_size": 8}
        made = model(
            config(
                vision_config=vision,
                text_config=text,
                scale_factor=2,
                image_token_id=image_id,
                tie_word_embeddings=False,
            )
        )
    else:
        tower: Any = CLIPVisionConfig(**small, num_hidden_layers=3, patch_size=8, projection_dim=32)
        config, model = (
            (LlavaConfig, LlavaForConditionalGeneration)
            if kind.startswith("llava") and kind != "llava_next"
            else (LlavaNextConfig, LlavaNextForConditionalGeneration)
        )
        read: dict[str, Any] = {}
        if kind == "llava_siglip":
            tower = SiglipVisionConfig(**small, num_hidden_layers=3, patch_size=8)
            read = {"vision_feature_layer": -1, "vision_feature_select_strategy": "full"}
        common = {"text_config": text, "image_token_id": image_id, "tie_word_embeddings": False}
        made = model(config(vision_config=tower, **common, **read))
    _widen(made)
    with torch.no_grad():
        # Bytes that are no UTF-8 are spelled differently everywhere: this model says none.
        mute = [n for n in range(pieces.get_piece_size()) if pieces.is_byte(n) or pieces.is_control(n)]
        made.lm_head.weight[mute] = 0.0
    return made.eval()


def _widen(model: Any) -> None:
    """Weights so wide that pictures matter and near-ties are rare."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.ndim >= 2 and "language_model" not in name and "text_model" not in name:
                weight.normal_(0.0, 0.3)


def _processor(kind: str) -> dict[str, Any]:
    if kind in ("idefics3", "smolvlm"):
        return {"image_seq_len": (SIDE // 8 // 2) ** 2}
    if kind == "llava_siglip":
        return {"patch_size": 8, "vision_feature_select_strategy": "full", "num_additional_image_tokens": 0}
    return {"patch_size": 8, "vision_feature_select_strategy": "default", "num_additional_image_tokens": 1}


def _preprocessor(kind: str) -> dict[str, Any]:
    if kind in ("idefics3", "smolvlm"):
        return {
            "image_processor_type": "Idefics3ImageProcessor",
            "do_image_splitting": False,
            "max_image_size": {"longest_edge": SIDE},
            "size": {"longest_edge": SIDE},  # 4 * SIDE on the hub: there and back is not the same picture
            "image_mean": [0.5, 0.5, 0.5],
            "image_std": [0.5, 0.5, 0.5],
            "rescale_factor": 1 / 255,
        }
    return {
        "image_processor_type": "LlavaNextImageProcessor" if kind == "llava_next" else "CLIPImageProcessor",
        "crop_size": {"height": SIDE, "width": SIDE},
        "size": {"shortest_edge": SIDE},
        "do_center_crop": True,
        "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "image_std": [0.26862954, 0.26130258, 0.27577711],
        "rescale_factor": 1 / 255,
        "resample": 3,
    }
