/// Where a rule, a limit or a requirement comes from (依据).
package enum Citation: Hashable, Sendable {
    /// An act: its short name as in `Services/laws.yaml`, article such as `第三十二条`, paragraph from 1, item such as `四`.
    case law(name: String, article: String?, paragraph: Int?, item: String?)
    /// A policy document: its printed number, article or item, and its own sentence.
    case policy(number: String, article: String?, sentence: String?)
    /// What the city or office set by itself; shipped values of this kind are sample data (示例数据).
    case own(String)
}
