// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/lookstab.h"

#include "app/model/text.h"
#include "ui/pages/security/cardcolumn.h"
#include "ui/pages/security/timeline.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ui {

namespace {

QStandardItem *cell(const QString &text, const QString &tip = {})
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    if (!tip.isEmpty())
        item->setToolTip(tip);
    return item;
}

} // namespace

LooksTab::LooksTab(Context &context, QWidget *parent)
    : QWidget(parent)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    m_driftCard = new Card(tr("What changed"), inside);
    m_accept = new QPushButton(tr("Accept today's state"), m_driftCard);
    m_accept->setObjectName(QStringLiteral("history.accept"));
    m_accept->setAutoDefault(false);
    m_driftCard->addToHeader(m_accept);
    m_accepted = new Text({}, Size::Body, Role::Text, m_driftCard);
    m_accepted->setObjectName(QStringLiteral("history.accepted"));
    m_accepted->setWordWrap(true);
    m_driftCard->body()->addWidget(m_accepted);
    m_drift = new QStandardItemModel(0, 4, this);
    m_drift->setHorizontalHeaderLabels({tr("Record"), tr("Accepted"), tr("Now"), tr("Since")});
    m_driftTable = new ObjectTable(m_driftCard);
    m_driftTable->setObjectName(QStringLiteral("history.drift"));
    m_driftTable->setAccessibleName(tr("Differences from the accepted state"));
    m_driftTable->setModel(m_drift);
    m_driftTable->setStretch(2, scaled(220));
    m_driftTable->setColumnWidth(0, scaled(210));
    m_driftTable->setColumnWidth(1, scaled(260));
    m_driftTable->setColumnWidth(3, scaled(110));
    m_driftTable->setFollow(0, scaled(320));
    m_driftTable->setFollow(1, scaled(360));
    m_driftTable->remember(context.settings, QStringLiteral("security/drift"));
    m_driftCard->body()->addWidget(m_driftTable);
    column->addWidget(m_driftCard);

    m_timeCard = new Card(tr("Over time"), inside);
    m_whoLooks = Text::muted({}, m_timeCard);
    m_whoLooks->setObjectName(QStringLiteral("history.who"));
    m_whoLooks->setWordWrap(true);
    m_timeCard->body()->addWidget(m_whoLooks);
    m_timeline = new PictureView(m_timeCard);
    m_timeline->setObjectName(QStringLiteral("history.timeline"));
    m_timeline->setAccessibleName(tr("Timeline of the security of the domain"));
    m_timeCard->body()->addWidget(m_timeline);
    m_looks = new QStandardItemModel(0, 3, this);
    m_looks->setHorizontalHeaderLabels({tr("Seen"), tr("Worst"), tr("What it was")});
    m_looksTable = new ObjectTable(m_timeCard);
    m_looksTable->setObjectName(QStringLiteral("history.looks"));
    m_looksTable->setAccessibleName(tr("Looks that told something new"));
    m_looksTable->setModel(m_looks);
    m_looksTable->setStretch(2, scaled(240));
    m_looksTable->setColumnWidth(0, scaled(140));
    m_looksTable->setColumnWidth(1, scaled(110));
    m_looksTable->setFollow(1, scaled(180));
    m_looksTable->remember(context.settings, QStringLiteral("security/looks"));
    m_timeCard->body()->addWidget(m_looksTable);
    column->addWidget(m_timeCard);
    column->addStretch();
    connect(m_accept, &QPushButton::clicked, this, &LooksTab::acceptWanted);
}

void LooksTab::setCanAccept(bool can, const QString &why)
{
    m_accept->setEnabled(can);
    m_accept->setToolTip(why);
}

void LooksTab::show(const backend::SecurityHistory &history, const QDateTime &now,
                    const QString &whoLooks)
{
    m_whoLooks->setText(whoLooks);
    fillDrift(history, now);
    fillLooks(history, now);
}

void LooksTab::fillDrift(const backend::SecurityHistory &history, const QDateTime &now)
{
    m_drift->removeRows(0, m_drift->rowCount());
    if (!history.accepted) {
        m_accepted->setText(
            tr("Accept today's state, and later looks tell what changed since: which "
               "record, from what to what, and when it was first seen."));
        m_driftTable->hide();
        return;
    }
    const QString when = model::exactText(history.accepted->at);
    const QList<mail::Drift> list = mail::drift(*history.accepted, history.looks);
    m_accepted->setText(
        list.isEmpty()
            ? tr("Nothing changed since the state of %1 was accepted.").arg(when)
            : tr("%Ln record(s) differ from the state accepted on %1.", nullptr, int(list.size()))
                  .arg(when));
    for (const mail::Drift &one : list) {
        const auto values = [](const QStringList &texts) {
            return texts.isEmpty() ? tr("none") : texts.join(QStringLiteral("\n"));
        };
        const auto line = [](const QStringList &texts) {
            return texts.isEmpty() ? tr("none") : texts.join(QStringLiteral(" · "));
        };
        m_drift->appendRow(
            {cell(one.type + u' ' + one.name), cell(line(one.before), values(one.before)),
             cell(line(one.after), values(one.after)),
             cell(model::relativeText(one.firstSeen, now), model::exactText(one.firstSeen))});
    }
    m_driftTable->setVisible(!list.isEmpty());
    fitRows(m_driftTable, int(list.size()), 8);
}

void LooksTab::fillLooks(const backend::SecurityHistory &history, const QDateTime &now)
{
    m_timeCard->setVisible(true);
    m_timeline->setVisible(!history.looks.isEmpty());
    m_looksTable->setVisible(!history.looks.isEmpty());
    m_timeline->setDrawing([rows = timelineRows(history.looks, now)](qreal width) {
        return timelinePicture(rows, width);
    });
    m_timeline->setFixedHeight(int(m_timeline->drawnHeight()) + 2);
    m_looks->removeRows(0, m_looks->rowCount());
    for (qsizetype i = history.looks.size(); i-- > 0;) {
        const mail::SecuritySnapshot &look = history.looks.at(i);
        const mail::Finding *worst = nullptr;
        int more = 0;
        for (const mail::Finding &finding : look.findings) {
            if (finding.severity == mail::Severity::Information)
                continue;
            ++more;
            if (!worst || finding.severity > worst->severity)
                worst = &finding;
        }
        QString words = worst ? sentenceFor(*worst).text : tr("Nothing to complain about.");
        if (more > 1)
            words = tr("%1 And %n more.", nullptr, more - 1).arg(words);
        m_looks->appendRow(
            {cell(model::relativeText(look.at, now), model::exactText(look.at)),
             cell(!worst                                     ? tr("In order")
                  : worst->severity == mail::Severity::Error ? tr("Wrong")
                                                             : tr("Needs attention")),
             cell(words)});
    }
    fitRows(m_looksTable, m_looks->rowCount(), 8);
}

} // namespace ui
