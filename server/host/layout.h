// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of one mail host lives and which ports it answers on. The private local host and
// a production host differ in these values only; all code below takes a Layout.
#pragma once

#include "app/base/result.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/mailsettings.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace host {

struct Ports
{
    int api = 0;
    int imap = 0;
    int imaps = 0;
    int pop3 = 0;
    int pop3s = 0;
    int submission = 0;
    int submissions = 0;
    int smtp = 0;
    int sieve = 0;
    int webmailImap = 0; // IMAP over TLS, set aside for the web client
    int dns = 0;         // local: our name server, UDP and TCP
    int dnsApi = 0;      // local: how we speak to it

    // (name in service.json and in the configuration file, member), in a fixed order. Those of the
    // name server, last, stand in neither when it is not ours.
    static const QList<std::pair<QString, int Ports::*>> &list();
    static bool isOfNameServer(int Ports::*member);
    bool operator==(const Ports &) const = default;
};

// Holds the chosen ports until the servers take them, so that no other program gets them meanwhile.
class PortReservation
{
public:
    PortReservation() = default;
    ~PortReservation() { release(); }
    PortReservation(const PortReservation &) = delete;
    PortReservation &operator=(const PortReservation &) = delete;

    // With `isUdp` as well for datagrams. False: somebody has it; 0: none free.
    bool take(const QString &address, int port, bool isUdp = false);
    int takeAny(const QString &address, bool isUdp = false);
    void release();

private:
    QList<int> m_sockets;
};

struct Layout
{
    bool local = false; // private host: own CA, own certificate, nothing leaves the machine
    QString root;       // what all other paths are made from
    QString alias;      // a link to root with a plain name; empty: root's own is plain
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
// another than it has is Invalid. What the servers' files name has a plain name: where DIR's is
// not, by way of a link. `run` is then a short directory of our own outside of DIR, as it is when
// sockets below DIR would be too long for the kernel (108 bytes).
Result<Layout> localLayout(const QString &directory, const QString &domain);

// So that the next start knows. Of a private host only.
Result<void> rememberDomain(const Layout &layout);

// The file of --config: "key = value" lines, "#" begins a comment. Error: Invalid, naming every
// wrong line.
Result<Layout> layoutFromFile(const QString &file);

// Makes the directories with the owners and modes that the mail servers need.
Result<void> makeDirectories(const Layout &layout);

// Ports of yesterday where they are still free, others chosen anew (each said in `notes`);
// remembered in layout.state. `apiPort` 0 = any. The reservation holds all of them.
Result<Ports> choosePorts(const Layout &layout, int apiPort, PortReservation &reservation,
                          QStringList &notes);

bool runsAsRoot();

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
