// SPDX-License-Identifier: GPL-3.0-or-later
// What the types of records and the numbers in them mean, in words; the services that SRV records
// are usually made for (S-74).
#pragma once

#include "app/mail/mailsettings.h"
#include "app/wire/dns/dnsrecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui {

QString typeText(wire::RecordType type); // "MX – where mail goes"
QString typeHint(wire::RecordType type); // one sentence

// The label of a part of the value ("host" of an MX: "Mail host") and what it is good for.
QString partLabel(wire::RecordType type, const QByteArray &part);
QString partHint(wire::RecordType type, const QByteArray &part);

// Numbers that have a meaning, in their order; empty: any number.
struct NumberWord
{
    int number = 0;
    QString text; // "3 – this certificate itself (DANE-EE)"
};
QList<NumberWord> partWords(wire::RecordType type, const QByteArray &part);

// What is usual in a new record; empty = nothing is.
QString usualPart(wire::RecordType type, const QByteArray &part);

struct ServicePreset
{
    QString name;     // "XMPP, clients"
    QString service;  // "_xmpp-client"
    QString protocol; // "_tcp"
    int priority = 0;
    int weight = 0;
    int port = 0;
    QString host; // empty: the user knows
};
// Mail programs with the service's own host and ports, where they are known.
QList<ServicePreset> servicePresets(const mail::MailSettings &settings);

} // namespace ui
