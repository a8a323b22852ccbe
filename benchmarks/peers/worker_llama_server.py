"""llama.cpp's own server on CPU, asked through its OpenAI endpoint as an application would.

Knows how it is started and how its stream of events is read; the server keeps what a picture made in its
cache by itself. Standard library only: the environment holds nothing but the program.
"""

import atexit
import base64
import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from worker import Meter, peak_rss_mb, serve

HOST = "127.0.0.1"
READY_S = 120.0
ANSWER_S = 120.0
BATCH = "2048"


class Peer:
    """The server between `load` and the end."""

    def load(self, given: dict[str, Any]) -> dict[str, Any]:
        """Start a server on the folder `model` (llm.gguf, mmproj, server.jinja, peer.json) with `threads`."""
        folder, threads = Path(given["model"]), str(given["threads"])
        prompt: str = json.loads((folder / "peer.json").read_text(encoding="utf-8"))["prompt"]
        self.before = prompt.partition("<image>")[2].partition("{question}")[0]
        mmproj = folder / str(given.get("mmproj", "mmproj-f16.gguf"))
        self.port = _free_port()
        options = {
            "--model": str(folder / "llm.gguf"),
            "--mmproj": str(mmproj),
            "--chat-template-file": str(folder / "server.jinja"),
            "--host": HOST,
            "--port": str(self.port),
            "--threads": threads,
            "--threads-batch": threads,
            "--threads-http": "1",
            "--ctx-size": BATCH,
            "--batch-size": BATCH,
            "--ubatch-size": BATCH,
            "--flash-attn": "on",
            "--parallel": "1",
        }
        program = str(Path(sys.executable).with_name("llama-server"))
        command = [program, "--jinja", "--offline", *(word for pair in options.items() for word in pair)]
        self.server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=2)
        atexit.register(self.server.kill)
        self._await_ready()
        found = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        version = next((one for one in (found.stderr + found.stdout).splitlines() if "version" in one), "?")
        precision = f"encoder {mmproj.stem.removeprefix('mmproj-')}, LLM as in our bundle"
        return {"version": f"llama-server {version}", "precision": precision}

    def _await_ready(self) -> None:
        until_s = time.monotonic() + READY_S
        while time.monotonic() < until_s:
            if self.server.poll() is not None:
                raise RuntimeError(f"llama-server ended with {self.server.returncode}, its words are above")
            try:
                if self._get("/health") == 200:
                    return
            except OSError:
                pass
            time.sleep(0.02)
        raise TimeoutError(f"llama-server was not ready within {READY_S:g} s")

    def _get(self, path: str) -> int:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=ANSWER_S)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        finally:
            connection.close()

    def ask(self, given: dict[str, Any]) -> dict[str, Any]:
        """Answer `question` about `picture` with exactly `max_tokens` tokens."""
        meter = Meter()
        data = base64.b64encode(Path(given["picture"]).read_bytes()).decode()
        content = [
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}},
            {"type": "text", "text": self.before + given["question"]},
        ]
        asked = {
            "messages": [{"role": "user", "content": content}],
            "max_tokens": given["max_tokens"],
            "temperature": 0,
            "ignore_eos": True,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        said = 0
        for event in self._stream("/v1/chat/completions", asked):
            delta = event["choices"][0].get("delta", {}) if event.get("choices") else {}
            if delta.get("content") or delta.get("reasoning_content"):
                meter.token()
            said = (event.get("usage") or {}).get("completion_tokens", said)
        return {**meter.figures(said), "peak_rss_mb": peak_rss_mb(self.server.pid)}

    def _stream(self, path: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=ANSWER_S)
        try:
            connection.request("POST", path, json.dumps(asked), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if answer.status != 200:
                raise RuntimeError(f"llama-server said {answer.status}: {answer.read(300)!r}")
            for line in answer:
                text = line.decode("utf-8", "replace").strip()
                if text.startswith("data: ") and text != "data: [DONE]":
                    yield json.loads(text.removeprefix("data: "))
        finally:
            connection.close()

    def encode(self, given: dict[str, Any]) -> dict[str, Any]:
        """Nothing: the endpoint answers questions and does not tell how long the encoder took."""
        return {}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


if __name__ == "__main__":
    peer = Peer()
    serve({"load": peer.load, "ask": peer.ask, "encode": peer.encode})
