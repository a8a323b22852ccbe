"""Every error a user can meet, as one small tree.

Knows how to say what went wrong; refuses to know why any module raises it. Each class also
derives from the built-in a caller would catch anyway. Messages name the thing, what was
wanted, what was found and the cure.

    AnymalError
    ├── InputError    (ValueError)    a picture, sound, motion or question we cannot use
    ├── SensorError   (OSError)       a device or stream that is missing, refused or gone
    ├── EngineError   (RuntimeError)  a backend that cannot load or run a model
    ├── BundleError   (ValueError)    a bundle that is damaged, incomplete or not ours to read
    ├── ContextFull   (ValueError)    a prompt longer than the LLM's context
    ├── ExportError   (RuntimeError)  an export that cannot be made, or drifted from torch
    └── ConfigError   (ValueError)    an option that is unknown or out of range
"""

__all__ = [
    "AnymalError",
    "BundleError",
    "ConfigError",
    "ContextFull",
    "EngineError",
    "ExportError",
    "InputError",
    "SensorError",
]


class AnymalError(Exception):
    """Base of all errors raised on purpose; the CLI prints it and exits with 2."""


class InputError(AnymalError, ValueError):
    """A file or sample cannot be used: wrong type, truncated, empty, implausible."""


class SensorError(AnymalError, OSError):
    """A device or stream is missing, refused, or stopped answering."""


class EngineError(AnymalError, RuntimeError):
    """A backend is absent, or cannot load or run a model."""


class BundleError(AnymalError, ValueError):
    """A bundle is missing, damaged, of a newer schema, or its parts do not fit together."""


class ContextFull(AnymalError, ValueError):
    """The prompt needs more positions than the LLM's context has."""


class ExportError(AnymalError, RuntimeError):
    """An export step failed, or its result is outside the parity tolerance."""


class ConfigError(AnymalError, ValueError):
    """An option is unknown, malformed or out of range."""
