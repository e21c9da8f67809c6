import Testing
import Values

extension RegionRegister {
    /// Some codes of Chongqing with their years. Source: GB/T 2260 and the State Council's changes of 2011 and 2025.
    static let chongqing = RegionRegister([
        .sample("500103", "渝中区", from: Day(1997, 6, 18)),
        .sample("500105", "江北区", from: Day(1997, 6, 18), through: Day(2025, 11, 5), successors: ["500157"]),
        .sample("500112", "渝北区", from: Day(1997, 6, 18), through: Day(2025, 11, 5), successors: ["500157", "500109"]),
        .sample("500157", "两江新区", from: Day(2025, 11, 6)),
        .sample("500110", "万盛区", from: Day(1997, 6, 18), through: Day(2011, 10, 26), successors: ["500110"]),
        .sample("500110", "綦江区", from: Day(2011, 10, 27)),
        .sample("510202", "市中区", from: Day(1983, 1, 1), through: Day(1994, 12, 31)),
    ])
}

extension RegionTerm {
    static func sample(_ code: String, _ name: String, from: Day, through: Day? = nil, successors: [String] = [])
        -> Self
    {
        guard let known = RegionCode(code) else { preconditionFailure("“\(code)” is no code") }
        return RegionTerm(
            code: known, name: name, from: from, through: through, successors: successors.compactMap(RegionCode.init))
    }
}

@Suite struct RegionCodeTests {
    @Test func `a code that was given again is resolved by its day`() throws {
        let code = try #require(RegionCode("500110"))
        guard case .region(let before) = RegionRegister.chongqing.meaning(of: code, on: Day(2010, 5, 1)),
            case .region(let after) = RegionRegister.chongqing.meaning(of: code, on: Day(2026, 5, 1))
        else {
            Issue.record("500110 named a region on both days")
            return
        }
        #expect(before.name == "万盛区")
        #expect(after.name == "綦江区")
    }

    @Test func `an abolished region is known, but not on a later day, and names its successors`() throws {
        let code = try #require(RegionCode("500112"))
        guard case .notOnThatDay(let terms) = RegionRegister.chongqing.meaning(of: code, on: Day(2025, 11, 6)) else {
            Issue.record("500112 ended on 2025-11-05")
            return
        }
        #expect(terms.map(\.name) == ["渝北区"])
        #expect(terms[0].successors.map(\.text) == ["500157", "500109"])
        #expect(terms[0].holds(on: Day(2025, 11, 5)))
    }

    @Test func `a code that nobody knows stays not known`() throws {
        let code = try #require(RegionCode("500199"))
        #expect(RegionRegister.chongqing.meaning(of: code, on: Day(2026, 1, 1)) == .notKnown)
    }

    @Test func `two terms of one code that share a day are a mistake in the data`() {
        let twice = RegionRegister([
            .sample("500110", "万盛区", from: Day(1997, 6, 18)), .sample("500110", "綦江区", from: Day(2011, 10, 27)),
        ])
        #expect(twice.overlaps.map(\.text) == ["500110"])
        #expect(RegionRegister.chongqing.overlaps == [])
    }

    @Test(arguments: ["50010", "5001033", "990103", "50010a", ""]) func `what is no code is not read`(text: String) {
        #expect(RegionCode(text) == nil)
    }

    @Test func `a code tells its level and its longer form`() {
        #expect(RegionCode("500000")?.level == .province)
        #expect(RegionCode("510200")?.level == .prefecture)
        #expect(RegionCode("５００１０３")?.level == .county)
        #expect(RegionCode("500103")?.padded == "500103000000")
    }
}
