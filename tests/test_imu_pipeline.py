"""Bytes to stamped motion: units are checked, rates never made up, clocks and losses survive any cutting."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, Captured, ImuChunk
from anymal.sensors.imu_pipeline import ImuPipeline
from tests.serial_rig import rvc_frame, wit_burst, ximu3_line

MS = 1_000_000
G = 9.80665


def _chunks(made: list[Captured]) -> ImuChunk:
    chunks = [captured.sample for captured in made]
    assert all(isinstance(chunk, ImuChunk) for chunk in chunks)
    return ImuChunk(
        np.concatenate([c.t_ns for c in chunks]),  # type: ignore[union-attr, arg-type]
        np.concatenate([c.accel_mps2 for c in chunks]),  # type: ignore[union-attr]
        np.concatenate([c.gyro_radps for c in chunks]),  # type: ignore[union-attr]
    )


def _ximu3(count: int, rate_hz: int = 100, **sample: object) -> list[tuple[bytes, int]]:
    """Lines of a sensor whose clock is 7000 s ahead, 2 ms on the way."""
    step = NS_PER_S // rate_hz
    return [
        (ximu3_line(7_000_000_000 + k * step // 1000, **sample), k * step + 2 * MS)  # type: ignore[arg-type]
        for k in range(count)
    ]


def _feed(pipeline: ImuPipeline, pieces: list[tuple[bytes, int]]) -> list[Captured]:
    return [captured for data, arrival in pieces for captured in pipeline.feed(data, arrival)]


def test_device_clock_units_and_mounting() -> None:
    pipeline = ImuPipeline("ximu3", {"axes": "x,-z,y", "latency_ms": "1.5", "baud": "115200"})
    made = _feed(pipeline, _ximu3(400, gyro_dps=90.0))
    motion = _chunks(made)
    assert len(motion.t_ns) == 400
    np.testing.assert_allclose(motion.t_ns, np.arange(400) * 10 * MS + 0.5 * MS, atol=1000)
    np.testing.assert_allclose(motion.accel_mps2, [[0, -G, 0]] * 400, atol=1e-4)
    np.testing.assert_allclose(motion.gyro_radps, [[0, -math.pi / 2, 0]] * 400, atol=1e-4)
    assert motion.accel_mps2.dtype == np.float32
    assert made[5].device_ns is not None
    assert made[5].device_ns[0] == 7_000_000_000_000 + 50 * MS
    assert [captured.arrival_ns for captured in made] == [k * 10 * MS + 2 * MS for k in range(400)]
    counters = pipeline.counters()
    assert (counters["frames"], counters["gaps"], counters["bad"]) == (400, 0, 0)
    assert "ximu3, 100 Hz, device clock" in pipeline.describe()


def test_nothing_is_published_before_the_first_second_is_checked() -> None:
    pipeline = ImuPipeline("ximu3")
    for data, arrival in _ximu3(100):
        assert pipeline.feed(data, arrival) == []
    assert len(pipeline.feed(*_ximu3(101)[100])) == 101
    short = ImuPipeline("ximu3")
    assert _feed(short, _ximu3(50)) == []
    assert len(_chunks(short.finish()).t_ns) == 50
    assert short.finish() == []


@pytest.mark.parametrize(
    ("size", "found"),
    [
        (9.80665, "m/s2 taken for g"),
        (1000.0, "mg taken for g"),
        (0.1, "wanted 0.5 to 2 g"),
        (0.0, "gravity removed"),
        (2.1, "wanted 0.5 to 2 g"),
    ],
)
def test_implausible_units_are_refused(size: float, found: str) -> None:
    pipeline = ImuPipeline("ximu3", name="imu:/dev/ttyUSB7?protocol=ximu3")
    with pytest.raises(SensorError, match=found) as caught:
        _feed(pipeline, _ximu3(200, accel_g=(0.0, size, 0.0)))
    message = str(caught.value)
    assert message.startswith("imu:/dev/ttyUSB7?protocol=ximu3: acceleration is ")
    assert f"{size * G:.4g} m/s2" in message
    assert "Cure:" in message


@pytest.mark.parametrize("size", [0.55, 1.0, 1.9])
def test_plausible_units_pass(size: float) -> None:
    assert _feed(ImuPipeline("ximu3"), _ximu3(200, accel_g=(0.0, size, 0.0)))


def _rvc(count: int, dps: float = 30.0) -> list[tuple[bytes, int]]:
    return [(rvc_frame(k, (k * dps / 100 + 180) % 360 - 180), k * 10 * MS + 2 * MS) for k in range(count)]


def test_a_sensor_without_gyroscope_is_refused() -> None:
    with pytest.raises(ConfigError, match="sends no turn rates") as caught:
        _feed(ImuPipeline("rvc", name="imu:/dev/ttyS1"), _rvc(200))
    for part in ("imu:/dev/ttyS1", "gyro=orientation", "gyro=zero"):
        assert part in str(caught.value)


def test_orientation_is_differentiated_when_asked() -> None:
    pipeline = ImuPipeline("rvc", {"gyro": "orientation"})
    pieces = _rvc(1500)
    del pieces[700:740]
    motion = _chunks(_feed(pipeline, pieces))
    turn = motion.gyro_radps[:, 2]
    np.testing.assert_allclose(np.rad2deg(turn), 30, atol=1.1)  # steps of 0.01 degree
    assert np.rad2deg(turn).mean() == pytest.approx(30, abs=0.1)
    assert len(turn) == 1458  # the first, and the first after the hole, have nothing before them
    counters = pipeline.counters()
    assert (counters["lost"], counters["gaps"], counters["no_gyro"]) == (40, 1, 2)
    assert "gyro=orientation" in pipeline.describe()


def test_zero_rates_only_when_asked() -> None:
    motion = _chunks(_feed(ImuPipeline("rvc", {"gyro": "zero"}), _rvc(300)))
    assert not motion.gyro_radps.any()
    assert len(motion.t_ns) == 300


def test_orientation_that_is_not_there_is_refused() -> None:
    header, row = b"t_ms,ax_g,ay_g,az_g\n", "{},0.0,0.0,1.0\n"
    pieces = [(header, 0), *((row.format(k * 10).encode(), k * 10 * MS) for k in range(200))]
    with pytest.raises(ConfigError, match="no orientation either"):
        _feed(ImuPipeline("text", {"gyro": "orientation"}), pieces)


def test_a_counter_keeps_time_over_losses() -> None:
    random = np.random.default_rng(1)
    pieces = [piece for piece in _rvc(2000) if random.random() > 0.1]
    motion = _chunks(_feed(ImuPipeline("rvc", {"gyro": "zero"}), pieces))
    arrivals = np.array([arrival for _, arrival in pieces])
    np.testing.assert_allclose(motion.t_ns, arrivals, atol=0.2 * MS)


def test_a_device_clock_that_is_set_and_late_packets() -> None:
    pieces = _ximu3(600)
    pieces[210], pieces[211] = (pieces[211][0], pieces[210][1]), (pieces[210][0], pieces[211][1])
    restarted = [(ximu3_line(k * 10_000), 6000 * MS + k * 10 * MS + 2 * MS) for k in range(300)]
    pipeline = ImuPipeline("ximu3")
    motion = _chunks(_feed(pipeline, pieces + restarted))
    assert pipeline.counters()["late"] == 1
    assert len(motion.t_ns) == 899
    assert (np.diff(motion.t_ns) > 0).all()
    assert np.abs(motion.t_ns[620:] - (np.arange(621, 900) * 10 * MS + 2 * MS)).max() < MS
    fit = pipeline.clock_fit()
    assert fit is not None
    assert fit.resets == pipeline.counters()["clock_resets"] == 1


def test_a_clock_in_another_unit_is_refused() -> None:
    rows = [f"{k * 10},0,0,1.0,0,0,0\n".encode() for k in range(200)]
    pieces = [(row, k * 10 * MS) for k, row in enumerate(rows)]
    header = "t_us,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps\n"
    with pytest.raises(SensorError, match=r"clock steps by 0\.01 ms.*arrive every 10 ms.*time_unit"):
        _feed(ImuPipeline("text"), [(header.encode(), 0), *pieces])
    header = header.replace("us", "ms")
    assert _feed(ImuPipeline("text"), [(header.encode(), 0), *pieces])


def test_a_board_that_restarts_when_opened() -> None:
    """Two readings of before, two seconds of boot, then its clock from 0."""
    before = [(ximu3_line(900_000_000 + k * 10_000), k * 10 * MS) for k in range(2)]
    after = [(ximu3_line(k * 10_000), 2000 * MS + k * 10 * MS) for k in range(200)]
    assert len(_chunks(_feed(ImuPipeline("ximu3"), before + after)).t_ns) == 200


def test_one_reading_now_and_then_is_no_motion() -> None:
    with pytest.raises(SensorError, match="less than once a second"):
        _feed(ImuPipeline("ximu3"), [(ximu3_line(k * 1_500_000), k * 1500 * MS) for k in range(20)])


def test_auto_recognises_and_loses_nothing() -> None:
    for name, pieces in (
        ("ximu3", _ximu3(300)),
        ("wit", [(wit_burst(gyro_dps=(1.0, 0.0, 0.0)), k * 10 * MS) for k in range(300)]),
    ):
        pipeline = ImuPipeline("auto")
        motion = _chunks(_feed(pipeline, pieces))
        assert pipeline.protocol == name
        assert len(motion.t_ns) == 300


def test_auto_gives_up_with_what_it_saw() -> None:
    noise = np.random.default_rng(0).integers(0, 256, 4000).astype(np.uint8).tobytes()
    with pytest.raises(SensorError, match="of no known protocol") as caught:
        for k in range(400):
            pipeline_feed = noise[k * 10 : k * 10 + 10]
            if k == 0:
                pipeline = ImuPipeline("auto", name="imu:/dev/ttyUSB0")
            pipeline.feed(pipeline_feed, k * 10 * MS)
    assert noise[:16].hex(" ") in str(caught.value)
    assert "baud=auto" in str(caught.value)


def test_another_protocol_is_noticed() -> None:
    with pytest.raises(SensorError, match="no reading of protocol wit") as caught:
        _feed(ImuPipeline("wit"), _ximu3(500))
    assert "protocol=auto" in str(caught.value)


def test_undeclared_text_says_what_to_declare() -> None:
    pieces = [(b"0.01,0.02,1.0,0.1,0.2,0.3\n", k * 10 * MS) for k in range(500)]
    with pytest.raises(SensorError, match="columns="):
        _feed(ImuPipeline("auto"), pieces)


def test_a_pause_is_not_another_protocol() -> None:
    pipeline = ImuPipeline("ximu3")
    pieces = _ximu3(1200)
    _feed(pipeline, pieces[:300])
    later = pieces[900:]
    first, arrival = later[0]
    made = pipeline.feed(first[:5], arrival)
    made += pipeline.feed(first[5:], arrival + MS)
    made += _feed(pipeline, later[1:])
    assert len(_chunks(made).t_ns) == 300
    assert pipeline.counters()["gaps"] == 1


@pytest.mark.parametrize(
    ("protocol", "options", "why"),
    [
        ("wat", {}, "protocol='wat' is not one of"),
        ("wit", {"gyro": "maybe"}, "gyro='maybe' is not one of"),
        ("wit", {"latency_ms": "-1"}, "latency_ms='-1' is not a number"),
        ("wit", {"axes": "x,z,y"}, "mirrors"),
        ("wit", {"columns": "ax,ay"}, "unknown option 'columns'"),
        ("auto", {"colums": "ax,ay"}, "unknown option 'colums'"),
    ],
)
def test_wrong_options_fail_at_once(protocol: str, options: dict[str, str], why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        ImuPipeline(protocol, options)


def test_an_option_of_another_protocol_fails_once_recognised() -> None:
    with pytest.raises(ConfigError, match="unknown option 'columns'"):
        _feed(ImuPipeline("auto", {"columns": "ax,ay,az"}), _ximu3(100))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_rows_do_not_depend_on_how_bytes_are_cut(data: st.DataObject) -> None:
    stream = b"".join(wit_burst((0.0, k % 7 / 100, 1.0), (k % 5, 0.0, 0.0)) for k in range(150))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(stream) - 1), max_size=60, unique=True)))
    bounds = [0, *cuts, len(stream)]
    pipeline = ImuPipeline("wit")
    made: list[Captured] = []
    for a, b in zip(bounds[:-1], bounds[1:], strict=True):  # noqa: RUF007
        made += pipeline.feed(stream[a:b], round(b / len(stream) * 1.5 * NS_PER_S))
    made += pipeline.finish()
    motion = _chunks(made)
    np.testing.assert_allclose(
        motion.accel_mps2[:, 1],
        [round(k % 7 / 100 / 16 * 32768) * 16 * G / 32768 for k in range(150)],
        rtol=1e-5,
    )
    assert (np.diff(motion.t_ns) > 0).all()
    for captured in made:
        assert isinstance(captured.sample, ImuChunk)
        assert captured.sample.t_ns[-1] <= captured.arrival_ns


@settings(max_examples=100, deadline=None)
@given(
    pieces=st.lists(st.tuples(st.binary(max_size=80), st.integers(1, 50 * MS)), max_size=40),
    protocol=st.sampled_from(["auto", "wit", "rvc", "ximu3", "text", "xsens", "vectornav", "msp"]),
)
def test_noise_is_no_crash(pieces: list[tuple[bytes, int]], protocol: str) -> None:
    pipeline = ImuPipeline(protocol, {"gyro": "zero"})
    arrival = 0
    try:
        for data, wait in pieces:
            arrival += wait
            pipeline.feed(data, arrival)
        pipeline.finish()
    except (SensorError, ConfigError) as error:
        assert str(error).startswith("imu: ")
    pipeline.counters()
    pipeline.describe()
