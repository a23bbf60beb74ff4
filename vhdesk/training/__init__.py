"""Fits a system's hasher or encoder on features or videos."""
