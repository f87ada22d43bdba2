"""Compiled templates, kept where Python keeps compiled modules: `__pycache__` beside the sources.

Compiling the page's templates takes as long as filling them does for a story of five reports. As with modules, nothing
is written where `PYTHONDONTWRITEBYTECODE` or a folder that may not be written forbids it; then each process compiles.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class BesideTemplates(BytecodeCache):
    """Keeps each template's code in a file named after it, Python and Jinja; code of another source is not used.

    Attributes:
        folder: `__pycache__` beside the templates.
        settings: What else the code hangs on: the environment's settings.
    """

    def __init__(self, templates: Path, settings: str) -> None:
        self.folder, self.settings = templates / "__pycache__", settings

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of what the code is made from."""
        return super().get_source_checksum(f"{self.settings}\n{source}")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja gives both
        """Return the file's name."""
        return f"{name}.{sys.implementation.cache_tag}.jinja-{jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the kept code; a file that is missing, damaged or of another source leaves the template uncompiled."""
        try:
            with (self.folder / bucket.key).open("rb") as file:
                bucket.load_bytecode(file)
        except Exception:  # what a damaged file raises is anybody's guess, and compiling anew mends it
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all; not being able to is no fault."""
        if sys.dont_write_bytecode:
            return
        unfinished = self.folder / f"{bucket.key}.{os.getpid()}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            unfinished.write_bytes(bucket.bytecode_to_string())
            unfinished.replace(self.folder / bucket.key)
