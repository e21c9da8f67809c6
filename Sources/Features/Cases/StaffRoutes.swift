import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The officers' paths of cases: worklist, case, signing, facts, looks.
package struct StaffRoutes: Sendable {
    let desk: StaffDesk

    package init(desk: StaffDesk) {
        self.desk = desk
    }

    package func add(to table: inout RouteTable) {
        table.page("/w/inbox", .readWorklist, inbox)
        table.page("/w/case/{case}", .readCaseAsOfficer, showCase)
        StaffDocumentRoutes(staff: self).add(to: &table)
        table.page("/w/case/{case}/files/{file}", .readCaseAsOfficer, showFile)
        table.page("/w/case/{case}/sign", .actAsOfficer, showSigning)
        table.form("/w/case/{case}/tasks/{task}/{number}/results/{result}", .actAsOfficer, upTo: .form, signResult)
        table.form("/w/case/{case}/actions/{action}", .actAsOfficer, upTo: .form, signAction)
        table.page("/w/case/{case}/facts/{fact}", .actAsOfficer, showFact)
        table.form("/w/case/{case}/facts/{fact}", .actAsOfficer, upTo: .form, establish)
        table.page("/w/case/{case}/look", .lookAtPersonalData, showLookForm)
        table.form("/cases/{case}/looks", .lookAtPersonalData, upTo: .form, look)
    }

    // MARK: Worklist

    @Sendable private func inbox(_ visit: Visit) async throws -> Response {
        let officer = try desk.officer(try visit.session())
        let query = try visit.query()
        let view = query["view"].flatMap(Worklist.View.init) ?? .all
        let cursor = query["after"].flatMap { CaseStore.TaskCursor($0) }
        let (list, names) = try await desk.worklist(view, after: cursor, of: officer, on: visit.day)
        let page = WorklistPage(
            list: list, names: names, texts: desk.texts, calendar: desk.parts.territory.current.calendar,
            today: visit.day)
        let title = StaffWords.inbox[visit.language]
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: WorklistPage.link, body: page.body(in: visit.language))
    }

    // MARK: Case

    func open(_ visit: Visit) async throws -> (officer: StaffDesk.Officer, shown: StaffCase) {
        let officer = try desk.officer(try visit.session())
        return (officer, try await desk.open(visit.parameter("case"), by: officer, at: visit.moment))
    }

    func page(
        _ visit: Visit, _ title: String, _ body: HTML, problems: [Problem], status: HTTPResponse.Status
    ) throws -> Response {
        try visit.staffPage(
            PageHeading(
                title: title, column: StaffWords.inbox[visit.language], showsProblems: !problems.isEmpty),
            current: WorklistPage.link, body: body, status: status)
    }

    @Sendable private func showCase(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await open(visit)
        let page = StaffCasePage(shown: shown, news: StaffRoutes.news(try visit.query(), of: shown))
        return try self.page(
            visit, page.title(in: visit.language), page.body(in: visit.language), problems: [], status: .ok)
    }

    /// What was just done, from the address; only names of the definition are shown.
    private static func news(_ query: FormInput, of shown: StaffCase) -> Wording? {
        if query["signed"] == "first" { return StaffWords.oneSigned }
        if let path = query["done"], let deed = shown.plan.deed(at: path) {
            return StaffWords.done(deed.name ?? Wording(zh: deed.id, en: deed.id))
        }
        if let fact = query["fact"], let field = shown.definition.fields[fact] {
            return StaffWords.established(field.ask)
        }
        return nil
    }

    @Sendable private func showFile(_ visit: Visit) async throws -> Response {
        let officer = try desk.officer(try visit.session())
        let file: Upload.ID = try visit.identifier("file")
        // A page has no key of its own: a file that is opened again on the same day is one look.
        let key = CommandKey(
            actor: Actor.post(officer.post.id.text), verb: "staff/open-file",
            clientKey: "\(file.text) \(visit.day)", request: Array(file.text.utf8))
        let acting = AccountActing(actor: key.actor, moment: visit.moment, entropy: visit.entropy, key: key)
        let (upload, bytes) = try await desk.upload(
            file, of: visit.parameter("case"), by: officer, acting)
        return Reply.file(bytes, mediaType: upload.type.mediaType, fileName: upload.name, status: .ok)
    }

    // MARK: Signing

    @Sendable private func showSigning(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await open(visit)
        let query = try visit.query()
        let found: Possibility?
        if let action = query["action"] {
            found = shown.possibility(action: action)
        } else {
            found = shown.possibility(
                task: query["task"] ?? "", number: query["number"].flatMap { Int($0) } ?? 1,
                result: query["result"] ?? "")
        }
        guard let possibility = found else { return try gone(visit, shown) }
        if case .forbidden(let sentence)? = possibility.obstacle {
            throw Failure.forbidden(StaffRoutes.sentence(sentence, possibility, shown))
        }
        return try signing(visit, shown, possibility, StaffRoutes.Again(), status: .ok)
    }

    /// The act is not open any more; the way back to the case, with what was typed if something was.
    private func gone(_ visit: Visit, _ shown: StaffCase) throws -> Response {
        let page = StaffGonePage(shown: shown, typed: visit.form)
        return try self.page(
            visit, StaffWords.cannotTitle[visit.language], page.body(in: visit.language), problems: [],
            status: .conflict)
    }

    /// Who may do it, in words instead of ids of roles, when the role is what does not fit.
    private static func sentence(_ sentence: Wording, _ possibility: Possibility, _ shown: StaffCase) -> Wording {
        guard !possibility.roles.contains(shown.role) else { return sentence }
        let roles = StaffWords.roles(possibility.roles)
        return Wording(
            zh: "“\(possibility.fullName.zh)”由\(roles.zh)办理，您现在的岗位不能办理",
            en: "“\(possibility.fullName.en)” is for: \(roles.en)")
    }

    /// What is shown again after a form was not taken.
    private struct Again {
        var typed: FormInput?
        var problems: [Problem] = []
        var refusal: StaffSignPage.Refused?
        /// What would be sent, when that was asked for.
        var preview: [Serving]?
    }

    private func signing(
        _ visit: Visit, _ shown: StaffCase, _ possibility: Possibility, _ again: Again, status: HTTPResponse.Status
    ) throws -> Response {
        let page = StaffSignPage(
            shown: shown, possibility: possibility, typed: again.typed, problems: again.problems,
            refusal: again.refusal, preview: again.preview)
        return try self.page(
            visit, StaffSignPage.title(possibility, in: visit.language),
            page.body(for: visit.reader, key: visit.formKey), problems: again.problems, status: status)
    }

    @Sendable private func signResult(_ visit: Visit) async throws -> Response {
        guard let number = Int(visit.parameter("number")) else { throw CaseDesk.missing }
        let task = visit.parameter("task")
        let result = visit.parameter("result")
        return try await sign(visit, path: "tasks.\(task).\(result)") { shown in
            shown.possibility(task: task, number: number, result: result)
        } command: { said, seen in
            .finish(Finish(task: task, number: number, result: result, said: said, brings: [], seen: seen))
        }
    }

    @Sendable private func signAction(_ visit: Visit) async throws -> Response {
        let action = visit.parameter("action")
        return try await sign(visit, path: "actions.\(action)") { shown in
            shown.possibility(action: action)
        } command: { said, seen in
            .act(Act(action: action, said: said, brings: [], seen: seen))
        }
    }

    /// Reads what was typed, signs, and shows the case; what cannot be taken comes back with everything typed kept.
    private func sign(
        _ visit: Visit, path: String, find: (StaffCase) -> Possibility?,
        command: ([String: JSON], [Shown: Int]) -> Command
    ) async throws -> Response {
        let (officer, shown) = try await open(visit)
        let acting = try visit.acting("staff/sign")
        guard let possibility = find(shown) else {
            // Sent twice: the first one did it, and the answer is the same.
            if try await desk.isDone(acting) { return StaffRoutes.seeDone(shown, path, signing: nil, signedBy: 1) }
            return try gone(visit, shown)
        }
        if case .forbidden(let sentence)? = possibility.obstacle {
            throw Failure.forbidden(StaffRoutes.sentence(sentence, possibility, shown))
        }
        let reading = StaffRoutes.said(visit, possibility, shown)
        var again = Again(typed: visit.form, problems: reading.problems)
        guard reading.problems.isEmpty else {
            return try signing(visit, shown, possibility, again, status: .unprocessableContent)
        }
        if visit.form["preview"] != nil {
            do {
                again.preview = try await desk.preview(
                    command(reading.said, [:]), on: shown.id, by: officer, at: visit.moment)
            } catch Failure.problems(let problems) {
                again.problems = problems
            } catch Failure.conflict(let code, let sentence, let citation) {
                again.refusal = StaffRoutes.refused(code, sentence, citation)
            }
            return try signing(visit, shown, possibility, again, status: .ok)
        }
        let seen = shown.revision(of: possibility.place).seen
        let revision = visit.form["revision"].flatMap { Int($0) } ?? 0
        do {
            _ = try await desk.sign(command(reading.said, [seen: revision]), on: shown.id, by: officer, acting)
            return StaffRoutes.seeDone(shown, path, signing: possibility.signing, signedBy: possibility.signedBy)
        } catch Failure.problems(let problems) {
            again.problems = problems
            return try signing(visit, shown, possibility, again, status: .unprocessableContent)
        } catch Failure.forbidden(let sentence) {
            throw Failure.forbidden(StaffRoutes.sentence(sentence, possibility, shown))
        } catch Failure.conflict(let code, let sentence, let citation) {
            again.refusal = StaffRoutes.refused(code, sentence, citation)
        } catch Failure.staleVersion {
            again.refusal = StaffRoutes.refused(.changedMeanwhile, StaffWords.changedText, nil)
        }
        let (_, now) = try await open(visit)
        return try signing(visit, now, find(now) ?? possibility, again, status: .conflict)
    }

    /// A second signer sends nothing of his own: he signs what the first one said.
    private static func said(
        _ visit: Visit, _ possibility: Possibility, _ shown: StaffCase
    ) -> GivenFields.Reading {
        if possibility.signing != nil { return GivenFields.Reading() }
        return GivenFields(possibility.deed, offers: StaffOffers.of(shown)).read(visit.form, on: visit.day)
    }

    private static func refused(
        _ code: ConflictCode, _ sentence: Wording, _ citation: Citation?
    ) -> StaffSignPage.Refused {
        if code == .changedMeanwhile {
            return StaffSignPage.Refused(
                title: StaffWords.changedTitle, sentence: StaffWords.changedText, citation: nil)
        }
        return StaffSignPage.Refused(title: StaffWords.cannotTitle, sentence: sentence, citation: citation)
    }

    private static func seeDone(
        _ shown: StaffCase, _ path: String, signing: Signing?, signedBy: Int
    ) -> Response {
        let isLast = (signing?.persons.count ?? 0) + 1 >= signedBy
        let link = StaffCasePage.link(shown.id)
        return Reply.see(link.with(isLast ? [("done", path)] : [("signed", "first")]))
    }

    // MARK: Facts

    private func fact(_ visit: Visit, of shown: StaffCase) throws(Failure) -> Field {
        let id = visit.parameter("fact")
        guard let field = shown.definition.fields[id],
            shown.position.unknowns.contains(id) || shown.file.answers[id] != nil
        else { throw Failure.notFound(StaffWords.noFact) }
        return field
    }

    private func factPage(
        _ visit: Visit, _ shown: StaffCase, _ field: Field, _ again: Again, status: HTTPResponse.Status
    ) throws -> Response {
        let page = StaffFactPage(
            shown: shown, field: field, typed: again.typed, problems: again.problems, refusal: again.refusal)
        return try self.page(
            visit, StaffWords.establishTitle(field.ask)[visit.language],
            page.body(for: visit.reader, key: visit.formKey), problems: again.problems, status: status)
    }

    @Sendable private func showFact(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await open(visit)
        return try factPage(visit, shown, try fact(visit, of: shown), Again(), status: .ok)
    }

    @Sendable private func establish(_ visit: Visit) async throws -> Response {
        let (officer, shown) = try await open(visit)
        let field = try fact(visit, of: shown)
        var again = Again(typed: visit.form)
        let regions = shown.territory.regions.values.map { ($0.id, $0.name) }
        let control = AnswerField(field, regions: regions)
        let answer: JSON
        switch control.read(visit.form, on: visit.day) {
        case .answer(let read): answer = read
        case .empty:
            again.problems = [AnswerWords.missing(field)]
            return try factPage(visit, shown, field, again, status: .unprocessableContent)
        case .problem(let problem):
            again.problems = [problem]
            return try factPage(visit, shown, field, again, status: .unprocessableContent)
        }
        let learning = Learning(
            facts: [field.id: answer], source: AnswerSource(name: "officer", grade: "B"),
            seen: [.answer(field.id): visit.form["revision"].flatMap { Int($0) } ?? 0])
        do {
            _ = try await desk.sign(.learn(learning), on: shown.id, by: officer, try visit.acting("staff/learn"))
            return Reply.see(StaffCasePage.link(shown.id).with([("fact", field.id)]))
        } catch Failure.problems(let problems) {
            again.problems = problems
            return try factPage(visit, shown, field, again, status: .unprocessableContent)
        } catch Failure.conflict(let code, let sentence, let citation) {
            again.refusal = StaffRoutes.refused(code, sentence, citation)
            let (_, now) = try await open(visit)
            return try factPage(visit, now, field, again, status: .conflict)
        }
    }

    // MARK: Looks

    @Sendable private func showLookForm(_ visit: Visit) async throws -> Response {
        let (officer, shown) = try await open(visit)
        try desk.checkLook(at: shown, by: officer)
        let chosen = Set(try visit.query().all("fact"))
        let page = StaffLookPage(shown: shown, chosen: chosen, ground: "", problems: [])
        return try self.page(
            visit, StaffWords.lookTitle[visit.language], page.body(for: visit.reader, key: visit.formKey),
            problems: [], status: .ok)
    }

    @Sendable private func look(_ visit: Visit) async throws -> Response {
        let officer = try desk.officer(try visit.session())
        let facts = visit.form.all("facts")
        let ground = visit.form["ground"] ?? ""
        do {
            let (shown, seen) = try await desk.look(
                at: facts, of: visit.parameter("case"), ground: ground, by: officer, try visit.acting("staff/look"))
            let page = StaffLookPage(shown: shown, chosen: [], ground: "", problems: [])
            return try self.page(
                visit, StaffWords.lookShown[visit.language], page.values(seen, in: visit.language), problems: [],
                status: .ok)
        } catch Failure.problems(let problems) {
            let (_, shown) = try await open(visit)
            let page = StaffLookPage(shown: shown, chosen: Set(facts), ground: ground, problems: problems)
            return try self.page(
                visit, StaffWords.lookTitle[visit.language], page.body(for: visit.reader, key: visit.formKey),
                problems: problems, status: .unprocessableContent)
        }
    }
}
