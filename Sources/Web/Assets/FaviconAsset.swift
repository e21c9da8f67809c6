/// The mark of the platform: a gate with a tick.
///
/// A literal and not a resource, because a bundle's path is compiled into the binary. Exempt from the length rule.
extension Asset {
    static let favicon = Asset(
        name: "favicon.svg", mediaType: "image/svg+xml",
        text: ##"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="#17549c"/><path d="M10 32V17.5C10 11.7 14.5 7.5 20 7.5s10 4.2 10 10V32" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/><path d="m14.5 23.2 4.3 4.3 9-10.5" fill="none" stroke="#ffd24d" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>
            """##)
}
