"""Content that is free of faults, for tests to break in one place at a time."""

from __future__ import annotations

from pathlib import Path

import msgspec

from simulator.content.schemas import Lines

QUESTION = """\
[[questions]]
id = "{id}"
competency = "teamwork"
kind = "behavioural"
asked_by = ["supervisor", "peer"]
wordings = [
  "Tell me about a time you disagreed with a colleague.",
  "When did you and a teammate last see something differently?",
]
deeper = ["You and {{{{ earlier.asker }}}} spoke about it. What would change now?"]
looks_for = ["a concrete situation"]
tip = "One case, your own part, the outcome."
seconds = 120
slots = ["story_disagreement"]
probes = [{{ when = "no_result", say = ["And how did it end?"] }}]
anchors = {{ 1 = "Blames.", 3 = "Own part.", 5 = "Own part and outcome." }}
"""

BANK = 'id = "own-bank"\ntitle = "Own questions"\n\n' + QUESTION.format(id="one") + QUESTION.format(id="two")

LINES = "".join(f'{field.name} = ["Some words."]\n' for field in msgspec.structs.fields(Lines))

PERSONA = f"""\
id = "own-persona"
name = "Olu Ade"
title = "Team lead"
role = "supervisor"
about = "Leads the team."
goal = "Can they do it?"
looks_for = ["teamwork"]

[manner]
probes = 1
patience = 10

[lines]
{LINES}"""

PANEL = """\
id = "own-panel"
title = "Own panel"
chair = "own-persona"
turn_policy = "areas"
opening = ["Welcome, {{ candidate.first_name }}."]

[[members]]
persona = "own-persona"
areas = ["teamwork"]

[[members]]
persona = "maya-okafor"
areas = ["motivation"]
"""

PROCESS = """\
id = "own-process"
title = "One round"

[company]
name = "Acme"
about = "Makes things."

[position]
title = "Clerk"
about = "Does things."
duties = ["Things."]
salary = { low = 30000, high = 40000, currency = "GBP" }

[[rounds]]
id = "first"
title = "First interview"
interviewers = ["own-persona"]
banks = ["own-bank"]
questions = 2
minutes = 30
repeat_share = 0.3
late_changes = [{ after = 1, say = "We have less time." }]

[[rounds]]
id = "second"
title = "Second interview"
panel = "own-panel"
banks = ["own-bank"]
questions = 2
minutes = 30

[[replies]]
topics = ["team"]
say = "{{ company.name }} has one team."
"""

FILES = {
    "question_banks/own_bank.toml": BANK,
    "personas/own_persona.toml": PERSONA,
    "personas/panels/own_panel.toml": PANEL,
    "processes/own_process.toml": PROCESS,
}


def write(home: Path, name: str, text: str | bytes) -> Path:
    """Write a content file below `home`, and return its path."""
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def write_all(home: Path, **changed: str) -> Path:
    """Write all examples below `home`; `changed` replaces the text of the file whose stem it names."""
    for name, text in FILES.items():
        write(home, name, changed.get(Path(name).stem, text))
    return home


def replaced(text: str, old: str, new: str) -> str:
    """Return `text` with the first `old` replaced, which must be there."""
    assert old in text
    return text.replace(old, new, 1)
