"""The reference multimodal forward: token ids and soft-token rows, interleaved, through a Hugging Face LLM.

Knows how parts become one sequence of input embeddings and what greedy means; refuses to know
prompts, encoders and llama.cpp. Every faster path is measured against this one.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias, cast

import torch
from torch import nn

from anymal.errors import ConfigError

__all__ = ["MultimodalLm", "Part", "load_llm"]

# Token ids, or rows float32 [n, n_embd] that stand in the place of tokens.
Part: TypeAlias = Sequence[int] | torch.Tensor


def load_llm(folder: Path) -> Any:
    """The float32 `LlamaForCausalLM` (or another causal LM) of a Hugging Face folder, in evaluation mode.

    Nothing is downloaded: raises `ConfigError` when the folder has no `config.json`.
    """
    from transformers import AutoModelForCausalLM
    from transformers.utils.logging import disable_progress_bar

    if not (folder / "config.json").is_file():
        raise ConfigError(f"{folder}: no config.json; wanted a folder that save_pretrained() wrote")
    disable_progress_bar()  # two lines of noise for a model that loads in no time
    llm = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
    return llm.eval()


class MultimodalLm(nn.Module):
    """A causal LM that reads parts; batch of one, the whole sequence at once: slow and plain on purpose."""

    def __init__(self, llm: Any) -> None:
        super().__init__()
        self.llm = llm

    def embed(self, parts: Sequence[Part]) -> torch.Tensor:
        """Input embeddings float32 [n, n_embd] of all parts, one after the other.

        Raises `ConfigError` when rows are not as wide as the LLM's embeddings.
        """
        table: nn.Embedding = self.llm.get_input_embeddings()
        spans = []
        for part in parts:
            if not isinstance(part, torch.Tensor):
                ids = torch.tensor(list(part), dtype=torch.int64, device=table.weight.device)
                spans.append(table(ids))
            elif part.ndim == 2 and part.shape[1] == table.embedding_dim:
                spans.append(part.to(table.weight))
            else:
                wanted = f"[n, {table.embedding_dim}]"
                raise ConfigError(f"soft-token rows have shape {list(part.shape)}; the LLM reads {wanted}")
        return torch.cat(spans)

    def forward(self, parts: Sequence[Part]) -> torch.Tensor:
        """Logits float32 [n, n_vocab] after every position of `parts`."""
        output = self.llm(inputs_embeds=self.embed(parts)[None], use_cache=False)
        return cast(torch.Tensor, output.logits[0])

    @torch.no_grad()
    def greedy(self, parts: Sequence[Part], max_tokens: int, end_ids: Collection[int] = ()) -> list[int]:
        """Up to `max_tokens` most likely tokens after `parts`; stops before the first of `end_ids`."""
        tokens: list[int] = []
        for logits in self._steps(parts, tokens):
            best = int(logits.argmax())
            if best in end_ids or len(tokens) >= max_tokens:
                break
            tokens.append(best)
        return tokens

    def _steps(self, parts: Sequence[Part], tokens: list[int]) -> Iterator[torch.Tensor]:
        """Logits [n_vocab] of the next token, each time fed what was last put into `tokens`."""
        rows = self.embed(parts)[None]
        cache = None
        while True:
            output = self.llm(inputs_embeds=rows, past_key_values=cache, use_cache=True)
            cache = output.past_key_values
            yield output.logits[0, -1]
            rows = self.embed([tokens[-1:]])[None]
