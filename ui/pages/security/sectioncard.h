// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the security page: how it stands, in a sentence, with evidence, and what can be
// done about it.
#pragma once

#include "app/check/dns/repair.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QPushButton;

namespace ui {

class Chip;
class FindingList;
class RecordText;
class Text;

class SectionCard : public Card
{
    Q_OBJECT

public:
    explicit SectionCard(check::Section section, QWidget *parent = nullptr);

    check::Section section() const { return m_section; }
    // `records`: what is published, as text; `why`: the reason that nothing can be changed here,
    // empty = it can.
    void show(const check::SectionState &state, const QStringList &records, const QString &why);

signals:
    void correctWanted(); // the proposal
    void editWanted();    // by a wizard
    void detailsWanted();

private:
    QPushButton *button(const QString &name, const QString &text);

    const check::Section m_section;
    Chip *m_chip;
    Text *m_summary;
    RecordText *m_record;
    Text *m_evidence;
    FindingList *m_findings;
    QPushButton *m_correct;
    QPushButton *m_edit;
    QPushButton *m_details;
};

} // namespace ui
