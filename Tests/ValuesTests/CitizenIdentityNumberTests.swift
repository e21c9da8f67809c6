import Testing
import Values

@Suite struct CitizenIdentityNumberTests {
    static let today = Day(2026, 11, 21)
    static let valid = [
        "500101199806019984", "500154201702289990", "500105199712309978", "500112202402299960", "500157202603019999",
        "500233199706199988", "50010820010911998X", "810000199901019991", "830000200001019987", "500103199003079994",
        "510202197906159997",
    ]

    @Test(arguments: valid) func `a number with its right check character is read`(text: String) throws {
        #expect(try CitizenIdentityNumber(reading: text, on: Self.today).text == text)
    }

    @Test(arguments: [
        ("500154201702299996", CodeFault.dateDoesNotExist),
        ("500101199806019985", .checkCharacter),
        ("50010119980601998O", .suspectedTypingError("O", position: 18, likely: "0")),
        ("50010119980601I984", .suspectedTypingError("I", position: 15, likely: "1")),
        ("X00101199806019984", .character("X", position: 1)),
        ("500101980601998", .length(expected: 18, actual: 15)),
        ("200101199806019984", .unknownProvince("20")),
        ("", .empty),
    ]) func `a wrong number is refused with its fault`(text: String, fault: CodeFault) {
        #expect(throws: fault) { try CitizenIdentityNumber(reading: text, on: Self.today) }
    }

    @Test func `nobody is born after today or more than 150 years before`() {
        #expect(throws: CodeFault.dateInTheFuture) {
            try CitizenIdentityNumber(reading: "500157202603019999", on: Day(2026, 2, 28))
        }
        #expect(throws: CodeFault.dateTooLongAgo) {
            try CitizenIdentityNumber(reading: "500101199806019984", on: Day(2149, 6, 1))
        }
        #expect(throws: Never.self) {
            try CitizenIdentityNumber(reading: "500101199806019984", on: Day(2149, 5, 31))
        }
    }

    @Test func `birth date, sex and age follow from the digits`() throws {
        let woman = try CitizenIdentityNumber(reading: "500101199806019984", on: Self.today)
        #expect(woman.birthDate == Day(1998, 6, 1))
        #expect(woman.sex == .female)
        #expect(woman.age(on: Day(2026, 5, 31)) == 27)
        #expect(woman.age(on: Day(2026, 6, 1)) == 28)
        let man = try CitizenIdentityNumber(reading: "500157202603019999", on: Self.today)
        #expect(man.sex == .male)
    }

    @Test func `the first digits tell the paper`() {
        #expect(CitizenIdentityNumber("810000199901019991")?.paper == .residencePermit)
        #expect(CitizenIdentityNumber("830000200001019987")?.paper == .residencePermit)
        #expect(CitizenIdentityNumber("500233199706199988")?.paper == .identityCard)
    }

    @Test func `a number of one kind may by chance pass the check of another`() {
        #expect(CitizenIdentityNumber("810000199901019991") != nil)
        #expect(UnifiedSocialCreditCode("810000199901019991") != nil)
    }

    @Test func `a region younger than the person is a warning only`() throws {
        let older = try CitizenIdentityNumber(reading: "500103199003079994", on: Self.today)
        #expect(older.warnings(by: .chongqing) == [.regionNewerThanBirth])
        let early = try CitizenIdentityNumber(reading: "510202197906159997", on: Self.today)
        #expect(early.warnings(by: .chongqing) == [.regionNewerThanBirth])
        let retired = try CitizenIdentityNumber(reading: "500105199712309978", on: Self.today)
        #expect(retired.warnings(by: .chongqing) == [])
        let unknown = try #require(CitizenIdentityNumber("500103199003079994"))
        #expect(unknown.warnings(by: RegionRegister([])) == [.regionNotKnown])
    }

    @Test func `what is printed is masked`() throws {
        let number = try CitizenIdentityNumber(reading: "500101199806019984", on: Self.today)
        #expect(number.masked == "500101********9984")
        #expect("\(number)" == "500101********9984")
    }

    @Test func `full-width digits and a small x are put right first`() {
        #expect(CitizenIdentityNumber("５００１０８２００１０９１１９９８ｘ")?.text == "50010820010911998X")
    }
}
