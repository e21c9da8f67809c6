import Storage
import Synchronization
import Values

/// Gives printed case numbers from blocks of serials that this node reserved per region and day; gaps are allowed.
package final class CaseNumberDesk: Sendable {
    private let database: Database
    private let territory: TerritoryDesk
    private let blocks = Mutex<[String: Range<Int>]>([:])
    private static let blockLength = 500

    package init(database: Database, territory: TerritoryDesk) {
        self.database = database
        self.territory = territory
    }

    /// The next number for a region and a kind of power on a day.
    ///
    /// - Parameter kind: as printed in the service, such as `行政许可`.
    package func next(region: String, kind: String, on day: Day) async throws -> CaseNumber {
        let map = territory.current
        let codes = ([region] + map.above(region)).lazy.compactMap { map.regions[$0]?.code(on: day) }
        guard let code = codes.first.flatMap({ RegionCode($0) }) else {
            throw Failure.defect("region \(region) has no code, nor has a region above it")
        }
        let serial = try await serial(region: code.text, on: day)
        guard serial <= 999_999 else {
            throw Failure.unavailable(
                Wording(zh: "今天的办件编号用完了，请明天再办", en: "Today's case numbers are used up; come back tomorrow"))
        }
        return CaseNumber(region: code, itemType: CaseNumberDesk.itemTypes[kind] ?? "10", day: day, serial: serial)
    }

    private func serial(region: String, on day: Day) async throws -> Int {
        let block = region + "/" + day.description
        if let serial = take(block) { return serial }
        let first = try await database.write {
            try DraftStore.reserveSerials(CaseNumberDesk.blockLength, region: region, day: day, in: $0)
        }
        return blocks.withLock { blocks in
            // Two requests may have reserved at once; the block of the other one is left as a gap.
            blocks = blocks.filter { $0.key.hasSuffix(day.description) }
            blocks[block] = first + 1..<first + CaseNumberDesk.blockLength
            return first
        }
    }

    private func take(_ block: String) -> Int? {
        blocks.withLock { blocks in
            guard let range = blocks[block], let serial = range.first else { return nil }
            blocks[block] = range.dropFirst()
            return serial
        }
    }

    /// The two digits of the kind of power (GB/T 39554.1-2020; 一件事 counts as a public service).
    private static let itemTypes = [
        "行政许可": "01", "行政给付": "05", "行政确认": "07", "行政奖励": "08", "行政裁决": "09", "其他行政权力": "10",
        "公共服务": "20", "一件事": "20",
    ]
}
