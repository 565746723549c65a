// SPDX-License-Identifier: GPL-3.0-or-later
// Paths and queries: decoding, judging, reading.
#pragma once

#include "server/api/fault.h"
#include "server/api/request.h"
#include "server/api/route.h"
#include "server/db/listing.h"

#include <QSet>

#include <optional>

namespace api {

// Nothing: a broken escape, a NUL, or bytes that are not UTF-8.
std::optional<QString> percentDecoded(const QByteArray &text, bool plusIsSpace);
std::optional<QList<QPair<QString, QString>>> parametersFrom(const QByteArray &query);

QList<Fault> faults(const Request &request, const QList<Parameter> &known);

// Values of a judged query; empty when it was not given.
std::optional<QString> text(const Request &request, QLatin1String name);
std::optional<qint64> number(const Request &request, QLatin1String name);
std::optional<bool> flag(const Request &request, QLatin1String name);
QSet<QString> words(const Request &request, QLatin1String name);

// page, per_page, limit, skip, search, order_by, order, order_for.
void readListing(const Request &request, db::Listing &listing);
inline constexpr qint64 maxPerPage = 500;
inline constexpr qint64 defaultPerPage = 25;

// The number that If-Match names; 0 = none or "*". Nothing: not a tag of ours.
std::optional<qint64> versionFrom(const QByteArray &ifMatch);

} // namespace api
