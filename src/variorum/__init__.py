"""Several reports of one event in, one dossier out that can be checked line by line."""

__version__ = "0.1.0"
