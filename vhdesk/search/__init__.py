"""Codes and features in, ranked results out."""
