"""The KV plan: carrying it out always gives what is wanted, and does no more work than it must."""

from hypothesis import given
from hypothesis import strategies as st

from anymal.runtime.kv_window import Part, Plan, plan_window, total_length

TEXT = Part.of_text([1, 2, 3, 4])
PICTURE, SOUND, MOTION = (Part.of_rows(name, 16) for name in ("picture", "sound", "motion"))

parts = st.one_of(
    st.lists(st.integers(0, 3), min_size=1, max_size=5).map(Part.of_text),
    st.tuples(st.sampled_from("abcdef"), st.integers(1, 4)).map(
        lambda p: Part.of_rows(f"{p[0]}{p[1]}", p[1])
    ),
)
contexts = st.lists(parts, max_size=8)


def cells(context: list[Part]) -> list[object]:
    """What every position of a context holds."""
    return [
        ("token", part.tokens[index]) if part.tokens is not None else (part.key, index)
        for part in context
        for index in range(part.length)
    ]


def carry_out(resident: list[Part], wanted: list[Part], plan: Plan) -> list[object]:
    """Do to a list of cells what the plan says to do to the cache."""
    cache = cells(resident)
    kept = cache[: plan.keep] + cache[plan.keep + plan.drop :][: plan.shifted]
    target, begin = cells(wanted), [0]
    for part in wanted:
        begin.append(begin[-1] + part.length)
    for step in plan.decode:
        assert len(kept) == begin[step.part] + step.start, "decoded positions must be contiguous"
        kept += target[begin[step.part] + step.start : begin[step.part] + step.stop]
    return kept


@given(contexts, contexts)
def test_an_exact_plan_gives_the_wanted_context_and_keeps_the_longest_prefix(
    resident: list[Part], wanted: list[Part]
) -> None:
    plan = plan_window(resident, wanted)
    assert carry_out(resident, wanted, plan) == cells(wanted)
    assert (plan.drop, plan.shifted) == (0, 0)
    assert plan.decoded == total_length(wanted) - plan.reused
    # Nothing that agrees is decoded again, up to whole parts of rows.
    whole = 0
    for have, want in zip(resident, wanted, strict=False):
        if have != want:
            break
        whole += have.length
    assert plan.keep >= whole


@given(contexts, st.integers(0, 7), st.integers(1, 3), contexts)
def test_a_sliding_plan_gives_the_wanted_context_with_no_more_decoding(
    resident: list[Part], start: int, count: int, new: list[Part]
) -> None:
    wanted = resident[:start] + resident[start + count :][:3] + new
    plan = plan_window(resident, wanted, "sliding")
    assert carry_out(resident, wanted, plan) == cells(wanted)
    assert plan.decoded <= plan_window(resident, wanted).decoded


@given(contexts)
def test_nothing_changed_means_nothing_to_do(context: list[Part]) -> None:
    for policy in ("exact", "sliding"):
        assert plan_window(context, context, policy) == Plan(total_length(context), 0, 0, ())  # type: ignore[arg-type]


def test_only_what_follows_a_change_is_decoded() -> None:
    newer = Part.of_rows("newer sound", 16)
    plan = plan_window([TEXT, PICTURE, SOUND, MOTION], [TEXT, PICTURE, newer, MOTION])
    assert (plan.keep, plan.decoded) == (20, 32)
    assert [(step.part, step.start, step.stop) for step in plan.decode] == [(2, 0, 16), (3, 0, 16)]


def test_text_is_kept_in_part_and_rows_are_not() -> None:
    plan = plan_window([TEXT, PICTURE], [Part.of_text([1, 2, 9]), PICTURE])
    assert (plan.keep, plan.decoded) == (2, 17)
    assert plan_window([PICTURE], [Part.of_rows("other", 16)]).keep == 0


def test_a_video_window_slides_by_one_frame() -> None:
    frames = [Part.of_rows(f"frame {n}", 16) for n in range(5)]
    plan = plan_window([TEXT, *frames[:4], SOUND], [TEXT, *frames[1:], SOUND], "sliding")
    assert (plan.keep, plan.drop, plan.shifted) == (4, 16, 48)
    assert plan.decoded == 32


def test_a_part_kept_in_half_does_not_slide() -> None:
    text = Part.of_text([1, 2, 3])
    plan = plan_window([text, PICTURE, SOUND], [Part.of_text([1, 9]), SOUND], "sliding")
    assert plan.shifted == 0
