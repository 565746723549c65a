// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

Q_LOGGING_CATEGORY(lcBase, "base", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWire, "wire", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApi, "api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDb, "db", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHost, "host", QtInfoMsg)

void startLog(bool verbose)
{
    qSetMessagePattern(QStringLiteral(
        "%{time yyyy-MM-ddThh:mm:ss.zzz} %{if-debug}debug%{endif}%{if-info}info%{endif}"
        "%{if-warning}warning%{endif}%{if-critical}error%{endif}%{if-fatal}fatal%{endif} "
        "%{category}: %{message}"));
    if (verbose)
        QLoggingCategory::setFilterRules(
            QStringLiteral("base=true\nwire=true\nstore=true\nui=true\napi=true\ndb=true\n"
                           "host=true\n"));
}
