"""What rules ask a text for, read once and shared: its numbers, lists, definitions, citations, slips."""
