"""``python -m vhdesk`` is the same as ``vhdesk``."""

import sys

from vhdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
