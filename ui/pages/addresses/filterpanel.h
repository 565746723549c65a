// SPDX-License-Identifier: GPL-3.0-or-later
// What addresses may be filtered by, beside the text: a row for each property, in effect at once.
#pragma once

#include "app/store/traits.h"
#include "ui/widgets/popover.h"

#include <QHash>

class QComboBox;
class QDateEdit;
class QPushButton;

namespace ui {

class Segments;
class Text;

class FilterPanel : public Popover
{
    Q_OBJECT

public:
    explicit FilterPanel(QWidget *parent = nullptr);

    void set(const store::TraitFilter &filter); // without changed()
    // A property that the service tells of no address cannot be asked.
    void setTold(store::Trait trait, bool told);
    void setCount(const QString &count); // "12 of 3,400"

signals:
    void changed(const store::TraitFilter &filter);

private:
    void tell();
    void showDay();

    store::TraitFilter m_filter;
    QHash<store::Trait, Segments *> m_rows;
    QComboBox *m_login;
    QDateEdit *m_day;
    Text *m_count;
    QPushButton *m_clear;
};

} // namespace ui
