// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

QLatin1String kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return QLatin1String("Cancelled");
    case Error::Kind::Offline:
        return QLatin1String("Offline");
    case Error::Kind::Unauthorized:
        return QLatin1String("Unauthorized");
    case Error::Kind::Forbidden:
        return QLatin1String("Forbidden");
    case Error::Kind::NotFound:
        return QLatin1String("NotFound");
    case Error::Kind::Conflict:
        return QLatin1String("Conflict");
    case Error::Kind::Invalid:
        return QLatin1String("Invalid");
    case Error::Kind::Limited:
        return QLatin1String("Limited");
    case Error::Kind::Unsupported:
        return QLatin1String("Unsupported");
    case Error::Kind::Protocol:
        return QLatin1String("Protocol");
    case Error::Kind::Storage:
        return QLatin1String("Storage");
    case Error::Kind::Internal:
        break;
    }
    return QLatin1String("Internal");
}
