import Definitions
import Testing
import Values

@testable import Features

@Suite struct RegisterSamplesTests {
    private static func registers() throws -> [StandInRegister] {
        try RegisterSamples.read(PlatformSample.texts(below: "Samples"))
    }

    private static let head = """
        register: 法人基础库
        name: {zh: 法人基础库（替身）, en: "Legal entities (stand-in)"}
        silent: false

        """

    @Test func `every register that the services of the demo name has a stand-in`() throws {
        let names = Set(try Self.registers().map(\.name))
        let library = Library(texts: try PlatformSample.texts(below: "Services"))
        let services = [
            "food-business-licence", "plant-quarantine-transfer", "mortgage-release", "prepacked-food-filing",
            "company-registration", "business-premises-filing", "law-firm-name", "real-estate-registration",
            "mortgage-registration", "real-estate-inheritance", "inspection-body-qualification",
        ]
        let concepts = library.files["Services/concepts.yaml"]?.content["concepts"]?.map ?? [:]
        var needed: Set<String> = []
        for service in services {
            let content = try #require(library.files["Services/\(service)/service.yaml"]?.content)
            for field in (content["form"]?.list ?? []).flatMap({ Array($0["fields"]?.map ?? [:]) }) {
                if let name = field.value["register"]?.text ?? concepts[field.key]?["register"]?.text {
                    needed.insert(name)
                }
            }
            needed.formUnion((content["evidence"]?.map ?? [:]).values.compactMap { $0["register"]?.text })
        }
        #expect(needed.count > 5)
        #expect(needed.subtracting(names) == [])
    }

    @Test func `samples name only facts that somebody may ask for, of people and firms with right numbers`() throws {
        let library = Library(texts: try PlatformSample.texts(below: "Services"))
        var known = Set((library.files["Services/concepts.yaml"]?.content["concepts"]?.map ?? [:]).keys)
        for service in library.serviceIds {
            let content = library.files["Services/\(service)/service.yaml"]?.content
            for part in (content?["form"]?.list ?? []) { known.formUnion((part["fields"]?.map ?? [:]).keys) }
            known.formUnion((content?["questions"]?.map ?? [:]).keys)
        }
        for register in try Self.registers() {
            for entry in register.entries {
                #expect(Set(entry.about.keys).union(entry.facts.keys).subtracting(known) == [], "\(register.name)")
                if let code = entry.about["enterprise.uscc"] {
                    #expect(UnifiedSocialCreditCode(code) != nil, "\(code)")
                }
                if let number = entry.about["person.id_number"] {
                    let people = SamplePeople.citizens + SamplePeople.newcomers
                    let person = people.first { $0.idNumber == number }
                    #expect(person != nil, "\(number) is no sample person")
                    if let name = entry.facts["person.name"] { #expect(name.text == person?.name) }
                }
            }
        }
    }

    @Test func `the demo finds good and bad credit, an epidemic, and every state of a mortgage`() throws {
        let registers = try Self.registers()
        func ask(_ name: String, _ about: [String: String], _ fact: String) -> JSON? {
            let question = Register.Question(about: about, facts: [fact], needs: [])
            return registers.first { $0.name == name }?.answer(question)?.facts[fact]
        }
        let own = ["enterprise.uscc": SamplePeople.enterprise.code]
        #expect(ask("公共信用信息库", own, "enterprise.credit_class") == "A")
        #expect(ask("公共信用信息库", ["enterprise.uscc": "91500103MA9T00165Y"], "enterprise.credit_class") == "D")
        #expect(ask("法人基础库", own, "enterprise.name")?.text == SamplePeople.enterprise.name)
        #expect(ask("法人基础库", own, "enterprise.legal_person") == "王芳")
        #expect(ask("疫情库", ["plant_kind": "桂花苗木"], "from_epidemic_area") == false)
        #expect(ask("疫情库", ["plant_kind": "马尾松原木"], "from_epidemic_area") == true)
        #expect(ask("疫情库", ["plant_kind": "别的"], "from_epidemic_area") == nil)
        let states = SamplePeople.citizens.map { person in
            let about = ["person.id_number": person.idNumber]
            return [
                ask("不动产登记库", about, "mortgage_recorded"), ask("不动产登记库", about, "mortgage_seized"),
            ]
        }
        #expect(states == [[true, false], [false, false], [true, true], [true, false]])
    }

    @Test func `every name says that it is a stand-in, and so does the register itself`() throws {
        for register in try Self.registers() {
            #expect(register.register.isStandIn)
            #expect(register.register.shownName.zh.contains("替身"))
        }
    }

    @Test(arguments: [
        ("no name", "register: x\nsilent: false\nentries: []\n", ":1"),
        ("not called a stand-in", "register: x\nname: {zh: x, en: x}\nsilent: false\nentries: []\n", ":2"),
        ("a key nobody reads", head + "entries: []\nmore: 1\n", ":5"),
        ("nobody meant", head + "entries:\n  - facts: {a: 1}\n", ":5"),
        ("a map as a fact", head + "entries:\n  - about: {a: b}\n    facts: {a: {b: c}}\n", ":6"),
        ("silent is no truth", head.replacing("false", with: "maybe") + "entries: []\n", ":3"),
        ("no YAML", "register: [", ":"),
    ])
    func `a file of another shape is refused with its line`(_ what: String, _ text: String, _ line: String) throws {
        let failure = #expect(throws: Failure.self) { try RegisterSamples.read(["Samples/registers/x.yaml": text]) }
        guard case .problems(let problems)? = failure else {
            Issue.record("\(what): \(String(describing: failure))")
            return
        }
        #expect(problems.count == 1)
        #expect(problems.first?.place.contains("x.yaml\(line)") ?? false, "\(what): \(problems)")
    }

    @Test func `two files may not play one register`() throws {
        let text = Self.head + "entries: []\n"
        #expect(throws: Failure.self) { try RegisterSamples.read(["a.yaml": text, "b.yaml": text]) }
    }
}
