/// At which level a service is decided (行使层级): of the city, of a district, of a township.
package enum DecidingLevel {
    /// How many regions lie from the city down to one of that level, both counted; an unknown word counts as the city.
    package static func depth(of level: String) -> Int {
        ["city": 1, "district": 2, "township": 3][level] ?? 1
    }
}
