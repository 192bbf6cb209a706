"""The rail of wide screens: running order and people."""

from __future__ import annotations

from told import AWKWARD, PEOPLE, TITLE, Told, plain

from facilitator.session import intents as it
from facilitator.widgets.rail import order_rows, people_rows
from facilitator.widgets.rows import RAIL_WIDTH


def test_the_running_stage_is_marked_and_those_to_come_have_their_times() -> None:
    told = Told()
    rows = plain(order_rows(told.state, told.now))
    assert rows[0].startswith("▸ 19:00  Arrive ")
    assert rows[1].startswith("  19:05  Case told ")
    assert len(rows) == 10


def test_stages_that_were_left_out_have_no_time_and_a_late_stage_moves_the_others() -> None:
    told = Told()
    told.do(it.GoTo("clarify"))
    before = plain(order_rows(told.state, told.now))
    assert before[1].startswith("         Case told ")
    told.wait(600)
    late = plain(order_rows(told.state, told.now))
    assert late[2] == before[2]
    assert late[3] > before[3]


def test_a_stage_left_for_an_earlier_one_is_shown_when_it_comes_again() -> None:
    told = Told()
    told.do(it.Next(), it.Next())
    told.wait(60)
    told.do(it.Back())
    rows = plain(order_rows(told.state, told.now))
    assert rows[1].startswith("▸ 19:00  Case told")
    case, clarify = (told.state.planned[name] for name in ("case", "clarify"))
    minutes, _rest = divmod(60 + case, 60)
    assert rows[2].startswith(f"  19:{int(minutes):02d}  Clarify")
    quarter = 60 + case + clarify - 60
    assert rows[3].startswith(f"  19:{int(quarter // 60):02d}  Reflective pause")


def test_people_stand_with_their_roles_and_who_is_away_is_said() -> None:
    told = Told(people=(*PEOPLE, AWKWARD))
    told.do(it.Away("李娜"))
    rows = plain(people_rows(told.state))
    assert "  Amina Diallo  chair" in rows
    assert "  Ann Otieno  case giver" in rows
    assert "  李娜  away" in rows
    assert rows[-1].startswith("  a [/] b [x] **c** | <script>")


def test_every_row_fits_and_the_title_is_not_there() -> None:
    told = Told(people=(*PEOPLE, "A name that goes on and on and never comes to its end at all"))
    rows = [*order_rows(told.state, told.now), *people_rows(told.state)]
    assert all(row.cell_length <= RAIL_WIDTH - 3 for row in rows)
    assert not any(TITLE in str(row) for row in rows)
