// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a value. A kind exists only where somebody acts differently on it.
#pragma once

#include <QLatin1String>
#include <QString>

struct Error
{
    enum class Kind
    {
        Cancelled,    // the user asked for it; say nothing
        Offline,      // no route, no name, no answer in time: the cache goes on serving
        Unauthorized, // who are you? The token or the password is wrong or has expired
        Forbidden,    // we know you, and you may not
        NotFound,     // it is not there (any more)
        Conflict,     // it is no longer what you saw, or the name is taken
        Invalid,      // a value is wrong; `field` says which
        Limited,      // too much, too fast; `retryAfter` says when again
        Unsupported,  // this far side cannot do it
        Protocol,     // the far side said something that its protocol does not allow
        Storage,      // our own disk or database refused
        Internal      // our own mistake
    };

    Kind kind = Kind::Internal;
    QString detail;     // one English sentence or the far side's own words; shown under "Details"
    QString field;      // Invalid: the name of the field, as in the vocabulary
    QString code;       // the far side's code (`validation_failed`, `535 5.7.8`), may be empty
    int retryAfter = 0; // Limited: seconds, 0 = not told

    static Error invalid(const QString &field, const QString &detail)
    {
        return {Kind::Invalid, detail, field, {}, 0};
    }

    bool operator==(const Error &) const = default;
};

// "Offline", "Unauthorized" …: stable, for logs, JSON and tests, not for the screen.
QLatin1String kindName(Error::Kind kind);
