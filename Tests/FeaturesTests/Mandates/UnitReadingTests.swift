import Testing
import Values

@testable import Features

@Suite struct UnitReadingTests {
    private func reading(_ sample: PlatformSample, _ region: String) async throws -> UnitReading {
        try await MandateReviewDesk(desk: sample.features.mandates.desk).units(
            for: region, on: PlatformSample.now.day)
    }

    @Test func `names of a district's document mean its own units and those of the city`() async throws {
        try await PlatformSample.onSQLite { sample in
            let units = try await reading(sample, "yuzhong")
            let expected: [(String, UnitReading.Meaning)] = [
                ("区市场监管局", .unit("yuzhong-market")), ("市市场监管局", .unit("chongqing-market")),
                ("市场监管局", .unit("yuzhong-market")), ("渝中区市场监督管理局", .unit("yuzhong-market")),
                ("重庆市市场监督管理局", .unit("chongqing-market")),
                ("区人力资源和社会保障局", .unit("yuzhong-labour")), ("市人社局", .unit("chongqing-labour")),
                ("区住房和城乡建设委员会", .unit("yuzhong-housing")),
                ("区规划和自然资源局", .unit("yuzhong-planning")), ("区公安分局", .unit("yuzhong-police-branch")),
                ("市公安局", .unit("chongqing-police")), ("区政务服务办", .unit("yuzhong-services-office")),
                ("区经济信息委（区中小企业局）", .unit("yuzhong-economy")),
                ("有关部门", .open), ("区外星事务局", .open), ("", .open), ("区", .open),
            ]
            for (name, meaning) in expected { #expect(units.meaning(of: name) == meaning, "\(name)") }
            guard case .several(let streets) = units.meaning(of: "各街道") else {
                Issue.record("各街道 is not expanded")
                return
            }
            let map = sample.features.territory.desk.current
            #expect(streets.count == map.regions(below: "yuzhong", on: PlatformSample.now.day).count)
            #expect(streets.allSatisfy { map.above(map.units[$0]?.region ?? "").first == "yuzhong" })
        }
    }

    @Test func `every government of a district is meant by 各区县, and by nothing less`() async throws {
        try await PlatformSample.onSQLite { sample in
            let units = try await reading(sample, "chongqing")
            let map = sample.features.territory.desk.current
            let districts = map.regions(below: "chongqing", on: PlatformSample.now.day)
            for name in ["各区县（自治县）人民政府", "各区县政府", "各区县"] {
                guard case .several(let found) = units.meaning(of: name) else {
                    Issue.record("\(name) is not expanded")
                    continue
                }
                #expect(found.count == districts.count, "\(name)")
                #expect(Set(found.compactMap { map.units[$0]?.region }) == Set(districts.map(\.id)))
            }
            #expect(units.meaning(of: "区市场监管局") == .open, "which district is meant is not said")
        }
    }

    @Test func `what is shown is read back as the same unit`() async throws {
        try await PlatformSample.onSQLite { sample in
            let units = try await reading(sample, "yuzhong")
            for id in ["yuzhong-market", "chongqing-market", "yuzhong-police-branch", "wanzhou-centre"] {
                #expect(units.unit(written: units.shown(id)) == id)
            }
            #expect(units.unit(written: "渝中区 外星事务局") == nil)
            #expect(units.unit(written: "各街道") == nil, "a group is no unit")
        }
    }
}
