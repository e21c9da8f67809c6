import Casework
import Definitions
import Values
import Web

/// What the applicant said beside what registers said, mismatches first.
struct StaffChecks {
    let shown: StaffCase

    func html(in language: Language) -> HTML {
        let checks = shown.checks
        guard !checks.isEmpty else {
            return Panel(
                id: "checks", heading: StaffWords.checks[language], density: .staff,
                body: "<p>\(StaffWords.nothingToCheck, language)</p>"
            ).html(in: language)
        }
        let heading = StaffWords.checksHeading(
            checks.count { $0.result == .mismatch }, checks.count { $0.result == .unknown },
            checks.count { $0.result == .match })
        let table = CheckTable(caption: StaffWords.checks[language], checks: checks.map { row($0, in: language) })
        return Panel(id: "checks", heading: heading[language], density: .staff, body: table.html(in: language))
            .html(in: language)
    }

    private func row(_ check: StaffCase.Check, in language: Language) -> CheckTable.Check {
        let isMasked = shown.definition.fields[check.fact]?.sensitivity.isSealed ?? true
        func text(_ json: JSON?) -> String {
            guard let json else { return StaffWords.notAnswered[language] }
            return isMasked ? StaffAnswers.masked : shown.text(of: json, check.fact, in: language)
        }
        let name =
            shown.standIns.contains(check.register) ? StaffWords.standIn(check.register)[language] : check.register
        let time = check.at.map { (language == .chinese ? "，" : ", ") + language.shortDateTime($0) } ?? ""
        let result: CheckTable.Result =
            switch check.result {
            case .mismatch: .mismatch
            case .unknown: .unknown
            case .match: .match
            }
        return CheckTable.Check(
            shown.definition.fields[check.fact]?.ask[language] ?? check.fact, given: text(check.given),
            found: text(check.found), source: name + time, result: result)
    }
}

/// Every document that the case needs, how it was obtained, how good it is, and one conclusion.
struct StaffMaterials {
    let shown: StaffCase

    func html(in language: Language) -> HTML {
        let needs = shown.position.needs.filter { $0.standing != .notNeeded }
        let lacking = needs.count { isLacking($0.standing) }
        let have = needs.count { $0.standing == .answered }
        let body: HTML
        if needs.isEmpty {
            body = "<p>\(StaffWords.noMaterials, language)</p>"
        } else {
            let columns = [StaffWords.material, StaffWords.howGot, StaffWords.grade, StaffWords.conclusion]
            let ordered = needs.filter { isLacking($0.standing) } + needs.filter { !isLacking($0.standing) }
            body = DataTable(
                caption: StaffWords.materials[language], isCaptionShown: false,
                columns: columns.map { DataTable.Column($0[language]) }, rows: ordered.map { row($0, in: language) },
                headerColumn: 0, hasCardsOnPhones: true
            ).html(in: language)
        }
        return Panel(
            id: "materials", heading: StaffWords.materialsHeading(have, lacking)[language], density: .staff, body: body
        ).html(in: language)
    }

    private func isLacking(_ standing: CasePosition.Standing) -> Bool {
        switch standing {
        case .missing, .expired, .notKnown: true
        case .notNeeded, .answered, .deferred: false
        }
    }

    private func row(_ need: CasePosition.Need, in language: Language) -> DataTable.Row {
        let light: Light
        var tone = Tone.plain
        switch need.standing {
        case .answered, .notNeeded: light = Light(.normal, StaffWords.have[language])
        case .deferred: light = Light(.pause, StaffWords.deferred[language])
        case .missing: (light, tone) = (Light(.bad, StaffWords.missing[language]), .bad)
        case .expired(let day):
            let text = StaffWords.expired(language.date(day, seenOn: shown.day))
            (light, tone) = (Light(.bad, text[language]), .bad)
        case .notKnown(let names):
            let asks = names.map { shown.definition.fields[$0]?.ask[language] ?? $0 }
            let text = StaffWords.dependsOn(asks.joined(separator: language == .chinese ? "、" : ", "))
            (light, tone) = (Light(.warn, text[language]), .warn)
        }
        return DataTable.Row(
            [
                "\(need.need.name, language)\(details(of: need, in: language))", way(of: need, in: language),
                need.answer.map { HTML(escaping: StaffWords.graded($0.grade)[language]) } ?? .empty,
                light.html(in: language),
            ], tone: tone)
    }

    private func way(of need: CasePosition.Need, in language: Language) -> HTML {
        guard let answer = need.answer else { return .empty }
        let tone: Tone = answer.source == .promise ? .warn : answer.source == .upload ? .plain : .ok
        return Tag(tone, StaffWords.source(answer.source)[language]).html(in: language)
    }

    /// Files to open, the register with its stand-in said, the certificate, the day on which it expires.
    private func details(of need: CasePosition.Need, in language: Language) -> HTML {
        guard let answer = need.answer else { return .empty }
        var html = HTML.empty
        for id in answer.files {
            let name = shown.uploads.first { $0.id.text == id }
            let link: Link = "/w/case/\(shown.id)/files/\(id)"
            let size = name.map { "，\($0.type.name)，\(language.fileSize($0.sizeInBytes))" } ?? ""
            html += "<span class=\"sub2\"><a href=\"\(link)\">\(name?.name ?? id)</a>\(size)</span>"
        }
        if let reference = answer.reference {
            switch answer.source {
            case .certificate:
                let link: Link = "/certificates/\(reference)"
                html += "<span class=\"sub2\"><a href=\"\(link)\">\(StaffWords.certificates, language)</a></span>"
            default:
                let name = shown.standIns.contains(reference) ? StaffWords.standIn(reference)[language] : reference
                html += "<span class=\"sub2\">\(name)</span>"
            }
        }
        return html
    }
}

/// What was filed and found out, with source and grade; personal values stay masked.
struct StaffAnswers {
    let shown: StaffCase

    static let masked = "****"

    func html(in language: Language) -> HTML {
        let header = shown.file.header
        var rows = [
            SummaryList.Row(StaffWords.applicant[language], text: shown.applicantName),
            SummaryList.Row(StaffWords.filedAt[language], text: language.fullDateTime(header.filed)),
            SummaryList.Row(
                StaffWords.channel[language], text: StaffWords.channel(header.channel)[language]),
            SummaryList.Row(StaffWords.track[language], text: StaffWords.track(header.track)[language]),
        ]
        if let agent = header.agent {
            rows.append(SummaryList.Row(StaffWords.agent[language], text: shown.name(of: agent, in: language)))
        }
        rows += shown.answered.map { row($0, in: language) }
        if !shown.certificates.isEmpty {
            let links = shown.certificates.map { entry -> HTML in
                let link: Link = "/certificates/\(entry.id.text)"
                return "<a href=\"\(link)\">\(entry.number)</a>"
            }
            rows.append(SummaryList.Row(StaffWords.certificates[language], links.joined(separator: "&ensp;")))
        }
        return Panel(
            id: "answers", heading: StaffWords.filed[language], density: .staff,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    private func row(_ id: String, in language: Language) -> SummaryList.Row {
        let field = shown.definition.fields[id]
        let isMasked = field?.sensitivity.isSealed ?? true
        let answer = shown.file.answers[id]
        let text = isMasked ? shown.mask(id) : shown.text(of: answer?.value, id, in: language)
        let source = answer.map { answer in
            let isStandIn = shown.standIns.contains(answer.source)
            let graded = StaffWords.graded(answer.grade)[language]
            return StaffWords.answerSource(answer.source, isStandIn: isStandIn)[language]
                + (language == .chinese ? "，" : ", ") + graded
        }
        let value: HTML = "\(text) <small class=\"muted\">\(source ?? "")</small>"
        let link = StaffLookPage.link(shown.id).with([("fact", id)])
        return SummaryList.Row(
            field?.ask[language] ?? id, value,
            action: isMasked ? SummaryList.Row.Action(StaffWords.look[language], to: link) : nil)
    }
}

extension StaffCase {
    /// A value as it is read, never masked here.
    func text(of value: JSON?, _ id: String, in language: Language) -> String {
        guard let field = definition.fields[id] else {
            if let given = plan.opening.deed.gives.first(where: { $0.id == id }), let value {
                return GivenField(given, offers: StaffOffers.of(self)).text(of: value, in: language)
            }
            return value?.text ?? value?.canonicalText ?? ""
        }
        let regions = territory.regions.values.map { ($0.id, $0.name) }
        return AnswerField(field, regions: regions).text(of: value, in: language)
    }
}
