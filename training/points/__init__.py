"""Fits the weights of the pair score (`src/variorum/align/weights.json`): `python -m training.points --help`."""
