// SPDX-License-Identifier: GPL-3.0-or-later
// The domains of all services of all accounts, and how each stood when it was last checked.
#pragma once

#include "app/base/clock.h"
#include "app/check/dns/repair.h"
#include "app/store/cache.h"
#include "app/store/looks.h"

#include <QAbstractTableModel>
#include <QSet>

#include <array>

namespace ui {

struct DomainRow
{
    store::Scope scope;
    QString accountName;
    QString domain; // punycode
    QString domainIdn;
    std::optional<mail::SecuritySnapshot> look; // the last one that told something new
    QDateTime checkedAt;                        // invalid = never

    // The worst of a section; nothing when it was never checked.
    std::optional<mail::Severity> worst(check::Section section) const;
    std::optional<mail::Severity> worst() const; // of all sections
};

class DomainsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Domain,
        Account,
        Spf,
        Dkim,
        Dmarc,
        Reach,
        Dnssec,
        Dane,
        Checked,
        ColumnCount
    };
    static std::optional<check::Section> sectionOf(int column);

    DomainsModel(const store::Looks &looks, const Clock &clock, QObject *parent = nullptr);

    void setRows(const QList<DomainRow> &rows); // without looks: they are read here
    void lookChanged(const QString &account, const QString &domain);
    void setFilter(const QString &text);
    const DomainRow &row(int row) const { return m_rows.at(m_shown.at(row)); }
    int count() const { return int(m_rows.size()); } // without the filter
    int findIn(const store::Scope &scope) const;     // -1 = not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void read(DomainRow &row) const;
    void arrange();

    const store::Looks &m_looks;
    const Clock &m_clock;
    QList<DomainRow> m_rows;
    QList<qsizetype> m_shown;
    QSet<QString> m_ticked; // keys
    QString m_filter;
    int m_column = Column::Domain;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace ui
