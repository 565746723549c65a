// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/remedy.h"

#include "ui/shell/actions.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Remedy)
};

} // namespace

Remedy remedyFor(Context &context, const Error &error, std::function<void()> retry)
{
    QAction *token = context.actions.action(QStringLiteral("account.token"));
    if (error.kind == Error::Kind::Unauthorized && token && token->isEnabled())
        return {token->text(), [token] { token->trigger(); }};
    return {Words::tr("Retry"), std::move(retry)};
}

} // namespace ui
