"""The coach's room over a line: what is said on it, who gets in, and the two sides of it."""
