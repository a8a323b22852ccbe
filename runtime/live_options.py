"""The options of a live session, as one frozen record.

Knows what may be chosen and the defaults; refuses to know who acts on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from anymal.errors import ConfigError
from anymal.runtime.kv_window import Policy
from anymal.runtime.option_values import require_instance, require_number, require_whole, shown
from anymal.samples import Modality

__all__ = ["LiveOptions", "View"]

View = Literal["image", "video"]
HOPS_S: Mapping[Modality, float] = {"image": 0.5, "video": 1.0, "audio": 0.5, "imu": 0.5}
WHOLE = {"step": (2, 4096), "answer_step": (2, 4096), "history": (0, 1000)}
SPANS = {
    "frame_spacing_s": (0.01, 3600.0),
    "answer_share": (0.0, 16.0),
    "still": (0.0, 255.0),
    "wait_s": (0.0, 3600.0),
    "first_s": (0.0, 3600.0),
    "forget_s": (0.0, 86400.0),
}


@dataclass(frozen=True)
class LiveOptions:
    """What holds for a whole live session.

    `view`: the camera as the newest picture, or as a video of the newest few, `frame_spacing_s`
    apart. `hop_s`: the least time between two windows of a modality. `policy`: `exact` decodes
    everything after what changed; `sliding` keeps what stays of a video window, approximately.
    `step`: positions per background batch, which a question ends (a GPU's: waits for). `answer_share`: steps
    of background work per answer token, 0 for none while an answer is spoken; they come in batches of at most
    `answer_step` positions, as a token waits for each. `still`: mean change
    (0 to 255) of the most changed sixteenth of a picture below which it counts as the same.
    `history`: turns whose text stays (None: as many as the bundle says its model was trained for).
    `wait_s`: how long a question waits for a window that is fresh enough. `first_s`: how long after
    the session's start it waits for sensors of which nothing was sensed yet. `forget_s`: how long the
    last window of a sensor that is lost, or has ended, stays in the context. `system`: in place of the
    bundle's system text.
    """

    view: View = "image"
    frame_spacing_s: float = 1.0
    hop_s: Mapping[Modality, float] = field(default_factory=dict)
    policy: Policy = "exact"
    step: int = 32
    answer_share: float = 0.125
    answer_step: int = 16
    still: float = 2.0
    history: int | None = None
    wait_s: float = 10.0
    first_s: float = 5.0
    forget_s: float = 10.0
    system: str | None = None

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a value of a wrong kind or out of range; NumPy's numbers become plain."""
        for name, (least, most) in WHOLE.items():
            value = getattr(self, name)
            if value is not None or name != "history":
                object.__setattr__(self, name, require_whole(f"LiveOptions.{name}", value, least, most))
        for name, (low, high) in SPANS.items():
            number = require_number(f"LiveOptions.{name}", getattr(self, name), low, high)
            object.__setattr__(self, name, number)
        require_instance("LiveOptions.hop_s", self.hop_s, Mapping, '{"imu": 1.0}')
        for modality in self.hop_s:
            if modality not in HOPS_S:
                raise ConfigError(
                    f"LiveOptions.hop_s takes 0.01 to 3600 s for {', '.join(HOPS_S)}, found {shown(modality)}"
                )
        hops_s = {
            name: require_number(f"LiveOptions.hop_s of {name}", value, 0.01, 3600)
            for name, value in self.hop_s.items()
        }
        object.__setattr__(self, "hop_s", hops_s)  # ours: what the caller's becomes later was not checked
        if self.view not in ("image", "video") or self.policy not in ("exact", "sliding"):
            raise ConfigError(
                "LiveOptions.view must be image or video and policy exact or sliding, found "
                f"{shown(self.view)} and {shown(self.policy)}"
            )
        if self.system is not None:
            require_instance("LiveOptions.system", self.system, str, '"You are a guide."')

    def hop_ns(self, modality: Modality) -> int:
        """The least time between two windows of `modality` in nanoseconds."""
        return round(self.hop_s.get(modality, HOPS_S[modality]) * 1e9)
