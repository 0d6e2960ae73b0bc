"""Releases of different periods laid beside each other: what moved, what each says of it, and whether that fits.

A release is read into observations (`observations`), the observations of all releases are aligned into series
(`alignment`), and each series is worked out (`movements`): its changes, computed and stated, and the bases that
were revised. `comparison` does all of it.
"""
