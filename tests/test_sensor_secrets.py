"""No address that is shown tells a secret, wherever it stands and whatever stands around it."""

import re
import urllib.parse

from hypothesis import given
from hypothesis import strategies as st

from anymal.errors import ConfigError
from anymal.sensors.address import safe_uri
from anymal.sensors.recording import StreamInfo

_PROPERTIES = st.sampled_from(("user-pw", "proxy-pw", "password", "passphrase", "auth-token", "src::api-key"))
_NAMES = st.sampled_from(("api_key", "access_token", "auth", "passcode", "password", "client_secret", "PWD"))
_TEXT = st.text("ab1 @?&#/:;=%!\\\"'", max_size=6)


def _quoted(before: str, after: str, quote: str) -> str:
    """A value as gst-launch takes it: a backslash keeps a quote, or a space where there is none."""
    kept = [
        re.sub(rf"[{quote}]" if quote else r"\s", r"\\\g<0>", part.replace("\\", ""))
        for part in (before, after)
    ]
    return f"{quote}{kept[0]}S3CRET{kept[1]}{quote}"


@given(
    _PROPERTIES,
    st.sampled_from(("=", " = ", "= ")),
    _TEXT,
    _TEXT,
    st.sampled_from("\"'") | st.just(""),
    st.booleans(),
)
def test_no_property_of_a_pipeline_shows_its_secret(
    name: str, equals: str, before: str, after: str, quote: str, coded: bool
) -> None:
    pipeline = f"rtspsrc location=rtsp://cam {name}{equals}{_quoted('a' + before, after, quote)} ! b"
    shown = safe_uri(f"gst:{urllib.parse.quote(pipeline) if coded else pipeline.replace('%', '')}")
    assert "S3CRET" not in shown
    assert shown.startswith("gst:rtspsrc location=rtsp://cam"), "the rest says what it is"


def _recorded(uri: str) -> str:
    """What a recording says of a stream, or why it does not."""
    try:
        return str(StreamInfo.from_uri("a", "image", uri).to_metadata())
    except ConfigError as error:
        return str(error)


@given(
    _NAMES,
    st.sampled_from("?&#;"),
    st.text("ab1@?/:;=%", max_size=6),
    st.sampled_from(("rtsp", "http", "mine")),
)
def test_no_option_of_an_address_shows_its_secret(name: str, mark: str, around: str, scheme: str) -> None:
    for host in ("cam", "cam:554", "me:x@cam", "cam:554/path", "[::1]:554/path"):
        query = f"?to=1{mark}{name}" if mark in "&;" else f"{mark}{name}"
        uri = f"{scheme}://{host}{query}={around}S3CRET{around}"
        assert "S3CRET" not in safe_uri(uri)
        if scheme != "mine":
            assert "S3CRET" not in _recorded(uri)


@given(st.text("ab1?/:;=&", max_size=6), st.text("ab1@?/:;=&", max_size=6))
def test_no_login_is_shown(before: str, after: str) -> None:
    assert "S3CRET" not in safe_uri(f"rtsp://me:p{before}S3CRET{after}@cam/x")
