"""What the physics of a machine allow a stage: bytes over bandwidth, operations over rate.

Knows the tensors of a GGUF and how often a token reads them (as the roofline of Williams, Waterman and
Patterson counts); refuses to measure. The operations of an encoder are counted in `onnx_work`.
"""

from collections.abc import Mapping

from anymal.bench.rates import Rates
from anymal.bench.record import Figure, Floor, in_threads
from anymal.engines.gguf_header import GgufHeader

__all__ = ["decode_bytes", "decode_floor", "encoder_floor", "prefill_floor", "prefill_flops", "rate_figures"]

EMBEDDING, OUTPUT = "token_embd.weight", "output.weight"
KV_BYTES = 2
"""Keys and values are kept in f16."""


def decode_bytes(header: GgufHeader, positions: int) -> float:
    """Return the bytes one token must read: every weight once, and keys and values of `positions`.

    Of the embedding table a token reads one row, unless the table is the output matrix too. A mixture of
    experts reads fewer: its floor would be too high, and `decode_floor` gives none.
    """
    weights = sum(
        tensor.n_bytes
        for name, tensor in header.tensors.items()
        if name != EMBEDDING or OUTPUT not in header.tensors
    )
    return float(weights + positions * KV_BYTES * _kv_values(header))


def prefill_flops(header: GgufHeader, rows: int, context: int = 0) -> float:
    """Return the floating-point operations of `rows` positions after `context`, none of them with logits.

    Two per weight and position, and four per attention score and value: two products as wide as all heads.
    """
    weights = sum(
        tensor.shape[0] * tensor.shape[1]
        for name, tensor in header.tensors.items()
        if len(tensor.shape) == 2 and name not in (EMBEDDING, OUTPUT)
    )
    seen = rows * context + rows * (rows + 1) / 2  # pairs of a position and one it may look at
    return float(rows * 2 * weights + 4 * _blocks(header) * _query_values(header) * seen)


def output_flops(header: GgufHeader) -> float:
    """Return the floating-point operations of one position's logits."""
    table = header.tensors.get(OUTPUT) or header.tensors.get(EMBEDDING)
    return 2.0 * table.shape[0] * table.shape[1] if table is not None and len(table.shape) == 2 else 0.0


def decode_floor(header: GgufHeader, one: Figure, positions: int, rates: Rates) -> Floor | None:
    """Return the floor of figure `one` (ms per token), None for a model whose tokens read only parts."""
    if header.of_architecture("expert_count") or not _blocks(header):
        return None
    work = decode_bytes(header, positions)
    floor_ms = work / rates.bandwidth * 1e3
    note = f"weights and keys and values of {positions} positions; {in_threads(rates.threads)}"
    if work < 64 << 20:
        note += "; the weights may stay in a cache, so more than 100 % is possible"
    flops = prefill_flops(header, 1, positions) + output_flops(header)
    return Floor("bandwidth", work, rates.bandwidth, floor_ms, floor_ms / one.p50, note, work, flops)


def prefill_floor(header: GgufHeader, one: Figure, rows: int, context: int, rates: Rates) -> Floor | None:
    """Return the floor of figure `one` (ms for `rows` positions after `context`)."""
    if header.of_architecture("expert_count") or not _blocks(header):
        return None
    work = prefill_flops(header, rows, context)
    floor_ms = work / rates.flops * 1e3
    note = f"against float32 in numpy's BLAS; {in_threads(rates.threads)}"
    n_bytes = decode_bytes(header, context + rows)  # a batch reads the weights once, as a token does
    return Floor("matrix", work, rates.flops, floor_ms, floor_ms / one.p50, note, n_bytes, work)


def encoder_floor(flops: float, one: Figure, rates: Rates, n_bytes: float = 0.0) -> Floor:
    """Return the floor of figure `one` (ms per run of an encoder of `flops` and `n_bytes`)."""
    floor_ms = flops / rates.flops * 1e3
    note = f"against float32 in numpy's BLAS, which int8 may beat; {in_threads(rates.threads)}"
    return Floor("matrix", flops, rates.flops, floor_ms, floor_ms / one.p50, note, n_bytes, flops)


def rate_figures(rates: Rates) -> Mapping[str, tuple[str, tuple[float, ...]]]:
    """Return the machine's rates as name -> (unit, samples)."""
    suffix = f"_{rates.threads}t"
    return {
        f"read{suffix}": ("GB/s", tuple(value / 1e9 for value in rates.read)),
        f"triad{suffix}": ("GB/s", tuple(value / 1e9 for value in rates.triad)),
        f"matrix{suffix}": ("GFLOP/s", tuple(value / 1e9 for value in rates.matrix)),
    }


def _blocks(header: GgufHeader) -> int:
    value = header.of_architecture("block_count")
    return value if isinstance(value, int) else 0


def _heads(header: GgufHeader) -> tuple[int, int, int]:
    """Query heads, key-value heads and the width of one head."""
    heads = header.of_architecture("attention.head_count")
    heads = heads if isinstance(heads, int) and heads > 0 else 1
    kv_heads = header.of_architecture("attention.head_count_kv")
    kv_heads = kv_heads if isinstance(kv_heads, int) and kv_heads > 0 else heads
    width = header.of_architecture("attention.key_length")
    if not isinstance(width, int) or width < 1:
        width = int(header.of_architecture("embedding_length") or 0) // heads
    return heads, kv_heads, width


def _query_values(header: GgufHeader) -> int:
    heads, _, width = _heads(header)
    return heads * width


def _kv_values(header: GgufHeader) -> int:
    """Values kept per position: keys and values of every block."""
    _, kv_heads, width = _heads(header)
    return 2 * _blocks(header) * kv_heads * width
