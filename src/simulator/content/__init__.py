"""What authors write: schemas, checks, templates and the library they are kept in."""

CLASSIC = "classic"
"""The process one practises where none is named."""
