import Testing
import Values

@Suite struct ItemCodeTests {
    @Test func `a basic code tells its parts`() throws {
        let code = try ItemCode(reading: "000131001000")
        #expect(code.area == "00")
        #expect(code.type == "01")
        #expect(code.department == "31")
        #expect(code.mainItem == "001")
        #expect(code.subItem == "000")
    }

    @Test(arguments: [
        ("000131001", CodeFault.length(expected: 12, actual: 9)),
        ("00013100100A", .character("A", position: 12)),
        ("990131001000", .unknownProvince("99")),
        ("", .empty),
    ]) func `a wrong basic code is refused with its fault`(text: String, fault: CodeFault) {
        #expect(throws: fault) { try ItemCode(reading: text) }
    }

    /// Public codes of Jining and Guangdong, and an invented one of Yuzhong.
    @Test(arguments: [
        ("11370800MB285591843370117002011", 3, "370117002011"),
        ("12441500196720244T3442199806003", 3, "442199806003"),
        ("1150010300990001374000131001000", 4, "000131001000"),
    ]) func `an implementation code is read in its parts`(text: String, level: Int, item: String) throws {
        let code = try ImplementationCode(reading: text)
        #expect(code.unit.text == text.prefix(18))
        #expect(code.level.rawValue == level)
        #expect(code.item.text == item)
        #expect(code.serial == nil)
        #expect(code.description == text)
        #expect(code.warnings == [])
    }

    @Test func `the code of one service carries a serial`() throws {
        let code = try ImplementationCode(reading: "11310000MB2F30661Y231200356400001")
        #expect(code.level == .province)
        #expect(code.item.text == "312003564000")
        #expect(code.serial == 1)
        #expect(code.description == "11310000MB2F30661Y231200356400001")
    }

    @Test(arguments: [
        ("1150010300990001384000131001000", CodeFault.checkCharacter),
        ("1150010300990001377000131001000", .character("7", position: 19)),
        ("11310000MB2F30661Y231200356400000", .form),
        ("115001030099000137400013100100", .length(expected: 31, actual: 30)),
        ("11500103009900013740001310010001", .length(expected: 33, actual: 32)),
        ("", .empty),
    ]) func `a wrong implementation code is refused with its fault`(text: String, fault: CodeFault) {
        #expect(throws: fault) { try ImplementationCode(reading: text) }
    }

    @Test func `a level that the unit's region does not have is a warning only`() throws {
        let code = try ImplementationCode(reading: "1150010300990001372000131001000")
        #expect(code.warnings == [.levelDoesNotMatchUnit])
    }
}
