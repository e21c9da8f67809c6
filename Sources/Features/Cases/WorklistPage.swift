import Values
import Web

/// The worklist of a post: views as saved filters, least time left first, one page after the other.
struct WorklistPage {
    let list: Worklist
    /// Names by hash of the definition.
    let names: [String: WorklistNames]
    let texts: WorklistTexts
    let calendar: WorkCalendar
    let today: Day

    static let link: Link = "/w/inbox"

    static func link(_ view: Worklist.View) -> Link {
        view == .all ? link : "/w/inbox?view=\(view.rawValue)"
    }

    func body(in language: Language) -> HTML {
        let title = StaffWords.inbox[language]
        return """
            \(WorkHead(title, side: lights(in: language)), language)\
            \(FilterTabs(label: StaffWords.views[language], tabs: tabs(in: language)), language)\
            \(list.rows.isEmpty ? empty(in: language) : table(in: language))
            """
    }

    private func lights(in language: Language) -> HTML {
        var html: HTML = "<span class=\"num\">\(language.date(today)) \(language.weekday(today))</span>"
        let overdue = list.count(.overdue)
        let due = list.count(.today)
        if overdue > 0 {
            html += Light(.bad, StaffWords.overdueCount(Self.count(overdue))[language]).html(in: language)
        }
        if due > 0 { html += Light(.warn, StaffWords.dueCount(Self.count(due))[language]).html(in: language) }
        return html
    }

    private func tabs(in language: Language) -> [FilterTabs.Tab] {
        Worklist.View.allCases.map { view in
            let count = list.count(view)
            let label = StaffWords.view(view)[language]
            let isUrgent = (view == .today || view == .overdue) && count > 0
            // Beyond what is counted the label says so, because a number would be wrong.
            let isMore = count >= Worklist.countedUpTo
            return FilterTabs.Tab(
                isMore ? "\(label) \(Self.count(count))" : label, count: isMore ? nil : count, isUrgent: isUrgent,
                link: WorklistPage.link(view), isCurrent: view == list.view)
        }
    }

    /// `99+` where counting stopped.
    private static func count(_ number: Int) -> String {
        number >= Worklist.countedUpTo ? "\(Worklist.countedUpTo - 1)+" : String(number)
    }

    private func empty(in language: Language) -> HTML {
        let isAll = list.view == .all
        let heading = isAll ? StaffWords.nothingToDo : StaffWords.nothingInView
        let text = isAll ? StaffWords.nothingToDoText : StaffWords.nothingInViewText
        let buttons =
            isAll ? [] : [Button(StaffWords.showAll[language], weight: .normal, act: .go(WorklistPage.link(.all)))]
        return EmptyState(icon: .inbox, heading: heading[language], text: text[language], buttons: buttons)
            .html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            DataTable.Column(
                StaffWords.clock[language], isNumber: false, order: .ascending, sortLink: nil, isHidden: false,
                isNamedOnPhones: false),
            DataTable.Column(StaffWords.item[language]),
            DataTable.Column(StaffWords.applicant[language], isNamedOnPhones: false),
            DataTable.Column(StaffWords.task[language]), DataTable.Column(StaffWords.received[language]),
            DataTable.Column(StaffWords.filedOn[language]),
            DataTable.Column(StaffWords.remark[language], isNamedOnPhones: false),
        ]
        let table = DataTable(
            caption: StaffWords.inboxCaption(StaffWords.view(list.view))[language], isCaptionShown: false,
            columns: columns, rows: list.rows.map { row($0, in: language) }, headerColumn: 1, hasCardsOnPhones: true)
        let next = list.next.map { cursor in
            WorklistPage.link.with([
                ("view", list.view == .all ? nil : list.view.rawValue), ("after", cursor.text),
            ])
        }
        let pager = Pager(
            summary: StaffWords.shown(list.rows.count)[language],
            kind: .onwards(first: list.isFirst ? nil : WorklistPage.link(list.view), next: next))
        return "\(table, language)\(pager, language)"
    }

    private func row(_ row: TaskRow, in language: Language) -> DataTable.Row {
        let names = names[row.definition]
        let clock = clock(row, warnAt: names?.warnAt ?? 0, in: language)
        let link: Link = "/w/case/\(row.caseID)"
        let service = names?.service[language] ?? row.service
        let number: HTML = row.caseNumber.map { "\($0)" } ?? "\(StaffWords.noNumber, language)"
        return DataTable.Row(
            [
                clock.html,
                "<a href=\"\(link)\">\(service)</a><span class=\"sub2 num\">\(number)</span>",
                HTML(escaping: row.applicantMask ?? StaffWords.nameless[language]),
                HTML(escaping: names?.tasks[row.task]?[language] ?? row.task),
                "<span class=\"num\">\(language.shortDateTime(row.since))</span>",
                "<span class=\"num\">\(language.shortDate(row.filedAt.day))</span>",
                remarks(row, in: language),
            ], tone: clock.tone)
    }

    private func clock(_ row: TaskRow, warnAt: Int, in language: Language) -> WorklistTexts.Mini {
        if let due = row.clockDue ?? row.due {
            let mini = texts.mini(
                since: row.since.day, due: (due, row.dayUnit ?? .workdays), warnAt: warnAt, on: today, by: calendar,
                in: language)
            return isLate(row) ? WorklistTexts.Mini(html: mini.html, tone: .bad) : mini
        }
        let light =
            row.isStopped
            ? Light(.pause, language.words.clock.paused) : Light(.normal, StaffWords.noLimit[language])
        return WorklistTexts.Mini(html: light.html(in: language), tone: .plain)
    }

    private func isLate(_ row: TaskRow) -> Bool { row.due.map { $0 < today } ?? false }

    private func remarks(_ row: TaskRow, in language: Language) -> HTML {
        var html = HTML.empty
        // The step's own limit, where it comes before that of the case.
        if let due = row.due, let clock = row.clockDue, due < clock {
            let text = StaffWords.stepDue(language.date(due, seenOn: today))[language]
            html += Tag(due < today ? .bad : .plain, text).html(in: language)
        }
        if row.isUnclear { html += Tag(.warn, StaffWords.view(.unclear)[language]).html(in: language) }
        if row.isStopped, row.due != nil { html += Tag(.info, StaffWords.view(.stopped)[language]).html(in: language) }
        return html
    }
}
