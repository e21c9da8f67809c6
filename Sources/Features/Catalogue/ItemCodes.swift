import Proofs
import Values

/// Works out the codes of implementations (实施编码、业务办理项编码).
///
/// Source: GB/T 39554.1-2020 as reconstructed from public codes: credit code of the unit 18, level 1, basic code 12,
/// serial 2.
package struct ItemCodes: Sendable {
    private let territory: TerritoryMap
    private let day: Day

    package init(territory: TerritoryMap, on day: Day) {
        self.territory = territory
        self.day = day
    }

    /// The credit code of a unit; a sample one where the territory has none (示例数据).
    package struct UnitCode: Hashable, Sendable {
        package let code: UnifiedSocialCreditCode
        package let isSample: Bool
    }

    /// The unit's own code, else one made up from its region and its id with both check characters right.
    ///
    /// nil for a unit in no region that has a code, nor below one.
    package func code(of unit: TerritoryMap.Unit) -> UnitCode? {
        if let own = unit.code.flatMap({ UnifiedSocialCreditCode($0) }) { return UnitCode(code: own, isSample: false) }
        let places = [unit.region] + territory.above(unit.region)
        guard let region = places.lazy.compactMap({ territory.regions[$0]?.code(on: day) }).first else { return nil }
        let digits = SM3.hash(Array(("unit/" + unit.id).utf8)).prefix(8).map { String($0 % 10) }.joined()
        return UnifiedSocialCreditCode(kind: ItemCodes.governmentBody, region: region, body: digits)
            .map { UnitCode(code: $0, isSample: true) }
    }

    /// - Parameter serial: nil for the item as such (31 characters), 1 to 99 for one of its services (33).
    package func implementation(of item: ItemCode, at unit: TerritoryMap.Unit, serial: Int?) -> ImplementationCode? {
        code(of: unit).map {
            ImplementationCode(unit: $0.code, level: level(of: unit.region), item: item, serial: serial)
        }
    }

    /// The level at which a region's units use a power (行使层级): 2 for a municipality, 3 for another city, 4 for a
    /// district, 5 for a township.
    package func level(of region: String) -> ImplementationCode.Level {
        switch territory.above(region).count {
        case 0:
            let code = territory.regions[region]?.code(on: day) ?? ""
            return code.hasSuffix("0000") ? .province : .city
        case 1: return .county
        case 2: return .township
        default: return .village
        }
    }

    /// 机构编制·机关, the kind that made-up codes have.
    private static let governmentBody = "11"
}
