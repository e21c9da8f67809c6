import Definitions
import Values
import Web

/// The first page of the window: who is present, and what for.
struct WindowPage {
    let services: [(id: String, name: Wording)]
    /// Begun and not filed: draft, name of the service, name of the applicant.
    let kept: [(draft: Draft, service: Wording, applicant: String)]
    let arrival: WindowDesk.Arrival
    let problems: [Problem]

    static let link: Link = "/w/window"

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let content: HTML =
            services.isEmpty
            ? EmptyState(
                icon: .inbox, heading: WindowWords.title[language], text: WindowWords.noServices[language], buttons: []
            ).html(in: language) : form(reader, key: key)
        return """
            \(ErrorSummary(problems), language)\
            \(WorkHead(WindowWords.title[language], subtitle: "\(WindowWords.lead, language)"), language)\
            <div class="cd"><div class="stack">\(content)</div>\
            <aside class="cd__aside" aria-labelledby="kept-h">\(keptPanel(in: language))</aside></div>
            """
    }

    private func form(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let body: HTML = """
            \(service(in: language))\(forWhom(in: language))<h2>\(WindowWords.who, language)</h2>\
            \(person(in: language))\(enterprise(in: language))\
            \(ButtonRow([.submit(WindowWords.begin[language])]), language)
            """
        return ActionForm(
            action: WindowPage.link, formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .staffPanel, body: body
        ).html(in: language)
    }

    private func frame(_ id: String, _ label: Wording, hint: Wording?, in language: Language) -> FieldFrame {
        FieldFrame(
            id: id, label: label[language], hint: hint?[language], error: problems.message(at: id, in: language))
    }

    private func service(in language: Language) -> HTML {
        ChoiceField(
            frame("service", WindowWords.service, hint: nil, in: language), style: .select,
            options: services.map { .init($0.id, $0.name[language]) },
            chosen: arrival.service.isEmpty ? [] : [arrival.service]
        ).html(in: language)
    }

    private func forWhom(in language: Language) -> HTML {
        ChoiceField(
            frame("for", WindowWords.forWhom, hint: nil, in: language), style: .radios,
            options: [
                .init("person", WindowWords.forPerson[language]),
                .init("enterprise", WindowWords.forEnterprise[language]),
            ], chosen: [arrival.isForEnterprise ? "enterprise" : "person"]
        ).html(in: language)
    }

    private func person(in language: Language) -> HTML {
        let name = TextField(
            frame("name", WindowWords.name, hint: WindowWords.nameHint, in: language), kind: .text,
            value: arrival.name, width: .characters12)
        let number = TextField(
            frame("id-number", WindowWords.idNumber, hint: nil, in: language), kind: .idNumber,
            value: arrival.idNumber, width: .characters20)
        return "\(name, language)\(number, language)"
    }

    private func enterprise(in language: Language) -> HTML {
        let code = TextField(
            FieldFrame(
                id: "code", label: WindowWords.code[language], hint: WindowWords.codeHint[language],
                error: problems.message(at: "code", in: language), isOptional: !arrival.isForEnterprise),
            kind: .code, value: arrival.code, width: .characters20)
        let paper = PromiseField(
            frame("paper", WindowWords.paper, hint: nil, in: language),
            consequence: WindowWords.paperConsequence[language], isTicked: arrival.hasPaperDelegation)
        return "\(code, language)\(paper, language)"
    }

    private func keptPanel(in language: Language) -> HTML {
        let body: HTML
        if kept.isEmpty {
            body = "<p>\(WindowWords.noneKept, language)</p>"
        } else {
            body = """
                <ul class="list">\(kept, { entry in
                    let link = WindowStep.form.link(entry.draft.id)
                    return """
                        <li><a class="list__a" href="\(link)"><span class="list__t">\(entry.service, language)</span>\
                        <span class="small muted">\(entry.applicant) \(language.shortDateTime(entry.draft.lastUsed))</span></a></li>
                        """
                })</ul>
                """
        }
        return "<div class=\"panel panel--staff\"><h2 id=\"kept-h\">\(WindowWords.kept, language)</h2>\(body)</div>"
    }
}

/// The pages of taking in: everything that is asked on one, the documents on the next, then the check.
enum WindowStep: String, CaseIterable {
    case form, evidence, check

    func link(_ draft: Draft.ID) -> Link { "/w/window/\(draft.text)/\(rawValue)" }

    var name: Wording {
        switch self {
        case .form: WindowWords.form
        case .evidence: WindowWords.evidence
        case .check: WindowWords.check
        }
    }
}
