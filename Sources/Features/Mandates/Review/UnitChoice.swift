import Values

/// Among which units a person chooses whom one printed name means (由人确认文件写的是哪些单位).
struct UnitChoice: Hashable, Sendable {
    /// `lead-0`, `support-1`: the field, with the place of the name; `lead-more` for units that the document does not
    /// name.
    let id: String
    let part: MandateTask.Meant.Part
    /// As printed; nil for units that the document does not name.
    let printed: String?
    let kind: Kind
    /// What is proposed, then what is chosen besides.
    let listed: [Unit]
    /// What the search found besides, the first `most`.
    let found: [Unit]
    /// How many more the search found.
    let unshown: Int
    let chosen: Set<String>
    /// What was typed to search for.
    let search: String

    /// What the program knows of the name.
    enum Kind: Hashable, Sendable {
        /// Whom it means, as it stands in the register or in the list of other names.
        case known
        /// Several units by its words (有关部门), and a person says which.
        case open
        /// One unit by its words, and none in the register is called so.
        case unknown
        /// The document names nobody: units that a person adds.
        case added
    }

    /// A unit with its name as the register has it.
    struct Unit: Hashable, Sendable {
        let id: String
        let name: String
    }

    static let most = 20

    /// The box to which a problem leads.
    var place: String { listed.isEmpty && found.isEmpty ? searchField : id }
    var searchField: String { id + "-find" }
}

/// All names of one task, with what is proposed or was chosen for each.
struct UnitChoices: Hashable, Sendable {
    let all: [UnitChoice]
    /// Which lead unit answers for the whole; empty: the first one in the order of the document.
    let first: String

    static let firstField = "first"
    static let moreLead = "lead-more"

    /// What the program proposes.
    init(_ review: MandateReview, _ units: UnitReading) {
        self.init(review, units, search: { _ in "" }, chosen: { _, proposed in proposed }, first: "")
    }

    /// - Parameters:
    ///   - search: what was typed to search under a field.
    ///   - chosen: what is ticked under a field, among what is proposed there.
    ///   - first: who answers for the whole; empty: the first one.
    init(
        _ review: MandateReview, _ units: UnitReading, search: (String) -> String,
        chosen: (_ id: String, _ proposed: [String]) -> [String], first: String
    ) {
        func choice(_ part: MandateTask.Meant.Part, _ id: String, _ named: MandateReview.Named?) -> UnitChoice {
            let proposed = named?.ids ?? []
            let chosen = chosen(id, proposed)
            // Who is not meant for sure is offered and not ticked.
            let offered = named.map {
                $0.ids.isEmpty ? ($0.isGroup ? review.named : units.similar(to: $0.printed)) : []
            }
            let listed = UnitChoices.once(proposed + (offered ?? []) + chosen)
            let typed = search(id)
            let found = units.found(typed).filter { !listed.contains($0) }
            func shown(_ ids: some Sequence<String>) -> [UnitChoice.Unit] {
                ids.map { UnitChoice.Unit(id: $0, name: units.shown($0)) }
            }
            let kind: UnitChoice.Kind =
                if let named { proposed.isEmpty ? (named.isGroup ? .open : .unknown) : .known } else { .added }
            return UnitChoice(
                id: id, part: part, printed: named?.printed, kind: kind, listed: shown(listed),
                found: shown(found.prefix(UnitChoice.most)),
                unshown: max(0, found.count - UnitChoice.most), chosen: Set(chosen), search: typed)
        }
        func choices(_ part: MandateTask.Meant.Part, _ names: [MandateReview.Named]) -> [UnitChoice] {
            names.enumerated().map { choice(part, "\(part.rawValue)-\($0.offset)", $0.element) }
                + [choice(part, part.rawValue + "-more", nil)]
        }
        all = choices(.lead, review.lead) + choices(.support, review.support)
        self.first = first
    }

    /// Units that may answer for the whole: all that stand under lead.
    var leading: [UnitChoice.Unit] {
        var seen: Set<String> = []
        return all.filter { $0.part == .lead }.flatMap { $0.listed + $0.found }.filter { seen.insert($0.id).inserted }
    }

    private static func once(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }

    // MARK: As it counts

    /// Which printed name stands for which units, and in which order they lead and support.
    struct Said: Hashable, Sendable {
        let meant: [MandateTask.Meant]
        let lead: [String]
        let support: [String]
    }

    /// What was said, with everything that must be put right.
    func said(_ units: UnitReading) -> (said: Said, problems: [Problem]) {
        var problems: [Problem] = []
        func wrong(_ place: String, _ message: Wording) {
            problems.append(Problem(place: place, message: message, remedy: message))
        }
        var meant: [MandateTask.Meant] = []
        for choice in all {
            let ids = (choice.listed + choice.found).map(\.id).filter(choice.chosen.contains)
            for fault in ids.compactMap({ units.fault(of: $0) }).prefix(1) { wrong(choice.id, fault) }
            if ids.isEmpty {
                if let printed = choice.printed { wrong(choice.place, UnitChoiceWords.nobody(printed)) }
                continue
            }
            meant.append(MandateTask.Meant(part: choice.part, printed: choice.printed, units: ids))
        }
        var lead = UnitChoices.once(meant.filter { $0.part == .lead }.flatMap(\.units))
        if lead.isEmpty, problems.isEmpty { wrong(UnitChoices.moreLead + "-find", UnitChoiceWords.noLead) }
        if !first.isEmpty {
            if !lead.contains(first) {
                wrong(UnitChoices.firstField, UnitChoiceWords.firstNotChosen(units.shown(first)))
            }
            lead = [first] + lead.filter { $0 != first }
        }
        let support = UnitChoices.once(meant.filter { $0.part == .support }.flatMap(\.units))
        return (Said(meant: meant, lead: lead, support: support.filter { !lead.contains($0) }), problems)
    }
}
