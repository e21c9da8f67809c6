/// Something the sender can put right: where it is, what is wrong, and what to do.
package struct Problem: Hashable, Sendable {
    /// A form field's id, or `file:line` for a definition.
    package let place: String
    package let message: Wording
    package let remedy: Wording

    package init(place: String, message: Wording, remedy: Wording) {
        self.place = place
        self.message = message
        self.remedy = remedy
    }
}
