import Testing
import Values

@testable import Features

@Suite struct SearchTextTests {
    private let table = HanTableDesk.standard

    private func read(_ text: String) -> SearchText { SearchText(text, by: table, upTo: 100) }

    @Test func `text is cut into Chinese characters and words, half-width, lower case, simplified`() {
        #expect(read("ＡＢＣ食品經營 Licence-2").atoms.map(\.text) == ["abc", "食", "品", "经", "营", "licence", "2"])
        #expect(read("gōng jī").key == "gong ji")
        #expect(read("食 品").key == "食品")
    }

    @Test func `pairs never cross a sign, and a lone character stands for itself`() {
        func pairs(_ text: String) -> [String] {
            let text = read(text)
            return text.pairs(except: [Bool](repeating: false, count: text.atoms.count))
        }
        #expect(pairs("食品许可") == ["食品", "品许", "许可"])
        #expect(pairs("食品，许可") == ["食品", "许可"])
        #expect(pairs("证") == ["证"])
        #expect(pairs("a证b") == ["a", "证", "b"])
    }

    @Test func `signs, emoji and marks of direction only part what stands beside them`() {
        #expect(read("食🍜品\u{202E}许\u{200F}可").key == "食品许可")
        #expect(read("🍜\u{202E}").isEmpty)
        #expect(read("𠮷野家").atoms.count == 3)
    }

    @Test func `no more than the limit is read`() {
        #expect(SearchText(String(repeating: "证", count: 5000), by: table, upTo: 100).atoms.count == 100)
        #expect(read(String(repeating: "x", count: 90)).atoms.map(\.text.count) == [40])
    }

    @Test func `fillers are left out, the longest first, unless nothing else remains`() {
        let fillers = SearchPhrases([["我想"], ["我想要"], ["办理"], ["how do i"]], by: table)
        #expect(read("我想要办理食品许可").without(fillers).key == "食品许可")
        #expect(read("How do I register").without(fillers).key == "register")
        #expect(read("我想办理").without(fillers).key == "我想办理")
    }

    @Test func `a meaning covers the words that have it`() {
        let synonyms = SearchPhrases([["房本", "房产证"], ["license", "许可证"]], by: table)
        let found = synonyms.meanings(in: read("我的房产证和 license"))
        #expect(found.meanings == [0, 1])
        #expect(found.covered == [false, false, true, true, true, false, true])
        #expect(synonyms.words.map(\.text) == ["license"])
    }

    @Test func `characters are read and simplified by the table, written readings first`() {
        #expect(table.readings(of: "证") == ["zheng"])
        #expect(table.readings(of: "律") == ["lu"])
        #expect(table.readings(of: "a") == [])
        #expect(table.readings(of: "𠮷") == [])
        #expect(table.simplified("證") == "证")
        #expect(table.with(["行": ["xing", "hang"]]).readings(of: "行") == ["xing", "hang"])
        #expect(SearchIndexMaking.readings(of: read("银行"), by: table.with(["行": ["xing", "hang"]])).count == 2)
    }
}
