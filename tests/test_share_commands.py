"""`facilitator share`, on the installed program."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from mail_server import mail_server
from running import Done, facilitator

PEOPLE = "Amina Diallo, 李娜"
LINES = """/go
Amina: the nephew said it
! ask early
> call the board @Amina by Friday
> write it @李娜
/close
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one closed session and the addresses of its people."""
    done = facilitator(
        *("run", "--plain", "--home", str(tmp_path), "--people", PEOPLE, "--title", "The nephew"),
        home=tmp_path,
        typed=LINES,
    )
    assert done.status == 0, done.err
    for name, address in (("Amina Diallo", "amina@example.org"), ("李娜", "li@example.org")):
        assert (
            facilitator("share", "people", name, address, "--home", str(tmp_path), home=tmp_path).status == 0
        )
    return tmp_path


def share(home: Path, *words: str, **more: str) -> Done:
    return facilitator("share", *words, "--home", str(home), home=home, **more)


def test_a_message_is_left_in_a_folder_with_everything_in_it(home: Path) -> None:
    drafts = home / "out"
    drafts.mkdir()
    done = share(home, "mail", "last", "--to", str(drafts), "--attach", "md", "--yes")
    assert done.status == 0, done.err
    assert "Nothing has been sent." in done.out
    (file,) = drafts.iterdir()
    made = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert made["To"] == "Amina Diallo <amina@example.org>, 李娜 <li@example.org>"
    assert file.stat().st_mode & 0o777 == 0o600


def test_nothing_is_made_where_nobody_looks_at_it_first(home: Path) -> None:
    (home / "out").mkdir()
    done = share(home, "mail", "last", "--to", str(home / "out"))
    assert done.status == 1
    assert done.err == "Nobody is here to look at it first. Add --yes to go on without.\n"
    assert not list((home / "out").iterdir())


def test_one_message_for_each_owner(home: Path) -> None:
    (home / "out").mkdir()
    assert share(home, "mail", "last", "--owners", "--to", str(home / "out"), "--yes").status == 0
    assert len(list((home / "out").iterdir())) == 2


def test_who_has_no_address_is_named_and_holds_up_nobody(home: Path) -> None:
    share(home, "people", "李娜", "")
    (home / "out").mkdir()
    done = share(home, "mail", "last", "--to", str(home / "out"), "--yes")
    assert done.status == 0, done.err
    assert done.out.startswith("No address: 李娜.\n")
    (file,) = (home / "out").iterdir()
    assert (
        message_from_bytes(file.read_bytes(), policy=policy.default)["To"]
        == "Amina Diallo <amina@example.org>"
    )


def test_with_no_address_at_all_a_message_is_made_for_somebody_to_fill_in(home: Path) -> None:
    share(home, "people", "李娜", "")
    share(home, "people", "Amina Diallo", "")
    (home / "out").mkdir()
    assert share(home, "mail", "last", "--owners", "--to", str(home / "out"), "--yes").status == 0
    made = [message_from_bytes(one.read_bytes(), policy=policy.default) for one in (home / "out").iterdir()]
    assert [one["To"] for one in made] == [None, None]


def test_the_minutes_are_saved_in_the_folder_that_the_settings_name(home: Path) -> None:
    pod = home / "pod"
    pod.mkdir()
    (home / "settings.toml").write_text(f'share_folder = "{pod}"\n')
    config = str(home / "settings.toml")
    done = share(home, "save", "last", "--format", "md", "--format", "html", FACILITATOR_CONFIG=config)
    assert done.status == 0, done.err
    assert {path.suffix for path in pod.iterdir()} == {".md", ".html"}
    assert all("-draft" in path.name for path in pod.iterdir())
    again = share(home, "save", "last", FACILITATOR_CONFIG=config)
    assert again.status == 1
    assert "--force" in again.err
    without = share(home, "save", "last")
    assert without.status == 1
    assert "share_folder" in without.err


def test_sending_without_an_account_says_what_is_missing(home: Path) -> None:
    done = share(home, "send", "last", "--yes")
    assert done.status == 1
    assert "mail_host and mail_from is missing in the settings" in done.err


def test_sending_goes_to_those_who_are_known_and_says_who_is_left_out(home: Path) -> None:
    share(home, "people", "李娜", "")
    with mail_server() as (inbox, port):
        (home / "settings.toml").write_text(
            f'mail_host = "127.0.0.1"\nmail_port = {port}\nmail_security = "none"\n'
            'mail_from = "sunita@example.org"\n'
        )
        more = {"FACILITATOR_CONFIG": str(home / "settings.toml")}
        done = share(home, "send", "last", "--yes", **more)
        assert done.out.splitlines() == [
            "No address, left out: 李娜.",
            "Sent to Amina Diallo <amina@example.org>.",
        ]
        share(home, "people", "Amina Diallo", "")
        none = share(home, "send", "last", "--owners", "--yes", **more)
        assert none.status == 1
        assert none.err.startswith(
            "No address is known, so nothing can be sent. No address: Amina Diallo, 李娜."
        )
        assert len(inbox.arrived) == 1


def test_what_is_for_others_never_goes_to_the_pod_by_itself(home: Path) -> None:
    done = share(home, "mail", "last", "--audience", "programme", "--yes")
    assert done.status == 1


def test_addresses_are_listed(home: Path) -> None:
    assert share(home, "people").out == "Amina Diallo <amina@example.org>\n李娜 <li@example.org>\n"


def test_minutes_are_sent_from_the_account_in_the_settings_and_to_nobody_twice(home: Path) -> None:
    with mail_server("s3cret") as (inbox, port):
        (home / "settings.toml").write_text(
            f'mail_host = "127.0.0.1"\nmail_port = {port}\nmail_security = "none"\n'
            'mail_user = "sunita"\nmail_from = "Sunita Rao <sunita@example.org>"\n'
        )
        more = {"FACILITATOR_CONFIG": str(home / "settings.toml"), "FACILITATOR_MAIL_PASSWORD": "s3cret"}
        inbox.refuse.add("li@example.org")
        first = share(home, "send", "last", "--yes", **more)
        assert first.status == 1
        assert first.out.splitlines() == [
            "Sent to Amina Diallo <amina@example.org>.",
            "NOT sent to 李娜 <li@example.org>. The server says: No such mailbox here",
        ]
        inbox.refuse.clear()
        second = share(home, "send", "last", "--yes", **more)
        assert second.status == 0
        assert "Amina Diallo <amina@example.org> has it already." in second.out
        assert [who for who, _made in inbox.arrived] == ["amina@example.org", "li@example.org"]
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"s3cret" not in everything
