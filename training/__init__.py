"""The training room: data readers, network, trainer, export. Never imported by the package."""
