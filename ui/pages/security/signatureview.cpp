// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/signatureview.h"

#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

SignatureView::SignatureView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid(2));
}

void SignatureView::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SignatureView::show(const QList<check::DkimSignature> &signatures)
{
    clear();
    if (signatures.isEmpty()) {
        auto *none =
            new Text(tr("The message has no DKIM signature."), Size::Body, Role::Text, this);
        none->setObjectName(QStringLiteral("signature.none"));
        m_column->addWidget(none);
        return;
    }
    int number = 0;
    for (const check::DkimSignature &signature : signatures) {
        auto *card = new Card(tr("Signature of %1").arg(QString::fromUtf8(signature.domain)), this);
        card->setObjectName(QStringLiteral("signature.%1").arg(number++));
        card->setHint(tr("Selector %1, %2")
                          .arg(QString::fromUtf8(signature.selector),
                               QString::fromUtf8(signature.algorithm)));
        const bool isGood = signature.result == check::DkimResult::Pass;
        const bool isOpen = signature.result == check::DkimResult::TempError;
        card->addToHeader(new Chip(
            isGood   ? tr("Verifies")
            : isOpen ? tr("Not known: DNS did not answer")
                     : tr("Does not verify"),
            isGood   ? Role::Good
            : isOpen ? Role::Warning
                     : Role::Bad,
            isGood ? QStringLiteral("circle-check") : QStringLiteral("octagon-alert"), card));
        for (const check::DkimStep &step : signature.steps) {
            auto *row = new QWidget(card);
            auto *line = new QHBoxLayout(row);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(grid());
            using Verdict = check::DkimStep::Verdict;
            auto *mark = new QLabel(row);
            mark->setPixmap(icon(step.verdict == Verdict::Fine   ? QStringLiteral("check")
                                 : step.verdict == Verdict::Note ? QStringLiteral("info")
                                                                 : QStringLiteral("x"),
                                 step.verdict == Verdict::Fine   ? Role::Good
                                 : step.verdict == Verdict::Note ? Role::Muted
                                                                 : Role::Bad)
                                .pixmap(QSize(scaled(16), scaled(16)), devicePixelRatioF()));
            mark->setAccessibleName(step.verdict == Verdict::Wrong ? tr("wrong") : tr("fine"));
            auto *text = new Text(step.detail, Size::Body, Role::Text, row);
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            line->addWidget(mark, 0, Qt::AlignTop);
            line->addWidget(text, 1);
            if (!step.reference.isEmpty())
                line->addWidget(Text::muted(step.reference, row), 0, Qt::AlignTop);
            card->body()->addWidget(row);
        }
        m_column->addWidget(card);
    }
}

} // namespace ui
