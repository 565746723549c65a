// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review.h"

#include "app/model/changemodel.h"
#include "app/work/apply.h"
#include "ui/shell/messages.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

struct Frame
{
    QVBoxLayout *body;
    QHBoxLayout *buttons;
};

Frame frame(QDialog *dialog, const QString &title, const QString &hint)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    dialog->setAccessibleName(title);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    auto *words = new QVBoxLayout;
    words->setSpacing(scaled(4));
    auto *heading = Text::title(title, dialog);
    heading->setWordWrap(true);
    words->addWidget(heading);
    if (!hint.isEmpty()) {
        auto *below = Text::muted(hint, dialog);
        below->setWordWrap(true);
        words->addWidget(below);
    }
    column->addLayout(words);
    auto *body = new QVBoxLayout;
    body->setSpacing(grid(2));
    column->addLayout(body, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    column->addLayout(buttons);
    return {body, buttons};
}

QPushButton *button(QDialog *dialog, const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, dialog);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

ObjectTable *changeTable(QDialog *dialog, model::ChangeModel *model, bool withOutcome)
{
    auto *table = new ObjectTable(dialog);
    table->setObjectName(QStringLiteral("changes.table"));
    table->setAccessibleName(Messages::tr("Changes"));
    table->setModel(model);
    table->setStretch(withOutcome ? model::ChangeModel::Outcome : model::ChangeModel::After,
                      scaled(120));
    table->setColumnHidden(model::ChangeModel::Outcome, !withOutcome);
    table->setColumnHidden(model::ChangeModel::Field, !model->namesFields());
    table->setColumnWidth(model::ChangeModel::Object, scaled(withOutcome ? 190 : 220));
    table->setColumnWidth(model::ChangeModel::Field, scaled(withOutcome ? 110 : 130));
    table->setColumnWidth(model::ChangeModel::Before, scaled(withOutcome ? 100 : 150));
    if (withOutcome)
        table->setColumnWidth(model::ChangeModel::After, scaled(100));
    table->setFollow(model::ChangeModel::Object, scaled(280));
    table->setFollow(model::ChangeModel::Field, scaled(260));
    table->setFollow(model::ChangeModel::Before, scaled(withOutcome ? 180 : 300));
    table->setFollow(model::ChangeModel::After, scaled(260));
    table->setFrameShape(QFrame::StyledPanel);
    table->setMinimumHeight(scaled(120));
    if (model->rowCount() > 0)
        table->setCurrentRow(0);
    return table;
}

bool losesSomething(const mail::ChangeSet &set)
{
    return std::any_of(set.changes.cbegin(), set.changes.cend(),
                       [](const mail::Change &c) { return c.verb == mail::Verb::Remove; });
}

// What the button does is said on it, where all changes are of one kind.
QString verbOf(const mail::ChangeSet &set)
{
    const auto all = [&](const char *kind) {
        return std::all_of(set.changes.cbegin(), set.changes.cend(), [&](const mail::Change &c) {
            return c.verb == mail::Verb::Remove && c.object.kind == QLatin1String(kind);
        });
    };
    if (!set.changes.isEmpty() && all(mail::Mailbox::kind))
        return ReviewDialog::tr("Delete");
    if (!set.changes.isEmpty() && all(mail::Access::kind))
        return ReviewDialog::tr("Take away");
    if (!set.changes.isEmpty() && all(mail::Device::kind))
        return ReviewDialog::tr("Disconnect");
    return ReviewDialog::tr("Apply");
}

} // namespace

ReviewDialog::ReviewDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("review"));
    const bool impossible = mail::worst(question.findings) == mail::Severity::Error;
    const int count = int(question.set.changes.size());
    const auto parts =
        frame(this, question.set.title.isEmpty() ? tr("Review the changes") : question.set.title,
              question.isOffline
                  ? tr("The mail service does not answer. Stage it now; it is "
                       "reviewed again before it is applied.")
                  : tr("%Ln change(s). Nothing is done before you agree.", nullptr, count));

    if (!question.findings.isEmpty()) {
        auto *area = new QScrollArea(this);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setObjectName(QStringLiteral("review.findings"));
        area->setAccessibleName(tr("Findings"));
        area->setFocusPolicy(Qt::NoFocus);
        auto *list = new FindingList(area);
        list->setFindings(question.findings);
        area->setWidget(list);
        area->viewport()->setAutoFillBackground(false);
        list->setAutoFillBackground(false);
        // As high as its lines at the width that they get, and no higher.
        const int wanted = list->layout()->totalHeightForWidth(scaled(760) - grid(8)) + grid(0.5);
        area->setMinimumHeight(qMin(wanted, scaled(150)));
        area->setMaximumHeight(qMin(wanted, scaled(220)));
        parts.body->addWidget(area);
    }
    auto *model = new model::ChangeModel(phrases(), this);
    model->setChanges(question.set);
    auto *table = changeTable(this, model, false);
    parts.body->addWidget(table, 1);

    auto *cancel = button(this, QStringLiteral("review.cancel"), tr("Cancel"));
    auto *apply = button(this, QStringLiteral("review.apply"),
                         question.apply.isEmpty() ? verbOf(question.set) : question.apply);
    setWeight(apply, losesSomething(question.set) ? Weight::Danger : Weight::Primary);
    apply->setEnabled(!impossible && !question.isOffline && count > 0);
    if (impossible)
        apply->setToolTip(tr("Something in it cannot be done; see above."));
    else if (question.isOffline)
        apply->setToolTip(tr("The mail service does not answer."));
    auto *second = question.isStaged
                       ? button(this, QStringLiteral("review.discard"), tr("Discard"))
                       : button(this, QStringLiteral("review.stage"), tr("Stage for later"));
    second->setEnabled(count > 0 && (question.isStaged || !impossible));
    if (question.isOffline && !question.isStaged)
        setWeight(second, Weight::Primary);

    // The safe button first; what loses something is never the one that Return presses.
    parts.buttons->addWidget(second);
    parts.buttons->addStretch(1);
    parts.buttons->addWidget(cancel);
    parts.buttons->addWidget(apply);
    if (losesSomething(question.set))
        cancel->setDefault(true);
    else if (apply->isEnabled())
        apply->setDefault(true);
    // Ctrl+S applies, as everywhere.
    auto *keys = new QAction(tr("Apply"), this);
    keys->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    keys->setEnabled(apply->isEnabled());
    addAction(keys);

    const auto agree = [this] {
        emit applyWanted();
        accept();
    };
    connect(apply, &QPushButton::clicked, this, agree);
    connect(keys, &QAction::triggered, this, agree);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(second, &QPushButton::clicked, this, [this, staged = question.isStaged] {
        if (staged)
            emit discardWanted();
        else
            emit stageWanted();
        accept();
    });
    resizeOnScreen(this, {scaled(760), scaled(520)});
    (losesSomething(question.set) || !apply->isEnabled() ? cancel : apply)->setFocus();
}

OutcomeDialog::OutcomeDialog(const store::JournalEntry &entry, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("outcome"));
    const auto count = [&](store::JournalRow::State state) {
        return int(std::count_if(entry.rows.cbegin(), entry.rows.cend(),
                                 [&](const store::JournalRow &row) { return row.state == state; }));
    };
    const int done = count(store::JournalRow::State::Done);
    const int failed = int(entry.rows.size()) - done;
    const auto retried =
        std::count_if(entry.rows.cbegin(), entry.rows.cend(), [](const store::JournalRow &row) {
            return row.state != store::JournalRow::State::Done && work::canRetry(row.wish);
        });
    const QString unseen = sentenceFor(work::unseenPassword()).text;
    QString hint = retried > 0 ? tr("%1 done, %2 not. What was done stays done; the rows that were "
                                    "not can be tried again.")
                               : tr("%1 done, %2 not. What was done stays done.");
    hint = hint.arg(QLocale().toString(done), QLocale().toString(failed));
    if (retried < failed)
        hint += u' ' + unseen;
    const auto parts = frame(this, entry.title, hint);
    auto *model = new model::ChangeModel(phrases(), this);
    model->setEntry(entry);
    parts.body->addWidget(changeTable(this, model, true), 1);
    auto *close = button(this, QStringLiteral("outcome.close"), tr("Close"));
    auto *retry = button(this, QStringLiteral("outcome.retry"), tr("Retry failed rows"));
    retry->setEnabled(retried > 0);
    if (retried == 0 && failed > 0)
        retry->setToolTip(unseen);
    setWeight(retry, Weight::Primary);
    parts.buttons->addStretch(1);
    parts.buttons->addWidget(close);
    parts.buttons->addWidget(retry);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(retry, &QPushButton::clicked, this, [this] {
        emit retryWanted();
        accept();
    });
    resizeOnScreen(this, {scaled(760), scaled(440)});
    close->setFocus();
}

} // namespace ui
