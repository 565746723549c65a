// SPDX-License-Identifier: GPL-3.0-or-later
// The DKIM keys of the domain: which sign, which are published, which retire; new ones, rotation as
// a job of the host, and a test with a message that the host signs.
#pragma once

#include "app/mail/hostjob.h"
#include "app/work/look.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace ui {

class Card;
class ObjectTable;
class SignatureView;
class Text;

class DkimTab : public QWidget
{
    Q_OBJECT

public:
    DkimTab(Context &context, QWidget *parent = nullptr);

    void show(const store::Scope &scope, const work::DomainLook &look, const QString &why,
              work::MakeDns dns);

    // Messages leave unsigned: the mail host makes a key, publishes it, and signs when it is seen.
    void makeFirstKey(bool ask);

signals:
    void lookAgain(); // what was done changed what DNS tells
    void createWanted();
    void publishWanted(const check::Proposal &proposal);

private:
    struct Row // a key that the service has, or one that only DNS has
    {
        std::optional<mail::DkimKey> key;
        std::optional<check::DkimFound> found;
    };
    void makeActions();
    void fill();
    void tellChosen();
    std::optional<Row> chosen() const;
    void setState(mail::DkimState state, const QString &said);
    void remove();
    void showRecord();
    void rotate();
    void startRotation(int overlapSeconds);
    void pollJob();
    void showJob(const std::optional<mail::HostJob> &job);
    void cancelJob();
    void test();

    Context &m_context;
    store::Scope m_scope;
    QByteArray m_domain;
    check::RepairBasis m_basis;
    QString m_why;
    work::MakeDns m_dns;
    QList<Row> m_rowsShown;
    std::optional<mail::HostJob> m_job;
    QTimer m_poll;
    Card *m_keysCard;
    QStandardItemModel *m_model;
    ObjectTable *m_table;
    QPushButton *m_new;
    QPushButton *m_rotate;
    QAction *m_sign;
    QAction *m_retire;
    QAction *m_withdraw;
    QAction *m_remove;
    QAction *m_record;
    QWidget *m_jobLine;
    Text *m_jobWords;
    QProgressBar *m_progress;
    QPushButton *m_cancelJob;
    Card *m_testCard;
    QPushButton *m_test;
    Text *m_testState;
    SignatureView *m_signatures;
};

} // namespace ui
