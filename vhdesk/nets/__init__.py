"""Pure torch modules: no files, no database."""
