"""Time, memory and conversation: questions about files and samples in, answers out, and the `anymal` command.

Knows prompts, generation, evaluation and terminals; refuses to parse media files (`sensors`)
and to run models (`engines`). Importing this package imports nothing.
"""

__all__: list[str] = []
