"""Comparing two bench reports: chance is no regression, a regression is none the less one."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from anymal.bench import cli_compare
from anymal.bench.compare import Verdict, _resampled, compare, difference_interval
from anymal.bench.definitions import DEFINITION
from anymal.bench.record import Better, Figure, Machine, Report, dependent, figure
from anymal.bench.record_file import read_report, to_json
from anymal.bench.thresholds import Thresholds
from anymal.errors import ConfigError, InputError

QUICK = Path(__file__).parent.parent / "benchmarks/results/bench-nano-quick-2026-11-30.json"


def samples(median: float, count: int = 100, seed: int = 0, spread: float = 0.05) -> tuple[float, ...]:
    return tuple(median * np.random.default_rng(seed).lognormal(0.0, spread, count))


def report(*figures: Figure, cpu: str = "a CPU") -> Report:
    machine = Machine(cpu, 2, 4.0, "", 0.0, 0.1, 0.2, "3.11", {"numpy": "2"}, "", "2026-01-01T00:00:00Z")
    return Report("anymal bench", machine, {"name": "b"}, {"live": {f.name: f for f in figures}})


def ttft(*taken: float, better: Better = "lower") -> Figure:
    return figure("ttft", "ms", taken, better=better)


def verdict(before: Figure, after: Figure, limits: Thresholds | None = None) -> Verdict:
    return compare(report(before), report(after), limits).changes[0].verdict


@pytest.mark.parametrize(
    ("factor", "lower", "higher"),
    [(1.2, "worse", "better"), (0.8, "better", "worse"), (1.0, "same", "same")],
)
def test_the_verdict_knows_which_way_is_better(factor: float, lower: str, higher: str) -> None:
    old, new = samples(100.0), samples(100.0 * factor, seed=1)
    assert verdict(ttft(*old), ttft(*new)) == lower
    assert verdict(ttft(*old, better="higher"), ttft(*new, better="higher")) == higher
    assert verdict(ttft(*old, better="neither"), ttft(*new, better="neither")) == "shown"


def test_a_report_against_itself_is_the_same_however_few_its_samples() -> None:
    one = report(ttft(5.0), figure("drops", "count", (0.0, 0.0)), figure("gap", "ms", samples(3.0)))
    found = compare(one, one)
    assert {change.verdict for change in found.changes} <= {"same", "unclear"}
    assert found.changes[0].verdict == found.changes[1].verdict == "same"
    assert not (found.worse or found.absent or found.new or found.unlike)


def test_scatter_and_few_samples_that_overlap_are_unclear_and_no_regression() -> None:
    wild = verdict(ttft(*samples(100.0, 8, 0, 1.0)), ttft(*samples(120.0, 8, 1, 1.0)))
    few = compare(report(ttft(1.0, 9.05)), report(ttft(9.0, 9.1))).changes[0]
    assert wild == few.verdict == "unclear"
    assert few.by_range
    assert "2 of the 8" in few.why


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ((9.0, 9.1), "worse"),
        ((0.5, 0.6), "better"),
        ((1.15, 1.2), "same"),  # apart, and by less than few samples can tell
        ((1.4,), "worse"),
        ((1.3,), "unclear"),
        ((1.25,), "same"),
    ],
)
def test_few_samples_are_judged_when_their_ranges_are_apart(
    after: tuple[float, ...], wanted: Verdict
) -> None:
    assert verdict(ttft(1.0, 1.1), ttft(*after)) == wanted


@pytest.mark.parametrize(
    ("unit", "better", "before", "after", "wanted"),
    [
        ("pass", "higher", 1.0, 0.0, "worse"),
        ("pass", "higher", 0.0, 1.0, "better"),
        ("pass", "higher", 0.0, 0.0, "same"),
        ("samples", "lower", 0.0, 1.0, "worse"),
        ("samples", "lower", 1000.0, 1200.0, "same"),
        ("share", "lower", 0.0, 1.0, "worse"),
        ("share", "lower", 0.0, 0.05, "same"),
        ("windows/s", "higher", 10.0, 2.0, "worse"),
        ("MiB", "lower", 144.0, 9000.0, "worse"),
        ("MiB", "lower", 144.0, 150.0, "same"),
        ("MiB", "lower", 144.0, 178.0, "worse"),
        ("MiB", "lower", 144.0, 154.0, "worse"),
        ("share", "higher", 1.0, 0.76, "worse"),
        ("cores", "lower", 1.0, 1.2, "worse"),
        ("updates", "lower", 100.0, 120.0, "same"),  # a count of what happened scatters, as a time does
        ("ms", "lower", 100.0, 120.0, "same"),
    ],
)
def test_a_figure_of_one_sample_has_a_verdict(
    unit: str, better: Better, before: float, after: float, wanted: Verdict
) -> None:
    old, new = (figure("one", unit, [value], better=better) for value in (before, after))
    assert verdict(old, new) == wanted


def test_no_threshold_by_name_makes_a_fail_of_a_pass_acceptable() -> None:
    old, new = (figure("keeps_up", "pass", [value], better="higher") for value in (1.0, 0.0))
    assert verdict(old, new, Thresholds(named={"live/*": 100.0}, few=100.0)) == "worse"


def test_the_slow_tail_of_what_is_better_higher_is_its_low_end() -> None:
    old = samples(500.0, 40)
    new = (*samples(50.0, 12, seed=1), *samples(500.0, 28, seed=2))
    rates = [figure("decode_rate", "tokens/s", taken, better="higher") for taken in (old, new)]
    found = compare(report(rates[0]), report(rates[1]))
    assert [change.statistic for change in found.worse] == ["p5"]
    assert found.worse[0].after == pytest.approx(50.0, rel=0.2)


@pytest.mark.parametrize(
    ("unit", "before", "after", "wanted"),
    [
        ("us", 60.0, 66.0, "same"),  # as 0.06 and 0.066 ms
        ("us", 60.0, 80.0, "worse"),
        ("MiB/min", 0.0, 0.02, "same"),
        ("MiB/min", -5.0, -4.7, "same"),
        ("MiB/min", -5.0, -1.0, "same"),  # memory that shrinks is no leak
        ("MiB/min", -5.0, 2.0, "worse"),
        ("ms", -0.037, -0.02, "same"),
        ("1/min", 0.0, 10.0, "worse"),
    ],
)
def test_every_unit_has_a_least_that_matters(unit: str, before: float, after: float, wanted: Verdict) -> None:
    spread = np.random.default_rng(3).normal(0.0, 0.001, (2, 12))
    old, new = (
        figure("x", unit, [middle + one for one in part])
        for middle, part in zip((before, after), spread, strict=True)
    )
    assert verdict(old, new) == wanted
    if wanted == "same" and after > 0:
        assert verdict(old, new, Thresholds(least={unit: 0.0})) == "worse"


def test_samples_without_an_interval_of_their_own_are_judged_by_their_ranges() -> None:
    """A level over time: its samples follow one from the other, so that no interval holds what it says."""
    old, like, near, far = (
        dependent(figure("rss", "MiB", np.linspace(level, level + span, 180)))
        for level, span in ((100.0, 2.0), (101.0, 2.0), (101.0, 9.0), (121.0, 2.0))
    )
    changes = [compare(report(old), report(new)).changes for new in (like, near, far)]
    assert [[change.statistic for change in found] for found in changes] == [["p50"], ["p50"], ["p50"]]
    assert [found[0].verdict for found in changes] == ["same", "unclear", "worse"]
    assert changes[1][0].why.startswith("samples that are not independent")
    assert changes[2][0].by_range


def test_memory_of_a_few_processes_is_steady_and_their_times_are_not() -> None:
    four = np.array([1.0, 1.001, 1.002, 1.003])
    peaks = [figure("peak", "MiB", 128.0 * factor * four) for factor in (1.0, 1.2)]
    assert verdict(*peaks) == "worse"
    assert verdict(ttft(*four), ttft(*(1.2 * four))) == "same"


def test_a_worse_tail_is_a_regression_of_its_own() -> None:
    old = samples(100.0, 400)
    new = (*samples(100.0, 360, seed=1), *samples(300.0, 40, seed=2))
    found = compare(report(ttft(*old)), report(ttft(*new)))
    assert [change.statistic for change in found.worse] == ["p95"]
    assert all(
        change.statistic == "p50" for change in compare(report(ttft(*old[:30])), report(ttft(*new))).changes
    )


def test_what_was_nothing_and_is_something_got_worse() -> None:
    zero, some = figure("drops", "count", (0.0,) * 20), figure("drops", "count", (2.0, 3.0) * 10)
    change = compare(report(zero), report(some)).changes[0]
    assert change.verdict == "worse"
    assert change.share == float("inf")


def test_a_threshold_by_name_counts_before_the_general_one() -> None:
    old, new = ttft(*samples(100.0)), ttft(*samples(120.0, seed=1))
    assert verdict(old, new, Thresholds(named={"live/*": 0.5})) == "same"
    assert verdict(old, new, Thresholds(named={"*": 0.01, "live/ttft": 0.5})) == "same"
    assert verdict(old, new, Thresholds(median=0.5)) == "same"
    with pytest.raises(ConfigError, match=r"cold/\*.*fits no figure.*live/ttft"):
        verdict(old, new, Thresholds(named={"cold/*": 0.5}))


def test_a_difference_too_small_to_matter_is_no_regression() -> None:
    old, new = samples(0.004), samples(0.006, seed=1)
    assert verdict(ttft(*old), ttft(*new)) == "same"
    assert verdict(ttft(*old), ttft(*new), Thresholds(least_ms=0.0)) == "worse"
    rates = [figure("load", "of no known unit", taken) for taken in (old, new)]
    assert verdict(rates[0], rates[1]) == "worse"


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("live/*=0.01", "live/ttft=0.5"), "same"),
        (("live/ttft=0.5", "live/*=0.01"), "worse"),
        (("live/*=0.01", "live/ttft=0.5", "live/*=0.01"), "worse"),  # a pattern said again
        (("live/*=0.5", "median=0.05"), "worse"),
        (("median=0.05", "live/*=0.5"), "same"),
        (("live/*=0.5", "p95=0.05"), "same"),
        (("least_ms=50",), "same"),
    ],
)
def test_the_last_threshold_that_fits_counts(texts: tuple[str, ...], wanted: Verdict) -> None:
    old, new = ttft(*samples(100.0)), ttft(*samples(120.0, seed=1))
    assert verdict(old, new, cli_compare.parse_thresholds(texts)) == wanted


@pytest.mark.parametrize("share", [-0.1, float("nan"), float("inf")])
def test_a_threshold_that_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ConfigError, match="median"):
        Thresholds(median=share)


def test_what_differs_beside_the_figures_is_named() -> None:
    one = ttft(*samples(1.0))
    after = replace(report(one, cpu="another"), bundle={"name": "c"})
    unlike = " ".join(compare(report(one), after).unlike)
    assert "a CPU -> another" in unlike
    assert "bundle name: b -> c" in unlike


def test_other_plans_options_limits_memory_and_clocks_are_named() -> None:
    one = ttft(*samples(1.0))
    plan = {"live": {"seed": 1, "per_s": 1.0}, "stages": {"question": "What?", "rows": (8,)}, "cold": {}}
    before = replace(
        report(one),
        plan=plan,
        options={"threads": None, "n_ctx": 64},
        noise={"live": {"foreign_share": 0.01, "foreign_share_limit": 0.1}},
    )
    machine = replace(before.machine, memory_gb=1.0, frequency_mhz=800.0)
    after = replace(
        before,
        machine=machine,
        plan={**plan, "live": {"seed": 99, "per_s": 1.0}, "stages": {"question": "?", "rows": (8, 32)}},
        options={"threads": 1, "n_ctx": 64},
        noise={"live": {"foreign_share": 0.9, "foreign_share_limit": 1e9}},
    )
    assert compare(before, before).unlike == ()
    assert set(compare(before, after).unlike) == {
        "memory_gb: 4 -> 1 GiB",
        "limits.foreign_share: 0.1 -> 1e+09",
        "option threads: default -> 1",
        "live.seed: 1 -> 99",
        "stages.question: What? -> ?",
        "stages.rows: 8 -> 8 32",
    }
    slower = replace(before, machine=replace(before.machine, frequency_mhz=2600.0))
    assert compare(slower, replace(before, machine=machine)).unlike[1] == "frequency_mhz: 2600 -> 800 MHz"


def test_reports_without_their_plan_are_told_apart_by_their_commands() -> None:
    old = report(ttft(*samples(1.0)))
    new = replace(old, command="anymal bench --threads 1", plan={"live": {"seed": 1}})
    assert compare(old, replace(old, command="anymal bench --threads 1")).unlike == (
        "command (not both reports hold their plan): anymal bench -> anymal bench --threads 1",
    )
    assert len(compare(old, new).unlike) == 1
    assert compare(new, replace(new, command="anymal bench -o elsewhere.json")).unlike == ()


def test_another_way_to_be_better_is_named() -> None:
    old, new = (report(ttft(*samples(1.0), better=better)) for better in ("lower", "neither"))
    assert compare(old, new).unlike == ("live/ttft: better is lower -> neither",)


def test_figures_that_are_defined_otherwise_are_named_with_what_changed() -> None:
    old, new = report(ttft(*samples(1.0))), report(ttft(*samples(1.0)))
    assert old.definition == 1  # as a report that does not say it
    (line,) = compare(old, replace(new, definition=2)).unlike
    assert line.startswith("definition of figures: 1 -> 2: start_up's first_ms")
    assert compare(replace(new, definition=2), replace(new, definition=2)).unlike == ()
    (later,) = compare(replace(new, definition=10**9), replace(old, definition=DEFINITION)).unlike
    assert later.endswith(f"{10**9} -> {DEFINITION}: what {10**9} means only a newer version knows")


def test_what_a_figure_counts_otherwise_is_no_regression_of_it() -> None:
    def run(cpu: float, wait: float, definition: int) -> Report:
        live = {one.name: one for one in (ttft(*samples(wait)),)}
        scaling = {"cpu_by_windows_per_s@2": figure("cpu_by_windows_per_s@2", "cores", [cpu])}
        return replace(report(), scenarios={"live": live, "scaling": scaling}, definition=definition)

    old, new = run(0.5, 1.0, 1), run(0.9, 1.0, 2)
    assert [one.name for one in compare(replace(old, definition=2), new).worse] == [
        "scaling/cpu_by_windows_per_s@2"
    ]
    assert (
        compare(old, new).worse == compare(replace(new, definition=1), replace(old, definition=2)).worse == ()
    )
    assert [one.name for one in compare(old, run(0.9, 2.0, 2)).worse] == 2 * ["live/ttft"]


def test_a_slower_machine_is_named_and_no_regression() -> None:
    rates = [figure("read_2t", "GB/s", samples(median), better="higher") for median in (20.0, 10.0, 9.9)]
    fast, slow, alike = (replace(report(), scenarios={"floors": {"read_2t": rate}}) for rate in rates)
    found = compare(fast, slow)
    assert {change.verdict for change in found.changes} == {"shown"}
    assert found.unlike == ("the machine's own read_2t: 20.07 -> 10.04 GB/s",)
    assert compare(slow, alike).unlike == ()


def test_reports_that_cannot_be_compared_are_refused() -> None:
    one = ttft(1.0)
    with pytest.raises(InputError, match="in common"):
        compare(report(one), report(figure("gap", "ms", (1.0,))))
    with pytest.raises(InputError, match="in ms before and in s after"):
        compare(report(one), report(replace(one, unit="s")))


@pytest.mark.parametrize(("share", "count"), [(0.5, 9), (0.5, 10), (0.95, 41)])
def test_the_interval_is_that_of_a_plain_bootstrap(share: float, count: int) -> None:
    old, new = samples(10.0, count, spread=0.3), samples(12.0, count, seed=1, spread=0.3)
    dice = np.random.default_rng(5)
    drawn = [
        np.quantile(np.asarray(taken)[dice.integers(0, count, (40_000, count))], share, axis=1)
        for taken in (old, new)
    ]
    wanted = np.quantile(drawn[1] - drawn[0], (0.0005, 0.9995))
    found = difference_interval(old, new, share)
    assert found == pytest.approx(wanted, abs=0.12 * (wanted[1] - wanted[0]))
    assert found == difference_interval(old, new, share)


@pytest.mark.parametrize(("share", "count"), [(0.5, 9), (0.5, 10), (0.95, 41), (0.0, 5), (1.0, 5)])
def test_resampled_quantiles_have_the_mean_and_spread_of_resampled_samples(share: float, count: int) -> None:
    values = np.arange(count, dtype=float)
    dice = np.random.default_rng(5)
    wanted = np.quantile(values[dice.integers(0, count, (40_000, count))], share, axis=1)
    found = _resampled(list(values), share, dice)
    assert found.mean() == pytest.approx(wanted.mean(), abs=4 * wanted.std() / len(found) ** 0.5)
    assert found.std() == pytest.approx(wanted.std(), rel=0.06)


def test_equal_distributions_are_rarely_called_different() -> None:
    apart = 0
    for seed in range(200):
        low, high = difference_interval(samples(1, 60, seed), samples(1, 60, seed + 1000), 0.5, seed)
        apart += low > 0 or high < 0
    assert apart <= 2


def command(folder: Path, before: Report, after: Report, *options: str) -> int:
    paths = [folder / "a.json", folder / "b.json"]
    for path, one in zip(paths, (before, after), strict=True):
        path.write_text(to_json(one), encoding="utf-8")
    return cli_compare.run([*map(str, paths), *options])


def test_the_exit_code_is_the_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = report(ttft(*samples(100.0))), report(ttft(*samples(120.0, seed=1)))
    assert command(tmp_path, old, old) == 0
    assert "no regression" in capsys.readouterr().out
    assert command(tmp_path, old, new) == 1
    printed = capsys.readouterr().out
    assert "REGRESSION" in printed
    assert "live/ttft p50 [ms]" in printed
    assert max(map(len, printed.splitlines())) <= 110
    assert command(tmp_path, new, old) == 0
    assert command(tmp_path, old, new, "--threshold", "median=0.5", "--threshold", "p95=0.5") == 0
    assert command(tmp_path, old, new, "--threshold", "least_ms=50") == 0
    capsys.readouterr()
    assert command(tmp_path, old, new, "--json") == 1
    tree = json.loads(capsys.readouterr().out)
    assert tree["regression"] is True
    assert tree["changes"][0]["verdict"] == "worse"


def test_however_far_runs_are_apart_the_table_fits_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = report(ttft(0.1, 0.11)), report(ttft(2000.0, 2001.0))
    assert command(tmp_path, old, replace(new, command="anymal bench " + 40 * "--scenario here ")) == 1
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 110
    assert " 2000 x1.9e+04 " in lines[1]
    assert any(line.startswith("unlike  command") for line in lines)


def test_a_refused_scenario_does_not_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = ttft(*samples(1.0)), figure("gap", "ms", samples(2.0))
    with pytest.raises(InputError, match=r"lacks live/gap.*measure again"):
        command(tmp_path, report(one, other), report(one))
    assert "absent  live/gap" in capsys.readouterr().out
    assert command(tmp_path, report(one, other), report(one), "--allow-absent") == 0
    assert command(tmp_path, report(one), report(one, other)) == 0


def test_a_figure_that_could_not_be_told_is_no_absent_one_but_a_verdict_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, part = ttft(*samples(1.0)), figure("aligner", "ms", samples(2.0))
    verdict = figure("keeps_up", "pass", [1.0], better="higher")
    after = replace(report(one), unavailable=("live: aligner: below what can be measured",))
    assert command(tmp_path, report(one, part), after) == 0
    assert "untold  live/aligner: below what can be measured" in capsys.readouterr().out
    short = replace(report(one), unavailable=("live: keeps_up: 3 windows were due",))
    with pytest.raises(InputError, match="lacks live/keeps_up"):
        command(tmp_path, report(one, verdict), short)


def test_what_is_unclear_is_counted_and_fails_where_that_is_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = report(ttft(1.0, 9.05)), report(ttft(9.0, 9.1))
    assert command(tmp_path, old, new) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("no regression: 1 unclear")
    with pytest.raises(InputError, match="live/ttft p50 may have got worse or not: take more samples"):
        command(tmp_path, old, new, "--strict")
    assert command(tmp_path, old, old, "--strict") == 0


def test_a_catastrophe_in_figures_of_few_samples_does_not_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Streams that no longer keep up, a peak of 9 GB, a start ten times slower."""
    shipped = read_report(QUICK)

    def all_of(one: Figure, samples: list[float]) -> Figure:
        return figure(one.name, one.unit, samples, one.note, one.better)

    live, scaling, soak, start_up = (
        dict(shipped.scenarios[name]) for name in ("live", "scaling", "soak", "start_up")
    )
    for name, one in live.items():
        for beginning, value in (("keeps_up", 0.0), ("dropped", 1e5), ("real_time", 0.01), ("stale", 1.0)):
            if name.startswith(beginning):
                live[name] = all_of(one, [value])
    scaling["real_time_limit"] = all_of(scaling["real_time_limit"], [0.0])
    soak["peak_rss_mb"] = all_of(soak["peak_rss_mb"], [9000.0])
    start_up = {name: all_of(one, [10.0 * value for value in one.samples]) for name, one in start_up.items()}
    parts = {"live": live, "scaling": scaling, "soak": soak, "start_up": start_up}
    assert command(tmp_path, shipped, replace(shipped, scenarios={**shipped.scenarios, **parts})) == 1
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 110
    worse = {line.split()[1] for line in printed.splitlines() if line.startswith("worse")}
    streams = ("image", "audio", "imu")
    assert worse == {
        *(f"live/{kind}_{one}" for kind in ("keeps_up", "dropped", "real_time", "stale") for one in streams),
        "scaling/real_time_limit",
        "soak/peak_rss_mb",
        *(f"start_up/{name}" for name in start_up),
    }


@pytest.mark.parametrize(
    "text", ["median", "=0.1", "median=a lot", "median=-1", "nosuch/*=0.1", "least_parsec=1"]
)
def test_a_malformed_threshold_is_refused(tmp_path: Path, text: str) -> None:
    one = report(ttft(1.0))
    with pytest.raises(ConfigError, match="threshold"):
        command(tmp_path, one, one, "--threshold", text)
