"""Codes and figures become sentences here, in French and English, and nowhere else."""
