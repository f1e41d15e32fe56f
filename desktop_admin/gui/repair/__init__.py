"""Orphans repaired: analysed, looked at, chosen, applied, reported."""
