// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keys.h"

#include "ui/shell/actions.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

class Block final : public QWidget
{
public:
    Block(const QString &title, QWidget *parent)
        : QWidget(parent)
        , m_grid(new QGridLayout(this))
    {
        m_grid->setContentsMargins(0, 0, 0, 0);
        m_grid->setHorizontalSpacing(grid(2));
        m_grid->setVerticalSpacing(scaled(6));
        m_grid->setColumnStretch(1, 1);
        m_grid->addWidget(Text::section(title, this), 0, 0, 1, 2);
    }

    void add(const QString &keys, const QString &text)
    {
        const int row = m_grid->rowCount();
        auto *words = new Text(text, Size::Body, Role::Text, this);
        m_grid->addWidget(new Chip(keys, Role::Muted, {}, this), row, 0, Qt::AlignRight);
        m_grid->addWidget(words, row, 1);
    }

    bool isEmpty() const { return m_grid->rowCount() <= 1; }

private:
    QGridLayout *m_grid;
};

} // namespace

KeysDialog::KeysDialog(const Actions &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    column->addWidget(Text::title(tr("Keys"), this));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setObjectName(QStringLiteral("keys.area"));
    area->setAccessibleName(tr("Keys"));
    auto *content = new QWidget(area);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, grid(2), 0);
    columns->setSpacing(grid(5));

    auto *everywhere = new Block(tr("Everywhere"), content);
    auto *page = new Block(tr("On this page"), content);
    QStringList seen;
    for (const QAction *action : actions.all()) {
        const auto *owner = qobject_cast<const QWidget *>(action->parent());
        if (action->shortcut().isEmpty() || (owner && !owner->isVisible()))
            continue;
        QStringList each;
        for (const QKeySequence &sequence : action->shortcuts())
            each.append(sequence.toString(QKeySequence::NativeText));
        const QString keys = each.join(tr(" or "));
        if (seen.contains(keys + action->text()))
            continue;
        seen.append(keys + action->text());
        QString text = action->text();
        text.remove(u'…');
        (owner && !owner->isWindow() ? page : everywhere)->add(keys, text);
    }
    auto *tables = new Block(tr("In tables"), content);
    const auto native = [](const QKeySequence &keys) {
        return keys.toString(QKeySequence::NativeText);
    };
    tables->add(native(Qt::Key_Return), tr("Open the row"));
    tables->add(native(Qt::Key_Space), tr("Tick the row"));
    tables->add(tr("Shift + arrows"), tr("Tick a range"));
    tables->add(native(Qt::CTRL | Qt::Key_A), tr("Tick all"));
    tables->add(native(Qt::Key_Escape), tr("Untick all"));
    tables->add(native(Qt::Key_F2), tr("Edit the cell"));
    tables->add(native(Qt::Key_Delete), tr("Delete, after a question"));
    tables->add(native(Qt::Key_Menu), tr("Menu of the row"));
    tables->add(tr("Letters"), tr("Jump to the row"));

    auto *left = new QVBoxLayout;
    left->addWidget(everywhere);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(grid(3));
    if (page->isEmpty())
        page->hide();
    else
        right->addWidget(page);
    right->addWidget(tables);
    right->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    area->setWidget(content);
    column->addWidget(area, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("keys.close"));
    close->setAccessibleName(close->text());
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    resizeOnScreen(this, {scaled(780), scaled(620)});
    close->setFocus();
}

} // namespace ui
