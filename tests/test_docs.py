"""The documents as a whole: every page can be reached, every link leads somewhere, every option is told."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from anymal.runtime.cli import COMMANDS, main
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.manifest_file import OPTIONAL_KEYS, REQUIRED_KEYS
from anymal.runtime.options import AssistantOptions, GenerationOptions

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PAGES}
PLAIN = {"--help"}


def links(path: Path) -> list[Path]:
    found = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    return [(path.parent / name).resolve() for name in found if not name.startswith("http")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    assert [str(one) for one in links(path) if not one.exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_into_a_page_leads_to_a_heading(path: Path) -> None:
    found = re.findall(r"\]\(([^)#]*)#([^)]+)\)", path.read_text(encoding="utf-8"))
    for name, anchor in (one for one in found if not one[0].startswith("http")):
        text = ((path.parent / name) if name else path).read_text(encoding="utf-8")
        heads = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
        assert anchor in {re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in heads}


def test_every_page_is_reached_from_the_readme() -> None:
    assert {path.name for path in PAGES} <= {"README.md", "CONTRIBUTING.md"} | {
        one.name for one in links(ROOT / "README.md")
    }


def test_places_of_a_modality_are_there() -> None:
    """What CONTRIBUTING.md names after a folder lies in that folder."""
    text = (ROOT / "CONTRIBUTING.md").read_text().split("**A new modality**")[1].split("**House rules.**")[0]
    folder, missing = "", []
    for name in re.findall(r"`([\w/*]+\.py)`", text):
        folder = name.rpartition("/")[0] or folder
        found = list((ROOT / folder).glob(name.rpartition("/")[2]))
        missing += [] if found else [f"{folder}: {name}"]
    assert folder and missing == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_told_of(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    offered = set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*[a-z0-9]", capsys.readouterr().out)) - PLAIN
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*[a-z0-9]", "\n".join(TEXTS.values())))
    assert sorted(offered - told) == []


@pytest.mark.parametrize("kind", [AssistantOptions, GenerationOptions])
def test_what_ask_takes_stands_on_its_page(kind: type[AssistantOptions | GenerationOptions]) -> None:
    told = re.findall(r"[`.](\w+)(?:=)?`|--([a-z-]+)`", TEXTS["ask.md"])
    names = {(left or right).replace("-", "_") for left, right in told}
    assert {one.name for one in fields(kind)} <= names


def test_what_a_live_session_takes_stands_on_its_page() -> None:
    assert [one.name for one in fields(LiveOptions) if f"`{one.name}`" not in TEXTS["live.md"]] == []


def test_what_a_line_of_a_manifest_holds_stands_on_its_page() -> None:
    assert [name for name in (*REQUIRED_KEYS, *OPTIONAL_KEYS) if f"`{name}`" not in TEXTS["ask.md"]] == []
