// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/changes.h"

#include "ui/pages/changewords.h"
#include "ui/shell/messages.h"
#include "ui/shell/review.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace ui {

namespace {

QString lane(const QString &account) { return QStringLiteral("account:%1").arg(account); }

bool isOfDns(const mail::Ref &ref)
{
    return ref.kind == u"zone" || ref.kind == u"record" || ref.kind == u"dkim_key";
}

// Of an address or of something that belongs to one.
QString mailboxOf(const mail::Ref &ref)
{
    return isOfDns(ref) ? QString() : ref.kind == u"mailbox" ? ref.key : ref.parent;
}

} // namespace

bool Changes::makesPassword(const mail::ChangeSet &set)
{
    return !std::all_of(set.changes.cbegin(), set.changes.cend(), work::canRetry);
}

Changes::Changes(Jobs &jobs, store::Cache &cache, store::Journal &journal, Accounts &accounts,
                 Messages &messages, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_cache(cache)
    , m_journal(journal)
    , m_accounts(accounts)
    , m_messages(messages)
    , m_staged(new Staged(jobs, journal, this))
{
    connect(m_staged, &Staged::changed, this, &Changes::pendingChanged);
}

bool Changes::isOffline(const QString &account) const
{
    return !m_accounts.backend(account) ||
           m_accounts.connection(account) == Accounts::Connection::Offline;
}

QString Changes::by(const QString &account) const
{
    const mail::User me = m_accounts.me(account);
    return me.displayName.isEmpty() ? me.email : me.displayName;
}

mail::Capabilities Changes::capabilities(const store::Scope &scope) const
{
    return m_cache.capabilities(scope).value_or(mail::Capabilities());
}

QList<mail::Finding> Changes::findingsOf(const store::Cache &cache, const store::Scope &scope,
                                         const mail::ChangeSet &set)
{
    check::Known known;
    known.service = cache.service(scope);
    known.mailbox = [&](const QString &name) { return cache.mailbox(scope, name); };
    known.isTaken = [&](const QString &name) { return cache.rowOf(scope, name).has_value(); };
    known.accesses = [&](const QString &mailbox) { return cache.accesses(scope, mailbox); };
    known.devices = [&](const QString &mailbox) { return cache.devices(scope, mailbox); };
    known.records = [&](const QString &zone) -> std::optional<QList<mail::ZoneRecord>> {
        if (!cache.readAt(scope, QStringLiteral("record"), zone).isValid())
            return {};
        return cache.records(scope, zone);
    };
    known.zone = [&](const QString &name) -> std::optional<mail::Zone> {
        for (const mail::Zone &zone : cache.zones(scope))
            if (zone.name == name)
                return zone;
        return {};
    };
    return check::review(set, known, cache.capabilities(scope).value_or(mail::Capabilities()));
}

QList<mail::Finding> Changes::findings(const store::Scope &scope, const mail::ChangeSet &set) const
{
    return findingsOf(m_cache, scope, set);
}

void Changes::applyNow(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                       QObject *receiver, Done done)
{
    run(scope, set, said, qobject_cast<QWidget *>(receiver), 0, receiver, std::move(done));
}

void Changes::run(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                  QWidget *over, qint64 undoes, QPointer<QObject> receiver, Done done)
{
    const bool hadReceiver = receiver;
    const Done answer = [hadReceiver, receiver = std::move(receiver),
                         done = std::move(done)](const Result<work::ApplyReport> &report) {
        if (done && (receiver || !hadReceiver))
            done(report);
    };
    const Error offline{Error::Kind::Offline, {}, {}, {}, 0};
    if (isOffline(scope.account) && makesPassword(set)) {
        m_messages.error(offline);
        answer(offline);
        return;
    }
    if (isOffline(scope.account)) {
        stage(scope, set, undoes, [answer, offline](const Result<void> &staged) {
            answer(staged ? offline : staged.error());
        });
        return;
    }
    start(
        scope, set, true, undoes,
        [set, scope, undoes, name = by(scope.account), &cache = m_cache,
         &journal = m_journal](backend::Backend &backend, Progress &progress) {
            return work::apply(set, backend, cache, journal, scope, name, progress, undoes);
        },
        [this, scope, set, said, over = QPointer<QWidget>(over), undoes,
         answer](const Result<work::ApplyReport> &report) {
            finished(scope, set, said, over, undoes, report);
            answer(report);
        });
}

QString Changes::saidOf(const store::Scope &scope, const work::ApplyReport &report,
                        qint64 undoes) const
{
    const auto service = m_cache.service(scope);
    QList<mail::Change> effective;
    for (const work::RowResult &row : report.rows)
        if (row.effective)
            effective.append(*row.effective);
    const QString done = doneWords(effective, service ? service->domainIdn : QString(), undoes > 0);
    const QString said = undoes > 0 ? tr("Undone. %1").arg(done) : done;
    return report.failed == 0
               ? said
               : tr("%1 %Ln changes were not made.", nullptr, report.failed).arg(said).trimmed();
}

void Changes::start(const store::Scope &scope, const mail::ChangeSet &set, bool isKept,
                    qint64 undoes, Run work, Done after)
{
    const auto backend = m_accounts.backend(scope.account);
    if (!backend)
        return;
    m_underWay.add(scope, set.changes);
    emit pendingChanged();
    const auto job = std::make_shared<qint64>(0);
    *job = m_jobs.run(
        set.title, {lane(scope.account), set.changes.size() == 1, isKept},
        [backend, work = std::move(work)](Progress &progress) { return work(*backend, progress); },
        this,
        [this, scope, set, job, undoes,
         after = std::move(after)](const Result<work::ApplyReport> &report) {
            m_underWay.remove(scope, set.changes);
            if (report)
                m_jobs.setResult(*job, saidOf(scope, *report, undoes), report->entry,
                                 report->failed > 0);
            after(report);
            emit pendingChanged();
        });
}

void Changes::finished(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                       QWidget *over, qint64 undoes, const Result<work::ApplyReport> &report)
{
    refreshTouched(scope, set);
    if (!report) {
        m_messages.error(report.error());
        return;
    }
    const qint64 entry = report->entry;
    if (report->failed == 0) {
        const bool undoable =
            std::any_of(report->rows.cbegin(), report->rows.cend(), [](const work::RowResult &row) {
                return row.effective && work::canUndo(*row.effective);
            });
        const QString text = said.isEmpty() ? saidOf(scope, *report, undoes) : said;
        const auto isHalf = std::find_if(report->rows.cbegin(), report->rows.cend(),
                                         [](const work::RowResult &row) { return row.isShort(); });
        if (isHalf != report->rows.cend()) {
            const Sentence sentence = sentenceFor(isHalf->error);
            m_messages.say(
                {Messages::Kind::Warning, sentence.text, sentence.details,
                 undoable ? tr("Undo") : QString(),
                 [this, entry, where = QPointer<QWidget>(over)] { undo(entry, where); }});
            return;
        }
        if (undoable)
            m_messages.confirm(text, tr("Undo"), [this, entry, where = QPointer<QWidget>(over)] {
                undo(entry, where);
            });
        else
            m_messages.confirm(text);
        return;
    }
    const auto bad = std::find_if(report->rows.cbegin(), report->rows.cend(),
                                  [](const work::RowResult &row) { return !row.effective; });
    if (report->rows.size() == 1) {
        const bool isRetried = work::canRetry(bad->wish);
        if (isRetried && bad->error.kind == Error::Kind::Offline) {
            // The connection went between the click and the call: keep what was meant.
            stage(scope, set, undoes);
            return;
        }
        m_messages.error(bad->error, isRetried ? tr("Retry") : QString(),
                         [this, entry] { retry(entry); });
        return;
    }
    const auto left = report->left();
    const bool isRetried = std::any_of(left.cbegin(), left.cend(), work::canRetry);
    m_messages.say({Messages::Kind::Error, saidOf(scope, *report, undoes),
                    sentenceFor(bad->error).text, isRetried ? tr("Retry failed rows") : QString(),
                    [this, entry] { retry(entry); }});
    if (over)
        read(entry, [this, entry, over = QPointer<QWidget>(over)](const auto &saved) {
            if (!over)
                return;
            auto *dialog = new OutcomeDialog(saved, over->window());
            connect(dialog, &OutcomeDialog::retryWanted, this, [this, entry] { retry(entry); });
            dialog->open();
        });
}

void Changes::refreshTouched(const store::Scope &scope, const mail::ChangeSet &set)
{
    const auto isDns = [](const mail::Change &change) { return isOfDns(change.object); };
    const auto isZone = [](const mail::Change &change) { return change.object.kind == u"zone"; };
    // The cache has what came of records and keys. A zone is signed with keys that only it tells.
    if (std::any_of(set.changes.cbegin(), set.changes.cend(), isZone))
        m_accounts.refreshPart(scope, Accounts::Part::Zones);
    if (std::all_of(set.changes.cbegin(), set.changes.cend(), isDns)) {
        if (capabilities(scope).has(u"changes"))
            m_accounts.refreshMailboxes(scope);
        return;
    }
    constexpr int most = 3; // beyond that the list as a whole is asked
    QStringList names;
    for (const mail::Change &change : set.changes) {
        const QString name = mailboxOf(change.object);
        const bool isGone = change.verb == mail::Verb::Remove && change.object.kind == u"mailbox";
        if (!name.isEmpty() && !isGone && !names.contains(name))
            names.append(name);
        if (names.size() > most)
            break;
    }
    if (names.size() <= most)
        for (const QString &name : qAsConst(names))
            m_accounts.refreshMailbox(scope, name);
    m_accounts.refreshMailboxes(scope);
}

void Changes::stage(const store::Scope &scope, const mail::ChangeSet &set, qint64 undoes,
                    std::function<void(const Result<void> &)> then)
{
    m_onTheWayToStage.add(scope, set.changes);
    emit pendingChanged();
    m_staged->add(scope, set, by(scope.account), undoes,
                  [this, scope, set, then = std::move(then)](const Result<void> &staged) {
                      m_onTheWayToStage.remove(scope, set.changes);
                      emit pendingChanged();
                      // It goes by itself: the bar of staged changes stays, and the page says
                      // that the service does not answer.
                      if (staged)
                          m_messages.confirm(tr("Staged for later: %1").arg(set.title));
                      else
                          m_messages.error(staged.error());
                      if (then)
                          then(staged);
                  });
}

void Changes::review(const store::Scope &scope, const mail::ChangeSet &set, QWidget *over,
                     QObject *receiver, Done done)
{
    review(
        scope, set.title, [set](Progress &) { return set; }, over, receiver, std::move(done));
}

void Changes::review(const store::Scope &scope, const QString &title, Make make, QWidget *over,
                     QObject *receiver, Done done)
{
    ask(scope, title, std::move(make), {}, over, 0, receiver, std::move(done));
}

void Changes::prepare(const QString &title, QWidget *over,
                      std::function<Result<Asked>(Progress &)> work,
                      std::function<void(const Asked &)> show)
{
    m_jobs.cancel(m_prepared);
    m_prepared = m_jobs.run(title, {{}, true}, std::move(work), this,
                            [this, turn = ++m_reviews, hadWindow = over != nullptr,
                             where = QPointer<QWidget>(over),
                             show = std::move(show)](const Result<Asked> &asked) {
                                if (turn != m_reviews || (hadWindow && !where))
                                    return; // nobody waits for it any more
                                if (asked)
                                    show(*asked);
                                else if (asked.error().kind != Error::Kind::Cancelled)
                                    m_messages.error(asked.error());
                            });
}

void Changes::ask(const store::Scope &scope, const QString &title, Make make,
                  const QList<mail::Change> &impossible, QWidget *over, qint64 undoes,
                  QPointer<QObject> receiver, Done done)
{
    prepare(
        title, over,
        [make = std::move(make), scope, &cache = m_cache](Progress &progress) -> Result<Asked> {
            const auto set = make(progress);
            if (!set)
                return set.error();
            return Asked{*set, {}, findingsOf(cache, scope, *set)};
        },
        [this, scope, impossible, where = QPointer<QWidget>(over), undoes,
         receiver = std::move(receiver), done = std::move(done)](const Asked &asked) {
            if (asked.set.changes.isEmpty() && impossible.isEmpty())
                return;
            ReviewDialog::Question question;
            question.set = asked.set;
            question.findings = asked.findings;
            for (const mail::Change &change : impossible)
                question.findings.append({mail::Severity::Warning,
                                          QStringLiteral("cannot-be-undone"),
                                          change.object,
                                          {},
                                          {}});
            question.isOffline = isOffline(scope.account);
            auto *dialog = new ReviewDialog(question, where ? where->window() : nullptr);
            connect(dialog, &ReviewDialog::applyWanted, this,
                    [this, scope, set = asked.set, undoes, where, receiver, done] {
                        run(scope, set, {}, where, undoes, receiver, done);
                    });
            connect(dialog, &ReviewDialog::stageWanted, this,
                    [this, scope, set = asked.set, undoes] { stage(scope, set, undoes); });
            dialog->open();
        });
}

QList<mail::Change> Changes::pending(const store::Scope &scope, const QString &kind) const
{
    return m_underWay.ofKind(scope, kind) + m_onTheWayToStage.ofKind(scope, kind) +
           m_staged->pending(scope).ofKind(scope, kind);
}

std::optional<mail::Change> Changes::pending(const store::Scope &scope,
                                             const mail::Ref &object) const
{
    std::optional<mail::Change> found;
    for (const Pending *way : {&m_underWay, &m_onTheWayToStage, &m_staged->pending(scope)})
        for (const mail::Change &next : way->of(scope, object)) {
            if (!found || next.verb != mail::Verb::Update) {
                found = next;
                continue;
            }
            for (auto it = next.before.begin(); it != next.before.end(); ++it)
                if (!found->before.contains(it.key()))
                    found->before.insert(it.key(), it.value());
            for (auto it = next.after.begin(); it != next.after.end(); ++it)
                found->after.insert(it.key(), it.value());
        }
    return found;
}

} // namespace ui
