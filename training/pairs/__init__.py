"""Trains the network that reads two claims side by side (`variorum.reader.comparer`): `python -m training.pairs -h`."""
