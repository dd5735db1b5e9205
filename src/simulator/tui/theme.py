"""The colours: calm, and all of them from the 256 that older terminals have, so that they look the same there."""

from __future__ import annotations

from textual.theme import Theme

CALM = Theme(
    name="second-round",
    primary="#87afd7",
    secondary="#afafd7",
    accent="#d7af87",
    warning="#d7af5f",
    error="#d78787",
    success="#87af87",
    foreground="#dadada",
    background="#262626",
    surface="#303030",
    panel="#3a3a3a",
    dark=True,
    variables={"border": "#87afd7", "border-blurred": "#626262"},
)
