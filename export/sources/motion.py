"""Motion encoders: the published IMU2CLIP weights, whatever file they come in.

Knows the tensor names of the `mw2` encoder of facebookresearch/imu2clip (lib/imu_models.py) and how
they map to ours; refuses its other encoders by name, and any pickle that holds code.
"""

import re
from pathlib import Path

import torch

from anymal.digest import file_sha256
from anymal.errors import ConfigError, ExportError
from anymal.export.sources.sourced import OpenedEncoder
from anymal.export.sources.spec import ModalitySource
from anymal.export.sources.weights import read_tensors
from anymal.models.imu2clip import Imu2ClipEncoder, Imu2ClipOptions

__all__ = ["IMU_CHANNELS", "open_imu2clip", "rename_imu2clip"]

IMU_CHANNELS = ("ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps")
# Layers of the published nn.Sequential `net`, by their number.
LAYERS = {
    "0": "norm_input",
    "1": "blocks.0",
    "2": "blocks.1",
    "3": "blocks.2",
    "4": "norm_output",
    "5": "gru",
}
NAME = re.compile(r"(?:.*?\.)??net\.(?P<layer>[0-5])\.(?:net\.)?(?P<rest>[\w.]+)$")


def open_imu2clip(source: ModalitySource, path: Path) -> OpenedEncoder:
    """The IMU2CLIP encoder in file `path`: 5 s at 200 Hz, one feature of its hidden size.

    Raises `ExportError` when the file is missing, unsafe, damaged or of another encoder.
    """
    if source.layer != -1 or source.class_token:
        raise ConfigError("IMU2CLIP gives one vector: only layer = -1 can be read, and class_token = false")
    tensors = rename_imu2clip(read_tensors(path), path)
    hidden = tensors["gru.weight_hh_l0"].shape[-1]
    # The published code steps its GRU over the channels; its weights mean nothing otherwise.
    options = Imu2ClipOptions(hidden=hidden, gru_over_channels=True)
    if source.window_s not in (None, options.window_s):
        raise ConfigError(
            f"IMU2CLIP reads exactly {options.window_s:g} s at {options.rate_hz} Hz; "
            f"found window_s = {source.window_s}"
        )
    encoder = Imu2ClipEncoder(options)
    wanted = {name: tensor.shape for name, tensor in encoder.state_dict().items()}
    for name, shape in wanted.items():
        found = tensors[name].shape if name in tensors else None
        if found != shape:
            size = "is missing" if found is None else f"has shape {list(found)}"
            raise ExportError(f"{path}: {name} {size}; the mw2 encoder of IMU2CLIP wants {list(shape)}")
    encoder.load_state_dict({name: tensors[name].float() for name in wanted})
    section = {
        "name": "imu",
        "rate_hz": options.rate_hz,
        "window_s": options.window_s,
        "channels": list(IMU_CHANNELS),
    }
    provenance = {
        "class": "IMU2CLIP mw2",
        "layer": -1,
        "folder": path.name,
        "weights": {path.name: file_sha256(path)},
    }
    return OpenedEncoder(encoder.eval(), section, provenance)


def rename_imu2clip(tensors: dict[str, torch.Tensor], path: Path) -> dict[str, torch.Tensor]:
    """Tensors under our names; other towers of a training checkpoint are left out.

    Raises `ExportError` when there is no `mw2` encoder among them.
    """
    ours = dict(Imu2ClipEncoder(Imu2ClipOptions(hidden=1)).state_dict())
    if set(ours) <= set(tensors):
        return tensors
    renamed: dict[str, torch.Tensor] = {}
    for name, tensor in tensors.items():
        if match := NAME.match(name):
            renamed[f"{LAYERS[match['layer']]}.{match['rest']}"] = tensor
    if "gru.weight_hh_l0" not in renamed:
        names = ", ".join(sorted(tensors)[:3])
        raise ExportError(
            f"{path}: no mw2 encoder of IMU2CLIP in it (tensors {names}, ...); "
            "wanted the state_dict of MW2StackRNNPooling: net.0 to net.5"
        )
    return renamed
