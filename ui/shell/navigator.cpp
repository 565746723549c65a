// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigator.h"

namespace ui {

namespace {

constexpr qsizetype remembered = 100;

} // namespace

Place Navigator::current() const { return m_at >= 0 ? m_places.at(m_at) : Place(); }

void Navigator::go(const Place &place)
{
    if (m_at >= 0 && m_places.at(m_at) == place) {
        emit went(place);
        return;
    }
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > remembered)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
    emit went(place);
}

void Navigator::back()
{
    if (!canGoBack())
        return;
    --m_at;
    emit went(m_places.at(m_at));
}

void Navigator::forward()
{
    if (!canGoForward())
        return;
    ++m_at;
    emit went(m_places.at(m_at));
}

bool Navigator::canGoBack() const { return m_at > 0; }
bool Navigator::canGoForward() const { return m_at + 1 < m_places.size(); }

void Navigator::forget(const QString &account)
{
    const Place here = current();
    m_places.removeIf([&](const Place &place) { return place.scope.account == account; });
    const auto at = m_places.lastIndexOf(here);
    m_at = at >= 0 ? at : m_places.size() - 1;
}

} // namespace ui
