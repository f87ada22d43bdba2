"""Invented reports for the reader's tests."""

from variorum.model import Report, Role, Segment


def make_report(*parts: tuple[Role, str], name: str = "tarn") -> Report:
    """Return a report of segments, one paragraph each, with a blank line between them."""
    text, segments = "", []
    for role, words in parts:
        if text:
            text += "\n\n"
        segments.append(Segment(len(text), len(text) + len(words), role))
        text += words
    return Report(id=name, source=f"{name}.txt", text=text, segments=tuple(segments), sha256="")


FERRY = (
    "The ferry Corvina ran aground off Tarn on Monday with 212 people aboard, the coast guard said.",
    "“We saw the lights go out,” said Mara Oskel, a teacher from Northern Vale. “Then it was quiet.”",
    "Captain Ilse Brandt denied that the ship had been late. She is expected to speak to the harbour board on Friday.",
)
