"""Jinja as Hugging Face chat templates are written for it, in a sandbox.

Knows the environment such templates expect: block trimming, loop controls, and the `generation` block
that marks what an assistant said for training. Imported at first use; refuses to know messages.
"""

from jinja2 import Template
from jinja2.ext import Extension
from jinja2.nodes import Node
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["compile_template"]


class _GenerationBlock(Extension):
    """`{% generation %}...{% endgeneration %}`: what is inside, and nothing else."""

    tags = {"generation"}  # noqa: RUF012 - as Jinja's base class declares it

    def parse(self, parser: Parser) -> list[Node]:
        """Return the nodes of the block's body."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def compile_template(template: str) -> Template:
    """Compile a chat template that came with a downloaded file; raises `jinja2.TemplateError`."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", _GenerationBlock]
    )
    return environment.from_string(template)
