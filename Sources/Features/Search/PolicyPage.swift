import Values
import Web

/// The policy documents that services cite, and one of them with the services that rest on it.
struct PolicyPage {
    let shelf: Shelf

    func list(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = SearchWords.policyPage[language]
        let items: HTML = """
            <ul class="list panel">\(shelf.vocabulary.policies, { policy in
                let cited = shelf.entries.count { $0.policies.contains(policy.number) }
                return """
                    <li><a class="list__a" href="\(link(to: policy))"><span class="list__t"\
                    \(attribute: "lang", language.markOfChinese)>\(policy.title ?? policy.number)</span>\
                    <span class="sub"><span\(attribute: "lang", language.markOfChinese)>\(policy.number)</span> · \
                    \(SearchWords.count(cited), language)</span></a></li>
                    """
            })</ul>
            """
        return PublicPage(
            head: PageHeading(title: title, column: title), current: nil, hasTabBar: true,
            body: """
                \(Breadcrumb([(SearchWords.home[language], "/")], here: title), language)\(PageHead(title), language)\
                \(items)
                """)
    }

    func page(of policy: Vocabulary.Policy, for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = policy.title ?? policy.number
        let crumbs = Breadcrumb(
            [(SearchWords.home[language], "/"), (SearchWords.policyPage[language], "/policies")], here: policy.number)
        let unknown = SearchWords.notInSources[language]
        let facts: [(Wording, String)] = [
            (SearchWords.policyNumber, policy.number), (SearchWords.policyTitle, policy.title ?? unknown),
            (SearchWords.policyIssuer, policy.issuer ?? unknown),
            (SearchWords.policyDay, policy.day?.description ?? unknown),
        ]
        let cited = shelf.entries.filter { $0.policies.contains(policy.number) }
        let services: HTML =
            cited.isEmpty
            ? "<p>\(SearchWords.citedByNone, language)</p>"
            : ServiceListPage(cited, region: shelf.region.id, notes: [:]).html(in: language)
        let body: HTML = """
            \(crumbs, language)<div class="pagehead"><div>\
            <h1\(attribute: "lang", language.mark(of: title))>\(title)</h1>\
            </div></div><dl class="kv kv--text panel">\(facts, { fact in
                """
                <dt>\(fact.0, language)</dt><dd\(attribute: "lang", language.mark(of: fact.1))>\(fact.1)</dd>
                """
            })</dl><section class="section" aria-labelledby="cited-h"><h2 id="cited-h">\(SearchWords.citedBy, language)\
            </h2>\(services)</section>
            """
        return PublicPage(
            head: PageHeading(title: title, column: SearchWords.policyPage[language]), current: nil, hasTabBar: true,
            body: body)
    }

    private func link(to policy: Vocabulary.Policy) -> Link {
        let page: Link = "/policies"
        return page.with([("number", policy.number)])
    }
}
