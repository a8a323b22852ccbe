"""`anymal doctor`: what this machine has, which backend would run and why, what is missing.

Knows how findings look on a terminal; refuses to look by itself.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict

from anymal.runtime.arguments import DEFAULT_BUNDLE, Parser
from anymal.runtime.doctor import Finding, examine

__all__ = ["run"]

_MARKS = {"ok": " ok ", "absent": " -- ", "broken": "FAIL"}


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 1 when something that answers need is broken, else 0."""
    parser = Parser(prog="anymal doctor", description="Say what this machine has and what is missing.")
    parser.add_argument(
        "--bundle", default=DEFAULT_BUNDLE, metavar="B", help="bundle to try (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    findings: list[Finding] = []
    for finding in examine(arguments.bundle):
        findings.append(finding)
        if not arguments.json:
            _show(finding)
    healthy = all(finding.status != "broken" for finding in findings)
    if arguments.json:
        print(json.dumps({"healthy": healthy, "findings": [asdict(f) for f in findings]}, ensure_ascii=False))
    else:
        print("\nReady to answer." if healthy else "\nNot ready: see the lines marked FAIL.")
    return 0 if healthy else 1


def _show(finding: Finding) -> None:
    print(f"[{_MARKS[finding.status]}] {finding.name:<17} {finding.found}")
    if finding.cure:
        print(f"{'':<25}-> {finding.cure}")
