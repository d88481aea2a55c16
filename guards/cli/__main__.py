"""`python -m guards.cli`, where the `corral` script is not on the path."""

from . import main

main()
