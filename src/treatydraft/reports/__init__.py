"""What was found, shown: facts, comparisons and the matrix as text, tables and pages."""
