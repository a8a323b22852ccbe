"""What a question must be: some text, in valid UTF-8.

Knows text; refuses to know who asks and what it costs.
"""

from anymal.errors import InputError

__all__ = ["require_question", "require_text"]


def require_question(question: str) -> None:
    """Raise `InputError` for a question that says nothing or is not text."""
    require_text("the question", question)
    if not question.strip():
        raise InputError('the question is empty: ask something, for example "What do you hear?"')


def require_text(name: str, text: str) -> None:
    """Raise `InputError` for what is no text, or not UTF-8; `name` says whose."""
    if not isinstance(text, str):
        cure = "decode it: .decode()" if isinstance(text, bytes) else "write it as text"
        raise InputError(f"{name} must be text (str), found {type(text).__name__}; {cure}")
    # A byte of the command line that is not UTF-8 arrives as a lone surrogate, which no tokeniser takes.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{name} is not valid UTF-8 at character {error.start + 1}: write it again"
        ) from error
