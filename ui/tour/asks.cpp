// SPDX-License-Identifier: GPL-3.0-or-later
// What the tour asks the mail servers, and what they shall answer.
#include "ui/tour/tour.h"

#include "app/check/dns/message.h"
#include "app/wire/imap.h"
#include "app/wire/mime.h"
#include "app/wire/smtp.h"
#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/navigator.h"

namespace ui {

wire::Login Tour::login(const QString &name, const Secret &password) const
{
    const auto mailbox = m_context.cache.mailbox(scope(), name);
    const auto account = m_context.accounts.account(scope().account);
    wire::Login login;
    login.host = m_context.changes.capabilities(scope()).mailSettings.host;
    login.user = mailbox ? mailbox->address : name;
    login.password = password;
    login.options.caFile = account ? account->caFile : QString();
    return login;
}

void Tour::expect(const QString &what, Ask ask, const QString &refusal)
{
    ++m_asked;
    // A refusal that is wished for is the good end of its job, so that the tray shows no failure.
    const auto judged = [ask = std::move(ask), refusal](Progress &progress) -> Result<QString> {
        const Result<QString> answer = ask(progress);
        if (answer && !refusal.isEmpty())
            return Error{Error::Kind::Protocol,
                         tr("%1, although it shall be refused").arg(*answer),
                         {},
                         {},
                         0};
        if (!answer && !refusal.isEmpty() && answer.error().code.startsWith(refusal))
            return tr("refused: %1 %2")
                .arg(answer.error().code, answer.error().detail.simplified());
        return answer;
    };
    // One after the other: what is read was sent before.
    m_context.jobs.run(
        what, {QStringLiteral("tour"), true}, judged, this,
        [this, what](const Result<QString> &answer) {
            --m_asked;
            m_isGood = m_isGood && answer.has_value();
            m_report.append(
                QStringLiteral("%1 %2\n     %3")
                    .arg(answer ? QStringLiteral("ok  ") : QStringLiteral("BAD "), what,
                         answer ? *answer
                                : answer.error().code + u' ' + answer.error().detail.simplified()));
        });
}

void Tour::expectSend(const QString &what, const wire::Login &login, const QString &from,
                      const QString &to, const QString &subject, const QString &refusal)
{
    wire::Login submission = login;
    submission.tls = wire::Tls::Implicit;
    submission.port = m_context.changes.capabilities(scope()).mailSettings.submissions;
    wire::Message message;
    message.from = from;
    message.to = {to};
    message.subject = subject;
    message.text = tr("A message of the tour.");
    message.date = m_context.clock.now();
    const QByteArray text = wire::compose(message);
    expect(
        what,
        [submission, from, to, text](Progress &progress) -> Result<QString> {
            const auto sent = wire::smtpSend(submission, {from, {to}}, text, progress);
            if (!sent)
                return sent.error();
            return tr("accepted");
        },
        refusal);
}

void Tour::expectRead(const QString &what, const wire::Login &login, const QString &subject)
{
    wire::Login imap = login;
    imap.tls = wire::Tls::Implicit;
    imap.port = m_context.changes.capabilities(scope()).mailSettings.imaps;
    expect(what, [imap, subject](Progress &progress) -> Result<QString> {
        // Delivery takes a moment after submission; each look is a login of its own.
        for (int looks = 0; looks < 200 && !progress.cancelled(); ++looks) {
            const auto seen = wire::imapLogin(imap, progress, nullptr, subject);
            if (!seen)
                return seen.error();
            if (subject.isEmpty())
                return tr("accepted; folders: %1").arg(seen->folders.join(QStringLiteral(", ")));
            if (!seen->message.isEmpty())
                return tr("accepted; “%1” read, %2 bytes").arg(subject).arg(seen->message.size());
        }
        return Error{Error::Kind::NotFound, tr("The message did not arrive."), {}, {}, 0};
    });
}

void Tour::expectSigned(const QString &what, const wire::Login &login, const QString &subject)
{
    wire::Login imap = login;
    imap.tls = wire::Tls::Implicit;
    imap.port = m_context.changes.capabilities(scope()).mailSettings.imaps;
    const work::MakeDns makeDns = m_context.dns({m_context.changes.capabilities(scope())});
    const qint64 now = m_context.clock.now().toSecsSinceEpoch();
    expect(what, [imap, subject, makeDns, now](Progress &progress) -> Result<QString> {
        QByteArray message;
        for (int looks = 0; looks < 200 && message.isEmpty() && !progress.cancelled(); ++looks) {
            const auto seen = wire::imapLogin(imap, progress, nullptr, subject);
            if (!seen)
                return seen.error();
            message = seen->message;
        }
        const auto dns = makeDns();
        if (!dns)
            return dns.error();
        const auto judged = check::judgeMessage(message, {}, *dns->resolver, progress, now);
        if (!judged)
            return judged.error();
        for (const check::DkimSignature &signature : judged->signatures)
            if (signature.result == check::DkimResult::Pass)
                return tr("signed by %1 with the selector %2, and the signature is right")
                    .arg(QString::fromLatin1(signature.domain),
                         QString::fromLatin1(signature.selector));
        return Error{Error::Kind::NotFound, tr("There is no signature that verifies."), {}, {}, 0};
    });
}

} // namespace ui
