// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/peopleeditor.h"

#include "ui/pages/address/rightseditor.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int personRole = Qt::UserRole + 1; // position in m_people
constexpr int nameRole = Qt::UserRole + 2;
constexpr int emailRole = Qt::UserRole + 3;

// The name with the address muted below it: side by side they are too long for the list.
class PersonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem whole(option);
        QStyledItemDelegate::initStyleOption(&whole, index);
        const QStyle *style = whole.widget ? whole.widget->style() : QApplication::style();
        QRect r = style->subElementRect(QStyle::SE_ItemViewItemText, &whole, whole.widget);
        r.setTop(option.rect.top() + grid(0.5));
        r.setBottom(option.rect.bottom() - grid(0.5));
        r.adjust(scaled(2), 0, 0, 0);
        r.setRight(option.rect.right() - grid(0.5));
        const bool isEnabled = whole.state & QStyle::State_Enabled;
        const QString email = index.data(emailRole).toString();
        QRect upper = r;
        QRect lower = r;
        if (!email.isEmpty()) {
            upper.setBottom(r.top() + r.height() * 11 / 20);
            lower.setTop(upper.bottom() + 1);
        }
        painter->save();
        const auto write = [&](const QString &text, const QFont &font, Role role, const QRect &in) {
            painter->setFont(font);
            painter->setPen(colour(role, whole.palette));
            painter->drawText(in, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, in.width()));
        };
        write(index.data(nameRole).toString(), whole.font, isEnabled ? Role::Text : Role::Muted,
              upper);
        write(email, fontOf(Size::Small), Role::Muted, lower);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text.clear(); // painted above
    }
};

} // namespace

PeopleEditor::PeopleEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(2));

    auto *left = new QVBoxLayout;
    left->setSpacing(grid());
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("people.filter"));
    m_filter->setAccessibleName(tr("Find a person"));
    m_filter->setPlaceholderText(tr("Find a person"));
    m_filter->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("people.list"));
    m_list->setAccessibleName(tr("People of the organisation"));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new PersonDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    paintSoft();
    m_count = new Text({}, Size::Small, Role::Muted, this);
    m_count->setObjectName(QStringLiteral("people.count"));
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    left->addWidget(m_count);
    row->addLayout(left, 5);

    auto *right = new QVBoxLayout;
    right->setSpacing(grid());
    m_title = Text::section({}, this);
    m_title->setTextFormat(Qt::PlainText);
    m_hint = Text::muted({}, this);
    m_hint->setWordWrap(true);
    m_editor = new RightsEditor(QStringLiteral("people.rights"), RightsEditor::Everything, true);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_editor);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(m_editor->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width() + grid(2));
    area->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);
    right->addWidget(m_title);
    right->addWidget(m_hint);
    right->addWidget(area, 1);
    row->addLayout(right, 6);

    connect(m_filter, &QLineEdit::textChanged, this, &PeopleEditor::filter);
    connect(m_list, &QListWidget::currentItemChanged, this, &PeopleEditor::showPerson);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_list->currentItem() != item)
            m_list->setCurrentItem(item);
        showPerson(item);
        tell();
        emit changed();
    });
    connect(m_editor, &RightsEditor::changed, this, [this] {
        m_rights.insert(m_shown, m_editor->rights());
        emit changed();
    });
    showPerson(nullptr);
}

void PeopleEditor::paintSoft()
{
    QPalette soft; // two roles only: the others follow the theme
    soft.setColor(QPalette::Highlight, colour(Role::AccentSoft, palette()));
    soft.setColor(QPalette::HighlightedText, colour(Role::Text, palette()));
    m_list->setPalette(soft);
}

void PeopleEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSoft();
}

void PeopleEditor::setPeople(const QList<mail::User> &people, const mail::Rights &defaults,
                             const QSet<qint64> &already)
{
    QSet<qint64> ticked;
    for (const ChosenPerson &person : chosen())
        ticked.insert(person.user.id);
    m_people = people;
    m_defaults = defaults;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (qsizetype i = 0; i < people.size(); ++i) {
        const mail::User &user = people.at(i);
        const bool isThere = already.contains(user.id);
        QString text = user.displayName.isEmpty() ? user.email : user.displayName;
        if (user.isMe.value_or(false))
            text = tr("%1 (you)").arg(text);
        const QString name = text;
        if (!user.email.isEmpty() && user.email != text)
            text = tr("%1 · %2").arg(text, user.email);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(personRole, i);
        item->setData(nameRole, name);
        item->setData(emailRole, text == name ? QString() : user.email);
        item->setSizeHint(QSize(0, grid(5.5)));
        item->setFlags(isThere
                           ? Qt::ItemIsSelectable
                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isThere || ticked.contains(user.id) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(isThere ? tr("%1 already uses this address.").arg(user.displayName)
                                 : user.email);
    }
    filter(m_filter->text());
    showPerson(m_list->currentItem());
    tell();
}

QList<ChosenPerson> PeopleEditor::chosen() const
{
    QList<ChosenPerson> people;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (item->checkState() != Qt::Checked || !(item->flags() & Qt::ItemIsEnabled))
            continue;
        const mail::User &user = m_people.at(item->data(personRole).toInt());
        people.append({user, m_rights.value(user.id, m_defaults)});
    }
    return people;
}

QWidget *PeopleEditor::firstField() const { return m_filter; }

void PeopleEditor::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        bool matches = true;
        for (const QString &word : words)
            matches = matches && item->text().contains(word, Qt::CaseInsensitive);
        item->setHidden(!matches);
    }
    // What Space ticks is in view: never a person whom the filter hides.
    const auto canBeCurrent = [](const QListWidgetItem *item) {
        return item && !item->isHidden() && (item->flags() & Qt::ItemIsEnabled);
    };
    if (canBeCurrent(m_list->currentItem()))
        return;
    int row = 0;
    while (row < m_list->count() && !canBeCurrent(m_list->item(row)))
        ++row;
    m_list->setCurrentRow(row < m_list->count() ? row : -1);
    showPerson(m_list->currentItem());
}

void PeopleEditor::showPerson(QListWidgetItem *item)
{
    const bool isChosen =
        item && item->checkState() == Qt::Checked && (item->flags() & Qt::ItemIsEnabled);
    const mail::User user = item ? m_people.value(item->data(personRole).toInt()) : mail::User{};
    m_shown = user.id;
    m_title->setText(item ? tr("Rights of %1").arg(user.displayName) : QString());
    m_hint->setText(m_people.isEmpty() ? tr("The people of the organisation are not known yet.")
                    : !item && !m_filter->text().isEmpty()
                        ? tr("Nobody here has “%1” in the name or address.").arg(m_filter->text())
                    : !item    ? tr("Choose a person to see what they may do.")
                    : isChosen ? tr("The rights begin with the defaults of this mail service.")
                               : tr("Tick the person to give them access with these rights."));
    m_editor->setVisible(item != nullptr);
    m_editor->setPerson(user.displayName);
    m_editor->setReadOnly(isChosen ? QString() : tr("Tick the person first."));
    m_editor->setRights(m_rights.value(user.id, m_defaults));
}

void PeopleEditor::tell() { m_count->setText(tr("%n chosen", nullptr, int(chosen().size()))); }

} // namespace ui
