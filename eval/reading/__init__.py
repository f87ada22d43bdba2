"""How well the network reads: one module a family of heads, each on held-out data."""
