"""The page of a bench report: whole without a network, safe to open, and true to the samples."""

import math
import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from anymal.bench import cli_report
from anymal.bench.record import Figure, Floor, Machine, Report, figure
from anymal.bench.record_file import to_json
from anymal.bench.report_html import report_html
from anymal.bench.report_method import ASKED
from anymal.bench.report_svg import Curve, Lane, Range, Step, cdf_plot, range_plot, waterfall_plot
from anymal.bench.scenario_file import SCENARIOS
from anymal.errors import InputError

NASTY = "<script>alert('&')</script>"
PARTS = ("wait", "flush", "prefill", "first")
STRANGE = [
    (),
    (0.0, 0.0),
    (math.nan, math.inf, -math.inf),
    (1e-30, 1.0, 1e30),
    (-1.0, 0.5),
    (3.0,),
    (2.0, 2.0, 2.0),
    tuple(np.linspace(0.1, 1, 5000)),
]


class Balanced(HTMLParser):
    """Fails on a tag that is closed out of order, and lists what the page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.fetched: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.fetched += [value for name, value in attrs if name in ("src", "href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def machine() -> Machine:
    versions = {"anymal": "1", "numpy": "2"}
    return Machine("a CPU", 2, 4.0, "", 0.0, 0.1, 0.2, "3.11", versions, "", "2026-01-01T00:00:00Z")


def live_figures(count: int = 50) -> dict[str, Figure]:
    dice = np.random.default_rng(3)
    parts = {f"answer_{part}_ms": dice.lognormal(n, 0.4, count) for n, part in enumerate(PARTS)}
    total = np.sum(list(parts.values()), axis=0)
    taken = {**parts, "answer_response_ms": total, "token_gap_ms": dice.lognormal(2, 0.3, 9 * count)}
    return {name: figure(name, "ms", tuple(samples)) for name, samples in taken.items()}


def report(words: str = "plain", refused: tuple[str, ...] = ()) -> Report:
    stages = {
        "decode": figure("decode", "ms", (9.0, 10.0, 11.0), note=words),
        "sampling": figure("sampling", "us", (40.0, 50.0, 60.0)),
    }
    return Report(
        command=f"anymal bench {words}",
        machine=machine(),
        bundle={"name": words, "version": "1", "bytes.llm.gguf": 5},
        scenarios={"stages": stages, "live": live_figures(), words: {words: figure(words, words, (1.0,))}},
        refused=refused,
        floors={"stages/decode": Floor("bandwidth", 4e7, 1e10, 4.0, 0.4, words)},
        noise={"stages": {"cpu_share": 0.99}, "live": {"spin_change": 0.01}},
    )


def test_the_page_is_whole_and_fetches_nothing() -> None:
    page = report_html(report(NASTY, (f"cold: {NASTY}",)))
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert "script" not in parser.seen
    assert parser.fetched == []
    assert "url(" not in page
    assert "@import" not in page
    assert page.count("<svg") == 4  # waterfall, two distributions, stages


def test_the_page_says_what_matters() -> None:
    page = report_html(report(refused=("cold: shared the machine",)))
    for words in ("Refused:", "cold: shared the machine", "40% of bandwidth", "cpu_share", "p95: answer"):
        assert words in page, words
    assert "Refused:" not in report_html(report())


def test_a_report_in_which_everything_was_refused_is_a_page_without_plots() -> None:
    page = report_html(Report("anymal bench", machine(), {}, {}, refused=("live: too noisy",)))
    assert "live: too noisy" in page
    assert "<svg" not in page


def test_every_lane_is_one_real_answer_and_its_parts_add_up() -> None:
    live = live_figures()
    page = report_html(Report("c", machine(), {}, {"live": live}))
    totals = sorted(live["answer_response_ms"].samples)
    assert f"{totals[0]:.4g} ms</text>" in page
    assert f"{totals[-1]:.4g} ms</text>" in page
    assert f"{totals[round(0.95 * 49)]:.4g} ms</text>" in page


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (1, ["p50"]),
        (3, ["fastest", "p50", "slowest"]),
        (300, ["fastest", "p50", "p95", "p99", "slowest"]),
    ],
)
def test_few_answers_are_not_shown_twice(count: int, names: list[str]) -> None:
    page = report_html(Report("c", machine(), {}, {"live": live_figures(count)}))
    assert re.findall(r">(\w+): answer \d+</text>", page) == names


def test_what_is_left_of_the_response_is_a_part_of_its_own() -> None:
    live = live_figures(300)
    whole = tuple(value + 1.0 for value in live["answer_response_ms"].samples)
    live["answer_response_ms"] = figure("answer_response_ms", "ms", whole)
    page = report_html(Report("c", machine(), {}, {"live": live}))
    assert page.count("<title>handed over: 1</title>") == 5
    assert f"{max(whole):.4g} ms</text>" in page


@pytest.mark.parametrize("values", STRANGE)
def test_any_values_give_a_distribution_inside_its_frame(values: tuple[float, ...]) -> None:
    text = cdf_plot([Curve("a <b>", values), Curve("ones", (1.0, 1.0))], "x < y")
    picture = ElementTree.fromstring(text)
    assert len(text) < 60_000
    assert "nan" not in text
    lost = sum(not (math.isfinite(value) and value > 0) for value in values)
    if lost:
        assert any(f"{lost} left out" in (word.text or "") for word in picture.iter("text"))


def test_a_distribution_climbs_to_the_top_where_the_largest_value_is() -> None:
    picture = ElementTree.fromstring(cdf_plot([Curve("a", (1.0, 2.0, 4.0, 8.0))], "ms"))
    path = next(picture.iter("path")).attrib["d"]
    heights = [float(part.split("H")[0]) for part in path.split("V")[1:]]
    start = float(path.split(",")[1].split("H")[0])
    assert [round((start - height) / (start - heights[-1]), 2) for height in heights] == [
        0.25,
        0.5,
        0.75,
        1.0,
    ]


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_a_row_without_a_usable_middle_is_left_out(value: float) -> None:
    assert range_plot([Range("r", value, value, value, value, value)], "ms") == ""
    picture = ElementTree.fromstring(
        range_plot([Range("r", value, 0, 0), Range("s", 2.0, 1.0, 3.0, math.nan, value)], "ms")
    )
    assert len(list(picture.iter("circle"))) == 1


def test_what_has_no_place_on_the_axis_is_named_there() -> None:
    text = range_plot([Range("aligner <image>", -0.037), Range("s", 2.0, 1.0, 3.0)], "ms")
    words = [one.text or "" for one in ElementTree.fromstring(text).iter("text")]
    assert "ms (1 left out: aligner <image>)" in words


def test_the_page_says_of_each_scenario_how_it_asked_and_of_no_other() -> None:
    page = report_html(report())
    assert "no coordinated omission" in page
    assert "closed loop" not in page
    soaked = report_html(Report("c", machine(), {}, {"soak": {"ttft_ms": figure("ttft_ms", "ms", [1.0])}}))
    assert "closed loop" in soaked
    assert "no coordinated omission" not in soaked


def test_every_scenario_of_a_plan_has_words_on_how_it_asked() -> None:
    assert set(ASKED) == set(SCENARIOS)


def test_every_sign_of_noise_stands_beside_its_limit() -> None:
    seen = {"spin_change": 0.01, "spin_change_limit": 0.15, "longest_stall_ms": 3.0, "stall_ms_limit": 500.0}
    page = report_html(replace(report(), noise={"live": {**seen, "wall_s": 9.0}}))
    cells = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in page.split("<tr>")]
    assert ["live", "longest_stall_ms", "3", "500"] in cells
    assert ["live", "spin_change", "0.01", "0.15"] in cells
    assert ["live", "wall_s", "9", ""] in cells


def test_the_page_prints_no_tail_of_few_samples() -> None:
    few = report_html(Report("c", machine(), {}, {"live": live_figures(12)}))
    assert "<span>12 answers</span>" in few
    assert "<span>p95" in report_html(Report("c", machine(), {}, {"live": live_figures(20)}))


def test_the_bar_above_a_floor_is_as_long_as_the_ratio() -> None:
    rows = [Range("short", 0.4, 0.4, 0.4, floor=0.1), Range("long", 400.0, 400.0, 400.0, floor=100.0)]
    picture = ElementTree.fromstring(range_plot(rows, "ms"))
    widths = [float(bar.attrib["width"]) for bar in picture.iter("rect") if bar.attrib["class"] == "gap"]
    assert widths[0] == pytest.approx(widths[1], abs=0.2)


@pytest.mark.parametrize("length", [0.0, math.nan, math.inf])
def test_a_waterfall_of_nothing_is_nothing(length: float) -> None:
    assert waterfall_plot([Lane("l", [Step("s", 0.0, length, "a")])], "ms") == ""


def test_a_part_too_short_to_see_is_drawn_all_the_same() -> None:
    steps = [Step("short", 0.0, 1e-6, "a"), Step("long", 1e-6, 100.0, "b")]
    picture = ElementTree.fromstring(waterfall_plot([Lane("l", steps)], "ms"))
    assert all(float(part.attrib["width"]) > 1 for part in picture.iter("rect"))


def test_the_command_writes_the_page_beside_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "run.json"
    path.write_text(to_json(report()), encoding="utf-8")
    assert cli_report.run([str(path)]) == 0
    page = tmp_path / "run.html"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out.strip() == str(page)


def test_the_document_names_every_field_of_the_json() -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "bench.md").read_text(encoding="utf-8")
    names = [field.name for kind in (Report, Machine, Figure, Floor) for field in fields(kind)]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_a_page_that_cannot_be_written_is_the_users_to_put_right(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(to_json(report()), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        cli_report.run([str(path), "-o", str(tmp_path / "no" / "page.html")])
