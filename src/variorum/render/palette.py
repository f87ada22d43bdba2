"""Letters and colours of reports: the letter tells them apart, the colour only helps."""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """One report colour, for a light and for a dark page, as `#rrggbb`."""

    light: str
    dark: str


# Hues after Okabe & Ito (2008), "Color Universal Design"; lightness and chroma chosen so that the first six
# stay apart in the colour-vision models of Machado et al. (2009), with white letters on them readable
# (contrast 4.5 and more) on the light page, dark letters on the dark one. tests/render/test_palette.py measures it.
# Beyond eight reports the colours repeat; the letter never does.
REPORT_COLOURS: tuple[Colour, ...] = (
    Colour("#09699c", "#5c9bf5"),
    Colour("#8f1a08", "#e07d30"),
    Colour("#247142", "#40ab78"),
    Colour("#6a1d58", "#b884b4"),
    Colour("#8a6100", "#e2e287"),
    Colour("#646973", "#d8dde8"),
    Colour("#16566d", "#5abfe8"),
    Colour("#631a29", "#f996b3"),
)


def report_colour(index: int) -> Colour:
    """Return the colour of the report with that place in the dossier, counted from 0."""
    return REPORT_COLOURS[index % len(REPORT_COLOURS)]


def report_letter(index: int) -> str:
    """Return the letter of the report with that place, counted from 0: A ... Z, AA, AB ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def colour_rules() -> tuple[str, str]:
    """Return the style rules that give each colour class `.rN` its colour: for the light page, for the dark."""
    light = "".join(f".r{n}{{--rc:{c.light}}}" for n, c in enumerate(REPORT_COLOURS))
    dark = "".join(f".r{n}{{--rc:{c.dark}}}" for n, c in enumerate(REPORT_COLOURS))
    return light, dark
