"""The same jobs without a window, one file a command."""
