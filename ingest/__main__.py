"""``python -m ingest``: the same as ``katalog``."""

import sys

from ingest.cli import main

sys.exit(main())
