// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing people of the organisation and what each may do on an address. Takes people and gives
// the chosen ones with their rights; saves nothing.
#pragma once

#include "app/mail/rights.h"
#include "app/mail/user.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace ui {

class RightsEditor;
class Text;

struct ChosenPerson
{
    mail::User user;
    mail::Rights rights;
};

class PeopleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleEditor(QWidget *parent = nullptr);

    // `defaults`: what a newly added person gets. Those in `already` are shown but cannot be
    // chosen.
    void setPeople(const QList<mail::User> &people, const mail::Rights &defaults,
                   const QSet<qint64> &already = {});
    QList<ChosenPerson> chosen() const; // in the order of the list
    QWidget *firstField() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSoft();
    void filter(const QString &text);
    void showPerson(QListWidgetItem *item);
    void tell();

    QList<mail::User> m_people;
    mail::Rights m_defaults;
    QHash<qint64, mail::Rights> m_rights; // where they are not the defaults
    qint64 m_shown = 0;
    QLineEdit *m_filter;
    QListWidget *m_list;
    Text *m_count;
    Text *m_title;
    Text *m_hint;
    RightsEditor *m_editor;
};

} // namespace ui
