"""Speed and memory, beside what a user would pick instead; not part of the wheel."""
