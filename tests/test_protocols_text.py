"""Text lines: headers, declared columns, labels, JSON, Teleplot and OpenLog; units are never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anymal.errors import ConfigError
from anymal.sensors.protocols import make_parser
from anymal.sensors.protocols.parser import DEG, G_MPS2, ImuReading, Parser
from anymal.sensors.protocols.text_columns import UnitError, make_row, quantity_of, unit_factor

_BOTH = {"accel_unit": "g", "gyro_unit": "dps"}


def _feed(text: str, options: dict[str, str] | None = None) -> tuple[list[ImuReading], Parser]:
    parser = make_parser("text", options)
    return parser.feed(text.encode()), parser


def test_header_with_units() -> None:
    text = "t_ms,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\r\n10,0,0.5,-1,90,0,-180\r\n20,0,0,1,0,0,0,\r\n"
    (first, second), parser = _feed(text)
    assert first.accel_mps2 == pytest.approx((0, G_MPS2 / 2, -G_MPS2))
    assert first.gyro_radps == pytest.approx((90 * DEG, 0, -180 * DEG))
    assert (first.device_ns, second.device_ns) == (10_000_000, 20_000_000)
    assert parser.counts.bad == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("aX", ("ax", None)),
        (" accel_y ", ("ay", None)),
        ("acc_z_mg", ("az", "mg")),
        ("Accelerometer X (m/s²)", ("ax", "mps2")),
        ("accX[m/s^2]", ("ax", "mps2")),
        ("gyroZ (deg/s)", ("gz", "dps")),
        ("gyr.x_rad/s", ("gx", "radps")),
        ("xgyro", ("gx", None)),
        ("mag_x_uT", ("mx", "ut")),
        ("timestamp(ms)", ("t", "ms")),
        ("micros", ("t", "us")),
        ("seq", ("count", None)),
        ("imu_degC", ("temp", "c")),
        ("battery", (None, None)),
        ("-", (None, None)),
        ("", (None, None)),
    ],
)
def test_names_that_boards_use(name: str, expected: tuple[str | None, str | None]) -> None:
    assert quantity_of(name) == expected


def test_openlog_artemis_capture() -> None:
    """Header and a line of the firmware's own log: mg, degrees per second, no units in the names."""
    header = (
        "rtcDate,rtcTime,aX,aY,aZ,gX,gY,gZ,mX,mY,mZ,imu_degC,output_Hz,count,\r\n"
        "01/07/2000,16:18:45.54,-638.67,153.32,782.23,-1.69,1.47,-0.42,21.45,37.80,-5.85,29.77,1.00,2523,\r\n"
        "01/07/2000,16:18:46.54,-638.67,153.32,782.23,-1.69,1.47,-0.42,21.45,37.80,-5.85,29.77,1.00,2525,\r\n"
    )
    readings, parser = _feed(header + header)  # it is repeated after a visit to the menu
    assert len(readings) == 4
    assert readings[0].accel_mps2 == pytest.approx([v * G_MPS2 / 1000 for v in (-638.67, 153.32, 782.23)])
    assert readings[0].gyro_radps == pytest.approx([v * DEG for v in (-1.69, 1.47, -0.42)])
    assert readings[0].mag_ut == (21.45, 37.80, -5.85)
    assert readings[0].temperature_c == 29.77
    assert [reading.counter for reading in readings[:2]] == [2523, 2525]
    assert parser.counts.lost == 2
    assert parser.counts.bad == 0


@pytest.mark.parametrize("line", [
    "ax:0.1,ay:-0.2,az:1,gx:1,gy:2,gz:3\n",
    "ax: 0.1 ay: -0.2 az: 1 gx: 1 gy: 2 gz: 3\n",
    "ax=0.1\tay=-0.2\taz=1\tgx=1\tgy=2\tgz=3\n",
    '{"acc":{"x":0.1,"y":-0.2,"z":1},"gyro":[1,2,3],"ok":true}\n',
    '{"ax":0.1,"ay":-0.2,"az":1,"gx":1,"gy":2,"gz":3}\n',
    "ax;ay;az;gx;gy;gz\n0.1;-0.2;1;1;2;3\n",
    "ax ay az gx gy gz\n0.1 -0.2 1 1 2 3\n",
    "# ax,ay,az come\nax,ay,az,gx,gy,gz,battery\n0.1,-0.2,1,1,2,3,full\n",
])  # fmt: skip
def test_shapes_of_lines(line: str) -> None:
    readings, parser = _feed(line, _BOTH)
    assert len(readings) == 1, parser.counts
    assert readings[0].accel_mps2 == pytest.approx((0.1 * G_MPS2, -0.2 * G_MPS2, G_MPS2))
    assert readings[0].gyro_radps == pytest.approx((DEG, 2 * DEG, 3 * DEG))


def test_teleplot_variables_make_one_sample_each_round() -> None:
    def turn(number: int, stamp: str = "") -> str:
        names = ("ax", "ay", "az", "gx", "gy", "gz")
        return "".join(f">{name}:{stamp}{number + i}|g\n" for i, name in enumerate(names)) + ">load:3\n"

    readings, parser = _feed("".join(turn(number) for number in range(6)), _BOTH)
    assert [round(reading.accel_mps2[0] / G_MPS2) for reading in readings] == [1, 2, 3, 4, 5]
    torn = turn(9).replace(">az:11|g\n", "")
    assert len(parser.feed((torn + turn(10)).encode())) == 1
    assert parser.counts.lost == 1
    stamped, parser = _feed("".join(turn(number, f"{number * 10}:") for number in range(5)), _BOTH)
    assert [reading.device_ns for reading in stamped] == [10**7 * number for number in range(1, 5)]
    units, _ = _feed(">ax:1§g\n>ay:2§g\n>az:3§g\n" * 4)
    assert units[0].accel_mps2 == pytest.approx((G_MPS2, 2 * G_MPS2, 3 * G_MPS2))


def test_what_is_not_a_number_spoils_its_own_set_only() -> None:
    lines = [f">{name}:{value}|g\n" for name, value in (("ax", 0), ("ay", 0), ("az", 1))]
    for place, _ in enumerate(lines):
        for odd in ("nan", "inf"):
            broken = [line if n != place else f">a{'xyz'[n]}:{odd}|g\n" for n, line in enumerate(lines)]
            readings, _ = _feed("".join(lines * 3 + broken + lines), _BOTH)
            assert len(readings) >= 2
            assert all(reading.accel_mps2 == pytest.approx((0, 0, G_MPS2)) for reading in readings)


def test_declared_columns_and_prefix() -> None:
    options = {"columns": "t_us,ax,ay,az,-,gx,gy,gz", "prefix": "IMU", **_BOTH}
    text = "boot ok\nIMU,1000,0,0,1,x,0,0,9\nGPS,1,2\nIMU,2000,0,0,1,x,0,0,9\n"
    readings, parser = _feed(text, options)
    assert [reading.device_ns for reading in readings] == [1_000_000, 2_000_000]
    assert readings[0].gyro_radps == pytest.approx((0, 0, 9 * DEG))
    assert parser.counts.bad == 0


def test_the_tail_of_a_row_is_not_believed() -> None:
    options = {"columns": "ax,ay,az", "accel_unit": "mg"}
    readings, _ = _feed("8.67,153.32,782.23\n-638.67,153.32,782.23\n", options)
    assert [reading.accel_mps2[0] for reading in readings] == [pytest.approx(-638.67 * G_MPS2 / 1000)]
    assert [reading.gyro_radps for reading in readings] == [None]


@pytest.mark.parametrize("line", [
    "1,2,3", "1,2,3,4,5,6,7", "1,2,3,4,5,", "a,2,3,4,5,6", "1,2,nan,4,5,6", "1,inf,3,4,5,6", "1,2,3,4,5,1_0",
    "1,2,3e9,4,5,6", "0x1,2,3,4,5,6", "1,2,3,4,5,6 7",
])  # fmt: skip
def test_damaged_rows_are_refused(line: str) -> None:
    text = f"ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n{line}\n0,0,1,0,0,0\n"
    readings, parser = _feed(text)
    assert len(readings) == 1
    assert parser.counts.bad == 1
    assert parser.counts.skipped_bytes == len(line) + 1


def test_units_are_asked_for_not_guessed() -> None:
    readings, parser = _feed("ax,ay,az,gx,gy,gz\n0,0,1,0,0,0\n")
    assert readings == []
    assert parser.problem is not None
    assert "accel_unit=" in parser.problem
    readings, parser = _feed("ax_g,ay_g,az_g,gx,gy,gz\n0,0,1,0,0,0\n")
    assert parser.problem is not None
    assert "gyro_unit=" in parser.problem
    readings, parser = _feed("x\n" + "0,0,1,0,0,0\n" * 3)
    assert readings == []
    assert parser.problem is not None
    assert "columns=" in parser.problem
    wrong = make_parser("text", {"columns": "ax_g,ay_g,az_g"})
    assert wrong.feed(b"\n0,0,1,5\n") == []
    assert wrong.problem == "lines of 4 numbers arrive, but 3 are declared; correct columns="
    assert parser.feed(b"ax_g,ay_g,az_g\n0,0,1\n")
    assert parser.problem is None


def test_wrong_declarations_are_refused() -> None:
    for options, expected in (
        ({"accel_unit": "furlong"}, "accel_unit: unknown unit 'furlong'"),
        ({"columns": "ax,ay"}, "no ax, ay and az"),
        ({"columns": "ax,ay,az"}, "add accel_unit="),
        ({"columns": "ax,ax,ay,az", "accel_unit": "g"}, "names a column twice"),
        ({"columns": "ax_g,ay_g,az_g", "time_unit": "lsb3"}, "time_unit"),
    ):
        with pytest.raises(ConfigError, match=expected):
            make_parser("text", options)


def test_counts_per_unit() -> None:
    assert unit_factor("a", "lsb16384") == pytest.approx(G_MPS2 / 16384)
    assert unit_factor("g", "lsb131") == pytest.approx(DEG / 131)
    with pytest.raises(UnitError):
        unit_factor("t", "lsb10")
    with pytest.raises(UnitError):
        unit_factor("a", "lsb0")
    assert make_row(["ax_g", "ay_g", "az_g", "ax_g"], {}).accel == (0, 1, 2)


def test_microseconds_wrap_after_71_minutes() -> None:
    text = f"us,ax_g,ay_g,az_g\n{2**32 - 1000},0,0,1\n4000,0,0,1\n9000,0,0,1\n"
    readings, _ = _feed(text)
    times = [reading.device_ns for reading in readings]
    assert times == [(2**32 - 1000) * 1000, (2**32 + 4000) * 1000, (2**32 + 9000) * 1000]


def test_lines_without_end_are_dropped_whatever_the_pieces() -> None:
    text = b"ax_g,ay_g,az_g\n" + b"1," * 3000 + b"\n0,0,1\n"
    whole, pieces = make_parser("text"), make_parser("text")
    assert len(whole.feed(text)) == 1
    assert sum(len(pieces.feed(text[at : at + 7])) for at in range(0, len(text), 7)) == 1
    assert whole.counts == pieces.counts
    assert whole.counts.bad == 1


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet='axyzgt:>,;.=-+0123456789eE_{}[]" \t\n§|#ms', max_size=40), max_size=30))
def test_no_text_raises(lines: list[str]) -> None:
    for options in ({}, _BOTH, {"columns": "t_ms,ax,ay,az", **_BOTH}):
        parser = make_parser("text", options)
        parser.feed("\n".join(lines).encode() + b"\n")
        assert parser.counts.lost >= 0
