// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/addresses/filterpanel.h"

#include "ui/pages/addresses/traitwords.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

namespace {

using Login = store::TraitFilter::Login;

constexpr int usualDays = 90; // what "not since" begins with

// As the segments have them: any, yes, no.
int placeOf(std::optional<bool> has) { return !has ? 0 : *has ? 1 : 2; }
std::optional<bool> hasAt(int place)
{
    return place == 0 ? std::nullopt : std::optional(place == 1);
}

} // namespace

FilterPanel::FilterPanel(QWidget *parent)
    : Popover(parent)
{
    setObjectName(QStringLiteral("filters.panel"));
    setAccessibleName(tr("Filters"));
    auto *rows = new QGridLayout(this);
    rows->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    rows->setHorizontalSpacing(grid(1.5));
    rows->setVerticalSpacing(scaled(6));
    rows->setColumnStretch(1, 1);
    int row = 0;
    const auto addRow = [&](const QString &label, QWidget *field) {
        auto *words = new Text(label, Size::Body, Role::Text, this);
        words->setBuddy(field);
        rows->addWidget(words, row, 0, Qt::AlignRight | Qt::AlignVCenter);
        rows->addWidget(field, row++, 1);
    };
    for (const TraitWords &words : traitWords()) {
        auto *segments = new Segments(QStringLiteral("filters.") + mail::word(words.trait),
                                      words.label, {tr("any"), words.yes, words.no}, this);
        m_rows.insert(words.trait, segments);
        addRow(words.label, segments);
        connect(segments, &Segments::changed, this, [this, trait = words.trait](int place) {
            m_filter.ask(trait, hasAt(place));
            tell();
        });
    }

    auto *login = new QWidget(this);
    auto *line = new QHBoxLayout(login);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid());
    m_login = new QComboBox(login);
    m_login->setObjectName(QStringLiteral("filters.login"));
    m_login->setAccessibleName(tr("Last login"));
    for (const LoginWords &words : loginWords())
        m_login->addItem(words.text, int(words.login));
    m_day = new QDateEdit(login);
    m_day->setObjectName(QStringLiteral("filters.day"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setCalendarPopup(true);
    m_day->setMaximumDate(QDate::currentDate());
    m_day->setDate(QDate::currentDate().addDays(-usualDays));
    QSizePolicy keeps = m_day->sizePolicy(); // its room, so that the panel does not jump
    keeps.setRetainSizeWhenHidden(true);
    m_day->setSizePolicy(keeps);
    line->addWidget(m_login, 1);
    line->addWidget(m_day);
    addRow(tr("Last login"), login);
    const auto loginChanged = [this] {
        m_filter.askLogin(Login(m_login->currentData().toInt()), m_day->date());
        showDay();
        tell();
    };
    connect(m_login, &QComboBox::currentIndexChanged, this, loginChanged);
    connect(m_day, &QDateEdit::dateChanged, this, loginChanged);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, grid(), 0, 0);
    foot->setSpacing(grid());
    m_count = Text::muted({}, this);
    m_count->setObjectName(QStringLiteral("filters.count"));
    m_clear = new QPushButton(tr("Clear all"), this);
    m_clear->setObjectName(QStringLiteral("filters.clear"));
    m_clear->setAccessibleName(tr("Take away all filters"));
    connect(m_clear, &QPushButton::clicked, this, [this] {
        set({});
        tell();
        m_rows.value(traitWords().first().trait)->setFocus();
    });
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("filters.close"));
    close->setAccessibleName(close->text());
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_clear);
    foot->addWidget(close);
    rows->addLayout(foot, row, 0, 1, 2);
    showDay();
    m_clear->setEnabled(false);
}

void FilterPanel::set(const store::TraitFilter &filter)
{
    m_filter = filter;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        it.value()->choose(placeOf(filter.asked(it.key())));
    const QSignalBlocker quietLogin(m_login);
    const QSignalBlocker quietDay(m_day);
    m_login->setCurrentIndex(m_login->findData(int(filter.login())));
    if (filter.day().isValid())
        m_day->setDate(filter.day());
    showDay();
    m_clear->setEnabled(!m_filter.isEmpty());
}

void FilterPanel::setTold(store::Trait trait, bool told)
{
    Segments *segments = m_rows.value(trait);
    // What was asked can be taken back.
    segments->setEnabled(told || m_filter.asked(trait));
    segments->setToolTip(told ? QString() : tr("This service does not tell it of its addresses."));
}

void FilterPanel::setCount(const QString &count) { m_count->setText(count); }

void FilterPanel::tell()
{
    m_clear->setEnabled(!m_filter.isEmpty());
    emit changed(m_filter);
}

void FilterPanel::showDay()
{
    const auto login = Login(m_login->currentData().toInt());
    m_day->setVisible(login != Login::Any && login != Login::Never);
}

} // namespace ui
