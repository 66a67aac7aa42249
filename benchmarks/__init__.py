"""Measurements, each in a file of its own: ``python -m benchmarks`` runs all and prints a table.

A measurement is a module here with a function ``measure()`` that returns a list of
``benchmarks.table.Row``; adding a file adds it.  ``python -m benchmarks runs`` runs one alone.
"""
