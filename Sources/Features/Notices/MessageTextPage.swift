import Values
import Web

/// What the page of a message says when no notice was served: a sentence, the clock it is about, and the day.
enum MessageText {
    static func sentences(
        _ notice: InboxMessage, _ names: (giver: String, agent: String), in language: Language
    ) -> [String] {
        let clock = NoticeWords.name(notice.detail["clock"])?[language] ?? ""
        let due = notice.detail["due"]?.text.flatMap { Moment(local: $0)?.day }.map { language.fullDate($0) }
        let isChinese = language == .chinese
        var lines: [String] = []
        switch notice.topic {
        case .document: break
        case .asked:
            lines.append(isChinese ? "办件在等您办下一步。" : "The case waits for your next step.")
        case .decided:
            lines.append(isChinese ? "办件已经结束，结果写在办件页面上。" : "The case has ended; its page says how.")
        case .owed:
            lines.append(isChinese ? "您先办后补的材料要按时补交。" : "A document that you may hand in later is due.")
        case .broken:
            lines.append(
                isChinese ? "材料没有在期限内补交，后果写在办件页面上。" : "It did not come in time; the page of the case says what follows."
            )
        case .missed:
            lines.append(
                isChinese
                    ? "承诺的日子过了，还没有办完。法定期限没有变。" : "It is not done by the promised day. The limit of the law still runs.")
        case .expired:
            lines.append(
                isChinese
                    ? "法定期限过了，还没有办完。您可以打 12345 投诉。" : "It is not done by the day of the law. You can complain at 12345."
            )
        case .recomputed:
            lines.append(
                isChinese
                    ? "放假安排公布或更正后，到期日重新算过。"
                    : "The calendar was published or corrected, so the date was worked out again.")
        case .corrected:
            lines.append(isChinese ? "办件的一条记录更正了。" : "One record of the case was put right.")
        case .deadline:
            lines.append(isChinese ? "期限快到了，过期会影响办件。" : "The last day is near; missing it has consequences.")
        case .certificateIssued:
            lines.append(isChinese ? "证照已经放进您的卡包。" : "It lies among your certificates.")
        case .certificateChanged, .certificateState:
            lines.append(isChinese ? "打开证照可以看现在的内容。" : "Open it to see what it says now.")
        case .delegationGranted, .delegationEnded:
            lines.append(isChinese ? "授权人：\(names.giver)" : "Given by: \(names.giver)")
            lines.append(isChinese ? "被授权人：\(names.agent)" : "Given to: \(names.agent)")
        }
        if !clock.isEmpty { lines.append(clock) }
        if let due { lines.append(isChinese ? "日期：\(due)" : "Day: \(due)") }
        return lines
    }
}
