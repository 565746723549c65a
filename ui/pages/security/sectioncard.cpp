// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/sectioncard.h"

#include "ui/pages/security/sectionwords.h"
#include "ui/shell/messages.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

namespace {

QString nameOf(check::Section section)
{
    static const char *const names[] = {"spf", "dkim", "dmarc", "reach", "dnssec", "dane", "other"};
    return QLatin1String(names[int(section)]);
}

} // namespace

SectionCard::SectionCard(check::Section section, QWidget *parent)
    : Card(sectionTitle(section), parent)
    , m_section(section)
{
    setObjectName(QStringLiteral("section.") + nameOf(section));
    setHint(sectionPurpose(section));
    m_chip = new Chip({}, Role::Muted, {}, this);
    m_chip->setObjectName(objectName() + QStringLiteral(".standing"));
    addToHeader(m_chip);
    m_summary = new Text({}, Size::Body, Role::Text, this);
    m_summary->setObjectName(objectName() + QStringLiteral(".summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    body()->addWidget(m_summary);
    m_record = new RecordText({}, this);
    m_record->setObjectName(objectName() + QStringLiteral(".record"));
    body()->addWidget(m_record);
    m_evidence = new Text({}, Size::Small, Role::Muted, this);
    m_evidence->setObjectName(objectName() + QStringLiteral(".evidence"));
    m_evidence->setTextFormat(Qt::PlainText);
    m_evidence->setWordWrap(true);
    body()->addWidget(m_evidence);
    m_findings = new FindingList(this);
    body()->addWidget(m_findings);
    body()->addStretch();
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    m_correct = button(QStringLiteral("correct"), tr("Correct…"));
    m_edit = button(QStringLiteral("edit"), {});
    m_details = button(QStringLiteral("details"), tr("Details"));
    for (QPushButton *b : {m_correct, m_edit, m_details})
        line->addWidget(b);
    line->addStretch();
    body()->addLayout(line);
    connect(m_correct, &QPushButton::clicked, this, &SectionCard::correctWanted);
    connect(m_edit, &QPushButton::clicked, this, &SectionCard::editWanted);
    connect(m_details, &QPushButton::clicked, this, &SectionCard::detailsWanted);
}

QPushButton *SectionCard::button(const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(objectName() + u'.' + name);
    made->setAutoDefault(false);
    return made;
}

void SectionCard::show(const check::SectionState &state, const QStringList &records,
                       const QString &why)
{
    const Standing standing = standingOf(state);
    m_chip->set(standing.word, standing.role, standing.icon);
    m_summary->setText(state.summary);
    m_record->setText(records.join(u'\n'));
    m_record->setWhat(tr("what is published for %1").arg(sectionTitle(m_section)));
    m_record->setVisible(!records.isEmpty());
    // The summary says the worst already; what it rests on stands below it.
    QList<mail::Finding> findings;
    for (const mail::Finding &finding : state.findings)
        if (check::sentence(finding) != state.summary)
            findings.append(finding);
    const QString evidence = sentenceFor(state.verdict).details;
    m_findings->setFindings(findings);
    m_evidence->setText(evidence);
    m_evidence->setVisible(!evidence.isEmpty());

    const bool hasWizard = m_section == check::Section::Spf || m_section == check::Section::Dkim ||
                           m_section == check::Section::Dmarc;
    m_edit->setVisible(hasWizard);
    m_edit->setText(m_section == check::Section::Dkim ? tr("Keys…")
                    : state.present                   ? tr("Edit…")
                                                      : tr("Create…"));
    m_edit->setAccessibleName(
        QStringLiteral("%1 %2").arg(m_edit->text().remove(u'…'), sectionTitle(m_section)));
    m_correct->setVisible(!state.proposal.isEmpty());
    m_correct->setEnabled(why.isEmpty());
    m_correct->setToolTip(why);
    m_correct->setAccessibleName(tr("Correct %1").arg(sectionTitle(m_section)));
    m_details->setVisible(m_section == check::Section::Spf || m_section == check::Section::Dmarc ||
                          m_section == check::Section::Dnssec);
    m_details->setAccessibleName(tr("Details of %1").arg(sectionTitle(m_section)));
    setAccessibleDescription(
        QStringLiteral("%1: %2. %3").arg(sectionTitle(m_section), standing.word, state.summary));
}

} // namespace ui
