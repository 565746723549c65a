// SPDX-License-Identifier: GPL-3.0-or-later
// A password shown once (S-31): masked until Show, copied with one click, and cleared from the
// clipboard after a minute when it is still there.
#pragma once

#include "app/base/secret.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ui {

class SecretView : public QWidget
{
    Q_OBJECT

public:
    explicit SecretView(QWidget *parent = nullptr);

    void setSecret(const Secret &secret);
    bool wasCopied() const { return m_copied; }
    void reveal(bool shown);

signals:
    void copied();

private:
    void copy();

    Secret m_secret;
    QLineEdit *m_field;
    QToolButton *m_show;
    QToolButton *m_copy;
    bool m_copied = false;
};

} // namespace ui
