import Casework
import Hummingbird
import Values
import Web

/// The officers' paths of documents: read, check, record how one was served (送达登记).
struct StaffDocumentRoutes: Sendable {
    let staff: StaffRoutes

    func add(to table: inout RouteTable) {
        table.page("/w/case/{case}/documents/{number}", .readCaseAsOfficer, show)
        table.page("/w/case/{case}/documents/{number}/text", .readCaseAsOfficer, showText)
        table.form("/w/case/{case}/documents/{number}/services", .actAsOfficer, upTo: .form, record)
    }

    private func document(_ visit: Visit, in shown: StaffCase) throws(Failure) -> CaseDocument {
        guard let number = Int(visit.parameter("number")),
            let document = shown.file.documents.first(where: { $0.number == number })
        else { throw .notFound(StaffWords.noDocument) }
        return document
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await staff.open(visit)
        let isRecorded = try visit.query()["served"] == "yes"
        return try page(visit, shown, try document(visit, in: shown), problems: [], isRecorded: isRecorded)
    }

    private func page(
        _ visit: Visit, _ shown: StaffCase, _ document: CaseDocument, problems: [Problem], isRecorded: Bool
    ) throws -> Response {
        let page = StaffDocumentPage(
            shown: shown, document: document, typed: problems.isEmpty ? nil : visit.form, problems: problems,
            isRecorded: isRecorded)
        return try staff.page(
            visit, page.title(in: visit.language), page.body(for: visit.reader, key: visit.formKey),
            problems: problems, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func showText(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await staff.open(visit)
        return try CaseDocumentReply.text(of: try document(visit, in: shown), inCase: shown.id)
    }

    @Sendable private func record(_ visit: Visit) async throws -> Response {
        let (officer, shown) = try await staff.open(visit)
        let document = try document(visit, in: shown)
        var on: Day?
        var problems: [Problem] = []
        switch visit.form.day("on") {
        case .day(let day): on = day
        default: problems.append(DocumentWords.dayMissing)
        }
        let service = DocumentDelivery(
            number: document.number, way: visit.form["way"] ?? "", on: on ?? visit.day,
            receiver: visit.form.filled("receiver") ?? "")
        problems += service.problems(with: document, on: visit.day)
        guard problems.isEmpty else {
            return try page(visit, shown, document, problems: problems, isRecorded: false)
        }
        let sender = staff.desk.sender(officer, try visit.acting("staff/serve"), channel: nil)
        _ = try await staff.desk.cases.record(service, of: document, in: shown.id, by: sender)
        return Reply.see(StaffDocumentPage.link(shown.id, document.number).with([("served", "yes")]))
    }
}
