import Casework
import Definitions
import Proofs
import Values

/// The bodies of commands, read.
enum CaseBody {
    /// For whom a case is filed.
    enum ApplicantName: Hashable {
        case subject(Subject)
        /// Unified social credit code.
        case code(String)
        /// Citizen identity number, 18 characters, checked.
        case idNumber(CitizenIdentityNumber)
    }

    /// `POST /cases`.
    struct Filing {
        let service: String
        let region: String
        let applicant: ApplicantName
        let agent: Person.ID?
        let delegation: Delegation.ID?
        let content: Draft.Content

        init(_ json: JSON) throws(Failure) {
            var body = InterfaceReading(json)
            service = body.neededText("service")
            region = body.neededText("region")
            let name = CaseBody.applicant(body.value("applicant"), &body)
            agent = body.identifier("agent")
            delegation = body.identifier("delegation")
            if agent == nil, delegation != nil {
                body.add("agent", zh: "写了 delegation 就要写 agent", en: "`delegation` needs `agent`")
            }
            content = CaseBody.content(&body)
            try body.check()
            guard let name else { throw .defect("an applicant without a problem and without a name") }
            applicant = name
        }
    }

    /// `PUT /drafts/{draft}`: everything that is to stand in it.
    static func content(_ json: JSON) throws(Failure) -> Draft.Content {
        var body = InterfaceReading(json)
        let content = content(&body)
        try body.check()
        return content
    }

    private static func content(_ body: inout InterfaceReading) -> Draft.Content {
        var content = Draft.Content(
            answers: body.object("answers").filter { !$0.value.isNull }, promised: body.texts("promised"),
            deferred: body.texts("deferred"), track: body.text("track") ?? "ordinary", present: [:])
        for (need, hash) in body.object("signed") {
            guard let text = hash.text, Hexadecimal.bytes(text)?.count == 32 else {
                body.add(
                    "signed.\(need)", zh: "应为承诺书文本的 SM3（64 位十六进制）",
                    en: "Expected is the SM3 of the text, 64 hexadecimal digits")
                continue
            }
            content.signed[need] = text
        }
        return content
    }

    /// Exactly one of `person`, `enterprise`, `code` and `id_number`.
    private static func applicant(_ json: JSON?, _ body: inout InterfaceReading) -> ApplicantName? {
        guard let json else { return body.missing("applicant") }
        var part = InterfaceReading(json, prefix: "applicant.")
        var names: [ApplicantName] = []
        if let id: Person.ID = part.identifier("person") { names.append(.subject(.person(id))) }
        if let id: Enterprise.ID = part.identifier("enterprise") { names.append(.subject(.enterprise(id))) }
        if let code = part.text("code") { names.append(.code(code)) }
        if let text = part.text("id_number") {
            if let number = CitizenIdentityNumber(text) {
                names.append(.idNumber(number))
            } else {
                part.add("id_number", zh: "身份证号不对", en: "This is no identity number")
            }
        }
        if names.count != 1, part.problems.isEmpty {
            body.add(
                "applicant", zh: "person、enterprise、code、id_number 恰好给出一个",
                en: "Give exactly one of person, enterprise, code and id_number")
        }
        do {
            try part.check()
        } catch {
            if case .problems(let problems) = error { body.add(problems) }
        }
        return names.first
    }

    /// From where a command comes: an officer's post, or an applicant whose matter it is.
    enum From: Hashable {
        case post(Post.ID)
        case applicant(Subject)
    }

    /// What a deed of a case says, whether an action or a result of a task.
    struct Deed {
        let from: From
        let said: [String: JSON]
        let brings: [EvidenceAnswer]
        let seen: [Shown: Int]
        /// Instance of a task; nil: the first open one.
        let number: Int?

        /// - Parameter isTask: a result of a task, done from a post only.
        init(_ json: JSON, isTask: Bool) throws(Failure) {
            var body = InterfaceReading(json)
            said = body.object("said")
            brings = CaseBody.brings(&body)
            seen = CaseBody.seen(body.object("seen"), &body)
            number = isTask ? body.number("number") : nil
            let post: Post.ID? = body.identifier("post")
            var applicant: Subject?
            if !isTask, let text = body.text("applicant") {
                applicant = Subject(text)
                if applicant == nil {
                    body.add(
                        "applicant", zh: "应为 person:编号 或 enterprise:编号", en: "Expected is person:ID or enterprise:ID")
                }
            }
            if body.problems.isEmpty, (post == nil) == (applicant == nil) {
                let zh = isTask ? "缺少 post" : "post 和 applicant 恰好给出一个"
                body.add(
                    "post", zh: zh, en: isTask ? "`post` is missing" : "Give exactly one of `post` and `applicant`")
            }
            try body.check()
            if let post {
                from = .post(post)
            } else if let applicant {
                from = .applicant(applicant)
            } else {
                throw .defect("a deed without a problem that comes from nowhere")
            }
        }
    }

    /// `POST /cases/{case}/documents/{document}/services`.
    struct Delivery {
        let post: Post.ID
        let way: String
        let on: Day
        let receiver: String

        init(_ json: JSON) throws(Failure) {
            var body = InterfaceReading(json)
            let post: Post.ID? = body.identifier("post")
            if post == nil, body.problems.isEmpty { body.add("post", zh: "缺少 post", en: "`post` is missing") }
            way = body.neededText("way")
            let day = body.neededText("on")
            let on = Day(day)
            if on == nil, !day.isEmpty {
                body.add("on", zh: "应为 2026-03-02 这样的日期", en: "Expected is a day as 2026-03-02")
            }
            receiver = body.neededText("receiver")
            try body.check()
            guard let post, let on else { throw .defect("a service without a problem lacks its post or day") }
            self.post = post
            self.on = on
        }
    }

    /// `brings: [{need, source, reference?, files?}]`: a promise, a certificate by its id, or files by their ids.
    private static func brings(_ body: inout InterfaceReading) -> [EvidenceAnswer] {
        var answers: [EvidenceAnswer] = []
        for (index, json) in body.list("brings").enumerated() {
            var part = InterfaceReading(json, prefix: "brings.\(index).")
            let need = part.neededText("need")
            let source = part.neededText("source")
            let reference = part.text("reference")
            switch source {
            case "promise":
                answers.append(
                    EvidenceAnswer(
                        need: need, source: .promise, grade: "D", reference: reference, files: [], expires: nil))
            case "certificate":
                if reference == nil { part.add("reference", zh: "缺少证照编号", en: "The id of the certificate is missing") }
                answers.append(
                    EvidenceAnswer(
                        need: need, source: .certificate, grade: "A", reference: reference, files: [], expires: nil))
            case "upload":
                let files = part.texts("files")
                if files.isEmpty { part.add("files", zh: "缺少文件编号", en: "The ids of the files are missing") }
                answers.append(
                    EvidenceAnswer(need: need, source: .upload, grade: "C", reference: nil, files: files, expires: nil))
            case "": break
            default:
                part.add(
                    "source", zh: "应为 promise、certificate 或 upload",
                    en: "Expected is `promise`, `certificate` or `upload`")
            }
            do {
                try part.check()
            } catch {
                if case .problems(let problems) = error { body.add(problems) }
            }
        }
        return answers
    }

    /// `seen: {stage: 5, "task.review.1": 7, "answer.area": 3}`: revisions of what was shown when somebody decided.
    private static func seen(_ map: [String: JSON], _ body: inout InterfaceReading) -> [Shown: Int] {
        var seen: [Shown: Int] = [:]
        for (name, value) in map.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let shown: Shown?
            switch parts.first {
            case "stage" where parts.count == 1: shown = .stage
            case "task" where parts.count == 3: shown = Int(parts[2]).map { .task(parts[1], number: $0) }
            case "answer" where parts.count > 1: shown = .answer(parts.dropFirst().joined(separator: "."))
            default: shown = nil
            }
            guard let shown, let revision = value.number else {
                body.add(
                    "seen.\(name)", zh: "应为 stage、task.任务.序号 或 answer.字段，值为版本号",
                    en: "Expected are stage, task.ID.NUMBER or answer.FIELD with a revision")
                continue
            }
            seen[shown] = revision
        }
        return seen
    }
}
