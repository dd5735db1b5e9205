"""`python -m simulator` is `second-round`."""

from simulator.cli import main

main()
