"""A private PulseAudio with a null sink: what is played into it is what the microphone hears.

Knows how to start, kill, freeze and rewire the sound server; refuses to touch the user's own: it
runs in a runtime folder of its own, which the environment points to.
"""

import os
import shutil
import signal
import subprocess
import time
import wave
from pathlib import Path

import numpy as np
import pytest

__all__ = ["RIG_RATE_HZ", "PulseRig", "require_pulse", "write_tone"]

RIG_RATE_HZ = 48_000
_PATIENCE_S = 20.0


def require_pulse() -> None:
    """Skip unless PulseAudio, its tools, the ALSA plugin, PortAudio and sounddevice are installed."""
    for program in ("pulseaudio", "pactl", "paplay"):
        if shutil.which(program) is None:
            pytest.skip(f"no {program}: apt install pulseaudio pulseaudio-utils")
    if not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        pytest.skip("no pulse plugin of ALSA: apt install libasound2-plugins")
    try:
        import sounddevice  # noqa: F401
    except ModuleNotFoundError:
        pytest.skip("no sounddevice: pip install 'anymal-edge[mic]'")
    except OSError:
        pytest.skip("no PortAudio: apt install libportaudio2")


class PulseRig:
    """One sound server in `folder`; `environment` leads every client to it, this process included."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._players: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_SERVER": f"unix:{folder}/native",
        }

    def start(self, *sinks: str) -> None:
        """Start the server with these null sinks and wait until it answers."""
        modules = [f"module-native-protocol-unix auth-anonymous=1 socket={self._folder}/native"]
        modules += [_sink(name) for name in sinks]
        command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        command += ["--realtime=no", "--high-priority=no", "--log-target=stderr"]
        with (self._folder / "pulse.log").open("ab") as log:
            self._server = subprocess.Popen(
                [*command, *(f"--load={module}" for module in modules)],
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + _PATIENCE_S
        while self._control("info", check=False).returncode:
            assert time.monotonic() < deadline, (self._folder / "pulse.log").read_text()
            time.sleep(0.02)

    def mute(self, source: str, on: bool) -> None:
        """Switch a source off or on, as a headset's button does."""
        self._control("set-source-mute", source, str(int(on)))

    def kill(self) -> None:
        """End the server without a farewell."""
        self.thaw()
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
        self.hush()
        (self._folder / "native").unlink(missing_ok=True)

    def hush(self) -> None:
        """Stop everything that plays."""
        for player in self._players:
            player.kill()
            player.wait()
        self._players = []

    def freeze(self) -> None:
        """Stop the server from answering, as a hanging one does."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        if self._server is not None:
            self._server.send_signal(signal.SIGCONT)

    def add_sink(self, name: str) -> None:
        """Add a null sink; its monitor is a microphone."""
        self._control("load-module", *_sink(name).split())

    def remove_sink(self, name: str) -> None:
        """Take a sink and its microphone away."""
        for line in self._control("list", "short", "modules").stdout.splitlines():
            if f"sink_name={name} " in line:
                self._control("unload-module", line.split()[0])

    def play(self, file: Path, sink: str) -> None:
        """Play a WAV file into a sink, in the background, until `hush` or `kill`; returns once it plays."""
        environment = {**os.environ, **self.environment}
        command = ["paplay", f"--device={sink}", str(file)]
        playing = self._playing()
        # It complains when the server is killed, which is the point.
        self._players.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
        deadline = time.monotonic() + _PATIENCE_S
        while self._playing() <= playing:
            assert time.monotonic() < deadline, f"{file} was never played into {sink}"
            time.sleep(0.02)

    def listeners(self) -> int:
        """How many clients record at present."""
        return len(self._control("list", "short", "source-outputs").stdout.splitlines())

    def _playing(self) -> int:
        """How many clients play at present."""
        return len(self._control("list", "short", "sink-inputs").stdout.splitlines())

    def _control(self, *words: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, **self.environment}
        return subprocess.run(
            ["pactl", *words],
            env=environment,
            check=check,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
        )


def write_tone(file: Path, hz: float, amplitude: float, seconds: float) -> Path:
    """Write a mono sine at `RIG_RATE_HZ`, `amplitude` of full scale."""
    t = np.arange(round(seconds * RIG_RATE_HZ)) / RIG_RATE_HZ
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RIG_RATE_HZ)
        out.writeframes(np.round(amplitude * 32767 * np.sin(2 * np.pi * hz * t)).astype("<i2").tobytes())
    return file


def _sink(name: str) -> str:
    return f"module-null-sink sink_name={name} rate={RIG_RATE_HZ} channels=2"
