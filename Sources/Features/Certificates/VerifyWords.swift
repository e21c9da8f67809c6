import Values

/// The words of verifying.
enum VerifyWords {
    static let title = Wording(zh: "查验电子证照", en: "Verify a certificate")
    static let lead = Wording(
        zh: "不用登录。只回答这份证照现在是否有效，不显示持证人和证照内容。",
        en: "Without signing in. You learn whether the certificate holds now, and nothing of its holder or content.")
    static let numberHint = Wording(zh: "印在证照上，或者扫证照上的二维码", en: "Printed on it, and in its QR code")
    static let initial = Wording(zh: "持证人姓名或企业名称的第一个字", en: "First character of the holder’s name")
    static let initialHint = Wording(zh: "姓名填姓，企业名称填第一个字", en: "Of a person the surname’s first character")
    static let ask = Wording(zh: "查验", en: "Verify")
    static let notFound = Wording(zh: "没有查到这样的证照", en: "No such certificate was found")
    static let notFoundText = Wording(
        zh: "核对编号和第一个字。都对还查不到的，向发证机关核实，或打 12345。",
        en: "Check the number and the character. If both are right, ask who issued it, or call 12345.")

    static func told(_ state: Certificate.State) -> Wording {
        let name = CertificateWords.state(state)
        return Wording(zh: "这份证照：\(name.zh)", en: "This certificate: \(name.en.lowercased())")
    }

    static let numberMissing = problem(
        "number", Wording(zh: "填写证照编号，按证照上印的填", en: "Give the number as it is printed"))
    static let initialMissing = problem(
        "initial", Wording(zh: "填写持证人名称的第一个字，只填一个字", en: "Give the first character, one only"))

    private static func problem(_ place: String, _ message: Wording) -> Problem {
        Problem(place: place, message: message, remedy: message)
    }
}
