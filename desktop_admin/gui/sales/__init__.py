"""The table of sales."""
