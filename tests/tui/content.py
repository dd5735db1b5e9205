"""A small company for the screens: its lines stay as they are, whatever is built in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tomli_w

LINES = {
    "greeting": "Hello {{ candidate.first_name }}, I'm {{ me.name }}.",
    "introduction": "{{ me.name }}, {{ me.title }}.",
    "acknowledge": "Thank you.",
    "repeat": "You were asked this before; tell me too.",
    "concern": "One thing is still open.",
    "elaborate": "You said “{{ earlier.quote }}”.",
    "more": "Tell me more.",
    "challenge": "Earlier: “{{ earlier.quote }}”. Now: “{{ now.quote }}”.",
    "settled": "I see.",
    "in_full": "All of it, please.",
    "not_followed": "In English, please.",
    "later": "That comes at the end.",
    "told_already": "You said that before.",
    "ask_again": "That is something else.",
    "came_back": "You asked “{{ now.quote }}”",
    "nudge": "Take your time.",
    "skipped": "We leave that one.",
    "again": "Of course, take it again.",
    "hand_over": "{{ next.name }}, please.",
    "cleared": "That answers it, thank you.",
    "still_open": "I leave that open for now.",
    "no_notes": "I have no notes from before.",
    "lens": "On what {{ other.first_name }} asked: who helped you?",
    "callback": "You told {{ earlier.asker }} “{{ earlier.quote }}”.",
    "form": "For the form.",
    "disagree": "{{ other.name }}, I disagree.",
    "your_questions": "What would you like to know?",
    "dont_know": "I'll find out.",
    "anything_else": "Anything else?",
    "closing": "Thank you for coming.",
}
PEOPLE = {
    "maya-okafor": ("Maya Okafor", "HR business partner", "hr", "Looks after hiring."),
    "dana-ruiz": ("Dana Ruiz", "Team lead", "supervisor", "Leads the team."),
    "ingrid-halvorsen": ("Ingrid Halvorsen", "Operations director", "higher_up", "Runs operations."),
    "tomasz-wilk": ("Tomasz Wilk", "Coordinator", "peer", "Has the desk next to yours."),
    "farid-rahimi": ("Farid Rahimi", "Systems lead", "technical", "Keeps the systems going."),
}
ASKED = (
    *("What do you do at the moment?", "Why would you leave?", "What do you know about us?"),
    *("Tell me about a time you disagreed with a colleague. What did you do?", "What are you proud of?"),
    *("What went wrong last year?", "Who do you learn from?", "What would your colleagues say about you?"),
    *("When did you last change your mind?", "What do you do when everything is urgent?"),
    *("How do you tell somebody bad news?", "What would you do in your first month?"),
)
FACTS = (
    {"id": "team_size", "kind": "count", "label": "the size of your team", "unit": "people"},
    {"id": "notice_period", "kind": "duration", "label": "your notice period"},
    {"id": "salary_wanted", "kind": "money", "label": "what you would like to earn"},
)
SLOTS = {10: "team_size", 2: "notice_period", 12: "salary_wanted"}
"""Which fact a question asks for, by the question's number."""
ROUNDS = (
    {"id": "hr", "title": "First interview: HR", "interviewers": ["maya-okafor"], "questions": 8, "minutes": 30},
    {
        "id": "supervisor",
        "title": "Second interview: team lead",
        "interviewers": ["dana-ruiz"],
        "questions": 9,
        "minutes": 45,
    },
    {"id": "panel", "title": "Final panel", "panel": "all", "questions": 11, "minutes": 60},
)


def write(root: Path) -> Path:
    """Write the content below `root` as what is built in lies, and return `root`."""
    roles = sorted({role for _, _, role, _ in PEOPLE.values()})
    questions = [
        {
            "id": f"q{number}",
            "competency": "work",
            "kind": "background",
            "asked_by": roles,
            "wordings": [asked],
            "deeper": ["What else is there to say about that?"],
            "looks_for": ["an answer"],
            "slots": [SLOTS[number]] if number in SLOTS else [],
            "tip": "One case, your own part, how it ended. Half a minute is enough for this one.",
        }
        for number, asked in enumerate(ASKED, 1)
    ]
    _keep(root / "question_banks" / "facts.toml", {"facts": FACTS})
    _keep(root / "question_banks" / "work.toml", {"id": "work", "title": "Work", "questions": questions})
    for identity, (name, title, role, about) in PEOPLE.items():
        person = {
            "id": identity,
            "name": name,
            "title": title,
            "role": role,
            "about": about,
            "goal": "To know.",
            "looks_for": ["work"],
            "lines": {key: [line] for key, line in LINES.items()},
        }
        _keep(root / "personas" / f"{identity.replace('-', '_')}.toml", person)
    members = [{"persona": identity, "areas": ["work"]} for identity in PEOPLE]
    panel = {"id": "all", "title": "All", "chair": "ingrid-halvorsen", "members": members, "opening": ["Welcome."]}
    _keep(root / "personas" / "panels" / "all.toml", panel)
    process = {
        "id": "classic",
        "title": "Three rounds",
        "company": {"name": "Quillbrook", "about": "Chairs."},
        "position": {"title": "Coordinator", "about": "Orders.", "duties": ["Orders."]},
        "rounds": [{**meeting, "banks": ["work"]} for meeting in ROUNDS],
    }
    _keep(root / "processes" / "classic.toml", process)
    return root


def _keep(path: Path, data: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(tomli_w.dumps(data).encode())
