"""The bundle manifest (bundle.json, schema 1) as frozen records.

Knows every field, its type and range, and how the fields must fit together; refuses to know
the files themselves: `bundle.py` opens and hashes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, get_args

from anymal.engines.input_spec import IMU_CHANNELS, AudioInput, ImageInput, ImuInput, VideoInput, parse_input
from anymal.engines.json_fields import Fields
from anymal.engines.prompt_spec import PromptSpec, parse_prompt
from anymal.errors import BundleError
from anymal.samples import Modality

__all__ = [
    "IMU_CHANNELS",
    "MANIFEST_NAME",
    "SCHEMA",
    "AdapterSpec",
    "AudioInput",
    "EncoderSpec",
    "FileRecord",
    "ImageInput",
    "ImuInput",
    "LlmSpec",
    "Manifest",
    "PromptSpec",
    "VideoInput",
    "VideoSpec",
    "parse_manifest",
    "video_frames",
]

SCHEMA = 1
MANIFEST_NAME = "bundle.json"
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True)
class FileRecord:
    """What one file of the bundle must be: `sha256` in hex, `n_bytes`."""

    sha256: str
    n_bytes: int


@dataclass(frozen=True)
class AdapterSpec:
    """A GGUF LoRA adapter of the LLM: `name` switches it on, at strength `scale`."""

    name: str
    file: str
    scale: float = 1.0


@dataclass(frozen=True)
class LlmSpec:
    """The GGUF of the bundle, its embedding width and the context the bundle was made for."""

    file: str
    n_embd: int
    n_ctx: int
    quantization: str
    adapters: tuple[AdapterSpec, ...] = ()


@dataclass(frozen=True)
class EncoderSpec:
    """A sense with an engine file of its own, giving `tokens` rows per sample.

    `variants`: the same encoder in other precisions, as files of the bundle.
    """

    file: str
    tokens: int
    precision: str
    input: ImageInput | VideoInput | AudioInput | ImuInput
    variants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class VideoSpec:
    """A sense made of `frames` pictures through the encoder of modality `via`."""

    via: Modality
    frames: int


@dataclass(frozen=True)
class Manifest:
    """All of bundle.json; `parity`, `provenance` and `verified` are kept as parsed."""

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
    verified: Mapping[str, Any] = field(default_factory=dict)

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


def video_frames(spec: EncoderSpec | VideoSpec) -> int:
    """Return how many frames a video sense takes at a time, 0 for a sense that is no video."""
    if isinstance(spec, VideoSpec):
        return spec.frames
    return spec.input.frames if isinstance(spec.input, VideoInput) else 0


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
        prompt=parse_prompt(fields.table("prompt")),
        modalities=MappingProxyType(_modalities(fields.table("modalities"))),
        parity=_record(fields, "parity"),
        provenance=_record(fields, "provenance"),
        verified=_record(fields, "verified"),
    )
    _check_fit(manifest, origin)
    return manifest


def _record(fields: Fields, name: str) -> Mapping[str, Any]:
    """A section that is only passed on."""
    return MappingProxyType(fields.table(name).raw() if name in fields else {})


def _file_record(name: str, fields: Fields, origin: str) -> FileRecord:
    # A bundle may come from anywhere: its file names must stay inside its folder.
    if name in ("", ".", "..", MANIFEST_NAME) or any(sign in name for sign in "/\\:\0") or not _is_text(name):
        raise BundleError(f"{origin}: files must be plain names inside the bundle, found {name!r}")
    sha256 = fields.text("sha256")
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise fields.fail("sha256", "64 lower-case hex digits", repr(sha256[:80]))
    return FileRecord(sha256, fields.integer("bytes", least=1))


def _is_text(name: str) -> bool:
    """Whether it has no half of a surrogate pair: no file is named so, and no error could say it."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _llm(fields: Fields) -> LlmSpec:
    items = fields.objects("adapters") if "adapters" in fields else ()
    adapters = tuple(
        AdapterSpec(item.text("name"), item.text("file"), item.number("scale", default=1.0)) for item in items
    )
    names = [adapter.name for adapter in adapters]
    if "" in names or len(set(names)) < len(names):
        raise fields.fail("adapters", "named, each differently", names)
    return LlmSpec(
        file=fields.text("file"),
        n_embd=fields.integer("n_embd", least=1, most=1 << 20),
        n_ctx=fields.integer("n_ctx", least=16, most=1 << 24),
        quantization=fields.text("quantization", default="unknown"),
        adapters=adapters,
    )


def _modalities(fields: Fields) -> dict[Modality, EncoderSpec | VideoSpec]:
    specs: dict[Modality, EncoderSpec | VideoSpec] = {}
    for name, item in fields.tables().items():
        if name not in MODALITIES:
            raise fields.fail(name, "one of " + ", ".join(MODALITIES), "an unknown sense")
        if name == "video" and "file" not in item:
            specs["video"] = VideoSpec("image", item.integer("frames", least=1, most=1024))
            item.text("via", among=("image",))
            continue
        specs[name] = EncoderSpec(
            file=item.text("file"),
            tokens=item.integer("tokens", least=1, most=1 << 16),
            precision=item.text("precision", default="unknown"),
            input=parse_input(name, item.table("input")),
            variants=MappingProxyType(_variants(item.table("variants")) if "variants" in item else {}),
        )
    return specs


def _variants(fields: Fields) -> dict[str, str]:
    return {precision: fields.text(precision) for precision in fields.raw()}


def _check_fit(manifest: Manifest, origin: str) -> None:
    """Check what one field says of another: files listed, senses with a line and an encoder."""
    wanted = {"llm.file": manifest.llm.file}
    wanted |= {f"llm.adapters ({one.name})": one.file for one in manifest.llm.adapters}
    for name, spec in manifest.modalities.items():
        if isinstance(spec, EncoderSpec):
            wanted[f"modalities.{name}.file"] = spec.file
            wanted |= {f"modalities.{name}.variants.{kind}": file for kind, file in spec.variants.items()}
        elif spec.via not in manifest.modalities:
            raise BundleError(f"{origin}: modalities.{name}.via is {spec.via}, which is no modality of it")
        if name not in manifest.prompt.senses:
            raise BundleError(f"{origin}: prompt.senses.{name} is missing, but modalities has {name}")
        if name not in manifest.prompt.order:
            raise BundleError(f"{origin}: prompt.order must list {name}, since modalities has it")
    for path, file in wanted.items():
        if file not in manifest.files:
            raise BundleError(f"{origin}: {path} is {file!r}, which files does not list")
