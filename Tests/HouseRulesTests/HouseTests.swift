import Testing

@Suite struct HouseTests {
    @Test(arguments: HouseRules.all) func `the house keeps the rule`(rule: HouseRule) {
        let findings = rule.findings(.ours)
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test func `the house was really read`() {
        #expect(House.ours.sources.contains { $0.path == "Sources/Values/Day.swift" })
        #expect(House.ours.tests.contains { $0.path == "Tests/HouseRulesTests/HouseTests.swift" })
        #expect(House.ours.files.contains { $0.path == "Makefile" })
        #expect(!House.ours.files.contains { $0.path.hasPrefix(".build") })
    }
}
