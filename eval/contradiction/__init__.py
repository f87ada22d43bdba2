"""Can two sentences both hold? Measured on public corpora of contradiction."""
