// SPDX-License-Identifier: GPL-3.0-or-later
// The program's main job from first to last, on a real mail host: an address, a device password,
// logins, mail sent and read, the right to send taken away, the refusal seen. Leaves one picture
// per step and report.txt with what the mail servers answered.
#pragma once

#include "app/mail/device.h"
#include "app/wire/login.h"
#include "ui/context.h"
#include "ui/tour/stage.h"

namespace ui {

class Tour : public QObject
{
    Q_OBJECT

public:
    // `directory` exists. The window shows the addresses of the first service, sooner or later.
    Tour(Context &context, QWidget &window, const QString &directory, QObject *parent = nullptr);

    void start();

signals:
    void finished(bool good); // after report.txt was written

private:
    // Chapters: each adds its scenes.
    void tellFirstAddress();
    void tellDevice(const QString &address, const QString &label, bool forUser,
                    const QString &picture);
    void tellSecondAddress();
    void tellMail();
    void tellSendRight();
    void tellMany();
    void tellSecurity();
    void tellJournal();
    void tellDark();

    void open(const QString &page, const QString &address = {}, const QString &tab = {});
    bool isAt(const QString &page) const;
    bool isInOrder(const QString &section) const; // of the security page
    store::Scope scope() const;
    wire::Login login(const QString &name, const Secret &password) const;

    // What a mail protocol shall answer: nothing, or an error of this code. Runs as a job; the next
    // scene waits for it.
    using Ask = std::function<Result<QString>(Progress &)>;
    void expect(const QString &what, Ask ask, const QString &refusal = {});
    void expectSend(const QString &what, const wire::Login &login, const QString &from,
                    const QString &to, const QString &subject, const QString &refusal = {});
    // In the mailbox, signed by the host, with a key that its own name server tells.
    void expectSigned(const QString &what, const wire::Login &login, const QString &subject);
    void expectRead(const QString &what, const wire::Login &login, const QString &subject);
    bool isAnswered() const { return m_asked == 0; }

    void finish(bool good, const QString &why);

    Context &m_context;
    QString m_directory;
    store::Scope m_scope; // of the page before
    Stage m_stage;
    QHash<QString, Secret> m_passwords; // by device label
    QStringList m_report;
    qint64 m_user = 0; // whose right to send goes
    int m_asked = 0;
    bool m_isGood = true;
};

} // namespace ui
