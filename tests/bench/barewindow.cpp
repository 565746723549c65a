// SPDX-License-Identifier: GPL-3.0-or-later
// The least that shows a table of 100,000 rows in Qt: what the desktop's start is measured against.
#include <QAbstractTableModel>
#include <QApplication>
#include <QMainWindow>
#include <QTableView>

namespace {

class Rows final : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 100000;
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 7;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QStringLiteral("user%1@example.test").arg(index.row());
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    Rows rows;
    QTableView view;
    view.setModel(&rows);
    window.setCentralWidget(&view);
    window.resize(1200, 800);
    window.show();
    const int code = app.exec();
    window.takeCentralWidget();
    return code;
}
