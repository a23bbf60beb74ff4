"""The view of copies: groups of them side by side, what can be done with them, and the worker that finds them."""
