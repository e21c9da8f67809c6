import Hummingbird
import Values
import Web

/// Reviewing a document: tasks beside their source; each is put right, accepted or rejected.
struct MandateReviewRoutes: Sendable {
    let reviews: MandateReviewDesk
    private var desk: MandateDesk { reviews.desk }

    func add(to table: inout RouteTable) {
        table.page("/w/mandates/{document}/review", .manageMandates, review)
        table.form("/w/mandates/{document}/acceptances", .manageMandates, upTo: .form, acceptAll)
        table.page("/w/mandates/{document}/tasks/{task}", .manageMandates, show)
        table.form("/w/mandates/{document}/tasks/{task}/corrections", .manageMandates, upTo: .form, correct)
        table.form("/w/mandates/{document}/tasks/{task}/acceptance", .manageMandates, upTo: .form, accept)
        table.form("/w/mandates/{document}/tasks/{task}/rejection", .manageMandates, upTo: .form, reject)
        table.form("/w/mandates/{document}/tasks/{task}/taking-back", .manageMandates, upTo: .form, takeBack)
    }

    private func document(_ visit: Visit) async throws -> MandateDocument {
        try await desk.territory.refreshIfOld()
        return try await desk.open(visit.parameter("document"), from: try MandateRoutes.region(visit)).document
    }

    // MARK: Several at once

    @Sendable private func review(_ visit: Visit) async throws -> Response {
        let document = try await document(visit)
        let from = max(0, try visit.query().filled("from").flatMap { Int($0) } ?? 0)
        let tasks = Array(document.tasks.dropFirst(from).prefix(MandateReviewPage.length))
        let shown = try await reviews.reviews(
            of: tasks, in: document, from: try MandateRoutes.region(visit), on: visit.day)
        let source = try await desk.source(of: document)
        let owned = document.tasks.flatMap { MandateReviewDesk.doubts(about: $0, in: document, source) }
        let end = from + tasks.count
        let page = MandateReviewPage(
            document: document, reviews: shown, doubts: document.ledger.doubts.filter { !owned.contains($0) },
            next: end < document.tasks.count ? end : nil, today: visit.day)
        return try MandateRoutes.page(
            visit, MandatePageWords.review[visit.language], page.body(for: visit.reader, key: visit.formKey),
            hasProblems: false, status: .ok)
    }

    @Sendable private func acceptAll(_ visit: Visit) async throws -> Response {
        let document = try await document(visit)
        let region = try MandateRoutes.region(visit)
        let units = try await reviews.units(for: document.region, on: visit.day)
        var seen: [MandateDesk.Shown] = []
        for text in visit.form.all("seen").prefix(MandateReviewPage.length) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, let revision = Int(parts[1]) else { continue }
            seen.append(MandateDesk.Shown(document: document.id, task: parts[0], revision: revision))
        }
        let tasks = seen.compactMap { document.task($0.task) }
        let all = try await reviews.reviews(of: tasks, in: document, from: region, on: visit.day)
        let ready = zip(seen, all).compactMap { shown, review in
            MandateFormReading.proposed(review, units).map { (shown: shown, assignment: $0) }
        }
        // What was seen as plain and is so no more was changed or decided meanwhile; sent twice, the answer is kept.
        _ = try await desk.accept(
            ready.count == seen.count ? ready : [], of: document.id, from: region,
            try visit.acting("mandates/accept-all"))
        return Reply.see(MandatePage.link(document.id))
    }

    // MARK: One

    private func one(_ visit: Visit) async throws -> (MandateDocument, MandateReview, UnitReading) {
        let document = try await document(visit)
        guard let task = document.task(visit.parameter("task")) else { throw MandateDesk.missing }
        let all = try await reviews.reviews(
            of: [task], in: document, from: try MandateRoutes.region(visit), on: visit.day)
        guard let review = all.first else { throw MandateDesk.missing }
        return (document, review, try await reviews.units(for: document.region, on: visit.day))
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let (document, review, units) = try await one(visit)
        return try page(
            visit, document, review, correction: MandateFormReading.correction(of: review.task.now),
            assignment: MandateFormReading.assignment(of: review, units), problems: [], status: .ok)
    }

    private func page(
        _ visit: Visit, _ document: MandateDocument, _ review: MandateReview, correction: MandateCorrectionForm,
        assignment: MandateAssignmentForm, problems: [Problem], status: HTTPResponse.Status
    ) throws -> Response {
        let page = MandateTaskPage(
            document: document, review: review, correction: correction, assignment: assignment, problems: problems,
            isDone: try visit.query().filled("done") != nil, today: visit.day)
        return try MandateRoutes.page(
            visit, review.task.now.title, page.body(for: visit.reader, key: visit.formKey),
            hasProblems: !problems.isEmpty, status: status)
    }

    private func shown(_ visit: Visit, _ document: MandateDocument) -> MandateDesk.Shown {
        MandateDesk.Shown(
            document: document.id, task: visit.parameter("task"),
            revision: visit.form.filled("revision").flatMap { Int($0) } ?? 0)
    }

    private func done(_ visit: Visit, _ document: MandateDocument) -> Response {
        Reply.see(MandatePage.task(document.id, visit.parameter("task")).with([("done", "1")]))
    }

    @Sendable private func correct(_ visit: Visit) async throws -> Response {
        let (document, review, units) = try await one(visit)
        do {
            let said = try MandateFormReading.correctionSaid(by: visit.form)
            _ = try await desk.correct(
                shown(visit, document), to: said, from: try MandateRoutes.region(visit),
                try visit.acting("mandates/correct"))
            return done(visit, document)
        } catch Failure.problems(let problems) {
            return try page(
                visit, document, review, correction: MandateFormReading.correction(visit.form),
                assignment: MandateFormReading.assignment(of: review, units), problems: problems,
                status: .unprocessableContent)
        }
    }

    @Sendable private func accept(_ visit: Visit) async throws -> Response {
        let (document, review, units) = try await one(visit)
        // A search only shows more to choose from; what was typed stays.
        if visit.form["find"] != nil {
            return try page(
                visit, document, review, correction: MandateFormReading.correction(of: review.task.now),
                assignment: MandateFormReading.assignment(visit.form, review, units), problems: [], status: .ok)
        }
        do {
            let assignment = try MandateFormReading.assignmentSaid(by: visit.form, review, units)
            _ = try await desk.accept(
                shown(visit, document), assignment, from: try MandateRoutes.region(visit),
                try visit.acting("mandates/accept"))
            return done(visit, document)
        } catch Failure.problems(let problems) {
            return try page(
                visit, document, review, correction: MandateFormReading.correction(of: review.task.now),
                assignment: MandateFormReading.assignment(visit.form, review, units), problems: problems,
                status: .unprocessableContent)
        }
    }

    @Sendable private func takeBack(_ visit: Visit) async throws -> Response {
        let (document, review, units) = try await one(visit)
        do {
            _ = try await desk.takeBack(
                shown(visit, document), reason: visit.form["take-back-reason"] ?? "",
                from: try MandateRoutes.region(visit), try visit.acting("mandates/take-back"))
            return done(visit, document)
        } catch Failure.problems(let problems) {
            return try again(visit, document, review, units, at: "take-back-reason", problems)
        }
    }

    @Sendable private func reject(_ visit: Visit) async throws -> Response {
        let (document, review, units) = try await one(visit)
        do {
            _ = try await desk.reject(
                shown(visit, document), reason: visit.form["reject-reason"] ?? "",
                from: try MandateRoutes.region(visit), try visit.acting("mandates/reject"))
            return done(visit, document)
        } catch Failure.problems(let problems) {
            return try again(visit, document, review, units, at: "reject-reason", problems)
        }
    }

    /// The page once more with what is wrong with the reason in one of its boxes.
    private func again(
        _ visit: Visit, _ document: MandateDocument, _ review: MandateReview, _ units: UnitReading, at place: String,
        _ problems: [Problem]
    ) throws -> Response {
        let placed = problems.map { Problem(place: place, message: $0.message, remedy: $0.remedy) }
        return try page(
            visit, document, review, correction: MandateFormReading.correction(of: review.task.now),
            assignment: MandateFormReading.assignment(of: review, units), problems: placed,
            status: .unprocessableContent)
    }
}
