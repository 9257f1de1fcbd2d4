"""The demo's ledger, its flags and the relation curve stay as an analyst found them right."""

from difflib import unified_diff

from demo_ledger import KEPT, WRITE_ANEW, demo_ledger


def test_the_demos_ledger_is_as_it_was_read_and_found_right() -> None:
    kept, now = KEPT.read_text(encoding="utf-8"), demo_ledger()
    changed = "\n".join(unified_diff(kept.splitlines(), now.splitlines(), KEPT.name, "now", lineterm=""))
    assert now == kept, f"{changed}\n\nIf every changed line is right by the reports in demo/: {WRITE_ANEW}"
