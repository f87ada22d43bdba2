"""Event coreference over documents, measured on ECB+."""
