"""Arrays through a pipe: as they went in, whatever is cut is told, and whoever waits is called."""

import os
import threading
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from anymal.engines.array_pipe import LENGTH_BYTES, PipeClosedError, receive_arrays, send_arrays


class Pipe:
    """Both ends of a pipe; the one written to never blocks."""

    def __init__(self) -> None:
        self.read, self.write = os.pipe()
        os.set_blocking(self.write, False)
        self.open = {self.read, self.write}

    def close(self, *ends: int) -> None:
        for end in ends or tuple(self.open):
            self.open.remove(end)
            os.close(end)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = Pipe()
    yield made
    made.close()


def nothing() -> None:
    pass


shapes = st.lists(st.integers(0, 3), max_size=3).map(tuple)
kinds = st.sampled_from(["<f4", "|u1", "<i8"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=5), arrays(kinds, shapes), max_size=3))
def test_arrays_come_out_as_they_went_in(pipe: Pipe, sent: dict[str, NDArray[np.generic]]) -> None:
    send_arrays(pipe.write, {"note": 1}, sent, nothing)
    header, found = receive_arrays(pipe.read, nothing)
    assert header == {"note": 1} and found.keys() == sent.keys()
    for name, array in sent.items():
        assert found[name].dtype == array.dtype and found[name].shape == array.shape
        np.testing.assert_array_equal(found[name], array)


def test_more_than_a_pipe_holds_goes_through_and_whoever_waits_is_called(pipe: Pipe) -> None:
    large = np.arange(1 << 19, dtype=np.float32)[::2]  # not contiguous
    found: list[NDArray[np.generic]] = []
    waited = threading.Event()
    reader = threading.Thread(
        target=lambda: (waited.wait(30), found.append(receive_arrays(pipe.read, nothing)[1]["x"]))
    )
    reader.start()
    send_arrays(pipe.write, {}, {"x": large}, waited.set)  # the reader begins when the writer had to wait
    reader.join(30)
    np.testing.assert_array_equal(found[0], large)


def test_a_pipe_closed_between_messages_ends_and_one_closed_within_is_told(pipe: Pipe) -> None:
    send_arrays(pipe.write, {}, {"a": np.zeros(8, np.float32)}, nothing)
    whole = os.read(pipe.read, 1 << 16)
    for cut in (0, 1, LENGTH_BYTES, LENGTH_BYTES + 3, len(whole) - 1):
        part = Pipe()
        os.write(part.write, whole[:cut])
        part.close(part.write)
        if cut:
            with pytest.raises(PipeClosedError, match="in the middle"):
                receive_arrays(part.read, nothing)
        else:
            assert receive_arrays(part.read, nothing) == (None, {})
        part.close()


def test_a_pipe_nobody_reads_is_told(pipe: Pipe) -> None:
    pipe.close(pipe.read)
    with pytest.raises(PipeClosedError, match="nobody reads"):
        send_arrays(pipe.write, {}, {}, nothing)


def test_whoever_waits_may_give_up(pipe: Pipe) -> None:
    def give_up() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        receive_arrays(pipe.read, give_up)
