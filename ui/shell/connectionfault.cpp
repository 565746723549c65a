// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionfault.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::FirstStart)
};

} // namespace

ConnectionFault connectionFault(const Error &error, bool hasAuthority)
{
    const QString url = QStringLiteral("url");
    const QString token = QStringLiteral("token");
    if (error.code == u"name")
        return {url, Words::tr("There is no server of that name.")};
    if (error.code == u"connect")
        return {url, Words::tr("Nothing answers there. Check the address, the port and your "
                               "network.")};
    if (error.field == u"ca_file")
        return {error.field, Words::tr("This file cannot be read.")};
    if (error.code == u"tls" && hasAuthority)
        return {QStringLiteral("ca_file"),
                Words::tr("The certificate of the server is not trusted: neither this authority "
                          "nor one that your system knows signed it for this name.")};
    if (error.code == u"tls")
        return {url,
                Words::tr("The certificate of the server is not trusted. If an authority of your "
                          "own signed it, give its file below.")};
    if (error.code == u"token")
        return {token, Words::tr("The server does not know this token. It may have expired; make "
                                 "a new one.")};
    if (error.code == u"rights")
        return {token, Words::tr("The token is good, but it has no right to see a mail service.")};
    if (error.code == u"not-mailwright")
        return {url, Words::tr("Something answers there, but it is not a mail service of this "
                               "kind.")};
    return {};
}

} // namespace ui
