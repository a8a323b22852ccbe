"""Bytes of the real world in, stamped samples out.

Knows files (later also cameras, microphones and serial IMUs); refuses to know what a model
does with a sample. Importing this package, or any reader in it, loads no media library: each
reader imports Pillow, PyAV or soxr when it is first called.
"""

__all__: list[str] = []
