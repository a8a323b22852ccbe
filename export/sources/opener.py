"""From a recipe's modality to one module: the right opener for the class, then the aligner behind it.

Knows which classes serve which modality; refuses to know how any of them works.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from anymal.errors import ExportError
from anymal.export.sources.aligners import OpenedAligner, check_aligner, open_aligner
from anymal.export.sources.folder import find_folder
from anymal.export.sources.motion import open_imu2clip
from anymal.export.sources.ours import open_ours
from anymal.export.sources.sound import open_clap, open_whisper
from anymal.export.sources.sourced import OpenedEncoder, SourcedModality, SourcedModule, SourceFacts
from anymal.export.sources.spec import CHECKPOINT, ModalitySource
from anymal.export.sources.video import FramesEncoder, FrameWise, open_video
from anymal.export.sources.vision import VISION, open_vision
from anymal.export.sources.weights import PICKLES, read_config
from anymal.export.vlm_vision import VLM_KINDS
from anymal.models.checkpoint import require_modality
from anymal.paths import typed_path

__all__ = ["CLASSES", "check_encoder", "open_encoder", "open_modality"]

Opener = Callable[[ModalitySource, Path, str], OpenedEncoder]

# modality -> model_type of config.json -> opener
CLASSES: Mapping[str, Mapping[str, Opener]] = MappingProxyType(
    {
        "image": dict.fromkeys(VISION, open_vision),
        "video": {**dict.fromkeys(VISION, open_video), "videomae": open_video},
        "audio": {"clap": open_clap, "clap_audio_model": open_clap, "whisper": open_whisper},
        "imu": {},
    }
)


def open_modality(source: ModalitySource, n_embd: int) -> SourcedModality:
    """Encoder and aligner of `source` as one module in front of an LLM of width `n_embd`."""
    opened = open_encoder(source)
    aligner = _align(source, opened, n_embd)
    facts = SourceFacts(source.modality, aligner.tokens, n_embd)
    module = SourcedModule(opened.encoder, aligner.module, facts, opened.folder)
    module.requires_grad_(False)
    provenance = {"encoder": dict(opened.provenance), "aligner": dict(aligner.provenance)}
    return SourcedModality(module, facts, dict(opened.input), provenance)


def open_encoder(source: ModalitySource) -> OpenedEncoder:
    """The encoder of `source` alone; raises `ExportError` or `ConfigError` (see `open_source`)."""
    return _found(source)()


def check_encoder(source: ModalitySource) -> None:
    """Raise what `open_encoder` would for one that is missing or of an unknown class; reads no weights."""
    _found(source)


def _found(source: ModalitySource) -> Callable[[], OpenedEncoder]:
    """What opens the encoder of `source`, whose folder or file is there and of a class we know."""
    check_aligner(source.aligner)
    if source.encoder.startswith(CHECKPOINT):
        require_modality(typed_path(source.encoder.removeprefix(CHECKPOINT)), source.modality)
        return partial(open_ours, source)
    path = typed_path(source.encoder)
    if source.modality == "imu":
        if path.suffix not in (*PICKLES, ".safetensors"):
            raise ExportError(
                f"imu: encoder {source.encoder!r}: wanted a file of IMU2CLIP ({', '.join(PICKLES)} or "
                f".safetensors) or {CHECKPOINT}FOLDER"
            )
        if not path.is_file():
            raise ExportError(f"{path}: no such file; wanted weights of IMU2CLIP")
        return partial(open_imu2clip, source, path)
    folder = find_folder(source.encoder)
    model_type = str(read_config(folder).get("model_type", "none"))
    known = CLASSES[source.modality]
    if model_type not in known:
        raise ExportError(f"{folder}: {_refusal(source, model_type)}")
    return lambda: replace(known[model_type](source, folder, model_type), folder=folder)


def _refusal(source: ModalitySource, model_type: str) -> str:
    if model_type in VLM_KINDS:
        return f"is a whole vision-language model ({model_type}); name it as `vlm`, not as an encoder"
    other = [name for name, types in CLASSES.items() if model_type in types]
    if other:
        return f"model_type {model_type!r} is an encoder for {other[0]}, not for {source.modality}"
    known = ", ".join(CLASSES[source.modality])
    return f"model_type {model_type!r} is unknown as an encoder for {source.modality}; there are {known}"


def _align(source: ModalitySource, opened: OpenedEncoder, n_embd: int) -> OpenedAligner:
    encoder = opened.encoder
    frames = encoder.frames if isinstance(encoder, FramesEncoder) else 1
    # Frames one by one borrow the aligner of pictures.
    name = "image" if isinstance(encoder, FramesEncoder) else source.modality
    aligner = open_aligner(source.aligner, name, encoder.features_dim, encoder.positions // frames, n_embd)
    if frames == 1:
        return aligner
    return OpenedAligner(FrameWise(aligner.module, frames), frames * aligner.tokens, aligner.provenance)
