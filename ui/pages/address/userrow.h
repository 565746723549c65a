// SPDX-License-Identifier: GPL-3.0-or-later
// One user of an address: who, the right to send in words, the other rights folded, and what a
// taken right to send leaves open (S-16, S-17).
#pragma once

#include "app/mail/access.h"
#include "app/mail/device.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class RightsEditor;
class Text;
class Toggle;

class UserRow : public QWidget
{
    Q_OBJECT

public:
    explicit UserRow(qint64 user, QWidget *parent = nullptr);

    // `shown` is what is, with what is on its way already applied; `devices` are all of the
    // address. Reasons empty = possible.
    void show(const mail::Access &shown, bool pending, const QString &was,
              const QList<mail::Device> &devices, const QDateTime &now);
    void setReasons(const QString &rights, const QString &remove);
    void expand(bool on);
    bool isExpanded() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void rightToggled(mail::Right right, bool granted);
    void removeWanted();

private:
    void tellDevices(const QList<mail::Device> &devices);

    mail::Access m_access;
    QString m_reason;
    QBoxLayout *m_line;
    QWidget *m_controls;
    QLabel *m_sign;
    Text *m_name;
    Text *m_below;
    Toggle *m_send;
    QToolButton *m_more;
    QToolButton *m_remove;
    Text *m_warning;
    QWidget *m_panel;
    Text *m_consequence;
    RightsEditor *m_rights;
};

} // namespace ui
