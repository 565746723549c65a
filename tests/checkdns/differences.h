// SPDX-License-Identifier: GPL-3.0-or-later
// Where libspf2 1.2.10 and python3-spf 2.0.14 judge otherwise than RFC 7208; the first match
// explains. Matched against "ours>theirs", the case's records, our reason, libspf2's message.
const Difference differences[] = {
    {"pyspf", "^\\w+>permerror\\n[\\s\\S]*include:",
     "python3-spf refuses a record that includes itself before it is evaluated; the terms are "
     "taken "
     "from left to right and the first match ends the evaluation (4.6.2)"},
    {"pyspf", "^\\w+>permerror\\n[\\s\\S]*(foo=[^\\n]*foo=|x\\.y-z=[^\\n]*x\\.y-z=)",
     "python3-spf refuses an unknown modifier that appears twice; unknown modifiers are ignored no "
     "matter how often they appear (6)"},
    {"pyspf", "^permerror>[\\s\\S]*reason: \"foo=%\\{\"",
     "python3-spf does not look at the value of an unknown modifier; it must be a macro-string "
     "(6, 7.1)"},
    {"libspf2", "^\\w+>permerror\\n[\\s\\S]*x\\.y-z=%\\{d\\}",
     "libspf2 refuses macros in the value of an unknown modifier; the grammar allows them (6, "
     "7.1)"},
    {"libspf2", "^permerror>[\\s\\S]*lookups found nothing",
     "libspf2 knows no limit of void lookups (RFC 4408); there is one (4.6.4)"},
    {"libspf2",
     "(?i)v=spf1[^\\n]*redirect=[^\\n]* [-+~?]?all|v=spf1[^\\n]* [-+~?]?all[^\\n]* redirect=",
     "libspf2 follows redirect= where the record has \"all\"; it is ignored then (6.1)"},
    {"libspf2", "^permerror>[\\s\\S]*this modifier may appear only once",
     "libspf2 lets exp= and redirect= appear twice; that is a syntax error (6)"},
    {"libspf2", "^permerror>[\\s\\S]*(top-level label|domain is missing|no such macro)",
     "libspf2 accepts a domain-spec that the grammar does not (7.1)"},
    {"libspf2", "^temperror>\\w+\\n",
     "libspf2 takes a lookup that failed for one that found nothing in its own zone data; it is a "
     "temporary error (5, 2.6.6)"},
    {"libspf2", "exists:%\\{l1r-\\}",
     "libspf2 loses the only part when a value without delimiter is reversed and cut to one part; "
     "all parts there are are used (7.3)"},
};
