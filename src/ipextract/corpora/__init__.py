"""Corpora: many documents at a time, on the processors of one machine or on an engine that has more.

`plan` turns inputs into documents in an order that stays the same, `pool` has worker processes extract them, `parts`
writes what comes out, `journal` notes how far it is, and `run` puts the four together for `ipextract batch`. `arrow`
is the same for a table of texts that an engine hands over: Spark, Ray, Dask.
"""
