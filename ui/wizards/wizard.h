// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of every wizard: one question per step, Back and one primary button, and a last page
// that says what was done and what is next. Steps wrap editors; the wizard itself saves nothing
// until its end.
#pragma once

#include "ui/context.h"

#include <QDialog>
#include <QList>
#include <QPointer>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class Text;

class WizardStep : public QWidget
{
    Q_OBJECT

public:
    // `question` is the heading of the step; `nextText` the words of its primary button.
    WizardStep(const QString &question, const QString &nextText, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_question(question)
        , m_nextText(nextText)
    {
    }

    QString question() const { return m_question; }
    QString nextText() const { return m_nextText; }
    virtual bool isComplete() const { return true; }
    virtual QString incompleteReason() const { return {}; } // tooltip of the primary button then
    virtual bool isTouched() const { return false; }        // typed data that Esc would lose
    virtual void enter() {} // it is shown: take over earlier answers
    virtual QWidget *firstField() const { return nullptr; }

signals:
    void completeChanged();

protected:
    QString m_question;
    QString m_nextText;
};

class Wizard : public QDialog
{
    Q_OBJECT

public:
    Wizard(Context &context, const QString &title, QWidget *parent);

    int current() const;

protected:
    void addStep(WizardStep *step);
    void start(); // after the last addStep
    void showStep(int index);
    void setBusy(const QString &what); // empty = no longer
    // The last page: no way back, buttons of its own.
    void showResult(QWidget *page);
    void showProblem(const QString &text); // one line above the buttons; empty = none

    virtual void finish() = 0; // the primary button of the last step
    void reject() override;    // Esc and Cancel: asks before typed data is lost

    Context &m_context;
    // Receives what Changes answers. Not the wizard itself: it shows the rows of a partial result
    // on its last page, so that no dialog over it has to.
    QObject *answers() { return &m_answers; }

private:
    void next();
    void updateButtons();

    Text *m_count = nullptr;
    Text *m_question = nullptr;
    Text *m_problem = nullptr;
    QStackedWidget *m_stack = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_cancel = nullptr;
    QWidget *m_buttons = nullptr;
    QList<WizardStep *> m_steps;
    QObject m_answers;
    bool m_busy = false;
    QPointer<QWidget> m_focused; // before it was busy
    bool m_done = false;
};

} // namespace ui
