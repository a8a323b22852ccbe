"""An export recipe: which LLM, which encoders and aligners, and the prompt they meet in, read from TOML.

Knows the tables and keys of a recipe and refuses every other; refuses to know whether what it names
exists (`export.sources`, `export.llm_source` and `export.vlm` find out).
"""

import dataclasses
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast, get_args

from anymal.errors import ConfigError
from anymal.export.sources.spec import GraphSettings, ModalitySource
from anymal.paths import typed_path
from anymal.samples import Modality

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["PLACES", "AdapterSource", "ExportRecipe", "LlmSource", "is_recipe", "parse_recipe", "read_recipe"]

# Whose turn what is sensed stands in.
PLACES = ("system", "user")
SUFFIX = ".toml"
TABLES = ("name", "version", "vlm", "llm", "prompt", "modalities")
PROMPT_KEYS = ("system", "senses", "order", "history", "place", "lowercase", "template")
VIA_KEYS = ("via", "frames")
# Spellings of `encoder` and `aligner` that name a file or folder after a prefix.
PATH_PREFIXES = ("checkpoint:", "llava:")
Mode = Literal["merge", "switch"]


@dataclass(frozen=True)
class AdapterSource:
    """A LoRA adapter: a PEFT folder or GGUF; `merge` puts it into the weights, `switch` ships it beside."""

    name: str
    source: str
    mode: Mode
    scale: float = 1.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an adapter without a name or source, or of an unknown mode."""
        if not self.name or not self.source:
            raise ConfigError(
                f"an adapter wants a name and a source, found {self.name!r} and {self.source!r}"
            )
        if self.mode not in get_args(Mode):
            known = ", ".join(get_args(Mode))
            raise ConfigError(f"adapter {self.name!r}: mode {self.mode!r} is unknown; there are {known}")


@dataclass(frozen=True)
class LlmSource:
    """The LLM: a Hugging Face folder, a hub name or a `.gguf`; `n_ctx` positions at most."""

    source: str
    quantization: str = "Q8_0"
    n_ctx: int = 4096
    adapters: tuple[AdapterSource, ...] = ()

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a context out of range or two adapters of one name."""
        if not 16 <= self.n_ctx <= 1 << 24:
            raise ConfigError(f"llm.n_ctx must be from 16 to {1 << 24}, found {self.n_ctx}")
        names = [adapter.name for adapter in self.adapters]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ConfigError(f"llm.adapters: more than one is named {', '.join(sorted(twice))}")


@dataclass(frozen=True)
class ExportRecipe:
    """A bundle to make. `prompt` has the keys `PROMPT_KEYS`, all optional.

    `video_frames`: pictures of a video that goes through the image encoder, 0 for none. `vlm`: a
    folder or hub name of a whole vision-language model, in place of `llm.source` and
    `modalities.image`; `vlm_image` says which graphs are made of its eyes. `folder`: where the recipe
    lies, and with it the modules of `import:` aligners.
    """

    name: str
    version: str = "1"
    llm: LlmSource = field(default_factory=lambda: LlmSource(""))
    prompt: Mapping[str, Any] = field(default_factory=dict)
    modalities: Mapping[str, ModalitySource] = field(default_factory=dict)
    video_frames: int = 0
    vlm: str = ""
    vlm_image: GraphSettings = field(default_factory=GraphSettings)
    folder: Path | None = None

    def __post_init__(self) -> None:
        """Raise `ConfigError` for parts that exclude or lack each other."""
        if not self.name:
            raise ConfigError("a recipe wants a name")
        if bool(self.vlm) == bool(self.llm.source):
            raise ConfigError(f"recipe {self.name!r}: give either vlm or llm.source, one of the two")
        if self.vlm and "image" in self.modalities:
            raise ConfigError(
                f"recipe {self.name!r}: vlm brings its own image encoder; modalities.image may say its "
                "precisions and calibration, nothing else"
            )
        if self.video_frames and not (self.vlm or "image" in self.modalities):
            raise ConfigError(f"recipe {self.name!r}: a video via image wants an image encoder")

    @property
    def graphs(self) -> Mapping[str, GraphSettings | ModalitySource]:
        """What is made of each encoder, and fitted to what, by the sense it serves."""
        return {**({"image": self.vlm_image} if self.vlm else {}), **self.modalities}

    def with_quantization(self, quantization: str) -> "ExportRecipe":
        """The same recipe with its LLM in another type."""
        return dataclasses.replace(self, llm=dataclasses.replace(self.llm, quantization=quantization))


def is_recipe(source: Path | ExportRecipe | None) -> bool:
    """Whether `source` is a recipe or the file of one, not the folder of a checkpoint."""
    return isinstance(source, ExportRecipe) or (source is not None and source.suffix == SUFFIX)


def read_recipe(path: Path) -> ExportRecipe:
    """Read the TOML recipe at `path`; folders in it are relative to the recipe where they exist there.

    Raises `ConfigError` naming the key that is unknown, of the wrong type or out of range.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: no such file; wanted an export recipe (docs/export.md)") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error
    return parse_recipe(values, path.parent, path.name)


def parse_recipe(values: Mapping[str, Any], base: Path, origin: str) -> ExportRecipe:
    """Turn parsed TOML into a recipe; `base` is where relative paths start, `origin` names the file."""
    where = _Where(base, origin)
    _known(values, TABLES, origin)
    llm = _table(values.get("llm", {}), f"{origin}: llm")
    adapters = llm.get("adapters", [])
    if not isinstance(adapters, list):
        raise ConfigError(f"{origin}: llm.adapters must be a list of tables ([[llm.adapters]])")
    parsed = tuple(where.record(AdapterSource, item, "llm.adapters") for item in adapters)
    tables = dict(_table(values.get("modalities", {}), f"{origin}: modalities"))
    frames = where.via(tables)
    vlm_image = where.record(GraphSettings, where.eyes(values, tables), "modalities.image of a vlm")
    modalities = {
        name: where.record(ModalitySource, item, f"modalities.{name}", modality=name)
        for name, item in tables.items()
    }
    own = {**values, "vlm": where.path(values.get("vlm", ""))}
    recipe: ExportRecipe = where.record(
        ExportRecipe,
        own,
        "the recipe",
        llm=where.record(LlmSource, {"source": "", **llm}, "llm", adapters=parsed),
        prompt=_prompt(values.get("prompt", {}), f"{origin}: prompt"),
        modalities=modalities,
        video_frames=frames,
        vlm_image=vlm_image,
        folder=base,
    )
    return recipe


@dataclass(frozen=True)
class _Where:
    """Where a recipe lies, for its relative paths and for messages."""

    base: Path
    origin: str

    def path(self, name: Any) -> Any:
        """`name` as an absolute path when there is such a thing beside the recipe; hub names stay."""
        if not isinstance(name, str) or not name:
            return name
        prefix = next((prefix for prefix in PATH_PREFIXES if name.startswith(prefix)), "")
        given = typed_path(name.removeprefix(prefix))
        beside = self.base / given
        return prefix + str(beside.resolve() if beside.exists() else given)

    def via(self, tables: dict[str, Any]) -> int:
        """Frames of a video through the image encoder; takes its table out, other videos stay."""
        video = tables.get("video")
        if not isinstance(video, Mapping) or "via" not in video:
            return 0
        _known(video, VIA_KEYS, f"{self.origin}: modalities.video")
        frames = video.get("frames", 4)
        if video["via"] != "image" or type(frames) is not int or not 1 <= frames <= 1024:
            raise ConfigError(
                f"{self.origin}: modalities.video wants via = 'image' and frames from 1 to 1024, "
                f"found {video['via']!r} and {frames!r}"
            )
        del tables["video"]
        return frames

    def eyes(self, values: Mapping[str, Any], tables: dict[str, Any]) -> Any:
        """The image table of a whole model, which names no encoder; takes it out, other tables stay."""
        image = tables.get("image", {})
        if not values.get("vlm") or not isinstance(image, Mapping) or {"encoder", "aligner"} & set(image):
            return {}
        return tables.pop("image", {})

    def record(self, kind: type[Any], values: Any, what: str, **ready: Any) -> Any:
        """A frozen record from a table, `ready` fields aside; every other key must be one of its fields."""
        table = dict(_table(values, f"{self.origin}: {what}"))
        fields = {one.name: one for one in dataclasses.fields(kind)}
        _known(table, fields, f"{self.origin}: {what}")
        for name, value in table.items():
            if name not in ready:
                table[name] = self._value(fields[name].type, value, f"{what}.{name}")
                if name in ("source", "encoder", "aligner", "calibration"):
                    table[name] = self.path(table[name])
        given = {**table, **ready}
        needed = [one for one in fields.values() if one.default is one.default_factory is dataclasses.MISSING]
        missing = [one.name for one in needed if one.name not in given]
        if missing:
            raise ConfigError(f"{self.origin}: {what} lacks {', '.join(missing)}")
        try:
            return kind(**given)
        except ConfigError as error:
            raise ConfigError(f"{self.origin}: {error}") from error

    def _value(self, kind: Any, value: Any, what: str) -> Any:
        """`value`, when it is of the field's type; a whole number passes for a float, a list for a tuple."""
        if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        if kind in (float, float | None) and type(value) in (int, float):
            return float(value)
        simple = kind if kind in (str, int, bool) else str if kind in (Mode, Modality) else None
        if simple is None or type(value) is not simple:
            name = getattr(simple or kind, "__name__", str(kind))
            raise ConfigError(f"{self.origin}: {what} must be of type {name}, found {value!r}")
        return value


def _prompt(value: Any, where: str) -> Mapping[str, Any]:
    """The prompt table, checked in itself; whether it suits the LLM and the senses shows at export."""
    prompt = _table(value, where)
    _known(prompt, PROMPT_KEYS, where)
    senses = _table(prompt.get("senses", {}), f"{where}.senses")
    order, history = prompt.get("order", []), prompt.get("history", 0)
    _known(senses, (*get_args(Modality), "images"), f"{where}.senses")
    words = (prompt.get("system", ""), prompt.get("template", ""), *senses.values())
    if not all(isinstance(one, str) for one in words):
        raise ConfigError(f"{where}: system, template and the lines of senses must be strings")
    senses_known = get_args(Modality)
    fits = isinstance(order, list) and all(one in senses_known for one in order)
    if not fits or any(order.count(one) > 1 for one in order):
        raise ConfigError(
            f"{where}.order must be a list out of {', '.join(senses_known)}, each once, found {order}"
        )
    if type(history) is not int or not 0 <= history <= 1000:
        raise ConfigError(f"{where}.history must be a whole number from 0 to 1000, found {history!r}")
    if prompt.get("place", "system") not in PLACES:
        raise ConfigError(f"{where}.place must be one of {', '.join(PLACES)}, found {prompt['place']!r}")
    if type(prompt.get("lowercase", False)) is not bool:
        raise ConfigError(f"{where}.lowercase must be true or false, found {prompt['lowercase']!r}")
    return prompt


def _table(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{what} must be a table, found {value!r}")
    return cast(Mapping[str, Any], value)


def _known(table: Mapping[str, Any], known: Any, where: str) -> None:
    if unknown := sorted(set(table) - set(known)):
        raise ConfigError(f"{where}: unknown {', '.join(unknown)}; there are {', '.join(known)}")
