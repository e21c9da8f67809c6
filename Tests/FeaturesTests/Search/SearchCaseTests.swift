import Testing
import Values
import Web

@testable import Features

/// A case is found by its number, by those who may see it, and by nobody else.
@Suite struct SearchCaseTests: ApplicantSample {
    @Test func `its applicant and an officer who may read it find a case by number, others learn nothing`() async throws
    {
        try await SearchSample.onBothEngines { sample in
            let desk = sample.platform.features.cases.desk
            let request = sample.platform.newLicence("searched", at: PlatformSample.now)
            _ = try await desk.file(request, by: sample.platform.agent("file", at: PlatformSample.now))
            let id = request.id.text
            let agent = try await browser(
                sample.platform, SamplePeople.citizens[1], forEnterprise: true, sample.router)
            #expect(try await agent.see("/search?q=\(id)").text.contains("/cases/\(id)"))
            let stranger = try await browser(
                sample.platform, SamplePeople.citizens[0], forEnterprise: false, sample.router)
            let hidden = try await stranger.see("/search?q=\(id)").text
            #expect(!hidden.contains("/cases/\(id)") && hidden.contains(SearchWords.caseUnknown.zh))
            let nobody = try await sample.see("/search?q=\(id)").text
            #expect(!nobody.contains("/cases/\(id)") && nobody.contains(SearchWords.caseHint.zh))
            // One that is not there looks the same.
            let missing =
                PlatformSample.entropy("missing").identifier("case", 0, at: PlatformSample.now)
                as Identifier<PlatformSample>
            #expect(try await sample.see("/search?q=\(missing.text)").text.contains(SearchWords.caseHint.zh))
        }
    }

    @Test func `a printed number may be typed with its hyphens`() throws {
        let region = try #require(RegionCode("500103"))
        let number = CaseNumber(region: region, itemType: "01", day: Day(2026, 3, 2), serial: 123)
        #expect(SearchDesk.caseText(" \(number.printed) ") == number.text)
        #expect(SearchDesk.caseText("50010301202603020001230") == nil || number.text == "50010301202603020001230")
        #expect(SearchDesk.caseText("食品") == nil)
        #expect(SearchDesk.caseText(String(repeating: "1", count: 5000)) == nil)
    }
}
