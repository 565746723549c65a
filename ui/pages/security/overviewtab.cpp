// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/overviewtab.h"

#include "app/wire/dns/zonetext.h"
#include "ui/pages/security/cardcolumn.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

namespace {

// What is published for a section, as an administrator would write it.
QStringList recordsOf(check::Section section, const work::DomainLook &look)
{
    const check::DomainReport &report = look.report;
    QStringList list;
    switch (section) {
    case check::Section::Spf:
        for (const QByteArray &text : report.spf.texts)
            list.append(QString::fromUtf8(text));
        break;
    case check::Section::Dmarc:
        for (const QByteArray &text : report.dmarc.texts)
            list.append(QString::fromUtf8(text));
        break;
    case check::Section::Dkim:
        for (const check::DkimFound &found : report.dkim)
            list.append(
                QStringLiteral("%1._domainkey: %2 %3")
                    .arg(QString::fromUtf8(found.selector), QString::fromUtf8(found.key.type))
                    .arg(found.key.bits));
        break;
    case check::Section::Reach:
        for (const check::MailHost &host : report.hosts)
            list.append(QStringLiteral("MX %1 %2")
                            .arg(host.mx.preference)
                            .arg(QString::fromUtf8(host.mx.host)));
        break;
    default:
        break;
    }
    return list;
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : QWidget(parent)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    auto *banner = new QHBoxLayout;
    banner->setSpacing(grid(1.5));
    m_mark = new QLabel(inside);
    banner->addWidget(m_mark, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(scaled(2));
    m_overall = Text::section({}, inside);
    m_overall->setObjectName(QStringLiteral("overview.overall"));
    m_overall->setWordWrap(true);
    m_facts = Text::muted({}, inside);
    m_facts->setObjectName(QStringLiteral("overview.facts"));
    m_facts->setWordWrap(true);
    words->addWidget(m_overall);
    words->addWidget(m_facts);
    banner->addLayout(words, 1);
    m_correctAll =
        new QPushButton(icon(QStringLiteral("wand-sparkles")), tr("Correct all…"), inside);
    m_correctAll->setObjectName(QStringLiteral("overview.correctAll"));
    m_correctAll->setAutoDefault(false);
    banner->addWidget(m_correctAll, 0, Qt::AlignVCenter);
    column->addLayout(banner);
    connect(m_correctAll, &QPushButton::clicked, this, &OverviewTab::correctAllWanted);

    m_grid = new QGridLayout;
    m_grid->setSpacing(grid(2));
    column->addLayout(m_grid);
    column->addStretch();
    for (const check::Section section :
         {check::Section::Spf, check::Section::Dkim, check::Section::Dmarc, check::Section::Reach,
          check::Section::Dnssec, check::Section::Dane, check::Section::Other}) {
        auto *card = new SectionCard(section, inside);
        m_cards.append(card);
        connect(card, &SectionCard::correctWanted, this,
                [this, section] { emit correctWanted(section); });
        connect(card, &SectionCard::editWanted, this,
                [this, section] { emit editWanted(section); });
        connect(card, &SectionCard::detailsWanted, this,
                [this, section] { emit detailsWanted(section); });
    }
    layOutCards();
}

bool OverviewTab::needsThought(const check::SectionState &state)
{
    return !state.proposal.dropped.isEmpty() ||
           std::any_of(
               state.findings.cbegin(), state.findings.cend(),
               [](const mail::Finding &finding) { return finding.code == u"mx-elsewhere"; });
}

mail::ChangeSet OverviewTab::everything(const work::DomainLook &look)
{
    mail::ChangeSet all{tr("Correct %1").arg(wire::nameForPeople(look.report.domain)), {}};
    for (const check::SectionState &state : look.states)
        if (!needsThought(state) &&
            (isMainSection(state.section) || state.severity != mail::Severity::Information))
            for (const mail::Change &change : state.proposal.changes.changes)
                if (!all.changes.contains(change))
                    all.changes.append(change);
    return all;
}

bool OverviewTab::needsKey(const work::DomainLook &look)
{
    return std::any_of(look.states.cbegin(), look.states.cend(),
                       [](const check::SectionState &state) { return state.proposal.rotateKeys; });
}

void OverviewTab::show(const work::DomainLook &look, const QString &why)
{
    m_worst = mail::Severity::Information;
    for (const check::SectionState &state : look.states) {
        if (isMainSection(state.section))
            m_worst =
                std::max({m_worst, state.severity,
                          state.present ? mail::Severity::Information : mail::Severity::Warning});
        for (SectionCard *card : std::as_const(m_cards))
            if (card->section() == state.section)
                card->show(state, recordsOf(state.section, look), why);
    }
    m_overall->setText(overallWords(look.states));
    QStringList facts;
    if (look.basis.zone)
        facts.append(check::zoneIsOurs(look.report, look.basis)
                         ? tr("The zone %1 is served here: what is wrong can be corrected at once.")
                               .arg(look.basis.zone->nameIdn)
                         : tr("The zone %1 is kept here, but the world asks other name servers.")
                               .arg(look.basis.zone->nameIdn));
    else
        facts.append(
            tr("The DNS of this domain is elsewhere: records are shown for you to publish."));
    if (!look.report.nameServers.isEmpty()) {
        QStringList names;
        for (const QByteArray &name : look.report.nameServers)
            names.append(QString::fromUtf8(name));
        facts.append(tr("Name servers: %1.").arg(names.join(QStringLiteral(", "))));
    }
    m_facts->setText(facts.join(u' '));
    const int changes = int(everything(look).changes.size()) + (needsKey(look) ? 1 : 0);
    m_correctAll->setVisible(changes > 1);
    m_correctAll->setEnabled(why.isEmpty());
    m_correctAll->setToolTip(
        why.isEmpty() ? tr("Shows the %Ln changes before any is made.", nullptr, changes) : why);
    drawMark();
}

void OverviewTab::drawMark()
{
    const Standing standing = standingOf(m_worst, true);
    const int side = scaled(32);
    m_mark->setPixmap(iconPixmap(m_worst == mail::Severity::Information
                                     ? QStringLiteral("shield-check")
                                     : QStringLiteral("shield-alert"),
                                 colour(standing.role, palette()), side, devicePixelRatioF()));
    m_mark->setAccessibleName(standing.word);
}

void OverviewTab::layOutCards()
{
    // Two side by side where both have room for a record.
    const int columns = width() >= scaled(820) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (SectionCard *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    int at = 0;
    for (SectionCard *card : std::as_const(m_cards)) {
        const bool isLastAlone =
            columns == 2 && card == m_cards.constLast() && m_cards.size() % 2 == 1;
        m_grid->addWidget(card, at / columns, at % columns, 1, isLastAlone ? 2 : 1);
        ++at;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void OverviewTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutCards();
}

void OverviewTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawMark();
}

} // namespace ui
