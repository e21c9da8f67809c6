import Values

/// The words of policy documents and their tasks, for failures and problems; those of the pages stand beside them.
enum MandateWords {
    static let missing = Wording(zh: "没有这份文件，或没有这项任务", en: "There is no such document, or no such task")
    static let decidedAlready = Wording(
        zh: "这项任务已经采纳或退回，不能再改", en: "The task was accepted or rejected already")
    static let notAccepted = Wording(zh: "这项任务没有采纳，不用撤回", en: "The task is not accepted: nothing to take back")
    static let doneAlready = Wording(
        zh: "这项任务已经核验销号，不能再撤回采纳", en: "The task was checked and struck off: its acceptance stands")
    static let replacedAlready = Wording(
        zh: "这份文件已有新版本，请在新版本里采纳任务", en: "A later version replaces this document; accept its tasks there")
    static let changedMeanwhile = Wording(
        zh: "您打开页面以后任务有改动，请重新看过再采纳", en: "The task changed since the page was opened; look at it again")

    static let nothingChanged = problem(
        "title", Wording(zh: "没有改动", en: "Nothing was changed"), Wording(zh: "改正以后再保存", en: "change it, then save"))
    static let reasonNeeded = problem(
        "reason", Wording(zh: "请写明理由，最多 1000 字", en: "Give a reason of at most 1,000 characters"),
        Wording(zh: "写明为什么", en: "say why"))
    static let unitsWrong = problem(
        "lead", Wording(zh: "单位要是现有的机构，每个只列一次，牵头单位至少一个", en: "Units must exist, each named once, and one must lead"),
        Wording(zh: "从机构名录中填写", en: "take them from the register of units"))
    static let meantWrong = problem(
        "lead", Wording(zh: "每个单位都要写明对应文件中的哪个名称", en: "Each unit must stand for a name that the document prints"),
        Wording(zh: "在文件写的名称下面勾选单位", en: "tick units under the printed names"))
    static let textWrong = problem(
        "title",
        Wording(
            zh: "任务名称（500 字以内）和内容（20000 字以内）都要填写", en: "Title (at most 500 characters) and text (20,000) are needed"),
        Wording(zh: "补齐或缩短", en: "complete or shorten them"))

    static func problem(_ place: String, _ message: Wording, _ remedy: Wording) -> Problem {
        Problem(place: place, message: message, remedy: remedy)
    }
}
