"""New content files: commented, valid, and to be rewritten by whoever asked for them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from string import Template

from simulator.content.library import KINDS
from simulator.files import InputError, create_atomic, make_folder
from simulator.text import one_line

STARTERS = Path(__file__).parent / "starters"


def start_file(home: Path, kind: str, name: str) -> Path:
    """Write a file for a new item of `kind` (one of `KINDS`) called `name` into `home`, and return its path.

    `InputError` is raised for a name that gives no id, and where there is such a file already.
    """
    import tomli_w

    identity = id_of(name)
    if not identity:
        raise InputError(f"“{one_line(name, 60)}” gives no id: use letters from a to z, or digits")
    stem = identity.replace("-", "_")
    if kind == "bank" and stem == "facts":
        raise InputError("facts.toml holds the facts that questions ask for, no questions: choose another name")
    path = home / KINDS[kind][0] / f"{stem}.toml"
    title = one_line(name, 100)
    quoted = tomli_w.dumps({"title": title[:1].upper() + title[1:]}).partition(" = ")[2].strip()
    text = Template((STARTERS / f"{kind}.toml").read_text("utf-8")).substitute(id=identity, title=quoted)
    make_folder(path.parent)
    try:
        create_atomic(path, text.encode())
    except FileExistsError:
        raise InputError(f"{path}: is there already; edit it, or choose another name") from None
    return path


def id_of(name: str) -> str:
    """Return the id that an item called `name` gets: lower-case ASCII letters and digits, with hyphens; "" if none."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:60].strip("-")
