// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schema.h"

#include "app/mail/rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

static void loadSchemas() { Q_INIT_RESOURCE(schemas); }

namespace api {

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == u"object")
        return value.isObject();
    if (type == u"array")
        return value.isArray();
    if (type == u"string")
        return value.isString();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"null")
        return value.isNull();
    if (type == u"integer") {
        constexpr double exact = 9007199254740992.0; // 2^53
        const double d = value.toDouble();
        return value.isDouble() && std::floor(d) == d && std::abs(d) <= exact;
    }
    return false;
}

class Judge
{
public:
    QList<Fault> found;

    void judge(const QJsonValue &value, QJsonObject schema, const QString &at)
    {
        const QString ref = schema.value(u"$ref").toString();
        if (!ref.isEmpty())
            schema = schemas().value(ref.section(u'/', -1)).toObject();
        const QJsonValue type = schema.value(u"type");
        QStringList types{type.toString()};
        if (type.isArray()) {
            types.clear();
            for (const QJsonValue one : type.toArray())
                types.append(one.toString());
        }
        if (std::none_of(types.cbegin(), types.cend(),
                         [&](const QString &one) { return isOfType(value, one); })) {
            add(at, types.first(), QStringLiteral("This must be of type %1").arg(types.join(u'/')));
            return;
        }
        if (value.isObject())
            judgeObject(value.toObject(), schema, at);
        if (value.isArray())
            judgeList(value.toArray(), schema, at);
        if (value.isString())
            judgeText(value.toString(), schema, at);
    }

private:
    void add(const QString &at, const QString &rule, const QString &description)
    {
        found.append({at, QStringLiteral("validation_rule_") + rule, description});
    }

    static QString inside(const QString &at, const QString &name)
    {
        return at.isEmpty() ? name : at + u'.' + name;
    }

    void judgeObject(const QJsonObject &object, const QJsonObject &schema, const QString &at)
    {
        for (const QJsonValue name : schema.value(u"required").toArray())
            if (!object.contains(name.toString()))
                add(inside(at, name.toString()), QStringLiteral("required"),
                    QStringLiteral("This is missing"));
        const QJsonObject properties = schema.value(u"properties").toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const auto known = properties.constFind(it.key());
            if (known != properties.constEnd())
                judge(it.value(), known->toObject(), inside(at, it.key()));
            else if (schema.value(u"additionalProperties") == QJsonValue(false))
                add(inside(at, it.key()), QStringLiteral("unknown"),
                    QStringLiteral("There is no such field"));
        }
    }

    void judgeList(const QJsonArray &list, const QJsonObject &schema, const QString &at)
    {
        const QJsonValue most = schema.value(u"maxItems");
        if (most.isDouble() && list.size() > most.toInt()) {
            add(at, QStringLiteral("max"),
                QStringLiteral("This may have at most %1 items").arg(most.toInt()));
            return;
        }
        const QJsonObject items = schema.value(u"items").toObject();
        for (qsizetype i = 0; i < list.size() && !items.isEmpty(); ++i)
            judge(list.at(i), items, inside(at, QString::number(i)));
    }

    void judgeText(const QString &text, const QJsonObject &schema, const QString &at)
    {
        const QJsonValue most = schema.value(u"maxLength");
        if (most.isDouble() && mail::characters(text) > most.toInt())
            add(at, QStringLiteral("max"),
                QStringLiteral("This may have at most %1 characters").arg(most.toInt()));
        const bool isPlain = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
            return c.unicode() < 32 && c != u'\t' && c != u'\n' && c != u'\r';
        });
        if (!isPlain)
            add(at, QStringLiteral("format"),
                QStringLiteral("This must not have control characters"));
        if (text.size() < schema.value(u"minLength").toInt())
            add(at, QStringLiteral("min"), QStringLiteral("This must not be empty"));
        const QJsonValue words = schema.value(u"enum");
        if (words.isArray() && !words.toArray().contains(text)) {
            QStringList list;
            for (const QJsonValue word : words.toArray())
                list.append(word.toString());
            add(at, QStringLiteral("in"),
                QStringLiteral("This must be one of: %1").arg(list.join(u", ")));
        }
    }
};

} // namespace

const QJsonObject &schemas()
{
    static const QJsonObject all = [] {
        loadSchemas();
        QFile file(QStringLiteral(":/api/schemas.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return all;
}

QList<Fault> faults(const QJsonValue &value, const QString &schemaName)
{
    Judge judge;
    judge.judge(value, schemas().value(schemaName).toObject(), {});
    return judge.found;
}

} // namespace api
