"""The candidacies kept in a home directory."""

from simulator.archive.archive import Archive, Candidacy, Kept, home_folder

__all__ = ["Archive", "Candidacy", "Kept", "home_folder"]
