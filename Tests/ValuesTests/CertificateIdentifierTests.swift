import Testing
import Values

@Suite struct CertificateIdentifierTests {
    /// Five public identifiers of four issuers, then three invented ones.
    static let fitting = [
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
        "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
        "1.2.156.3005.2.11100000000013338W011.115001030099000137.2026000001.001.Y",
        "1.2.156.3005.2.11100000000013661B006.115001030099000137.CQ2026A00001.002.Z",
        "1.2.156.3005.2.11500000099000010A001.12500108MB0A0B0C8N.0F3C9A7E5B1D4C2688A0D1E2F3A4B5C6.001.L",
    ]

    @Test(arguments: fitting) func `an identifier fits its check character`(text: String) throws {
        let identifier = try CertificateIdentifier(reading: text)
        #expect(identifier.isCheckRight)
        #expect(identifier.description == text)
    }

    @Test func `an issuer written as a region code is tolerated`() throws {
        // The serial of this public identifier has a point in front of it, so it is read as it stands.
        let identifier = try CertificateIdentifier(
            reading: "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")
        #expect(identifier.issuer == "340100")
        #expect(identifier.isCheckRight)
    }

    @Test func `an identifier of another city that does not fit is read and says so`() throws {
        let identifier = try CertificateIdentifier(
            reading:
                "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M")
        #expect(!identifier.isCheckRight)
        #expect(identifier.expectedCheck == "D")
    }

    @Test func `ours carry the right check character`() throws {
        let owner = try UnifiedSocialCreditCode(reading: "11100000000013338W")
        let issuer = try UnifiedSocialCreditCode(reading: "115001030099000137")
        let identifier = CertificateIdentifier(
            typeOwner: owner, typeSerial: 11, issuer: issuer, serial: "2026000001", version: 1)
        #expect(
            identifier.description
                == "1.2.156.3005.2.11100000000013338W011.115001030099000137.2026000001.001.Y")
    }

    @Test(arguments: fitting) func `any single wrong character of the serial is found`(text: String) throws {
        let parts = text.split(separator: ".").map(String.init)
        for index in parts[7].indices {
            var serial = parts[7]
            let other = serial[index] == "7" ? "8" : "7"
            serial.replaceSubrange(index...index, with: other)
            var damaged = parts
            damaged[7] = serial
            #expect(try !CertificateIdentifier(reading: damaged.joined(separator: ".")).isCheckRight)
        }
    }

    @Test(arguments: [
        ("", CodeFault.empty),
        ("1.2.156.3005.3.11100000000013338W011.115001030099000137.2026000001.001.Y", .form),
        ("1.2.156.3005.2.11100000000013338W011.115001030099000137.2026000001.Y", .form),
        ("1.2.156.3005.2.11100000000013338W01.115001030099000137.2026000001.001.Y", .length(expected: 21, actual: 20)),
        ("1.2.156.3005.2.11100000000013338W011.115001030099000137.2026é00001.001.Y", .form),
        ("1.2.156.3005.2.11100000000013338W011.115001030099000137.2026000001.0A1.Y", .form),
    ]) func `another form is refused with its fault`(text: String, fault: CodeFault) {
        #expect(throws: fault) { try CertificateIdentifier(reading: text) }
    }
}
