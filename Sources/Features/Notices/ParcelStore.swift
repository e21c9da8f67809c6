import Storage
import Values

/// All SQL about what waits to be sent, and about the outbox of the stand-ins.
package enum ParcelStore {
    /// No part of the log: whether a provider took a message follows from nothing that is recorded.
    static let tables = """
        CREATE TABLE notice_parcel (
            parcel_key TEXT NOT NULL PRIMARY KEY,
            recipient TEXT NOT NULL,
            position BIGINT NOT NULL,
            number BIGINT NOT NULL,
            person TEXT NOT NULL,
            way TEXT NOT NULL,
            state TEXT NOT NULL,
            tries BIGINT NOT NULL,
            next_try BIGINT NOT NULL
        );
        CREATE INDEX notice_parcel_waiting ON notice_parcel(next_try, parcel_key) WHERE state = 'waiting';
        CREATE TABLE stand_in_letter (
            letter_key TEXT NOT NULL PRIMARY KEY,
            way TEXT NOT NULL,
            person TEXT NOT NULL,
            at BIGINT NOT NULL,
            sealed {blob} NOT NULL
        );
        CREATE INDEX stand_in_letter_by_time ON stand_in_letter(at, letter_key);
        """

    /// Once for each message, person and way.
    static func queue(_ parcel: Parcel, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO notice_parcel(parcel_key, recipient, position, number, person, way, state, tries, next_try)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(parcel_key) DO NOTHING
            """,
            [
                .text(parcel.key), .text(parcel.recipient.description), SQLValue(parcel.place.position),
                SQLValue(parcel.place.number), .text(parcel.person.text), .text(parcel.way.rawValue),
                .text(parcel.state.rawValue), SQLValue(parcel.tries), .int(parcel.nextTry.milliseconds),
            ])
    }

    /// What may be tried by now, the longest waiting first.
    static func waiting(by moment: Moment, limit: Int, in connection: any Connection) throws -> [Parcel] {
        try connection.query(
            """
            \(select) WHERE state = 'waiting' AND next_try <= $1 ORDER BY next_try, parcel_key LIMIT $2
            """, [.int(moment.milliseconds), SQLValue(limit)]
        ).compactMap(parcel)
    }

    /// Takes one for sending: nobody else tries it before `until`. False when somebody was quicker.
    static func take(_ parcel: Parcel, until end: Moment, in connection: any Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE notice_parcel SET tries = tries + 1, next_try = $3
            WHERE parcel_key = $1 AND state = 'waiting' AND next_try = $2
            """,
            [.text(parcel.key), .int(parcel.nextTry.milliseconds), .int(end.milliseconds)]) == 1
    }

    /// How the try ended.
    static func end(_ parcel: Parcel, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE notice_parcel SET state = $2, next_try = $3 WHERE parcel_key = $1 AND state = 'waiting'",
            [.text(parcel.key), .text(parcel.state.rawValue), .int(parcel.nextTry.milliseconds)])
    }

    /// One parcel by its key.
    package static func parcel(_ key: String, in connection: any Connection) throws -> Parcel? {
        try connection.first("\(select) WHERE parcel_key = $1", [.text(key)]).flatMap(parcel)
    }

    private static let select =
        "SELECT recipient, position, number, person, way, state, tries, next_try FROM notice_parcel"

    private static func parcel(_ row: Row) throws -> Parcel? {
        guard let recipient = Subject(try row.text(0)), let person = Person.ID(try row.text(3)),
            let way = NoticeWay(rawValue: try row.text(4)), let state = Parcel.State(rawValue: try row.text(5))
        else { return nil }
        return Parcel(
            recipient: recipient, place: .init(position: try row.int(1), number: try row.int(2)), person: person,
            way: way, state: state, tries: try row.int(6), nextTry: Moment(milliseconds: Int64(try row.int(7))))
    }

    // MARK: The outbox of the stand-ins

    /// A letter as a stand-in took it: what was sent is sealed under the person's key.
    struct Kept: Sendable {
        let key: String
        let way: NoticeWay
        let person: Person.ID
        let at: Moment
        let sealed: [UInt8]
    }

    /// A letter with a key that was there before is the same letter: nothing is kept twice.
    static func keep(_ letter: Kept, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO stand_in_letter(letter_key, way, person, at, sealed) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT(letter_key) DO NOTHING
            """,
            [
                .text(letter.key), .text(letter.way.rawValue), .text(letter.person.text),
                .int(letter.at.milliseconds), .blob(letter.sealed),
            ])
    }

    /// Behind which letter a page of the outbox begins.
    package struct Cursor: Hashable, Sendable {
        package let at: Moment
        package let key: String

        package init(at: Moment, key: String) {
            self.at = at
            self.key = key
        }

        /// Reads `MILLISECONDS.KEY`; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), parts[1].utf8.count <= 100 else { return nil }
            self.init(at: Moment(milliseconds: milliseconds), key: parts[1])
        }

        package var text: String { "\(at.milliseconds).\(key)" }
    }

    /// Letters of the outbox, the newest first.
    static func letters(before: Cursor?, limit: Int, in connection: any Connection) throws -> [Kept] {
        let before = before ?? Cursor(at: Moment(milliseconds: Int64.max), key: "")
        return try connection.query(
            """
            SELECT letter_key, way, person, at, sealed FROM stand_in_letter WHERE (at, letter_key) < ($1, $2)
            ORDER BY at DESC, letter_key DESC LIMIT $3
            """, [.int(before.at.milliseconds), .text(before.key), SQLValue(limit)]
        ).compactMap { row in
            guard let way = NoticeWay(rawValue: try row.text(1)), let person = Person.ID(try row.text(2)) else {
                return nil
            }
            return Kept(
                key: try row.text(0), way: way, person: person, at: Moment(milliseconds: Int64(try row.int(3))),
                sealed: try row.blob(4))
        }
    }
}
