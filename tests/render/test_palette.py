"""Letters and colours: readable on both pages, apart for every colour vision."""

from itertools import combinations

import pytest

from variorum.render.palette import REPORT_COLOURS, report_colour, report_letter

# Machado, Oliveira & Fernandes (2009), full severity, linear RGB.
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
Vector = tuple[float, ...]


def _linear(colour: str) -> Vector:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _lab(linear: Vector) -> Vector:
    red, green, blue = (min(1.0, max(0.0, value)) for value in linear)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def _distance(one: str, other: str, vision: tuple[Vector, ...]) -> float:
    seen = [
        _lab(tuple(sum(m * c for m, c in zip(row, _linear(item), strict=True)) for row in vision))
        for item in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


def test_letters_go_on_after_z() -> None:
    """Every report has its own letters, however many there are."""
    assert [report_letter(n) for n in (0, 25, 26, 39, 701, 702)] == ["A", "Z", "AA", "AN", "ZZ", "AAA"]
    assert len({report_letter(n) for n in range(2000)}) == 2000


def test_letters_can_be_read_on_their_colour() -> None:
    """White letters on the light page's colours, dark ones on the dark page's: 4.5 to 1 and more."""
    for colour in REPORT_COLOURS:
        assert _contrast(colour.light, "#ffffff") >= 4.5
        assert _contrast(colour.light, "#fcfbf7") >= 4.5
        assert _contrast(colour.dark, "#161512") >= 4.5
    assert report_colour(0) == report_colour(len(REPORT_COLOURS))


@pytest.mark.parametrize("vision", [NORMAL, PROTANOPIA, DEUTERANOPIA], ids=["normal", "protanopia", "deuteranopia"])
def test_first_six_colours_stay_apart(vision: tuple[Vector, ...]) -> None:
    """Any two of the first six reports are told apart, also by colour-blind readers (CIE76 distance 12 and more)."""
    for page in ("light", "dark"):
        pairs = combinations([getattr(colour, page) for colour in REPORT_COLOURS[:6]], 2)
        assert min(_distance(one, other, vision) for one, other in pairs) >= 12
