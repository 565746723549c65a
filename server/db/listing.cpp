// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/listing.h"

namespace db {

QString folded(const QString &text) { return text.toLower(); }

QString likePattern(const QString &text)
{
    QString pattern = folded(text);
    pattern.replace(u'\\', QStringLiteral("\\\\"));
    pattern.replace(u'%', QStringLiteral("\\%"));
    pattern.replace(u'_', QStringLiteral("\\_"));
    return u'%' + pattern + u'%';
}

void Where::add(const QString &condition, const QVariantList &values)
{
    m_text += QStringLiteral(" AND ") + condition;
    m_values += values;
}

QString ordered(const Listing &listing, const QList<Column> &columns, const char *tie,
                QVariantList &values)
{
    QString sql = QStringLiteral(" ORDER BY ");
    for (const Order &order : listing.order)
        for (const Column &column : columns)
            if (order.name == QLatin1String(column.name)) {
                sql += QLatin1String(column.sql);
                sql += order.descending ? u" DESC, " : u" ASC, ";
            }
    sql += QLatin1String(tie);
    if (listing.limit >= 0) {
        sql += QStringLiteral(" LIMIT ? OFFSET ?");
        values << listing.limit << listing.skip;
    } else if (listing.skip > 0) {
        sql += QStringLiteral(" LIMIT 9223372036854775807 OFFSET ?");
        values << listing.skip;
    }
    return sql;
}

} // namespace db
