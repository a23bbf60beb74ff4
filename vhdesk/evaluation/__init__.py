"""Metrics and protocols of the papers; the numbers behind the charts."""
