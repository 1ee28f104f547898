"""What was found, shown: facts and the matrix as text, tables and pages."""
