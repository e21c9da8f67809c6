import Definitions
import Proofs
import Values

/// A made report as lists show it: what it is about, when it was made, and the hashes of its files.
package struct ReportRow: Hashable, Sendable {
    /// As what a report may be downloaded.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        case html, pdf, xlsx

        package var mediaType: String {
            switch self {
            case .html: "text/html; charset=utf-8"
            case .pdf: "application/pdf"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    /// The stream; also the id in addresses.
    package let id: String
    package let plan: String
    package let name: Wording
    package let period: ReportSpan
    package let region: String
    /// So many events of the log had been counted.
    package let position: Int
    package let isCirculated: Bool
    package let madeAt: Moment
    /// SM3 of the report's canonical bytes.
    package let content: String
    /// SM3 of the bytes of each file.
    package let files: [Form: String]

    package init(
        id: String, plan: String, name: Wording, period: ReportSpan, region: String, position: Int,
        isCirculated: Bool, madeAt: Moment, content: String, files: [Form: String]
    ) {
        self.id = id
        self.plan = plan
        self.name = name
        self.period = period
        self.region = region
        self.position = position
        self.isCirculated = isCirculated
        self.madeAt = madeAt
        self.content = content
        self.files = files
    }

    /// From the event of its making; nil for another stream.
    init?(folding events: [PastEvent]) {
        guard let event = events.first(where: { $0.body.kind == MetricEventKind.reported.rawValue }),
            let row = ReportRow(event.body.open, id: event.stream, madeAt: event.at)
        else { return nil }
        self = row
    }

    private init?(_ open: [String: JSON], id: String, madeAt: Moment) {
        guard let plan = open["plan"]?.text, let name = ListDocument.wording(open["name"]),
            let every = open["every"]?.text.flatMap({ ReportSpan.Every(rawValue: $0) }),
            let first = open["first"]?.text.flatMap({ Day($0) }), let region = open["region"]?.text,
            let position = open["position"]?.number, let content = open["content"]?.text
        else { return nil }
        var files: [Form: String] = [:]
        for form in Form.allCases { files[form] = open["files"]?[form.rawValue]?.text }
        self.init(
            id: id, plan: plan, name: name, period: ReportSpan(every, containing: first), region: region,
            position: position, isCirculated: open["circulated"]?.bool ?? false, madeAt: madeAt, content: content,
            files: files)
    }

    /// How a file of the report is called: region, plan and period, with an ending.
    func fileName(_ ending: String) -> String { "\(region)-\(plan)-\(period.text).\(ending)" }

    /// Says in the log what was made, of which position, with the hashes of all bytes.
    static func body(of report: Report, content: String, files: [Form: String], at moment: Moment) -> EventBody {
        EventBody(
            kind: MetricEventKind.reported.rawValue, schema: 1, effective: .instant(moment), actor: .platform,
            actingFor: nil, channel: nil, ground: nil,
            open: [
                "plan": .text(report.plan), "name": ["zh": .text(report.name.zh), "en": .text(report.name.en)],
                "every": .text(report.period.every.rawValue), "first": .text(report.period.first.description),
                "last": .text(report.period.last.description), "region": .text(report.region),
                "position": .number(Int64(report.position)), "circulated": .bool(report.isCirculated),
                "content": .text(content),
                "files": .map(Dictionary(uniqueKeysWithValues: files.map { ($0.key.rawValue, .text($0.value)) })),
            ], sealed: [:])
    }
}

/// Behind which report a page of the list begins.
struct ReportCursor: Hashable, Sendable {
    let last: Day
    let id: String

    init(last: Day, id: String) {
        self.last = last
        self.id = id
    }

    /// Reads `2026-03-31.01KE…`; nil for anything else.
    init?(_ text: String) {
        let words = text.split(separator: ".").map(String.init)
        guard words.count == 2, let last = Day(words[0]), words[1].count == 26 else { return nil }
        self.init(last: last, id: words[1])
    }

    var text: String { "\(last).\(id)" }
}
