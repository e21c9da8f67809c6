import Values

/// The words of a certificate's page.
enum CertificateWords {
    static let column = Wording(zh: "电子证照", en: "Certificates")
    static let number = Wording(zh: "证照编号", en: "Number")
    static let authority = Wording(zh: "发证机关", en: "Issued by")
    static let issuedOn = Wording(zh: "发证日期", en: "Issued")
    static let validity = Wording(zh: "有效期", en: "Valid")
    static let unlimited = Wording(zh: "长期", en: "without limit")
    static let checked = Wording(zh: "查询时间", en: "Checked")
    static let sample = Wording(zh: "示例证照，仅供演示，没有法律效力", en: "Sample for demonstration; of no legal effect")
    static let code = Wording(zh: "证照编号的二维码", en: "QR code of the number")
    static let verify = Wording(
        zh: "别人凭编号和您名称的第一个字，可以查验它是否有效",
        en: "Others can verify it by its number and the first character of your name")
    static let back = Wording(zh: "我的", en: "Me")
    static let missing = Wording(zh: "没有这份证照，或者您不能看", en: "There is no such certificate, or it is not yours to see")

    static func state(_ state: Certificate.State) -> Wording {
        switch state {
        case .valid: Wording(zh: "有效", en: "Valid")
        case .suspended: Wording(zh: "暂停使用", en: "Suspended")
        case .revoked: Wording(zh: "已撤销", en: "Revoked")
        case .withdrawn: Wording(zh: "已吊销", en: "Withdrawn")
        case .cancelled: Wording(zh: "已注销", en: "Cancelled")
        case .expired: Wording(zh: "已过期", en: "Expired")
        }
    }

    static func period(from: String, until: String?) -> Wording {
        Wording(zh: "\(from) 至 \(until ?? unlimited.zh)", en: "\(from) to \(until ?? unlimited.en)")
    }
}
