// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/domains/domainspage.h"

#include "app/work/look.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/bulkbar.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/pageheader.h"

#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

DomainsPage::DomainsPage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
    , m_model(context.looks, context.clock)
{
    setObjectName(QStringLiteral("page.domains"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setTitle(tr("Domains"));
    m_header->showFilter(tr("Filter domains"));
    column->addWidget(m_header);
    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("domains.table"));
    m_table->setAccessibleName(tr("Domains"));
    m_table->setTicks(true);
    m_table->setModel(&m_model);
    m_table->setStretch(DomainsModel::Domain, scaled(200));
    m_table->setColumnWidth(DomainsModel::Account, scaled(130));
    m_table->setFollow(DomainsModel::Account, scaled(200));
    for (int section = DomainsModel::Spf; section <= DomainsModel::Dane; ++section) {
        m_table->setColumnWidth(section, scaled(110));
        m_table->setFollow(section, scaled(170));
        m_table->setLook(section, [this, section](const QModelIndex &index) {
            Cell look;
            look.text = index.data().toString();
            const auto &seen = m_model.row(index.row()).look;
            const auto which = *DomainsModel::sectionOf(section);
            const auto worst = m_model.row(index.row()).worst(which);
            const Standing standing =
                seen ? standingOf(which, *seen)
                     : Standing{{}, Role::Muted, QStringLiteral("circle-help")};
            look.icons = {standing.icon};
            look.isWordSpare = true;
            look.iconRole = standing.role;
            look.role = worst && *worst != mail::Severity::Information ? Role::Text : Role::Muted;
            return look;
        });
    }
    m_table->setColumnWidth(DomainsModel::Checked, scaled(110));
    m_table->setFollow(DomainsModel::Checked, scaled(140));
    m_table->remember(context.settings, QStringLiteral("domains/table"));
    column->addWidget(m_table, 1);
    m_bulk = new BulkBar(this);
    m_bulk->setObjectName(QStringLiteral("domains.bulk"));
    column->addWidget(m_bulk);
    makeActions();

    connect(m_header, &PageHeader::filterChanged, this, [this](const QString &text) {
        m_model.setFilter(text);
        m_table->setFilterText(text);
        showState();
    });
    connect(m_header->filter(), &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table, &ObjectTable::ticksChanged, m_bulk, &BulkBar::setCount);
    connect(m_bulk, &BulkBar::clearWanted, m_table, &ObjectTable::clearTicks);
    connect(m_table, &ObjectTable::opened, this, &DomainsPage::open);
    connect(m_table, &ObjectTable::menuWanted, this, &DomainsPage::menu);
    connect(&context.looks, &store::Looks::changed, &m_model, &DomainsModel::lookChanged);
    connect(&context.accounts, &Accounts::listChanged, this, &DomainsPage::readRows);
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (touched.kind == u"service")
            readRows();
    });
    readRows();
}

void DomainsPage::makeActions()
{
    Actions &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *iconName, auto does) {
        QAction *action = actions.add(QLatin1String(id), text, QLatin1String(iconName), {}, this);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_checkAll = add("domains.checkAll", tr("Check all"), "refresh-cw", &DomainsPage::refresh);
    m_checkChosen =
        add("domains.check", tr("Check these"), "refresh-cw", [this] { check(chosen()); });
    m_open = add("domains.open", tr("Open"), "arrow-right", &DomainsPage::open);
    m_header->setPrimary(m_checkAll);
    m_bulk->add(m_checkChosen);
}

void DomainsPage::readRows()
{
    QList<DomainRow> rows;
    for (const mail::Account &account : m_context.accounts.list())
        for (const mail::Service &service : m_context.cache.services(account.id)) {
            if (service.domain.isEmpty())
                continue;
            rows.append({{account.id, service.id},
                         account.name,
                         service.domain,
                         service.domainIdn.isEmpty() ? service.domain : service.domainIdn,
                         {},
                         {}});
        }
    m_model.setRows(rows);
    showState();
}

void DomainsPage::showState()
{
    m_header->setCount(m_model.count() ? tr("%Ln domain(s)", nullptr, m_model.count()) : QString());
    m_checkAll->setEnabled(m_model.count() > 0 && m_job == 0);
    if (m_model.rowCount() > 0)
        m_table->setState(PageState::Ready);
    else if (m_model.count() > 0)
        m_table->setState(PageState::Empty, tr("No domain matches"),
                          tr("Nothing is called so here."), tr("Clear the filter"),
                          [this] { m_header->filter()->clear(); });
    else
        m_table->setState(
            PageState::Empty, tr("No domains yet"),
            tr("As soon as an account is connected, the domains of its mail services are "
               "listed here."));
}

QList<DomainRow> DomainsPage::chosen() const
{
    QList<DomainRow> rows;
    for (const int row : m_table->chosenRows())
        rows.append(m_model.row(row));
    return rows;
}

void DomainsPage::refresh()
{
    QList<DomainRow> rows;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows.append(m_model.row(row));
    check(rows);
}

void DomainsPage::check(const QList<DomainRow> &rows)
{
    if (rows.isEmpty() || m_job)
        return;
    QList<work::LookWish> wishes;
    QList<mail::Capabilities> services;
    for (const DomainRow &row : rows) {
        wishes.append(
            {row.scope, row.domain.toUtf8(), {}, m_context.accounts.backend(row.scope.account)});
        services.append(m_context.changes.capabilities(row.scope));
    }
    m_job = m_context.jobs.run(
        tr("Check %Ln domain(s)", nullptr, int(rows.size())), {},
        [wishes, dns = m_context.dns(services), cache = &m_context.cache, looks = &m_context.looks,
         clock = &m_context.clock](Progress &progress) {
            return work::lookAtDomains(wishes, dns, *cache, *looks, *clock, progress);
        },
        this,
        [this, wanted = rows.size()](const Result<int> &seen) {
            m_job = 0;
            showState();
            if (!seen) {
                if (seen.error().kind != Error::Kind::Cancelled)
                    m_context.messages.error(seen.error());
                return;
            }
            if (*seen < wanted)
                m_context.messages.say(
                    {Messages::Kind::Warning,
                     tr("%Ln domain(s) could not be checked.", nullptr, int(wanted - *seen)),
                     {},
                     {},
                     {}});
            else
                m_context.messages.confirm(tr("%Ln domain(s) were checked.", nullptr, int(*seen)));
        });
    showState();
}

void DomainsPage::open()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        m_context.navigator.go({QStringLiteral("security"), m_model.row(row).scope, {}, {}});
}

void DomainsPage::menu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("domains.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_checkChosen});
    menu->popup(at);
}

void DomainsPage::focusFilter()
{
    m_header->filter()->setFocus();
    m_header->filter()->selectAll();
}

QByteArray DomainsPage::saveState() const { return m_table->saveView(); }
void DomainsPage::restoreState(const QByteArray &state) { m_table->restoreView(state); }

} // namespace ui
