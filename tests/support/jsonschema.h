// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a JSON value is what a schema says: the part of JSON Schema 2020-12 that API descriptions
// use. Debian 12 packages no C++ validator, and the daemon's own judge of request bodies must not
// judge its answers. Not known keywords are passed over.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <cmath>

class JsonSchema
{
public:
    // `document` is where "#/…" references lead.
    explicit JsonSchema(QJsonObject document)
        : m_document(std::move(document))
    {
    }

    // Empty: it is. Else what is wrong, "path: sentence" each.
    QStringList faults(const QJsonValue &value, const QJsonObject &schema,
                       const QString &at = QStringLiteral("$")) const
    {
        QStringList found;
        check(value, schema, at, found);
        return found;
    }

private:
    static bool isOfType(const QJsonValue &value, const QString &type)
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
        if (type == u"number")
            return value.isDouble();
        return type == u"integer" && value.isDouble() &&
               std::floor(value.toDouble()) == value.toDouble();
    }

    QJsonObject resolved(const QString &reference) const
    {
        QJsonValue at = m_document;
        for (const QString &step : reference.mid(2).split(u'/'))
            at = at.toObject().value(step);
        return at.toObject();
    }

    void check(const QJsonValue &value, const QJsonObject &schema, const QString &at,
               QStringList &found) const
    {
        const QString reference = schema.value(u"$ref").toString();
        if (!reference.isEmpty()) {
            const QJsonObject target = resolved(reference);
            if (target.isEmpty())
                found.append(at + QStringLiteral(": no schema ") + reference);
            else
                check(value, target, at, found);
        }
        for (const QJsonValue part : schema.value(u"allOf").toArray())
            check(value, part.toObject(), at, found);
        checkChoice(value, schema, QStringLiteral("oneOf"), at, found);
        checkChoice(value, schema, QStringLiteral("anyOf"), at, found);
        if (!checkType(value, schema, at, found))
            return;
        if (schema.contains(u"const") && schema.value(u"const") != value)
            found.append(at + QStringLiteral(": not the constant"));
        if (schema.contains(u"enum") && !schema.value(u"enum").toArray().contains(value))
            found.append(at + QStringLiteral(": not one of the words"));
        if (value.isString() && schema.contains(u"maxLength") &&
            value.toString().toUcs4().size() > schema.value(u"maxLength").toInt())
            found.append(at + QStringLiteral(": too long"));
        if (value.isArray())
            for (qsizetype i = 0; i < value.toArray().size(); ++i)
                check(value.toArray().at(i), schema.value(u"items").toObject(),
                      QStringLiteral("%1[%2]").arg(at).arg(i), found);
        if (value.isObject())
            checkObject(value.toObject(), schema, at, found);
    }

    bool checkType(const QJsonValue &value, const QJsonObject &schema, const QString &at,
                   QStringList &found) const
    {
        if (!schema.contains(u"type"))
            return true;
        if (value.isNull() && schema.value(u"nullable").toBool())
            return true;
        const QJsonValue type = schema.value(u"type");
        const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
        for (const QJsonValue one : types)
            if (isOfType(value, one.toString()))
                return true;
        found.append(at + QStringLiteral(": of another type"));
        return false;
    }

    void checkChoice(const QJsonValue &value, const QJsonObject &schema, const QString &keyword,
                     const QString &at, QStringList &found) const
    {
        if (!schema.contains(keyword))
            return;
        qsizetype fitting = 0;
        for (const QJsonValue part : schema.value(keyword).toArray())
            if (faults(value, part.toObject(), at).isEmpty())
                ++fitting;
        if (keyword == u"oneOf" ? fitting != 1 : fitting == 0)
            found.append(QStringLiteral("%1: %2 of %3 fit").arg(at).arg(fitting).arg(keyword));
    }

    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &at,
                     QStringList &found) const
    {
        for (const QJsonValue name : schema.value(u"required").toArray())
            if (!object.contains(name.toString()))
                found.append(at + u'.' + name.toString() + QStringLiteral(": missing"));
        const QJsonObject properties = schema.value(u"properties").toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const auto known = properties.constFind(it.key());
            if (known != properties.constEnd())
                check(it.value(), known->toObject(), at + u'.' + it.key(), found);
            else if (schema.value(u"additionalProperties") == QJsonValue(false))
                found.append(at + u'.' + it.key() + QStringLiteral(": not foreseen"));
        }
    }

    QJsonObject m_document;
};
