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
package struct PastEvent: Hashable, Sendable {
    package let stream: String
    /// From 1, without gaps.
    package let version: Int
    /// Instant of recording; never earlier than the one before it in the stream.
    package let at: Moment
    package let body: EventBody
    /// The stream's key was destroyed: sealed values are no longer there, and count as not established.
    package let isErased: Bool

    package init(stream: String, version: Int, at: Moment, body: EventBody, isErased: Bool) {
        self.stream = stream
        self.version = version
        self.at = at
        self.body = body
        self.isErased = isErased
    }

    /// As who may not see personal values reads it.
    package func openPart(isErased: Bool) -> PastEvent {
        var body = body
        body.sealed = [:]
        return PastEvent(stream: stream, version: version, at: at, body: body, isErased: isErased)
    }
}

private func merged(_ open: [String: JSON], _ sealed: [String: JSON]) -> [String: JSON] {
    open.merging(sealed) { left, right in
        guard case .map(let leftMap) = left, case .map(let rightMap) = right else { return right }
        return .map(merged(leftMap, rightMap))
    }
}
