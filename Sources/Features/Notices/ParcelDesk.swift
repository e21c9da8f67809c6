import Definitions
import Proofs
import Storage
import Values

/// Sends what waits: at least once, each with the key by which a provider knows it again, so nothing arrives twice.
package struct ParcelDesk: Sendable {
    let database: Database
    let accounts: AccountDesk
    let channels: [NoticeChannel]
    let texts: NoticeTextDesk

    /// While somebody sends a parcel nobody else tries it; a node that died meanwhile has it tried again after that.
    private static let leaseInMinutes = 2

    package init(database: Database, accounts: AccountDesk, channels: [NoticeChannel], texts: NoticeTextDesk) {
        self.database = database
        self.accounts = accounts
        self.channels = channels
        self.texts = texts
    }

    /// Sends what may be tried by now; gives how many parcels it tried.
    package func send(at moment: Moment, limit: Int) async throws -> Int {
        let waiting = try await database.read { try ParcelStore.waiting(by: moment, limit: limit, in: $0) }
        var tried = 0
        for parcel in waiting {
            let end = moment.adding(milliseconds: Int64(ParcelDesk.leaseInMinutes) * 60_000)
            guard try await database.write({ try ParcelStore.take(parcel, until: end, in: $0) }) else { continue }
            tried += 1
            var taken = parcel
            taken.tries += 1
            let ended = try await outcome(of: taken, at: moment)
            try await database.write { try ParcelStore.end(ended, in: $0) }
        }
        return tried
    }

    private func outcome(of parcel: Parcel, at moment: Moment) async throws -> Parcel {
        var parcel = parcel
        guard let channel = channels.first(where: { $0.way == parcel.way }),
            let letter = try await letter(of: parcel, at: moment)
        else {
            parcel.state = .dropped
            return parcel
        }
        do {
            try await channel.send(letter, channel.mapping.body(of: letter))
            parcel.state = .sent
        } catch {
            // Whether it was taken is not certain; the same letter is sent again under the same key.
            let pauses = Parcel.pausesInMinutes
            if pauses.indices.contains(parcel.tries - 1) {
                parcel.nextTry = moment.adding(milliseconds: Int64(pauses[parcel.tries - 1]) * 60_000)
            } else {
                parcel.state = .failed
            }
        }
        return parcel
    }

    /// nil when the person no longer agrees or cannot be reached, or the message is gone.
    private func letter(of parcel: Parcel, at moment: Moment) async throws -> Letter? {
        let (notice, agrees) = try await database.read { connection in
            (
                try NoticeStore.notice(parcel.place, to: parcel.recipient, in: connection),
                try ConsentStore.ways(of: parcel.person, in: connection).contains(parcel.way)
            )
        }
        guard agrees, let notice, let address = try await accounts.contact(of: parcel.person).address(for: parcel.way)
        else { return nil }
        let title = try await texts.title(of: notice)
        return Letter(
            key: parcel.key, person: parcel.person, address: address, subject: title[.chinese],
            text: NoticeWords.brief(title)[.chinese], at: moment)
    }
}
