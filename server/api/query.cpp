// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/query.h"

#include "app/mail/rules.h"

#include <QStringDecoder>

namespace api {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<bool> flagFrom(const QString &text)
{
    if (text == u"1" || text == u"true")
        return true;
    if (text == u"0" || text == u"false")
        return false;
    return {};
}

// "order_by[]" and "order_by[0]" mean "order_by".
QString withoutIndex(const QString &name)
{
    if (!name.endsWith(u']'))
        return name;
    const qsizetype open = name.lastIndexOf(u'[');
    const QStringView inner = QStringView(name).mid(open + 1).chopped(1);
    const bool isIndex = open > 0 && std::all_of(inner.begin(), inner.end(),
                                                 [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isIndex ? name.left(open) : name;
}

// "name" of "filter[name]", when `parameter` is "filter"; nothing when it is not written so.
std::optional<QString> innerName(const QString &key, const QString &parameter)
{
    if (!key.startsWith(parameter + u'[') || !key.endsWith(u']'))
        return {};
    return key.mid(parameter.size() + 1).chopped(1);
}

class Judge
{
public:
    QList<Fault> found;

    void judge(const Parameter &parameter, const QString &name, const QString &value)
    {
        switch (parameter.type) {
        case Parameter::Type::Text:
            if (mail::characters(value) > parameter.max)
                add(name, "max",
                    QStringLiteral("This may have at most %1 characters").arg(parameter.max));
            else if (value.size() < parameter.min)
                add(name, "min", QStringLiteral("This must not be empty"));
            break;
        case Parameter::Type::Integer: {
            bool ok = false;
            const qint64 n = value.toLongLong(&ok);
            if (!ok)
                add(name, "integer", QStringLiteral("This must be a whole number"));
            else if (n < parameter.min)
                add(name, "min", QStringLiteral("This must be at least %1").arg(parameter.min));
            else if (n > parameter.max)
                add(name, "max", QStringLiteral("This must be at most %1").arg(parameter.max));
            break;
        }
        case Parameter::Type::Flag:
            if (!flagFrom(value))
                add(name, "boolean", QStringLiteral("This must be true or false"));
            break;
        case Parameter::Type::Word:
            if (!parameter.words.contains(value))
                addChoice(name, parameter.words);
            break;
        case Parameter::Type::Words:
            for (const QString &word : value.split(u',', Qt::SkipEmptyParts))
                if (!parameter.words.contains(word.trimmed())) {
                    addChoice(name, parameter.words);
                    break;
                }
            break;
        case Parameter::Type::Names:
        case Parameter::Type::Deep:
            break;
        }
    }

    void add(const QString &name, const char *rule, const QString &description)
    {
        found.append({name, QStringLiteral("validation_rule_") + QLatin1String(rule), description});
    }

private:
    void addChoice(const QString &name, const QStringList &words)
    {
        add(name, "in", QStringLiteral("This must be one of: %1").arg(words.join(u", ")));
    }
};

} // namespace

std::optional<QString> percentDecoded(const QByteArray &text, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text.at(i + 1)) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text.at(i + 2)) : -1;
            if (high < 0 || low < 0)
                return {};
            bytes.append(char(high * 16 + low));
            i += 2;
        } else {
            bytes.append(plusIsSpace && c == '+' ? ' ' : c);
        }
        if (bytes.back() == '\0')
            return {};
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(bytes);
    if (utf8.hasError())
        return {};
    return decoded;
}

std::optional<QList<QPair<QString, QString>>> parametersFrom(const QByteArray &query)
{
    QList<QPair<QString, QString>> list;
    if (query.isEmpty())
        return list;
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? part : part.left(equals), true);
        const auto value = percentDecoded(equals < 0 ? QByteArray() : part.mid(equals + 1), true);
        if (!name || !value)
            return {};
        list.append({withoutIndex(*name), *value});
    }
    return list;
}

QList<Fault> faults(const Request &request, const QList<Parameter> &known)
{
    Judge judge;
    for (const Parameter &parameter : known) {
        bool isGiven = false;
        const QString prefix = parameter.name + u'[';
        for (const auto &[name, value] : request.parameters) {
            if (name == parameter.name) {
                isGiven = true;
                if (parameter.type == Parameter::Type::Deep)
                    judge.add(name, "object",
                              QStringLiteral("This must be given as %1[…]=…").arg(name));
                else
                    judge.judge(parameter, name, value);
            } else if (parameter.type == Parameter::Type::Deep && name.startsWith(prefix)) {
                const auto inner = innerName(name, parameter.name);
                const auto it =
                    std::find_if(parameter.inner.cbegin(), parameter.inner.cend(),
                                 [&](const Parameter &one) { return one.name == inner; });
                if (it == parameter.inner.cend())
                    judge.add(name, "unknown", QStringLiteral("There is no such field"));
                else
                    judge.judge(*it, name, value);
            }
        }
        if (parameter.isRequired && !isGiven)
            judge.add(parameter.name, "required", QStringLiteral("This is missing"));
    }
    return judge.found;
}

std::optional<QString> text(const Request &request, QLatin1String name)
{
    for (const auto &[key, value] : request.parameters)
        if (key == name)
            return value;
    return {};
}

std::optional<qint64> number(const Request &request, QLatin1String name)
{
    const auto value = text(request, name);
    return value ? std::optional(value->toLongLong()) : std::nullopt;
}

std::optional<bool> flag(const Request &request, QLatin1String name)
{
    const auto value = text(request, name);
    return value ? flagFrom(*value) : std::nullopt;
}

QSet<QString> words(const Request &request, QLatin1String name)
{
    QSet<QString> set;
    for (const auto &[key, value] : request.parameters)
        if (key == name)
            for (const QString &word : value.split(u',', Qt::SkipEmptyParts))
                set.insert(word.trimmed());
    return set;
}

void readListing(const Request &request, db::Listing &listing)
{
    if (const auto search = text(request, QLatin1String("search")))
        listing.search = search->trimmed();
    const auto perPage = number(request, QLatin1String("per_page"));
    if (const auto page = number(request, QLatin1String("page"))) {
        listing.limit = perPage.value_or(defaultPerPage);
        listing.skip = (*page - 1) * listing.limit;
    } else {
        listing.limit = number(request, QLatin1String("limit")).value_or(perPage.value_or(-1));
        listing.skip = number(request, QLatin1String("skip")).value_or(0);
    }
    const bool descending = text(request, QLatin1String("order")) == QStringLiteral("desc");
    for (const auto &[key, value] : request.parameters) {
        if (key == u"order_by") {
            for (const QString &word : value.split(u',', Qt::SkipEmptyParts))
                listing.order.append({word.trimmed(), descending});
        } else if (const auto name = innerName(key, QStringLiteral("order_for"))) {
            const auto it = std::find_if(listing.order.begin(), listing.order.end(),
                                         [&](const db::Order &one) { return one.name == *name; });
            if (it != listing.order.end())
                it->descending = value == u"desc";
            else
                listing.order.append({*name, value == u"desc"});
        }
    }
}

std::optional<qint64> versionFrom(const QByteArray &ifMatch)
{
    QByteArray tag = ifMatch.trimmed();
    if (tag.isEmpty() || tag == "*")
        return 0;
    if (tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"'))
        tag = tag.mid(1, tag.size() - 2);
    bool ok = false;
    const qint64 version = tag.toLongLong(&ok);
    if (!ok || version <= 0)
        return {};
    return version;
}

} // namespace api
