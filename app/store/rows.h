// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the vocabulary as SQL columns. Unknown is NULL; "never" is -1; rights are JSON
// text; each item of a list ends with a unit separator.
#pragma once

#include "app/mail/field.h"
#include "app/mail/rights.h"

#include <QHashFunctions>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <typeinfo>

namespace store {

inline constexpr QChar listEnd(0x1f);

inline QVariant toSql(const QString &value)
{
    return value.isNull() ? QVariant(QStringLiteral("")) : value;
}
inline QVariant toSql(bool value) { return value ? 1 : 0; }
inline QVariant toSql(int value) { return value; }
inline QVariant toSql(qint64 value) { return value; }
inline QVariant toSql(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toSecsSinceEpoch()) : QVariant(-1);
}
inline QVariant toSql(const QStringList &value)
{
    QString text(QLatin1String("")); // an empty list is known: not NULL
    for (const QString &item : value)
        text += item + listEnd;
    return text;
}
inline QVariant toSql(const mail::Rights &value)
{
    return QString::fromUtf8(
        QJsonDocument(mail::toJson(value).toObject()).toJson(QJsonDocument::Compact));
}
template <mail::Worded E>
QVariant toSql(E value)
{
    return QString(mail::word(value));
}
template <class T>
QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : QVariant();
}

inline void fromSql(const QVariant &value, QString &out) { out = value.toString(); }
inline void fromSql(const QVariant &value, bool &out) { out = value.toInt() != 0; }
inline void fromSql(const QVariant &value, int &out) { out = value.toInt(); }
inline void fromSql(const QVariant &value, qint64 &out) { out = value.toLongLong(); }
inline void fromSql(const QVariant &value, QDateTime &out)
{
    const qint64 seconds = value.toLongLong();
    out = seconds < 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}
inline void fromSql(const QVariant &value, QStringList &out)
{
    out = value.toString().split(listEnd);
    out.removeLast(); // what stands behind the last separator
}
inline void fromSql(const QVariant &value, mail::Rights &out)
{
    const QJsonObject json = QJsonDocument::fromJson(value.toString().toUtf8()).object();
    if (!mail::fromJson(json, out))
        out = {};
}
template <mail::Worded E>
void fromSql(const QVariant &value, E &out)
{
    out = mail::fromWord<E>(value.toString()).value_or(E{});
}
template <class T>
void fromSql(const QVariant &value, std::optional<T> &out)
{
    if (value.isNull()) {
        out.reset();
        return;
    }
    T inner{};
    fromSql(value, inner);
    out = std::move(inner);
}

template <class T>
constexpr bool isOptional = false;
template <class T>
constexpr bool isOptional<std::optional<T>> = true;

inline QString quoted(const QString &column) { return u'"' + column + u'"'; }

template <mail::Fielded T>
QStringList columnNames()
{
    QStringList names;
    for (const QString &name : mail::fieldNames<T>())
        names.append(quoted(name));
    return names;
}

// For CREATE TABLE: no types but INTEGER and TEXT, which decide how a column sorts.
template <mail::Fielded T>
QStringList columnDefinitions()
{
    QStringList list;
    mail::eachField<T>([&](const auto &field) {
        using Value = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
        const bool isNumber = toSql(Value{}).typeId() != QMetaType::QString &&
                              !std::is_same_v<Value, std::optional<QString>> &&
                              !std::is_same_v<Value, std::optional<QStringList>>;
        list.append(quoted(QLatin1String(field.name)) +
                    (isNumber ? QStringLiteral(" INTEGER") : QStringLiteral(" TEXT")));
    });
    return list;
}

template <mail::Fielded T>
void bindFields(QSqlQuery &query, const T &object, int from = 0)
{
    mail::eachField<T>(
        [&](const auto &field) { query.bindValue(from++, toSql(object.*(field.member))); });
}

// The fields stand in the query's columns from `from` on, in their order.
template <mail::Fielded T>
T readFields(const QSqlQuery &query, int from = 0)
{
    T object;
    mail::eachField<T>(
        [&](const auto &field) { fromSql(query.value(from++), object.*(field.member)); });
    return object;
}

// Changes with the names and types of the fields.
template <mail::Fielded T>
size_t fingerprint(size_t seed)
{
    mail::eachField<T>([&](const auto &field) {
        using Value = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
        seed = qHashMulti(seed, QByteArray(field.name), QByteArray(typeid(Value).name()));
    });
    return seed;
}

} // namespace store
