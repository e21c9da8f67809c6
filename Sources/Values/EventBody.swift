/// From when a deed counts in law: a local day, or a local instant.
package enum Effective: Hashable, Sendable, CustomStringConvertible {
    case day(Day)
    case instant(Moment)

    /// Reads `2026-03-02` or `2026-03-02T09:15:00`.
    package init?(_ text: String) {
        if let day = Day(text) {
            self = .day(day)
        } else if let moment = Moment(local: text) {
            self = .instant(moment)
        } else {
            return nil
        }
    }

    package var day: Day {
        switch self {
        case .day(let day): day
        case .instant(let moment): moment.day
        }
    }

    /// The instant itself, or 00:00 of the day.
    package var moment: Moment {
        switch self {
        case .day(let day): Moment(day)
        case .instant(let moment): moment
        }
    }

    package var description: String {
        switch self {
        case .day(let day): day.description
        case .instant(let moment): moment.local
        }
    }
}

/// What one event says, before the log gives it a place: the part that the kernel and the features decide.
///
/// `open` and `sealed` are maps. Personal values and free text stand only in `sealed`; `open` names their ids
/// (design: 个人信息). In memory both are merged by `data`.
package struct EventBody: Hashable, Sendable {
    /// A kind of the closed list of its feature, such as `clock-started`.
    package var kind: String
    /// Number of the shape of this kind, from 1.
    package var schema: Int
    package var effective: Effective
    package var actor: Actor
    package var actingFor: Actor?
    /// `online`, `window`, `mobile`, `kiosk`, `api` or nil for deeds of the platform.
    package var channel: String?
    /// Why, where the law or a person must say so; ids and citations only, never free text.
    package var ground: String?
    package var open: [String: JSON]
    package var sealed: [String: JSON]

    package init(
        kind: String, schema: Int, effective: Effective, actor: Actor, actingFor: Actor?, channel: String?,
        ground: String?, open: [String: JSON], sealed: [String: JSON]
    ) {
        self.kind = kind
        self.schema = schema
        self.effective = effective
        self.actor = actor
        self.actingFor = actingFor
        self.channel = channel
        self.ground = ground
        self.open = open
        self.sealed = sealed
    }

    /// Both parts as one map; maps are merged key by key, otherwise the sealed part stands over the open one.
    package var data: [String: JSON] { sealed.isEmpty ? open : merged(open, sealed) }
}

/// An event as a fold sees it: its place in its stream, its instant of recording, and its opened content.
///
/// It is handed on far more often than it is made, so its content lies in one place and a copy counts one reference.
package struct PastEvent: Hashable, Sendable {
    private let content: Content

    package var stream: String { content.stream }
    /// From 1, without gaps.
    package var version: Int { content.version }
    /// Instant of recording; never earlier than the one before it in the stream.
    package var at: Moment { content.at }
    package var body: EventBody { content.body }
    /// The stream's key was destroyed: sealed values are no longer there, and count as not established.
    package var isErased: Bool { content.isErased }

    /// An event with its place; `version` from 1.
    package init(stream: String, version: Int, at: Moment, body: EventBody, isErased: Bool) {
        content = Content(stream: stream, version: version, at: at, body: body, isErased: isErased)
    }

    /// As who may not see personal values reads it.
    package func openPart(isErased: Bool) -> PastEvent {
        if body.sealed.isEmpty, isErased == self.isErased { return self }
        var body = body
        body.sealed = [:]
        return PastEvent(stream: stream, version: version, at: at, body: body, isErased: isErased)
    }

    package static func == (left: PastEvent, right: PastEvent) -> Bool {
        left.content === right.content
            || (left.stream == right.stream && left.version == right.version && left.at == right.at
                && left.body == right.body && left.isErased == right.isErased)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(stream)
        hasher.combine(version)
    }

    /// A class, so that all copies of an event share it; nothing in it changes.
    private final class Content: Sendable {
        let stream: String
        let version: Int
        let at: Moment
        let body: EventBody
        let isErased: Bool

        init(stream: String, version: Int, at: Moment, body: EventBody, isErased: Bool) {
            self.stream = stream
            self.version = version
            self.at = at
            self.body = body
            self.isErased = isErased
        }
    }
}

private func merged(_ open: [String: JSON], _ sealed: [String: JSON]) -> [String: JSON] {
    open.merging(sealed) { left, right in
        guard case .map(let leftMap) = left, case .map(let rightMap) = right else { return right }
        return .map(merged(leftMap, rightMap))
    }
}
