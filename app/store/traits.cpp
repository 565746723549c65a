// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/traits.h"

#include <QDateTime>

#include <bit>

namespace store {

namespace {

quint32 bitOf(Trait trait, bool has) { return 1U << (2 * unsigned(trait) + (has ? 0 : 1)); }

} // namespace

void Traits::tell(Trait trait, std::optional<bool> has)
{
    m_bits &= ~(bitOf(trait, true) | bitOf(trait, false));
    if (has)
        m_bits |= bitOf(trait, *has);
}

std::optional<bool> Traits::has(Trait trait) const
{
    if (m_bits & bitOf(trait, true))
        return true;
    if (m_bits & bitOf(trait, false))
        return false;
    return {};
}

void TraitFilter::ask(Trait trait, std::optional<bool> has)
{
    m_wanted &= ~(bitOf(trait, true) | bitOf(trait, false));
    if (has)
        m_wanted |= bitOf(trait, *has);
}

std::optional<bool> TraitFilter::asked(Trait trait) const
{
    if (m_wanted & bitOf(trait, true))
        return true;
    if (m_wanted & bitOf(trait, false))
        return false;
    return {};
}

void TraitFilter::askLogin(Login login, const QDate &day)
{
    const bool hasDay = login != Login::Any && login != Login::Never;
    m_login = hasDay && !day.isValid() ? Login::Any : login;
    m_day = hasDay ? day : QDate();
    m_moment = m_day.isValid() ? m_day.startOfDay().toSecsSinceEpoch() : 0;
}

int TraitFilter::count() const { return std::popcount(m_wanted) + (m_login != Login::Any ? 1 : 0); }

bool TraitFilter::matches(const Traits &traits) const
{
    if ((traits.m_bits & m_wanted) != m_wanted)
        return false;
    const qint64 at = traits.m_lastLogin;
    switch (m_login) {
    case Login::Any:
        return true;
    case Login::Never:
        return at == Traits::never;
    case Login::Before:
        return at >= 0 && at < m_moment;
    case Login::BeforeOrNever:
        return at == Traits::never || (at >= 0 && at < m_moment);
    case Login::Since:
        return at >= m_moment;
    }
    return false;
}

QJsonObject TraitFilter::toJson() const
{
    QJsonObject json;
    for (const auto &[trait, name] : mail::Words<Trait>::list)
        if (const auto has = asked(trait))
            json.insert(QLatin1String(name), *has);
    if (m_login != Login::Any)
        json.insert(QStringLiteral("login"), QString(mail::word(m_login)));
    if (m_day.isValid())
        json.insert(QStringLiteral("day"), m_day.toString(Qt::ISODate));
    return json;
}

TraitFilter TraitFilter::fromJson(const QJsonObject &json)
{
    TraitFilter filter;
    for (const auto &[trait, name] : mail::Words<Trait>::list)
        if (const QJsonValue has = json.value(QLatin1String(name)); has.isBool())
            filter.ask(trait, has.toBool());
    filter.askLogin(mail::fromWord<Login>(json.value(u"login").toString()).value_or(Login::Any),
                    QDate::fromString(json.value(u"day").toString(), Qt::ISODate));
    return filter;
}

} // namespace store
