"""Whole tasks in real windows, with a real mouse."""
