import Values

/// Who runs this site and how it is registered; given at start, shown on every page (政府网站标识).
///
/// Law: 政府网站发展指引（国办发〔2017〕47号）, which asks for 主办单位、承办单位、联系方式、网站标识码、备案号 on every page.
package struct SiteIdentity: Sendable {
    /// `通办`.
    package let platform: Wording
    /// `澜安市一体化政务服务平台`.
    package let title: Wording
    /// `澜安市人民政府`.
    package let government: Wording
    /// 主办单位.
    package let host: Wording
    /// 承办单位.
    package let operating: Wording
    /// Host name without scheme, for the head of printed pages and `SiteDomain`.
    package let domain: String
    /// The government service line, `12345`.
    package let hotline: String
    /// Telephone of the technical support and its hours.
    package let support: Wording
    /// 网站标识码, 10 digits.
    package let siteCode: String
    /// ICP 备案号.
    package let icpNumber: String
    /// 公安备案号.
    package let policeNumber: String
    /// Persons, firms and cases are invented; every page says so (示例数据).
    package let isSampleData: Bool

    package init(
        platform: Wording, title: Wording, government: Wording, host: Wording, operator operating: Wording,
        domain: String, hotline: String, support: Wording, siteCode: String, icpNumber: String, policeNumber: String,
        isSampleData: Bool
    ) {
        self.platform = platform
        self.title = title
        self.government = government
        self.host = host
        self.operating = operating
        self.domain = domain
        self.hotline = hotline
        self.support = support
        self.siteCode = siteCode
        self.icpNumber = icpNumber
        self.policeNumber = policeNumber
        self.isSampleData = isSampleData
    }
}

/// A place that one can go to from every page.
package struct Destination: Sendable {
    package let label: Wording
    package let link: Link
    package let icon: Icon?

    package init(_ label: Wording, to link: Link, icon: Icon?) {
        self.label = label
        self.link = link
        self.icon = icon
    }
}

/// The ways through the public site; only places that exist are named here.
package struct Navigation: Sendable {
    /// At most 7, because the person's own name or the way to sign in is the eighth.
    package let main: [Destination]
    /// At most 4: the bar at the foot of a phone.
    package let tabs: [Destination]
    /// 站点地图、无障碍声明、隐私与数据使用、找错.
    package let foot: [Destination]
    /// Where words are searched for, by the parameter `q`; nil while there is no search.
    package let search: Link?
    package let signIn: Link
    /// What the name of the signed-in person leads to.
    package let own: Link
    /// Where signing out is sent by POST.
    package let signOut: Link

    /// Every place that the frame of a page links to.
    package init(
        main: [Destination], tabs: [Destination], foot: [Destination], search: Link?, signIn: Link, own: Link,
        signOut: Link
    ) {
        precondition(main.count <= 7, "the main navigation has \(main.count) entries, but at most 7 fit")
        precondition(tabs.count <= 4, "the bar of a phone has \(tabs.count) entries, but at most 4 fit")
        self.main = main
        self.tabs = tabs
        self.foot = foot
        self.search = search
        self.signIn = signIn
        self.own = own
        self.signOut = signOut
    }
}

/// What all pages of one deployment share.
package struct Site: Sendable {
    package let identity: SiteIdentity
    package let navigation: Navigation

    package init(identity: SiteIdentity, navigation: Navigation) {
        self.identity = identity
        self.navigation = navigation
    }
}
