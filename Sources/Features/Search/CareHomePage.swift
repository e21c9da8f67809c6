import Values
import Web

/// The first page in large print (关怀版): one column, large targets, the telephone first, nothing that is not needed.
/// Every other page stays reachable in it.
struct CareHomePage {
    let shelf: Shelf
    let hotline: String

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let groups = shelf.groups(shelf.vocabulary.themes, for: "person")
        let body: HTML = """
            <h1>\(CareHomePage.hello, language)</h1><p>\(CareHomePage.lead, language)</p><ul class="care-list section">\
            <li><a class="solid" href="\(Link.telephone(hotline))">\(Icon.phone.html)<b>\
            \(CareHomePage.call(hotline), language)<span>\(CareHomePage.anytime, language)</span></b></a></li>\
            <li><a href="/my/cases">\(Icon.clock.html)<b>\(CareHomePage.progress, language)</b></a></li>\
            \(groups, { group, entries in
                let link: Link = "/theme/\(group.id)"
                let first = entries.first?.name[language]
                return """
                    <li><a href="\(link)">\(Icon(ofGroup: group.icon).html)<b>\(group.name, language)\
                    \(first.map { "<span>\($0)</span>" })</b></a></li>
                    """
            })<li><a href="/my/proxy">\(Icon.user.html)<b>\(CareHomePage.proxy, language)<span>\
            \(CareHomePage.proxyText, language)</span></b></a></li>\
            <li><a href="/services">\(Icon.list.html)<b>\(SearchWords.allServices, language)</b></a></li>\
            <li><a href="/district">\(Icon.pin.html)<b>\(SearchWords.district, language)<span>\
            \(shelf.region.name, language)</span></b></a></li></ul>\(search(in: language))
            """
        return PublicPage(
            head: PageHeading(title: SearchWords.home[language], column: SearchWords.home[language]),
            current: "/", hasTabBar: true, body: body)
    }

    private func search(in language: Language) -> HTML {
        """
        <form class="section" role="search" method="get" action="/search"><div class="field"><label for="q">\
        \(CareHomePage.write, language)</label><input class="input" id="q" name="q" type="search" \
        maxlength="200"></div><p class="actions"><button class="btn btn--main btn--block" type="submit">\
        \(SearchWords.search, language)</button></p></form>
        """
    }

    private static let hello = Wording(zh: "您好，要办什么？", en: "Hello, what do you need?")
    private static let lead = Wording(zh: "字大、按钮大，一页只做一件事。", en: "Large type, large buttons, one thing a page.")
    private static let anytime = Wording(zh: "全天有人接听", en: "Day and night")
    private static let progress = Wording(zh: "查我的事办到哪了", en: "See how my case stands")
    private static let proxy = Wording(zh: "请家人帮我办", en: "Let my family do it")
    private static let proxyText = Wording(zh: "授权给子女或亲友", en: "Delegate to children or friends")
    private static let write = Wording(zh: "也可以写下要办的事", en: "Or write down what you need")

    private static func call(_ number: String) -> Wording {
        Wording(zh: "打 \(number) 找人帮忙", en: "Call \(number) for help")
    }
}
