import Definitions
import Storage
import Values

/// The notice centre: messages from placed events, the inbox, and the ways by which a person is told outside the
/// portal (消息中心).
package struct Notices: Feature {
    package let name = "Notices"
    package let migrations = [NoticeStore.migration]
    package let desk: NoticeDesk
    package let consents: ConsentDesk
    package let outbox: StandInOutboxDesk

    /// What `EventLog` must know before the desk is made.
    package static let kinds = NoticeEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Notices.kinds }
    package var projections: [any Projection] { [ConsentProjection()] }
    package var followers: [any Follower] { [desk.followers.notices, desk.followers.posting] }

    /// What the notice centre stands on.
    package struct Ground: Sendable {
        package let database: Database
        package let events: EventDesk
        package let reader: EventReader
        package let accounts: AccountDesk
        package let catalogue: CatalogueDesk
        package let territory: TerritoryDesk

        package init(
            database: Database, events: EventDesk, reader: EventReader, accounts: AccountDesk,
            catalogue: CatalogueDesk, territory: TerritoryDesk
        ) {
            self.database = database
            self.events = events
            self.reader = reader
            self.accounts = accounts
            self.catalogue = catalogue
            self.territory = territory
        }
    }

    /// - Parameter channels: the providers; nil: the stand-ins.
    package init(_ ground: Ground, channels: [NoticeChannel]?) {
        let database = ground.database
        let events = ground.events
        let catalogue = ground.catalogue
        outbox = StandInOutboxDesk(database: database, events: events)
        consents = ConsentDesk(database: database, events: events, accounts: ground.accounts)
        let texts = NoticeTextDesk(database: database, events: events, catalogue: catalogue)
        desk = NoticeDesk(
            database: database, texts: texts,
            parcels: ParcelDesk(
                database: database, accounts: ground.accounts, channels: channels ?? outbox.channels, texts: texts),
            reminders: ReminderDesk(
                database: database, events: events, catalogue: catalogue, territory: ground.territory),
            followers: (
                NoticeFollower(database: database, definition: { try await catalogue.definition($0) }),
                NoticePostingFollower(database: database)
            ),
            leading: FollowerDesk(database: database, reader: ground.reader, recent: events.recent))
    }

    package func addRoutes(to table: inout RouteTable) {
        NoticeRoutes(desk: desk, consents: consents, outbox: outbox).add(to: &table)
    }
}
