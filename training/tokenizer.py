"""Trains the nano vocabulary: SentencePiece BPE with byte fallback, as llama.cpp's converter wants it.

Knows SentencePiece's options; refuses to know where the sentences come from.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import sentencepiece

from anymal.training.chat_format import ASSISTANT, END, SYSTEM, THINK, THOUGHT, USER

__all__ = ["train_tokenizer"]


def train_tokenizer(sentences: Iterable[str], count: int, vocabulary: int, model: Path) -> None:
    """Write a SentencePiece model of `vocabulary` pieces, learned from the first `count` sentences.

    No dummy prefix, no normalisation, no white-space clean-up: tokenising a text in parts gives
    the same ids as the parts of the whole, which lets soft tokens stand between them.
    """
    model.parent.mkdir(parents=True, exist_ok=True)
    staged = model.with_suffix(".staged")
    with staged.open("wb") as writer:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=_lines(islice(sentences, count)),
            model_writer=writer,
            model_type="bpe",
            vocab_size=vocabulary,
            byte_fallback=True,
            split_digits=True,
            add_dummy_prefix=False,
            normalization_rule_name="identity",
            remove_extra_whitespaces=False,
            control_symbols=[SYSTEM, USER, ASSISTANT, END, THINK, THOUGHT],
            user_defined_symbols=["\n"],
            required_chars="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,?!'\"-:;()",
            unk_id=0,
            bos_id=1,
            eos_id=2,
            pad_id=-1,
            num_threads=os.cpu_count() or 1,
            minloglevel=2,
        )
    staged.replace(model)


def _lines(sentences: Iterable[str]) -> Iterator[str]:
    """SentencePiece reads one line at a time; the newline piece is user-defined."""
    for sentence in sentences:
        yield from (line for line in sentence.split("\n") if line)
