import Definitions
import Values

/// An item as the register shows it: the entry, and what its services say.
struct ItemRow: Sendable {
    let item: RegisterItem
    /// Heads of its services in the city, in the order of their serials.
    let services: [ServiceHeader]
    /// Levels at which it is implemented today, the city first.
    let levels: [String]

    /// 零跑腿 when no service needs a visit, 最多跑一次 when none needs more than one; nil without services.
    var mark: VisitMark? {
        guard !services.isEmpty else { return nil }
        return VisitMark.allCases.first { mark in services.allSatisfy { mark.holds(for: $0) } }
    }

    /// As it stands in a code: two digits.
    static func serial(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    static let levelOrder = ["city", "district", "township"]
}

/// Which items are shown.
struct ItemFilter: Hashable, Sendable {
    /// Digits 3 and 4 of the code; empty: all.
    var type = ""
    /// Digits 5 and 6 of the code; empty: all.
    var department = ""
    /// `city`, `district`, `township`; empty: all.
    var level = ""
    /// Raw value of a `VisitMark`; empty: all.
    var visits = ""
    var words = ""

    /// - Returns: nil for words that no filter knows: then nothing is shown instead of everything.
    func holds(for row: ItemRow) -> Bool {
        let item = row.item
        guard type.isEmpty || item.code.type == type, department.isEmpty || item.code.department == department,
            level.isEmpty || row.levels.contains(level)
        else { return false }
        if !visits.isEmpty {
            guard let mark = VisitMark(rawValue: visits), !row.services.isEmpty,
                row.services.allSatisfy({ mark.holds(for: $0) })
            else { return false }
        }
        let key = words.comparisonKey
        if key.isEmpty { return true }
        let texts =
            [item.id, item.code.text, item.name.zh, item.name.en] + row.services.flatMap { [$0.name.zh, $0.name.en] }
        return texts.contains { $0.comparisonKey.contains(key) }
    }
}

/// A service of an item at one unit (实施清单的一行).
struct Implementation: Sendable {
    let service: ServiceHeader
    let region: TerritoryMap.Region
    let unit: TerritoryMap.Unit
    /// 31 characters; nil where no region of the unit has a code.
    let itemCode: ImplementationCode?
    /// 33 characters.
    let code: ImplementationCode?
    /// The unit's credit code is made up.
    let isSample: Bool
    let standing: ItemStanding

    /// Where the next page goes on.
    var cursor: String { "\(service.id).\(region.id)" }
}
