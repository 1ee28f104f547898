"""Agreements against one another."""
