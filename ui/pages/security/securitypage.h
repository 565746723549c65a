// SPDX-License-Identifier: GPL-3.0-or-later
// The security of a service's domain: whether the world can trust its mail, why, and what mends it
// (S-66 to S-77).
#pragma once

#include "app/work/look.h"
#include "ui/pages/page.h"

class QAction;
class QTabWidget;

namespace ui {

class DkimTab;
class DmarcTab;
class ChainTab;
class LooksTab;
class MessageBar;
class MessageTab;
class OverviewTab;
class PageHeader;
class SpfTab;
class StatePanel;

class SecurityPage : public Page
{
    Q_OBJECT

public:
    SecurityPage(Context &context, const Place &place, QWidget *parent = nullptr);

    void show(const Place &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void refresh() override;

    void verifyMessage(const QString &file); // on the tab of messages

protected:
    void dragEnterEvent(QDragEnterEvent *event) override; // a message, on any tab
    void dropEvent(QDropEvent *event) override;

private:
    void tell(const Result<work::DomainLook> &look);
    void makeActions();
    void look();
    void showState();
    void showTab();
    void fill();
    void correct(check::Section section);
    void correctAll();
    void edit(check::Section section);
    void details(check::Section section);
    void publish(const check::Proposal &proposal);
    void apply(const check::Proposal &proposal);
    void applyWish(const check::DmarcWish &wish, const QString &title);
    void replaceSpf(const QByteArray &record);
    void readHistory();
    void accept();
    void copyReport(bool html);
    void saveReport();
    QString whyNot() const; // records cannot be changed; empty = they can
    work::MakeDns dns() const;
    QString domainForPeople() const;

    std::optional<work::DomainLook> m_look;
    mail::DnsFacts m_asked; // how the last look was to ask
    std::optional<Error> m_error;
    qint64 m_job = 0; // the look that is under way, 0 = none
    PageHeader *m_header;
    MessageBar *m_bar;
    StatePanel *m_panel;
    QTabWidget *m_tabs;
    OverviewTab *m_overview;
    SpfTab *m_spf;
    DkimTab *m_dkim;
    DmarcTab *m_dmarc;
    ChainTab *m_dnssec;
    MessageTab *m_message;
    LooksTab *m_history;
    QAction *m_again;
    QAction *m_copyText;
    QAction *m_copyHtml;
    QAction *m_savePdf;
};

} // namespace ui
