// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/dmarctab.h"

#include "app/mail/domain.h"
#include "ui/pages/security/cardcolumn.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace ui {

namespace {

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

static QString policyWords(check::DmarcPolicy policy)
{
    switch (policy) {
    case check::DmarcPolicy::None:
        return DmarcTab::tr("deliver it");
    case check::DmarcPolicy::Quarantine:
        return DmarcTab::tr("put it into spam");
    case check::DmarcPolicy::Reject:
        return DmarcTab::tr("refuse it");
    }
    return {};
}

static QString methodWords(check::DmarcMethod method)
{
    switch (method) {
    case check::DmarcMethod::Aligned:
        return DmarcTab::tr("passed, for this domain");
    case check::DmarcMethod::Elsewhere:
        return DmarcTab::tr("passed, for another domain");
    case check::DmarcMethod::Failed:
        return DmarcTab::tr("failed");
    }
    return {};
}

DmarcTab::DmarcTab(Context &context, QWidget *parent)
    : QWidget(parent)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    m_partsCard = new Card(tr("The record, part by part"), inside);
    m_where = Text::muted({}, m_partsCard);
    m_where->setObjectName(QStringLiteral("dmarc.where"));
    m_where->setWordWrap(true);
    m_partsCard->body()->addWidget(m_where);
    m_parts = new QStandardItemModel(0, 3, this);
    m_parts->setHorizontalHeaderLabels({tr("Part"), tr("Value"), tr("What it says")});
    m_partsTable = new ObjectTable(m_partsCard);
    m_partsTable->setObjectName(QStringLiteral("dmarc.parts"));
    m_partsTable->setAccessibleName(tr("Parts of the DMARC record"));
    m_partsTable->setModel(m_parts);
    m_partsTable->setStretch(2, scaled(240));
    m_partsTable->setColumnWidth(0, scaled(80));
    m_partsTable->setColumnWidth(1, scaled(240));
    m_partsTable->setFollow(1, scaled(300));
    m_partsTable->remember(context.settings, QStringLiteral("security/dmarc"));
    m_partsCard->body()->addWidget(m_partsTable);
    column->addWidget(m_partsCard);

    m_effectCard =
        new Card(tr("What receivers do with a message that says to be from here"), inside);
    m_effect = new QStandardItemModel(0, 3, this);
    m_effect->setHorizontalHeaderLabels({tr("SPF"), tr("DKIM"), tr("Receivers are asked to")});
    m_effectTable = new ObjectTable(m_effectCard);
    m_effectTable->setObjectName(QStringLiteral("dmarc.effect"));
    m_effectTable->setAccessibleName(tr("Effect of DMARC"));
    m_effectTable->setModel(m_effect);
    m_effectTable->setStretch(2, scaled(240));
    m_effectTable->setColumnWidth(0, scaled(220));
    m_effectTable->setColumnWidth(1, scaled(220));
    m_effectTable->setLook(2, [](const QModelIndex &index) {
        Cell look;
        look.text = index.data().toString();
        const bool passes = index.data(Qt::UserRole).toBool();
        look.icons = {passes ? QStringLiteral("circle-check") : QStringLiteral("shield-alert")};
        look.iconRole = passes ? Role::Good : Role::Warning;
        return look;
    });
    m_effectTable->setFollow(0, scaled(300));
    m_effectTable->setFollow(1, scaled(300));
    m_effectTable->remember(context.settings, QStringLiteral("security/effect"));
    m_effectCard->body()->addWidget(m_effectTable);
    column->addWidget(m_effectCard);

    m_reportsCard = new Card(tr("Reports"), inside);
    m_reportsCard->setHint(
        tr("Receivers send a summary once a day: who sends for the domain, and what "
           "they did with it."));
    m_reports = new QVBoxLayout;
    m_reports->setSpacing(scaled(4));
    m_reportsCard->body()->addLayout(m_reports);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    m_address = new QLineEdit(m_reportsCard);
    m_address->setObjectName(QStringLiteral("dmarc.address"));
    m_address->setAccessibleName(tr("Address for reports"));
    m_address->setPlaceholderText(tr("reports@example.org"));
    m_failures = new QCheckBox(tr("Each failed message, too"), m_reportsCard);
    m_failures->setObjectName(QStringLiteral("dmarc.failures"));
    m_failures->setToolTip(
        tr("Besides the daily summary, a copy of each message that fails (ruf). Few receivers send "
           "them, and they can hold what others wrote."));
    m_add = new QPushButton(tr("Add address…"), m_reportsCard);
    m_add->setObjectName(QStringLiteral("dmarc.add"));
    m_add->setAutoDefault(false);
    line->addWidget(m_address, 1);
    line->addWidget(m_failures);
    line->addWidget(m_add);
    m_reportsCard->body()->addLayout(line);
    m_fault = new Text({}, Size::Small, Role::Bad, m_reportsCard);
    m_fault->setObjectName(QStringLiteral("dmarc.fault"));
    m_fault->hide();
    m_reportsCard->body()->addWidget(m_fault);
    column->addWidget(m_reportsCard);
    column->addStretch();
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    connect(m_address, &QLineEdit::returnPressed, this, [this] { add(); });
    connect(m_address, &QLineEdit::textChanged, m_fault, &QWidget::hide);
}

void DmarcTab::show(const work::DomainLook &look, const QString &why)
{
    m_domain = QString::fromUtf8(look.report.domain);
    showParts(look.report.dmarc);
    showEffect(look.report.dmarc);
    showReports(look.report.dmarc, why);
}

void DmarcTab::showParts(const check::DmarcFound &found)
{
    m_parts->removeRows(0, m_parts->rowCount());
    const auto add = [this](const QString &part, const QString &value, const QString &words) {
        m_parts->appendRow({cell(part), cell(value), cell(words)});
    };
    if (!found.record) {
        m_where->setText(found.problem.isEmpty() ? tr("The domain has no DMARC record.")
                                                 : found.problem);
        m_partsTable->hide();
        return;
    }
    m_partsTable->show();
    const check::DmarcRecord &record = *found.record;
    m_where->setText(found.at == found.domain
                         ? tr("Published at _dmarc.%1.").arg(mail::nameForPeople(m_domain))
                         : tr("Inherited from _dmarc.%1.").arg(QString::fromUtf8(found.at)));
    const auto policy = [](check::DmarcPolicy p) { return QString(mail::word(p)); };
    add(QStringLiteral("p"), policy(record.policy),
        tr("Forged messages: receivers are asked to %1.").arg(policyWords(record.policy)));
    if (record.subdomains)
        add(QStringLiteral("sp"), policy(*record.subdomains),
            tr("The same below the domain: %1.").arg(policyWords(*record.subdomains)));
    if (record.nonexistent)
        add(QStringLiteral("np"), policy(*record.nonexistent),
            tr("Below the domain where there is no such name: %1.")
                .arg(policyWords(*record.nonexistent)));
    if (record.percent != 100)
        add(QStringLiteral("pct"), QString::number(record.percent),
            tr("Only %1 of 100 forged messages are treated so.").arg(record.percent));
    if (record.testing)
        add(QStringLiteral("t"), QStringLiteral("y"), tr("A test: receivers act one step milder."));
    add(QStringLiteral("aspf"), record.strictSpf ? QStringLiteral("s") : QStringLiteral("r"),
        record.strictSpf ? tr("SPF counts for exactly this domain only.")
                         : tr("SPF counts for names below the domain, too."));
    add(QStringLiteral("adkim"), record.strictDkim ? QStringLiteral("s") : QStringLiteral("r"),
        record.strictDkim ? tr("DKIM counts for exactly this domain only.")
                          : tr("DKIM counts for names below the domain, too."));
    fitRows(m_partsTable, m_parts->rowCount());
}

void DmarcTab::showEffect(const check::DmarcFound &found)
{
    m_effect->removeRows(0, m_effect->rowCount());
    const QList<check::DmarcRow> rows = check::dmarcTable(found);
    m_effectCard->setVisible(!rows.isEmpty());
    for (const check::DmarcRow &row : rows) {
        QString text = row.pass ? tr("deliver it: it is genuine") : policyWords(row.asked);
        if (!row.pass && row.percent < 100 && row.asked != row.rest)
            text = tr("%1 (%2 of 100; the others: %3)")
                       .arg(text)
                       .arg(row.percent)
                       .arg(policyWords(row.rest));
        auto *effect = cell(text);
        effect->setData(row.pass, Qt::UserRole);
        m_effect->appendRow({cell(methodWords(row.spf)), cell(methodWords(row.dkim)), effect});
    }
    fitRows(m_effectTable, m_effect->rowCount());
}

void DmarcTab::showReports(const check::DmarcFound &found, const QString &why)
{
    delete m_reportRows;
    m_reportRows = new QWidget(m_reportsCard);
    auto *column = new QVBoxLayout(m_reportRows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(4));
    const auto list = [&](const QList<check::DmarcReportAddress> &addresses, bool failures) {
        for (const check::DmarcReportAddress &address : addresses) {
            auto *row = new QWidget(m_reportRows);
            auto *line = new QHBoxLayout(row);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(grid());
            const QString text =
                QString::fromUtf8(address.address.isEmpty() ? address.uri : address.address);
            auto *words = new Text(text, Size::Body, Role::Text, row);
            words->setTextFormat(Qt::PlainText);
            words->setWordWrap(true);
            auto *kind =
                Text::muted(failures ? tr("each failed message") : tr("daily summary"), row);
            auto *remove = new QToolButton(row);
            remove->setObjectName(QStringLiteral("dmarc.remove.%1").arg(text));
            remove->setAutoRaise(true);
            remove->setIcon(icon(QStringLiteral("trash-2")));
            remove->setAccessibleName(tr("Send no more reports to %1").arg(text));
            remove->setEnabled(why.isEmpty());
            remove->setToolTip(why.isEmpty() ? remove->accessibleName() : why);
            line->addWidget(words, 1);
            line->addWidget(kind);
            line->addWidget(remove);
            column->addWidget(row);
            const QByteArray target = address.address.isEmpty() ? address.uri : address.address;
            connect(remove, &QToolButton::clicked, this, [this, target, failures] {
                check::DmarcWish wish;
                (failures ? wish.removeFailure : wish.removeAggregate) = {target};
                emit wishWanted(
                    wish, tr("Send no more DMARC reports to %1").arg(QString::fromUtf8(target)));
            });
        }
    };
    if (found.record) {
        list(found.record->aggregate, false);
        list(found.record->failure, true);
    }
    if (column->isEmpty())
        column->addWidget(Text::muted(tr("Nobody gets reports."), m_reportRows));
    m_reports->addWidget(m_reportRows);
    m_address->setEnabled(why.isEmpty());
    m_failures->setEnabled(why.isEmpty());
    m_add->setEnabled(why.isEmpty());
    m_add->setToolTip(why);
}

void DmarcTab::add()
{
    const QString text = mail::addressForWire(m_address->text().trimmed());
    const auto at = text.lastIndexOf(u'@');
    if (at <= 0 || !mail::domainFrom(text.mid(at + 1))) {
        m_fault->setText(tr("An address has the form name@domain."));
        m_fault->show();
        m_address->setFocus();
        return;
    }
    check::DmarcWish wish;
    wish.addAggregate = {text.toUtf8()};
    if (m_failures->isChecked())
        wish.addFailure = {text.toUtf8()};
    emit wishWanted(wish, tr("Send DMARC reports to %1").arg(text));
    m_address->clear();
}

} // namespace ui
