"""The whole command on the nano bundle at its smallest, and every scenario with synthetic samples."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from anymal.bench.arrivals import Asked
from anymal.bench.cli_bench import run
from anymal.bench.inputs import new_samples, own_encoders, samples_for
from anymal.bench.live_scenario import Span, live_figures
from anymal.bench.machine import read_machine
from anymal.bench.record_file import read_report
from anymal.bench.start_up import StartUpPlan, run_start_up, start_child
from anymal.engines.bundle import find_bundle, load_bundle
from anymal.engines.encoder import open_encoder
from anymal.errors import BundleError, ConfigError, EngineError
from anymal.runtime.live_answer import LiveAnswer, LiveTimings, LiveWindow
from anymal.runtime.live_build import ContextCounts
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import LiveStatus
from anymal.runtime.options import AssistantOptions
from anymal.runtime.sensing import SensingCounts
from anymal.sensors.driver import SensorStats

BLIND = "[limits]\nforeign_share = 100\nspin_change = 100\nspin_stretch = 100\nstall_ms = 1e9\n"
TINY = f"""name = "tiny"
{BLIND}
[floors]
megabytes = 1
matrix = 32
repeats = 2
[stages]
repeats = 2
warmup = 0
rows = [4, 100000]
[overhead]
pairs = 2
warmup = 0
tokens = 4
[start_up]
runs = 1
warmup = 0
[cold]
questions = 2
warmup = 0
[live]
questions = 2
per_s = 10
warmup = 0
max_tokens = 4
[scaling]
repeats = 1
warmup = 0
contexts = [8, 100000]
images = [1, 1000]
threads = [1, 512]
windows_per_s = [5]
seconds = 1
[soak]
seconds = 6
warm_s = 0
every_s = 0.5
[energy]
repeats = 1
span_s = 0.05
"""


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "tiny.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_one_command_measures_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, table = tmp_path / "out.json", tmp_path / "out.csv"
    argv = ["--scenario", written(tmp_path, TINY), "-o", str(out), "--csv", str(table), "--threads", "1"]
    argv += ["--html", str(tmp_path / "out.html")]
    assert run(argv) == 0
    report = read_report(out)
    measured = {"floors", "stages", "overhead", "start_up", "cold", "live", "scaling", "soak"}
    assert set(report.scenarios) | {"energy"} == measured | {"energy"}  # few machines have a meter
    assert ("energy" in report.scenarios) != any(why.startswith("energy: ") for why in report.unavailable)
    stages = report.scenarios["stages"]
    wanted = {"decode_jpeg", "prepare_image", "encode_image", "encode_audio", "encode_imu", "prefill_4"}
    wanted |= {"prefill_question", "decode_token", "sample_greedy", "sample_top_k"}
    assert wanted <= set(stages)
    assert "prefill_100000" not in stages  # longer than the context
    absent = ("stages: prefill_100000: ", "scaling: contexts 100000: ", "scaling: images 1000: ")
    absent += (
        "scaling: threads 512: there are 1",
        "scaling: windows_per_s 5 is not judged",
        "live: keeps_up_",
    )
    for words in (*absent, "scaling: real_time_limit: "):
        assert any(why.startswith(words) for why in report.unavailable), words
    assert "real_time_limit" not in report.scenarios["scaling"]
    floors = set(report.floors)
    assert {"stages/decode_token", "stages/prefill_4", "stages/prefill_question"} <= floors
    has_onnx = importlib.util.find_spec("onnx") is not None
    assert ("stages/encode_image" in floors) == has_onnx  # counting its operations needs the library
    live = report.scenarios["live"]
    assert live["answer_ttft_ms"].n == live["answer_response_ms"].n == 2
    start_up = report.scenarios["start_up"]
    assert start_up["start_to_first_ms"].p50 > start_up["load_ms"].p50
    assert start_up["load_to_answer_ms"].p50 > start_up["load_ms"].p50
    parts = sum(start_up[f"{part}_ms"].p50 for part in ("start", "import", "load", "first"))
    assert start_up["start_to_first_ms"].p50 == pytest.approx(parts)
    cold = report.scenarios["cold"]
    assert cold["ttft_ms"].p50 > cold["encode_ms_image"].p50 + cold["prefill_ms"].p50
    assert {"prefill_by_context@8", "first_token_by_images@1", "decode_token_by_threads@1"} <= set(
        report.scenarios["scaling"]
    )
    assert not [name for name in report.scenarios["scaling"] if name.endswith(("@100000", "@1000", "@512"))]
    assert 0 < report.scenarios["scaling"]["sensed_by_windows_per_s@5"].p50 < 1.5
    soak = report.scenarios["soak"]
    assert soak["peak_rss_mb"].p50 >= soak["rss_mb"].p50 > 10
    assert soak["ttft_ms"].n > 1
    assert {"decode_speed", "token_overhead_us", "encode_image_over_bare"} <= set(
        report.scenarios["overhead"]
    )
    assert report.bundle["name"] == "nano"
    assert report.command.startswith("anymal bench --scenario")
    assert report.plan["stages"] == {**report.plan["stages"], "rows": (4, 100000), "repeats": 2}
    assert report.plan["live"]["seed"] == 1  # a default
    assert set(report.plan) == measured | {"energy", "limits"}
    assert report.options["threads"] == report.options["encoder_threads"] == 1
    assert [question.number for question in report.questions] == [0, 1]
    assert 0 < report.questions[0].at_s < report.questions[1].at_s
    assert "start_to_first_ms" in capsys.readouterr().out
    assert table.read_text(encoding="utf-8").startswith("scenario,name,unit,n,p50")
    assert "decode_token" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_refused_figures_end_with_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # No spin takes exactly as long twice.
    strict = (
        TINY.split("[limits]", maxsplit=1)[0]
        + "[limits]\nspin_change = 0\n[floors]\nmegabytes = 1\nmatrix = 32\n"
    )
    out = tmp_path / "out.json"
    assert run(["--scenario", written(tmp_path, strict), "-o", str(out)]) == 1
    report = read_report(out)
    assert not report.scenarios
    assert "floors: too noisy" in report.refused[0]
    assert "refused  floors: too noisy" in capsys.readouterr().out
    assert json.loads(out.read_text(encoding="utf-8"))["noise"]["floors"]["spin_change_limit"] == 0


def test_mistakes_are_told_before_anything_is_measured(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not both"):
        run(["--quick", "--scenario", "standard"])
    with pytest.raises(ConfigError, match="its folder does not exist"):
        run(["--quick", "-o", str(tmp_path / "absent" / "out.json")])
    with pytest.raises(BundleError, match="not found"):
        run(["--scenario", written(tmp_path, 'name = "x"\n[cold]'), "--bundle", "no-such-bundle"])


@pytest.mark.parametrize(
    ("table", "option", "complaint"),
    [
        ("[floors]\n[stages]\nrepeats = 50000", (), "50006 tokens, but the bundle has .*stages.repeats"),
        ("[floors]\n[overhead]\ntokens = 4096", (), "overhead.context and tokens need 4161 positions"),
        ("[floors]\n[cold]\n[soak]", ("--n-ctx", "16"), "cold, soak: the prompt wants .* has 16: .*--n-ctx"),
        ("[floors]\n[scaling]", ("--n-ctx", "1000000"), "n_ctx must be at most"),
    ],
)
def test_what_has_no_room_is_told_before_anything_is_measured(
    table: str, option: tuple[str, ...], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anymal.bench.keep.watched", lambda *given: pytest.fail("it measured"))
    with pytest.raises(ConfigError, match=complaint):
        run(["--scenario", written(tmp_path, f'name = "x"\n{table}\n'), "--threads", "1", *option])


def test_fewer_than_no_retries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--retries must be at least 0, found -1"):
        run(["--scenario", written(tmp_path, 'name = "x"\n[cold]\n'), "--retries", "-1"])


@pytest.mark.parametrize("name", ["compare", "report"])
def test_what_is_done_with_reports_has_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run([name, "--help"])
    assert left.value.code == 0
    assert f"usage: anymal bench {name}" in capsys.readouterr().out


def test_the_command_needs_no_library_of_the_build_machine() -> None:
    program = (
        "import sys, anymal.bench.cli_bench\n"
        "sys.exit(str({'torch', 'transformers', 'onnx'} & set(sys.modules) or '') or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_new_samples_are_new_to_every_encoder() -> None:
    bundle = load_bundle(find_bundle("nano"), verify=False)
    for modality, spec in own_encoders(bundle.manifest).items():
        with open_encoder(bundle, modality) as encoder:
            keys = {encoder.prepare_all(new_samples(spec, number))[0].key for number in range(100)}
            assert len(keys) == 100, modality


def test_fresh_processes_that_are_kept_come_after_the_warm_up() -> None:
    def start(number: int) -> Mapping[str, float]:
        return {"load_ms": 1000.0 if number == 0 else 10.0, "first_ms": 5.0}

    found = run_start_up(StartUpPlan(runs=3, warmup=1), start)
    assert set(found) == {"load_ms", "first_ms"}  # peak memory is not told everywhere
    assert found["load_ms"].samples == (10.0, 10.0, 10.0)


def test_a_fresh_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"fresh process 0 ended with exit code 1.*bundle\.json"):
        start_child(tmp_path, AssistantOptions())(0)


IMPORTED = """
import json, sys, time
from types import SimpleNamespace
seen = []
def mark():
    seen.append(sorted(sys.modules))
    return 0
sys.modules["time"] = SimpleNamespace(**{**vars(time), "monotonic_ns": mark})
from anymal.bench.start_up_child import first_answer
sys.modules["time"] = time
asked = {"bundle": "no such bundle", "started_ns": 0, "threads": 1, "n_ctx": None, "device": "cpu"}
try:
    first_answer({**asked, "allow_unverified": False, "picture": [1, 1, 3]})
except Exception as error:
    assert "no such bundle" in str(error), error
print(json.dumps(seen))
"""


def test_the_bench_takes_nothing_that_a_start_imports_out_of_its_time() -> None:
    command = [sys.executable, "-c", IMPORTED]
    done = subprocess.run(command, input=bytes(3), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    began, imported, ready = (set(names) for names in json.loads(done.stdout))
    assert {name for name in imported if name.startswith("anymal.bench.")} == {"anymal.bench.start_up_child"}
    assert imported > began
    assert ready == imported  # while the clock stands still


def test_made_samples_fit_every_encoder_of_nano() -> None:
    bundle = load_bundle(find_bundle("nano"), verify=False)
    encoders = own_encoders(bundle.manifest)
    assert set(encoders) == {"image", "video", "audio", "imu"}
    for modality, spec in encoders.items():
        with open_encoder(bundle, modality) as encoder:
            (embedding,) = encoder.encode_batch(samples_for(spec))
            assert len(embedding.rows) == spec.tokens


def status(encoded: int, dropped: int) -> LiveStatus:
    sensor = SensorStats("replay:x", "image", "streaming", dropped=dropped)
    counts = SensingCounts(encoded=encoded, still=1)
    context = ContextCounts(updates=encoded, superseded=dropped)
    return LiveStatus({"image": sensor}, {"image": counts}, 0, context, {}, None)


def asked(at_s: float, first_s: float, ttft_ms: float, age_s: float) -> Asked:
    window = LiveWindow("image", 0, 1, 16, age_s)
    timings = LiveTimings(1.0, 2.0, 3.0, 4.0, ttft_ms, 100.0)
    answer = LiveAnswer("q", "a b", "stop", timings, (window,), 0)
    return Asked(at_s, at_s + 0.5, (first_s, first_s + 0.1, first_s + 0.4), answer)


def test_thoughts_have_a_figure_where_there_were_any() -> None:
    still = status(encoded=1, dropped=0)
    plain = asked(0.0, 1.0, 10.0, 0.2)
    assert "answer_think_ms" not in live_figures([plain], Span(still, still, 1.0), LiveOptions())
    timings = replace(plain.answer.timings, think_ms=6.0)
    thoughtful = replace(plain, answer=replace(plain.answer, timings=timings))
    found = live_figures([plain, thoughtful], Span(still, still, 1.0), LiveOptions())
    assert found["answer_think_ms"].samples == (0.0, 6.0)


def test_live_figures_of_known_answers() -> None:
    answers = [asked(0.0, 1.0, 10.0, 0.2), asked(9.0, 10.0, 20.0, 0.4)]
    span = Span(status(encoded=10, dropped=1), status(encoded=20, dropped=4), 10.0)
    found = live_figures(answers, span, LiveOptions())
    assert found["answer_response_ms"].samples == pytest.approx((1000.0, 1000.0))
    assert found["answer_late_ms"].samples == pytest.approx((500.0, 500.0))
    assert found["answer_ttft_ms"].samples == (10.0, 20.0)
    parts = [found[f"answer_{name}_ms"].samples for name in ("late", "ttft", "read")]
    assert [sum(of_one) for of_one in zip(*parts, strict=True)] == pytest.approx([1000.0, 1000.0])
    assert found["capture_to_first_ms_camera"].samples == pytest.approx((200.0, 400.0))
    assert "capture_to_first_ms_mic" not in found
    assert found["token_gap_ms"].samples == pytest.approx((100.0, 300.0) * 2)
    assert found["worst_gap_ms"].samples == pytest.approx((300.0, 300.0))
    assert found["dropped_image"].samples == (3.0,)
    # Ten seconds, a window due every half second, ten more sensed than before.
    assert found["real_time_image"].samples == pytest.approx((0.5,))
    assert found["real_time_image"].better == "higher"
    assert (found["keeps_up_image"].unit, found["keeps_up_image"].p50) == ("pass", 0.0)
    assert found["superseded_updates"].samples == (3.0,)
    assert found["stale_image"].samples == (0.0,)


@pytest.mark.parametrize(("encoded", "dropped", "passed"), [(19, 0, True), (19, 1, False), (17, 0, False)])
def test_a_stream_keeps_up_when_windows_come_and_no_sample_is_lost(
    encoded: int, dropped: int, passed: bool
) -> None:
    answers = [asked(0.0, 1.0, 10.0, 0.2), asked(9.0, 10.0, 20.0, 1.2)]
    found = live_figures(answers, Span(status(0, 0), status(encoded, dropped), 10.0), LiveOptions())
    assert found["keeps_up_image"].p50 == passed
    assert found["stale_image"].p50 == 0.5  # the second answer saw a window older than two hops


def test_windows_are_counted_and_due_in_one_span_whenever_the_questions_came() -> None:
    # Half of the windows of 20 s; both questions came in the last second, which alone would have had two due.
    answers = [asked(19.0, 19.1, 10.0, 0.2), asked(19.9, 20.0, 20.0, 0.2)]
    found = live_figures(answers, Span(status(0, 0), status(20, 0), 20.0), LiveOptions())
    assert found["real_time_image"].samples == (0.5,)
    assert found["keeps_up_image"].p50 == 0.0


def test_too_few_windows_due_are_no_verdict_and_said() -> None:
    lines: list[str] = []
    span = Span(status(0, 0), status(9, 0), 4.5)
    found = live_figures([asked(0.0, 1.0, 10.0, 0.2)], span, LiveOptions(), lines.append)
    assert found["real_time_image"].samples == (1.0,)
    assert "keeps_up_image" not in found
    assert lines == ["keeps_up_image: 9 windows were due, 20 are wanted to judge: ask for longer"]


def test_machine_says_what_the_system_tells_and_nothing_else(tmp_path: Path) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\nmodel name\t: Some CPU\ncpu MHz\t\t: 1234.5\n", encoding="utf-8")
    machine = read_machine(0.5, cpuinfo, tmp_path / "absent")
    assert (machine.cpu, machine.frequency_mhz, machine.governor) == ("Some CPU", 1234.5, "")
    assert machine.load_before == 0.5
    (tmp_path / "scaling_governor").write_text("powersave\n", encoding="utf-8")
    (tmp_path / "scaling_cur_freq").write_text("800000\n", encoding="utf-8")
    machine = read_machine(0.5, tmp_path / "absent", tmp_path)
    assert (machine.frequency_mhz, machine.governor) == (800.0, "powersave")
    assert {"anymal", "numpy", "llama-cpp-python"} <= set(machine.versions)
