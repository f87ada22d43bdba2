"""English time expressions in news, resolved to days."""
