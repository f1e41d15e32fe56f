"""`python -m desktop_admin` is the command line."""

import sys

from desktop_admin.cli import main

if __name__ == "__main__":
    sys.exit(main())
