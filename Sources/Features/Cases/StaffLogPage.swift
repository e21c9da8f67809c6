import Casework
import Definitions
import Values
import Web

/// What has happened in a case, as officers see it: newest first, with who, by which way, and the document.
struct StaffLog {
    let shown: StaffCase
    private var words: StaffLogWords { StaffLogWords(plan: shown.plan, definition: shown.definition) }

    /// The kinds that tell the story; the others stand in the whole log below.
    private static let told: Set<CaseEventKind> = [
        .opened, .acted, .answered, .evidenceAdded, .taskSigned, .taskTried, .taskDone, .taskUnstaffed, .clockStopped,
        .clockResumed, .clockExtended, .clockMissed, .clockExpired, .obligationBroken, .obligationLate,
        .documentServed, .repinned, .corrected,
    ]

    func html(in language: Language) -> HTML {
        let told = shown.history.reversed().filter { event in
            CaseEventKind(rawValue: event.body.kind).map { StaffLog.told.contains($0) } ?? true
        }
        let entries = told.filter { !isOpeningDeed($0) }.map { entry($0, in: language) }
        let now = shown.file.isClosed ? [] : [present(in: language)]
        return """
            \(Timeline(now + entries), language)\
            \(Disclosure(Self.all(shown.history.count)[language], table(in: language)), language)
            """
    }

    private static func all(_ count: Int) -> Wording {
        Wording(zh: "全部记录（\(count) 条）", en: "The whole log (\(count) records)")
    }

    /// Filing shows once, by its first event.
    private func isOpeningDeed(_ event: PastEvent) -> Bool { event.body.open["deed"]?.text == "opens" }

    private func present(in language: Language) -> Timeline.Entry {
        let isStopped = shown.clocks.first?.state == .stopped
        let name = shown.stage?.name[language] ?? shown.file.stage
        let open = shown.file.openTasks.map { run in
            shown.plan.tasks.first { $0.id == run.task }?.name[language] ?? run.task
        }
        let tasks = open.joined(separator: language == .chinese ? "、" : ", ")
        let colon = language == .chinese ? "：" : ": "
        return Timeline.Entry(
            isStopped ? .paused : .now, name,
            details: tasks.isEmpty ? [] : [StaffWords.task[language] + colon + tasks])
    }

    private func entry(_ event: PastEvent, in language: Language) -> Timeline.Entry {
        var details = [language.fullDateTime(event.at), who(event, in: language)]
        if let channel = event.body.channel { details.append(StaffWords.channel(channel)[language]) }
        return Timeline.Entry(
            state(of: event), words.title(of: event)[language], tag: tag(of: event, in: language),
            details: details.filter { !$0.isEmpty }, text: text(of: event, in: language),
            documents: documents(of: event, in: language))
    }

    private func state(of event: PastEvent) -> Timeline.State {
        switch CaseEventKind(rawValue: event.body.kind) {
        case .clockStopped?: .paused
        case .clockMissed?, .clockExpired?, .obligationBroken?, .obligationLate?, .taskUnstaffed?: .refused
        default: event.body.open["outcome"]?.text == "refused" ? .refused : .done
        }
    }

    private func tag(of event: PastEvent, in language: Language) -> Tag? {
        if event.body.open["deemed"] == true {
            return Tag(.warn, Wording(zh: "视为", en: "deemed")[language])
        }
        return event.body.open["auto"] == true ? Tag(.plain, Wording(zh: "自动", en: "automatic")[language]) : nil
    }

    /// The law of the deed and what was said with it, as far as it is not personal free text.
    private func text(of event: PastEvent, in language: Language) -> String? {
        var parts: [String] = []
        if let explanation = Explanation(event, by: shown.definition, variant: shown.file.header.variant) {
            if !explanation.citations.isEmpty { parts.append(language.citations(explanation.citations)) }
            parts += explanation.grounds.map { $0.why[language] }
        }
        if let said = said(of: event, in: language), !said.isEmpty { parts.append(said) }
        return parts.isEmpty ? nil : parts.joined(separator: language == .chinese ? "；" : "; ")
    }

    private func said(of event: PastEvent, in language: Language) -> String? {
        guard let said = event.body.data["said"]?.map, let deed = deed(of: event) else { return nil }
        let offers = StaffOffers.of(shown)
        let rows = GivenFields(deed, offers: offers).lines(of: said, in: language)
        return rows.joined(separator: language == .chinese ? "；" : "; ")
    }

    private func deed(of event: PastEvent) -> Deed? {
        if let path = event.body.open["deed"]?.text { return shown.plan.deed(at: path) }
        let task = shown.plan.tasks.first { $0.id == event.body.open["task"]?.text }
        return task?.results.first { $0.id == event.body.open["result"]?.text }
    }

    private func documents(of event: PastEvent, in language: Language) -> [DocumentLink] {
        guard let number = event.body.open["document"]?.number else { return [] }
        let name = words.template(event.body.open["template"]?.text)[language]
        return [DocumentLink(name, to: "/w/case/\(shown.id)/documents/\(number)")]
    }

    /// Post and masked name; the applicant; the platform; a connected system.
    func who(_ event: PastEvent, in language: Language) -> String {
        let signers = (event.body.open["signers"]?.list ?? []).compactMap(\.text)
        if signers.count > 1 {
            return signers.map { shown.people.names[$0] ?? "—" }.joined(separator: language == .chinese ? "、" : ", ")
        }
        return shown.name(of: event.body.actor, in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            DataTable.Column("#", isNumber: true), DataTable.Column(AccountWords.when[language]),
            DataTable.Column(StaffWords.log[language]), DataTable.Column(AccountWords.who[language]),
            DataTable.Column(StaffWords.channel[language]),
        ]
        let rows = shown.history.reversed().map { event in
            DataTable.Row([
                "\(event.version)", HTML(escaping: language.fullDateTime(event.at)),
                HTML(escaping: words.title(of: event)[language]), HTML(escaping: who(event, in: language)),
                HTML(escaping: event.body.channel.map { StaffWords.channel($0)[language] } ?? ""),
            ])
        }
        return DataTable(
            caption: StaffWords.log[language], isCaptionShown: false, columns: columns, rows: rows, headerColumn: 2,
            hasCardsOnPhones: true
        ).html(in: language)
    }
}

extension StaffCase {
    /// Somebody of the log, masked, with unit and role where he acts from a post.
    func name(of actor: Actor, in language: Language) -> String {
        switch actor {
        case .platform: return AccountWords.platform[language]
        case .post(let id):
            guard let post = people.posts[id] else { return id }
            let unit = territory.units[post.unit]?.name ?? post.unit
            return [unit, post.role.name[language], people.names[post.person.text] ?? ""].joined(separator: " ")
        case .person(let id): return people.names[id] ?? "—"
        case .enterprise(let id): return people.enterprises[id] ?? "—"
        case .system(let id): return id
        }
    }
}

/// What the fields of a deed may offer in a case.
enum StaffOffers {
    static func of(_ shown: StaffCase) -> GivenFields.Offers {
        let territory = shown.territory
        let region = shown.file.header.region
        let units = territory.units.values
            .filter { $0.exists(on: shown.day) && $0.region == region }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let open = shown.position.needs.filter { $0.standing != .notNeeded }
        let held = open.filter { !$0.need.mayBeBrought || $0.isHeldByCity }.map(\.need.id)
        let regions = territory.root.map { territory.regions(below: $0.id, on: shown.day).map { ($0.id, $0.name) } }
        return GivenFields.Offers(
            definition: shown.definition, needs: open.map(\.need), held: Set(held), owed: shown.position.owed,
            units: units.map { ($0.id, $0.name) }, regions: regions ?? [], fields: [])
    }
}

extension CasePosition.Need {
    /// A certificate, a register or an earlier case answers it, and the answer holds: it is not asked for again.
    var isHeldByCity: Bool {
        guard standing == .answered, let answer else { return false }
        switch answer.source {
        case .certificate, .register, .earlierCase: return true
        case .promise, .upload: return false
        }
    }
}
