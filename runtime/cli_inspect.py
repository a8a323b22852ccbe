"""`anymal inspect`: what is inside a bundle, how big it is and how faithful to its torch reference.

Knows how a manifest looks on a terminal; refuses to run anything in the bundle, but checks it
as a run would: hashes, sizes, schema and widths.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from anymal.engines.bundle import Bundle, find_bundle, load_bundle
from anymal.engines.manifest import (
    AudioInput,
    EncoderSpec,
    ImageInput,
    ImuInput,
    Manifest,
    VideoInput,
    VideoSpec,
)
from anymal.engines.verified import compared_files, unverified_reason
from anymal.runtime.arguments import DEFAULT_BUNDLE, Parser
from anymal.samples import Modality

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0, or raises `BundleError` for a bundle that would not run."""
    parser = Parser(prog="anymal inspect", description="Say what is inside a bundle, after checking it.")
    parser.add_argument(
        "bundle", nargs="?", default=DEFAULT_BUNDLE, metavar="BUNDLE", help="a name or a folder"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    bundle = load_bundle(find_bundle(arguments.bundle))
    report = _report(bundle)
    print(json.dumps(report, ensure_ascii=False) if arguments.json else _page(report))
    return 0


def _report(bundle: Bundle) -> dict[str, Any]:
    manifest = bundle.manifest
    header = bundle.llm_header
    return {
        "name": manifest.name,
        "version": manifest.version,
        "schema": manifest.schema,
        "created_by": manifest.created_by,
        "folder": str(bundle.folder),
        "bytes": sum(record.n_bytes for record in manifest.files.values()),
        "files": {
            name: {"bytes": record.n_bytes, "sha256": record.sha256}
            for name, record in manifest.files.items()
        },
        "llm": {
            "file": manifest.llm.file,
            "architecture": header.architecture,
            "parameters": sum(_elements(tensor.shape) for tensor in header.tensors.values()),
            "n_embd": manifest.llm.n_embd,
            "n_ctx": manifest.llm.n_ctx,
            "n_vocab": len(header.tokens),
            "quantization": manifest.llm.quantization,
            "adapters": {one.name: {"file": one.file, "scale": one.scale} for one in manifest.llm.adapters},
        },
        "modalities": {name: _modality(bundle, name) for name in manifest.modalities},
        "system": manifest.prompt.system,
        "verification": _verification(manifest),
        "parity": dict(manifest.parity),
        "provenance": dict(manifest.provenance),
    }


def _verification(manifest: Manifest) -> str:
    """In one line, whether this bundle runs without being allowed to, and why."""
    if reason := unverified_reason(manifest):
        return f"NOT verified, it {reason}; it runs with --allow-unverified only"
    record = manifest.verified
    if record:
        reference = record.get("reference")
        name = reference.get("source") if isinstance(reference, Mapping) else None
        against = f"against {name}" if name else "without a reference, only with itself"
        return f"verified on {record.get('at', '?')} {against}"
    if "skipped" in manifest.parity:
        return f"never compared with a reference: {manifest.parity['skipped']}"
    if compared_files(manifest) is None:
        return "compared by an export that did not say which files those were, see parity"
    return "compared by the export, see parity"


def _modality(bundle: Bundle, modality: Modality) -> dict[str, Any]:
    spec = bundle.manifest.modalities[modality]
    tokens = bundle.manifest.tokens_of(modality)
    if isinstance(spec, VideoSpec):
        return {"tokens": tokens, "takes": f"{spec.frames} frames through {spec.via}"}
    own = {"file": spec.file, "precision": spec.precision, "variants": dict(spec.variants)}
    return {"tokens": tokens, "takes": _takes(spec), **own}


def _takes(spec: EncoderSpec) -> str:
    takes = spec.input
    if isinstance(takes, ImageInput):
        return f"{takes.width_px} x {takes.height_px} px ({takes.fit})"
    if isinstance(takes, VideoInput):
        picture = takes.picture
        return f"{takes.frames} frames of {picture.width_px} x {picture.height_px} px ({picture.fit})"
    if isinstance(takes, AudioInput):
        return f"{takes.window_s:g} s at {takes.rate_hz} Hz"
    if isinstance(takes, ImuInput):
        return f"{takes.window_s:g} s at {takes.rate_hz} Hz, {len(takes.channels)} channels"
    return "?"


def _elements(shape: Sequence[int]) -> int:
    count = 1
    for size in shape:
        count *= size
    return count


def _page(report: Mapping[str, Any]) -> str:
    llm = report["llm"]
    lines = [
        f"{report['name']} {report['version']} (schema {report['schema']}, by {report['created_by']})",
        f"{report['folder']}: {_megabytes(report['bytes'])} in {len(report['files'])} files, hashes right",
        "",
        f"llm      {llm['file']}  {_size(report, llm['file'])}  {llm['architecture']}, {llm['quantization']}",
        f"         {llm['parameters'] / 1e6:.1f} M parameters, width {llm['n_embd']}, context {llm['n_ctx']}",
    ]
    for name, adapter in llm["adapters"].items():
        strength = f"scale {adapter['scale']:g}"
        lines.append(f"  adapter {name}: {adapter['file']}  {_size(report, adapter['file'])}  {strength}")
    for name, modality in report["modalities"].items():
        file = modality.get("file")
        own = f"{file}  {_size(report, file)}  {modality['precision']}, " if file else ""
        lines.append(f"{name:<8} {own}{modality['takes']} -> {modality['tokens']} soft tokens")
        for precision, variant in modality.get("variants", {}).items():
            lines.append(f"  variant {precision}: {variant}  {_size(report, variant)}")
    lines += ["", f"system   {report['system']}", "", f"verified {report['verification']}"]
    for title in ("parity", "provenance"):
        lines += ["", title, *(_tree(report[title]) or ["  nothing recorded"])]
    return "\n".join(lines)


def _size(report: Mapping[str, Any], file: str) -> str:
    return _megabytes(report["files"][file]["bytes"])


def _tree(value: Mapping[str, Any], depth: int = 1) -> list[str]:
    lines: list[str] = []
    for name, item in value.items():
        if isinstance(item, Mapping):
            lines += [f"{'  ' * depth}{name}", *_tree(item, depth + 1)]
        else:
            lines.append(f"{'  ' * depth}{name}: {f'{item:.6g}' if isinstance(item, float) else item}")
    return lines


def _megabytes(n_bytes: int) -> str:
    return f"{n_bytes / 1e6:.2f} MB"
