"""Kinds that are answered wrong are asked more often, and every group keeps its share."""

import torch

from anymal.training.batches import Batch, collate
from anymal.training.chat_format import Answer, Sequence
from anymal.training.dialogue import ANSWER_WEIGHT, KEY_WEIGHT
from anymal.training.kind_errors import KindErrors

VOCABULARY = 9


def batch_of(kind: str, tokens: int = 3, key: int | None = None) -> Batch:
    """Two questions of two tokens and their answers of `tokens` each, of which a grader looks for `key`."""
    ids = [1, 2] + [3] * tokens
    weights = [0.0, 0.0] + [KEY_WEIGHT if token == key else ANSWER_WEIGHT for token in range(tokens)]
    answers = [Answer(2, 2 + tokens, kind)]
    return collate([Sequence(ids, weights, [], answers), Sequence(ids, weights, [], answers)])


def note(
    errors: KindErrors, kind: str, *, wrong_token: int | None, times: int = 30, key: int | None = None
) -> None:
    """Show answers of `kind`, in each of which the token `wrong_token` would not have been chosen."""
    batch = batch_of(kind, key=key)
    chosen = batch.weights[:, 1:] > 0
    logits = torch.zeros(int(chosen.sum()), VOCABULARY)
    logits[:, 3] = 1.0
    if wrong_token is not None:
        logits[wrong_token::3, 4] = 2.0
    for _ in range(times):
        errors.note(batch, chosen, logits)


def test_one_wrong_token_makes_an_answer_wrong() -> None:
    errors = KindErrors()
    note(errors, "picture/colour", wrong_token=None)
    assert errors.wrong("picture/colour") == 0.0
    for place in range(3):
        note(errors, f"picture/{place}", wrong_token=place)
        assert errors.wrong(f"picture/{place}") == 1.0
    assert [share for _, share in errors.hardest(4)] == [1.0, 1.0, 1.0, 0.0]


def test_how_an_answer_is_worded_is_free() -> None:
    errors = KindErrors()
    for place in range(3):
        note(errors, f"picture/{place}", wrong_token=place, key=1)
    assert [errors.wrong(f"picture/{place}") for place in range(3)] == [0.0, 1.0, 0.0]


def test_an_error_of_long_ago_is_forgotten() -> None:
    errors = KindErrors()
    note(errors, "picture/colour", wrong_token=1)
    note(errors, "picture/colour", wrong_token=None, times=200)
    assert errors.wrong("picture/colour") < 0.01


def test_hard_kinds_get_what_easy_ones_give_up() -> None:
    errors = KindErrors()
    note(errors, "picture/colour", wrong_token=None)
    note(errors, "picture/relation", wrong_token=0)
    weights = {"picture/colour": 0.3, "picture/relation": 0.3, "picture/off": 0.0, "talk/hello": 0.1}
    shared = errors.share_out(weights)
    assert shared["picture/relation"] > 3 * shared["picture/colour"] > 0
    assert abs(shared["picture/relation"] + shared["picture/colour"] - 0.6) < 1e-9
    assert shared["picture/off"] == 0.0 and shared["talk/hello"] == 0.1


def test_nothing_known_shares_alike() -> None:
    shared = KindErrors().share_out({"video/where": 0.4, "video/look": 0.2})
    assert abs(shared["video/where"] - 0.3) < 1e-9 and abs(shared["video/look"] - 0.3) < 1e-9
