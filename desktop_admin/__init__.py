"""Boutique Admin: finds the sales that no shop can see, says why, and repairs them."""

__version__ = "0.1.0"
