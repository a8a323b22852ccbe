"""How large an embedding row must be for llama.cpp, which scales tokens and rows as no other program does.

Knows, per architecture, what llama.cpp multiplies tokens and raw rows by and what transformers does;
refuses to trust that: `rows_like_tokens` measures it in the GGUF itself. Sources: `inpL = ggml_scale`
in src/models/*.cpp and `llm_graph_context::build_inp_embd` of llama.cpp; `embed_scale` in modeling_*.py
of transformers 5.
"""

import math
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from anymal.engines.gguf_header import GgufHeader
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import ExportError

__all__ = ["ScaledRows", "embedding_scale", "read_token_rows", "rows_like_tokens", "token_row_scale"]

# llama.cpp multiplies tokens by sqrt(n_embd) and leaves raw rows as they are, as transformers does.
TOKENS_ALONE = ("gemma-embedding", "gemma3", "gemma3n", "gemma4")
# llama.cpp multiplies tokens and raw rows by sqrt(n_embd), transformers tokens alone.
ROWS_TOO = ("gemma", "gemma2")
# The same with a factor of their own: {architecture}.embedding_scale, else this.
ROWS_TOO_BY = {"minicpm": 12.0, "minicpm3": 12.0}
PROBES = 5


def embedding_scale(header: GgufHeader) -> float:
    """What rows that suit `transformers(inputs_embeds=rows)` are multiplied by before llama.cpp reads them.

    1 for most; 1/sqrt(n_embd) for Gemma 1 and 2, whose rows llama.cpp scales along with the tokens.
    """
    if header.architecture in ROWS_TOO:
        return 1 / math.sqrt(header.of_architecture("embedding_length"))
    if header.architecture in ROWS_TOO_BY:
        return 1 / float(header.of_architecture("embedding_scale") or ROWS_TOO_BY[header.architecture])
    return 1.0


def token_row_scale(header: GgufHeader) -> float:
    """What a row of `token_embd.weight` is multiplied by to be, as a raw row, what its token is to llama.cpp.

    sqrt(n_embd) for Gemma 3 and later, 1 for all others: soft tokens have the size of text when their
    norms are near those of `token_row_scale * token_embd.weight`.
    """
    if header.architecture in TOKENS_ALONE:
        return math.sqrt(header.of_architecture("embedding_length"))
    return 1.0


def rows_like_tokens(engine: LlamaEngine, header: GgufHeader) -> float:
    """Largest difference of logits between a few tokens and their own rows, in standard deviations.

    Near 0 when `token_row_scale` is right for this LLM; of the order of 1 when llama.cpp does
    something else with tokens than look up a row and scale it. The engine is left empty.
    """
    # From the middle of the vocabulary: control tokens at its ends are often untrained.
    step = max(1, engine.n_vocab // (PROBES + 1))
    tokens = [min(engine.n_vocab - 1, (number + 1) * step) for number in range(PROBES)]
    rows = read_token_rows(header.path, tokens) * np.float32(token_row_scale(header))
    engine.clear()
    engine.decode_tokens(tokens, 0, all_logits=True)
    wanted = np.stack([engine.logits(index) for index in range(PROBES)])
    engine.clear()
    engine.decode_rows(rows, 0, all_logits=True)
    found = np.stack([engine.logits(index) for index in range(PROBES)])
    engine.clear()
    return float(np.abs(wanted - found).max() / max(float(wanted.std()), 1e-12))


def read_token_rows(path: Path, tokens: list[int]) -> NDArray[np.float32]:
    """Rows float32 [n, n_embd] of `token_embd.weight` in the GGUF at `path`, as stored, dequantised."""
    from gguf import GGUFReader
    from gguf.quants import dequantize

    tensor = next((one for one in GGUFReader(path).tensors if one.name == "token_embd.weight"), None)
    if tensor is None:
        raise ExportError(f"{path.name}: has no tensor token_embd.weight; convert the model again")
    return np.ascontiguousarray(dequantize(tensor.data[tokens], tensor.tensor_type), dtype=np.float32)


class ScaledRows(nn.Module):
    """A modality whose rows are multiplied by `embedding_scale`, inside the graph that is exported."""

    def __init__(self, modality: nn.Module, scale: float) -> None:
        super().__init__()
        self.modality, self.scale = modality, scale
        self.options: Any = modality.options
        self.train(modality.training)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Raw batch to rows float32 [B, tokens, n_embd] as llama.cpp wants them."""
        return cast(torch.Tensor, self.modality(raw)) * self.scale
