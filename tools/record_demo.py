"""Records `anymal demo` as an SVG that types itself: docs/demo.svg, made from a real run.

Knows a terminal's lines and when they came; refuses to invent either. Usage:

    .venv/bin/python tools/record_demo.py docs/demo.svg
"""

import html
import subprocess
import sys
import time
from pathlib import Path

COMMAND = ["anymal", "demo"]
WIDTH_PX, LINE_PX, TOP_PX, FONT_PX, COLUMNS = 860, 21, 58, 14, 98
HOLD_S = 6.0  # the finished screen stays this long before the recording starts again


def record() -> list[tuple[float, str]]:
    """Run the demo; every line with the seconds since the first one."""
    program = [sys.executable, "-u", "-m", "anymal.runtime.cli", *COMMAND[1:]]
    lines: list[tuple[float, str]] = [(0.0, f"$ {' '.join(COMMAND)}")]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        began = time.perf_counter()
        for line in process.stdout:
            lines += [(time.perf_counter() - began, part) for part in _wrap(line.rstrip("\n"))]
    if process.returncode:
        raise SystemExit(f"anymal demo: exit code {process.returncode}")
    return lines


def _wrap(line: str) -> list[str]:
    return [line[start : start + COLUMNS] for start in range(0, max(1, len(line)), COLUMNS)]


def draw(lines: list[tuple[float, str]]) -> str:
    """One SVG; each line appears at the moment it was printed, then the whole starts again."""
    length_s = lines[-1][0] + HOLD_S
    height = TOP_PX + LINE_PX * len(lines) + 14
    rows = [_row(number, at_s, text, length_s) for number, (at_s, text) in enumerate(lines)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH_PX} {height}" width="{WIDTH_PX}">',
            f'<rect width="{WIDTH_PX}" height="{height}" rx="8" fill="#101418"/>',
            *(
                f'<circle cx="{22 + 20 * n}" cy="22" r="6" fill="{colour}"/>'
                for n, colour in enumerate(("#e0605a", "#e6bd4f", "#66b86a"))
            ),
            f'<g font-family="Menlo,Consolas,monospace" font-size="{FONT_PX}" xml:space="preserve">',
            *rows,
            "</g></svg>",
            "",
        ]
    )


def _row(number: int, at_s: float, text: str, length_s: float) -> str:
    colour = "#8ab4f8" if text.startswith(("$", ">", "?")) else "#e6e6e6"
    share = min(0.999, max(0.0001, at_s / length_s))
    appear = (
        f'<animate attributeName="opacity" dur="{length_s:.2f}s" repeatCount="indefinite" '
        f'calcMode="discrete" values="0;1" keyTimes="0;{share:.4f}"/>'
    )
    y = TOP_PX + LINE_PX * number
    return f'<text x="18" y="{y}" fill="{colour}">{html.escape(text)}{appear if at_s > 0 else ""}</text>'


def main() -> None:
    """Write the SVG named on the command line."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/demo.svg")
    target.write_text(draw(record()), encoding="utf-8")


if __name__ == "__main__":
    main()
