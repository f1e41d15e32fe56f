"""The panel beside the preview: witnesses, the choice of a target, and what it comes to."""
