import Storage

extension RecentEvents {
    /// The next events of the log without their sealed parts, as `LogStore.openFeed` gives them; those that are kept
    /// here come opened.
    func feed(from position: Int, limit: Int, in connection: any Connection) throws -> [FeedEntry] {
        let places = try LogStore.places(from: position, limit: limit, in: connection)
        let found = find(places)
        var feed: [FeedEntry] = []
        feed.reserveCapacity(places.count)
        var stored: ArraySlice<FeedEntry> = []
        for (index, (place, entry)) in zip(places, found).enumerated() {
            if let entry {
                feed.append(FeedEntry(place, entry))
                continue
            }
            if stored.isEmpty {
                // Up to the last one that is not here: mostly all of them, or none.
                let last = found.lastIndex { $0 == nil } ?? index
                stored = try LogStore.openFeed(from: place.position, limit: last - index + 1, in: connection)[...]
            }
            stored = stored.drop { $0.position < place.position }
            guard let next = stored.popFirst() else { break }
            feed.append(next)
        }
        return feed
    }
}
