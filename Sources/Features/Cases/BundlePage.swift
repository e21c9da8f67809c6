import Casework
import Definitions
import Values
import Web

/// The lanes of a bundle: each member with its unit, where it stands, its clock and what it gave.
struct BundleLanes {
    let lanes: [BundleLane]
    let day: Day
    /// Where a member's own page stands.
    let link: (String) -> Link

    func panel(_ density: Panel.Density, in language: Language) -> HTML {
        if lanes.isEmpty { return .empty }
        return Panel(
            id: "members", heading: BundleWords.members[language], density: density,
            body: "<p>\(BundleWords.done(lanes.count(where: \.isGranted), of: lanes.count), language)</p>"
                + table(in: language)
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            BundleWords.member, BundleWords.unit, BundleWords.progress, BundleWords.time, BundleWords.result,
        ]
        return DataTable(
            caption: BundleWords.members[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: lanes.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func row(_ lane: BundleLane, in language: Language) -> DataTable.Row {
        let name: HTML =
            lane.caseID.map { "<a href=\"\(link($0))\">\(lane.service, language)</a>" } ?? "\(lane.service, language)"
        let number: HTML = lane.number.map { "<span class=\"sub2 num\">\($0)</span>" } ?? ""
        return DataTable.Row(
            [
                "\(name)\(number)", HTML(escaping: lane.unit), BundleLanes.tag(lane, in: language).html(in: language),
                time(lane, in: language), BundleLanes.given(lane, in: language),
            ], tone: lane.waitsForApplicant ? .warn : .plain)
    }

    static func tag(_ lane: BundleLane, in language: Language) -> Tag {
        switch lane.state {
        case .planned:
            let names = lane.after.map { $0[language] }.joined(separator: language == .chinese ? "、" : ", ")
            let words = names.isEmpty ? BundleWords.notBegun : BundleWords.waitsFor(names)
            return Tag(.plain, words[language])
        case .leftOut: return Tag(.plain, BundleWords.leftOut[language])
        case .opened:
            return Tag(lane.waitsForApplicant ? .warn : .info, (lane.stage ?? BundleWords.notBegun)[language])
        case .settled:
            let outcome = lane.outcome.map { CaseWords.outcome($0) } ?? BundleWords.notBegun
            return Tag(lane.isGranted ? .ok : .plain, outcome[language])
        }
    }

    private func time(_ lane: BundleLane, in language: Language) -> HTML {
        guard let clock = lane.clock else {
            return lane.state == .opened ? HTML(escaping: BundleWords.noTime[language]) : .empty
        }
        if clock.state == .stopped { return Light(.pause, BundleWords.paused[language]).html(in: language) }
        guard let due = clock.told?.due?.day else { return HTML(escaping: MyWords.withoutDate[language]) }
        let left = due.number - day.number
        let state: Light.State = left < 0 ? .bad : left <= 1 ? .warn : .normal
        let text =
            left < 0
            ? language.words.clock.shortOver(language.days(-left))
            : MyWords.dueBy(language.date(due, seenOn: day))[language]
        return Light(state, text).html(in: language)
    }

    /// Certificates, each a link; of a member that issues none, that it does not.
    static func given(_ lane: BundleLane, in language: Language) -> HTML {
        guard lane.state == .settled, lane.isGranted else { return .empty }
        if lane.certificates.isEmpty { return HTML(escaping: BundleWords.noCertificate[language]) }
        let links = lane.certificates.map { entry, name -> HTML in
            let link: Link = "/certificates/\(entry.id.text)"
            return "<a href=\"\(link)\">\(name, language) <span class=\"num\">\(entry.number)</span></a>"
        }
        return links.joined(separator: "<br>")
    }
}

/// Every result and certificate of a bundle on one page (一次交付).
struct BundleResultPage {
    let mine: MyCase

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = BundleWords.results[language]
        let service = mine.definition.service.name[language]
        let own: Link = "/cases/\(mine.file.id)"
        let crumbs = Breadcrumb([(MyWords.cases[language], "/my/cases"), (service, own)], here: title)
        let outcome = mine.file.outcome.map { CaseWords.outcome($0)[language] }
        let stage = mine.stage?.name[language] ?? mine.file.stage
        let tag = Tag(mine.file.outcome == "granted" ? .ok : .info, outcome ?? stage)
        let print = Button(language.words.form.print, weight: .normal, size: .small, icon: .printer, act: .print)
        let rows = mine.lanes.map { lane in
            SummaryList.Row(lane.service[language], content(lane, in: language))
        }
        let body: HTML = """
            \(crumbs, language)\(PageHead(title, tag: tag, subtitle: "\(service)&ensp;\(mine.applicantName)"), language)\
            <p>\(BundleWords.resultsLead, language)</p><p class="no-print">\(print, language)</p>\
            <section class="panel section" aria-labelledby="results-h"><h2 id="results-h">\
            \(BundleWords.done(mine.lanes.count(where: \.isGranted), of: mine.lanes.count), language)</h2>\
            \(SummaryList(rows), language)</section><p class="no-print"><a href="\(own)">\(BundleWords.back, language)</a></p>
            """
        return PublicPage(
            head: PageHeading(title: title, column: MyWords.cases[language]), current: "/my/cases", hasTabBar: true,
            body: body)
    }

    private func content(_ lane: BundleLane, in language: Language) -> HTML {
        let number: HTML = lane.number.map { " <span class=\"small muted num\">\($0)</span>" } ?? ""
        let given = BundleLanes.given(lane, in: language)
        let line: HTML = given.isEmpty ? "" : "<br>\(given)"
        return "\(BundleLanes.tag(lane, in: language), language)\(number)\(line)"
    }
}
