import Values

/// What a policy document orders (任务台账): read out of its text, each part with its place, and what is unsure said so.
///
/// It is a proposal: nothing in it counts before a person has seen it.
package struct MandateLedger: Hashable, Sendable {
    /// What the document says it is.
    package struct Paper: Hashable, Sendable {
        /// 标题, with who issued it where that is part of it.
        package let title: String
        /// 发文字号; nil when none is printed.
        package let number: String?
        /// 发文机关.
        package let issuer: String?
        /// 成文日期.
        package let date: Day?
        /// 文种: 通知, 意见, …
        package let kind: String?
        /// The document that a notice puts into force: X of 印发《X》的通知.
        package let wraps: String?
        /// Other documents it names, with their numbers where printed.
        package let refersTo: [Reference]
    }

    /// Another document, law or list that the text names in 《》.
    package struct Reference: Hashable, Sendable {
        package let title: String
        package let number: String?
        package let passage: SourcePassage
    }

    /// A heading above tasks.
    package struct Section: Hashable, Sendable {
        /// As printed, with its number: 一、打造便利的市场环境.
        package let title: String
        package let depth: Int
        package let passage: SourcePassage?
    }

    /// A task (任务).
    package struct Task: Hashable, Sendable {
        /// The printed number in digits; with those of the headings above where it is not the only one: `13`, `2.1`.
        package let id: String
        /// As printed: （十三）, 13．
        package let printedNumber: String
        /// The headings above it, joined by ` / `.
        package let section: String
        package let title: String
        /// The whole text without number and responsible units.
        package let text: String
        package let lead: [Unit]
        package let support: [Unit]
        /// Whether the document names a lead; otherwise all responsible units stand in `lead`, the first one proposed.
        package let isLeadPrinted: Bool
        package let deadlines: [Deadline]
        package let targets: [Target]
        package let passage: SourcePassage
        /// Where the same task is printed a second time (an annex table that repeats the text).
        package let alsoAt: SourcePassage?
    }

    /// A unit as the document names it.
    package struct Unit: Hashable, Sendable {
        package let name: String
        /// Whether the name stands for several or unnamed units (各区县, 有关部门): a person says who is meant.
        package let isGroup: Bool
        package let passage: SourcePassage
    }

    /// By when.
    package struct Deadline: Hashable, Sendable {
        /// Of the grammar of the genre: a date; a period from an event; again and again; without end; without date.
        package enum Kind: String, Hashable, Sendable {
            case date, period, recurring, continuous, vague
        }

        package let raw: String
        package let kind: Kind
        /// The last day; nil where the document names none.
        package let date: Day?
        package let passage: SourcePassage
    }

    /// A figure to be reached (量化指标).
    package struct Target: Hashable, Sendable {
        package let raw: String
        /// What is counted or measured, as the clause says it.
        package let what: String
        package let comparator: Comparator
        /// With 万 and 亿 multiplied out.
        package let value: Decimal
        package let unit: String
        /// What it is now, where printed: the 15 of 由15个工作日压缩至5个工作日.
        package let baseline: Decimal?
        /// Whether the document softens it (力争, 约, 左右).
        package let isSoft: Bool
        package let passage: SourcePassage
    }

    /// How the measured value must stand to the printed one.
    package enum Comparator: String, Hashable, Sendable, CaseIterable {
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case more = ">"
        case equal = "="
        /// Smaller than before by so much.
        case reduceBy = "reduce_by"
        case increaseBy = "increase_by"
    }

    /// What the reader is unsure of; a person decides.
    package struct Doubt: Hashable, Sendable {
        package let place: Wording
        package let message: Wording

        package init(place: Wording, message: Wording) {
            self.place = place
            self.message = message
        }
    }

    package let paper: Paper
    package let sections: [Section]
    package let tasks: [Task]
    /// Figures printed as goals of the whole, in sections that hold no tasks.
    package let goals: [Target]
    package let doubts: [Doubt]
}
