// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/spftab.h"

#include "ui/pages/security/cardcolumn.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace ui {

namespace {

constexpr int lookupLimit = 10; // RFC 7208, section 4.6.4

enum Column
{
    Term,
    Lookups,
    Ranges,
    Remark
};

QString networkList(const QList<check::SpfNetwork> &networks)
{
    QStringList texts;
    for (const check::SpfNetwork &network : networks.mid(0, 6))
        texts.append(QString::fromLatin1(network.text()));
    if (networks.size() > texts.size())
        texts.append(QStringLiteral("…"));
    return texts.join(QStringLiteral(", "));
}

} // namespace

SpfTab::SpfTab(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    auto *card = new Card(tr("What the record leads to"), inside);
    m_cost = Text::muted({}, card);
    m_cost->setObjectName(QStringLiteral("spf.cost"));
    m_cost->setWordWrap(true);
    m_asTable = new QPushButton(icon(QStringLiteral("table-2")), tr("As a table"), card);
    m_asTable->setObjectName(QStringLiteral("spf.asTable"));
    m_asTable->setCheckable(true);
    m_asTable->setAutoDefault(false);
    m_asTable->setShortcut(Qt::CTRL | Qt::Key_T);
    m_asTable->setToolTip(tr("The same as a table (Ctrl+T)"));
    card->addToHeader(m_asTable);
    card->body()->addWidget(m_cost);
    m_views = new QStackedWidget(card);
    m_tree = new PictureView(m_views);
    m_tree->setObjectName(QStringLiteral("spf.tree"));
    m_tree->setAccessibleName(tr("SPF tree"));
    m_tree->setMinimumHeight(scaled(120));
    m_rows = new QStandardItemModel(0, 4, this);
    m_rows->setHorizontalHeaderLabels(
        {tr("Term"), tr("Lookups"), tr("Address ranges"), tr("Remark")});
    m_table = new ObjectTable(m_views);
    m_table->setObjectName(QStringLiteral("spf.table"));
    m_table->setAccessibleName(tr("SPF tree as a table"));
    m_table->setModel(m_rows);
    m_table->setStretch(Column::Remark, scaled(200));
    m_table->setColumnWidth(Column::Term, scaled(320));
    m_table->setColumnWidth(Column::Lookups, scaled(90));
    m_table->setColumnWidth(Column::Ranges, scaled(120));
    m_table->remember(context.settings, QStringLiteral("security/spf"));
    m_table->setSortingEnabled(false);
    m_views->addWidget(m_tree);
    m_views->addWidget(m_table);
    card->body()->addWidget(m_views);
    auto *without = new QHBoxLayout;
    without->setSpacing(grid());
    m_try = new QPushButton(tr("What if it were removed?"), card);
    m_try->setObjectName(QStringLiteral("spf.try"));
    m_try->setAutoDefault(false);
    m_effect = new Text({}, Size::Body, Role::Text, card);
    m_effect->setObjectName(QStringLiteral("spf.effect"));
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    m_use = new QPushButton(tr("Use this record…"), card);
    m_use->setObjectName(QStringLiteral("spf.use"));
    m_use->setAutoDefault(false);
    m_use->hide();
    without->addWidget(m_try, 0, Qt::AlignTop);
    without->addWidget(m_effect, 1);
    without->addWidget(m_use, 0, Qt::AlignTop);
    card->body()->addLayout(without);
    column->addWidget(card);

    auto *asking = new Card(tr("May these addresses send?"), inside);
    asking->setHint(
        tr("IP addresses of servers that send mail for the domain, separated by spaces."));
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    m_addresses = new QLineEdit(asking);
    m_addresses->setObjectName(QStringLiteral("spf.addresses"));
    m_addresses->setAccessibleName(tr("IP addresses"));
    m_addresses->setPlaceholderText(QStringLiteral("192.0.2.25 2001:db8::25"));
    m_ask = new QPushButton(tr("Ask"), asking);
    m_ask->setObjectName(QStringLiteral("spf.ask"));
    m_ask->setAutoDefault(false);
    line->addWidget(m_addresses, 1);
    line->addWidget(m_ask);
    asking->body()->addLayout(line);
    m_answers = new Text({}, Size::Body, Role::Text, asking);
    m_answers->setObjectName(QStringLiteral("spf.answers"));
    m_answers->setTextFormat(Qt::PlainText);
    m_answers->setWordWrap(true);
    m_answers->hide();
    asking->body()->addWidget(m_answers);
    column->addWidget(asking);
    column->addStretch();

    connect(m_asTable, &QPushButton::toggled, this, [this](bool on) {
        m_views->setCurrentIndex(on ? 1 : 0);
        m_views->currentWidget()->setFocus();
    });
    connect(m_tree, &PictureView::currentChanged, this, &SpfTab::tellChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { m_tree->setCurrent(index.row()); });
    connect(m_tree, &PictureView::activated, this, [this] {
        if (m_try->isEnabled())
            tryWithout();
    });
    connect(m_try, &QPushButton::clicked, this, &SpfTab::tryWithout);
    connect(m_use, &QPushButton::clicked, this, [this] { emit replaceWanted(m_without); });
    connect(m_ask, &QPushButton::clicked, this, &SpfTab::askAddresses);
    connect(m_addresses, &QLineEdit::returnPressed, this, &SpfTab::askAddresses);
}

void SpfTab::show(const work::DomainLook &look, work::MakeDns dns)
{
    m_dns = std::move(dns);
    m_domain = look.report.domain;
    m_record = look.report.spf.record.text;
    m_lines = spfLines(look.report.spf);
    m_senders.clear();
    for (const QString &address : look.basis.facts.addresses)
        if (const auto ip = wire::IpAddress::parse(address.toLatin1()))
            m_senders.append(*ip);
    if (m_addresses->text().isEmpty())
        m_addresses->setText(look.basis.facts.addresses.join(u' '));
    m_tree->setDrawing(
        [lines = m_lines](qreal width) { return spfPicture(lines, lookupLimit, width); });
    m_tree->setFixedHeight(int(std::min<qreal>(m_tree->drawnHeight() + 2, scaled(900))));
    m_table->setFixedHeight(m_tree->height() + scaled(40));
    fillTable();
    const int lookups = look.report.spf.lookups;
    m_cost->setText(
        look.report.spf.texts.isEmpty()
            ? tr("The domain has no SPF record.")
            : tr("%1 of %2 lookups are used. Beyond that receivers give up and treat the record as "
                 "broken.")
                  .arg(lookups)
                  .arg(lookupLimit));
    m_effect->setText({});
    m_use->hide();
    tellChosen(-1);
}

void SpfTab::fillTable()
{
    m_rows->removeRows(0, m_rows->rowCount());
    for (const SpfLine &line : std::as_const(m_lines)) {
        const QString remark = line.problem.isEmpty() ? line.note : line.problem;
        QList<QStandardItem *> row{
            new QStandardItem(QString(line.depth * 2, u' ') + line.term),
            new QStandardItem(QString::number(line.lookups)),
            new QStandardItem(line.ranges ? QString::number(line.ranges) : QString()),
            new QStandardItem(remark)};
        row[Column::Lookups]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row[Column::Ranges]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (QStandardItem *item : row)
            item->setEditable(false);
        m_rows->appendRow(row);
    }
}

void SpfTab::tellChosen(int part)
{
    const SpfLine line = m_lines.value(part);
    const bool can = line.isFirstBelow && !line.term.isEmpty();
    m_try->setEnabled(can);
    m_try->setToolTip(can ? tr("What the record would be without “%1”").arg(line.term)
                          : tr("Choose a term of the domain's own record in the tree first."));
}

void SpfTab::tryWithout()
{
    const SpfLine line = m_lines.value(m_tree->current());
    if (!line.isFirstBelow)
        return;
    const QByteArray term = line.term.toUtf8();
    const QByteArray record = check::spfWithout(m_record, term);
    m_try->setEnabled(false);
    m_effect->setText(tr("Looking…"));
    m_context.jobs.run(
        tr("SPF without %1").arg(line.term), {{}, true},
        [make = m_dns, domain = m_domain, record,
         senders = m_senders](Progress &progress) -> Result<check::SpfChange> {
            const auto dns = make();
            if (!dns)
                return dns.error();
            return check::spfWhatIf(domain, record, senders, *dns->resolver, progress);
        },
        this,
        [this, term](const Result<check::SpfChange> &change) {
            tellChosen(m_tree->current());
            if (change)
                tellWithout(*change, term);
            else
                m_effect->setText(sentenceFor(change.error()).text);
        });
}

void SpfTab::tellWithout(const check::SpfChange &change, const QByteArray &term)
{
    QStringList parts{tr("Without “%1”: %2 in place of %3 lookups.")
                          .arg(QString::fromUtf8(term))
                          .arg(change.lookupsAfter)
                          .arg(change.lookupsBefore)};
    if (change.lost.isEmpty())
        parts.append(tr("Nobody loses the right to send."));
    else
        parts.append(
            tr("%n address range(s) could send no more: %1.", nullptr, int(change.lost.size()))
                .arg(networkList(change.lost)));
    for (const check::SpfChange::Address &address : change.addresses)
        if (address.before.result != address.after.result)
            parts.append(tr("The service sends from %1: %2 before, %3 then.")
                             .arg(QString::fromLatin1(address.ip.text()),
                                  QString(mail::word(address.before.result)),
                                  QString(mail::word(address.after.result))));
    m_effect->setText(parts.join(u' '));
    m_without = change.record;
    m_use->show();
}

void SpfTab::askAddresses()
{
    QList<wire::IpAddress> addresses;
    for (const QString &word :
         m_addresses->text().simplified().replace(u',', u' ').split(u' ', Qt::SkipEmptyParts)) {
        const auto ip = wire::IpAddress::parse(word.toLatin1());
        if (!ip) {
            m_answers->setText(tr("“%1” is not an IP address.").arg(word));
            m_answers->setRole(Role::Bad);
            m_answers->show();
            return;
        }
        addresses.append(*ip);
    }
    if (addresses.isEmpty())
        return;
    m_ask->setEnabled(false);
    m_context.jobs.run(
        tr("SPF of %n address(es)", nullptr, int(addresses.size())), {{}, true},
        [make = m_dns, domain = m_domain,
         addresses](Progress &progress) -> Result<QList<check::SpfOutcome>> {
            const auto dns = make();
            if (!dns)
                return dns.error();
            return check::spfForAddresses(domain, addresses, *dns->resolver, progress);
        },
        this,
        [this, addresses](const Result<QList<check::SpfOutcome>> &outcomes) {
            m_ask->setEnabled(true);
            m_answers->show();
            m_answers->setRole(outcomes ? Role::Text : Role::Bad);
            if (!outcomes) {
                m_answers->setText(sentenceFor(outcomes.error()).text);
                return;
            }
            QStringList lines;
            for (qsizetype i = 0; i < outcomes->size(); ++i) {
                const check::SpfOutcome &outcome = outcomes->at(i);
                const QString ip = QString::fromLatin1(addresses.at(i).text());
                const QString term = QString::fromUtf8(outcome.term);
                lines.append(
                    outcome.result == check::SpfResult::Pass
                        ? tr("%1 may send: “%2”.").arg(ip, term)
                    : outcome.result == check::SpfResult::Fail
                        ? tr("%1 may not send: “%2”.").arg(ip, term)
                    : outcome.result == check::SpfResult::SoftFail
                        ? tr("%1 should not send and is marked as suspicious: “%2”.").arg(ip, term)
                    : outcome.result == check::SpfResult::Neutral
                        ? tr("Nothing is said about %1.").arg(ip)
                    : outcome.result == check::SpfResult::None
                        ? tr("There is no SPF record to judge %1 by.").arg(ip)
                        : tr("%1 cannot be judged: %2").arg(ip, outcome.reason));
            }
            m_answers->setText(lines.join(u'\n'));
        });
}

} // namespace ui
