import Definitions
import Testing
import Values

@testable import Features

@Suite struct VocabularyDeskTests {
    @Test func `words are published once, and again when they change`() async throws {
        try await SearchSample.onBothEngines { sample in
            let desk = sample.platform.features.search.desk.vocabulary
            #expect(desk.current.version == 1)
            #expect(desk.current.themes.first?.id == "business")
            var texts = try PlatformSample.texts(below: "Services")
            let same = try await desk.publish(
                Library(texts: texts), by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("again"))
            #expect(!same)
            let words = try #require(texts["Services/search.yaml"])
            texts["Services/search.yaml"] = words.replacing("asked: [开面馆,", with: "asked: [摆夜市, 开面馆,")
            let before = try await sample.matches("摆夜市").first?.score ?? 0
            #expect(before < 900)
            let changed = try await desk.publish(
                Library(texts: texts), by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("more"))
            #expect(changed && desk.current.version == 2)
            let found = try await sample.matches("摆夜市")
            #expect(found.first?.id == "food-business-licence" && found.first?.phrase == "摆夜市")
        }
    }

    @Test func `a rebuild gives the same words`() async throws {
        try await SearchSample.onBothEngines { sample in
            let rebuild = sample.platform.features.rebuild(sample.platform.database)
            let before = try await sample.platform.database.read {
                try PublishedDocumentStore.newest(of: VocabularyDesk.document, in: $0)?.text
            }
            _ = try await rebuild.run()
            let after = try await sample.platform.database.read {
                try PublishedDocumentStore.newest(of: VocabularyDesk.document, in: $0)?.text
            }
            #expect(before == after && before != nil)
        }
    }
}
