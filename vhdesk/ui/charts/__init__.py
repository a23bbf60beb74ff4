"""Charts of what searches find on the user's own labels; pyqtgraph is loaded when they are first looked at."""

from __future__ import annotations
