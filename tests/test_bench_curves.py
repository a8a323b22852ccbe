"""The page's plots of limits: cost curves, the roofline, verdicts; any values stay inside the picture."""

import itertools
import math
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from anymal.bench.record import Figure, Floor, Machine, Report, figure
from anymal.bench.report_axes import RIGHT, WIDTH
from anymal.bench.report_curves import Line, Roof, Spot, line_plot, roofline_plot
from anymal.bench.report_html import report_html
from anymal.bench.report_limits import cost_curves, roofline, stream_verdicts

MACHINE = Machine("a CPU", 2, 4.0, "", 0.0, 0.1, 0.2, "3.11", {}, "", "2026-01-01T00:00:00Z")


def points(name: str, values: dict[int, float], unit: str = "ms") -> dict[str, Figure]:
    return {f"{name}@{x}": figure(f"{name}@{x}", unit, [y]) for x, y in values.items()}


def report(**scenarios: dict[str, Figure]) -> Report:
    return Report("c", MACHINE, {}, scenarios)


def circles(svg: str) -> list[tuple[float, float]]:
    found = ElementTree.fromstring(svg).iter("circle")
    return [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in found]


def test_a_cost_in_proportion_is_a_straight_line() -> None:
    (first, second, third) = circles(line_plot([Line("a <b>", [(1, 2), (10, 20), (100, 200)])], "x", "ms"))
    assert second[0] - first[0] == pytest.approx(third[0] - second[0], abs=0.2)
    assert first[1] - second[1] == pytest.approx(second[1] - third[1], abs=0.2) != 0


@pytest.mark.parametrize("bad", [0.0, -1.0, math.nan, math.inf])
def test_points_that_cannot_be_drawn_are_left_out(bad: float) -> None:
    assert line_plot([Line("a", [(1, bad), (bad, 1)])], "x", "ms") == ""
    assert len(circles(line_plot([Line("a", [(1, bad), (2, 3.0), (4, 5.0)])], "x", "ms"))) == 2
    assert roofline_plot([Roof("r", 1.0, 10.0)], [Spot("s", bad, 1.0)], "x", "y") == ""


def test_one_point_is_no_curve_and_what_was_measured_stands_at_the_axis() -> None:
    assert line_plot([Line("a", [(64, 3.0)]), Line("b", [(64, 9.0)])], "x", "ms") == ""
    svg = line_plot([Line("a", [(64, 3.0), (96, 3.1), (2048, 3.2)])], "x", "ms")
    words = [one.text for one in ElementTree.fromstring(svg).iter("text")]
    assert {"64", "96", "2048"} <= set(words)
    assert {"3", "3.5"} <= set(words)  # a narrow range has round values too


def test_curves_of_one_axis_and_unit_share_a_plot() -> None:
    scaling = {
        **points("prefill_by_context", {64: 10.0, 128: 20.0}),
        **points("decode_token_by_context", {64: 1.0, 128: 1.5}),
        **points("sensed_by_windows_per_s", {1: 1.0, 50: 0.3}, "share"),
        **points("cpu_by_windows_per_s", {1: 0.1, 50: 1.9}, "cores"),
        "real_time_limit": figure("real_time_limit", "windows/s", [25.0]),
    }
    text = cost_curves(report(scaling=scaling))
    assert text.count("<svg") == 3
    assert "decode token" in text
    assert text.count("<circle") == 8
    assert cost_curves(report()) == ""


def made_roofline() -> Report:
    rates = {
        "read_2t": figure("read_2t", "GB/s", [10.0]),
        "triad_2t": figure("triad_2t", "GB/s", [20.0]),
        "matrix_2t": figure("matrix_2t", "GFLOP/s", [200.0]),
    }
    stages = {
        "decode_token": figure("decode_token", "ms", [10.0]),
        "prefill_64": figure("prefill_64", "ms", [50.0]),
    }
    floors = {
        "stages/decode_token": Floor("bandwidth", 1e8, 2e10, 5.0, 0.5, "", n_bytes=1e8, flops=2e8),
        "stages/prefill_64": Floor("matrix", 8e9, 2e11, 40.0, 0.8, "", n_bytes=1e8, flops=8e9),
        "stages/encode_image": Floor("matrix", 8e9, 2e11, 40.0, 0.8),  # of a figure that is not there
    }
    return replace(report(floors=rates, stages=stages), floors=floors)


def test_a_stage_stands_below_the_roof_by_its_share() -> None:
    text = roofline(made_roofline())
    svg = text[text.index("<svg") : text.index("</svg>") + len("</svg>")]
    spots = circles(svg)
    assert len(spots) == 2
    assert all(0 < x < WIDTH - RIGHT and y > 0 for x, y in spots)
    assert "2 threads" in svg
    roof = next(one for one in ElementTree.fromstring(svg).iter("path") if one.attrib["class"] == "roof")
    level = float(roof.attrib["d"].rsplit(",", 1)[1])
    assert all(y > level for _, y in spots)  # pixels count downwards


def test_a_run_without_rates_has_no_roofline() -> None:
    assert roofline(replace(made_roofline(), scenarios={})) == ""


def test_labels_of_near_spots_do_not_lie_on_each_other() -> None:
    spots = [Spot(f"stage {number}", 10.0 + number / 100, 50.0 + number / 100) for number in range(6)]
    picture = ElementTree.fromstring(roofline_plot([Roof("r", 1.0, 100.0)], spots, "x", "y"))
    heights = sorted(
        float(one.attrib["y"]) for one in picture.iter("text") if (one.text or "").startswith("stage")
    )
    assert all(later - earlier > 10 for earlier, later in itertools.pairwise(heights))


def test_the_page_says_which_stream_was_not_real_time_and_what_was_not_available() -> None:
    live = {
        "keeps_up_image": figure("keeps_up_image", "pass", [1.0]),
        "keeps_up_audio": figure("keeps_up_audio", "pass", [0.0]),
    }
    assert "image: keeps up" in stream_verdicts(live)
    page = report_html(replace(report(live=live), unavailable=("energy: no <meter>",)))
    assert "audio: DOES NOT KEEP UP" in page
    assert "Not available here</h2><p>energy: no &lt;meter&gt;" in page
