"""The colours: calm, and all of them from the 256 that older terminals have, so that they look the same there."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
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
    variables={
        "border": "#87afd7",
        "border-blurred": "#626262",
        "foreground-muted": "#a8a8a8",  # this and the next: keys and placeholders are to be read as well
        "text-disabled": "#a8a8a8",
    },
)

LIGHT = Theme(
    name="light",
    primary="#005f87",
    secondary="#5f5f87",
    accent="#875f00",
    warning="#875f00",
    error="#af0000",
    success="#005f00",
    foreground="#303030",
    background="#eeeeee",
    surface="#e4e4e4",
    panel="#dadada",
    dark=False,
    variables={
        "border": "#005f87",
        "border-blurred": "#a8a8a8",
        "foreground-muted": "#5f5f5f",
        "text-disabled": "#5f5f5f",
    },
)
