import Testing
import Values

@Suite struct UnifiedSocialCreditCodeTests {
    /// Sample codes that python-stdnum accepts too (all but the last); the last one is a village collective.
    static let valid = [
        "115001030099000137", "12500108MB0A0B0C8N", "515000005009900126", "52500106MJP000013E", "91500112MA9T00018E",
        "91500157MA9T00018L", "92500154MA9T0G0114", "93500241MA9T0H7786", "91500103MA9T0000XD", "91500103MA9T002100",
        "91500103MA9T00165Y", "N2500237MF0000013A", "11100000000013338W",
    ]

    @Test(arguments: valid) func `a code with its right check character is read`(code: String) throws {
        #expect(try UnifiedSocialCreditCode(reading: code).text == code)
        #expect(UnifiedSocialCreditCode.checkCharacter(of: code.dropLast()) == code.last)
    }

    @Test(arguments: valid) func `any single wrong character is found`(code: String) {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for index in 0..<18 {
            for other in alphabet where other != Array(code)[index] {
                var damaged = Array(code)
                damaged[index] = other
                #expect(UnifiedSocialCreditCode(String(damaged)) == nil)
            }
        }
    }

    @Test(arguments: [
        ("11100000000013338X", CodeFault.checkCharacter),
        ("1110000000001333IW", .suspectedTypingError("I", position: 17, likely: "1")),
        ("111O0000000013338W", .suspectedTypingError("O", position: 4, likely: "0")),
        ("11100000000013338Z", .character("Z", position: 18)),
        ("1110000000001333中W", .character("中", position: 17)),
        ("11100000000013338", .length(expected: 18, actual: 17)),
        ("11100000000013338WW", .length(expected: 18, actual: 19)),
        (" \u{3000}-", .empty),
    ]) func `a wrong code is refused with its fault`(code: String, fault: CodeFault) {
        #expect(throws: fault) { try UnifiedSocialCreditCode(reading: code) }
    }

    @Test func `full-width forms, small letters, spaces and hyphens are put right first`() throws {
        let typed = " １１１０００００-0000 13338ｗ\u{200B}"
        #expect(try UnifiedSocialCreditCode(reading: typed).text == "11100000000013338W")
    }

    @Test func `a code tells its region, its organisation and its kind`() throws {
        let code = try UnifiedSocialCreditCode(reading: "92500154MA9T0G0114")
        #expect(code.regionCode == "500154")
        #expect(code.organisationCode == "MA9T0G011")
        #expect(code.kind?.zh == "市场监管·个体工商户")
        #expect(UnifiedSocialCreditCode("N2500237MF0000013A")?.kind?.zh == "农业·村级集体经济组织")
    }

    @Test(arguments: valid) func `the inner check fits in real codes`(code: String) throws {
        #expect(try UnifiedSocialCreditCode(reading: code).warnings == [])
    }

    @Test func `a wrong inner check and an unlisted kind are warnings only`() throws {
        let wrongInside = "91500112MA9T00019"
        let check = try #require(UnifiedSocialCreditCode.checkCharacter(of: wrongInside))
        let code = try UnifiedSocialCreditCode(reading: wrongInside + String(check))
        #expect(code.warnings == [.innerCheck(expected: "8")])

        let unlisted = "9Y500112MA9T00018"
        let otherCheck = try #require(UnifiedSocialCreditCode.checkCharacter(of: unlisted))
        let other = try UnifiedSocialCreditCode(reading: unlisted + String(otherCheck))
        #expect(other.warnings == [.kindNotListed])
    }

    @Test func `a check character is made for 17 characters of the alphabet only`() {
        #expect(UnifiedSocialCreditCode.checkCharacter(of: "1234") == nil)
        #expect(UnifiedSocialCreditCode.checkCharacter(of: "9150011OMA9T00018") == nil)
    }
}
