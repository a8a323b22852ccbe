"""Windows: what the user may write, and what is refused."""

import math

import pytest

from anymal.errors import ConfigError
from anymal.sensors.window import Window, parse_window


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("newest", Window(None, None)),
        ("3:8", Window(3.0, 5.0)),
        (" 3 : 8.5 ", Window(3.0, 5.5)),
        ("3:", Window(3.0, None)),
        (":8", Window(0.0, 8.0)),
        ("0:0.25", Window(0.0, 0.25)),
    ],
)
def test_windows_are_start_and_end(text: str, window: Window) -> None:
    assert parse_window(text) == window


@pytest.mark.parametrize(
    "text", ["", ":", "3", "8:3", "3:3", "-1:2", "a:b", "1:2:3", "nan:2", "0:inf", "oldest", "1:nan"]
)
def test_other_text_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ConfigError, match="3:8"):
        parse_window(text)


@pytest.mark.parametrize(("start_s", "length_s"), [(-1.0, None), (math.nan, 1.0), (0.0, 0.0), (None, -2.0)])
def test_impossible_windows_are_refused(start_s: float | None, length_s: float | None) -> None:
    with pytest.raises(ConfigError, match="wanted"):
        Window(start_s, length_s)


def test_length_is_filled_in_only_where_none_was_chosen() -> None:
    assert Window().or_length(5.0) == Window(None, 5.0)
    assert Window(3.0).or_length(5.0) == Window(3.0, 5.0)
    assert Window(3.0, 2.0).or_length(5.0) == Window(3.0, 2.0)


def test_a_window_names_itself_as_the_user_would() -> None:
    assert [str(w) for w in (Window(), Window(None, 5), Window(3, 5), Window(3))] == [
        "whole",
        "newest 5 s",
        "3:8",
        "3:",
    ]
