// SPDX-License-Identifier: GPL-3.0-or-later
// All sections at a glance: one sentence about the whole, then a card for each.
#pragma once

#include "app/work/look.h"
#include "ui/pages/security/sectioncard.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace ui {

class OverviewTab : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewTab(QWidget *parent = nullptr);

    // `why`: the reason that nothing can be changed, empty = it can.
    void show(const work::DomainLook &look, const QString &why);

    // Everything that can be mended in the zone that is ours.
    static mail::ChangeSet everything(const work::DomainLook &look);
    // Its correction takes something away that may be meant: a sender that cannot be read, the mail
    // of a domain that is delivered elsewhere. It is made alone, after a question.
    static bool needsThought(const check::SectionState &state);
    // Mail leaves unsigned, and the mail host can make a key.
    static bool needsKey(const work::DomainLook &look);

signals:
    void correctWanted(check::Section section);
    void correctAllWanted();
    void editWanted(check::Section section);
    void detailsWanted(check::Section section);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOutCards();
    void drawMark();

    QLabel *m_mark;
    Text *m_overall;
    Text *m_facts;
    QPushButton *m_correctAll;
    QGridLayout *m_grid;
    QList<SectionCard *> m_cards;
    mail::Severity m_worst = mail::Severity::Information;
    int m_columns = 0;
};

} // namespace ui
