import Values

/// The words of the notice centre. Titles and brief texts name no personal value.
enum NoticeWords {
    static let messages = Wording(zh: "消息", en: "Messages")
    static let notice = Wording(zh: "通知", en: "Notice")
    static let missing = Wording(zh: "没有这条消息，或者您不能看", en: "There is no such message, or it is not yours to see")

    /// A title: what happened, and with what.
    static func about(_ what: Wording, _ service: Wording?) -> Wording {
        guard let service else { return what }
        return Wording(zh: "\(what.zh)：\(service.zh)", en: "\(what.en): \(service.en)")
    }

    static func name(_ json: JSON?) -> Wording? {
        guard let zh = json?["zh"]?.text else { return nil }
        return Wording(zh: zh, en: json?["en"]?.text ?? zh)
    }

    /// What happened, for every topic that has no notice of its own.
    static func topic(_ notice: InboxMessage) -> Wording {
        switch notice.topic {
        case .document: return NoticeWords.notice
        case .asked: return Wording(zh: "等您办理", en: "Waiting for you")
        case .decided: return ended(notice.detail["outcome"]?.text ?? "")
        case .owed: return Wording(zh: "有材料要补交", en: "A document is still owed")
        case .broken: return Wording(zh: "材料没有按时补交", en: "A document was not handed in in time")
        case .missed: return Wording(zh: "超过承诺的办理时间", en: "The promised day has passed")
        case .expired: return Wording(zh: "超过法定的办理时间", en: "The day of the law has passed")
        case .recomputed: return Wording(zh: "到期日重新计算", en: "A date was worked out again")
        case .corrected: return Wording(zh: "办件记录有更正", en: "A record was put right")
        case .deadline: return Wording(zh: "快到期了，等您办理", en: "A day is near on which you must have acted")
        case .certificateIssued: return Wording(zh: "电子证照已发放", en: "A certificate was issued")
        case .certificateChanged: return Wording(zh: "电子证照有变更", en: "A certificate was changed")
        case .certificateState: return state(notice.detail["kind"]?.text ?? "")
        case .delegationGranted:
            return notice.detail["side"] == "agent"
                ? Wording(zh: "您收到一份授权", en: "Somebody delegated to you")
                : Wording(zh: "授权已生效", en: "Your delegation is in force")
        case .delegationEnded: return Wording(zh: "一份授权已撤销", en: "A delegation was ended")
        }
    }

    private static func state(_ kind: String) -> Wording {
        switch CertificateEventKind(rawValue: kind) {
        case .suspended: Wording(zh: "电子证照暂停使用", en: "A certificate was suspended")
        case .resumed: Wording(zh: "电子证照恢复使用", en: "A certificate holds again")
        case .expired: Wording(zh: "电子证照已过期", en: "A certificate expired")
        case .revoked, .issued, .changed, nil: Wording(zh: "电子证照已失效", en: "A certificate no longer holds")
        }
    }

    static func ended(_ outcome: String) -> Wording {
        switch outcome {
        case "granted": Wording(zh: "已办结，准予", en: "Closed: granted")
        case "refused": Wording(zh: "已办结，未获准予", en: "Closed: refused")
        case "not_accepted": Wording(zh: "不予受理", en: "Not accepted")
        default: Wording(zh: "已办结", en: "Closed")
        }
    }

    /// What leaves the platform: the title and where to read on, and nothing of what the message says.
    static func brief(_ title: Wording) -> Wording {
        Wording(
            zh: "\(title.zh)。登录通办，在“我的—消息”里看。我们不会索要密码和验证码。",
            en: "\(title.en). Sign in to Tongban and read it under “Me – Messages”. We never ask for passwords.")
    }

    // MARK: Pages

    static let lead = Wording(
        zh: "办件、证照和授权的消息都在这里。", en: "What happens with your cases, certificates and delegations.")
    static let all = Wording(zh: "全部", en: "All")
    static let unread = Wording(zh: "未读", en: "Unread")
    static let view = Wording(zh: "看哪些消息", en: "Which messages")
    static let noMessages = Wording(zh: "还没有消息", en: "No messages yet")
    static let noMessagesText = Wording(
        zh: "办件有进展时，消息会显示在这里。", en: "When something happens with a case, it is told here.")
    static let noUnread = Wording(zh: "没有未读的消息", en: "Nothing unread")
    static let noUnreadText = Wording(zh: "读过的消息在“全部”里。", en: "What you have read is under “All”.")
    static let markAll = Wording(zh: "全部标为已读", en: "Mark all as read")
    static let mark = Wording(zh: "标为已读", en: "Mark as read")
    static let isRead = Wording(zh: "已读", en: "Read")
    static let earlier = Wording(zh: "更早的消息", en: "Earlier messages")
    static let back = Wording(zh: "回消息", en: "Back to the messages")
    static let seeCase = Wording(zh: "看办件", en: "See the case")
    static let seeDocument = Wording(zh: "看文书", en: "See the document")
    static let seeCertificate = Wording(zh: "看证照", en: "See the certificate")
    static let seeDelegations = Wording(zh: "看授权代办", en: "See the delegations")
    static let erased = Wording(
        zh: "这件事的个人信息已经删除，消息的内容也随之删除。", en: "The personal data of this matter were erased, and this text with them.")
    static let told = Wording(zh: "时间", en: "When")
    static let ways = Wording(zh: "接收方式", en: "How to be told")

    // MARK: Ways

    static let waysTitle = Wording(zh: "消息还要发到哪里？", en: "Where else shall messages go?")
    static let waysLead = Wording(
        zh: "消息总会出现在“我的—消息”里。您同意后，我们另外发短信或邮件提醒，只写事项名称，不写您的信息。",
        en:
            "Messages always stand under “Me – Messages”. If you agree, a short message or mail tells you too; it "
            + "names the service and nothing about you.")
    static let waysLegend = Wording(zh: "我同意这样提醒我", en: "I agree to be told by")
    static let waysLaw = Wording(
        zh: "您可以随时改。同意和撤回都会留下记录（个人信息保护法第十四条、第十五条）。",
        en:
            "Change it whenever you like. Consent and its withdrawal are recorded (Personal Information Protection "
            + "Law, articles 14 and 15).")
    static let save = Wording(zh: "保存", en: "Save")
    static let saved = Wording(zh: "已保存", en: "Saved")
    static let noWay = Wording(zh: "还没有填", en: "not given yet")
    static let changeContact = Wording(zh: "改手机号或邮箱", en: "Change telephone or mail")

    static func way(_ way: NoticeWay) -> Wording {
        switch way {
        case .sms: Wording(zh: "短信", en: "Short message")
        case .mail: Wording(zh: "邮件", en: "Mail")
        }
    }

    static func noAddress(_ way: NoticeWay) -> Problem {
        switch way {
        case .sms:
            Problem(
                place: "ways", message: Wording(zh: "先填手机号，才能收短信", en: "Give a mobile number first"),
                remedy: Wording(zh: "在账户页面填写", en: "on the page of your account"))
        case .mail:
            Problem(
                place: "ways", message: Wording(zh: "先填邮箱，才能收邮件", en: "Give a mail address first"),
                remedy: Wording(zh: "在账户页面填写", en: "on the page of your account"))
        }
    }

    // MARK: The outbox of the stand-ins

    static let outbox = Wording(zh: "短信与邮件（演示替身）", en: "Short messages and mail (stand-in for the demo)")
    static let outboxLead = Wording(
        zh: "替身代替真实的短信和邮件网关。下面的内容没有发出去，只供演示查看；号码和邮箱已遮盖。",
        en: "Stand-ins play the gateways. Nothing below has left this machine; addresses are masked.")
    static let noLetters = Wording(zh: "替身还没有收到要发的内容", en: "The stand-ins have not been given anything yet")
    static let address = Wording(zh: "发给", en: "To")
    static let content = Wording(zh: "内容", en: "Text")
    static let channel = Wording(zh: "方式", en: "Way")
    static let earlierLetters = Wording(zh: "更早的", en: "Earlier")
    static let gone = Wording(zh: "已删除", en: "erased")
}
