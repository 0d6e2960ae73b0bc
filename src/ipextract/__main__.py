"""`python -m ipextract`: the same as the command."""

from ipextract.cli import main

main()
