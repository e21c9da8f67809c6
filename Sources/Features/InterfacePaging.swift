import Proofs
import Values

/// Which part of a listing a system asks for, and the cursor of the next one (分页、游标).
///
/// A cursor is opaque: where the page ended, under a check value that binds it to the listing and its filters. It
/// carries no right: whoever makes one up sees what he may see anyway, so no secret is in it.
struct InterfacePaging: Sendable {
    static let usual = 50
    static let most = 100
    private static let checkLength = 8

    let limit: Int
    /// Where the page before ended, as this listing wrote it; nil for the first page.
    let position: String?
    /// The listing with its filters.
    private let listing: String

    /// - Parameter cursor: as it was sent.
    ///
    /// Throws `Failure.unreadable` for a cursor that this listing, with these filters, did not give.
    init(limit: Int, cursor: String?, listing: String) throws(Failure) {
        self.limit = limit
        self.listing = listing
        guard let cursor else {
            position = nil
            return
        }
        guard let bytes = Hexadecimal.bytes(cursor), bytes.count > InterfacePaging.checkLength else {
            throw InterfacePaging.wrongCursor
        }
        let payload = Array(bytes.dropFirst(InterfacePaging.checkLength))
        let check = InterfacePaging.check(payload, in: listing)
        guard check == Array(bytes.prefix(InterfacePaging.checkLength)),
            let text = String(validating: payload, as: UTF8.self)
        else {
            throw InterfacePaging.wrongCursor
        }
        position = text
    }

    /// The cursor of the page that begins behind this position.
    func cursor(behind position: String) -> String {
        let payload = Array(position.utf8)
        return Hexadecimal.text(InterfacePaging.check(payload, in: listing) + payload)
    }

    static let wrongCursor = Failure.unreadable([
        Problem(
            place: "cursor", message: Wording(zh: "cursor 不是这个列表给出的", en: "`cursor` was not given by this listing"),
            remedy: Wording(zh: "用上一页的 next，筛选条件不变；或从第一页开始", en: "use `next` with the same filters, or begin anew"))
    ])

    private static func check(_ payload: [UInt8], in listing: String) -> [UInt8] {
        Array(SM3.hash(Array(listing.utf8) + [0] + payload).prefix(checkLength))
    }
}

/// One page of a listing that reads rows in order and leaves out those that a filter does not take.
///
/// At most `mostRead` rows are read for one page, however few fit: so a page may hold fewer entries than asked for,
/// and only a missing `next` is the end.
struct InterfacePage<Row: Sendable>: Sendable {
    private(set) var rows: [Row] = []
    /// Behind which row the next page begins; nil at the end.
    private(set) var last: Row?

    static var mostRead: Int { 2000 }
    private static var readAtOnce: Int { 200 }

    /// - Parameters:
    ///   - next: rows behind a row, or the first ones, at most so many.
    ///   - fits: whether the filters take a row.
    init(
        limit: Int, fits: (Row) -> Bool, next: (_ behind: Row?, _ limit: Int) async throws -> [Row]
    ) async throws {
        var behind: Row?
        var read = 0
        while read < InterfacePage.mostRead {
            let size = max(limit + 1, behind == nil ? 0 : InterfacePage.readAtOnce)
            let found = try await next(behind, size)
            for row in found {
                if rows.count == limit {
                    last = behind
                    return
                }
                behind = row
                if fits(row) { rows.append(row) }
            }
            guard found.count == size else { return }
            read += size
        }
        last = behind
    }
}
