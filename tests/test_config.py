"""The settings: what a file says, what is wrong with it, and what is left of it when one setting is changed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.config import FILE, Config, Value, change, load, settings
from simulator.files import InputError


def home_with(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, "utf-8")
    return folder


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere") == Config()


def test_every_setting_says_what_it_does_and_its_default_is_one_of_its_values() -> None:
    for setting in settings():
        assert setting.title
        assert setting.help.endswith(".")
        assert not setting.choices or setting.default in setting.choices
        assert getattr(Config(), setting.name) == setting.default


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('pacing = "fast"\ntheem = "dark"', "config.toml:2: `theem` is not a key of a config (did you mean `theme`?)"),
        ('pacing = "fsat"', 'config.toml:1: `pacing` is "fsat" (one of: off, slow, normal, fast)'),
        ("\ntimer = 1", "config.toml:2: `timer` is the number 1 (should be true or false)"),
        ("[keys.interview]\nskip = 3", "config.toml:2: `skip` is the number 3 (should be text in quotes)"),
        ("timer = ", "config.toml:1: is not TOML here"),
        ("timer = 1\nnudges = 2\nhints = 3", "; 2 more faults there"),
    ],
)
def test_a_fault_is_told_with_file_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        load(home_with(tmp_path, text))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('theme = "light"  # at home\n', 'theme = "nord"  # at home\n'),
        ("timer = false", 'timer = false\ntheme = "nord"\n'),
        ('# mine\n\n[keys.home]\nnew = "a"\n', '# mine\n\ntheme = "nord"\n[keys.home]\nnew = "a"\n'),
        ('[keys.home]\nnew = "a"\n', 'theme = "nord"\n[keys.home]\nnew = "a"\n'),
        ('theme = """\ndark"""\ntimer = true\n', 'theme = "nord"\ntimer = true\n'),
    ],
)
def test_changing_a_setting_leaves_the_rest_of_the_file(tmp_path: Path, before: str, after: str) -> None:
    home = home_with(tmp_path, before)
    assert change(home, "theme", "nord") == load(home)
    assert (home / FILE).read_text("utf-8") == after


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    change(home, "timer", False)
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600


def test_a_faulty_file_is_left_as_it_is(tmp_path: Path) -> None:
    home = home_with(tmp_path, "timer = 1")
    with pytest.raises(InputError):
        change(home, "theme", "nord")
    assert (home / FILE).read_text("utf-8") == "timer = 1"


changes = st.lists(
    st.sampled_from(settings()).flatmap(
        lambda each: st.tuples(
            st.just(each.name), st.sampled_from(each.choices) if each.choices else st.text("a #=\"'\\[\né", max_size=8)
        )
    ),
    max_size=6,
)


@given(changes)
def test_what_was_changed_last_is_what_holds(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, Value]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    for name, value in made:
        change(home, name, value)
    config = load(home)
    for name, value in dict(made).items():
        assert getattr(config, name) == value
