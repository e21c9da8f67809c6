import Definitions
import Values

/// How somebody who applies in his own name stands to the enterprise whose code he gave (以谁的名义办).
///
/// An enterprise acts through its legal representative or an agent whom it has authorised; the operator of a
/// self-employed business (个体工商户) acts for himself.
/// Law: 民法典 第六十一条、第一百六十五条.
package enum EnterpriseStanding: Hashable, Sendable {
    /// Nothing to ask: an enterprise applies by its account, no code was given, or the city's own records gave it.
    case settled
    /// He is its recorded legal representative, or its operator.
    case representative
    /// It is somebody else's; `mayActFor`: a delegation in force lets him act for it, but in its name.
    case others(name: String, mayActFor: Bool)
    /// No register and no account knows the code, or none answers; the officer checks what is handed in.
    case unknown

    /// Whether registers may be asked about the code that was given.
    var mayAsk: Bool {
        switch self {
        case .settled, .representative: true
        case .others, .unknown: false
        }
    }

    /// What stands between this and filing; nil: nothing.
    var problem: Problem? {
        guard case .others(let name, let mayActFor) = self else { return nil }
        let message =
            mayActFor ? EnterpriseStandingWords.useItsName(name) : EnterpriseStandingWords.somebodyElses(name)
        return Problem(place: EnterpriseStanding.code, message: message, remedy: message)
    }

    /// The field by which registers know an enterprise.
    static let code = "enterprise.uscc"
    /// Who is recorded as its legal representative or operator; asked to compare, never shown.
    static let representativeNumber = "enterprise.legal_person_number"
    static let register = "法人基础库"
}

/// The words for those who filled in an enterprise's code without its authority.
enum EnterpriseStandingWords {
    static func somebodyElses(_ name: String) -> Wording {
        Wording(
            zh: "统一社会信用代码要填申请人自己的：这个代码登记的是“\(name)”，替它办要先有它的授权",
            en: "Give the applicant's own code: this one is registered for “\(name)”, which must authorise you first")
    }

    static func useItsName(_ name: String) -> Wording {
        Wording(
            zh: "您有“\(name)”的授权：请换成代它办理，再开始；以自己的名义办，要填自己的代码",
            en: "You may act for “\(name)”: choose to act for it and begin again, or give your own code")
    }

    static let title = Wording(zh: "这个代码不是申请人的", en: "This code is not the applicant's")
    static let notAsked = Wording(
        zh: "没有它的授权，我们不会向部门查它的情况，也不会改您填的内容。",
        en: "Without its authority no register is asked about it, and nothing that you typed is changed.")
    static let howToDelegate = Wording(
        zh: "要替它办：请它的法定代表人登录后，在“授权代办”里写上您和这个事项；您再换成代它办理。没有账户的，拿盖章的委托书到窗口办。",
        en: "To act for it: its legal representative signs in and names you and this service under “Delegations”; then "
            + "choose to act for it. Without an account, bring a sealed power of attorney to the window.")
    static let forOneself = Wording(
        zh: "给自己办：改填您自己的代码（个体工商户填营业执照上的代码）。还没有执照的，先办设立登记。",
        en: "To apply for yourself: give your own code (a self-employed business has one on its licence). "
            + "Without a licence yet, register the business first.")
    static let delegations = Wording(zh: "看授权代办", en: "See delegations")
    static let standing = Wording(zh: "换成代它办理", en: "Choose for whom you act")
    static let found = Wording(zh: "办设立登记", en: "Register a business")
}
