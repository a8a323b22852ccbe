"""The page of a verification: whole without a network, honest about numbers that are none, safe to open."""

import base64
import dataclasses
import io
import json
import math
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from anymal.export.parity import LogitsParity, RowsParity
from anymal.export.svg_plots import Axis, Strip, strip_plot, wave_plot
from anymal.export.verify_record import (
    Answered,
    Check,
    GraphFinding,
    LlmFinding,
    NormFinding,
    Verification,
    VerifyLimits,
    WorstSample,
)
from anymal.export.verify_report import report_html

VOID = {"meta", "img"}
NASTY = "<script>alert('&')</script>"


class Balanced(HTMLParser):
    """Fails on a tag that is closed out of order, and lists what the page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def verification(found: float = 0.5) -> Verification:
    dice = np.random.default_rng(1)
    rows = dice.standard_normal((3, 4)).astype(np.float32)
    picture = dice.integers(0, 256, (24, 32, 3), dtype=np.uint8)
    graphs = [
        GraphFinding(
            *(modality, f"{modality}.onnx", "int8", "torch", "CPU"),
            parity=RowsParity(5, found, found, 1 - found, 1.0),
            distances=np.abs(dice.standard_normal((5, 3))) * 1e-3,
            norms=np.ones((5, 3)),
            worst=WorstSample(2, raw, rows, rows),
        )
        for modality, raw in (("image", picture), ("audio", rows[:, 0]), ("imu", rows))
    ]
    total = LogitsParity(2, 9, 0.1, 20.0, 1e-4, 0.5)
    return Verification(
        bundle=NASTY,
        at="2026-01-01T00:00:00Z",
        reference={"source": NASTY, "weights": {"a.safetensors": "0" * 64}},
        inputs={"image": 5},
        machine={"torch": "2"},
        files={"llm.gguf": "1" * 64},
        limits=VerifyLimits(),
        checks=(Check("image: a", "smallest cosine", 1 - found, 0.99, ">="),),
        graphs=(*graphs, GraphFinding("imu", "imu.plan", "plan", skipped="no driver", shipped=False)),
        norms=NormFinding(np.ones(9), {"image": np.full(9, 30.0)}),
        llm=LlmFinding("Q8_0", False, total, (total, total)),
        answers=(Answered("Q?", ("image",), NASTY, "found", False), Answered("Q2", (), "a", "a", True)),
    )


@pytest.mark.parametrize("found", [0.0, 0.5, float("nan"), float("inf")])
def test_the_page_is_whole_and_fetches_nothing(found: float) -> None:
    page = report_html(verification(found))
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert "script" not in parser.seen
    assert [source[:22] for source in parser.fetched] == ["data:image/png;base64,"]
    assert "url(" not in page
    assert "@import" not in page
    assert ("passed" if found == 0.0 else "failed") in re.findall(r'<header class="(\w+)"', page)


def test_the_page_says_what_matters() -> None:
    page = report_html(verification())
    for words in (
        "First bad stage:",
        "smallest cosine is 0.5",
        "no driver",
        "1 of 2 answers",
        "sample 2",
        "Q8_0",
    ):
        assert words in page, words


def test_a_video_is_shown_frame_beside_frame() -> None:
    found = verification()
    frames = np.random.default_rng(2).integers(0, 256, (4, 24, 32, 3), dtype=np.uint8)
    worst = dataclasses.replace(found.graphs[0].worst, raw=frames)
    graphs = (dataclasses.replace(found.graphs[0], modality="video", worst=worst),)
    page = report_html(dataclasses.replace(found, graphs=graphs))
    (data,) = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert picture.size == (4 * 32, 24)
    np.testing.assert_array_equal(np.asarray(picture)[:, 32:64], frames[1])


def test_the_record_is_json_that_every_reader_takes() -> None:
    def refuse(constant: str) -> float:
        raise AssertionError(f"{constant} is no JSON")

    text = json.dumps(verification(math.nan).to_json())
    record = json.loads(text, parse_constant=refuse)
    assert record["passed"] is False
    assert record["checks"][0]["found"] == "nan"


@pytest.mark.parametrize(
    "values",
    [
        np.array([]),
        np.zeros(3),
        np.array([np.nan, np.inf, -np.inf]),
        np.array([1e-30, 1.0, 1e30]),
        np.array([-1.0, 0.5]),
        np.linspace(0, 1, 5000),
    ],
)
def test_any_values_give_a_plot_inside_its_frame(values: np.ndarray) -> None:
    axis = Axis("x < y", 1e-9, limit=0.01, limit_label="limit & more")
    picture = ElementTree.fromstring(strip_plot([Strip("a <b>", values), Strip("ones", np.ones(2))], axis))
    width = float(picture.attrib["viewBox"].split()[2])
    places = [float(dot.attrib["cx"]) for dot in picture.iter("circle")]
    assert all(0 <= place <= width for place in places)
    assert len(places) <= 2 * 240
    if not np.isfinite(values).all():
        assert any("3 not finite" in (text.text or "") for text in picture.iter("text"))


@pytest.mark.parametrize("shape", [(1,), (5,), (80_000,), (500, 6)])
def test_any_signal_gives_lines(shape: tuple[int, ...]) -> None:
    signal = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    picture = ElementTree.fromstring(wave_plot(signal, "a & b"))
    assert len(list(picture.iter("polyline"))) == (shape[1] if len(shape) > 1 else 1)
    assert len(ElementTree.tostring(picture)) < 50_000
