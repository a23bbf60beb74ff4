"""The background pipeline: scan, plan, decode, encode, store, with pause, cancel and resume."""
