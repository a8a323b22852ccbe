"""Finding a bundle, and proving that its files are the ones its manifest describes.

Knows where bundles live, hashes and sizes, and that GGUF and manifest agree on widths;
refuses to know how to run any of the files. Nothing native sees a byte before this passed.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import anymal
from anymal.digest import file_sha256
from anymal.engines.gguf_header import GgufHeader, read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.manifest import MANIFEST_NAME, FileRecord, Manifest, parse_manifest
from anymal.errors import BundleError, ConfigError
from anymal.paths import typed_path

__all__ = ["BUNDLES_VARIABLE", "Bundle", "bundle_places", "find_bundle", "load_bundle"]

BUNDLES_VARIABLE = "ANYMAL_BUNDLES"
MAX_MANIFEST_BYTES = 16 << 20


@dataclass(frozen=True)
class Bundle:
    """A checked bundle: its folder, its manifest and the header of its GGUF."""

    folder: Path
    manifest: Manifest
    llm_header: GgufHeader

    @property
    def llm_path(self) -> Path:
        """The GGUF file."""
        return self.folder / self.manifest.llm.file

    def path(self, name: str) -> Path:
        """Return the path of a file that the manifest lists; raises `BundleError` for any other name."""
        if name not in self.manifest.files:
            have = ", ".join(self.manifest.files)
            raise BundleError(f"bundle {self.manifest.name!r} has no file {name!r}; it has {have}")
        return self.folder / name


def bundle_places() -> tuple[Path, ...]:
    """Return the folders that are searched for bundle names, in order; some may not exist.

    `$ANYMAL_BUNDLES` (a path list), `bundles/` beside the package in a checkout, and
    `bundles/` inside the installed package.
    """
    given = os.environ.get(BUNDLES_VARIABLE, "")
    package = Path(anymal.__file__).resolve().parent
    places = [typed_path(part) for part in given.split(os.pathsep) if part]
    return (*places, package.parent / "bundles", package / "bundles")


def find_bundle(name_or_folder: "str | os.PathLike[str]") -> Path:
    """Return the folder of a bundle given by name (`nano`) or by folder.

    A plain name is looked up in `bundle_places()` first, so that a stray folder of the same
    name in the working directory does not shadow it. Raises `BundleError`, or `ConfigError` for neither.
    """
    if not isinstance(name_or_folder, str | os.PathLike):
        raise ConfigError(f"bundle must be a name or a folder, found {type(name_or_folder).__name__}")
    given = typed_path(name_or_folder)
    try:
        return _find(given, str(name_or_folder))
    except OSError as error:  # a folder that may not be entered, a name that is too long
        raise BundleError(f"bundle {str(name_or_folder)!r} cannot be looked at: {error.strerror}") from error


def _find(given: Path, name: str) -> Path:
    places = bundle_places()
    if len(given.parts) == 1 and given.name == name:
        for place in places:
            if (place / given / MANIFEST_NAME).is_file():
                return place / given
    if (given / MANIFEST_NAME).is_file():
        return given
    if given.is_dir():
        raise BundleError(f"{given}: no {MANIFEST_NAME} in this folder, so it is no bundle")
    names = sorted({found.parent.name for place in places for found in place.glob(f"*/{MANIFEST_NAME}")})
    known = f"known bundles: {', '.join(names)}" if names else "no bundle is installed"
    searched = ", ".join(str(place) for place in places)
    raise BundleError(
        f"bundle {name!r} not found; {known} (searched {searched}); give a folder, or set {BUNDLES_VARIABLE}"
    )


def load_bundle(folder: Path, verify: bool = True) -> Bundle:
    """Read and check the bundle in `folder`; `verify=False` skips only the hashes.

    Raises `BundleError` naming the file or JSON path, what was wanted and what was found.
    """
    manifest = _read_manifest(folder / MANIFEST_NAME)
    for name, record in manifest.files.items():
        _check_file(folder / name, record, verify)
    header = read_gguf_header(folder / manifest.llm.file)
    check_gguf(header, manifest.llm.n_embd)
    trained = header.of_architecture("context_length")
    if manifest.llm.n_ctx > trained:
        raise BundleError(
            f"{MANIFEST_NAME}: llm.n_ctx is {manifest.llm.n_ctx}, but {manifest.llm.file} was trained "
            f"for {trained} positions"
        )
    return Bundle(folder, manifest, header)


def _read_manifest(path: Path) -> Manifest:
    try:
        if path.stat().st_size > MAX_MANIFEST_BYTES:
            raise BundleError(f"{path}: larger than {MAX_MANIFEST_BYTES} bytes, which no manifest is")
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise BundleError(f"{path}: no such file; a bundle is a folder that holds {MANIFEST_NAME}") from error
    except OSError as error:
        raise BundleError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, BundleError):
            raise
        raise BundleError(f"{path}: not valid JSON ({error}); export the bundle again") from error
    return parse_manifest(value, path.name)


def _check_file(path: Path, record: FileRecord, verify: bool) -> None:
    cure = "copy or export the bundle again"
    try:
        n_bytes = path.stat().st_size
        if n_bytes != record.n_bytes:
            raise BundleError(
                f"{path.name}: size must be {record.n_bytes} bytes as in {MANIFEST_NAME}, "
                f"found {n_bytes}; {cure}"
            )
        digest = file_sha256(path) if verify else record.sha256
    except FileNotFoundError as error:
        raise BundleError(
            f"{path.name}: listed in {MANIFEST_NAME} but missing in {path.parent}; {cure}"
        ) from error
    except OSError as error:
        raise BundleError(f"{path}: cannot be read: {error.strerror}") from error
    if digest != record.sha256:
        raise BundleError(
            f"{path.name}: damaged: sha256 must be {record.sha256[:16]}... as in {MANIFEST_NAME}, "
            f"found {digest[:16]}...; {cure}"
        )
