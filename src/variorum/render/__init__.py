"""A dossier for people: as a page, as text, and as a summary in a notebook."""

from variorum.render.explain import explain
from variorum.render.markdown import to_markdown
from variorum.render.notebook import to_notebook_html
from variorum.render.page import to_html

__all__ = ["explain", "to_html", "to_markdown", "to_notebook_html"]
