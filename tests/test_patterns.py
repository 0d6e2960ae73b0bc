"""Patterns that wait for their first use."""

from __future__ import annotations

import re
import subprocess
import sys

from ipextract.extractor import Extractor
from ipextract.patterns import lazily
from ipextract.rules import scanner


def test_a_lazy_pattern_does_what_the_compiled_one_does() -> None:
    pattern = lazily(re.compile, r"(?P<n>\d+)件", re.ASCII)
    assert [match["n"] for match in pattern.finditer("5件、12件、７件")] == ["5", "12"]
    assert pattern.sub("", "共5件") == "共"
    assert pattern.search("无") is None
    assert pattern.pattern == r"(?P<n>\d+)件"


def test_a_wrong_pattern_is_an_error_where_it_is_first_used() -> None:
    pattern = lazily(re.compile, "(")
    try:
        pattern.search("")
    except re.error:
        return
    raise AssertionError("a pattern that does not compile was used")


def test_to_import_the_extractor_compiles_no_pattern_of_ours() -> None:
    told = (
        "import re, regex, sys\n"
        "found = []\n"
        "for module in (re, regex):\n"
        "    true = module.compile\n"
        "    def told(*a, true=true, **k):\n"
        "        if 'ipextract' in sys._getframe(1).f_code.co_filename: found.append(a[0])\n"
        "        return true(*a, **k)\n"
        "    module.compile = told\n"
        "import ipextract.extractor\n"
        "print(found)\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_rules_asked_about_a_character_are_all_that_can_begin_with_it() -> None:
    """To ask only those that name a character must give what it gives to ask all."""
    made = Extractor()._scanner
    for char in map(chr, range(0x4E00, 0xA000)):
        assert made._rules_for(char) == scanner._that_begin_with(char, made._patterns), char
