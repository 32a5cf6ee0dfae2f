"""What a person looks at: the same tables (`tables.py`) for the terminal and for a page."""
