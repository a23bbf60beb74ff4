"""Features in, packed codes out."""
