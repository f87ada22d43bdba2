"""One small network that reads a report: words, trees, names, attributions, certainty, meaning.

No training code, and no torch: `onnxruntime`, `tokenizers` and `numpy`.
"""

from variorum.reader.ahead import ReadAhead, reading_ahead
from variorum.reader.reader import Reader, load_reader

__all__ = ["ReadAhead", "Reader", "load_reader", "reading_ahead"]
