"""Tests of the page, the text and the summary."""
