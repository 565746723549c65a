// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/zonepage.h"

#include "ui/pages/zone/dnssectab.h"
#include "ui/pages/zone/historytab.h"
#include "ui/pages/zone/recordstab.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/bulkbar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepanel.h"

#include <QComboBox>
#include <QDataStream>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr const char *tabNames[] = {"records", "history", "dnssec"};

int tabFrom(const QString &name)
{
    for (int at = 0; at < 3; ++at)
        if (name == QLatin1String(tabNames[at]))
            return at;
    return 0;
}

} // namespace

ZonePage::ZonePage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
{
    setObjectName(QStringLiteral("page.zone"));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setTitle(tr("DNS zone"));
    m_header->showFilter(tr("Filter records"));
    m_choose = new QComboBox(m_header);
    m_choose->setObjectName(QStringLiteral("zone.choose"));
    m_choose->setAccessibleName(tr("Zone"));
    m_choose->hide();
    m_header->addUnderTitle(m_choose);
    m_signed = new Chip({}, Role::Muted, {}, m_header);
    m_signed->setObjectName(QStringLiteral("zone.chip"));
    m_header->addUnderTitle(m_signed);
    column->addWidget(m_header);
    m_panel = new StatePanel(this);
    m_panel->setObjectName(QStringLiteral("zone.panel"));
    column->addWidget(m_panel, 1);
    makeTabs();
    column->addWidget(m_barLine);
    column->addWidget(m_tabs, 1);
    m_bulk = new BulkBar(this);
    m_bulk->setObjectName(QStringLiteral("zone.bulk"));
    column->addWidget(m_bulk);
    makeActions();
    listen();
    listenToAccounts();
    show(place);
}

// The table of records reaches from edge to edge, so the bar stands by itself.
void ZonePage::makeTabs()
{
    m_barLine = new QWidget(this);
    auto *line = new QHBoxLayout(m_barLine);
    line->setContentsMargins(grid(3) - scaled(12), 0, 0, 0); // the first begins below the title
    m_bar = new QTabBar(m_barLine);
    m_bar->setObjectName(QStringLiteral("zone.tabs"));
    m_bar->setAccessibleName(tr("Parts of the zone"));
    m_bar->setDocumentMode(true);
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    for (const QString &title : {tr("Records"), tr("History"), tr("DNSSEC")})
        m_bar->addTab(title);
    line->addWidget(m_bar);
    line->addStretch(1);
    m_tabs = new QStackedWidget(this);
    m_records = new RecordsTab(m_context, this, m_tabs);
    m_history = new HistoryTab(m_context, m_tabs);
    m_dnssec = new DnssecTab(m_context, m_tabs);
    for (QWidget *tab : std::initializer_list<QWidget *>{m_records, m_history, m_dnssec})
        m_tabs->addWidget(tab);
    connect(m_bar, &QTabBar::currentChanged, this, &ZonePage::showTab);
    const auto turn = [this](int by) {
        m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
    };
    auto *next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), this);
    connect(next, &QShortcut::activated, this, [turn] { turn(1); });
    auto *previous = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), this);
    connect(previous, &QShortcut::activated, this, [turn] { turn(-1); });
}

void ZonePage::makeActions()
{
    Actions &actions = m_context.actions;
    m_createZone = actions.add(QStringLiteral("zone.createZone"), tr("Create the zone here…"),
                               QStringLiteral("plus"), {}, this);
    connect(m_createZone, &QAction::triggered, this, &ZonePage::createZone);
    m_header->setPrimary(m_records->createAction());
    m_header->more()->addActions(m_records->fileActions());
    m_header->more()->addSeparator();
    m_header->more()->addActions(m_records->rowActions());
    if (QAction *dense = actions.action(QStringLiteral("view.dense"))) // of the window
        m_header->more()->addAction(dense);
    m_bulk->add(m_records->deleteAction(), true);
}

void ZonePage::listen()
{
    connect(m_header, &PageHeader::filterChanged, this, [this](const QString &text) {
        m_records->setFilter(text);
        m_history->setFilter(text);
    });
    connect(m_header->filter(), &QLineEdit::returnPressed, this, [this] {
        ObjectTable *table = m_records->table();
        table->setFocus();
        if (table->currentRow() < 0)
            table->setCurrentRow(0);
    });
    connect(m_records, &RecordsTab::countsChanged, this, &ZonePage::showCounts);
    connect(m_records, &RecordsTab::ticksChanged, m_bulk, &BulkBar::setCount);
    connect(m_records, &RecordsTab::refreshWanted, this, &ZonePage::refresh);
    connect(m_records, &RecordsTab::clearFilterWanted, m_header->filter(), &QLineEdit::clear);
    connect(m_bulk, &BulkBar::clearWanted, m_records->table(), &ObjectTable::clearTicks);
    connect(m_choose, &QComboBox::activated, this,
            [this](int at) { chooseZone(m_choose->itemData(at).toString()); });
    connect(&m_context.changes, &Changes::pendingChanged, this,
            [this] { m_dnssec->setZone(m_place.scope, m_zone); });
    connect(&m_context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        const bool isOfAccount = touched.scope.account == m_place.scope.account;
        if (isOfAccount && (touched.kind == u"service" || touched.kind == u"capabilities"))
            showZone();
        else if (touched.kind.isEmpty() ||
                 (touched.scope == m_place.scope && touched.kind == u"zone"))
            load();
    });
}

void ZonePage::listenToAccounts()
{
    const auto answered = [this](const store::Scope &scope, Accounts::Part part,
                                 const std::optional<Error> &error) {
        if (!(scope == m_place.scope) || part != Accounts::Part::Zones)
            return;
        m_isLoading = false;
        m_error = error;
        m_records->setError(error);
        load();
    };
    Accounts &accounts = m_context.accounts;
    connect(
        &accounts, &Accounts::partRefreshed, this,
        [answered](const store::Scope &scope, Accounts::Part part) { answered(scope, part, {}); });
    connect(&accounts, &Accounts::partFailed, this, answered);
    connect(&accounts, &Accounts::connectionChanged, this, [this](const QString &account) {
        if (account != m_place.scope.account)
            return;
        // The page was opened before the account was signed in.
        if (m_context.accounts.connection(account) == Accounts::Connection::Online && !m_wasAsked)
            refresh();
        else
            showPanel();
    });
}

void ZonePage::show(const Place &place)
{
    const bool isOther = !(m_place.scope == place.scope) || m_zone.name.isEmpty();
    Page::show(place);
    if (!place.tab.isEmpty())
        m_bar->setCurrentIndex(tabFrom(place.tab));
    if (isOther) {
        m_error.reset();
        m_zone = {};
        load();
        refresh();
    }
    if (!place.address.isEmpty()) // which zone, by name
        chooseZone(place.address);
}

void ZonePage::refresh()
{
    m_isLoading = true;
    m_wasAsked = m_context.accounts.backend(m_place.scope.account) != nullptr;
    m_context.accounts.refreshPart(m_place.scope, Accounts::Part::Zones);
    if (m_tabs->currentWidget() == m_history)
        m_history->load();
    showPanel();
}

void ZonePage::focusFilter()
{
    m_header->filter()->setFocus();
    m_header->filter()->selectAll();
}

void ZonePage::load()
{
    m_zones = m_context.cache.zones(m_place.scope);
    m_choose->clear();
    for (const mail::Zone &zone : qAsConst(m_zones))
        m_choose->addItem(zone.nameIdn, zone.name);
    m_choose->setVisible(m_zones.size() > 1);
    const auto known = std::find_if(m_zones.cbegin(), m_zones.cend(),
                                    [this](const mail::Zone &z) { return z.name == m_zone.name; });
    m_zone = known != m_zones.cend() ? *known : m_zones.value(0);
    showZone();
}

void ZonePage::chooseZone(const QString &name)
{
    for (const mail::Zone &zone : qAsConst(m_zones))
        if (zone.name == name)
            m_zone = zone;
    showZone();
}

void ZonePage::showZone()
{
    m_choose->setCurrentIndex(m_choose->findData(m_zone.name));
    m_header->setTitle(m_zone.name.isEmpty() || m_zones.size() > 1
                           ? tr("DNS zone")
                           : tr("DNS zone %1").arg(m_zone.nameIdn));
    m_signed->setVisible(m_zone.isSigned.has_value());
    if (m_zone.isSigned.value_or(false))
        m_signed->set(tr("DNSSEC"), Role::Good, QStringLiteral("shield-check"));
    else
        m_signed->set(tr("not signed"), Role::Muted, QStringLiteral("shield"));
    m_records->setZone(m_place.scope, m_zone);
    m_history->setZone(m_place.scope, m_zone);
    m_dnssec->setZone(m_place.scope, m_zone);
    const auto can = m_context.changes.capabilities(m_place.scope).can(mail::Verb::Create, u"zone");
    m_createZone->setEnabled(m_zone.name.isEmpty() && can);
    m_createZone->setVisible(m_zone.name.isEmpty());
    m_createZone->setToolTip(can ? m_createZone->text().remove(u'…') : reasonText(can.reason));
    showCounts();
    showPanel();
}

void ZonePage::showPanel()
{
    const bool hasZone = !m_zone.name.isEmpty();
    const store::Cache &cache = m_context.cache;
    m_header->setAge(hasZone ? cache.readAt(m_place.scope, QStringLiteral("record"), m_zone.name)
                             : cache.readAt(m_place.scope, QStringLiteral("zone")),
                     m_context.accounts.connection(m_place.scope.account) ==
                         Accounts::Connection::Offline);
    m_barLine->setVisible(hasZone);
    m_tabs->setVisible(hasZone);
    m_panel->setVisible(!hasZone);
    m_header->filter()->setEnabled(hasZone);
    if (!hasZone)
        showElsewhere();
}

// No zone: why, and what can be done.
void ZonePage::showElsewhere()
{
    const auto service = m_context.cache.service(m_place.scope);
    const QString domain = service ? service->domainIdn : QString();
    const auto retry = [this] { refresh(); };
    const bool wasRead = m_context.cache.readAt(m_place.scope, QStringLiteral("zone")).isValid();
    if (m_error && m_error->kind != Error::Kind::Cancelled) {
        const QString sentence = sentenceFor(*m_error).text;
        if (m_error->kind == Error::Kind::Unsupported)
            m_panel->set(PageState::Empty, tr("DNS is not managed here"),
                         tr("This mail service tells nothing about DNS zones. Records of %1 are "
                            "changed where its name servers are.")
                             .arg(domain),
                         {}, {}, QStringLiteral("globe"));
        else if (m_error->kind == Error::Kind::Forbidden ||
                 m_error->kind == Error::Kind::Unauthorized)
            m_panel->set(PageState::Forbidden, tr("The zone is not shown to you"), sentence,
                         tr("Retry"), retry);
        else
            m_panel->set(m_error->kind == Error::Kind::Offline ? PageState::Offline
                                                               : PageState::Error,
                         tr("The zone was not read"), sentence, tr("Retry"), retry);
        return;
    }
    if (!wasRead || m_isLoading) {
        m_panel->set(PageState::Loading, tr("Reading the zone"), {});
        return;
    }
    const bool can = m_createZone->isEnabled();
    m_panel->set(
        PageState::Empty, tr("The DNS of %1 is elsewhere").arg(domain),
        can ? tr("This service has no zone for it. Change records where its name servers "
                 "are, or create the zone here and have the registrar name our servers.")
            : tr("This service has no zone for it. Change records where its name servers "
                 "are; the registrar of the domain knows which they are."),
        can ? m_createZone->text() : tr("Look again"),
        [this, can] { can ? createZone() : refresh(); }, QStringLiteral("globe"));
}

void ZonePage::showCounts()
{
    const QLocale locale;
    const model::ZoneModel &rows = m_records->rows();
    m_header->setCount(
        m_zone.name.isEmpty() ? QString()
        : rows.shown() == rows.total()
            ? tr("%Ln records", nullptr, rows.total())
            : tr("%1 of %2").arg(locale.toString(rows.shown()), locale.toString(rows.total())));
}

void ZonePage::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
    m_place.tab = QLatin1String(tabNames[std::clamp(index, 0, 2)]);
    m_bulk->setCount(index == 0 ? m_records->rows().tickedCount() : 0);
    if (m_tabs->currentWidget() == m_history)
        m_history->load();
}

void ZonePage::createZone()
{
    const auto service = m_context.cache.service(m_place.scope);
    if (!service || !m_createZone->isEnabled())
        return;
    mail::Zone zone;
    zone.service = m_place.scope.service;
    zone.name = service->domain;
    zone.nameIdn = service->domainIdn;
    m_context.changes.review(
        m_place.scope, {tr("Create the zone %1").arg(zone.nameIdn), {mail::creation(zone)}}, this);
}

QByteArray ZonePage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_header->filter()->text() << m_zone.name << m_bar->currentIndex()
        << m_records->saveState();
    return state;
}

void ZonePage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    QString filter;
    QString zone;
    int tab = 0;
    QByteArray records;
    in >> filter >> zone >> tab >> records;
    if (in.status() != QDataStream::Ok)
        return;
    m_header->filter()->setText(filter);
    chooseZone(zone);
    m_bar->setCurrentIndex(tab);
    m_records->restoreState(records);
}

void ZonePage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> files = event->mimeData()->urls();
    if (files.size() == 1 && files.first().isLocalFile() && m_records->importAction()->isEnabled())
        event->acceptProposedAction();
}

void ZonePage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> files = event->mimeData()->urls();
    if (files.size() == 1)
        m_records->importFile(files.first().toLocalFile());
}

} // namespace ui
