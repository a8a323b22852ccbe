"""A plan in, a report out: every scenario watched for noise, refused or kept, floors put beside stages.

Knows the order of things and what a refusal is; refuses to know how a scenario measures. Scenarios run
one after the other in this process, the cold ones and the machine's rates in processes of their own.
"""

from collections.abc import Callable, Mapping
from functools import partial

from anymal.bench.cold import run_cold
from anymal.bench.definitions import DEFINITION
from anymal.bench.energy import run_energy
from anymal.bench.floors import decode_floor, encoder_floor, prefill_floor, rate_figures
from anymal.bench.inputs import own_encoders
from anymal.bench.keep import Figures, Kept, Say, Watch, keep
from anymal.bench.live_scenario import run_live
from anymal.bench.machine import load_average, read_machine
from anymal.bench.noise import Probes
from anymal.bench.onnx_work import encoder_flops
from anymal.bench.overhead import run_overhead
from anymal.bench.plan_check import check_plan
from anymal.bench.plan_record import options_of, questions_of, tables_of
from anymal.bench.rates import Rates, RatesPlan, measure_rates
from anymal.bench.record import Absent, Floor, Report, figure
from anymal.bench.scaling import ScalingPlan, run_scaling
from anymal.bench.scaling_live import run_windows
from anymal.bench.scenario_file import Plan
from anymal.bench.soak import run_soak, soak_child
from anymal.bench.stages import StagesFound, StagesPlan, run_stages
from anymal.bench.start_up import run_start_up, start_child
from anymal.bench.timing import Timing
from anymal.engines.bundle import Bundle, find_bundle, load_bundle
from anymal.engines.llama_native import default_threads
from anymal.engines.verified import require_verified
from anymal.runtime.options import AssistantOptions
from anymal.runtime.termination import Terminated

__all__ = ["run_plan"]

EXIT_INTERRUPTED = 130  # 128 + SIGINT


def run_plan(
    plan: Plan,
    bundle_name: str,
    options: AssistantOptions,
    command: str,
    say: Say = lambda line: None,
    probes: Probes | None = None,
    retries: int = 0,
) -> Report:
    """Measure everything in `plan`, what noise spoils up to `retries` times more; `say` is told what begins.

    Ctrl-C, or `Terminated`, ends the scenario that runs and those to come: what is finished is kept, the
    others are refused by name, and the report says that it was `stopped`. Raises `BundleError` for a bundle
    that cannot be opened, and what `check_plan` finds that can be put right before anything is measured; what
    fails later is refused by name.
    """
    load_before = load_average()
    bundle = load_bundle(find_bundle(bundle_name), verify=options.verify)
    require_verified(bundle.manifest, options.allow_unverified)
    check_plan(plan, bundle, options)
    kept, watch = Kept(), Watch(plan.limits, probes or Probes(), retries, say)
    measuring = _Measuring(plan, bundle, options, kept.unavailable.append)
    stopped = _keep_all(kept, measuring.works(), watch)
    return Report(
        command=command,
        machine=read_machine(load_before),
        bundle=_describe(bundle, plan),
        scenarios=kept.scenarios,
        refused=tuple(kept.refused),
        floors=measuring.floors() if {"floors", "stages"} <= kept.scenarios.keys() else {},
        noise=kept.noise,
        unavailable=tuple(kept.unavailable),
        plan=tables_of(plan),
        options=options_of(options, measuring.llm_threads),
        questions=questions_of(plan.live),
        stopped=stopped,
        definition=DEFINITION,
    )


def _keep_all(kept: Kept, works: Mapping[str, Callable[[], Figures]], watch: Watch) -> int:
    """Keep one scenario after the other; returns 0, or 128 + the signal that ended them early."""
    names = list(works)
    for number, (name, work) in enumerate(works.items()):
        try:
            watch.say(f"{name} ...")
            keep(kept, name, work, watch)
        except (KeyboardInterrupt, Terminated) as stop:
            left = [one for one in names[number:] if one not in kept.scenarios]
            kept.refused += [f"{one}: not finished: the run was stopped" for one in left]
            return (
                stop.code if isinstance(stop, Terminated) and isinstance(stop.code, int) else EXIT_INTERRUPTED
            )
    return 0


class _Measuring:
    """The scenarios of one plan on one bundle; remembers what floors are made of."""

    def __init__(self, plan: Plan, bundle: Bundle, options: AssistantOptions, absent: Absent) -> None:
        self._plan, self._bundle, self._options, self._absent = plan, bundle, options, absent
        self._stages: StagesFound | None = None
        self._rates: dict[int, Rates] = {}

    def works(self) -> Mapping[str, Callable[[], Figures]]:
        """Return the scenarios that the plan has, in the order to run them."""
        plan, folder, options = self._plan, self._bundle.folder, self._options
        works: dict[str, Callable[[], Figures]] = {}
        if (rates := plan.floors) is not None:
            works["floors"] = partial(self._measure_rates, rates)
        if (stages := plan.stages) is not None:
            works["stages"] = partial(self._run_stages, stages)
        if (overhead := plan.overhead) is not None:
            works["overhead"] = partial(run_overhead, self._bundle, options, overhead)
        if (start_up := plan.start_up) is not None:
            works["start_up"] = partial(run_start_up, start_up, start_child(folder, options))
        if (cold := plan.cold) is not None:
            works["cold"] = partial(run_cold, folder, options, cold)
        if (live := plan.live) is not None:
            works["live"] = partial(run_live, folder, options, live, self._absent_of("live"))
        if (scaling := plan.scaling) is not None:
            works["scaling"] = partial(self._run_scaling, scaling)
        if (soak := plan.soak) is not None:
            works["soak"] = partial(run_soak, soak, soak_child(folder, options))
        if (energy := plan.energy) is not None:
            works["energy"] = partial(run_energy, folder, options, energy)
        return works

    def _absent_of(self, scenario: str) -> Absent:
        """Return what is told a line about something that `scenario` cannot give."""
        return lambda line: self._absent(f"{scenario}: {line}")

    def _run_scaling(self, plan: ScalingPlan) -> Figures:
        absent = self._absent_of("scaling")
        found = run_scaling(self._bundle, self._options, plan, absent)
        return found | run_windows(self._bundle.folder, self._options, plan, absent)

    def _run_stages(self, plan: StagesPlan) -> Figures:
        timing = Timing(plan.repeats, plan.warmup)
        self._stages = run_stages(self._bundle, self._options, plan, timing, self._absent_of("stages"))
        return self._stages.figures

    def _measure_rates(self, plan: RatesPlan) -> Figures:
        # As many threads as the LLM and the encoders have: a floor for others would be none.
        for threads in sorted({self.llm_threads, self._options.thread_count}):
            self._rates[threads] = measure_rates(threads, plan)
        return {
            name: figure(name, unit, values, better="higher")
            for rates in self._rates.values()
            for name, (unit, values) in rate_figures(rates).items()
        }

    @property
    def llm_threads(self) -> int:
        """Threads of the LLM, as the options or the bundle have it."""
        return self._options.threads or default_threads(self._bundle.llm_path)

    def floors(self) -> dict[str, Floor]:
        """Return the floor of every stage that has one; none on a GPU, whose rates these are not."""
        stages = self._stages
        if stages is None or not self._rates or stages.on_gpu:
            return {}
        rates, header, figures = self._rates[stages.threads], self._bundle.llm_header, stages.figures
        found = {"decode_token": decode_floor(header, figures["decode_token"], stages.positions, rates)}
        for count in stages.rows:
            name = f"prefill_{count}"
            found[name] = prefill_floor(header, figures[name], count, 0, rates)
        name = "prefill_question"
        found[name] = prefill_floor(header, figures[name], stages.question, stages.context, rates)
        return {
            f"stages/{name}": floor
            for name, floor in (found | self._encoder_floors(figures)).items()
            if floor
        }

    def _encoder_floors(self, figures: Figures) -> dict[str, Floor | None]:
        """Return a floor per encoder whose operations are known: counting them needs `onnx`."""
        found: dict[str, Floor | None] = {}
        for modality, spec in own_encoders(self._bundle.manifest).items():
            name = f"encode_{modality}"
            path, rates = self._bundle.path(spec.file), self._rates[self._options.thread_count]
            if flops := encoder_flops(path):
                found[name] = encoder_floor(flops, figures[name], rates, path.stat().st_size)
        return found


def _describe(bundle: Bundle, plan: Plan) -> dict[str, str | int | float]:
    manifest = bundle.manifest
    sizes = {f"bytes.{name}": record.n_bytes for name, record in manifest.files.items()}
    return {
        "name": manifest.name,
        "version": manifest.version,
        "n_embd": manifest.llm.n_embd,
        "quantization": manifest.llm.quantization,
        "scenario": plan.name,
        **sizes,
    }
