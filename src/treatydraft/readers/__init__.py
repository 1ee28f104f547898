"""Bytes to documents, one module a format: each gives lines, and one recogniser makes a document of them."""
