"""Terminals and boutiques."""
