"""IMU protocols decode what datasheets and captures say, in SI units, and say what a device does not send."""

import gzip
import json
import math
import struct
import sys
from pathlib import Path

import pytest

from anymal.errors import ConfigError, SensorError
from anymal.sensors.protocols import PROTOCOLS, make_parser, option_names
from anymal.sensors.protocols.encode import xsens_message
from anymal.sensors.protocols.msp import msp_frame
from anymal.sensors.protocols.parser import DEG, G_MPS2, ByteParser, ImuReading, Parser, Unwrapper

_SHARED_NAMES = {
    "wit": "wit",
    "rvc": "rvc",
    "xbus": "xsens",
    "vn": "vectornav",
    "msp": "msp",
    "ximu3": "ximu3",
}
# HWT905TTL, printed in a public README: time, acceleration, rates, angles, field, ports, quaternion.
_WIT_BURST = bytes.fromhex(
    """5550000000000528950168 55510c0093026d08b7077a 5552000000000000b70765 5553040ce1ff6ff2cc460b
    5554acf93b0b86e7000001 5555ed0fa30a5708fb06b3 5559238384ed5f03f1142c"""
)
_WIT_DONGLE = bytes.fromhex("55610a0025001608deff07000000d58020ffd0d9")
_RVC = bytes.fromhex("aaaade010092ff25088dfeecffd103000000e7")
_XSENS_QUAT = bytes.fromhex(
    "faff3626102002468210600401c4fc3e2010103f71ce6cbea56bcf3c613bd8bd691d25e020040040000312"
)
_VN_YPR = bytes.fromhex("fa01080093502e42833ef13f48b504bb9288")
_VN_LINES = (
    b"$VNYMR,-078.104,+005.642,+023.096,+00.0125,+00.1252,-00.1042,+00.878,-03.762,-08.854,"
    b"-00.010387,-00.028062,-00.061305*68\r\n"
    b"$VNIMU,-00.0350,+00.4222,-00.6643,-00.015,+00.019,+09.948,+00.002066,-00.008442,-00.044656,"
    b"+20.7,+084.322*66\r\n"
)
_XIMU3 = bytes.fromhex("c940420f000000000000000000000000000000000000000000000000000000803f0a")
_MSP = bytes.fromhex("244d3e12660c00fbff00020300feff00006500dffffa00c3")
_MAVLINK = {
    "raw_imu v2": "fd1d00000001011b000015cd5b0700000000fdff0c0017fc0500f9ff0100d200dfff920100860b8db6",
    "raw_imu v1": "fe1a0001011b15cd5b0700000000fdff0c0017fc0500f9ff0100d200dfff9201b188",
    "scaled_imu2": "fd18000001010174000040e20100fdff0c0017fc0500f9ff0100d200dfff9201860b962a",
    "highres_imu": (
        "fd3e000002010169000015cd5b07000000008fc2f5bc8fc2f53dc3f51cc10ad7a33b4260e5bb6f12833a3d0a573e022b07bd"
        "f2d2cd3ecd4c7d4400000000000028410000ec41ff1faa99"
    ),
}


def _one(parser: Parser, data: bytes) -> ImuReading:
    readings = parser.feed(data)
    assert len(readings) == 1, (readings, parser.counts)
    assert parser.counts.bad == parser.counts.skipped_bytes == 0
    return readings[0]


def test_wit_burst_becomes_one_reading() -> None:
    parser = make_parser("wit")
    reading = _one(parser, _WIT_BURST)
    assert reading.accel_mps2 == pytest.approx([v * G_MPS2 for v in (0.00586, 0.32178, 1.05322)], abs=1e-4)
    assert reading.gyro_radps == (0.0, 0.0, 0.0)
    assert reading.temperature_c == pytest.approx(19.75)
    assert reading.device_ns is None
    assert parser.extras["roll_pitch_yaw_deg"] == pytest.approx((16.897, -0.1703, -19.0778), abs=1e-3)
    assert parser.extras["mag_raw"] == (-1620, 2875, -6266)
    assert parser.extras["orientation_wxyz"] == pytest.approx(
        (-0.975494, -0.144409, 0.026337, 0.163605), abs=1e-5
    )
    assert parser.extras["rtc"][-3:] == (5, 40, 405)


def test_wit_reading_does_not_wait_for_the_next_burst() -> None:
    assert len(make_parser("wit").feed(_WIT_BURST[11:33])) == 1


def test_wit_calendar_is_a_clock_only_when_asked() -> None:
    parser = make_parser("wit", {"clock": "rtc"})
    assert _one(parser, _WIT_BURST).device_ns == ((5 * 60 + 40) * 1000 + 405) * 1_000_000
    assert _one(make_parser("wit"), _WIT_BURST).device_ns is None


def test_wit_without_rate_frames_still_gives_acceleration() -> None:
    parser = make_parser("wit")
    accel = _WIT_BURST[11:22]
    assert parser.feed(accel * 3) == []
    readings = parser.feed(accel * 5)
    assert [reading.gyro_radps for reading in readings] == [None] * 5
    assert parser.feed(_WIT_BURST[11:33])[-1].gyro_radps is None  # already published
    assert parser.feed(_WIT_BURST[11:33])[-1].gyro_radps == (0.0, 0.0, 0.0)


def test_wit_burst_with_a_damaged_frame_is_lost_not_mixed() -> None:
    damaged = bytearray(_WIT_BURST)
    damaged[25] ^= 0xFF  # in the rates
    parser = make_parser("wit")
    assert len(parser.feed(_WIT_BURST + bytes(damaged) + _WIT_BURST)) == 2
    assert parser.counts.lost == 1
    assert parser.counts.bad >= 1


def test_wit_dongle_needs_no_checksum_but_its_neighbours() -> None:
    parser = make_parser("wit")
    assert parser.feed(_WIT_DONGLE) == []  # the first one waits for the next one's start
    first, second, third = parser.feed(_WIT_DONGLE * 2)  # later ones do not
    assert first == second == third
    assert first.accel_mps2 == pytest.approx([v * G_MPS2 for v in (0.0049, 0.0181, 1.0107)], abs=1e-3)
    assert first.gyro_radps == pytest.approx([v * DEG for v in (-2.075, 0.427, 0.0)], abs=1e-4)
    cut = _WIT_DONGLE[:11]
    assert len(parser.feed(cut + _WIT_DONGLE * 4)) == 4
    assert parser.counts.skipped_bytes == len(cut)


def test_rvc_datasheet_frame_has_orientation_and_no_rates() -> None:
    parser = make_parser("rvc")
    reading = _one(parser, _RVC)
    assert reading.accel_mps2 == pytest.approx((-3.638, -0.196, 9.581), abs=1e-3)
    assert reading.gyro_radps is None
    assert reading.counter == 222
    assert parser.extras["yaw_pitch_roll_deg"] == pytest.approx((0.01, -1.1, 20.85))
    w, x, y, z = reading.orientation_wxyz or (0, 0, 0, 0)
    assert math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y)) == pytest.approx(20.85 * DEG)
    assert math.asin(2 * (w * y - z * x)) == pytest.approx(-1.1 * DEG)
    assert math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)) == pytest.approx(0.01 * DEG)


def test_rvc_index_counts_what_was_lost_across_its_wrap() -> None:
    def frame(index: int) -> bytes:
        body = bytes((index,)) + _RVC[3:18]
        return b"\xaa\xaa" + body + bytes((sum(body) & 0xFF,))

    parser = make_parser("rvc")
    readings = parser.feed(frame(254) + frame(255) + frame(0) + frame(4))
    assert [reading.counter for reading in readings] == [254, 255, 256, 260]
    assert parser.counts.lost == 3


def test_rvc_starts_that_look_like_payload() -> None:
    trap = bytes.fromhex("aaaaaaaaaaffff0000000000e803000000")
    frame = trap + b"\0" + bytes((sum(trap[2:]) & 0xFF,))
    assert _one(make_parser("rvc"), frame).counter == 0xAA


def test_xsens_capture_without_acceleration_is_a_frame_but_no_reading() -> None:
    parser = make_parser("xsens")
    assert parser.feed(_XSENS_QUAT) == []
    assert parser.extras["orientation_wxyz"] == pytest.approx(
        (0.944556, -0.323088, 0.013747, -0.056913), abs=1e-6
    )
    assert parser.extras["status"] == (0x400003,)
    parser.feed(_XSENS_QUAT * 200)
    assert parser.problem is not None
    assert "4020" in parser.problem


@pytest.mark.parametrize(
    ("form", "pack", "places"),
    [
        (0, lambda v: struct.pack(">f", v), 1e-5),
        (1, lambda v: struct.pack(">i", round(v * (1 << 20))), 1e-5),
        (2, lambda v: struct.pack(">Ih", round(v % 1 * (1 << 32)), math.floor(v)), 1e-8),
        (3, lambda v: struct.pack(">d", v), 1e-12),
    ],
)
def test_xsens_number_formats(form: int, pack, places: float) -> None:  # type: ignore[no-untyped-def]
    accel, gyro = (-30.28455, 0.25, 9.80665), (-0.000428, 4.165, -4.517)
    payload = struct.pack(">HBH HBI", 0x1020, 2, 65_535, 0x1060, 4, 0xFFFF_FFFF)
    for item, values in ((0x4020, accel), (0x8020, gyro)):
        data = b"".join(map(pack, values))
        payload += struct.pack(">HB", item | 4 | form, len(data)) + data  # 4: north, east, down
    parser = make_parser("xsens")
    first = _one(parser, xsens_message(0x36, payload))
    assert first.accel_mps2 == pytest.approx(accel, abs=places)
    assert first.gyro_radps == pytest.approx(gyro, abs=places)
    again = payload.replace(b"\xff\xff\xff\xff", b"\0\0\0\x63").replace(b"\xff\xff", b"\0\x03")
    second = parser.feed(xsens_message(0x36, again))[0]
    assert (first.counter, second.counter) == (65_535, 65_539)
    assert second.device_ns is not None and first.device_ns is not None
    assert second.device_ns - first.device_ns == 100 * 100_000
    assert parser.counts.lost == 3


def test_xsens_long_messages_and_the_way_to_measurement() -> None:
    payload = struct.pack(">HB3f", 0x4020, 12, 1, 2, 3) + struct.pack(">HB", 0x5555, 250) + bytes(250)
    assert _one(make_parser("xsens"), xsens_message(0x36, payload)).accel_mps2 == (1, 2, 3)
    assert make_parser("xsens").start() == bytes.fromhex("faff1000f1")
    assert make_parser("xsens").request() is None


def test_vectornav_lines_in_si_units() -> None:
    parser = make_parser("vectornav")
    (magnetic,) = parser.feed(_VN_LINES)  # one kind is read, or every sample would count twice
    assert parser.counts.frames == 2
    assert magnetic.accel_mps2 == (0.878, -3.762, -8.854)
    assert magnetic.gyro_radps == (-0.010387, -0.028062, -0.061305)
    assert magnetic.mag_ut == pytest.approx((1.25, 12.52, -10.42))
    assert parser.extras["yaw_pitch_roll_deg"] == (-78.104, 5.642, 23.096)
    parser = make_parser("vectornav")
    (inertial,) = parser.feed(_VN_LINES[_VN_LINES.index(b"$VNIMU") :])
    assert inertial.accel_mps2 == (-0.015, 0.019, 9.948)
    assert inertial.temperature_c == 20.7
    assert parser.extras["pressure_kpa"] == (84.322,)


def test_vectornav_binary_groups() -> None:
    parser = make_parser("vectornav")
    parser.feed(_VN_YPR)
    assert parser.extras["yaw_pitch_roll_deg"] == pytest.approx((43.578686, 1.8847202, -0.0020249654))
    frame = bytes.fromhex("fa012101081a99be1c0000000ad7233c0ad7a3bc8fc2f53ccdcccc3dcdcc4cbec3f51cc1292d")
    reading = parser.feed(frame)[0]
    assert reading.device_ns == 123_456_789_000
    assert reading.accel_mps2 == pytest.approx((0.1, -0.2, -9.81))
    assert reading.gyro_radps == pytest.approx((0.01, -0.02, 0.03))
    both = make_parser("vectornav").feed(_VN_LINES + frame + _VN_LINES + frame)
    assert [reading.device_ns is None for reading in both] == [True, False, False]  # binary takes over
    # The manual's second example fails its own checksum; it must not pass here either.
    assert make_parser("vectornav").feed(bytes.fromhex("fa05080001000000") + bytes(40)) == []


def test_ximu3_both_forms_and_escaped_bytes() -> None:
    parser = make_parser("ximu3")
    binary = _one(parser, _XIMU3)
    text = parser.feed(b"I,1000000,0.0000,0.0000,0.0000,0.0000,0.0000,1.0000\r\n")[0]
    assert binary == text
    assert binary == ImuReading((0.0, 0.0, G_MPS2), (0.0, 0.0, 0.0), 1_000_000_000)
    body = struct.pack("<Q6f", 0x0ADB0A, 1.0, 2.0, 3.0, 0.0, 0.0, 1.0)
    stuffed = body.replace(b"\xdb", b"\xdb\xdd").replace(b"\n", b"\xdb\xdc")
    assert len(stuffed) > len(body)
    assert parser.feed(b"\xc9" + stuffed + b"\n")[0].device_ns == 0x0ADB0A * 1000
    parser.feed(bytes.fromhex("cd40420f00000000000000803f00000000000000000a"))
    assert parser.extras["mag_raw"] == (1.0, 0.0, 0.0)


def test_msp_is_asked_and_answers() -> None:
    parser = make_parser("msp")
    assert parser.request() == bytes.fromhex("244d3c006666")
    assert make_parser("msp", {"version": "2"}).request() == bytes.fromhex("24583c006600000005")
    reading = _one(parser, _MSP)
    assert reading.accel_mps2 == pytest.approx([v * G_MPS2 for v in (0.0234375, -0.009765625, 1.0)])
    assert reading.gyro_radps == pytest.approx([v * DEG for v in (3, -2, 0)])
    halved = make_parser("msp", {"accel_lsb_per_g": "1024"}).feed(msp_frame(102, _MSP[5:23], 2))[0]
    assert halved.accel_mps2[2] == pytest.approx(G_MPS2 / 2)


@pytest.mark.parametrize("name", _MAVLINK)
def test_mavlink_units(name: str) -> None:
    pytest.importorskip("pymavlink")
    parser = make_parser("mavlink", {"raw_units": "milli"})
    reading = _one(parser, bytes.fromhex(_MAVLINK[name]))
    if name == "highres_imu":
        assert reading.accel_mps2 == pytest.approx((-0.03, 0.12, -9.81))
        assert reading.mag_ut == pytest.approx((21, -3.3, 40.2), abs=1e-4)
    else:
        assert reading.accel_mps2 == pytest.approx([v * G_MPS2 / 1000 for v in (-3, 12, -1001)])
        assert reading.mag_ut == pytest.approx((21, -3.3, 40.2))
    assert reading.gyro_radps == pytest.approx((0.005, -0.007, 0.001))
    assert reading.device_ns == (123_456_000_000 if name == "scaled_imu2" else 123_456_789_000)
    assert reading.temperature_c == (None if name.endswith("v1") else pytest.approx(29.5))


def test_mavlink_raw_counts_are_refused_unless_an_ardupilot_sends_them() -> None:
    pytest.importorskip("pymavlink")
    from anymal.sensors.protocols.mavlink import load_dialect

    raw = bytes.fromhex(_MAVLINK["raw_imu v2"])
    parser = make_parser("mavlink")
    assert parser.feed(raw * 150) == []
    assert parser.problem is not None
    assert "raw_units=milli" in parser.problem
    codec = load_dialect().MAVLink(None, srcSystem=1, srcComponent=1)
    heartbeat = bytes(codec.heartbeat_encode(2, 3, 0, 0, 4).pack(codec))
    assert len(parser.feed(heartbeat + raw)) == 1
    assert parser.problem is None


def test_mavlink_asks_for_motion_and_keeps_to_one_source() -> None:
    pytest.importorskip("pymavlink")
    parser = make_parser("mavlink")
    assert parser.start().count(b"\xfd") >= 4
    assert make_parser("mavlink", {"request_hz": "0"}).start() == b""
    highres, scaled = (bytes.fromhex(_MAVLINK[name]) for name in ("highres_imu", "scaled_imu2"))
    assert len(parser.feed(scaled + highres + scaled)) == 2
    only = make_parser("mavlink", {"message": "highres_imu"})
    assert len(only.feed(scaled + highres + scaled)) == 1


def test_mavlink_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pymavlink", "pymavlink.dialects", "pymavlink.dialects.v20"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SensorError, match=r"anymal-edge\[mavlink\]"):
        make_parser("mavlink")


def test_unknown_protocols_and_values_are_refused_by_name() -> None:
    with pytest.raises(ConfigError, match="wit, rvc, xsens"):
        make_parser("nmea")
    with pytest.raises(ConfigError, match="accel_range_g='fast'"):
        make_parser("wit", {"accel_range_g": "fast"})
    with pytest.raises(ConfigError, match="version='3'"):
        make_parser("msp", {"version": "3"})
    assert all(isinstance(option_names(name), tuple) for name in PROTOCOLS)
    make_parser("rvc", {"baud": "115200"})  # the port's options are not the parser's


def test_unwrapper() -> None:
    counter = Unwrapper(16)
    assert [counter.step(value) for value in (65_534, 65_535, 0, 2)] == [65_534, 65_535, 65_536, 65_538]
    assert counter.lost == 1
    assert counter.step(1) == 65_537  # back: the device restarted
    assert counter.lost == 0


def test_shared_vectors(shared: Path) -> None:
    vectors = json.loads((shared / "data/serial_imu/vectors.json").read_text())
    assert len(vectors) >= 20
    for vector in vectors:
        parser = make_parser(_SHARED_NAMES[vector["proto"]])
        expected = vector["expect"]
        data = bytes.fromhex(vector["hex"])
        if vector["proto"] == "wit" and {"acc_g", "gyr_dps"} & expected.keys():
            other = "5552000000000000000000a7" if "acc_g" in expected else "55510000000000000000a6"
            rest = bytes.fromhex(other[:20] + other[-2:])
            readings = parser.feed(data + rest if "acc_g" in expected else rest + data)
            assert len(readings) == 1, vector
        else:
            readings = parser.feed(data)
        assert parser.counts.bad == parser.counts.skipped_bytes == 0, vector
        assert parser.counts.frames >= 1, vector
        _expect(expected, readings[0] if readings else None, parser, vector["hex"])


def _expect(expected: dict[str, object], reading: ImuReading | None, parser: ByteParser, frame: str) -> None:
    """Compare one vector's expectations, every name of which must be known here."""
    extras = parser.extras
    found: dict[str, object] = {
        "time": extras.get("rtc"),
        "mag_raw": extras.get("mag_raw"),
        "quat_wxyz": extras.get("orientation_wxyz"),
        "status": extras.get("status", (None,))[0],
        "ypr_deg": extras.get("yaw_pitch_roll_deg"),
        "cmd": extras.get("command", (None,))[0],
        "temp_c": extras.get("temperature_c", (None,))[0],
        "mid": hex(bytes.fromhex(frame)[2]),
        "t": chr(bytes.fromhex(frame)[0] & 0x7F),
        "v": extras.get("mag_raw"),
    }
    if "packet_counter" in expected:
        found |= {
            "packet_counter": extras["packet_counter"][0],
            "sample_time_fine": extras["sample_time_fine"][0],
        }
    if reading is not None:
        accel, gyro = reading.accel_mps2, reading.gyro_radps or ()
        device_ns = reading.device_ns or 0
        found |= {
            "acc_mps2": accel,
            "acc_g": [v / G_MPS2 for v in accel],
            "gyr_rps": gyro,
            "gyr_dps": [v / DEG for v in gyro],
            "index": reading.counter,
            "ts_us": device_ns // 1000,
            "time_startup_ns": device_ns,
        }
        if "temp_c" not in extras:
            found["temp_c"] = reading.temperature_c
        if "t" in expected:
            found["v"] = [*found["gyr_dps"], *found["acc_g"]]  # type: ignore[misc]
        elif "v" in expected:
            field = [v / 100 for v in reading.mag_ut or ()]
            tail = [reading.temperature_c, extras["pressure_kpa"][0]] if reading.temperature_c else []
            found["v"] = [*extras.get("yaw_pitch_roll_deg", ()), *field, *accel, *gyro, *tail]
    for name, value in expected.items():
        if isinstance(value, str):
            assert found[name] == value
        else:
            assert found[name] == pytest.approx(value, abs=2e-3 if name == "temp_c" else 1e-5), (name, frame)


def test_shared_xsens_captures(shared: Path) -> None:
    packets = json.loads((shared / "data/serial_imu/xsens_mti300_packets.json").read_text())
    stream = b"".join(bytes.fromhex(packet["hex"]) for packet in packets.values())
    parser = make_parser("xsens")
    readings = parser.feed(stream)
    assert parser.counts.frames == len(packets) >= 8
    assert parser.counts.skipped_bytes == 0
    assert readings[0].accel_mps2 == pytest.approx((-30.28455, -29.6096, -71.76025), abs=1e-4)
    assert readings[0].gyro_radps == pytest.approx((4.1657, -10.3334, -4.51735), abs=1e-4)


def test_shared_static_log(shared: Path) -> None:
    """Five boards on one line: `prefix` picks one; the raw unit of this log is mm/s2."""
    data = gzip.decompress((shared / "data/serial_imu/2023-08-15_Multi-IMU_static60s.txt.gz").read_bytes())
    columns = "-,-,-,ax,ay,az,gx,gy,gz,-,-"
    options = {"prefix": "3,", "columns": columns, "accel_unit": "mmps2", "gyro_unit": "lsb16.4"}
    parser = make_parser("text", options)
    readings = parser.feed(data)
    assert len(readings) > 1490
    assert parser.counts.bad <= 1
    sizes = [math.dist(reading.accel_mps2, (0, 0, 0)) for reading in readings]
    assert max(sizes) - min(sizes) < 0.2
    assert sum(sizes) / len(sizes) == pytest.approx(9.257, abs=0.05)
