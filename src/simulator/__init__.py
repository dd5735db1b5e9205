"""A mock-interview simulator for the interview that decides: the second round."""

__version__ = "0.1.0"
