// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/wizard.h"

#include "ui/shell/messages.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

Wizard::Wizard(Context &context, const QString &title, QWidget *parent)
    : QDialog(parent ? parent->window() : nullptr) // it may outlive the page that opened it
    , m_context(context)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid());
    m_count = new Text({}, Size::Small, Role::Muted, this);
    m_count->setObjectName(QStringLiteral("wizard.count"));
    column->addWidget(m_count);
    m_question = Text::title({}, this);
    m_question->setObjectName(QStringLiteral("wizard.question"));
    m_question->setWordWrap(true);
    column->addWidget(m_question);
    column->addSpacing(grid());
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack, 1);

    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setObjectName(QStringLiteral("wizard.progress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    column->addWidget(m_progress);
    m_problem = new Text({}, Size::Body, Role::Bad, this);
    m_problem->setObjectName(QStringLiteral("wizard.problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);

    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, grid(), 0, 0);
    row->setSpacing(grid());
    const auto button = [&](const QString &text, const QString &name) {
        auto *b = new QPushButton(text, m_buttons);
        b->setObjectName(name);
        b->setAccessibleName(text);
        return b;
    };
    m_cancel = button(tr("Cancel"), QStringLiteral("wizard.cancel"));
    m_back = button(tr("Back"), QStringLiteral("wizard.back"));
    m_next = button(tr("Continue"), QStringLiteral("wizard.next"));
    m_next->setDefault(true);
    setWeight(m_next, Weight::Primary);
    m_cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addWidget(m_buttons);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(current() - 1); });
    connect(m_next, &QPushButton::clicked, this, &Wizard::next);
}

int Wizard::current() const { return m_stack->currentIndex(); }

void Wizard::addStep(WizardStep *step)
{
    m_steps.append(step);
    m_stack->addWidget(step);
    connect(step, &WizardStep::completeChanged, this, &Wizard::updateButtons);
}

void Wizard::start()
{
    resizeOnScreen(this, {std::max(scaled(800), 90 * fontMetrics().averageCharWidth()),
                          std::max(scaled(600), 32 * fontMetrics().height())});
    showStep(0);
}

void Wizard::showStep(int index)
{
    if (index < 0 || index >= m_steps.size())
        return;
    WizardStep *step = m_steps.at(index);
    m_stack->setCurrentWidget(step);
    step->enter();
    m_count->setText(tr("Step %1 of %2").arg(index + 1).arg(m_steps.size()));
    m_count->setVisible(m_steps.size() > 1);
    m_question->setText(step->question());
    showProblem({});
    updateButtons();
    if (QWidget *field = step->firstField())
        field->setFocus();
}

void Wizard::next()
{
    WizardStep *step = m_steps.value(current());
    if (!step || m_busy || !step->isComplete())
        return;
    if (current() + 1 < m_steps.size())
        showStep(current() + 1);
    else
        finish();
}

void Wizard::updateButtons()
{
    const WizardStep *step = m_steps.value(current());
    if (!step || m_done)
        return;
    m_back->setVisible(m_steps.size() > 1);
    m_back->setEnabled(current() > 0 && !m_busy);
    m_next->setText(step->nextText());
    m_next->setAccessibleName(step->nextText());
    m_next->setEnabled(step->isComplete() && !m_busy);
    m_next->setToolTip(step->isComplete() ? QString() : step->incompleteReason());
    m_cancel->setEnabled(!m_busy);
}

void Wizard::setBusy(const QString &what)
{
    if (!m_busy && !what.isEmpty())
        m_focused = focusWidget(); // what is disabled loses the keyboard
    m_busy = !what.isEmpty();
    m_progress->setVisible(m_busy);
    m_progress->setFormat(what);
    m_stack->setEnabled(!m_busy);
    if (m_busy)
        m_count->setText(what);
    updateButtons();
    if (!m_busy && m_focused)
        m_focused->setFocus();
}

void Wizard::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void Wizard::showResult(QWidget *page)
{
    setBusy({});
    m_done = true;
    showProblem({});
    m_count->hide();
    m_question->setText(page->windowTitle());
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    m_buttons->hide();
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->isDefault()) // the next thing to do
            button->setFocus();
}

void Wizard::reject()
{
    if (m_busy)
        return;
    const bool touched = !m_done && std::any_of(m_steps.cbegin(), m_steps.cend(),
                                                [](const WizardStep *s) { return s->isTouched(); });
    if (touched)
        m_context.messages.ask(this, tr("Discard what you typed?"),
                               tr("Nothing has been created or changed yet."), tr("Discard"),
                               [this] {
                                   QDialog::reject();
                                   // Not every window manager gives the keyboard back.
                                   if (QWidget *under = parentWidget())
                                       under->window()->activateWindow();
                               });
    else
        QDialog::reject();
}

} // namespace ui
