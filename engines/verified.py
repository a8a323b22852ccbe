"""Whether a bundle's files are the ones that were compared with their reference.

Knows the manifest's `verified` section (written by `anymal verify`) and the parity record of an
export; refuses to compare anything itself. `load_bundle` has proven by then that the files are
those of the manifest; this proves that the manifest's are those of the verification.
"""

import warnings
from collections.abc import Mapping
from typing import Any

from anymal.engines.manifest import EncoderSpec, Manifest
from anymal.errors import BundleError

__all__ = ["UnverifiedBundleWarning", "compared_files", "require_verified", "unverified_reason"]


class UnverifiedBundleWarning(UserWarning):
    """A bundle runs although nobody has shown that it says what its reference says."""


def unverified_reason(manifest: Manifest) -> str:
    """Say why a bundle does not count as verified; empty when it does.

    With a `verified` section it must have passed, and on exactly the files of the manifest. Without
    one, the parity record of the export stands for it: an export that drifted was never written.
    """
    record = manifest.verified
    if not record and not manifest.parity:
        return "was never compared with its reference (no parity record, no verified section)"
    if record and record.get("passed") is not True:
        return f"failed `anymal verify` on {record.get('at', 'some day')}: {record.get('failed', '?')}"
    hashes = compared_files(manifest)
    if hashes is None:
        return _unlike_an_export(manifest)
    done = "verified" if record else "compared by its export"
    changed = [name for name, file in manifest.files.items() if hashes.get(name) != file.sha256]
    if changed:
        known = [name for name in changed if name in hashes]
        what = "changed" if known else "came"
        return f"has files that are not those that were {done}: {', '.join(changed)} {what} afterwards"
    if missing := [name for name in hashes if name not in manifest.files]:
        return f"lacks files that were {done} with it: {', '.join(missing)}"
    return ""


def compared_files(manifest: Manifest) -> Mapping[str, Any] | None:
    """Return the sha256 of every file that was compared; None where the record names no files.

    That is the record of an older export, or of a bundle that was compared with nothing and says so.
    """
    record = manifest.verified or manifest.parity
    if not manifest.verified and "files" not in record:
        return None
    files = record.get("files")
    return files if isinstance(files, Mapping) else {}


def _unlike_an_export(manifest: Manifest) -> str:
    """What shows that an encoder came after a parity record without hashes: no export names it so."""
    compared = manifest.parity.get("modalities")
    if not isinstance(compared, Mapping):
        return ""
    for name, spec in manifest.modalities.items():
        if isinstance(spec, EncoderSpec) and (name not in compared or spec.file != f"{name}.onnx"):
            return (
                f"has files that are not those that were compared by its export: {spec.file} came afterwards"
            )
    return ""


def require_verified(manifest: Manifest, allow_unverified: bool = False) -> None:
    """Raise `BundleError` unless the bundle counts as verified; with `allow_unverified` only warn, loudly."""
    reason = unverified_reason(manifest)
    if not reason:
        return
    said = f"bundle {manifest.name!r} {reason}"
    if allow_unverified:
        warnings.warn(
            f"UNVERIFIED: {said}. It runs because you allowed it; its answers may be anything.",
            UnverifiedBundleWarning,
            stacklevel=3,  # whoever opened the assistant
        )
        return
    raise BundleError(
        f"{said}; check it with `anymal verify BUNDLE --reference SOURCE`, or run it all the "
        "same with --allow-unverified (in Python: AssistantOptions(allow_unverified=True))"
    )
