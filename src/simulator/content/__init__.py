"""What authors write: schemas, checks, templates and the library they are kept in."""
