"""A bundle that hears at 48 kHz, as CLAP does: the bench and the demo feed it what it takes."""

from pathlib import Path

import pytest

from anymal.bench.cli_bench import run
from anymal.bench.energy import EnergyPlan, run_energy
from anymal.bench.inputs import new_samples, own_encoders
from anymal.bench.record_file import read_report
from anymal.engines.bundle import load_bundle
from anymal.runtime.cli import main
from anymal.runtime.options import AssistantOptions
from anymal.samples import AudioChunk
from tests.tiny_models import TinySpec, make_tiny_bundle

RATE_HZ = 48_000
TINY = """name = "tiny"
[limits]
foreign_share = 100
spin_change = 100
spin_stretch = 100
stall_ms = 1e9
[stages]
repeats = 1
warmup = 0
rows = [4]
[overhead]
pairs = 1
warmup = 0
tokens = 2
[cold]
questions = 1
warmup = 0
[live]
questions = 1
per_s = 10
warmup = 0
max_tokens = 2
"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = TinySpec(rate_hz=RATE_HZ, audio_window_s=1.0, imu_window_s=1.0)
    return make_tiny_bundle(tmp_path_factory.mktemp("rate") / "tiny48", spec)


def test_every_scenario_gives_sound_at_the_encoders_rate(bundle: Path, tmp_path: Path) -> None:
    scenario, out = tmp_path / "tiny.toml", tmp_path / "out.json"
    scenario.write_text(TINY, encoding="utf-8")
    argv = ["--scenario", str(scenario), "--bundle", str(bundle), "-o", str(out), "--threads", "1"]
    assert run(argv) == 0
    report = read_report(out)
    assert set(report.scenarios) == {"stages", "overhead", "cold", "live"}
    assert "encode_audio" in report.scenarios["stages"]
    assert "encode_ms_audio" in report.scenarios["cold"]
    assert "real_time_audio" in report.scenarios["live"]


class Meter:
    """A meter that has seen a joule more with each look."""

    name = "counter"

    def __init__(self) -> None:
        self.seen = 0.0

    def joules(self) -> float:
        self.seen += 1.0
        return self.seen


def test_energy_is_of_sound_at_the_encoders_rate(bundle: Path) -> None:
    plan = EnergyPlan(repeats=1, span_s=0.05, max_tokens=2)
    found = run_energy(bundle, AssistantOptions(threads=1), plan, lambda: ([Meter()], None, []))
    assert found["answer_joules"].n == 1


def test_a_made_sound_is_as_long_as_the_window_at_any_rate(bundle: Path) -> None:
    (sound,) = new_samples(own_encoders(load_bundle(bundle).manifest)["audio"], 0)
    assert isinstance(sound, AudioChunk)
    assert (sound.rate_hz, len(sound.samples)) == (RATE_HZ, RATE_HZ)


def test_the_demo_plays_sound_at_the_encoders_rate(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--bundle", str(bundle), "--threads", "1", "--live-s", "4"]) == 0
    page = capsys.readouterr().out
    assert page.count("audio ") == page.count("imu ") == 4, "every live answer saw a window of sound"
