"""The line-by-line front end: standard input and output, for screen readers, pipes and tests."""
