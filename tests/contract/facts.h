// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the published API (facts.json) as a judge of answers and bodies.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <cmath>

class Facts
{
public:
    explicit Facts(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_all = QJsonDocument::fromJson(file.readAll()).object();
    }

    // "GET /1/mail_hostings/{mail_hosting_id}" …
    QStringList operations() const
    {
        QStringList list;
        for (const QString &short_ : m_all.value(u"operations").toObject().keys())
            list.append(written(short_));
        return list;
    }

    QJsonObject operation(const QString &methodAndPath) const
    {
        const QJsonObject all = m_all.value(u"operations").toObject();
        for (auto it = all.constBegin(); it != all.constEnd(); ++it)
            if (written(it.key()) == methodAndPath)
                return it->toObject();
        return {};
    }

    // What in an answer of that operation is not as published. Fields of ours beside the published
    // ones are no fault.
    QStringList answerFaults(const QString &methodAndPath, const QJsonObject &envelope) const
    {
        QStringList found;
        if (envelope.value(u"result") != QJsonValue(QStringLiteral("success")))
            found.append(QStringLiteral("result is not success"));
        const QJsonObject facts = operation(methodAndPath);
        check(envelope.value(u"data"), facts.value(u"data").toString(), QStringLiteral("data"),
              found);
        for (const char *key : {"total", "page", "pages", "items_per_page"})
            if (envelope.contains(QLatin1String(key)))
                check(envelope.value(QLatin1String(key)), QStringLiteral("int"), QLatin1String(key),
                      found);
        return found;
    }

    // What in a body is not as published.
    QStringList bodyFaults(const QString &methodAndPath, const QJsonObject &body) const
    {
        QStringList found;
        const QJsonObject fields = operation(methodAndPath).value(u"body").toObject();
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            const bool isRequired = it.key().startsWith(u'!');
            const QString name = isRequired ? it.key().mid(1) : it.key();
            if (body.contains(name))
                check(body.value(name), it->toString(), name, found);
            else if (isRequired)
                found.append(name + QStringLiteral(" is missing"));
        }
        for (const QString &name : body.keys())
            if (!fields.contains(name) && !fields.contains(u'!' + name))
                found.append(name + QStringLiteral(" is not published"));
        return found;
    }

    // Of a refusal: status and code.
    QPair<int, QString> refusal(const QString &what) const
    {
        const QJsonArray pair = m_all.value(u"refusals").toObject().value(what).toArray();
        return {pair.at(0).toInt(), pair.at(1).toString()};
    }

private:
    static QString written(QString methodAndPath)
    {
        methodAndPath.replace(QStringLiteral("~M"), QStringLiteral("~H/mailboxes/{mailbox_name}"));
        return methodAndPath.replace(QStringLiteral("~H"),
                                     QStringLiteral("/1/mail_hostings/{mail_hosting_id}"));
    }

    static bool isPlain(const QJsonValue &value, const QString &type)
    {
        if (type == u"int")
            return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
        if (type == u"str")
            return value.isString();
        if (type == u"bool")
            return value.isBool();
        if (type == u"obj")
            return value.isObject();
        if (type == u"arr")
            return value.isArray();
        return type == u"any";
    }

    void check(const QJsonValue &value, QString type, const QString &at, QStringList &found) const
    {
        if (type.endsWith(u'?')) {
            type.chop(1);
            if (value.isNull())
                return;
        }
        if (type.startsWith(u'[')) {
            if (!value.isArray()) {
                found.append(at + QStringLiteral(" is no list"));
                return;
            }
            const QString inner = type.mid(1).chopped(1);
            for (const QJsonValue item : value.toArray())
                check(item, inner, at + QStringLiteral("[]"), found);
        } else if (type.startsWith(u'@')) {
            checkShape(value, type.mid(1), at, found);
        } else if (!isPlain(value, type)) {
            found.append(QStringLiteral("%1 is not %2").arg(at, type));
        }
    }

    void checkShape(const QJsonValue &value, const QString &shape, const QString &at,
                    QStringList &found) const
    {
        const QJsonObject fields = m_all.value(u"shapes")[shape].toObject();
        if (!value.isObject() || fields.isEmpty()) {
            found.append(QStringLiteral("%1 is not %2").arg(at, shape));
            return;
        }
        const QJsonObject words = m_all.value(u"words").toObject();
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            const bool isRequired = it.key().startsWith(u'!');
            const QString name = isRequired ? it.key().mid(1) : it.key();
            const QString inside = at + u'.' + name;
            const QJsonValue field = value[name];
            if (field.isUndefined()) {
                if (isRequired)
                    found.append(inside + QStringLiteral(" is missing"));
                continue;
            }
            check(field, it->toString(), inside, found);
            const QJsonArray allowed = words.value(shape + u'.' + name).toArray();
            if (!allowed.isEmpty() && !allowed.contains(field))
                found.append(inside + QStringLiteral(" is no published word"));
        }
    }

    QJsonObject m_all;
};
