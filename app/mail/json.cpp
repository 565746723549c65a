// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/json.h"

#include <QVariant>

#include <cmath>
#include <limits>

namespace mail {

namespace {

constexpr double maxExact = 9007199254740992.0; // 2^53: beyond it a double skips whole numbers

bool wholeNumber(const QJsonValue &value, qint64 &out)
{
    if (value.isNull()) {
        out = 0;
        return true;
    }
    if (value.isDouble()) {
        const double d = value.toDouble();
        if (std::floor(d) != d || std::abs(d) > maxExact)
            return false;
        out = qint64(d);
        return true;
    }
    if (value.isString()) {
        bool ok = false;
        const qint64 n = value.toString().toLongLong(&ok);
        if (ok)
            out = n;
        return ok;
    }
    return false;
}

} // namespace

QJsonValue toJson(const QString &value) { return value; }
QJsonValue toJson(bool value) { return value; }
QJsonValue toJson(int value) { return value; }
QJsonValue toJson(qint64 value) { return value; }
QJsonValue toJson(const QStringList &value) { return QJsonArray::fromStringList(value); }

QJsonValue toJson(const QDateTime &value)
{
    return value.isValid() ? QJsonValue(value.toSecsSinceEpoch()) : QJsonValue();
}

bool fromJson(const QJsonValue &value, QString &out)
{
    if (value.isNull())
        out = QString();
    else if (value.isString())
        out = value.toString();
    else if (value.isDouble())
        out = value.toVariant().toString(); // the shortest text that means this number
    else
        return false;
    return true;
}

bool fromJson(const QJsonValue &value, bool &out)
{
    if (value.isBool()) {
        out = value.toBool();
        return true;
    }
    if (value.isNull()) {
        out = false;
        return true;
    }
    const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
    if (text == u"1" || text == u"true")
        out = true;
    else if (text == u"0" || text == u"false")
        out = false;
    else
        return false;
    return true;
}

bool fromJson(const QJsonValue &value, int &out)
{
    qint64 n = 0;
    if (!wholeNumber(value, n) || n > std::numeric_limits<int>::max() ||
        n < std::numeric_limits<int>::min())
        return false;
    out = int(n);
    return true;
}

bool fromJson(const QJsonValue &value, qint64 &out) { return wholeNumber(value, out); }

bool fromJson(const QJsonValue &value, QDateTime &out)
{
    if (value.isNull()) {
        out = QDateTime();
        return true;
    }
    qint64 seconds = 0;
    if (!wholeNumber(value, seconds) || seconds < 0)
        return false;
    out = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return true;
}

bool fromJson(const QJsonValue &value, QStringList &out)
{
    if (!value.isArray() && !value.isNull())
        return false;
    QStringList list;
    for (const QJsonValue item : value.toArray()) {
        if (!item.isString())
            return false;
        list.append(item.toString());
    }
    out = list;
    return true;
}

} // namespace mail
