import Definitions
import Values

/// What can be seen to be wrong with a proposal before anybody has to review it.
struct AdjustmentCheck: Sendable {
    let proposal: AdjustmentProposal
    let register: ItemRegister
    let territory: TerritoryMap
    /// Definitions of the item's services.
    let plans: [Definition]
    let today: Day

    func problems(root: String, levelNow: String?) -> [Problem] {
        about(root: root) + place(root: root) + naming(root: root) + moving(root: root, levelNow: levelNow) + ground()
    }

    private func problem(_ place: String, _ message: Wording) -> Problem {
        Problem(place: place, message: message, remedy: message)
    }

    private func about(root: String) -> [Problem] {
        let known = register.item(proposal.item, on: today, root: root)
        switch proposal.kind {
        case .add:
            if !AdjustmentCheck.isID(proposal.item) { return [problem("item", AdjustmentWords.badID)] }
            if let known, known.cancelled == nil { return [problem("item", AdjustmentWords.known)] }
            return []
        case .change, .cancel, .delegate, .takeBack:
            guard let known else { return [problem("item", AdjustmentWords.unknown)] }
            let isEnded = register.standing(of: proposal.item, in: chain(), on: today).cancelled != nil
            return known.cancelled != nil || isEnded ? [problem("item", AdjustmentWords.cancelledAlready)] : []
        }
    }

    private func chain() -> [String] { [proposal.region] + territory.above(proposal.region) }

    private func place(root: String) -> [Problem] {
        guard let region = territory.regions[proposal.region], chain().last == root,
            region.from <= today && (region.until.map { today <= $0 } ?? true)
        else { return [problem("region", AdjustmentWords.noRegion)] }
        return []
    }

    private func naming(root: String) -> [Problem] {
        guard proposal.namesItem else { return [] }
        var found: [Problem] = []
        for (place, text) in [
            ("name-zh", proposal.nameInChinese), ("name-en", proposal.nameInEnglish), ("basis", proposal.basis),
        ] where text.count > 200 { found.append(problem(place, AdjustmentWords.tooLong)) }
        if proposal.nameInChinese.isEmpty != proposal.nameInEnglish.isEmpty {
            found.append(problem("name-zh", AdjustmentWords.bothNames))
        }
        if proposal.kind == .change, proposal.nameInChinese.isEmpty, proposal.basis.isEmpty {
            found.append(problem("name-zh", AdjustmentWords.nothingChanged))
        }
        guard proposal.kind == .add else { return found }
        if proposal.nameInChinese.isEmpty { found.append(problem("name-zh", AdjustmentWords.needed)) }
        if proposal.basis.isEmpty { found.append(problem("basis", AdjustmentWords.needed)) }
        guard let code = ItemCode(proposal.code), code.text == proposal.code else {
            return found + [problem("code", AdjustmentWords.badCode)]
        }
        let taken = register.items(on: Day(9999, 12, 31), root: root).contains {
            $0.code == code && $0.id != proposal.item
        }
        return taken ? found + [problem("code", AdjustmentWords.takenCode)] : found
    }

    /// Who takes over must be there, with every unit that the services' tasks name: nothing may be filed to nobody.
    private func moving(root: String, levelNow: String?) -> [Problem] {
        guard proposal.movesItem else { return [] }
        guard ItemRow.levelOrder.contains(proposal.level) else { return [problem("level", AdjustmentWords.needed)] }
        guard levelNow != nil else { return [problem("item", AdjustmentWords.noServices)] }
        guard !proposal.authority.isEmpty else { return [problem("authority", AdjustmentWords.needed)] }
        let places = places(root: root)
        let authorities = places.compactMap {
            territory.unit(named: proposal.authority, in: $0, under: nil, on: today)
        }
        guard !places.isEmpty, authorities.count == places.count else {
            return [problem("authority", AdjustmentWords.noAuthority(proposal.authority))]
        }
        for name in taskUnits() {
            let isMissing = authorities.contains {
                territory.unit(named: name, in: $0.region, under: $0.id, on: today) == nil
            }
            if isMissing { return [problem("authority", AdjustmentWords.noTaskUnit(name))] }
        }
        return []
    }

    /// Regions of the new level where the proposal holds; for a higher level, the one above.
    private func places(root: String) -> [String] {
        let depth = DecidingLevel.depth(of: proposal.level)
        let own = chain()
        if own.count >= depth { return [own[own.count - depth]] }
        return territory.regions.values.filter { region in
            let above = territory.above(region.id)
            return above.count == depth - 1 && above.contains(proposal.region) && region.from <= today
                && (region.until.map { today <= $0 } ?? true)
        }.map(\.id).sorted()
    }

    private func taskUnits() -> [String] {
        var names: Set<String> = []
        for task in plans.flatMap(\.plans).flatMap(\.tasks) {
            if case .named(let name) = task.unit { names.insert(name) }
        }
        return names.sorted()
    }

    private func ground() -> [Problem] {
        var found: [Problem] = []
        if proposal.document.isEmpty { found.append(problem("document", AdjustmentWords.needed)) }
        if proposal.reason.isEmpty { found.append(problem("reason", AdjustmentWords.needed)) }
        if proposal.document.count > 200 { found.append(problem("document", AdjustmentWords.tooLong)) }
        if proposal.reason.count > 1000 { found.append(problem("reason", AdjustmentWords.tooLong)) }
        switch proposal.from {
        case nil: found.append(problem("from", AdjustmentWords.noDate))
        case let from? where from < today: found.append(problem("from", AdjustmentWords.pastDate))
        case let from? where from > today.adding(months: 60): found.append(problem("from", AdjustmentWords.farDate))
        default: break
        }
        return found
    }

    /// `[a-z][a-z0-9-]*`, at most 60 characters, as ids of the definition language are.
    private static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 60 else { return false }
        return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
