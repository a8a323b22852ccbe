"""WebSocket ingest over real sockets: three senses on one port, bad clients told why, nothing left behind."""

import io
import json
import math
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from anymal.clock import ManualClock, MonotonicClock
from anymal.errors import ConfigError, InputError, SensorError
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk
from anymal.sensors import open_driver, open_sensor
from anymal.sensors.mounting import parse_mounting
from anymal.sensors.sensor import Sensor
from anymal.sensors.ws_feed import MotionFeed, PictureFeed
from anymal.sensors.ws_inbox import Inbox, Peer, Received
from anymal.sensors.ws_message import Jpeg, Message, Pcm, Rows, parse_message

pytest.importorskip("websockets")
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

_LONG_S = 20.0
_G = 9.80665
_SOI = b"\xff\xd8\xff"  # how a JPEG starts
_CLOCK = MonotonicClock()


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(20)  # one of the library's ends by itself, a moment after its connection
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture
def port() -> Iterator[int]:
    """A free port; when the test is over, it must be free again."""
    number = _free_port()
    yield number
    socket.create_server(("127.0.0.1", number)).close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _packed(header: dict[str, Any], payload: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return struct.pack("<I", len(text)) + text + payload


def _jpeg(colour: tuple[int, int, int] = (200, 30, 30), size: tuple[int, int] = (32, 24)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def _picture(seq: int, t_us: int | None = None, colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    header = {"stream": "eye", "seq": seq, "codec": "jpeg"} | ({} if t_us is None else {"t_device_us": t_us})
    return _packed(header, _jpeg(colour))


def _rows(count: int, first: int = 0) -> NDArray[np.float32]:
    """Lying flat, turning about z a little more in every row."""
    rows = np.zeros((count, 6), "<f4")
    rows[:, 2] = 1.0
    rows[:, 5] = np.arange(first, first + count)
    return rows


def _motion(seq: int, t_us: int, rows: NDArray[np.float32], **other: Any) -> bytes:
    header = {"stream": "head", "seq": seq, "t_device_us": t_us, "codec": "imu-f32", "accel": "g",
              "gyro": "dps", "rate": 100}  # fmt: skip
    return _packed(header | other, rows.tobytes())


@contextmanager
def _client(port: int, query: str = "") -> Iterator[ClientConnection]:
    with connect(f"ws://127.0.0.1:{port}/{query}", compression=None) as client:
        assert "listening" in json.loads(client.recv(_LONG_S))
        yield client


def _visit(url: str, **options: Any) -> None:
    """Connect and leave."""
    with connect(url, **options):
        pass


def _text(rows: str) -> str:
    return '{"codec": "imu-json", "accel": "g", "gyro": "dps", "rows": ' + rows + "}"


def _error(client: ClientConnection) -> str:
    return str(json.loads(client.recv(_LONG_S))["error"])


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _LONG_S
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.002)


def _until_gone(sensor: Sensor, connects: int, left: int = 0) -> None:
    """Wait until so many clients have been here and so many are left."""
    wanted = (connects, left)

    def found() -> tuple[int, int]:
        counters = sensor.stats().counters
        return counters["connects"], counters["clients"]

    _until(lambda: found() == wanted)


def _frame(sensor: Sensor) -> Frame:
    sample = sensor.read(_LONG_S).sample
    assert isinstance(sample, Frame)
    return sample


# What comes through


def test_three_senses_over_one_connection(port: int) -> None:
    with ExitStack() as stack:
        eye, ear, head = (
            stack.enter_context(open_sensor(f"ws-listen://127.0.0.1:{port}", wanted=sense))
            for sense in ("image", "audio", "imu")
        )
        client = stack.enter_context(connect(f"ws://127.0.0.1:{port}"))
        assert json.loads(client.recv(_LONG_S)) == {"listening": ["audio", "image", "imu"]}
        before_ns = time.monotonic_ns()
        client.send(_picture(0, 5_000_000))
        frame = eye.read(_LONG_S)
        assert isinstance(frame.sample, Frame)
        assert frame.sample.rgb.shape == (24, 32, 3)
        np.testing.assert_allclose(frame.sample.rgb[12, 16], (200, 30, 30), atol=4)
        assert before_ns <= frame.sample.t_ns <= frame.arrival_ns <= time.monotonic_ns()
        assert frame.device_ns is not None
        assert frame.device_ns.tolist() == [5_000_000_000]

        for number in range(20):
            client.send(_motion(number, number * 100_000, _rows(10, number * 10)))
        chunks = [head.read(_LONG_S).sample for _ in range(20)]
        turned = np.concatenate([chunk.gyro_radps for chunk in chunks if isinstance(chunk, ImuChunk)])
        np.testing.assert_allclose(turned[:, 2], np.radians(np.arange(200)), rtol=1e-5)
        assert isinstance(chunks[0], ImuChunk)
        np.testing.assert_allclose(chunks[0].accel_mps2, np.tile([0, 0, _G], (10, 1)), rtol=1e-5)

        tone = (12_000 * np.sin(np.arange(48_000) * math.tau * 440 / 48_000)).astype("<i2")
        header = {"stream": "ear", "codec": "pcm-s16", "rate": 48_000, "channels": 2}
        for number, piece in enumerate(np.split(np.repeat(tone, 2), 50)):
            client.send(_packed(header | {"seq": number}, piece.tobytes()))
        heard = [ear.read(_LONG_S).sample for _ in range(40)]
        samples = np.concatenate([chunk.samples for chunk in heard if isinstance(chunk, AudioChunk)])
        assert (len(samples), {chunk.rate_hz for chunk in heard if isinstance(chunk, AudioChunk)}) == (
            12_800,
            {16_000},
        )
        assert int(np.argmax(np.abs(np.fft.rfft(samples)))) == round(440 * 12_800 / 16_000)
        assert np.abs(samples).max() == pytest.approx(12_000 / 32_768, rel=0.02)
        for sensor in (eye, ear, head):
            counters = sensor.stats().counters
            assert (counters["clients"], counters["connects"], counters["malformed"]) == (1, 1, 0)


def test_text_messages_for_motion(port: int) -> None:
    uri = f"ws-listen://127.0.0.1:{port}?sense=imu&axes=x,-z,y"
    with open_sensor(uri) as sensor, _client(port) as client:
        rows = [[k * 10_000, 0.0, 0.0, 9.81, 1.0, 2.0, 3.0] for k in range(150)]
        for number in range(15):
            message = {"codec": "imu-json", "seq": number, "accel": "mps2", "gyro": "radps",
                       "rows": rows[number * 10 : number * 10 + 10]}  # fmt: skip
            client.send(json.dumps(message))
        sample = sensor.read(_LONG_S).sample
        assert isinstance(sample, ImuChunk)
        np.testing.assert_allclose(sample.accel_mps2[0], [0, -9.81, 0], rtol=1e-6, atol=1e-6)
        np.testing.assert_allclose(sample.gyro_radps[0], [1, -3, 2])
        np.testing.assert_allclose(np.diff(sample.t_ns), 10_000_000, rtol=0.01)


def test_device_times_are_mapped_and_never_later_than_arrival(port: int) -> None:
    """Rows whose own clock is a day ahead and evenly spaced come out evenly spaced in our time."""
    day_us = 86_400_000_000
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu") as sensor, _client(port) as client:
        for number in range(30):
            client.send(_motion(number, day_us + number * 50_000, _rows(5)))
        chunks = [sensor.read(_LONG_S) for _ in range(30)]
        times = np.concatenate(
            [captured.sample.t_ns for captured in chunks if isinstance(captured.sample, ImuChunk)]
        )
        assert (np.diff(times) > 0).all()
        for captured in chunks:
            assert np.max(captured.sample.t_ns) <= captured.arrival_ns
        device = np.concatenate([captured.device_ns for captured in chunks if captured.device_ns is not None])
        np.testing.assert_array_equal(device, day_us * 1000 + np.arange(150) * 10_000_000)
        assert sensor.stats().clock is not None


def test_a_stream_chosen_by_name_and_two_sensors_of_one_sense(port: int) -> None:
    uri = f"ws-listen://127.0.0.1:{port}?sense=image"
    with (
        open_sensor(f"{uri}&stream=front") as front,
        open_sensor(f"{uri}&stream=back") as back,
        _client(port) as client,
    ):
        for number, (stream, level) in enumerate([("front", 250), ("back", 5), ("front", 250)]):
            client.send(_packed({"codec": "jpeg", "stream": stream, "seq": number}, _jpeg((level,) * 3)))
        assert _frame(front).rgb.mean() > 240
        assert _frame(front).rgb.mean() > 240
        assert _frame(back).rgb.mean() < 15
        client.send(_packed({"codec": "jpeg", "stream": "side"}, _jpeg()))
        assert _error(client) == "nobody listens for image of stream 'side' here"
        _until(lambda: front.stats().counters["unwanted"] == 1)


def test_video_is_pictures(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="video") as sensor, _client(port) as client:
        assert sensor.modality == "video"
        client.send(_picture(0))
        assert _frame(sensor).rgb.shape == (24, 32, 3)


# Clients come and go


def test_a_client_that_goes_and_comes_back(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor:
        assert "listening on ws://127.0.0.1" in sensor.stats().detail
        for round_number in range(3):
            with _client(port) as client:
                client.send(_picture(0, 1_000_000 * (3 - round_number)))  # its clock begins anew each time
                _frame(sensor)
        _until_gone(sensor, 3)
        counters = sensor.stats().counters
        assert (counters["connects"], counters["sources"], counters["lost"]) == (3, 3, 0)
        assert sensor.stats().reconnects == 0


def test_a_client_cut_off_in_the_middle_of_a_message(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor:
        with _client(port) as client:
            client.socket.sendall(b"\x82\xfe\x7f\xff\x00\x00\x00\x00" + b"x" * 100)  # promises 32767 bytes
            client.socket.shutdown(socket.SHUT_RDWR)
        _until_gone(sensor, 1)
        with _client(port) as other:
            other.send(_picture(0))
            _frame(sensor)


def test_one_client_at_a_time_feeds_a_stream() -> None:
    clock = ManualClock()
    inbox = Inbox("image", "", clock)
    left: list[str] = []
    first, second = Peer("first", lambda: "first" in left), Peer("second", lambda: "second" in left)
    message = Message("image", "image", None, None, Jpeg(b""))
    inbox.put(message, first)
    inbox.put(message, second)
    inbox.put(message, second)
    assert [received.peer.name for received in inbox.take(0)] == ["first"]
    assert second.complaints() == [
        "image is fed by stream 'image' of first; 'image' is passed over: stop that one"
    ]
    clock.advance(2 * NS_PER_S)
    inbox.put(message, second)
    (taken,) = inbox.take(0)
    assert (taken.peer, taken.fresh) == (second, True)
    left.append("second")
    inbox.put(message, first)
    assert inbox.take(0)[0].peer is first
    assert inbox.counts()["refused"] == 2


def test_two_streams_of_one_client_are_not_mixed(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor, _client(port) as client:
        client.send(_packed({"codec": "jpeg", "stream": "front"}, _jpeg()))
        client.send(_packed({"codec": "jpeg", "stream": "back"}, _jpeg()))
        assert "choose one with ?stream= in the address" in _error(client)
        _until(lambda: sensor.stats().received == 1)


def test_gaps_in_the_numbers_are_counted(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor, _client(port) as client:
        for seq in (5, 6, 9, 10, 20):
            client.send(_picture(seq))
            _frame(sensor)
        stats = sensor.stats()
        assert (stats.counters["lost"], stats.gaps, stats.counters["messages"]) == (11, 2, 5)


def test_numbers_that_begin_again_and_numbers_that_stand() -> None:
    inbox, peer = Inbox("image", "", ManualClock()), Peer("it")

    def put(seq: int | None) -> Received:
        inbox.put(Message("image", "image", seq, None, Jpeg(b"")), peer)
        return inbox.take(0)[0]

    assert [(put(seq).lost, put(seq + 1).fresh) for seq in (7, 9)] == [(0, False), (0, False)]
    assert put(0).fresh
    assert not put(0).fresh
    assert peer.complaints() == ["seq of stream 'image' stays at 0; wanted 1 more each message"]
    assert (put(None).lost, put(50).lost, put(52).lost) == (0, 0, 1)


def test_a_slow_sensor_keeps_the_newest_pictures_and_knows_what_it_lost() -> None:
    inbox, peer = Inbox("image", "", ManualClock()), Peer("it")
    for seq in (0, 1, 4, 5):
        inbox.put(Message("image", "image", seq, seq, Jpeg(b"")), peer)
    first, second = inbox.take(0)
    assert (first.message.seq, first.lost, first.fresh) == (4, 4, True)
    assert (second.message.seq, second.lost, second.fresh) == (5, 0, False)
    assert inbox.counts() == {"messages": 4, "lost": 2, "gaps": 1, "dropped": 2, "refused": 0, "sources": 1}


def test_what_a_client_sent_before_it_left_is_taken(port: int) -> None:
    """Also when it was never there for our answers."""
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu") as sensor:
        with connect(f"ws://127.0.0.1:{port}", compression=None) as client:
            for number in range(60):
                client.send(b"x" if number % 3 else _motion(number, number * 100_000, _rows(10)))
        _until_gone(sensor, 1)
        _until(lambda: sensor.stats().received == 200)
        assert sensor.stats().counters["malformed"] == 40


# Bad clients


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (b"", "binary message of 0 bytes; wanted a u32 header length first"),
        (b"\xff\xff\xff\xff{}", "header length is 4294967295 in a message of 6 bytes"),
        (struct.pack("<I", 5000) + b" " * 6000, "header length is 5000"),
        (struct.pack("<I", 4) + b"nope", "not JSON"),
        (struct.pack("<I", 2) + b"\xff\xfe", "not JSON"),
        ("[" * 100_000, "not JSON: too deep"),
        ("[1, 2]", "JSON is a list of 2; wanted an object"),
        ("7", "JSON is 7; wanted an object"),
        ("{}", "codec is missing; wanted one of: jpeg, pcm-s16, imu-f32, imu-json"),
        ('{"codec": "h264"}', 'codec is "h264"; wanted one of'),
        ('{"codec": ["jpeg"]}', "codec is a list of 1"),
        ('{"codec": "jpeg"}', "codec jpeg needs a binary message with header and payload"),
        (_packed({"codec": "imu-json"}), "codec imu-json needs a text message"),
        (_packed({"codec": "jpeg"}, b"PNG"), "picture starts with 504e47; wanted a JPEG"),
        (_packed({"codec": "jpeg"}), "picture starts with nothing"),
        (_packed({"codec": "jpeg", "stream": ""}, b"\xff\xd8\xff"), 'stream is ""'),
        (_packed({"codec": "jpeg", "stream": 5}, _SOI), "stream is 5; wanted a name"),
        (_packed({"codec": "jpeg", "seq": -1}, _SOI), "seq is -1; wanted a whole number from 0"),
        (_packed({"codec": "jpeg", "seq": True}, _SOI), "seq is true"),
        (_packed({"codec": "jpeg", "seq": 1.5}, _SOI), "seq is 1.5; wanted a whole number"),
        (_packed({"codec": "jpeg", "t_device_us": -1}, _SOI), "t_device_us is -1; wanted a number"),
        (_packed({"codec": "jpeg", "t_device_us": math.nan}, _SOI), "t_device_us is NaN"),
        (b"\x40\x00\x00\x00" + b'{"codec": "jpeg", "seq": 1' + b"0" * 37 + b"}", "seq is 1000"),
        (_packed({"codec": "pcm-s16"}, b"12"), "rate is missing; wanted a whole number from 4000"),
        (_packed({"codec": "pcm-s16", "rate": 16000}, b"123"), "3 bytes of sound; wanted whole samples"),
        (_packed({"codec": "pcm-s16", "rate": 16000}), "0 bytes of sound"),
        (_packed({"codec": "pcm-s16", "rate": 4000, "channels": 9}, b"12"), "channels is 9"),
        (_packed({"codec": "pcm-s16", "rate": 4000}, bytes(80_002)), "at most 10 s at once"),
        (_motion(0, 0, _rows(1), accel="mg"), 'accel is "mg"; wanted its unit, one of: mps2, g'),
        (_motion(0, 0, _rows(1), gyro=None), "gyro is missing; wanted its unit, one of: radps, dps"),
        (_motion(0, 0, _rows(1), rate=0), "rate is 0; wanted a number from 0.1"),
        (_motion(0, 0, _rows(0)), "0 bytes of motion; wanted 1 to 10000 rows of 6 float32"),
        (_motion(0, 0, _rows(1) * np.nan), "motion reaches nan m/s2"),
        (_motion(0, 0, _rows(1) * 4096), "Are these raw counts?"),
        ('{"codec": "imu-json", "accel": "g", "gyro": "dps"}', "rows is missing"),
        (_text("[1]"), "row is 1; wanted 7 numbers"),
        (_text('[[1,2,3,4,5,6,"7"]]'), "wanted 7 numbers"),
        (_text("[[1,2,3,4,5,6,NaN]]"), "motion reaches"),
        (_text("[[1,2,3,4,5,6,1e308]]"), "motion reaches"),
        (_text("[[1,2,3,4,5,6," + "9" * 400 + "]]"), "a number beyond 1e308"),
        (_text("[[2,0,0,1,0,0,0],[2,0,0,1,0,0,0]]"), "times of rows must rise"),
        (_text("[[1,0,0,1,0,0,0],[1.00001,0,0,1,0,0,0]]"), "closer than 1 ns"),
    ],
)  # fmt: skip
def test_malformed_messages_say_what_was_wanted(message: bytes | str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_message(message)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_malformed_message_is_answered_and_the_next_one_taken(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor, _client(port) as client:
        client.send(b"\x00")
        assert "binary message of 1 bytes" in _error(client)
        client.send("{]")
        assert "not JSON" in _error(client)
        client.send(_picture(0))
        _frame(sensor)
        _until(lambda: sensor.stats().counters["malformed"] == 2)


def test_a_picture_that_cannot_be_decoded_is_told_to_its_sender(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor, _client(port) as client:
        client.send(_packed({"codec": "jpeg"}, _jpeg()[:200]))
        assert "picture of 200 bytes is damaged" in _error(client)
        client.send(
            _packed({"codec": "jpeg"}, _jpeg().replace(struct.pack(">HH", 24, 32), b"\xff\xdc" * 2, 1))
        )
        assert "damaged" in _error(client)
        client.send(_packed({"codec": "jpeg"}, _jpeg()))
        _frame(sensor)
        _until(lambda: sensor.stats().counters["undecodable"] == 2)


def test_motion_that_is_not_gravity_is_told_to_its_sender(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu") as sensor, _client(port) as client:
        for number in range(12):
            client.send(_motion(number, number * 100_000, _rows(10), accel="mps2"))
        message = _error(client)
        assert "It looks like g taken for m/s2" in message
        assert "declare the unit" in message
        _until(lambda: sensor.stats().counters["implausible"] == 110)
        assert sensor.stats().received == 0


def test_too_large_a_message_ends_that_client_only(port: int) -> None:
    uri = f"ws-listen://127.0.0.1:{port}?sense=image&max_mb=1"
    with open_sensor(uri) as sensor, _client(port) as good, _client(port) as bad:
        bad.send(bytes(1_100_000))
        with pytest.raises(ConnectionClosed) as closed:
            bad.recv(_LONG_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009
        good.send(_picture(0))
        _frame(sensor)
        _until_gone(sensor, 2, left=1)
        assert sensor.stats().counters["malformed"] == 1


def test_a_client_that_never_listens_to_errors_is_let_go(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor, _client(port) as client:
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                client.send(b"x")
                client.recv(_LONG_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1008
        _until_gone(sensor, 1)
        assert sensor.stats().counters["malformed"] == 1001


def test_bytes_that_are_no_websocket_do_no_harm(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor:
        for junk in (
            b"",
            b"\x00" * 300,
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a" * 20_000,
        ):
            with socket.create_connection(("127.0.0.1", port), timeout=_LONG_S) as raw:
                raw.sendall(junk)
                raw.shutdown(socket.SHUT_WR)
                while raw.recv(4096):
                    pass
        with _client(port) as client:
            client.send(_picture(0))
            _frame(sensor)


def test_broken_frames_do_no_harm(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor:
        for frame in (b"\xff\xff\xff\xff", b"\x82\x01x", b"\x81\x82\x00\x00\x00\x00\xff\xfe"):
            with _client(port) as client:
                client.socket.sendall(frame)
                with pytest.raises(ConnectionClosed):
                    client.recv(_LONG_S)
        _until_gone(sensor, 3)
        assert sensor.stats().counters["malformed"] == 3


# Who may connect


def test_a_token_is_asked_for(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}?sense=image&token=s%C3%A9same") as sensor:
        for query in ("", "?token=", "?token=sesame"):
            with pytest.raises(InvalidStatus) as refused:
                _visit(f"ws://127.0.0.1:{port}/{query}")
            assert refused.value.response.status_code == 401
            assert b"no token" in (refused.value.response.body or b"")
        with _client(port, "?token=s%C3%A9same") as client:
            client.send(_picture(0))
            _frame(sensor)
        _until(lambda: sensor.stats().counters["rejected"] == 3)
        assert "with token" in sensor.stats().detail


def test_a_token_in_a_header(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}?sense=image&token=abc"):
        _visit(f"ws://127.0.0.1:{port}", additional_headers={"Authorization": "Bearer abc"})


@pytest.mark.parametrize(
    ("origin", "token", "allowed"),
    [
        ("http://localhost:8000", "", True),
        ("http://127.0.0.1", "", True),
        ("https://evil.example", "", False),
        ("http://localhost.evil.example", "", False),
        ("null", "", False),
        ("https://my.phone.page", "abc", True),
    ],
)
def test_web_pages_from_elsewhere_are_refused(port: int, origin: Any, token: str, allowed: bool) -> None:
    option = f"&token={token}" if token else ""
    with open_sensor(f"ws-listen://127.0.0.1:{port}?sense=image{option}"):
        url = f"ws://127.0.0.1:{port}/?token={token}"
        if allowed:
            _visit(url, origin=origin)
            return
        with pytest.raises(InvalidStatus) as refused:
            _visit(url, origin=origin)
        assert refused.value.response.status_code == 403


def test_seventeen_clients_are_too_many(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image"), ExitStack() as stack:
        for _ in range(16):
            stack.enter_context(_client(port))
        with pytest.raises(InvalidStatus) as refused:
            _visit(f"ws://127.0.0.1:{port}")
        assert refused.value.response.status_code == 503


# Addresses


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("//127.0.0.1:8765", "which sense? Add ?sense=image, sense=audio or sense=imu"),
        ("//127.0.0.1:8765?sense=smell", "which sense?"),
        ("//127.0.0.1?sense=imu", "wanted host and port, as in ws-listen://127.0.0.1:8765"),
        ("//:8765?sense=imu", "wanted host and port"),
        ("//127.0.0.1:0?sense=imu", "wanted host and port"),
        ("//127.0.0.1:99999?sense=imu", "wanted host and port"),
        ("//127.0.0.1:8765/path?sense=imu", "wanted host and port"),
        ("8765?sense=imu", "wanted host and port"),
        ("//127.0.0.1:8765#sense=imu&token=abc", "options stand behind ?"),
        (
            "//0.0.0.0:8765?sense=imu",
            "add allow_remote=1 (and token=..) if that is wanted, or listen on 127.0.0.1",
        ),
        ("//my-robot:8765?sense=imu", "others on the network could connect to my-robot"),
        ("//[::]:8765?sense=imu", "others on the network"),
        (
            "//127.0.0.1:8765?sense=imu&rate=100",
            "unknown option 'rate'; this sensor knows: allow_remote, axes",
        ),
        ("//127.0.0.1:8765?sense=audio&rate=5", "rate='5' is not a whole number from 8000"),
        ("//127.0.0.1:8765?sense=imu&axes=x,y,y", "axes=x,y,y"),
    ],
)
def test_wrong_addresses_name_the_cure(address: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_driver(f"ws-listen:{address}")
    assert said in str(caught.value)


def test_another_sense_than_wanted() -> None:
    with pytest.raises(ConfigError, match="gives imu; wanted a sensor for audio"):
        open_driver("ws-listen://127.0.0.1:8765?sense=imu", wanted="audio")


def test_ipv6_and_other_interfaces_when_allowed() -> None:
    for host in ("[::1]", "localhost", "0.0.0.0"):
        port = _free_port()
        try:
            sensor = open_sensor(f"ws-listen://{host}:{port}?sense=imu&allow_remote=1")
        except SensorError:
            pytest.skip("no IPv6 here")
        with sensor, connect(f"ws://{'[::1]' if ':' in host else '127.0.0.1'}:{port}"):
            pass


# Nothing is left


def test_a_port_in_use_names_the_cure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            SensorError, match=f"cannot listen on ws://127.0.0.1:{port}: .* choose another port"
        ):
            open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu")
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu"), connect(f"ws://127.0.0.1:{port}"):
        pass


def test_sensors_of_one_port_must_agree(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}?sense=image"):
        with pytest.raises(ConfigError, match="is open with another token or max_mb"):
            open_sensor(f"ws-listen://127.0.0.1:{port}?sense=imu&token=abc")
        with open_sensor(f"ws-listen://127.0.0.1:{port}?sense=imu"):
            pass


def test_the_port_lives_until_its_last_sensor_closes(port: int) -> None:
    first = open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image")
    second = open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="imu")
    with _client(port) as client:
        first.close()
        first.close()
        client.send(_picture(0))
        assert "nobody listens for image" in _error(client)
        second.close()
        with pytest.raises(ConnectionClosed) as closed:
            client.recv(_LONG_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code in (1000, 1001)  # as the close frames happen to cross
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port)).close()


def test_closing_does_not_wait_for_clients_that_hang(port: int) -> None:
    """One in the middle of its handshake, one that answers nothing, one that never reads."""
    sensor = open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image")
    with (
        socket.create_connection(("127.0.0.1", port)) as silent,
        socket.create_connection(("127.0.0.1", port)) as deaf,
    ):
        silent.sendall(b"GET / HT")
        key = b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        deaf.sendall(
            b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + key + b"\r\n"
        )
        _until(lambda: sensor.stats().counters["clients"] == 1)
        sensor.close()
    assert sensor.stats().state == "closed"


def test_a_server_that_dies_is_started_again(port: int) -> None:
    with open_sensor(f"ws-listen://127.0.0.1:{port}", wanted="image") as sensor:
        server = sensor._driver._server  # type: ignore[attr-defined]
        server._server.shutdown()  # as a failing accept() would end it
        _until(lambda: sensor.stats().reconnects == 1)
        with _client(port) as client:
            client.send(_picture(0))
            _frame(sensor)


# Feeds


def _received(
    body: Jpeg | Pcm | Rows, arrival_ns: int, device_ns: int | None = None, **other: Any
) -> Received:
    message = Message("it", "imu", None, device_ns, body)
    return Received(message, arrival_ns, Peer("it"), **other)


def test_late_pictures_are_left_out() -> None:
    feed = PictureFeed(fps=0, max_lag_ms=500, latency_ms=0)
    body = Jpeg(_jpeg())
    for number in range(20):
        assert feed.take(_received(body, NS_PER_S + number * 100_000_000, number * 100_000_000))
    late_ns = NS_PER_S + 20 * 100_000_000 + 700_000_000
    assert feed.take(_received(body, late_ns, 20 * 100_000_000)) == []
    assert feed.counts()["stale_frames"] == 1


def test_pictures_are_thinned_before_they_are_decoded() -> None:
    feed = PictureFeed(fps=10, max_lag_ms=500, latency_ms=0)
    taken = [
        feed.take(_received(Jpeg(_jpeg()), number * 33_333_333, number * 33_333_333)) for number in range(30)
    ]
    assert sum(map(len, taken)) == pytest.approx(10, abs=1)
    assert feed.counts()["thinned"] == 30 - sum(map(len, taken))


def _settled(feed: MotionFeed, step_ns: int = 10_000_000, rows: int = 10) -> list[Captured]:
    """Feed 1.2 s of motion in messages of some rows, each arriving 2 ms after its last row."""
    made: list[Captured] = []
    for number in range(round(1.2e9 / step_ns / rows)):
        device = (number * rows + np.arange(rows)) * step_ns
        values = np.tile(np.array([0, 0, _G, 0, 0, 0], np.float32), (rows, 1))
        made += feed.take(_received(Rows(values, device, None), int(device[-1]) + 2_000_000))
    return made


def test_rows_come_in_order_once_and_gaps_are_counted() -> None:
    feed = MotionFeed(0.0, None)
    made = _settled(feed)
    assert sum(len(captured.sample.t_ns) for captured in made if isinstance(captured.sample, ImuChunk)) == 120
    values = np.tile(np.array([0, 0, _G, 0, 0, 0], np.float32), (10, 1))
    again = 1_150_000_000 + np.arange(10) * 10_000_000  # five of them we have had
    (captured,) = feed.take(_received(Rows(values, again, None), 1_300_000_000))
    assert captured.device_ns is not None
    assert captured.device_ns[0] == 1_200_000_000
    assert feed.counts() == {"gaps": 0, "late": 5, "implausible": 0}
    feed.take(_received(Rows(values, again + 500_000_000, None), 1_800_000_000))
    assert feed.counts()["gaps"] == 1


def test_motion_is_mounted_and_takes_its_latency_off() -> None:
    plain, mounted = MotionFeed(0.0, None), MotionFeed(50.0, parse_mounting("z,x,y"))
    one, other = _settled(plain)[0].sample, _settled(mounted)[0].sample
    assert isinstance(one, ImuChunk)
    assert isinstance(other, ImuChunk)
    np.testing.assert_allclose(other.accel_mps2[0], [_G, 0, 0])
    np.testing.assert_allclose(one.t_ns - other.t_ns, 50_000_000, atol=2)


def test_rows_without_device_time_are_counted() -> None:
    feed = MotionFeed(0.0, None)
    made: list[Captured] = []
    values = np.tile(np.array([0, 0, _G, 0, 0, 0], np.float32), (10, 1))
    for number in range(40):
        lost = 2 if number == 30 else 0
        made += feed.take(
            _received(Rows(values, None, 1e7), (number + 1) * 100_000_000 + lost * 10**8, lost=lost)
        )
    times = np.concatenate(
        [captured.sample.t_ns for captured in made if isinstance(captured.sample, ImuChunk)]
    )
    steps = np.diff(times)
    assert np.median(steps) == pytest.approx(1e7, rel=0.01)
    assert int(np.argmax(steps)) == 299
    assert steps.max() == pytest.approx(21e7, rel=0.1)
    assert all(captured.device_ns is None for captured in made)
    assert feed.counts()["gaps"] == 1


# Any bytes at all

_json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_headers = st.fixed_dictionaries(
    {},
    optional={
        "codec": st.sampled_from(["jpeg", "pcm-s16", "imu-f32", "imu-json"]) | _json_values,
        "stream": st.text(max_size=70) | _json_values,
        "seq": st.integers() | _json_values,
        "t_device_us": st.integers() | st.floats() | _json_values,
        "rate": st.integers(0, 200_000) | st.floats() | _json_values,
        "channels": st.integers(-1, 10) | _json_values,
        "accel": st.sampled_from(["g", "mps2"]) | _json_values,
        "gyro": st.sampled_from(["dps", "radps"]) | _json_values,
        "rows": st.lists(st.lists(st.floats() | st.integers(), min_size=7, max_size=7), max_size=5)
        | _json_values,
    },
)
_payloads = st.binary(max_size=200) | st.binary(max_size=50).map(lambda data: b"\xff\xd8\xff" + data)
_anything = (
    st.binary(max_size=300)
    | st.text(max_size=300)
    | _headers.map(json.dumps)
    | st.builds(_packed, _headers, _payloads)
    | st.builds(lambda data, cut: data[:cut], st.builds(_packed, _headers, _payloads), st.integers(0, 200))
)


@settings(max_examples=150, deadline=None)
@given(data=_anything)
def test_any_message_is_taken_or_refused(data: bytes | str) -> None:
    try:
        message = parse_message(data)
    except InputError as error:
        assert str(error)
        return
    assert message.body.count >= 1
    if isinstance(message.body, Rows):
        assert np.isfinite(message.body.values).all()


def test_any_messages_leave_the_server_standing(port: int) -> None:
    with ExitStack() as stack:
        sensors = [
            stack.enter_context(open_sensor(f"ws-listen://127.0.0.1:{port}", wanted=sense))
            for sense in ("image", "audio", "imu")
        ]

        @settings(max_examples=60, deadline=None)
        @given(messages=st.lists(_anything, min_size=1, max_size=8))
        def send(messages: list[bytes | str]) -> None:
            with connect(f"ws://127.0.0.1:{port}", compression=None) as client:
                for message in messages:
                    client.send(message)

        send()
        _until(lambda: all(sensor.stats().counters["clients"] == 0 for sensor in sensors))
        with _client(port) as client:
            eye = sensors[0]
            eye.drain()
            before = eye.stats().received
            client.send(_picture(0))
            _until(lambda: eye.stats().received > before)
        assert {sensor.stats().state for sensor in sensors} == {"streaming"}
        _until(lambda: sensors[0].stats().counters["malformed"] > 0)
