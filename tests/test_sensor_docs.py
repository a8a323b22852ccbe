"""What the documents say of sensors, against the drivers: every address, with every option it takes."""

import re
import shlex
from pathlib import Path

import pytest

from anymal.errors import ConfigError
from anymal.runtime.cli_live_arguments import live_parser
from anymal.samples import Modality
from anymal.sensors import SENSORS, open_driver
from anymal.sensors.address import NETWORK_SCHEMES
from anymal.sensors.protocols import PROTOCOLS, option_names, protocol_names

DOCUMENT = (Path(__file__).parents[1] / "docs" / "sensors.md").read_text(encoding="utf-8")
ROWS = [line.split(" | ") for line in DOCUMENT.splitlines() if re.match(r"\| `[a-z-]+:", line)]
WANTED: tuple[Modality | None, ...] = (None, "image", "audio", "imu")
# Of every sensor but `replay:`, as the text above the table says.
COMMON = {"latency_ms"}


def known(uri: str) -> set[str]:
    """What the drivers of an address say they know, whatever sense is wanted of it."""
    mark = "#" if uri.partition(":")[0] in NETWORK_SCHEMES else "?"
    names: set[str] = set()
    for wanted in WANTED:
        with pytest.raises(ConfigError) as caught:
            open_driver(f"{uri}{mark}no_such=1", wanted=wanted)
        found = re.search(r"unknown option 'no_such'; this sensor knows: (.+)$", str(caught.value))
        names |= set(found[1].split(", ")) if found else set()
    return names


def addresses(row: list[str]) -> list[str]:
    return [uri for uri in re.findall(r"`([^`]+)`", " ".join(row[:2])) if uri.partition(":")[0] in SENSORS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: addresses(row)[0].partition(":")[0])
def test_the_options_of_a_row_are_those_of_its_driver(row: list[str]) -> None:
    told = set(re.findall(r"`(\w+)`", row[2])) | (COMMON if "`replay:" not in row[0] else set())
    taken = set().union(*(known(uri) for uri in addresses(row)))
    own = (
        {option for name in protocol_names() for option in option_names(name)} if "`imu:" in row[0] else set()
    )
    assert told == taken - own


def test_every_scheme_has_a_row() -> None:
    assert {uri.partition(":")[0] for row in ROWS for uri in addresses(row)} == set(SENSORS)


def test_the_options_of_a_protocol_stand_beside_it() -> None:
    told = dict(re.findall(r"`(\w+)` takes ((?:`\w+`\s*)+)", DOCUMENT))
    assert {name: tuple(re.findall(r"\w+", names)) for name, names in told.items()} == {
        name: option_names(name) for name in PROTOCOLS if option_names(name)
    }


@pytest.mark.parametrize("page", ["jetson.md", "sensors.md"])
def test_the_live_command_lines_can_be_typed(page: str) -> None:
    text = (Path(__file__).parents[1] / "docs" / page).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("anymal live ")]
    assert lines
    for line in lines:
        given = live_parser().parse_args(shlex.split(line, comments=True)[2:])
        for uri, wanted in ((given.camera, "image"), (given.mic, "audio"), (given.imu, "imu")):
            if uri is not None:
                assert open_driver(uri).modality == wanted
