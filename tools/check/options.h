// SPDX-License-Identifier: GPL-3.0-or-later
// What every command of mailwright-check shares: its output, its exit status, whom it asks.
#pragma once

#include "app/mail/dnsfacts.h"
#include "app/wire/dns/nameservers.h"

#include <QCommandLineParser>

#include <memory>

enum Exit
{
    Fine = 0,
    Unverified = 1, // dkim: no signature verifies
    Warnings = 1,   // domains: the worst finding
    Errors = 2,
    Wrong = 64 // what was asked cannot be done: wrong option, unreadable file
};

void say(const QByteArray &line);
int complain(const QString &sentence); // Wrong
// What is shown must not steer a terminal.
QByteArray printable(const QByteArray &text);
// Parses; false: `exit` is what to end with (a wrong option, --help).
bool parsed(QCommandLineParser &parser, const QStringList &arguments, int *exit);

void addResolverOptions(QCommandLineParser &parser);

struct Asked
{
    std::shared_ptr<wire::Resolver> resolver;
    std::optional<wire::DnsSettings> settings; // empty: a zone given as data
    mail::DnsFacts facts;                      // of --service
};
Result<Asked> whomToAsk(const QCommandLineParser &parser);
Result<QByteArray> contentOf(const QString &fileName); // "-" = standard input
