"""What one `[modalities.X]` table of an export recipe says: which encoder, which aligner, how they are read.

Knows the fields, their ranges and their spellings; refuses to know how any of them is opened.
"""

from dataclasses import dataclass
from typing import get_args

from anymal.errors import ConfigError
from anymal.export.precisions import DEFAULT_PRECISIONS, check_precisions
from anymal.samples import Modality

__all__ = ["ALIGNER_PREFIXES", "CHECKPOINT", "GraphSettings", "ModalitySource"]

CHECKPOINT = "checkpoint:"
ALIGNER_PREFIXES = (CHECKPOINT, "llava:", "import:", "linear-random:", "perceiver-random:")


@dataclass(frozen=True)
class GraphSettings:
    """What may be said of an encoder that a whole model brings: `precisions`, and where they are fitted.

    `calibration` is a folder of real files, empty for made-up inputs. Raises `ConfigError` for an
    unknown precision.
    """

    precisions: tuple[str, ...] = DEFAULT_PRECISIONS
    calibration: str = ""

    def __post_init__(self) -> None:
        check_precisions(self.precisions, "modalities.image")


@dataclass(frozen=True)
class ModalitySource:
    """One modality of a recipe.

    `encoder` is a local folder, a hub name, a file (`.pt` of IMU2CLIP) or `checkpoint:FOLDER` of ours.
    `aligner` is `checkpoint:FOLDER_OR_FILE` (our Perceiver or linear, safetensors), `llava:FOLDER`,
    `import:package.module:factory`, or for work on shapes alone `linear-random:TOKENS` and
    `perceiver-random:TOKENS`. `layer` is the hidden layer that is read (LLaVA: -2), counted as
    transformers counts `hidden_states`; -1 is the model's `last_hidden_state`. `class_token` keeps the
    class token among the positions. `calibration` is a folder of real files.

    Raises `ConfigError` naming the field that is empty or out of range.
    """

    modality: Modality
    encoder: str
    aligner: str
    layer: int = -1
    class_token: bool = False
    frames: int = 4
    window_s: float | None = None
    precisions: tuple[str, ...] = DEFAULT_PRECISIONS
    calibration: str = ""

    def __post_init__(self) -> None:
        names = get_args(Modality)
        if self.modality not in names:
            raise ConfigError(f"modality {self.modality!r} is unknown; there are {', '.join(names)}")
        for field in ("encoder", "aligner"):
            if not getattr(self, field):
                raise ConfigError(f"{self.modality}: {field} is empty; name a folder, a file or a hub name")
        if not self.aligner.startswith(ALIGNER_PREFIXES):
            raise ConfigError(
                f"{self.modality}: aligner {self.aligner!r} is of no known kind; "
                f"it starts with one of {', '.join(ALIGNER_PREFIXES)}"
            )
        check_precisions(self.precisions, self.modality)
        if self.frames < 1:
            raise ConfigError(f"{self.modality}: frames must be at least 1, found {self.frames}")
        if self.window_s is not None and not 0 < self.window_s <= 3600:
            raise ConfigError(f"{self.modality}: window_s must be in (0, 3600], found {self.window_s}")
