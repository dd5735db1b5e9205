"""The candidacies kept in a home directory."""

from simulator.archive.archive import Archive, home_folder
from simulator.archive.candidacy import Candidacy, Kept

__all__ = ["Archive", "Candidacy", "Kept", "home_folder"]
