import Casework
import Definitions
import Values

/// The words of commitments and of documents that may follow (告知承诺、容缺受理).
enum CommitmentWords {
    static let way = Wording(zh: "办理方式", en: "How to apply")
    static let wayTitle = Wording(zh: "按哪种方式办？", en: "Which way do you choose?")
    static let ordinary = Wording(zh: "一般方式", en: "The ordinary way")
    static let ordinaryHint = Wording(
        zh: "提交全部材料，由工作人员审查后决定", en: "You hand in every document; the office examines them and decides")
    static let commitment = Wording(zh: "告知承诺方式", en: "On a commitment")
    static let commitmentHint = Wording(
        zh: "看过条件并书面承诺已经符合，当场作出决定，事后核查",
        en: "You read the conditions and promise that they are met; decided at once, checked afterwards")
    static let youChoose = Wording(
        zh: "由您选择。不选告知承诺的，按一般方式办，不影响结果。", en: "It is your choice. The ordinary way has the same result.")
    static let barred = Wording(zh: "这次不能用告知承诺方式", en: "A commitment is not possible this time")
    static let barredText = Wording(zh: "可以按一般方式办理，提交证明材料。", en: "The ordinary way is open: hand in the proof.")
    static let read = Wording(zh: "先看承诺书全文，再决定是否承诺", en: "Read the whole text first, then decide")
    static let label = Wording(zh: "我已看过全文，自愿作出以上承诺", en: "I have read all of it and promise it of my own will")
    static let chineseCounts = Wording(zh: "以中文文本为准", en: "The Chinese text is the one that counts")
    static let hash = Wording(zh: "文本指纹（SM3）", en: "Fingerprint of the text (SM3)")
    static let promisedText = Wording(zh: "已承诺，承诺书作为文书保存", en: "Promised; the text is kept as a document")

    /// By which the promise is bound to what was shown.
    static func changed(_ need: EvidenceNeed) -> Problem {
        Problem(
            place: need.id,
            message: Wording(
                zh: "“\(need.name.zh)”的承诺书还没有看过，或者内容有变化",
                en: "The text of “\(need.name.en)” was not shown yet, or has changed"),
            remedy: Wording(zh: "看过现在的全文，再勾选承诺", en: "Read the present text and tick it again"))
    }

    static func missing(_ need: EvidenceNeed) -> Problem {
        let mayUpload = need.from.contains(.upload)
        let message = Wording(
            zh: "看过“\(need.name.zh)”的承诺书并勾选承诺" + (mayUpload ? "，或者上传证明" : ""),
            en: "Read and tick: \(need.name.en)" + (mayUpload ? ", or upload the proof" : ""))
        return Problem(place: need.id, message: message, remedy: message)
    }

    static let noSuchWay = Problem(
        place: "track", message: Wording(zh: "选一种办理方式", en: "Choose a way"),
        remedy: Wording(zh: "从列出的方式中选", en: "Choose one of those listed"))
}
