import Definitions
import Proofs
import Values

/// A scheduled report as it was made (日扫描、周调度、月通报、季分析、年考核): sentences and tables, in both languages.
///
/// Page, PDF and XLSX are made of this one value, so the same figures stand in all of them.
package struct Report: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case words(Wording)
        /// In hundredths, with the unit as printed; the unit may be empty.
        case figure(Int, unit: String)
        /// Nothing to say.
        case none
    }

    /// What stands behind a row.
    package enum Lead: Hashable, Sendable {
        /// A metric of the board, by its id.
        case metric(String)
        /// A task of the ledger, by its case.
        case task(String)
        /// How the index of a region or unit is computed.
        case place(String)
    }

    package struct Row: Hashable, Sendable {
        package let cells: [Cell]
        package let lead: Lead?
        /// Whether it says that something is not as it should be.
        package let isBad: Bool

        package init(_ cells: [Cell], lead: Lead?, isBad: Bool) {
            self.cells = cells
            self.lead = lead
            self.isBad = isBad
        }
    }

    package struct Column: Hashable, Sendable {
        package let name: Wording
        /// How wide it is on paper against the others.
        package let share: Int
        package let isNumber: Bool

        package init(_ name: Wording, share: Int, isNumber: Bool) {
            self.name = name
            self.share = share
            self.isNumber = isNumber
        }
    }

    package struct Table: Hashable, Sendable {
        package let caption: Wording
        package let columns: [Column]
        /// Each with as many cells as there are columns.
        package let rows: [Row]
        /// How it is to be read.
        package let notes: [Wording]

        package init(caption: Wording, columns: [Column], rows: [Row], notes: [Wording]) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
            self.notes = notes
        }
    }

    /// A part with its text and tables.
    package struct Section: Hashable, Sendable {
        package let name: Wording
        package let sentences: [Wording]
        package let tables: [Table]
        /// Whether it only shows how figures of another part were computed.
        package let isAnnex: Bool

        package init(name: Wording, sentences: [Wording], tables: [Table], isAnnex: Bool) {
            self.name = name
            self.sentences = sentences
            self.tables = tables
            self.isAnnex = isAnnex
        }
    }

    package let plan: String
    /// Of the plan: 月通报.
    package let name: Wording
    package let period: ReportSpan
    package let region: String
    package let place: Wording
    /// So many events of the log had been counted.
    package let position: Int
    package let isCirculated: Bool
    package let sections: [Section]

    /// 2026年3月月通报.
    package var title: Wording {
        Wording(zh: "\(place.zh)政务服务\(name.zh)（\(period.name.zh)）", en: "\(name.en), \(place.en), \(period.name.en)")
    }

    /// The stream of a report, the same in every deployment.
    static func stream(plan: String, region: String, period: ReportSpan) -> String {
        let words = "report/\(plan)/\(region)/\(period.every.rawValue)/\(period.text)"
        return Identifier<Report>(bytes: Array(SM3.hash(Array(words.utf8)).prefix(16))).text
    }
}

// MARK: As it is kept

extension Report {
    /// Its canonical bytes are what is kept, and what its hash is of.
    package var json: JSON {
        [
            "plan": .text(plan), "name": Report.json(name), "every": .text(period.every.rawValue),
            "first": .text(period.first.description), "last": .text(period.last.description), "region": .text(region),
            "place": Report.json(place), "position": .number(Int64(position)), "circulated": .bool(isCirculated),
            "sections": .list(sections.map(\.json)),
        ]
    }

    /// nil for anything that was not written by `json`.
    package init?(_ json: JSON) {
        guard let plan = json["plan"]?.text, let name = ListDocument.wording(json["name"]),
            let every = json["every"]?.text.flatMap({ ReportSpan.Every(rawValue: $0) }),
            let first = json["first"]?.text.flatMap({ Day($0) }), let region = json["region"]?.text,
            let place = ListDocument.wording(json["place"]), let position = json["position"]?.number,
            let isCirculated = json["circulated"]?.bool, let sections = json["sections"]?.list
        else { return nil }
        self.init(
            plan: plan, name: name, period: ReportSpan(every, containing: first), region: region, place: place,
            position: position, isCirculated: isCirculated, sections: sections.compactMap { Section($0) })
    }

    fileprivate static func json(_ wording: Wording) -> JSON { ["zh": .text(wording.zh), "en": .text(wording.en)] }

    fileprivate static func wordings(_ json: JSON?) -> [Wording] {
        (json?.list ?? []).compactMap { ListDocument.wording($0) }
    }
}

extension Report.Section {
    fileprivate var json: JSON {
        [
            "name": Report.json(name), "sentences": .list(sentences.map { Report.json($0) }),
            "tables": .list(tables.map(\.json)), "annex": .bool(isAnnex),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let name = ListDocument.wording(json["name"]) else { return nil }
        self.init(
            name: name, sentences: Report.wordings(json["sentences"]),
            tables: (json["tables"]?.list ?? []).compactMap { Report.Table($0) },
            isAnnex: json["annex"]?.bool ?? false)
    }
}

extension Report.Table {
    fileprivate var json: JSON {
        [
            "caption": Report.json(caption),
            "columns": .list(
                columns.map {
                    ["name": Report.json($0.name), "share": .number(Int64($0.share)), "number": .bool($0.isNumber)]
                }),
            "rows": .list(rows.map(\.json)), "notes": .list(notes.map { Report.json($0) }),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let caption = ListDocument.wording(json["caption"]) else { return nil }
        let columns = (json["columns"]?.list ?? []).compactMap { column -> Report.Column? in
            guard let name = ListDocument.wording(column["name"]), let share = column["share"]?.number else {
                return nil
            }
            return Report.Column(name, share: share, isNumber: column["number"]?.bool ?? false)
        }
        let rows = (json["rows"]?.list ?? []).map { Report.Row($0) }
        guard rows.allSatisfy({ $0.cells.count == columns.count }) else { return nil }
        self.init(caption: caption, columns: columns, rows: rows, notes: Report.wordings(json["notes"]))
    }
}

extension Report.Row {
    fileprivate var json: JSON {
        let (kind, id): (String?, String?) =
            switch lead {
            case .metric(let id): ("metric", id)
            case .task(let id): ("task", id)
            case .place(let id): ("place", id)
            case nil: (nil, nil)
            }
        return [
            "cells": .list(cells.map(\.json)), "bad": .bool(isBad), "leads": kind.map { .text($0) } ?? .null,
            "id": id.map { .text($0) } ?? .null,
        ]
    }

    fileprivate init(_ json: JSON) {
        let id = json["id"]?.text ?? ""
        let lead: Report.Lead? =
            switch json["leads"]?.text {
            case "metric": .metric(id)
            case "task": .task(id)
            case "place": .place(id)
            default: nil
            }
        self.init(
            (json["cells"]?.list ?? []).map { Report.Cell($0) }, lead: lead, isBad: json["bad"]?.bool ?? false)
    }
}

extension Report.Cell {
    fileprivate var json: JSON {
        switch self {
        case .words(let words): Report.json(words)
        case .figure(let hundredths, let unit): ["figure": .number(Int64(hundredths)), "unit": .text(unit)]
        case .none: .null
        }
    }

    fileprivate init(_ json: JSON) {
        if let figure = json["figure"]?.number {
            self = .figure(figure, unit: json["unit"]?.text ?? "")
        } else {
            self = ListDocument.wording(json).map { .words($0) } ?? .none
        }
    }
}
