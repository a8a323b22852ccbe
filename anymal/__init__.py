"""AnyMAL Edge: image, video, audio and IMU motion as soft tokens into a llama.cpp LLM, live and offline.

Knows the version and the front door (`load`). Imports nothing of ours until it is asked to,
and refuses to let ONNX Runtime phone home: its telemetry is switched off before it can load.
"""

import os

# ONNX Runtime >= 1.29 starts a telemetry thread while it is being imported; only the
# environment can stop it that early.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anymal.runtime.assistant import Assistant, AssistantOptions

__all__ = ["__version__", "load"]
__version__ = "0.1.0"


def load(bundle: str | os.PathLike[str] = "nano", options: "AssistantOptions | None" = None) -> "Assistant":
    """Open a bundle by name (`"nano"`) or folder and return an assistant; use it with `with`.

    Raises `BundleError` when the bundle is missing, damaged or of another schema, `ConfigError` for
    options that are none.
    """
    from anymal.runtime.assistant import Assistant

    return Assistant(bundle, options)
