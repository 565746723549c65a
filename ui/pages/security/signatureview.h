// SPDX-License-Identifier: GPL-3.0-or-later
// The DKIM signatures of a message, verified step by step.
#pragma once

#include "app/check/dns/dkim.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class SignatureView : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureView(QWidget *parent = nullptr);

    void show(const QList<check::DkimSignature> &signatures);
    void clear();

private:
    QVBoxLayout *m_column;
};

} // namespace ui
