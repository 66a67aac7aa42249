"""The equations in other languages, written by ``python -m model``: do not edit."""
