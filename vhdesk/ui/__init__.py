"""Qt widgets and their workers; the only place that imports PySide6."""
