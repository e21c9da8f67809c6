import Storage
import Values

/// The ways to which a person agrees, a function of the stream of his consents.
package struct ConsentProjection: Projection {
    package let name = "notice-consents"
    package let version = 1
    package let tables = [ConsentStore.table]

    package init() {}

    package struct Rows: Sendable {
        let person: String?
        /// When each consent in force was given.
        let since: [NoticeWay: Moment]
    }

    /// None for streams of other features.
    package func rows(of stream: [PastEvent]) throws(Failure) -> Rows {
        var person: String?
        var since: [NoticeWay: Moment] = [:]
        for event in stream {
            let open = event.body.open
            guard let kind = NoticeEventKind(rawValue: event.body.kind),
                let way = open["way"]?.text.flatMap({ NoticeWay(rawValue: $0) })
            else { continue }
            person = open["person"]?.text
            since[way] = kind == .consentGiven ? event.at : nil
        }
        return Rows(person: person, since: since)
    }

    package func store(_ rows: Rows, in connection: any Connection) throws {
        try ConsentStore.replace(rows, in: connection)
    }
}
