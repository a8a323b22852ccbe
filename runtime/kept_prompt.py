"""The last prompt in the LLM's cache: a prompt that begins like it need not run from its beginning.

Knows which whole pieces two prompts share and cuts the sequence after them; refuses to know what pieces
say. Pieces are kept whole or not at all, the last one only with its logits: what is left is run in batches of
a fresh prefill, or in one whose borders do not matter (`LlamaEngine.joined`), and the logits are the same to
the last bit.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.runtime.generation import LIVE_SEQUENCE, Generation
from anymal.runtime.kv_window import Part, total_length
from anymal.runtime.language_model import TruncatingModel
from anymal.runtime.options import GenerationOptions
from anymal.runtime.prompt import check_room
from anymal.runtime.senses import Sensed
from anymal.runtime.thoughts import opens_thoughts

__all__ = ["KeptPrompt", "row_keys"]


class KeptPrompt:
    """`prefill` every prompt of one LLM through this; `forget` when someone else has used it."""

    def __init__(self, model: TruncatingModel) -> None:
        self._model = model
        self._held: tuple[Part, ...] = ()
        self._logits: NDArray[np.float32] | None = None
        self._opened = False

    def forget(self) -> None:
        """Run the next prompt from its beginning."""
        self._held, self._logits = (), None

    def prefill(
        self, pieces: Sequence[Piece], keys: Mapping[int, str], options: GenerationOptions
    ) -> tuple[Generation, int]:
        """Bring `pieces` into the cache; return the answer to them and how many positions were there already.

        `keys` names the content of each array of rows by its `id` (`row_keys`). Raises `ContextFull` when
        they leave no room for one token of answer; what was held is then held still.
        """
        check_room(pieces, self._model.n_ctx)
        wanted = tuple(_part(piece, keys) for piece in pieces)
        if self._logits is not None and wanted == self._held and self._stands():
            return self._again(options)
        same = self._shared(wanted)
        kept = total_length(wanted[:same])
        self.forget()  # until all of it is there
        if kept:
            self._model.truncate(LIVE_SEQUENCE, kept)
        else:
            self._model.clear(None)
        self._opened = opens_thoughts(wanted[-1].tokens or (), self._model.thought_ids, self._model.piece)
        answering = Generation(self._model, options, LIVE_SEQUENCE, kept, opened=self._opened)
        answering.extend(pieces[same:])
        self._held, self._logits = wanted, self._model.logits_view().copy()
        return answering, kept

    def _again(self, options: GenerationOptions) -> tuple[Generation, int]:
        """Another answer to the prompt of the last one."""
        kept = total_length(self._held)
        self._model.truncate(LIVE_SEQUENCE, kept)
        return Generation(self._model, options, LIVE_SEQUENCE, kept, self._logits, self._opened), kept

    def _stands(self) -> bool:
        """Whether the cache still begins with what is held."""
        held = total_length(self._held)
        return self._model.can_truncate and self._model.resident(LIVE_SEQUENCE) >= held

    def _shared(self, wanted: Sequence[Part]) -> int:
        """How many whole parts the cache begins with; never the last one, whose logits are wanted.

        Nor all but one position: a batch of one has other bits than the same position among others.
        """
        if not self._stands():
            return 0
        pairs = zip(self._held, wanted[:-1], strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return same - 1 if same and total_length(wanted[same:]) == 1 else same


def row_keys(sensed: Sequence[Sensed]) -> dict[int, str]:
    """The key of its content for every array of rows in `sensed`, by the array's `id`."""
    return {id(embedding.rows): embedding.key for thing in sensed for embedding in thing.embeddings}


def _part(piece: "tuple[int, ...] | NDArray[np.float32]", keys: Mapping[int, str]) -> Part:
    return Part.of_text(piece) if isinstance(piece, tuple) else Part.of_rows(keys[id(piece)], len(piece))
