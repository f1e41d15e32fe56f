"""The main window around all screens."""
