"""The names that `variorum` offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import variorum


def test_every_public_name_loads_and_says_what_it_is() -> None:
    """Each name of `__all__` can be had, and has a docstring."""
    for name in variorum.__all__:
        assert getattr(variorum, name).__doc__, name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """The lazy loading does not hide mistakes."""
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = variorum.no_such_name


def test_collate_is_the_function_whatever_was_imported_first() -> None:
    """No module hides the function of the same name."""
    code = "import variorum.collation, variorum.cli; from variorum import collate; assert callable(collate)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_package_loads_no_library() -> None:
    """`import variorum` alone stays quick: heavy libraries come with the first name that needs them."""
    code = "import sys, variorum; assert not {'numpy', 'onnxruntime', 'trafilatura', 'pydantic'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
