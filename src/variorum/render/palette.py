"""Letters and colours of reports: the letter tells them apart, the colour only helps."""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """One report colour, for a light and for a dark page, as `#rrggbb`."""

    light: str
    dark: str


# After Okabe & Ito (2008), "Color Universal Design", whose hues stay apart for people with any
# colour vision. Darkened for white letters on them (contrast 4.5 and more on paper) and lightened
# for the dark page. Beyond eight reports the colours repeat; the letter never does.
REPORT_COLOURS: tuple[Colour, ...] = (
    Colour("#0f5c9c", "#7cb8f0"),
    Colour("#b03f06", "#ff9a62"),
    Colour("#00694b", "#5fd0a8"),
    Colour("#94327a", "#eb9fd6"),
    Colour("#6e5a00", "#e0c341"),
    Colour("#43484f", "#c3c9d1"),
    Colour("#1b7590", "#8fdcf2"),
    Colour("#6b1d2e", "#f2a0a8"),
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
