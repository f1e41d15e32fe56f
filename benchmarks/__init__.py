"""What the program costs, next to bare SQL doing the same on the same data."""
