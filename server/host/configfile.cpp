// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/configfile.h"

#include "app/mail/domain.h"
#include "app/wire/dns/dnsclient.h"
#include "app/wire/http.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QUrl>

#include <functional>
#include <pwd.h>

namespace host {

Result<Layout> layoutFromFile(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{
            Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, in.errorString()), {}, {}, 0};

    Layout layout;
    layout.root = QStringLiteral("/var/lib/mailwright");
    layout.run = QStringLiteral("/run/mailwright");
    layout.log = QStringLiteral("/var/log/mailwright");
    layout.mailUser = QStringLiteral("mail");
    layout.ports = {443, 143, 993, 110, 995, 587, 465, 25, 4190};
    layout.dnsServer = QStringLiteral("127.0.0.1:53");
    layout.listen = QStringLiteral("0.0.0.0");
    layout.apiTls = true;
    bool plainAnywhere = false;

    QStringList faults;
    const auto path = [](QString Layout::*member) {
        return [member](Layout &l, const QString &value) -> QString {
            if (!value.startsWith(u'/'))
                return QStringLiteral("an absolute path is needed");
            if (!isPlainPath(value)) // it reaches the files of several programs
                return QStringLiteral("a path of letters, digits and - _ . + @ : ~ is needed");
            l.*member = QDir::cleanPath(value);
            return {};
        };
    };
    const auto name = [](QString Layout::*member) {
        return [member](Layout &l, const QString &value) -> QString {
            const auto domain = mail::domainFrom(value);
            if (!domain)
                return domain.error().detail;
            l.*member = domain->ascii;
            return {};
        };
    };
    QHash<QString, std::function<QString(Layout &, const QString &)>> keys{
        {QStringLiteral("directory"), path(&Layout::root)},
        {QStringLiteral("run_directory"), path(&Layout::run)},
        {QStringLiteral("log_directory"), path(&Layout::log)},
        {QStringLiteral("certificate"), path(&Layout::certificate)},
        {QStringLiteral("key"), path(&Layout::key)},
        {QStringLiteral("ca"), path(&Layout::ca)},
        {QStringLiteral("host_name"), name(&Layout::mailName)},
        {QStringLiteral("public_host"), name(&Layout::publicHost)},
        {QStringLiteral("domain"), name(&Layout::domain)},
        {QStringLiteral("relay_host"), name(&Layout::relayHost)},
        {QStringLiteral("addresses"),
         [](Layout &l, const QString &value) -> QString {
             for (const QString &address : value.split(u',')) {
                 if (QHostAddress(address.trimmed()).isNull())
                     return QStringLiteral("\"%1\" is no address").arg(address.trimmed());
                 l.addresses.append(address.trimmed());
             }
             return {};
         }},
        {QStringLiteral("dns_api_url"),
         [](Layout &l, const QString &value) -> QString {
             const QUrl url(value, QUrl::StrictMode);
             if (!url.isValid() || url.host().isEmpty() ||
                 (url.scheme() != u"http" && url.scheme() != u"https"))
                 return QStringLiteral("the address of PowerDNS's web server is needed: "
                                       "http://127.0.0.1:8081");
             // The key travels with every request.
             if (url.scheme() == u"http" && !wire::isLoopbackHost(url.host()))
                 return QStringLiteral("to another machine it must begin with https://");
             l.dnsApiUrl = value;
             return {};
         }},
        {QStringLiteral("dns_api_key_file"), path(&Layout::dnsApiKeyFile)},
        {QStringLiteral("dns_name_servers"),
         [](Layout &l, const QString &value) -> QString {
             for (const QString &one : value.split(u',')) {
                 const auto domain = mail::domainFrom(one);
                 if (!domain)
                     return domain.error().detail;
                 l.dnsNames.append(domain->ascii);
             }
             return {};
         }},
        {QStringLiteral("dns_server"),
         [](Layout &l, const QString &value) -> QString {
             if (!wire::serverFromText(value.toLatin1()))
                 return QStringLiteral("an address is needed, with a port where it is not 53: "
                                       "127.0.0.1:5300");
             l.dnsServer = value;
             return {};
         }},
        {QStringLiteral("listen"),
         [](Layout &l, const QString &value) -> QString {
             if (QHostAddress(value).protocol() != QAbstractSocket::IPv4Protocol)
                 return QStringLiteral("an IPv4 address is needed");
             l.listen = value;
             return {};
         }},
        {QStringLiteral("api_listen"),
         [](Layout &l, const QString &value) -> QString {
             if (QHostAddress(value).isNull())
                 return QStringLiteral("an address is needed");
             l.apiListen = value;
             return {};
         }},
        {QStringLiteral("api_tls"),
         [&plainAnywhere](Layout &l, const QString &value) -> QString {
             if (value != u"yes" && value != u"no" && value != u"insecure")
                 return QStringLiteral("yes, no (plain HTTP on a loopback address) or insecure "
                                       "(plain HTTP anywhere) is needed");
             l.apiTls = value == u"yes";
             plainAnywhere = value == u"insecure";
             return {};
         }},
        {QStringLiteral("mail_user"), [](Layout &l, const QString &value) -> QString {
             const passwd *user = getpwnam(value.toLocal8Bit().constData());
             if (!user)
                 return QStringLiteral("there is no such user");
             if (user->pw_uid == 0)
                 return QStringLiteral("mail must not belong to root");
             l.mailUser = value;
             return {};
         }}};
    for (const auto &[key, member] : Ports::list()) {
        if (Ports::isOfNameServer(member))
            continue;
        keys.insert(QStringLiteral("port_") + key,
                    [member = member](Layout &l, const QString &value) -> QString {
                        bool ok = false;
                        const int port = value.toInt(&ok);
                        if (!ok || port < 0 || port > 65535)
                            return QStringLiteral("a port from 0 (off) to 65535 is needed");
                        l.ports.*member = port;
                        return {};
                    });
    }

    QHash<QString, int> seen;
    for (int number = 1; !in.atEnd(); ++number) {
        QString line = QString::fromUtf8(in.readLine());
        if (const auto hash = line.indexOf(u'#'); hash >= 0)
            line.truncate(hash);
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const auto equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        const QString value = equals < 0 ? QString() : line.mid(equals + 1).trimmed();
        QString fault;
        if (equals < 0)
            fault = QStringLiteral("\"key = value\" is needed");
        else if (!keys.contains(key))
            fault = QStringLiteral("there is no key \"%1\"").arg(key);
        else if (seen.contains(key))
            fault = QStringLiteral("\"%1\" is set in line %2 already").arg(key).arg(seen[key]);
        else if (value.isEmpty())
            fault = QStringLiteral("\"%1\" has no value").arg(key);
        else if (const QString wrong = keys[key](layout, value); !wrong.isEmpty())
            fault = QStringLiteral("%1: %2").arg(key, wrong);
        if (!fault.isEmpty())
            faults.append(QStringLiteral("%1:%2: %3").arg(file).arg(number).arg(fault));
        else
            seen.insert(key, number);
    }
    for (const auto *needed : {"host_name", "certificate", "key"})
        if (!seen.contains(QLatin1String(needed)))
            faults.append(QStringLiteral("%1: \"%2\" is missing").arg(file, QLatin1String(needed)));
    if (seen.contains(QStringLiteral("dns_api_url")))
        for (const auto *needed : {"dns_api_key_file", "dns_name_servers"})
            if (!seen.contains(QLatin1String(needed)))
                faults.append(QStringLiteral("%1: \"%2\" is missing, which dns_api_url needs")
                                  .arg(file, QLatin1String(needed)));
    if (layout.apiListen.isEmpty())
        layout.apiListen = layout.listen;
    if (!layout.apiTls && !plainAnywhere && !QHostAddress(layout.apiListen).isLoopback())
        faults.append(QStringLiteral("%1: with \"api_tls = no\" tokens and passwords would cross "
                                     "the network from %2 in the clear. Set \"api_listen = "
                                     "127.0.0.1\" and let a proxy do TLS, or say \"api_tls = "
                                     "insecure\".")
                          .arg(file, layout.apiListen));
    if (!faults.isEmpty())
        return Error::invalid(QStringLiteral("config"), faults.join(u'\n'));

    const QString run = layout.run;
    placeBelow(layout, layout.root);
    layout.run = run;
    if (!seen.contains(QStringLiteral("public_host")))
        layout.publicHost = layout.mailName;
    layout.database = layout.root + QStringLiteral("/data/mailwright.db");
    layout.state = layout.root + QStringLiteral("/state");
    layout.tls = layout.root + QStringLiteral("/tls");
    layout.serviceFile = layout.root + QStringLiteral("/service.json");
    if (!runsAsRoot())
        layout.mailUser.clear();
    if (!holdsSockets(layout.run))
        return Error::invalid(
            QStringLiteral("config"),
            QStringLiteral("%1: run_directory is too long for sockets").arg(file));
    return layout;
}

} // namespace host
