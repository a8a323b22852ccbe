"""Meters of energy: where Linux and NVIDIA's driver tell what a machine draws.

Knows RAPL counters (powercap), the INA3221 and INA238 of Jetson boards (hwmon) and NVML; refuses to measure
anything that runs. A meter counts joules upwards; one that only shows watts is read by `PowerReader`.
"""

import ctypes
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

__all__ = ["EnergyMeter", "PowerMeter", "PowerReader", "find_meters"]

SYS = Path("/sys")
NVML = "libnvidia-ml.so.1"
READ_S = 0.02
UJ_PER_J, MJ_PER_J, MW_PER_W, UW_PER_W = 1e6, 1e3, 1e3, 1e6
WHOLE_INPUT = ("VDD_IN", "VIN")
"""Rails of a Jetson that carry everything; the others are parts of it."""
NO_RAIL = ("NC", "sum of shunt voltages")


class EnergyMeter(Protocol):
    """Something that counts what has been used."""

    name: str

    def joules(self) -> float:
        """Return joules since some moment, never less than before."""
        ...


@dataclass(frozen=True)
class PowerMeter:
    """Something that shows what is drawn now: `watts` reads it."""

    name: str
    watts: Callable[[], float]


class RaplMeter:
    """One powercap domain; its counter begins anew at `max_energy_range_uj` (kernel: power/powercap)."""

    def __init__(self, folder: Path) -> None:
        self.name = f"RAPL {(folder / 'name').read_text(encoding='ascii').strip()}"
        self._path = folder / "energy_uj"
        self._range = _number(folder / "max_energy_range_uj")
        self._last = _number(self._path)
        self._total = 0.0

    def joules(self) -> float:
        """Return joules since the meter was made; to be called at least once per turn of the counter."""
        now = _number(self._path)
        self._total += now - self._last if now >= self._last else now - self._last + self._range
        self._last = now
        return self._total / UJ_PER_J


class NvmlMeter:
    """The energy counter of one GPU (`nvmlDeviceGetTotalEnergyConsumption`, mJ; Volta and newer)."""

    def __init__(self, library: Any, device: Any, number: int) -> None:
        self.name = f"NVML GPU {number}"
        self._library, self._device = library, device
        self.joules()

    def joules(self) -> float:
        """Return joules since the driver was loaded. Raises `OSError` when the GPU counts none."""
        value = ctypes.c_ulonglong()
        if self._library.nvmlDeviceGetTotalEnergyConsumption(self._device, ctypes.byref(value)):
            raise OSError("this GPU counts no energy")
        return value.value / MJ_PER_J


class PowerReader:
    """Adds up the watts of meters in a thread of its own, as a meter of energy; use it with `with`.

    Between two readings the mean of both counts; a reading that fails is as the one before.
    """

    def __init__(self, meters: Sequence[PowerMeter], every_s: float = READ_S) -> None:
        self.name = " + ".join(meter.name for meter in meters)
        self._meters, self._every_s = meters, every_s
        self._lock, self._stop = threading.Lock(), threading.Event()
        self._at_s, self._watts, self._joules = time.perf_counter(), 0.0, 0.0
        self._watts = self._read()
        self._thread = threading.Thread(target=self._run, name="anymal power", daemon=True)

    def joules(self) -> float:
        """Return joules since the reader was made, up to this moment."""
        with self._lock:
            now_s, watts = time.perf_counter(), self._read()
            self._joules += (now_s - self._at_s) * (watts + self._watts) / 2
            self._at_s, self._watts = now_s, watts
            return self._joules

    def _read(self) -> float:
        try:
            return sum(meter.watts() for meter in self._meters)
        except (OSError, ValueError):
            return self._watts

    def _run(self) -> None:
        while not self._stop.wait(self._every_s):
            self.joules()

    def __enter__(self) -> "PowerReader":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()


def find_meters(
    sys: Path = SYS, load: Callable[[str], Any] = ctypes.CDLL
) -> tuple[list[EnergyMeter], list[PowerMeter], list[str]]:
    """Return what counts energy, what shows power, and why the others are absent, a reason each."""
    energy: list[EnergyMeter] = []
    power, reasons = _ina(sys)
    for counts, shows, why in (_rapl(sys), _nvml(load)):
        energy += counts
        power += shows
        reasons += why
    return energy, power, reasons


Found = tuple[list[EnergyMeter], list[PowerMeter], list[str]]


def _rapl(sys: Path) -> Found:
    """Packages, or the whole platform (`psys`) where there is no package."""
    folders = sorted((sys / "class/powercap").glob("*-rapl:*"))
    whole = [folder for folder in folders if folder.name.count(":") == 1]  # a second number is a part
    packages = [folder for folder in whole if _text(folder / "name").startswith("package")]
    found: list[EnergyMeter] = []
    for folder in packages or whole:
        try:
            found.append(RaplMeter(folder))
        except PermissionError:
            return [], [], [f"RAPL: {folder / 'energy_uj'} may be read by root only: run as root"]
        except (OSError, ValueError) as error:
            return [], [], [f"RAPL: {folder}: {error}"]
    return found, [], [] if found else [f"RAPL: no domain in {sys / 'class/powercap'}"]


def _ina(sys: Path) -> tuple[list[PowerMeter], list[str]]:
    """Rails of the INA3221 and INA238 on a Jetson: the whole input where there is one, else all."""
    rails: list[PowerMeter] = []
    for folder in sorted((sys / "bus/i2c/drivers").glob("ina*/*/hwmon/hwmon*")):
        for label in sorted(folder.glob("in*_label")):
            number, name = label.name[2 : -len("_label")], _text(label)
            milliamperes = folder / f"curr{number}_input"
            if name and name not in NO_RAIL and milliamperes.is_file():
                rails.append(PowerMeter(name, _ina3221(folder / f"in{number}_input", milliamperes)))
        if (microwatts := folder / "power1_input").is_file():
            rails.append(PowerMeter("VIN", _ina238(microwatts)))
    whole = [rail for rail in rails if rail.name in WHOLE_INPUT]
    return whole or rails, [] if rails else [f"INA: no rail in {sys / 'bus/i2c/drivers'}: no Jetson"]


def _ina3221(millivolts: Path, milliamperes: Path) -> Callable[[], float]:
    return lambda: _number(millivolts) * _number(milliamperes) / (MW_PER_W * 1e3)


def _ina238(microwatts: Path) -> Callable[[], float]:
    return lambda: _number(microwatts) / UW_PER_W


def _nvml(load: Callable[[str], Any]) -> Found:
    """Every GPU of NVIDIA's driver (NVML API reference); older ones show watts only."""
    try:
        library = load(NVML)
    except OSError:
        return [], [], [f"NVML: {NVML} is absent: no NVIDIA driver"]
    count = ctypes.c_uint()
    if library.nvmlInit_v2() or library.nvmlDeviceGetCount_v2(ctypes.byref(count)):
        return [], [], ["NVML: the driver does not answer"]
    energy: list[EnergyMeter] = []
    power: list[PowerMeter] = []
    for number in range(count.value):
        device = ctypes.c_void_p()
        if library.nvmlDeviceGetHandleByIndex_v2(number, ctypes.byref(device)):
            continue
        try:
            energy.append(NvmlMeter(library, device, number))
        except OSError:
            power.append(PowerMeter(f"NVML GPU {number}", _nvml_watts(library, device)))
    return energy, power, [] if energy or power else ["NVML: no GPU"]


def _nvml_watts(library: Any, device: Any) -> Callable[[], float]:
    def watts() -> float:
        value = ctypes.c_uint()
        if library.nvmlDeviceGetPowerUsage(device, ctypes.byref(value)):
            raise OSError("this GPU shows no power")
        return value.value / MW_PER_W

    return watts


def _number(path: Path) -> float:
    return float(path.read_text(encoding="ascii"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
