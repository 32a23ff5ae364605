"""python -m tests.shown [--write]"""

import sys

from . import main

sys.exit(main(write="--write" in sys.argv[1:]))
