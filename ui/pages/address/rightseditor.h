// SPDX-License-Identifier: GPL-3.0-or-later
// One toggle per right. Takes rights and gives rights; saves nothing: the address page applies each
// toggle at once, the wizards keep the value until their end.
#pragma once

#include "app/mail/rights.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace ui {

class Toggle;

class RightsEditor : public QWidget
{
    Q_OBJECT

public:
    enum Parts
    {
        Everything,
        WithoutSending // where the right to send is shown apart
    };
    // `name` begins the objectNames: "<name>.can_send_emails". A narrow one stacks the groups; else
    // they stand in as many columns as there is room for.
    RightsEditor(const QString &name, Parts parts, bool narrow, QWidget *parent = nullptr);

    void setRights(const mail::Rights &rights); // emits nothing
    mail::Rights rights() const { return m_rights; }
    void setPerson(const QString &person);   // for those who cannot see the row it stands in
    void setReadOnly(const QString &reason); // empty = editable; else every toggle's tooltip

    // A toggle that says verb and state, "Send emails: allowed", alone or in the editor.
    static Toggle *makeToggle(mail::Right right, const QString &name, QWidget *parent);
    static void showState(Toggle *toggle, mail::Right right, std::optional<bool> granted,
                          const QString &readOnly, const QString &person);

    QSize minimumSizeHint() const override; // as wide as one column

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void toggled(mail::Right right, bool granted); // by the user
    void changed();                                // the same, for who wants the value only

private:
    void addToggle(mail::Right right, QBoxLayout *into);
    void showAll();
    int columnWidth() const;
    void flow(int columns);

    QString m_name;
    QString m_person;
    QString m_readOnly;
    mail::Rights m_rights;
    QHash<int, Toggle *> m_toggles; // by Right
    QList<QWidget *> m_groups;
    QGridLayout *m_grid = nullptr;
    bool m_isNarrow;
    int m_columns = 0;
};

} // namespace ui
