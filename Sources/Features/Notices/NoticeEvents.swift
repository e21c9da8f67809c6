import Proofs
import Values

/// A way outside the portal by which a person can be told (短信、邮件).
package enum NoticeWay: String, Hashable, Sendable, CaseIterable {
    case sms, mail
}

/// Kinds of the streams of the notice centre: one stream a person for consents, one a deadline for reminders.
package enum NoticeEventKind: String, Hashable, Sendable, CaseIterable {
    /// The person agrees to be told by this way: `person`, `way`.
    ///
    /// Law: 个人信息保护法 第十四条.
    case consentGiven = "notice-consent-given"
    /// The person no longer agrees: `person`, `way`.
    ///
    /// Law: 个人信息保护法 第十五条.
    case consentWithdrawn = "notice-consent-withdrawn"
    /// A day until which the applicant must act comes near: `case`, `clock`, `due`.
    case deadlineNear = "deadline-near"
}

/// The bodies of the notice centre's events, and the ids of its streams, which nobody has to look up.
package enum NoticeEvents {
    static func consent(
        _ isGiven: Bool, to way: NoticeWay, by person: Person.ID, at moment: Moment
    ) -> EventBody {
        body(
            isGiven ? .consentGiven : .consentWithdrawn, by: .person(person.text), at: moment,
            open: ["person": .text(person.text), "way": .text(way.rawValue)])
    }

    static func near(_ deadline: NoticeDeadline, at moment: Moment) -> EventBody {
        body(
            .deadlineNear, by: .platform, at: moment,
            open: [
                "case": .text(deadline.caseID), "clock": .text(deadline.clock),
                "due": .text(deadline.due.description),
            ])
    }

    /// The stream of a person's consents.
    package static func consents(of person: Person.ID) -> String { stream("notice-consents:\(person.text)") }

    /// The stream that tells of one deadline once: a day that moves is another deadline.
    static func reminder(of deadline: NoticeDeadline) -> String {
        stream("deadline:\(deadline.caseID):\(deadline.clock):\(deadline.due)")
    }

    private static func stream(_ text: String) -> String {
        Identifier<InboxMessage>(bytes: Array(SM3.hash(Array(text.utf8)).prefix(16))).text
    }

    private static func body(
        _ kind: NoticeEventKind, by actor: Actor, at moment: Moment, open: [String: JSON]
    ) -> EventBody {
        EventBody(
            kind: kind.rawValue, schema: 1, effective: .instant(moment), actor: actor, actingFor: nil, channel: nil,
            ground: nil, open: open, sealed: [:])
    }
}
