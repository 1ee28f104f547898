"""The instrument as a tree: clauses, inline text, numbering, references, house styles."""
