import Casework
import Features
import Testing
import Values

@Suite struct SessionActingTests {
    private let person = SamplePeople.citizens[0]

    private func session(post: Post?, actingFor: Session.ActingFor?) -> Session {
        Session(
            id: "s",
            person: Person(id: person.id, nameMask: "李*", idNumberMask: "*", phoneMask: nil, isSample: true),
            post: post, posts: post.map { [$0] } ?? [], actingFor: actingFor, formToken: "t")
    }

    @Test func `an officer acts from his post and keeps his person for four eyes`() {
        let post = Post(
            id: AccountSample.entropy(1).identifier("p", 0, at: AccountSample.now), person: person.id,
            unit: "yuzhong-market-food", region: "yuzhong", role: .legalReviewer, from: Day(2026, 1, 1), until: nil)
        let acting = session(post: post, actingFor: nil)
            .acting(on: nil, units: ["yuzhong-market-food", "yuzhong-market"], regionAncestors: ["chongqing"])
        #expect(acting.actor == .post(post.id.text))
        #expect(acting.person == person.id.text)
        #expect(acting.roles == ["legal_reviewer"])
        #expect(acting.region == "yuzhong")
        #expect(acting.isOfficer && !acting.isParty)
    }

    @Test func `an agent acts for the giver in the delegated services only`() {
        let giver = Subject.enterprise(SamplePeople.enterprise.id)
        for (services, expected) in [(["company-seal"], ["company-seal"]), (nil, ["*"])] {
            let delegation = Delegation(
                id: AccountSample.officeID, subject: giver, agent: person.id, services: services,
                from: Day(2026, 1, 1), until: Day(2026, 12, 31), revokedOn: nil)
            let acting = session(
                post: nil, actingFor: Session.ActingFor(subject: giver, name: "x", delegation: delegation)
            ).acting(on: nil, units: [], regionAncestors: [])
            #expect(acting.actor == .person(person.id.text))
            #expect(acting.actingFor == giver.actor)
            #expect(acting.delegations == expected)
            #expect(!acting.isOfficer)
        }
    }

    @Test func `a person for himself is his own principal`() {
        let acting = session(post: nil, actingFor: nil).acting(on: nil, units: [], regionAncestors: [])
        #expect(acting.principal == .person(person.id.text))
        #expect(acting.actingFor == nil && acting.delegations.isEmpty)
    }
}
