"""The journal: what was changed, by whom, and the way back."""
