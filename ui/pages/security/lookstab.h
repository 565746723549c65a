// SPDX-License-Identifier: GPL-3.0-or-later
// What was accepted as it should be, what differs from it and since when, and how the domain stood
// over time.
#pragma once

#include "app/backend/backend.h"

#include "ui/context.h"

#include <QWidget>

class QPushButton;
class QStandardItemModel;

namespace ui {

class Card;
class ObjectTable;
class PictureView;
class Text;

class LooksTab : public QWidget
{
    Q_OBJECT

public:
    explicit LooksTab(Context &context, QWidget *parent = nullptr);

    // `whoLooks`: a sentence about how often it is looked, and by whom.
    void show(const backend::SecurityHistory &history, const QDateTime &now,
              const QString &whoLooks);
    void setCanAccept(bool can, const QString &why);

signals:
    void acceptWanted();

private:
    void fillDrift(const backend::SecurityHistory &history, const QDateTime &now);
    void fillLooks(const backend::SecurityHistory &history, const QDateTime &now);

    Card *m_driftCard;
    Text *m_accepted;
    QPushButton *m_accept;
    QStandardItemModel *m_drift;
    ObjectTable *m_driftTable;
    Card *m_timeCard;
    Text *m_whoLooks;
    PictureView *m_timeline;
    QStandardItemModel *m_looks;
    ObjectTable *m_looksTable;
};

} // namespace ui
