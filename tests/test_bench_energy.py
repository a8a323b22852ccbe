"""Meters on a made sysfs tree and a made driver, and joules per answer on a clock of our own."""

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from anymal.bench.energy import EnergyPlan, measure_energy, run_energy
from anymal.bench.meters import PowerMeter, PowerReader, find_meters
from anymal.bench.record import NotAvailable
from anymal.runtime.options import AssistantOptions


def absent(name: str) -> Any:
    raise OSError(f"{name}: no such library")


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")
    return path


def rapl_domain(sys: Path, number: str, name: str, microjoules: int) -> Path:
    folder = sys / "class/powercap" / f"intel-rapl:{number}"
    written(folder / "name", name + "\n")
    written(folder / "max_energy_range_uj", "1000000\n")
    return written(folder / "energy_uj", f"{microjoules}\n")


def test_rapl_counts_packages_and_goes_on_when_the_counter_begins_anew(tmp_path: Path) -> None:
    counter = rapl_domain(tmp_path, "0", "package-0", 400_000)
    rapl_domain(tmp_path, "0:0", "core", 7)  # a part of the package
    rapl_domain(tmp_path, "1", "psys", 9)  # the package is in it
    energy, power, reasons = find_meters(tmp_path, absent)
    assert [meter.name for meter in energy] == ["RAPL package-0"]
    assert power == []
    assert [reason.split(":")[0] for reason in reasons] == ["INA", "NVML"]
    counter.write_text("900000\n", encoding="ascii")
    assert energy[0].joules() == pytest.approx(0.5)
    counter.write_text("100000\n", encoding="ascii")
    assert energy[0].joules() == pytest.approx(0.7)


def test_a_platform_without_packages_is_read_as_a_whole(tmp_path: Path) -> None:
    rapl_domain(tmp_path, "0", "psys", 0)
    assert [meter.name for meter in find_meters(tmp_path, absent)[0]] == ["RAPL psys"]


def test_a_damaged_rapl_counter_is_a_reason_not_a_traceback(tmp_path: Path) -> None:
    rapl_domain(tmp_path, "0", "package-0", 0).write_text("many\n", encoding="ascii")
    energy, _, reasons = find_meters(tmp_path, absent)
    assert energy == []
    assert any(reason.startswith("RAPL: ") and "many" in reason for reason in reasons)


def test_an_orin_is_read_by_its_input_rail(tmp_path: Path) -> None:
    folder = tmp_path / "bus/i2c/drivers/ina3221/1-0040/hwmon/hwmon3"
    for number, (name, millivolts, milliamperes) in enumerate(
        [("VDD_IN", 5000, 1200), ("VDD_CPU_GPU_CV", 5000, 400), ("NC", 0, 0)], start=1
    ):
        written(folder / f"in{number}_label", name + "\n")
        written(folder / f"in{number}_input", f"{millivolts}\n")
        written(folder / f"curr{number}_input", f"{milliamperes}\n")
    _, power, _ = find_meters(tmp_path, absent)
    assert [(meter.name, meter.watts()) for meter in power] == [("VDD_IN", pytest.approx(6.0))]
    (folder / "in1_label").write_text("VDD_GPU_SOC\n", encoding="ascii")  # an AGX Orin has no such rail
    _, power, _ = find_meters(tmp_path, absent)
    assert sum(meter.watts() for meter in power) == pytest.approx(8.0)


def test_a_thor_is_read_by_its_ina238(tmp_path: Path) -> None:
    written(tmp_path / "bus/i2c/drivers/ina238/2-0044/hwmon/hwmon5/power1_input", "12500000\n")
    _, power, _ = find_meters(tmp_path, absent)
    assert [(meter.name, meter.watts()) for meter in power] == [("VIN", pytest.approx(12.5))]


class Nvml:
    """The calls of NVIDIA's driver that are used; `millijoules` None is a GPU too old to count."""

    def __init__(self, millijoules: int | None) -> None:
        self.millijoules = millijoules

    def nvmlInit_v2(self) -> int:
        return 0

    def nvmlDeviceGetCount_v2(self, count: Any) -> int:
        count._obj.value = 1
        return 0

    def nvmlDeviceGetHandleByIndex_v2(self, number: int, device: Any) -> int:
        assert number == 0
        assert isinstance(device._obj, ctypes.c_void_p)
        return 0

    def nvmlDeviceGetTotalEnergyConsumption(self, device: Any, value: Any) -> int:
        if self.millijoules is None:
            return 3  # NVML_ERROR_NOT_SUPPORTED
        value._obj.value = self.millijoules
        return 0

    def nvmlDeviceGetPowerUsage(self, device: Any, value: Any) -> int:
        value._obj.value = 31_000
        return 0


def test_a_gpu_counts_or_shows_power(tmp_path: Path) -> None:
    new = Nvml(2500)
    energy, power, _ = find_meters(tmp_path, lambda name: new)
    assert (energy[0].joules(), power) == (2.5, [])
    energy, power, _ = find_meters(tmp_path, lambda name: Nvml(None))
    assert energy == []
    assert power[0].watts() == 31.0


def test_power_is_added_up_over_time() -> None:
    with PowerReader([PowerMeter("a", lambda: 2.0), PowerMeter("b", lambda: 3.0)], every_s=0.001) as reader:
        before = reader.joules()
        while reader.joules() - before < 0.01:  # 2 ms at 5 W
            pass
    assert reader.name == "a + b"


def test_without_a_meter_the_scenario_is_not_available_with_every_reason(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match=r"INA: .*RAPL: .*NVML: ") as caught:
        run_energy(tmp_path, AssistantOptions(), EnergyPlan(), lambda: find_meters(tmp_path, absent))
    assert "no NVIDIA driver" in str(caught.value)


class World:
    """A machine that draws 10 W at rest and 30 W while it answers, half a second per answer."""

    name = "made"

    def __init__(self) -> None:
        self.now_s = self.used_j = 0.0

    def spend(self, seconds: float, watts: float) -> None:
        self.now_s += seconds
        self.used_j += seconds * watts

    def joules(self) -> float:
        return self.used_j


def test_an_answer_costs_what_it_adds_to_idle() -> None:
    world = World()
    sleep: Callable[[float], None] = lambda seconds: world.spend(seconds, 10.0)  # noqa: E731
    found = measure_energy(
        [world],
        lambda: world.spend(0.5, 30.0),
        EnergyPlan(repeats=3, span_s=2.0),
        clock=lambda: world.now_s,
        sleep=sleep,
    )
    assert found["idle_watts"].samples == pytest.approx((10.0,) * 3)
    assert found["busy_watts"].p50 == pytest.approx(30.0)
    assert found["answer_joules"].p50 == pytest.approx(15.0)
    assert found["answer_joules_net"].p50 == pytest.approx(10.0)
