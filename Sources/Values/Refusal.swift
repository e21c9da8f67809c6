/// The law says no to the applicant: recorded, explained, open to appeal, never thrown (不予受理、不予许可).
package struct Refusal: Hashable, Sendable {
    package let reason: String
    package let citations: [Citation]

    package init(reason: String, citations: [Citation]) {
        self.reason = reason
        self.citations = citations
    }
}
