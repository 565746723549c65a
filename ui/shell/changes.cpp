// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/changes.h"

#include "ui/shell/messages.h"
#include "ui/shell/review.h"

#include <QApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr int looksBack = 50; // entries of the journal that Ctrl+Z considers

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

// Any thread: it asks the cache alone.
QList<mail::Finding> findingsOf(const store::Cache &cache, const store::Scope &scope,
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

} // namespace

Changes::Changes(Jobs &jobs, store::Cache &cache, store::Journal &journal, Accounts &accounts,
                 Messages &messages, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_cache(cache)
    , m_journal(journal)
    , m_accounts(accounts)
    , m_messages(messages)
{
    connect(&journal, &store::Journal::changed, this, [this] {
        m_stagedKnown = false;
        emit pendingChanged();
    });
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
    if (isOffline(scope.account)) {
        stage(scope, set, undoes);
        if (done && receiver)
            done(Error{Error::Kind::Offline, {}, {}, {}, 0});
        return;
    }
    start(scope, set, said, over, undoes, receiver, std::move(done),
          [set, scope, undoes, name = by(scope.account), &cache = m_cache,
           &journal = m_journal](backend::Backend &backend, Progress &progress) {
              return work::apply(set, backend, cache, journal, scope, name, progress, undoes);
          });
}

void Changes::start(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                    QWidget *over, qint64 undoes, QPointer<QObject> receiver, Done done, Run work)
{
    const auto backend = m_accounts.backend(scope.account);
    if (!backend)
        return;
    for (const mail::Change &change : set.changes)
        m_underWay.append({scope, change});
    emit pendingChanged();
    const bool hadReceiver = receiver;
    m_jobs.run(
        set.title, {lane(scope.account), set.changes.size() == 1},
        [backend, work](Progress &progress) { return work(*backend, progress); }, this,
        [this, scope, set, said, over = QPointer<QWidget>(over), undoes, receiver, hadReceiver,
         done](const Result<work::ApplyReport> &report) {
            for (const mail::Change &change : set.changes)
                m_underWay.removeOne({scope, change});
            finished(scope, set, said, over, undoes, report);
            emit pendingChanged();
            if (done && (receiver || !hadReceiver))
                done(report);
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
        const QString text = said.isEmpty() ? set.title : said;
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
        if (bad->error.kind == Error::Kind::Offline) {
            // The connection went between the click and the call: keep what was meant.
            stage(scope, set, undoes);
            return;
        }
        m_messages.error(bad->error, tr("Retry"), [this, entry] { retry(entry); });
        return;
    }
    const auto saved = m_journal.entry(entry);
    m_messages.say({Messages::Kind::Error,
                    tr("%1: %2 done, %3 not.").arg(set.title).arg(report->done).arg(report->failed),
                    sentenceFor(bad->error).text, tr("Retry failed rows"),
                    [this, entry] { retry(entry); }});
    if (saved && over) {
        auto *dialog = new OutcomeDialog(*saved, over->window());
        connect(dialog, &OutcomeDialog::retryWanted, this, [this, entry] { retry(entry); });
        dialog->open();
    }
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
    QStringList names;
    for (const mail::Change &change : set.changes) {
        const QString name = mailboxOf(change.object);
        const bool isGone = change.verb == mail::Verb::Remove && change.object.kind == u"mailbox";
        if (!name.isEmpty() && !isGone && !names.contains(name))
            names.append(name);
    }
    constexpr int most = 3; // beyond that the list as a whole is asked
    if (names.size() <= most)
        for (const QString &name : qAsConst(names))
            m_accounts.refreshMailbox(scope, name);
    m_accounts.refreshMailboxes(scope);
}

void Changes::stage(const store::Scope &scope, const mail::ChangeSet &set, qint64 undoes)
{
    const auto staged = m_journal.stage(scope, set, by(scope.account), undoes);
    if (!staged) {
        m_messages.error(staged.error());
        return;
    }
    emit pendingChanged();
    m_messages.say(
        {Messages::Kind::Information,
         isOffline(scope.account)
             ? tr("The mail service does not answer. Staged for later: %1").arg(set.title)
             : tr("Staged for later: %1").arg(set.title),
         {},
         {},
         {}});
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
        [this, scope, impossible, where = QPointer<QWidget>(over), undoes, receiver,
         done = std::move(done)](const Asked &asked) {
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
                        run(scope, set, set.title, where, undoes, receiver, done);
                    });
            connect(dialog, &ReviewDialog::stageWanted, this,
                    [this, scope, set = asked.set, undoes] { stage(scope, set, undoes); });
            dialog->open();
        });
}

void Changes::reviewStaged(const store::Scope &scope, QWidget *over)
{
    prepare(
        tr("Staged changes"), over,
        [scope, &cache = m_cache, &journal = m_journal](Progress &) -> Result<Asked> {
            Asked asked;
            const auto staged = journal.staged(scope);
            for (const store::JournalEntry &entry : staged) {
                asked.entries.append(entry.id);
                for (const store::JournalRow &row : entry.rows)
                    asked.set.changes.append(row.wish);
            }
            if (staged.size() == 1)
                asked.set.title = staged.first().title;
            asked.findings = findingsOf(cache, scope, asked.set);
            return asked;
        },
        [this, scope, where = QPointer<QWidget>(over)](const Asked &asked) {
            if (asked.entries.isEmpty())
                return;
            ReviewDialog::Question question;
            question.isStaged = true;
            question.isOffline = isOffline(scope.account);
            question.set = asked.set;
            if (asked.entries.size() > 1)
                question.set.title =
                    tr("%n staged change(s)", nullptr, int(asked.set.changes.size()));
            question.findings = asked.findings;
            auto *dialog = new ReviewDialog(question, where ? where->window() : nullptr);
            connect(dialog, &ReviewDialog::applyWanted, this,
                    [this, scope, entries = asked.entries, where] {
                        applyStaged(scope, entries, where);
                    });
            connect(dialog, &ReviewDialog::discardWanted, this, [this, entries = asked.entries] {
                for (qint64 entry : entries)
                    if (const auto gone = m_journal.discard(entry); !gone)
                        m_messages.error(gone.error());
                emit pendingChanged();
            });
            dialog->open();
        });
}

void Changes::applyStaged(const store::Scope &scope, QList<qint64> entries, QWidget *over)
{
    // One job after the other on the account's lane: a later set may build on an earlier one.
    for (qint64 id : entries) {
        const auto entry = m_journal.entry(id);
        if (!entry)
            continue;
        mail::ChangeSet set{entry->title, {}};
        for (const store::JournalRow &row : entry->rows)
            set.changes.append(row.wish);
        start(scope, set, entry->title, over, entry->undoes, nullptr, {},
              [id, &cache = m_cache, &journal = m_journal](backend::Backend &backend,
                                                           Progress &progress) {
                  return work::applyEntry(id, backend, cache, journal, progress);
              });
    }
}

void Changes::discardStaged(const store::Scope &scope)
{
    for (const store::JournalEntry &entry : m_journal.staged(scope))
        if (const auto gone = m_journal.discard(entry.id); !gone) {
            m_messages.error(gone.error());
            return;
        }
    emit pendingChanged();
}

int Changes::stagedCount(const store::Scope &scope) const
{
    int count = 0;
    for (const store::JournalEntry &entry : m_journal.staged(scope))
        count += int(entry.rows.size());
    return count;
}

void Changes::undo(qint64 journalEntry, QWidget *over)
{
    const auto entry = m_journal.entry(journalEntry);
    if (!entry)
        return;
    if (entry->undoneBy) {
        m_messages.say({Messages::Kind::Information, tr("It was undone already."), {}, {}, {}});
        return;
    }
    work::Undo undo = work::undoOf(*entry);
    if (undo.set.changes.isEmpty()) {
        m_messages.say(
            {Messages::Kind::Warning, tr("“%1” cannot be undone.").arg(entry->title), {}, {}, {}});
        return;
    }
    undo.set.title = tr("Undo: %1").arg(entry->title);
    const bool single = undo.set.changes.size() == 1 && undo.impossible.isEmpty() &&
                        undo.set.changes.first().verb == mail::Verb::Update;
    if (single)
        run(entry->scope, undo.set, tr("Undone: %1").arg(entry->title), over, entry->id, over, {});
    else
        ask(entry->scope, undo.set.title, [set = undo.set](Progress &) { return set; },
            undo.impossible, over, entry->id, over, {});
}

void Changes::undoLast(QWidget *over)
{
    for (const store::JournalEntry &entry : m_journal.entries(looksBack)) {
        const bool applied = entry.state == store::JournalEntry::State::Applied ||
                             entry.state == store::JournalEntry::State::Partial;
        if (!applied || entry.undoes || entry.undoneBy)
            continue;
        if (work::undoOf(entry).set.changes.isEmpty())
            continue;
        undo(entry.id, over);
        return;
    }
    m_messages.say({Messages::Kind::Information, tr("There is nothing to undo."), {}, {}, {}});
}

void Changes::retry(qint64 journalEntry)
{
    const auto entry = m_journal.entry(journalEntry);
    if (!entry)
        return;
    mail::ChangeSet set{entry->title, {}};
    for (const store::JournalRow &row : entry->rows)
        if (row.state != store::JournalRow::State::Done)
            set.changes.append(row.wish);
    if (set.changes.isEmpty())
        return;
    if (isOffline(entry->scope.account)) {
        m_messages.error({Error::Kind::Offline, {}, {}, {}, 0});
        return;
    }
    start(entry->scope, set, set.title, QApplication::activeWindow(), entry->undoes, nullptr, {},
          [journalEntry, &cache = m_cache, &journal = m_journal](backend::Backend &backend,
                                                                 Progress &progress) {
              return work::applyEntry(journalEntry, backend, cache, journal, progress);
          });
}

QList<mail::Change> Changes::pending(const store::Scope &scope, const QString &kind) const
{
    QList<mail::Change> list;
    for (const auto &[where, change] : m_underWay)
        if (where == scope && change.object.kind == kind)
            list.append(change);
    for (const mail::Change &change : staged(scope))
        if (change.object.kind == kind)
            list.append(change);
    return list;
}

std::optional<mail::Change> Changes::pending(const store::Scope &scope,
                                             const mail::Ref &object) const
{
    const auto merged = [&](std::optional<mail::Change> known, const mail::Change &next) {
        if (!known || next.verb != mail::Verb::Update)
            return std::optional(next);
        for (auto it = next.before.begin(); it != next.before.end(); ++it)
            if (!known->before.contains(it.key()))
                known->before.insert(it.key(), it.value());
        for (auto it = next.after.begin(); it != next.after.end(); ++it)
            known->after.insert(it.key(), it.value());
        return known;
    };
    std::optional<mail::Change> found;
    for (const auto &[where, change] : m_underWay)
        if (where == scope && change.object == object)
            found = merged(found, change);
    for (const mail::Change &change : staged(scope))
        if (change.object == object)
            found = merged(found, change);
    return found;
}

const QList<mail::Change> &Changes::staged(const store::Scope &scope) const
{
    // Asked for every painted row: read from the journal once per change of it.
    if (!m_stagedKnown || !(m_stagedScope == scope)) {
        m_staged.clear();
        for (const store::JournalEntry &entry : m_journal.staged(scope))
            for (const store::JournalRow &row : entry.rows)
                m_staged.append(row.wish);
        m_stagedScope = scope;
        m_stagedKnown = true;
    }
    return m_staged;
}

} // namespace ui
