"""Measurements: ``make benchmarks``. Each prints a table; none is part of the test suite."""
