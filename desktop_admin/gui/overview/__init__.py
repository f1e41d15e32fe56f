"""The overview: whether all is right, what is to be done, and how the period went."""
