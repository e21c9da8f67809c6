import Testing
import Values

@Suite struct CaseNumberTests {
    static func sample() throws -> CaseNumber {
        let region = try #require(RegionCode("500103"))
        return CaseNumber(region: region, itemType: "01", day: Day(2026, 3, 2), serial: 123)
    }

    @Test func `a number is made from region, type, day and serial, and read again`() throws {
        let number = try Self.sample()
        #expect(number.text.hasPrefix("500103" + "01" + "20260302" + "000123"))
        #expect(number.text.count == 23)
        #expect(try CaseNumber(reading: number.printed) == number)
        #expect(try CaseNumber(reading: number.text) == number)
        #expect(number.itemType == "01")
    }

    /// python-stdnum: `stdnum.iso7064.mod_11_10.calc_check_digit("5001030120260302000123")` is 9.
    @Test func `the check digit is that of ISO 7064 MOD 11,10`() throws {
        #expect(try Self.sample().text == "50010301202603020001239")
        #expect(try Self.sample().printed == "500103-01-20260302-000123-9")
    }

    @Test func `any single wrong digit is found`() throws {
        let digits = Array(try Self.sample().text)
        for index in digits.indices {
            for other in "0123456789" where other != digits[index] {
                var damaged = digits
                damaged[index] = other
                #expect(CaseNumber(String(damaged)) == nil)
            }
        }
    }

    @Test(arguments: [
        ("", CodeFault.empty),
        ("5001030120260302000123", .length(expected: 23, actual: 22)),
        ("5001030120260302OOO1239", .character("O", position: 17)),
        ("50010301202602300001239", .dateDoesNotExist),
        ("99010301202603020001239", .unknownProvince("99")),
        ("50010301202603020001235", .checkCharacter),
    ]) func `a wrong number is refused with its fault`(text: String, fault: CodeFault) {
        #expect(throws: fault) { try CaseNumber(reading: text) }
    }
}
