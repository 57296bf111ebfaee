"""``python -m crossread``."""

import sys

from crossread.cli import main

sys.exit(main())
