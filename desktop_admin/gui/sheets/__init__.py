"""The monthly sheets of boutiques: chosen in a dialog, drawn on paper, written as files."""
