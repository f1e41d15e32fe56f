"""The third step of the repair: what it came to."""
