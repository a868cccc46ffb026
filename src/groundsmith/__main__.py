"""`python -m groundsmith`, the same as the `groundsmith` command."""

import sys

from groundsmith.cli.main import main

sys.exit(main())
