"""The commands, each in a module of its own; `ipextract.cli` puts them together.

What only one command needs is imported when that command runs, so that the others start fast.
"""
