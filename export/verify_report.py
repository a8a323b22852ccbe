"""One page that shows what a verification found: HTML with inline SVG, no script, nothing to load.

Knows how findings look; refuses to judge them, the checks have. Everything that a model, a
manifest or a file name said is escaped before it becomes a page.
"""

import base64
import io
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import numpy as np
from PIL import Image

from anymal.export.svg_plots import Axis, Strip, strip_plot, wave_plot
from anymal.export.verify_record import Answered, GraphFinding, Verification, WorstSample
from anymal.export.verify_style import STYLE

__all__ = ["report_html", "save_worst_samples"]

MOST_ANSWERS = 40
COSINE_FLOOR, KL_FLOOR = 1e-9, 1e-12
PICTURE_PX = 192


def report_html(found: Verification) -> str:
    """The whole page as text."""
    failed = found.failed
    verdict = "passed" if failed is None else "failed"
    title = escape(f"{found.bundle}: {verdict}")
    body = "".join(
        [
            f'<header class="{verdict}"><p>anymal verify</p><h1>{title}</h1>',
            f"<p>{escape(_summary(found))}</p>",
            f"<p><strong>First bad stage:</strong> {escape(str(failed))}</p>" if failed else "",
            "</header>",
            _section("Stages", _stages(found)),
            _section("Encoders: soft tokens against the reference", _encoders(found)),
            _section("Length of soft tokens against text embeddings", _lengths(found)),
            _section("LLM: logits on the same soft tokens", _logits(found)),
            _section("Greedy answers, end to end", _answers(found.answers)),
            _section("Worst samples", _worst(found.graphs)),
            _section("What was verified", _files(found)),
        ]
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def save_worst_samples(found: Verification, folder: Path) -> list[Path]:
    """Write the worst sample of every graph to `folder` as `worst-<file>.npz`.

    Keys: `input` as the encoder takes it, `wanted` and `found` float32 [tokens, n_embd], `index`.
    """
    paths = []
    for graph in found.graphs:
        if graph.worst is not None and graph.reference:
            worst = graph.worst
            path = folder / f"worst-{graph.file}.npz"
            np.savez(path, input=worst.raw, wanted=worst.wanted, found=worst.found, index=worst.index)
            paths.append(path)
    return paths


def _summary(found: Verification) -> str:
    name = found.reference.get("source")
    against = f"against {name}" if name else "without a reference, so only with itself"
    inputs = ", ".join(f"{count} of {modality}" for modality, count in found.inputs.items())
    return f"Compared {against} on {found.at}: {inputs}, {len(found.answers)} questions."


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    first = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{first}</tr></thead><tbody>{lines}</tbody></table></div>'


def _stages(found: Verification) -> str:
    marks = {True: '<b class="ok">ok</b>', False: '<b class="bad">FAIL</b>'}
    rows = (
        (
            marks[check.passed],
            escape(check.stage),
            escape(check.figure),
            f"{check.found:.6g}",
            f"{'≤' if check.comparison == '<=' else '≥'} {check.limit:g}",
        )
        for check in found.checks
    )
    return _table(("", "stage", "figure", "found", "wanted"), rows)


def _encoders(found: Verification) -> str:
    strips = [
        Strip(f"{graph.modality} {graph.precision}", graph.distances.ravel(), _kind(graph.precision))
        for graph in found.graphs
        if graph.distances is not None and graph.reference
    ]
    skipped = [
        f"<p>{escape(graph.stage)}: did not run here: {escape(graph.skipped)}</p>"
        for graph in found.graphs
        if graph.skipped
    ]
    plot = ""
    if strips:
        limit = 1 - found.limits.int8_cosine
        axis = Axis("1 - cosine of each soft token", COSINE_FLOOR, limit, f"limit of int8: {limit:g}")
        plot = _figure(strip_plot(strips, axis), "Left is better; one dot is one soft token of one sample.")
    rows = (
        (
            escape(graph.modality),
            escape(graph.file),
            escape(graph.precision),
            escape(graph.backend),
            f"{graph.parity.max_abs:.3g}",
            f"{graph.parity.cosine_min:.6f}",
            f"{graph.norm_drift:.3g}",
        )
        for graph in found.graphs
        if graph.parity is not None
    )
    head = ("modality", "file", "precision", "ran on", "max abs error", "smallest cosine", "length change")
    return plot + _table(head, rows) + "".join(skipped)


def _kind(precision: str) -> str:
    return {"fp32": "a", "fp16": "b", "plan": "d"}.get(precision, "c")


def _lengths(found: Verification) -> str:
    if found.norms is None:
        return ""
    strips = [Strip("text embeddings", found.norms.text, "e")]
    strips += [Strip(f"{name} rows", lengths, "a") for name, lengths in found.norms.rows.items()]
    plot = strip_plot(strips, Axis("Euclidean length", 1e-6))
    return _figure(plot, "The LLM reads both kinds of row; far apart is not wrong, but worth knowing.")


def _logits(found: Verification) -> str:
    if found.llm is None:
        return ""
    kl = np.array([prompt.mean_kl for prompt in found.llm.prompts])
    errors = np.array([prompt.max_abs for prompt in found.llm.prompts])
    kl_limit = None if found.llm.exact else found.limits.quantised_mean_kl
    words = "" if kl_limit is None else f"limit of the mean: {kl_limit:g}"
    total = found.llm.total
    text = (
        f"Against {found.llm.against}: {total.prompts} prompts, {total.positions} positions, logits up to "
        f"{total.logit_scale:.3g}; mean KL {total.mean_kl:.3g} nats, largest error {total.max_abs:.3g}, "
        f"{total.answers_changed:.1%} of answers change."
    )
    first = strip_plot(
        [Strip(f"{found.llm.quantization} KL", kl)],
        Axis("mean KL of a prompt in nats", KL_FLOOR, kl_limit, words),
    )
    second = strip_plot(
        [Strip(f"{found.llm.quantization} logits", errors)], Axis("largest logit error of a prompt", 1e-7)
    )
    return f"<p>{escape(text)}</p>" + _figure(first, "") + _figure(second, "")


def _answers(answers: Sequence[Answered]) -> str:
    if not answers:
        return ""
    changed = [answer for answer in answers if not answer.same]
    shown = changed[:MOST_ANSWERS]
    text = f"{len(answers) - len(changed)} of {len(answers)} answers are the reference's, token for token."
    if len(changed) > len(shown):
        text += f" The first {len(shown)} of the others:"
    rows = (
        [
            escape(", ".join(answer.senses) or "nothing"),
            escape(answer.question),
            escape(answer.wanted),
            escape(answer.found),
        ]
        for answer in shown
    )
    table = _table(("given", "question", "reference", "bundle"), rows) if shown else ""
    return f"<p>{escape(text)}</p>{table}"


def _worst(graphs: Sequence[GraphFinding]) -> str:
    cards = []
    for graph in graphs:
        if graph.worst is None or graph.parity is None or not graph.reference:
            continue
        words = f"{graph.stage}: sample {graph.worst.index}, off by up to {graph.parity.max_abs:.3g}"
        cards.append(
            f"<figure>{_sample(graph.worst, words)}<figcaption>{escape(words)}</figcaption></figure>"
        )
    return f'<div class="cards">{"".join(cards)}</div>' if cards else ""


def _sample(worst: WorstSample, words: str) -> str:
    """The raw input as it looks: a signal as lines, a picture, or the frames of a video side by side."""
    if worst.raw.dtype != np.uint8:
        return wave_plot(worst.raw, words)
    frames = worst.raw if worst.raw.ndim == 4 else worst.raw[None]
    buffer = io.BytesIO()
    picture = Image.fromarray(np.ascontiguousarray(np.concatenate(tuple(frames), axis=1)))
    picture.thumbnail((PICTURE_PX * len(frames), PICTURE_PX))
    picture.save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode()
    return f'<img alt="{escape(words)}" src="data:image/png;base64,{data}">'


def _files(found: Verification) -> str:
    files = _table(
        ("file", "sha256"),
        ((escape(name), f"<code>{escape(digest)}</code>") for name, digest in found.files.items()),
    )
    weights = found.reference.get("weights", {})
    reference = _table(
        ("reference file", "sha256"),
        ((escape(name), f"<code>{escape(digest)}</code>") for name, digest in weights.items()),
    )
    machine = ", ".join(f"{name} {version}" for name, version in found.machine.items())
    return files + (reference if weights else "") + f"<p>{escape(machine)}</p>"


def _figure(svg: str, words: str) -> str:
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure class="wide">{svg}{caption}</figure>'
