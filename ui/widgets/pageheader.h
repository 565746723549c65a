// SPDX-License-Identifier: GPL-3.0-or-later
// The one header line of a page: breadcrumb or title, count, age of the data, filter, one primary
// button, and a chevron with the further actions. Where the window is narrow the filter goes into a
// line of its own, then age and breadcrumb give way, and the title is shortened.
#pragma once

#include <QDateTime>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class Text;

class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // "Addresses ›" before the title; `go` runs when it is clicked.
    void setParentPage(const QString &title, std::function<void()> go);
    void setCount(const QString &text); // "1,204 addresses"; muted beside the title
    // "as of 10:42, offline"; grey; invalid = nothing said. The exact time in the tooltip.
    void setAge(const QDateTime &at, bool offline);
    void showFilter(const QString &placeholder); // makes the filter field appear
    QLineEdit *filter() const { return m_filter; }
    void setPrimary(QAction *action);  // text, icon, enabled and tooltip follow the action
    QMenu *more();                     // made on the first call; the chevron then appears
    void addWidget(QWidget *widget);   // before the primary button
    void addUnderTitle(QWidget *chip); // a chip after the count

    QSize minimumSizeHint() const override;

signals:
    void filterChanged(const QString &text); // as typed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintMuted();
    void arrange();
    int widthOf(const QList<QWidget *> &widgets) const; // side by side, of those that are shown
    int wordsOfParent() const; // the width of the breadcrumb when it is written out

    QVBoxLayout *m_lines;
    QHBoxLayout *m_line;
    QWidget *m_tools; // filter and what the page added, in either line
    bool m_hasAge = false;
    QToolButton *m_parentPage;
    Text *m_arrow;
    Text *m_title;
    Text *m_count;
    Text *m_age;
    QWidget *m_chips;
    QHBoxLayout *m_extra;
    QLineEdit *m_filter;
    QPushButton *m_primary;
    QMetaObject::Connection m_follow;
    QToolButton *m_more;
    QMenu *m_menu = nullptr;
    std::function<void()> m_goUp;
};

} // namespace ui
