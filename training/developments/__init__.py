"""Fitting the weights by which a plan finds its outcome."""
