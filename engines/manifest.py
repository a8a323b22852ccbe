"""The bundle manifest (bundle.json, schema 1) as frozen records.

Knows every field, its type and range, and how the fields must fit together; refuses to know
the files themselves: `bundle.py` opens and hashes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, cast

from anymal.engines.json_fields import Fields
from anymal.errors import BundleError
from anymal.samples import Modality

__all__ = [
    "IMU_CHANNELS",
    "MANIFEST_NAME",
    "SCHEMA",
    "AudioInput",
    "EncoderSpec",
    "FileRecord",
    "ImageInput",
    "ImuInput",
    "LlmSpec",
    "Manifest",
    "PromptSpec",
    "VideoSpec",
    "parse_manifest",
]

SCHEMA = 1
MANIFEST_NAME = "bundle.json"
IMU_CHANNELS = ("ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps")
MODALITIES: tuple[Modality, ...] = ("image", "video", "audio", "imu")
MAX_PIXELS_PER_SIDE = 4096
DEFAULT_HISTORY = 4


@dataclass(frozen=True)
class FileRecord:
    """What one file of the bundle must be: `sha256` in hex, `n_bytes`."""

    sha256: str
    n_bytes: int


@dataclass(frozen=True)
class LlmSpec:
    """The GGUF of the bundle, its embedding width and the context the bundle was made for."""

    file: str
    n_embd: int
    n_ctx: int
    quantization: str


@dataclass(frozen=True)
class PromptSpec:
    """The system text, one line per sense with its placeholder, and the order of the senses.

    `history`: how many earlier turns of a live session the model was trained to see beside new
    windows; a model that never saw outdated answers repeats them, and wants 0.
    """

    system: str
    senses: Mapping[str, str]
    order: tuple[Modality, ...]
    history: int = DEFAULT_HISTORY


@dataclass(frozen=True)
class ImageInput:
    """ONNX input `name`: uint8 [batch, height, width, 3]; the manifest's `size_px` is [width, height]."""

    name: str
    width_px: int
    height_px: int
    fit: Literal["squash", "crop"]


@dataclass(frozen=True)
class AudioInput:
    """ONNX input `name`: float32 [batch, n_samples], mono in [-1, 1] at `rate_hz`."""

    name: str
    rate_hz: int
    window_s: float

    @property
    def n_samples(self) -> int:
        """Samples in one window."""
        return round(self.rate_hz * self.window_s)


@dataclass(frozen=True)
class ImuInput:
    """ONNX input `name`: float32 [batch, n_steps, 6] at `rate_hz`, columns as `channels` (m/s2, rad/s)."""

    name: str
    rate_hz: int
    window_s: float
    channels: tuple[str, ...] = IMU_CHANNELS

    @property
    def n_steps(self) -> int:
        """Rows in one window."""
        return round(self.rate_hz * self.window_s)


@dataclass(frozen=True)
class EncoderSpec:
    """A sense with an engine file of its own, giving `tokens` rows per sample."""

    file: str
    tokens: int
    precision: str
    input: ImageInput | AudioInput | ImuInput


@dataclass(frozen=True)
class VideoSpec:
    """A sense made of `frames` pictures through the encoder of modality `via`."""

    via: Modality
    frames: int


@dataclass(frozen=True)
class Manifest:
    """All of bundle.json; `parity` and `provenance` are kept as parsed."""

    schema: int
    name: str
    version: str
    created_by: str
    files: Mapping[str, FileRecord]
    llm: LlmSpec
    prompt: PromptSpec
    modalities: Mapping[Modality, EncoderSpec | VideoSpec]
    parity: Mapping[str, Any]
    provenance: Mapping[str, Any]

    def encoder_spec(self, modality: Modality) -> EncoderSpec:
        """Return the engine behind `modality`: its own, or the one a video borrows.

        Raises `BundleError` when the bundle has no such sense.
        """
        spec = self.modalities.get(modality)
        if isinstance(spec, VideoSpec):
            spec = self.modalities.get(spec.via)
        if not isinstance(spec, EncoderSpec):
            have = ", ".join(self.modalities) or "text only"
            raise BundleError(f"bundle {self.name!r} has no {modality} encoder; it has {have}")
        return spec

    def tokens_of(self, modality: Modality) -> int:
        """Return how many rows one picture, sound, motion or whole video takes in the context."""
        spec = self.modalities.get(modality)
        frames = spec.frames if isinstance(spec, VideoSpec) else 1
        return frames * self.encoder_spec(modality).tokens


def parse_manifest(value: object, origin: str) -> Manifest:
    """Turn parsed JSON into a `Manifest`; `origin` names the file in messages.

    Raises `BundleError` naming the JSON path, what was wanted and what was found.
    """
    fields = Fields(value, origin)
    schema = fields.integer("schema", least=1)
    if schema != SCHEMA:
        cure = "upgrade anymal-edge" if schema > SCHEMA else "export the bundle again with this version"
        raise BundleError(f"{origin}: schema must be {SCHEMA}, found {schema}; {cure}")
    files = {name: _file_record(name, item, origin) for name, item in fields.table("files").tables().items()}
    manifest = Manifest(
        schema=schema,
        name=fields.text("name"),
        version=fields.text("version"),
        created_by=fields.text("created_by", default="unknown"),
        files=MappingProxyType(files),
        llm=_llm(fields.table("llm")),
        prompt=_prompt(fields.table("prompt")),
        modalities=MappingProxyType(_modalities(fields.table("modalities"))),
        parity=MappingProxyType(fields.table("parity").raw() if "parity" in fields else {}),
        provenance=MappingProxyType(fields.table("provenance").raw() if "provenance" in fields else {}),
    )
    _check_fit(manifest, origin)
    return manifest


def _file_record(name: str, fields: Fields, origin: str) -> FileRecord:
    # A bundle may come from anywhere: its file names must stay inside its folder.
    if name in ("", ".", "..", MANIFEST_NAME) or any(sign in name for sign in "/\\:\0"):
        raise BundleError(f"{origin}: files must be plain names inside the bundle, found {name!r}")
    sha256 = fields.text("sha256")
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise fields.fail("sha256", "64 lower-case hex digits", repr(sha256[:80]))
    return FileRecord(sha256, fields.integer("bytes", least=1))


def _llm(fields: Fields) -> LlmSpec:
    return LlmSpec(
        file=fields.text("file"),
        n_embd=fields.integer("n_embd", least=1, most=1 << 20),
        n_ctx=fields.integer("n_ctx", least=16, most=1 << 24),
        quantization=fields.text("quantization", default="unknown"),
    )


def _prompt(fields: Fields) -> PromptSpec:
    senses = fields.table("senses")
    lines = {name: senses.text(name) for name in senses.raw()}
    for name, line in lines.items():
        placeholder = f"<{'image' if name == 'images' else name}>"
        if line.count(placeholder) != 1:
            raise senses.fail(name, f"a line that holds {placeholder} once", repr(line))
    order = fields.texts("order")
    if unknown := set(order) - set(MODALITIES):
        raise fields.fail("order", "a list out of " + ", ".join(MODALITIES), sorted(unknown))
    history = fields.integer("history", most=1000, default=DEFAULT_HISTORY)
    lines_by_name = MappingProxyType(lines)
    return PromptSpec(fields.text("system"), lines_by_name, cast(tuple[Modality, ...], order), history)


def _modalities(fields: Fields) -> dict[Modality, EncoderSpec | VideoSpec]:
    specs: dict[Modality, EncoderSpec | VideoSpec] = {}
    for name, item in fields.tables().items():
        if name not in MODALITIES:
            raise fields.fail(name, "one of " + ", ".join(MODALITIES), "an unknown sense")
        if name == "video":
            specs["video"] = VideoSpec("image", item.integer("frames", least=1, most=1024))
            item.text("via", among=("image",))
            continue
        modality = cast(Modality, name)
        specs[modality] = EncoderSpec(
            file=item.text("file"),
            tokens=item.integer("tokens", least=1, most=1 << 16),
            precision=item.text("precision", default="unknown"),
            input=_input(modality, item.table("input")),
        )
    return specs


def _input(modality: Modality, fields: Fields) -> ImageInput | AudioInput | ImuInput:
    name = fields.text("name")
    if modality == "image":
        width_px, height_px = fields.integers("size_px", count=2, least=1)
        if max(width_px, height_px) > MAX_PIXELS_PER_SIDE:
            raise fields.fail("size_px", f"at most {MAX_PIXELS_PER_SIDE} each", [width_px, height_px])
        fit = cast(Literal["squash", "crop"], fields.text("fit", default="squash", among=("squash", "crop")))
        return ImageInput(name, width_px, height_px, fit)
    rate_hz = fields.integer("rate_hz", least=1, most=1_000_000)
    window_s = fields.positive("window_s")
    if not 2 <= rate_hz * window_s <= 1e8:
        raise fields.fail("window_s", f"between 2 and 1e8 samples long at {rate_hz} Hz", f"{window_s} s")
    if modality == "audio":
        return AudioInput(name, rate_hz, window_s)
    channels = fields.texts("channels")
    if channels != IMU_CHANNELS:
        raise fields.fail("channels", " ".join(IMU_CHANNELS), " ".join(channels))
    return ImuInput(name, rate_hz, window_s, channels)


def _check_fit(manifest: Manifest, origin: str) -> None:
    """Check what one field says of another: files listed, senses with a line and an encoder."""
    wanted = {"llm.file": manifest.llm.file}
    for name, spec in manifest.modalities.items():
        if isinstance(spec, EncoderSpec):
            wanted[f"modalities.{name}.file"] = spec.file
        elif spec.via not in manifest.modalities:
            raise BundleError(f"{origin}: modalities.{name}.via is {spec.via}, which is no modality of it")
        if name not in manifest.prompt.senses:
            raise BundleError(f"{origin}: prompt.senses.{name} is missing, but modalities has {name}")
        if name not in manifest.prompt.order:
            raise BundleError(f"{origin}: prompt.order must list {name}, since modalities has it")
    for path, file in wanted.items():
        if file not in manifest.files:
            raise BundleError(f"{origin}: {path} is {file!r}, which files does not list")
