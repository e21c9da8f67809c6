import Features
import Testing
import Values

/// Texts written again for somebody else, another day.
@Suite struct TextTemplateTests {
    private static func written(_ text: String, _ replaced: [(String, String)], days: Int) -> String {
        var needles = Needles()
        var fillings: [[UInt8]] = []
        for (old, new) in replaced where needles.add(old) != nil { fillings.append(Array(new.utf8)) }
        let template = TextTemplate(text.utf8, needles: needles, since: Day(2026, 1, 1))
        return String(decoding: template.text(with: fillings, days: days), as: UTF8.self)
    }

    @Test func `ids and names are replaced, the longest first`() {
        #expect(
            TextTemplateTests.written(
                "王芳、王芳芳 01KE 01K", [("王芳", "李明"), ("王芳芳", "赵磊"), ("01KE", "01ZZ")], days: 0) == "李明、赵磊 01ZZ 01K")
    }

    @Test func `a day that stands for none stays`() {
        #expect(TextTemplateTests.written("2026-03-02 9999-01-01", [], days: -7) == "2026-02-23 9999-01-01")
    }

    @Test func `dates move in every form, and keep the time of day`() {
        #expect(
            TextTemplateTests.written(
                #"{"at":"2026-03-02T01:15:00.123Z","zh":"2026年3月2日前","due":"2026-12-31"}"#, [], days: 7)
                == #"{"at":"2026-03-09T01:15:00.123Z","zh":"2026年3月9日前","due":"2027-01-07"}"#)
        #expect(TextTemplateTests.written("2026年9月30日", [], days: 1) == "2026年10月1日")
    }

    @Test(arguments: ["1985-03-12", "50010320260302", "2026-13-02", "12026-03-02", "2026-03-021", "2026年", "2026年3月"])
    func `what is earlier, or no date, stays`(text: String) {
        #expect(TextTemplateTests.written(text, [], days: 7) == text)
    }
}
