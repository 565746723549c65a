// SPDX-License-Identifier: GPL-3.0-or-later
// The one place to say errors and confirmations: a bar under the page header, quiet, with at most
// one action; the sentence for an Error or a Finding is made here and nowhere else. Dialogs that
// ask a question live here too.
#pragma once

#include "app/base/error.h"
#include "app/mail/finding.h"
#include "app/model/text.h"

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

// What happened, why as far as known, what to do. Details (the server's own words) apart.
struct Sentence
{
    QString text;
    QString details;
};
Sentence sentenceFor(const Error &error);
Sentence sentenceFor(const mail::Finding &finding);
QString reasonText(const QString &reasonCode); // of a capability: the tooltip of a disabled control
QString
labelFor(const QString &field); // "mailbox.note" -> "Note"; covers every field of the vocabulary

// The same sentences for the models of app/model.
model::Phrases phrases();

class Messages : public QObject
{
    Q_OBJECT

public:
    enum class Kind
    {
        Confirmation,
        Information,
        Warning,
        Error
    };
    struct Message
    {
        Kind kind = Kind::Information;
        QString text;
        QString details;
        QString actionText; // empty = none
        std::function<void()> action;
    };

    using QObject::QObject;

    void say(const Message &message);
    void confirm(const QString &text, const QString &actionText = {},
                 std::function<void()> action = {});
    void error(const Error &error, const QString &actionText = {},
               std::function<void()> action = {});

    // A question with the safe answer first. Not modal to the program, only to `over`'s window;
    // `answer(true)` when agreed.
    void ask(QWidget *over, const QString &title, const QString &text, const QString &agree,
             std::function<void()> agreed);

signals:
    void said(const ui::Messages::Message &message);
};

} // namespace ui
