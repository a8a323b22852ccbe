"""Scenario files, and the floors of a known model."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from anymal.bench.arrivals import poisson
from anymal.bench.cold import ColdPlan
from anymal.bench.energy import EnergyPlan
from anymal.bench.floors import (
    decode_bytes,
    decode_floor,
    encoder_floor,
    prefill_floor,
    prefill_flops,
    rate_figures,
)
from anymal.bench.live_ready import READY_S
from anymal.bench.live_scenario import QUESTIONS, LivePlan, recording_s
from anymal.bench.noise import NoiseLimits
from anymal.bench.onnx_work import encoder_flops
from anymal.bench.overhead import OverheadPlan
from anymal.bench.plan_record import questions_of
from anymal.bench.rates import Rates, RatesPlan, measure_rates
from anymal.bench.record import figure
from anymal.bench.scaling import ScalingPlan
from anymal.bench.scenario_file import Plan, built_in, parse_plan, read_plan
from anymal.bench.soak import SoakPlan
from anymal.bench.stages import StagesPlan
from anymal.bench.start_up import StartUpPlan
from anymal.engines.gguf_header import GgufHeader, TensorInfo
from anymal.errors import ConfigError, EngineError


@pytest.mark.parametrize("name", ["quick", "standard"])
def test_built_in_scenarios_measure_everything(name: str) -> None:
    plan = read_plan(built_in(name))
    assert plan.name == name
    assert [one.name for one in fields(Plan) if getattr(plan, one.name) is None] == []


def test_what_is_absent_is_left_out_and_numbers_may_be_whole() -> None:
    plan = parse_plan('name = "mine"\n[live]\nper_s = 2\n[stages]\nrows = [4]\n[limits]\nspin_change = 1\n')
    assert plan.floors is None
    assert plan.cold is None
    assert plan.live == LivePlan(per_s=2.0)
    assert plan.stages == StagesPlan(rows=(4,))
    assert plan.limits == NoiseLimits(spin_change=1.0)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name = ", "not TOML"),
        ("name = " + "[" * 100_000, "not TOML"),
        ("name = 3", "name must be a text"),
        ('name = "x"\n[live]\nper_s = nan', "live.per_s must be a number, found nan"),
        ('name = "x"\n[limits]\nforeign_share = nan', "limits.foreign_share must be a number"),
        ('name = "x"\n[limits]\nforeign_share = "low"', "limits.foreign_share must be a number, found 'low'"),
        ('name = "x"\n[limits]\nforeign_share = inf', "foreign_share must be a finite number.*1e9"),
        ('name = "x"\n[limits]\nforeign_share = -1', "limits.foreign_share must be at least 0, found -1"),
        ('name = "x"\n[live]\nmax_age_s = inf', "live.max_age_s must be a finite number"),
        ('name = "x"\n[live]\nper_s = 1' + "0" * 400, "live.per_s must be a number, found 1000"),
        ('name = "x"\n[[live]]\nper_s = 1', "live must be a table"),
        ('name = "x"\n[stages]\nrows = 3', "stages.rows must be a list of whole numbers"),
        ('name = "x"\n[stages]\nquestion = ["why"]', "stages.question must be a text, found"),
        ('name = "x"\n[stages]\nquestion = " "', "stages.question must not be empty"),
        ("", "name must be a text"),
        ('name = "x"\n[lives]', "unknown lives; known are"),
        ('name = "x"\nlive = 3', "live must be a table"),
        ('name = "x"\n[live]\nquestion = 3', "live has unknown question"),
        ('name = "x"\n[live]\nquestions = 0', "live.questions must be between"),
        ('name = "x"\n[live]\nquestions = 1.5', "live.questions must be a whole number"),
        ('name = "x"\n[live]\nquestions = true', "live.questions must be a whole number"),
        ('name = "x"\n[cold]\nquestions = 0', "cold.questions must be between"),
        ('name = "x"\n[start_up]\nruns = 0', "start_up.runs"),
        ('name = "x"\n[overhead]\npairs = 0', "overhead.pairs must be between"),
        ('name = "x"\n[overhead]\nseconds = -1.0', "overhead.seconds must be from 0 to"),
        ('name = "x"\n[scaling]\nwindows_per_s = [3]', "windows_per_s must be divisors of 50"),
        ('name = "x"\n[scaling]\nimages = [0]', "scaling.images must be from 1"),
        ('name = "x"\n[soak]\nseconds = 10.0\nwarm_s = 9.0', "soak.warm_s must be between 0 and 8"),
        ('name = "x"\n[energy]\nspan_s = 0', "energy.span_s must be between"),
        ('name = "x"\n[stages]\nrows = []', "stages.rows"),
        ('name = "x"\n[stages]\nrows = [1.5]', "stages.rows must be a list of whole numbers"),
        ('name = "x"\n[floors]\nmatrix = 1', "floors.matrix must be between"),
        ('name = "x"', r"measures nothing; add a table: \[floors\], \[stages\]"),
        ('name = "x"\n[limits]\nspin_change = 1', "measures nothing"),
        (
            'name = "x"\n[scaling]\ncontexts = []\nimages = []\nthreads = []\nwindows_per_s = []',
            "scaling has no points: give some of contexts",
        ),
        ('name = "x"\n[live]\nmax_age_s = 86401', "live.max_age_s must be between -1 and 86400, found 86401"),
    ],
)
def test_a_wrong_scenario_says_where(text: str, complaint: str) -> None:
    with pytest.raises(ConfigError, match=complaint) as caught:
        parse_plan(text, "mine.toml")
    assert str(caught.value).startswith("mine.toml: ")


def test_a_report_holds_the_questions_as_they_are_asked() -> None:
    plan = LivePlan(questions=7, per_s=0.5, seed=3, word_s=0.4)
    found = questions_of(plan)
    assert [one.text for one in found] == [QUESTIONS[number % len(QUESTIONS)] for number in range(7)]
    assert [QUESTIONS[one.number] for one in found] == [one.text for one in found]
    assert [one.at_s for one in questions_of(replace(plan, word_s=0.0))] == pytest.approx(poisson(7, 0.5, 3))
    assert questions_of(replace(plan, seed=4)) != found
    assert questions_of(None) == ()


@pytest.mark.parametrize("plan", [LivePlan(), LivePlan(questions=3, per_s=50.0, word_s=0.4, silence_s=0.8)])
def test_the_recording_outlasts_the_plan_by_the_longest_wait_for_first_windows(plan: LivePlan) -> None:
    """It plays while they are waited for: what the wait took must not be laid to answers."""
    kept = replace(plan, warmup=0)
    last_s = questions_of(kept)[-1].at_s + kept.questions * kept.turn_s
    assert recording_s(kept) - last_s > READY_S
    assert recording_s(plan) - recording_s(kept) >= plan.warmup * plan.turn_s


def test_what_quick_only_waits_for_leaves_a_minute_of_its_three_to_measure() -> None:
    plan = read_plan(built_in("quick"))
    assert plan.live and plan.scaling and plan.soak and plan.energy
    live_s = questions_of(plan.live)[-1].at_s + (plan.live.questions + plan.live.warmup) * plan.live.turn_s
    windows_s = len(plan.scaling.windows_per_s) * plan.scaling.seconds
    energy_s = 2 * plan.energy.repeats * plan.energy.span_s
    assert live_s + windows_s + plan.soak.seconds + energy_s < 120


def test_missing_scenarios_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there are quick, standard"):
        built_in("slow")
    with pytest.raises(ConfigError, match="no such scenario file"):
        read_plan(tmp_path / "absent.toml")


def test_a_byte_order_mark_is_no_letter_of_the_scenario(tmp_path: Path) -> None:
    path = tmp_path / "marked.toml"
    path.write_text('name = "marked"\n[cold]\n', encoding="utf-8-sig")
    assert read_plan(path).name == "marked"


def test_an_empty_table_is_a_scenario_with_its_defaults() -> None:
    tables = {
        "cold": ColdPlan(),
        "energy": EnergyPlan(),
        "overhead": OverheadPlan(),
        "scaling": ScalingPlan(),
        "soak": SoakPlan(),
        "start_up": StartUpPlan(),
    }
    plan = parse_plan('name = "mine"\n' + "\n".join(f"[{name}]" for name in tables))
    assert {name: getattr(plan, name) for name in tables} == tables


def header(tied: bool, experts: bool = False) -> GgufHeader:
    """Two blocks of one 8 x 8 matrix, 2 query heads and 1 key-value head of 4, a vocabulary of 16."""
    shapes = {"token_embd.weight": (8, 16), "blk.0.w.weight": (8, 8), "blk.1.w.weight": (8, 8), "norm": (8,)}
    if not tied:
        shapes["output.weight"] = (8, 16)
    tensors = {
        name: TensorInfo(name, shape, 0, 0, 4 * int(shape[0] * (shape[1] if len(shape) > 1 else 1)))
        for name, shape in shapes.items()
    }
    metadata: dict[str, object] = {
        "general.architecture": "llama",
        "llama.block_count": 2,
        "llama.embedding_length": 8,
        "llama.attention.head_count": 2,
        "llama.attention.head_count_kv": 1,
    }
    if experts:
        metadata["llama.expert_count"] = 4
    return GgufHeader(Path("x.gguf"), 3, metadata, tensors)


RATES = Rates(2, read=(1e6, 2e6, 3e6), triad=(1e6, 1e6, 1e6), matrix=(1e6, 1e6, 4e6))


def test_a_token_reads_every_weight_once_and_the_keys_and_values_before_it() -> None:
    weights = 4 * (2 * 64 + 8)
    keys_and_values = 10 * 2 * (2 * 2 * 1 * 4)  # positions, bytes, both, blocks, heads, width
    assert decode_bytes(header(tied=True), 10) == weights + 4 * 128 + keys_and_values
    assert decode_bytes(header(tied=False), 10) == weights + 4 * 128 + keys_and_values


def test_prefill_counts_matrices_and_pairs_that_look_at_each_other() -> None:
    attention = 4 * 2 * 8 * (3 * 5 + 6)  # blocks, query width; 3 rows see 5 each and 1 + 2 + 3 of themselves
    assert prefill_flops(header(tied=True), 3, 5) == 3 * 2 * 128 + attention
    assert prefill_flops(header(tied=False), 3, 5) == 3 * 2 * 128 + attention


def test_floor_is_work_over_rate_and_share_is_of_the_median() -> None:
    one = figure("decode_token", "ms", [2.0, 2.0, 2.0])
    floor = decode_floor(header(tied=True), one, 0, RATES)
    assert floor is not None
    assert floor.rate == 2e6
    assert floor.floor_ms == pytest.approx(floor.work / 2e6 * 1e3)
    assert floor.share == pytest.approx(floor.floor_ms / 2.0)
    prefill = prefill_floor(header(tied=True), one, 3, 0, RATES)
    assert prefill is not None
    assert (prefill.bound, prefill.rate) == ("matrix", 1e6)
    assert (floor.n_bytes, floor.flops) == (floor.work, prefill_flops(header(tied=True), 1) + 2 * 128)
    assert (prefill.n_bytes, prefill.flops) == (decode_bytes(header(tied=True), 3), prefill.work)


def test_a_mixture_of_experts_has_no_floor() -> None:
    one = figure("decode_token", "ms", [2.0])
    assert decode_floor(header(tied=True, experts=True), one, 0, RATES) is None
    assert prefill_floor(header(tied=True, experts=True), one, 3, 0, RATES) is None


def test_rates_are_measured_in_a_process_of_their_own() -> None:
    rates = measure_rates(1, RatesPlan(megabytes=1, matrix=32, repeats=2))
    assert rates.bandwidth > 0
    assert rates.flops > 0
    assert set(rate_figures(rates)) == {"read_1t", "triad_1t", "matrix_1t"}


def test_rates_that_cannot_be_measured_say_why() -> None:
    with pytest.raises(EngineError, match="cannot be measured"):
        measure_rates(0, RatesPlan(megabytes=1, matrix=32, repeats=2))


def made_graph(path: Path, batch: int | str = "batch") -> None:
    """A convolution, a flattening and a product, as an encoder has them."""
    onnx = pytest.importorskip("onnx", reason="counting operations needs onnx")
    helper, numpy_helper = onnx.helper, onnx.numpy_helper
    weights = [
        numpy_helper.from_array(np.zeros((4, 3, 2, 2), np.float32), "kernel"),
        numpy_helper.from_array(np.zeros((36, 5), np.float32), "matrix"),
        numpy_helper.from_array(np.array([0, -1]), "shape"),
    ]
    nodes = [
        helper.make_node("Conv", ["picture", "kernel"], ["seen"]),
        helper.make_node("Reshape", ["seen", "shape"], ["flat"]),
        helper.make_node("MatMul", ["flat", "matrix"], ["rows"]),
    ]
    kind = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        nodes,
        "made",
        [helper.make_tensor_value_info("picture", kind, [batch, 3, 4, 4])],
        [helper.make_tensor_value_info("rows", kind, None)],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))


def test_operations_of_an_encoder_are_counted_from_a_run(tmp_path: Path) -> None:
    made_graph(tmp_path / "made.onnx")
    convolution = 2 * (4 * 3 * 3) * (3 * 2 * 2)
    assert encoder_flops(tmp_path / "made.onnx") == convolution + 2 * 36 * 5
    assert encoder_flops(tmp_path / "made.plan") is None


def test_share_of_an_encoder_is_of_the_matrix_rate() -> None:
    floor = encoder_floor(1e3, figure("encode_image", "ms", [4.0]), RATES)
    assert (floor.bound, floor.floor_ms, floor.share) == ("matrix", 1.0, 0.25)
