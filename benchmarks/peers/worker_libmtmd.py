"""llama.cpp's libmtmd on CPU, through llama-cpp-python's low-level bindings.

Knows the order mtmd-cli works in: tokenize with the picture's marker, encode, decode. A picture that is the
one before keeps its rows in the cache, as llama-server does by the picture's hash. `load` may ask for
`one_view`: SmolVLM's picture without the slice that libmtmd always adds to the overview.
"""

import ctypes
import json
import time
from pathlib import Path
from typing import Any

import llama_cpp
from llama_cpp import mtmd_cpp
from worker import Meter, peak_rss_mb, serve

BATCH = 2048
SLICE_MARKERS = 2
"""Tokens in front of a slice: the fake token and the slice's place in the grid."""
OVERVIEW_MARKERS = 2
"""Tokens in front of the overview: the fake token and its name."""
Part = list[int] | int
"""Tokens of text, or the address of a picture's chunk."""


class Peer:
    """The model between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Open the folder `model` (llm.gguf, mmproj.gguf, peer.json) with `threads`."""
        folder, threads = Path(given["model"]), given["threads"]
        self.prompt: str = json.loads((folder / "peer.json").read_text(encoding="utf-8"))["prompt"]
        self.one_view = bool(given.get("one_view"))
        llama_cpp.llama_backend_init()
        self.model = _there(
            llama_cpp.llama_model_load_from_file(
                str(folder / "llm.gguf").encode(), llama_cpp.llama_model_default_params()
            ),
            "llm.gguf",
        )
        options = llama_cpp.llama_context_default_params()
        options.n_ctx = options.n_batch = options.n_ubatch = BATCH
        options.n_threads = options.n_threads_batch = threads
        options.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED
        self.context = _there(llama_cpp.llama_init_from_model(self.model, options), "llm.gguf")
        eyes = mtmd_cpp.mtmd_context_params_default()
        eyes.use_gpu, eyes.print_timings, eyes.n_threads = False, False, threads
        eyes.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED
        mmproj = folder / str(given.get("mmproj", "mmproj-f16.gguf"))
        self.eyes = _there(mtmd_cpp.mtmd_init_from_file(str(mmproj).encode(), self.model, eyes), mmproj.name)
        self.greedy = llama_cpp.llama_sampler_init_greedy()
        self.memory = llama_cpp.llama_get_memory(self.context)
        self.shown, self.rows_end = "", 0
        views = ", one view" if self.one_view else ""
        return {
            "version": f"llama-cpp-python {llama_cpp.__version__}",
            "precision": f"encoder {mmproj.stem.removeprefix('mmproj-')}, LLM as in our bundle{views}",
        }

    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        with _Chunks(self, given["picture"], given["question"]) as chunks:
            parts = self._parts(chunks.handle)
            last_picture = max(number for number, part in enumerate(parts) if isinstance(part, int))
            if chunks.picture_id == self.shown:
                llama_cpp.llama_memory_seq_rm(self.memory, 0, self.rows_end, -1)
                position, parts = self.rows_end, parts[last_picture + 1 :]
                last_picture = -1
            else:
                llama_cpp.llama_memory_clear(self.memory, True)
                position = 0
            encode_ms = 0.0
            for number, part in enumerate(parts):
                if isinstance(part, int):
                    encode_ms += self._encode(part)
                    position = self._decode_rows(part, position)
                else:
                    self._decode_tokens(part)
                    position += len(part)
                if number == last_picture:
                    self.shown, self.rows_end = chunks.picture_id, position
        told = {"encode_ms": encode_ms} if encode_ms else {}
        return {**self._answer(meter, given["max_tokens"]), **told, "peak_rss_mb": peak_rss_mb()}

    def _answer(self, meter: Meter, count: int) -> dict[str, float]:
        for number in range(count):
            token = llama_cpp.llama_sampler_sample(self.greedy, self.context, -1)
            meter.token()
            if number + 1 < count:
                self._decode_tokens([token])
        return meter.figures()

    def rows(self, given: dict[str, Any]) -> dict[str, Any]:
        """The rows of the last view of `picture`, for tests that compare them."""
        with _Chunks(self, given["picture"], "What?") as chunks:
            chunk = [part for part in self._parts(chunks.handle) if isinstance(part, int)][-1]
            self._encode(chunk)
            count = mtmd_cpp.mtmd_input_chunk_get_n_tokens(chunk)
            width = llama_cpp.llama_model_n_embd_inp(self.model)
            found = mtmd_cpp.mtmd_get_output_embd(self.eyes)
            return {"rows": [[found[row * width + at] for at in range(width)] for row in range(count)]}

    def _parts(self, chunks: int) -> list[Part]:
        """What is to be decoded, in order; with `one_view` without the slice and its markers."""
        parts: list[Part] = []
        for number in range(mtmd_cpp.mtmd_input_chunks_size(chunks)):
            chunk = mtmd_cpp.mtmd_input_chunks_get(chunks, number)
            if mtmd_cpp.mtmd_input_chunk_get_type(chunk) == mtmd_cpp.MTMD_INPUT_CHUNK_TYPE_TEXT:
                count = ctypes.c_size_t()
                found = mtmd_cpp.mtmd_input_chunk_get_tokens_text(chunk, ctypes.byref(count))
                parts.append([int(found[at]) for at in range(count.value)])
            else:
                parts.append(chunk)
        if self.one_view and sum(isinstance(part, int) for part in parts) == 2:
            before, _, between, overview, after = parts
            assert isinstance(before, list) and isinstance(between, list)
            parts = [before[:-SLICE_MARKERS] + between[-OVERVIEW_MARKERS:], overview, after]
        return parts

    def _encode(self, chunk: int) -> float:
        """Encode a picture's chunk; returns milliseconds."""
        began_s = time.perf_counter()
        if mtmd_cpp.mtmd_encode_chunk(self.eyes, chunk):
            raise RuntimeError("mtmd_encode_chunk failed")
        return (time.perf_counter() - began_s) * 1e3

    def _decode_rows(self, chunk: int, position: int) -> int:
        end = llama_cpp.llama_pos()
        code = mtmd_cpp.mtmd_helper_decode_image_chunk(
            self.eyes,
            self.context,
            chunk,
            mtmd_cpp.mtmd_get_output_embd(self.eyes),
            position,
            0,
            BATCH,
            ctypes.byref(end),
            mtmd_cpp.mtmd_helper_post_decode_callback(),
            None,
        )
        if code:
            raise RuntimeError(f"the rows of the picture were not decoded: code {code}")
        return int(end.value)

    def _decode_tokens(self, tokens: list[int]) -> None:
        stored = (llama_cpp.llama_token * len(tokens))(*tokens)
        code = llama_cpp.llama_decode(self.context, llama_cpp.llama_batch_get_one(stored, len(tokens)))
        if code:
            raise RuntimeError(f"llama_decode of {len(tokens)} tokens failed: code {code}")


class _Chunks:
    """The prompt of one question, tokenized by libmtmd; use it with `with`."""

    def __init__(self, peer: Peer, picture: str, question: str) -> None:
        opened = mtmd_cpp.mtmd_helper_bitmap_init_from_file(peer.eyes, picture.encode(), False)
        self._bitmap = _there(opened, picture)
        self.picture_id = (mtmd_cpp.mtmd_bitmap_get_id(self._bitmap) or b"").decode()
        self.handle = mtmd_cpp.mtmd_input_chunks_init()
        marker = mtmd_cpp.mtmd_default_marker().decode()
        said = peer.prompt.replace("<image>", marker).replace("{question}", question).encode()
        text = mtmd_cpp.mtmd_input_text(said, len(said), True, True)
        shown = (mtmd_cpp.mtmd_bitmap_p_ctypes * 1)(self._bitmap)
        code = mtmd_cpp.mtmd_tokenize(peer.eyes, self.handle, ctypes.byref(text), shown, 1)
        if code:
            self.close()
            raise RuntimeError(f"{picture}: mtmd_tokenize failed: code {code}")

    def close(self) -> None:
        """Free the chunks and the picture."""
        mtmd_cpp.mtmd_input_chunks_free(self.handle)
        mtmd_cpp.mtmd_bitmap_free(self._bitmap)

    def __enter__(self) -> "_Chunks":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _there(handle: Any, what: str) -> Any:
    if not handle:
        raise RuntimeError(f"{what}: libmtmd could not open it; its last words are above")
    return handle


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "rows": peer.rows})
