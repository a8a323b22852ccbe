"""Pieces of HTML that the report's page is made of.

Knows sections, figures and tables; refuses to know what stands in them. Every text is escaped here, but for
what is a picture or a section's content already.
"""

from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["plot", "section", "short", "table"]


def section(title: str, content: str) -> str:
    """A headed part of the page; nothing without content."""
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


def plot(svg: str, words: str) -> str:
    """A picture with its caption; nothing without one."""
    return f'<figure class="wide">{svg}<figcaption>{escape(words)}</figcaption></figure>' if svg else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """A table of texts; columns named in `numbers` are set to the right."""
    kinds = [' class="n"' if name in numbers else ' class="note"' if name == "note" else "" for name in head]
    first = "".join(f"<th{kind}>{escape(name)}</th>" for kind, name in zip(kinds, head, strict=True))
    lines = "".join(
        "<tr>"
        + "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(kinds, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<div class="wide"><table><thead><tr>{first}</tr></thead><tbody>{lines}</tbody></table></div>'


def short(value: float | None) -> str:
    """A number in four digits; nothing for none."""
    return "" if value is None else f"{value:.4g}"
