// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/chaintab.h"

#include "ui/pages/security/cardcolumn.h"
#include "ui/pages/security/chaindrawing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ui {

ChainTab::ChainTab(Context &context, QWidget *parent)
    : QWidget(parent)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    auto *card = new Card(tr("From the trust anchor to the domain"), inside);
    m_asTable = new QPushButton(icon(QStringLiteral("table-2")), tr("As a table"), card);
    m_asTable->setObjectName(QStringLiteral("dnssec.asTable"));
    m_asTable->setCheckable(true);
    m_asTable->setAutoDefault(false);
    m_asTable->setShortcut(Qt::CTRL | Qt::Key_T);
    m_asTable->setToolTip(tr("The same as a table (Ctrl+T)"));
    card->addToHeader(m_asTable);
    m_summary = new Text({}, Size::Body, Role::Text, card);
    m_summary->setObjectName(QStringLiteral("dnssec.summary"));
    m_summary->setWordWrap(true);
    card->body()->addWidget(m_summary);
    m_views = new QStackedWidget(card);
    m_chain = new PictureView(m_views);
    m_chain->setObjectName(QStringLiteral("dnssec.chain"));
    m_chain->setAccessibleName(tr("DNSSEC chain"));
    m_rows = new QStandardItemModel(0, 3, this);
    m_rows->setHorizontalHeaderLabels({tr("Zone"), tr("State"), tr("What it has")});
    m_table = new ObjectTable(m_views);
    m_table->setObjectName(QStringLiteral("dnssec.table"));
    m_table->setAccessibleName(tr("DNSSEC chain as a table"));
    m_table->setModel(m_rows);
    m_table->setStretch(2, scaled(240));
    m_table->setColumnWidth(0, scaled(200));
    m_table->setColumnWidth(1, scaled(120));
    m_table->remember(context.settings, QStringLiteral("security/dnssec"));
    m_table->setSortingEnabled(false);
    m_views->addWidget(m_chain);
    m_views->addWidget(m_table);
    card->body()->addWidget(m_views);
    column->addWidget(card);

    m_delegationCard = new Card(tr("For the zone above"), inside);
    m_delegationCard->setHint(
        tr("Where the domain is registered these DS records have to be entered. "
           "Until they are, nobody can verify the signatures."));
    m_delegation = new RecordText({}, m_delegationCard);
    m_delegation->setObjectName(QStringLiteral("dnssec.delegation"));
    m_delegation->setWhat(tr("the DS records"));
    m_delegationCard->body()->addWidget(m_delegation);
    column->addWidget(m_delegationCard);
    column->addStretch();
    connect(m_asTable, &QPushButton::toggled, this, [this](bool on) {
        m_views->setCurrentIndex(on ? 1 : 0);
        m_views->currentWidget()->setFocus();
    });
}

void ChainTab::show(const work::DomainLook &look)
{
    for (const check::SectionState &state : look.states)
        if (state.section == check::Section::Dnssec)
            m_summary->setText(state.summary);
    const QList<ChainBox> boxes =
        look.report.chain ? chainBoxes(*look.report.chain) : QList<ChainBox>();
    m_views->setVisible(!boxes.isEmpty());
    m_asTable->setVisible(!boxes.isEmpty());
    m_chain->setDrawing([boxes](qreal width) { return chainPicture(boxes, width); });
    m_chain->setFixedHeight(int(m_chain->drawnHeight()) + 4);
    m_table->setFixedHeight(m_chain->height());
    m_rows->removeRows(0, m_rows->rowCount());
    for (const ChainBox &box : boxes) {
        const QString facts =
            ((box.reason.isEmpty() ? QStringList() : QStringList{box.reason}) + box.lines)
                .join(QStringLiteral(" · "));
        QList<QStandardItem *> row{new QStandardItem(box.zone), new QStandardItem(box.standing),
                                   new QStandardItem(facts)};
        for (QStandardItem *item : row) {
            item->setEditable(false);
            item->setToolTip(facts);
        }
        m_rows->appendRow(row);
    }
    QStringList lines;
    if (look.basis.zone && look.basis.zone->delegation)
        for (const QString &ds : *look.basis.zone->delegation)
            lines.append(QStringLiteral("%1. IN DS %2").arg(look.basis.zone->name, ds));
    m_delegation->setText(lines.join(u'\n'));
    m_delegationCard->setVisible(!lines.isEmpty());
}

} // namespace ui
