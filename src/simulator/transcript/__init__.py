"""What happened in an interview: its turns, who may see them, reading them and keeping them."""
