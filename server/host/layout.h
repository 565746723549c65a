// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of one mail host lives and which ports it answers on. The private local host and
// a production host differ in these values only; all code below takes a Layout.
#pragma once

#include "app/base/result.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/mailsettings.h"
#include "server/host/ports.h"

#include <QString>
#include <QStringList>

namespace host {

struct Layout
{
    bool local = false; // private host: own CA, own certificate, nothing leaves the machine
    QString root;       // what all other paths are made from
    QString alias;      // a link to root with a plain and short name; empty: root's own is
    QString shared;     // the servers' part: below root, or where their users may pass

    QString database;    // the main one, never opened by the mail servers
    QString state;       // ports, children: 0700
    QString tls;         // keys and certificates
    QString lookup;      // directory of lookup.db
    QString mail;        // <domain>/<local part>/Maildir
    QString log;         // dovecot.log, postfix.log
    QString out;         // local: every message that would have left the machine
    QString dovecot;     // configuration
    QString postfix;     // etc, spool, data
    QString powerdns;    // local: configuration and database of the name server
    QString dkim;        // tables of OpenDKIM, private halves of keys
    QString run;         // sockets; short
    QString serviceFile; // service.json

    QString listen = QStringLiteral("127.0.0.1");
    QString publicHost = QStringLiteral("localhost"); // what people type into a mail program
    QString mailName;                                 // "mail.example.test": greeting, HELO
    QString domain;                                   // local: the first domain
    QString mailUser;  // who owns the mail; empty: whoever runs the daemon
    QString relayHost; // production: next hop, empty = the recipient's MX

    QString certificate; // PEM files; local: made by us
    QString key;
    QString ca; // what a client must trust; empty: a public one
    bool apiTls = false;
    QString apiListen; // of the HTTP API; empty: `listen`

    // From where mail leaves, and where the host's own names lead.
    QStringList addresses;
    // The name server: ours on a local host, else one that is there; empty URL = no zones.
    QString dnsApiUrl;
    QString dnsApiKeyFile; // 0600
    QStringList dnsNames;  // of the zones' name servers
    QString dnsServer;     // "127.0.0.1:53": where it answers

    Ports ports;

    QString lookupFile() const { return lookup + QStringLiteral("/lookup.db"); }
    QString dovecotConf() const { return dovecot + QStringLiteral("/dovecot.conf"); }
    QString dovecotBase() const { return run + QStringLiteral("/dovecot"); }
    QString lmtpSocket() const { return dovecotBase() + QStringLiteral("/lmtp"); }
    QString authSocket() const { return dovecotBase() + QStringLiteral("/auth-client"); }
    QString senderSocket() const { return run + QStringLiteral("/milter/sender"); }
    QString dkimSocket(const QString &algorithm) const // "rsa": an instance for each
    {
        return run + QStringLiteral("/dkim/") + algorithm;
    }
    QString sinkSocket() const { return run + QStringLiteral("/sink/lmtp"); }

    QString zoneKeys() const { return state + QStringLiteral("/dnssec"); }
    QString powerdnsSockets() const { return run + QStringLiteral("/powerdns"); }

    mail::MailSettings mailSettings(bool smtpRuns) const;
    mail::DnsFacts dnsFacts(bool smtpRuns) const; // servers only of a local host
};

// The private host of --local DIR. An empty `domain` is the one it has, of a new host example.test;
// another than it has is Invalid. What the servers' files name has a plain name, and one short
// enough for sockets (the kernel takes 107 bytes): where DIR's is not, by way of a link. `run` is
// then a short directory of our own outside of DIR.
Result<Layout> localLayout(const QString &directory, const QString &domain);

// So that the next start knows. Of a private host only.
Result<void> rememberDomain(const Layout &layout);

// Makes the directories with the owners and modes that the mail servers need.
Result<void> makeDirectories(const Layout &layout);

bool runsAsRoot();

// What needs no quotes in the files of any of our servers.
bool isPlainPath(const QString &path);

// Whether sockets below this directory are short enough for the kernel.
bool holdsSockets(const QString &directory);

// Everything that the servers have, below `shared`.
void placeBelow(Layout &layout, const QString &shared);

// Who owns the mail on this layout.
struct Owner
{
    uint uid = 0;
    uint gid = 0;
    QString name;
    QString group;
};
Result<Owner> mailOwner(const Layout &layout);

} // namespace host
