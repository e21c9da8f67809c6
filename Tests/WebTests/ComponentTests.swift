import Foundation
import Testing
import Values

@testable import Web

@Suite struct ComponentTests {
    @Test(arguments: Language.allCases) func `every component looks as it did`(language: Language) throws {
        for sample in ComponentSample.all(in: language) {
            try expectSnapshot(sample.html, "\(sample.name)-\(language.tag)")
        }
    }

    @Test(arguments: Language.allCases) func `the frames of public and officers' pages look as they did`(
        language: Language
    ) throws {
        try expectSnapshot(DemoPages.simple(for: .sample(language)), "page-public-\(language.tag)")
        let care = Display(isCare: true, isHighContrast: true)
        try expectSnapshot(
            DemoPages.simple(for: .sample(language, display: care, name: nil)), "page-care-\(language.tag)")
        try expectSnapshot(DemoPages.worklist(for: .sample(language), rows: 3), "page-staff-\(language.tag)")
    }

    @Test(arguments: Language.allCases) func `every tag that is opened is closed, in every component`(
        language: Language
    ) {
        for sample in ComponentSample.all(in: language) {
            #expect(unbalanced(sample.html.text) == nil, "\(sample.name)")
        }
        #expect(unbalanced(DemoPages.worklist(for: .sample(language), rows: 3).text) == nil)
        #expect(unbalanced(DemoPages.simple(for: .sample(language)).text) == nil)
    }

    @Test(arguments: Language.allCases) func `no component shows its own tags as text`(language: Language) {
        for sample in ComponentSample.all(in: language) {
            // One sample holds a name with angle brackets on purpose.
            let text = sample.html.text.replacingOccurrences(of: "张&lt;三&gt;", with: "")
            #expect(!text.contains("&lt;"), "\(sample.name)")
        }
    }

    @Test func `a password is never sent back`() {
        let field = TextField(FieldFrame(id: "p", label: "密码"), kind: .password, value: "geheim", width: .full)
        #expect(!field.html(in: .chinese).text.contains("geheim"))
    }

    @Test func `mismatches stand before matches`() throws {
        let html = try #require(ComponentSample.all(in: .chinese).first { $0.name == "check-table" }).html.text
        let mismatch = try #require(html.range(of: "不一致"))
        let match = try #require(html.range(of: ">一致"))
        #expect(mismatch.lowerBound < match.lowerBound)
    }

    @Test func `a worklist of twenty rows stays within the budget of a page`() {
        #expect(DemoPages.worklist(for: .sample(.chinese), rows: 20).bytes.count <= 40 * 1024)
    }

    @Test func `the demo pages are written for browsers when a folder is named`() throws {
        guard let folder = ProcessInfo.processInfo.environment["TONGBAN_DEMO"] else { return }
        try DemoPages.write(to: URL(filePath: folder))
    }

    /// The first tag that does not fit; nil when all do.
    private func unbalanced(_ html: String) -> String? {
        let empty: Set<String> = ["br", "input", "meta", "link", "path", "circle", "rect", "!doctype"]
        var open: [String] = []
        for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let inner = part.prefix { $0 != ">" }
            if inner.hasPrefix("/") {
                let name = String(inner.dropFirst())
                guard open.popLast() == name else { return "/" + name }
            } else {
                let name = String(inner.prefix { $0 != " " && $0 != "/" })
                if !empty.contains(name), !inner.hasSuffix("/") { open.append(name) }
            }
        }
        return open.last
    }
}
