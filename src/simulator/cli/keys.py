"""The command that lists the keys."""

from __future__ import annotations

import click

from simulator.cli.options import encoded, home, home_option, json_option, open_config, write


@click.command(short_help="List every key of every screen.")
@json_option
@home_option
def keys(as_json: bool) -> None:
    """List every key of every screen by the id that config.toml knows it by, with what it does.

    A line `skip = "f12"` under [keys.interview] in the config.toml of the home directory gives `interview.skip` another
    key; several are separated by commas.
    """
    from simulator.plain.lists import table
    from simulator.tui.keymap import keymap_of
    from simulator.tui.keys import KEYS

    keymap = keymap_of(home(), open_config())
    found = {identity: keymap.get(identity, key.keys) for identity, key in KEYS.items()}
    if as_json:
        rows = [{"id": each, "keys": found[each].split(","), "help": key.help} for each, key in KEYS.items()]
        write(encoded({"format": 1, "keys": rows}))
    else:
        write(table([{"id": each, "keys": found[each], "help": key.help} for each, key in KEYS.items()], "No keys."))
