import Testing
import Values

@Suite struct TextNormalisationTests {
    @Test func `full-width characters become half-width`() {
        #expect("ＡＢ１２－（３）\u{3000}".halfWidth == "AB12-(3) ")
        #expect("重庆é".halfWidth == "重庆é")
    }

    @Test func `a code loses spaces, hyphens and invisible marks, and gets capitals`() {
        #expect("\u{FEFF} 91-50 ab\u{00A0}\u{200B}–ｃ\n".normalisedCode == "9150ABC")
        #expect("ßé".normalisedCode == "ßé")
    }

    @Test func `no letter is turned into a digit`() {
        #expect("O0I1".normalisedCode == "O0I1")
    }

    @Test func `texts that differ in spacing, width or case compare equal`() {
        #expect("  Ada \u{3000} ＫＩＮＧ ".comparisonKey == "ada king")
        #expect("张 三".comparisonKey == "张 三")
        #expect("   ".comparisonKey == "")
    }
}
