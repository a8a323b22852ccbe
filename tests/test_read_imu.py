"""Motion tables: declared units become SI, nothing is guessed, every bad cell is named by its row."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S
from anymal.sensors import imu_table
from anymal.sensors.imu_file import read_imu
from anymal.sensors.imu_table import read_blocks
from anymal.sensors.imu_units import CANONICAL_HEADER, G_MPS2
from anymal.sensors.window import Window

_FUZZ = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _motion(rows: int, rate_hz: float = 100.0, seed: int = 0) -> NDArray[np.float64]:
    """Columns t_s, acceleration around 1 g on z, small turns."""
    table = np.random.default_rng(seed).normal(0, 0.3, (rows, 7))
    table[:, 3] += G_MPS2
    table[:, 0] = np.arange(rows) / rate_hz
    return table


def _text(table: NDArray[np.float64], header: str = CANONICAL_HEADER, separator: str = ",") -> str:
    rows = [separator.join(repr(float(v)) for v in row) for row in table]
    return "\n".join([header, *rows]) + "\n"


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _refused(path: Path, window: Window = Window()) -> str:  # noqa: B008 - frozen
    with pytest.raises(InputError) as caught:
        read_imu(path, window)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_canonical_table(tmp_path: Path) -> None:
    table = _motion(200)
    table[:, 0] += 12.5
    chunk = read_imu(_write(tmp_path / "a.csv", _text(table)))
    np.testing.assert_array_equal(chunk.t_ns, np.arange(200) * 10_000_000)
    np.testing.assert_array_equal(chunk.accel_mps2, table[:, 1:4].astype(np.float32))
    np.testing.assert_array_equal(chunk.gyro_radps, table[:, 4:].astype(np.float32))
    assert chunk.accel_mps2.flags.c_contiguous
    assert (chunk.t_ns.dtype, chunk.accel_mps2.dtype, chunk.gyro_radps.dtype) == (
        np.int64,
        np.float32,
        np.float32,
    )


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        ("t_ms,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps", [1e3, 1 / G_MPS2, 180 / math.pi]),
        ("t_us,ax_mg,ay_mg,az_mg,gx_mdps,gy_mdps,gz_mdps", [1e6, 1e3 / G_MPS2, 180e3 / math.pi]),
        ("t_ns,ax_mps2,ay_mps2,az_mps2,gx_degps,gy_degps,gz_degps", [1e9, 1.0, 180 / math.pi]),
        ("Timestamp_ms,accel_x_g,accel_y_g,accel_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps",
         [1e3, 1 / G_MPS2, 180 / math.pi]),
    ],
)  # fmt: skip
def test_declared_units_are_converted(tmp_path: Path, header: str, scale: list[float]) -> None:
    table = _motion(50)
    given_table = table * np.repeat(scale, [1, 3, 3])
    chunk = read_imu(_write(tmp_path / "a.csv", _text(given_table, header)))
    np.testing.assert_allclose(chunk.t_ns, table[:, 0] * NS_PER_S, atol=1)
    np.testing.assert_allclose(chunk.accel_mps2, table[:, 1:4], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(chunk.gyro_radps, table[:, 4:], rtol=1e-5, atol=1e-6)


def test_epoch_nanoseconds_keep_their_steps(tmp_path: Path) -> None:
    table = _motion(20)
    body = [f"{1_760_000_000_000_000_000 + 10_000_000 * i}," + ",".join(map(repr, row[1:].tolist()))
            for i, row in enumerate(table)]  # fmt: skip
    header = CANONICAL_HEADER.replace("t_s", "t_ns")
    chunk = read_imu(_write(tmp_path / "a.csv", "\n".join([header, *body])))
    np.testing.assert_allclose(np.diff(chunk.t_ns), 10_000_000, atol=512)


def test_order_extra_columns_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    table = _motion(30)
    plain = read_imu(_write(tmp_path / "plain.csv", _text(table)))
    names = CANONICAL_HEADER.split(",")
    order = [3, 0, 6, 5, 1, 2, 4]
    variants = {}
    for separator, line_end in ((";", "\n"), ("\t", "\r\n"), (",", "\r\n")):
        lines = ["# made by a test", "", separator.join(['"label"', *(names[k] for k in order), "mx_uT"])]
        for row in table:
            cells = [f'"walking{separator} fast"', *(repr(float(row[k])) for k in order), ""]
            lines.append(separator.join(cells))
        variants[f"{ord(separator)}{len(line_end)}"] = "\ufeff" + line_end.join(lines) + line_end * 3
    unquoted = [",".join(["label", *names])] + [
        ",".join(["zu Fuß", *map(repr, row.tolist())]) for row in table
    ]
    variants["unquoted"] = "\n".join(unquoted)
    variants["blank lines"] = _text(table).replace("\n", "\n\n")
    variants["spaces"] = _text(table).replace(",", " , ")
    for name, text in variants.items():
        chunk = read_imu(_write(tmp_path / "variant.csv", text))
        np.testing.assert_array_equal(chunk.t_ns, plain.t_ns, err_msg=name)
        np.testing.assert_array_equal(chunk.accel_mps2, plain.accel_mps2, err_msg=name)
        np.testing.assert_array_equal(chunk.gyro_radps, plain.gyro_radps, err_msg=name)


def test_windows(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", _text(_motion(1001)))
    newest = read_imu(path, Window(None, 2.0))
    assert (newest.t_ns[0], newest.t_ns[-1], len(newest.t_ns)) == (8 * NS_PER_S, 10 * NS_PER_S, 201)
    chosen = read_imu(path, Window(3.0, 2.0))
    assert (chosen.t_ns[0], chosen.t_ns[-1]) == (3 * NS_PER_S, 5 * NS_PER_S)
    to_the_end = read_imu(path, Window(9.0))
    assert (to_the_end.t_ns[0], to_the_end.t_ns[-1]) == (9 * NS_PER_S, 10 * NS_PER_S)
    assert len(read_imu(path, Window(None, 60.0)).t_ns) == 1001
    assert "window 20:25 holds 0 rows" in _refused(path, Window(20.0, 5.0))
    assert "holds 6 rows; wanted 10 or more. The file lasts 10.00 s" in _refused(path, Window(None, 0.05))


def test_windows_of_a_file_read_in_many_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "a.csv", _text(_motion(2000)))
    windows = [Window(), Window(None, 5.0), Window(3.3, 4.4), Window(7.0), Window(0.0, 0.5)]
    expected = [read_imu(path, window) for window in windows]
    monkeypatch.setattr(imu_table, "_BLOCK_BYTES", 1000)
    for window, whole in zip(windows, expected, strict=True):
        chunk = read_imu(path, window)
        np.testing.assert_array_equal(chunk.t_ns, whole.t_ns)
        np.testing.assert_array_equal(chunk.accel_mps2, whole.accel_mps2)
    broken = _text(_motion(2000)).split("\n")
    broken[1500] = broken[1500].replace(",", ",x", 1)
    assert "row 1500 (line 1501), column ax_mps2" in _refused(_write(tmp_path / "b.csv", "\n".join(broken)))


def test_a_damaged_row_outside_the_window_is_still_found(tmp_path: Path) -> None:
    table = _motion(1000)
    table[10, 2] = np.nan
    assert "row 11 (line 12)" in _refused(_write(tmp_path / "a.csv", _text(table)), Window(None, 2.0))


@pytest.mark.parametrize("every", [2.5, 5, 9])
def test_many_wild_rows_are_no_motion_either(tmp_path: Path, every: float) -> None:
    """Too many to be one slip, too few for the medians; in the window, and before it."""
    table = _motion(1000)
    wild = np.unique(np.arange(3, 500, every).astype(int))
    table[wild, 1] = 1e6
    table[wild, 4:] = 5e4
    path = _write(tmp_path / "a.csv", _text(table))
    for window in (Window(), Window(None, 2.0)):
        message = _refused(path, window)
        assert "row 4 (line 5), column ax_mps2: 1000000 no worn sensor reaches this" in message


def test_wild_rows_in_most_of_a_block_outside_the_window_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imu_table, "_BLOCK_BYTES", 4096)
    table = _motion(2000)
    table[:200, 4] = 5e4
    message = _refused(_write(tmp_path / "a.csv", _text(table)), Window(None, 2.0))
    assert "row 1 (line 2), column gx_radps" in message


@pytest.mark.parametrize(
    ("cell", "found"),
    [("nan", "nan wanted a finite"), ("inf", "inf wanted a finite"), ("-inf", "-inf wanted"),
     ("", "found nothing"),
     ("abc", 'found "abc"'), ("1_0", 'found "1_0"'), ("0x1A", 'found "0x1A"'), ("1e400", "inf wanted"),
     ("١", 'found "١"'), ("9.8.1", 'found "9.8.1"'), ("1e9", "no worn sensor"), ("NULL", 'found "NULL"')],
)  # fmt: skip
def test_a_bad_cell_is_named(tmp_path: Path, cell: str, found: str) -> None:
    lines = _text(_motion(40)).split("\n")
    cells = lines[30].split(",")
    cells[2] = cell
    lines[30] = ",".join(cells)
    message = _refused(_write(tmp_path / "a.csv", "\n".join(lines)))
    assert "row 30 (line 31), column ay_mps2" in message
    assert found in message


def test_decimal_commas_are_explained(tmp_path: Path) -> None:
    text = _text(_motion(20), CANONICAL_HEADER.replace(",", ";"), ";").replace(".", ",")
    assert "Write decimals with a point" in _refused(_write(tmp_path / "a.csv", text))


@pytest.mark.parametrize(
    ("edit", "found"),
    [(lambda t: t.__setitem__(20, t[19]), "repeats the time before it"),
     (lambda t: t.__setitem__(20, t[18]), "goes back in time"),
     (lambda t: t.__setitem__(20, 1e12), "more than a century")],
)  # fmt: skip
def test_times_must_rise(tmp_path: Path, edit: object, found: str) -> None:
    table = _motion(40)
    edit(table[:, 0])  # type: ignore[operator]
    message = _refused(_write(tmp_path / "a.csv", _text(table)))
    assert "row 21 (line 22), column t_s" in message
    assert found in message


def test_rows_of_another_length(tmp_path: Path) -> None:
    lines = _text(_motion(20)).split("\n")
    lines[5] += ",1.0"
    lines[6] = lines[6].rsplit(",", 1)[0]  # together the cells still come to full rows
    assert "row 5 (line 6) has 8 columns, the header 7" in _refused(
        _write(tmp_path / "a.csv", "\n".join(lines))
    )


@pytest.mark.parametrize("rows", [0, 1, 3, 9])
def test_too_few_rows(tmp_path: Path, rows: int) -> None:
    assert f"{rows} rows; wanted 10" in _refused(_write(tmp_path / "a.csv", _text(_motion(rows))))


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps", "no column for gz"),
        ("t_s,a,b,c,d,e,f", "no column for ax ay az gx gy gz"),
        ("t,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps", 'column "t" declares no unit'),
        ("t_s,ax,ay,az,gx,gy,gz", 'column "ax" declares no unit'),
        ("t_s,accel_x,accel_y,accel_z,gyro_x,gyro_y,gyro_z", 'column "accel_x" declares no unit'),
        ("t_s,ax_fur,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps", 'unknown unit "fur"'),
        ("t_s,ax_dps,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps", 'unknown unit "dps"'),
        ("t_s,ax_g,ax_mps2,az_mps2,gx_radps,gy_radps,gz_radps", "are both ax"),
        ("t_h,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps", 'unknown unit "h"'),
    ],
)
def test_headers_that_do_not_say_enough(tmp_path: Path, header: str, found: str) -> None:
    message = _refused(_write(tmp_path / "a.csv", _text(_motion(20), header)))
    assert found in message
    if "both" not in found:
        assert "t_ms" in message
        assert "ax_mg" in message
        assert "gx_mdps" in message


def test_no_header_wrong_text_and_binaries(tmp_path: Path) -> None:
    assert "no header; the first line is" in _refused(
        _write(tmp_path / "a.csv", _text(_motion(20)).split("\n", 1)[1])
    )
    (tmp_path / "b.csv").write_bytes(_text(_motion(20)).encode("utf-16"))
    assert "UTF-16" in _refused(tmp_path / "b.csv")
    (tmp_path / "c.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    _refused(tmp_path / "c.csv")
    (tmp_path / "d.csv").write_bytes(b"x" * 200_000)
    assert "no header" in _refused(tmp_path / "d.csv")
    (tmp_path / "empty.csv").touch()
    assert "0 bytes" in _refused(tmp_path / "empty.csv")
    assert "no such file" in _refused(tmp_path / "none.csv")
    assert "is a folder" in _refused(tmp_path)


@pytest.mark.parametrize(
    ("header", "factor", "found"),
    [
        (CANONICAL_HEADER, 1 / G_MPS2, "looks like g given as m/s2"),
        (CANONICAL_HEADER, 1000 / G_MPS2, "looks like mg given as m/s2"),
        ("t_s,ax_g,ay_g,az_g,gx_radps,gy_radps,gz_radps", 1.0, "looks like m/s2 given as g"),
        ("t_s,ax_g,ay_g,az_g,gx_radps,gy_radps,gz_radps", 1000 / G_MPS2, "looks like mg given as g"),
        ("t_s,ax_mg,ay_mg,az_mg,gx_radps,gy_radps,gz_radps", 1 / G_MPS2, "looks like g given as mg"),
        (CANONICAL_HEADER, 16384 / G_MPS2, "raw counts"),
        ("t_s,ax_mg,ay_mg,az_mg,gx_radps,gy_radps,gz_radps", 1.0, "looks like m/s2 given as mg"),
        (CANONICAL_HEADER, 1e-6, "gravity removed"),
    ],
)
def test_units_by_plausibility(tmp_path: Path, header: str, factor: float, found: str) -> None:
    table = _motion(100)
    table[:, 1:4] *= factor
    message = _refused(_write(tmp_path / "a.csv", _text(table, header)))
    assert found in message
    assert "median |a| is" in message


def test_degrees_given_as_radians(tmp_path: Path) -> None:
    table = _motion(100)
    table[:, 4:] = np.random.default_rng(1).normal(0, 60, (100, 3))
    assert "looks like deg/s given as rad/s" in _refused(_write(tmp_path / "a.csv", _text(table)))


def test_milliseconds_given_as_seconds(tmp_path: Path) -> None:
    table = _motion(100)
    table[:, 0] *= 1000
    assert "0.1 rows per second" in _refused(_write(tmp_path / "a.csv", _text(table)))


def test_real_motion_of_glasses(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "imu_classyglass"
    with np.load(folder / "train.npz") as data:
        counts = data["data"][:3000]
    # int16: 4096 per g, 16.384 per deg/s; 100 Hz (the folder's README)
    table = np.column_stack([np.arange(3000) * 10, counts[:, :3] / 4096, counts[:, 3:] / 16.384])
    header = "t_ms,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps"
    chunk = read_imu(_write(tmp_path / "a.csv", _text(table, header)), Window(None, 5.0))
    assert len(chunk.t_ns) == 501
    assert 9 < np.median(np.linalg.norm(chunk.accel_mps2, axis=1)) < 11
    raw = np.column_stack([table[:, :1], counts])
    assert "raw counts" in _refused(_write(tmp_path / "b.csv", _text(raw, header)))


_number = st.floats(-15.0, 15.0, width=64)


@st.composite
def _tables(draw: st.DrawFn) -> NDArray[np.float64]:
    rows = draw(st.integers(10, 40))
    steps = draw(st.lists(st.floats(0.001, 0.2), min_size=rows, max_size=rows))
    cells = draw(st.lists(st.tuples(*[_number] * 6), min_size=rows, max_size=rows))
    table = np.column_stack([np.cumsum(steps), np.array(cells)])
    table[:, 3] = 9.0 + 0.05 * table[:, 3]
    table[:, 1:3] *= 0.5
    return table


@_FUZZ
@given(table=_tables(), separator=st.sampled_from(",;\t"), order=st.permutations(range(7)))
def test_round_trip_of_any_valid_table(
    tmp_path: Path, table: NDArray[np.float64], separator: str, order: list[int]
) -> None:
    header = separator.join(np.array(CANONICAL_HEADER.split(","))[order])
    chunk = read_imu(_write(tmp_path / "a.csv", _text(table[:, order], header, separator)))
    expected_ns = np.round((table[:, 0] - table[0, 0]) * NS_PER_S)
    np.testing.assert_array_equal(chunk.t_ns, expected_ns)
    np.testing.assert_array_equal(chunk.accel_mps2, table[:, 1:4].astype(np.float32))
    np.testing.assert_array_equal(chunk.gyro_radps, table[:, 4:].astype(np.float32))


_bad_cell = st.one_of(
    st.sampled_from(
        ["", " ", "nan", "NaN", "inf", "-Infinity", "1e999", "-", ".", "1,5", '"', "1 2", "--1", "1e99"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Nd"]), min_size=1, max_size=8),
)


@_FUZZ
@given(row=st.integers(1, 30), column=st.integers(0, 6), cell=_bad_cell)
def test_any_corrupt_cell_is_an_input_error(tmp_path: Path, row: int, column: int, cell: str) -> None:
    lines = _text(_motion(30)).split("\n")
    cells = lines[row].split(",")
    cells[column] = cell
    lines[row] = ",".join(cells)
    _refused(_write(tmp_path / "a.csv", "\n".join(lines)))


@_FUZZ
@given(
    content=st.one_of(st.binary(min_size=1, max_size=500), st.text(min_size=1).map(str.encode)),
    after=st.booleans(),
)
def test_random_bytes_never_raise_anything_else(tmp_path: Path, content: bytes, after: bool) -> None:
    prefix = (CANONICAL_HEADER + "\n").encode() if after else b""
    (tmp_path / "a.csv").write_bytes(prefix + content)
    _refused(tmp_path / "a.csv")


@_FUZZ
@given(
    cells=st.lists(
        st.text(st.sampled_from(" +-.0123456789eEnaifd_xX\u0661"), min_size=1, max_size=6), min_size=1
    )
)
def test_the_fast_and_the_slow_parser_agree(cells: list[str], tmp_path: Path) -> None:
    def parse(extra: str) -> list[float] | None:
        body = "\n".join(cell + "," + extra for cell in cells)
        (tmp_path / "a.csv").write_text(body, encoding="utf-8")
        with (tmp_path / "a.csv").open("rb") as file:
            try:
                blocks = list(read_blocks(file, 2, ",", ["t_s", "label"], [0], tmp_path / "a.csv"))
            except InputError:
                return None
        return [float(v) for block in blocks for v in block.values[:, 0]]

    np.testing.assert_equal(parse("walking"), parse('"walking"'))  # quotes force the slow one
