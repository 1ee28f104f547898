"""Word files as Word sees them: safe packages, rendered templates, numbering, fields and notes."""
