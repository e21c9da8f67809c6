import Casework
import Definitions
import Values

/// What the notice centre remembers of a stream, so that each later event alone says whom it concerns.
struct NoticeSubject: Hashable, Sendable {
    enum Kind: String, Sendable {
        case caseFile = "case"
        case certificate, delegation
    }

    let stream: String
    let kind: Kind
    let recipient: Subject
    let agent: Person.ID?
    let caseID: String?
    let service: String?
    var definition: String?
    let variant: String?
    /// Open facts of the first event that later messages repeat: names of a certificate, the sides of a delegation.
    let detail: [String: JSON]
    /// The last deed served a notice of its own, so the stage that it leads to is not told again.
    var isTold: Bool
}

/// Turns events, one after the other, into messages and deadlines. Pure: what it needs of earlier events stands in
/// `NoticeSubject`. It looks at kinds and at the definition, never at the names of a procedure's events.
struct NoticeReading {
    /// Streams as they stood before these events.
    var subjects: [String: NoticeSubject]
    private(set) var changed: [String: NoticeSubject] = [:]
    private(set) var notices: [InboxMessage] = []
    /// nil: the clock ended, stands still, or was told of.
    private(set) var deadlines: [DeadlineKey: Day?] = [:]

    struct DeadlineKey: Hashable {
        let caseID: String
        let clock: String
    }

    init(subjects: [String: NoticeSubject]) {
        self.subjects = subjects
    }

    /// The stream whose subject an event needs; nil for kinds that tell nobody anything.
    static func subject(of event: PastEvent) -> String? {
        if caseKinds.contains(event.body.kind) || CertificateEventKind(rawValue: event.body.kind) != nil {
            return event.stream
        }
        switch event.body.kind {
        case AccountEventKind.delegationGranted.rawValue, AccountEventKind.delegationRevoked.rawValue:
            return event.stream
        case NoticeEventKind.deadlineNear.rawValue: return event.body.open["case"]?.text
        default: return nil
        }
    }

    /// All kinds that tell somebody something.
    static let kinds = caseKinds.union(CertificateEventKind.allCases.map(\.rawValue)).union([
        AccountEventKind.delegationGranted.rawValue, AccountEventKind.delegationRevoked.rawValue,
        NoticeEventKind.deadlineNear.rawValue,
    ])

    private static let caseKinds = Set(
        [
            CaseEventKind.opened, .acted, .stageEntered, .documentServed, .obligationOpened, .obligationKept,
            .obligationDropped, .obligationBroken, .obligationDischarged,
            .clockStarted, .clockLimited, .clockStopped, .clockResumed, .clockExtended, .clockMissed, .clockExpired,
            .clockEnded, .clockRecomputed, .repinned, .corrected,
        ].map(\.rawValue))

    /// Takes one event.
    ///
    /// - Parameter definition: what the event's case pins; nil for streams that are no case.
    mutating func take(_ placed: PlacedEvent, by definition: Definition?) {
        let event = placed.event
        if let opened = NoticeReading.opening(event) { remember(opened) }
        guard let stream = NoticeReading.subject(of: event), let subject = subjects[stream] else { return }
        switch subject.kind {
        case .caseFile:
            guard let plan = definition?.plan(ofVariant: subject.variant) else { return }
            take(placed, of: subject, plan)
        case .certificate: takeCertificate(placed, of: subject)
        case .delegation: takeDelegation(placed, of: subject)
        }
    }

    private mutating func remember(_ subject: NoticeSubject) {
        subjects[subject.stream] = subject
        changed[subject.stream] = subject
    }

    // MARK: Beginnings

    private static func opening(_ event: PastEvent) -> NoticeSubject? {
        let open = event.body.open
        switch event.body.kind {
        case CaseEventKind.opened.rawValue:
            // A case of the platform itself or of a unit has no inbox.
            guard let recipient = open["applicant"]?.text.flatMap({ Subject($0) }) else { return nil }
            return NoticeSubject(
                stream: event.stream, kind: .caseFile, recipient: recipient, agent: person(open["agent"]),
                caseID: event.stream, service: open["service"]?.text, definition: open["definition"]?.text,
                variant: open["variant"]?.text, detail: [:], isTold: false)
        case CertificateEventKind.issued.rawValue:
            guard let holder = open["holder"]?.text.flatMap({ Subject($0) }) else { return nil }
            let detail = ["name": open["name"] ?? .null, "number": open["number"] ?? .null]
            return NoticeSubject(
                stream: event.stream, kind: .certificate, recipient: holder, agent: nil, caseID: open["case"]?.text,
                service: nil, definition: nil, variant: nil, detail: detail, isTold: false)
        case AccountEventKind.delegationGranted.rawValue:
            // What goes with an office, or was recorded from paper, is told by whoever recorded it.
            guard event.body.actor != .platform, let giver = open["subject"]?.text.flatMap({ Subject($0) }),
                let agent = open["agent"]?.text.flatMap({ Person.ID($0) })
            else { return nil }
            let detail = ["subject": open["subject"] ?? .null, "until": open["until"] ?? .null]
            return NoticeSubject(
                stream: event.stream, kind: .delegation, recipient: giver, agent: agent, caseID: nil, service: nil,
                definition: nil, variant: nil, detail: detail, isTold: false)
        default: return nil
        }
    }

    private static func person(_ json: JSON?) -> Person.ID? {
        guard case .person(let id)? = json?.text.flatMap({ Actor($0) }) else { return nil }
        return Person.ID(id)
    }

    // MARK: Cases

    private mutating func take(_ placed: PlacedEvent, of subject: NoticeSubject, _ plan: Plan) {
        let open = placed.event.body.open
        switch placed.event.body.kind {
        case CaseEventKind.acted.rawValue: takeDeed(placed, of: subject)
        case CaseEventKind.stageEntered.rawValue:
            let stage = plan.stages.first { $0.id == open["stage"]?.text }
            guard let stage, stage.waitsFor == .applicant, !subject.isTold else { return }
            tell(.asked, placed, subject, ["stage": NoticeReading.json(stage.name)])
        case CaseEventKind.documentServed.rawValue:
            tell(.document, placed, subject, NoticeReading.kept(open, ["document", "template"]))
        case CaseEventKind.obligationOpened.rawValue, CaseEventKind.obligationKept.rawValue,
            CaseEventKind.obligationDropped.rawValue, CaseEventKind.obligationBroken.rawValue,
            CaseEventKind.obligationDischarged.rawValue:
            takeObligation(placed, of: subject, plan)
        case CaseEventKind.corrected.rawValue: tell(.corrected, placed, subject, [:])
        case CaseEventKind.repinned.rawValue:
            var pinned = subject
            pinned.definition = open["definition"]?.text ?? subject.definition
            remember(pinned)
        case NoticeEventKind.deadlineNear.rawValue:
            guard let clock = open["clock"]?.text, let name = NoticeReading.name(of: clock, in: plan) else { return }
            deadlines[DeadlineKey(caseID: subject.stream, clock: clock)] = .some(nil)
            tell(.deadline, placed, subject, ["clock": NoticeReading.json(name), "due": open["due"] ?? .null])
        default: takeClock(placed, of: subject, plan)
        }
    }

    /// What the applicant owes by a day is told when it begins and when it was not kept, and he is reminded of it; a
    /// promise has no day, and what its breach means stands in a notice of its own.
    private mutating func takeObligation(_ placed: PlacedEvent, of subject: NoticeSubject, _ plan: Plan) {
        let open = placed.event.body.open
        guard let rule = plan.obligations.first(where: { $0.id == open["obligation"]?.text }), !rule.owedByOffice,
            let number = open["number"]?.number
        else { return }
        let due = open["due"]?.text.flatMap { Moment(local: $0)?.day }
        let isOpened = placed.event.body.kind == CaseEventKind.obligationOpened.rawValue
        if isOpened, rule.within != nil { tell(.owed, placed, subject, NoticeReading.kept(open, ["due", "each"])) }
        if placed.event.body.kind == CaseEventKind.obligationBroken.rawValue, rule.within != nil {
            tell(.broken, placed, subject, NoticeReading.kept(open, ["due"]))
        }
        guard !rule.warns.isEmpty else { return }
        let key = DeadlineKey(caseID: subject.stream, clock: NoticeDeadline.obligation(rule.id, number))
        deadlines[key] = .some(isOpened ? due : nil)
    }

    /// The name of what a deadline is about: a clock, or something owed.
    private static func name(of deadline: String, in plan: Plan) -> Wording? {
        if let (rule, _) = NoticeDeadline.obligation(in: deadline) {
            return plan.obligations.first { $0.id == rule }?.name
        }
        return plan.clocks.first { $0.id == deadline }?.name
    }

    private mutating func takeDeed(_ placed: PlacedEvent, of subject: NoticeSubject) {
        let body = placed.event.body
        var told = subject
        told.isTold = body.open["notice"]?.text != nil
        if told != subject { remember(told) }
        guard !told.isTold, let outcome = body.open["outcome"]?.text else { return }
        switch body.actor {
        // Whoever did it himself need not be told.
        case .person, .enterprise: return
        case .post, .system, .platform: tell(.decided, placed, subject, ["outcome": .text(outcome)])
        }
    }

    private mutating func takeClock(_ placed: PlacedEvent, of subject: NoticeSubject, _ plan: Plan) {
        let open = placed.event.body.open
        guard let clock = open["clock"]?.text, let rule = plan.clocks.first(where: { $0.id == clock }) else { return }
        let named = ["clock": NoticeReading.json(rule.name), "due": open["due"] ?? .null]
        let kind = CaseEventKind(rawValue: placed.event.body.kind)
        switch kind {
        case .clockMissed where clock == plan.mainClock: tell(.missed, placed, subject, named)
        case .clockExpired where clock == plan.mainClock && rule.expires == nil:
            tell(.expired, placed, subject, named)
        case .clockRecomputed: tell(.recomputed, placed, subject, named.merging(["was": open["was"] ?? .null]) { $1 })
        default: break
        }
        guard NoticeReading.isApplicants(rule, in: plan), !rule.warns.isEmpty, kind != .clockMissed else { return }
        let due = (open["due"]?.text ?? open["legal_due"]?.text).flatMap { Moment(local: $0)?.day }
        let isOver = kind == .clockEnded || kind == .clockExpired || kind == .clockStopped
        deadlines[DeadlineKey(caseID: subject.stream, clock: clock)] = .some(isOver ? nil : due)
    }

    /// A clock that an act of the applicant ends counts for him; the main clock counts for the office.
    private static func isApplicants(_ rule: ClockRule, in plan: Plan) -> Bool {
        rule.id != plan.mainClock
            && plan.actions.contains { action in
                action.by.roles.contains("applicant") && action.deed.event.map { rule.ends.contains($0) } ?? false
            }
    }

    // MARK: Certificates and delegations

    private mutating func takeCertificate(_ placed: PlacedEvent, of subject: NoticeSubject) {
        switch CertificateEventKind(rawValue: placed.event.body.kind) {
        case .issued: tell(.certificateIssued, placed, subject, [:])
        case .changed: tell(.certificateChanged, placed, subject, [:])
        case .suspended, .resumed, .revoked, .expired:
            tell(.certificateState, placed, subject, ["kind": .text(placed.event.body.kind)])
        case nil: return
        }
    }

    /// Both sides are told, the agent first.
    private mutating func takeDelegation(_ placed: PlacedEvent, of subject: NoticeSubject) {
        let isGranted = placed.event.body.kind == AccountEventKind.delegationGranted.rawValue
        let topic: InboxMessage.Topic = isGranted ? .delegationGranted : .delegationEnded
        var sides = [subject.recipient]
        if let agent = subject.agent, sides[0] != .person(agent) { sides.insert(.person(agent), at: 0) }
        for (number, side) in sides.enumerated() {
            let role: JSON = number == 0 && sides.count == 2 ? "agent" : "giver"
            add(
                InboxMessage(
                    recipient: side, place: .init(position: placed.position, number: number), topic: topic,
                    stream: placed.event.stream, version: placed.event.version, at: placed.event.at, caseID: nil,
                    service: nil, definition: nil, agent: subject.agent,
                    detail: subject.detail.merging(["side": role]) { $1 }))
        }
    }

    // MARK: Writing

    private mutating func tell(
        _ topic: InboxMessage.Topic, _ placed: PlacedEvent, _ subject: NoticeSubject, _ detail: [String: JSON]
    ) {
        add(
            InboxMessage(
                recipient: subject.recipient, place: .init(position: placed.position, number: 0), topic: topic,
                stream: placed.event.stream, version: placed.event.version, at: placed.event.at,
                caseID: subject.caseID, service: subject.service, definition: subject.definition,
                agent: subject.agent, detail: subject.detail.merging(detail) { $1 }))
    }

    private mutating func add(_ notice: InboxMessage) { notices.append(notice) }

    private static func kept(_ open: [String: JSON], _ keys: [String]) -> [String: JSON] {
        open.filter { keys.contains($0.key) && !$0.value.isNull }
    }

    static func json(_ name: Wording) -> JSON { ["zh": .text(name.zh), "en": .text(name.en)] }
}
