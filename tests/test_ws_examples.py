"""The example clients under docs/examples: what they send is what the port takes."""

import base64
import json
import runpy
import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from anymal.samples import AudioChunk, Frame, ImuChunk
from anymal.sensors import open_sensor
from anymal.sensors.ws_message import Jpeg, Pcm, Rows, parse_message

pytest.importorskip("websockets")

_EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
_LONG_S = 20.0

# A browser, as far as the page can tell. It lets two ticks of the camera, three blocks of sound
# and twelve events of motion happen, and prints every message that the page sent.
_BROWSER = """
const sent = [], listeners = {}, ticks = [], nodes = {};
class FakeSocket {
  static OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  constructor(address) { this.address = address; sent.push({ address }); }
  send(data) { sent.push({ data }); }
}
const element = (id) => (nodes[id] ??= {
  videoWidth: 1280, videoHeight: 720, play: async () => {}, getContext: () => ({ drawImage() {} }),
  toBlob: (done) => done(new Blob([new Uint8Array([255, 216, 255, 224, 0])])),
});
const collectors = [];
Object.assign(globalThis, {
  location: { search: "?server=ws://127.0.0.1:9" },
  document: { getElementById: element, createElement: element },
  WebSocket: FakeSocket,
  addEventListener: (name, listener) => (listeners[name] = listener),
  setInterval: (tick) => ticks.push(tick),
  AudioContext: class {
    sampleRate = 48000;
    audioWorklet = { addModule: async (url) => {} };
    createMediaStreamSource = () => ({ connect() {} });
    resume = async () => {};
  },
  AudioWorkletNode: class { constructor() { this.port = {}; collectors.push(this); } },
});
Object.defineProperty(globalThis, "navigator", { value: {
  userAgent: "Android", mediaDevices: { getUserMedia: async () => ({}) } } });
await import(process.argv[2]);
await element("start").onclick({ target: {} });
for (const tick of [...ticks, ...ticks]) tick();
for (let k = 0; k < 3; k++) collectors[0].port.onmessage({ data: new Int16Array(2048).fill(k + 1) });
for (let k = 0; k < 12; k++) {
  const start = performance.now();
  while (performance.now() < start + 0.01);
  listeners.devicemotion({ accelerationIncludingGravity: { x: 0, y: 0, z: 9.81 },
                           rotationRate: { alpha: 180, beta: 0, gamma: 90 } });
}
const out = [];
for (const { address, data } of sent) {
  if (address) out.push({ address });
  else if (typeof data === "string") out.push({ text: data });
  else out.push({ binary: Buffer.from(await data.arrayBuffer()).toString("base64") });
}
console.log(JSON.stringify(out));
process.exit(0);
"""


def test_the_python_client_feeds_three_senses(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        url = f"127.0.0.1:{probe.getsockname()[1]}"
    with ExitStack() as stack:
        eye, ear, head = (
            stack.enter_context(open_sensor(f"ws-listen://{url}", wanted=sense))
            for sense in ("image", "audio", "imu")
        )
        monkeypatch.setattr(sys, "argv", ["ws_client.py", f"ws://{url}"])
        pause = time.sleep
        monkeypatch.setattr(time, "sleep", lambda s: pause(min(s, 0.002)))
        runpy.run_path(str(_EXAMPLES / "ws_client.py"))
        frame, sound, motion = (sensor.read(_LONG_S).sample for sensor in (eye, ear, head))
        counters = eye.stats().counters
    assert isinstance(frame, Frame)
    assert frame.rgb.shape == (240, 320, 3)
    assert isinstance(sound, AudioChunk)
    assert sound.rate_hz == 16_000
    assert isinstance(motion, ImuChunk)
    assert motion.accel_mps2[0, 2] == pytest.approx(9.80665)
    assert motion.gyro_radps[0, 2] == pytest.approx(np.pi / 2)
    assert (counters["malformed"], counters["unwanted"], counters["lost"]) == (0, 0, 0)


def test_the_page_sends_what_we_understand(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    page = (_EXAMPLES / "phone.html").read_text(encoding="utf-8")
    script = page.split('<script type="module">')[1].split("</script>")[0]
    (tmp_path / "page.mjs").write_text(script, encoding="utf-8")
    (tmp_path / "browser.mjs").write_text(_BROWSER, encoding="utf-8")
    command = [node, str(tmp_path / "browser.mjs"), (tmp_path / "page.mjs").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    first, *sent = json.loads(done.stdout)
    assert first == {"address": "ws://127.0.0.1:9"}
    messages = [
        parse_message(each["text"] if "text" in each else base64.b64decode(each["binary"])) for each in sent
    ]
    pictures = [message for message in messages if isinstance(message.body, Jpeg)]
    sounds = [message for message in messages if isinstance(message.body, Pcm)]
    motions = [message for message in messages if isinstance(message.body, Rows)]
    for sense, count in ((pictures, 2), (sounds, 3), (motions, 2)):
        assert [message.seq for message in sense] == list(range(count))
    assert pictures[0].device_ns is not None
    body = sounds[2].body
    assert isinstance(body, Pcm)
    assert (body.rate_hz, body.count, body.pcm[:2]) == (48_000, 2048, b"\x03\x00")
    rows = motions[1].body
    assert isinstance(rows, Rows)
    np.testing.assert_allclose(rows.values[0], [0, 0, 9.81, 0, np.pi / 2, np.pi], rtol=1e-6)
    assert rows.device_ns is not None
    assert (np.diff(rows.device_ns) > 0).all()


def test_the_examples_stay_small() -> None:
    for name, most in (("ws_client.py", 30), ("phone.html", 120)):
        assert (_EXAMPLES / name).read_text(encoding="utf-8").count("\n") <= most
