import Values

/// The words of the interface in one language; the compiler proves that each language has all of them.
///
/// Words that officials choose do not belong here but in `Services/`. A feature keeps the words of its own pages in one
/// file of `Wording` values, which prove the same.
/// A class, because it is read on every line of a page and must not be copied for it; it never changes.
package final class Messages: Sendable {
    package let shell: Shell
    package let form: Form
    package let clock: Clock
    package let table: Table
    package let guide: Guide
    package let check: Check
    package let failure: Failures

    init(
        shell: Shell, form: Form, clock: Clock, table: Table, guide: Guide, check: Check, failure: Failures
    ) {
        self.shell = shell
        self.form = form
        self.clock = clock
        self.table = table
        self.guide = guide
        self.check = check
        self.failure = failure
    }

    /// The frame of every page.
    package struct Shell: Sendable {
        package let skip: String
        package let identityRegion: String
        package let officialSite: @Sendable (_ government: String) -> String
        package let officialExplained: String
        package let sampleData: String
        package let search: String
        package let searchLabel: String
        package let careOn: String
        package let careOff: String
        package let contrastOn: String
        package let contrastOff: String
        package let mainNavigation: String
        package let menu: String
        package let phoneMenu: String
        package let tabBar: String
        package let signIn: String
        package let signOut: String
        package let position: String
        package let back: String
        package let onThisPage: String
        package let host: @Sendable (_ name: String) -> String
        package let run: @Sendable (_ name: String) -> String
        package let hotline: String
        package let allDay: String
        package let support: @Sendable (_ contact: String) -> String
        package let emblem: String
        package let siteCode: @Sendable (_ code: String) -> String
        package let printedAt: @Sendable (_ time: String) -> String
        package let workspace: String
        package let legalEffect: String?
    }

    package struct Form: Sendable {
        package let optional: String
        package let errorMark: String
        /// Stands before the title of a page that shows problems.
        package let errorTitle: @Sendable (_ title: String) -> String
        package let problems: @Sendable (_ count: Int) -> String
        package let year: String
        package let month: String
        package let day: String
        package let yes: String
        package let no: String
        package let choose: String
        package let removeFile: String
        package let steps: String
        package let step: @Sendable (_ number: Int, _ count: Int) -> String
        package let saveAndContinue: String
        package let saveDraft: String
        package let change: String
        package let fillIn: String
        package let notFilledIn: String
        package let print: String
    }

    package struct Clock: Sendable {
        package let heading: String
        package let leftBefore: String
        package let leftAfter: @Sendable (_ left: Int, _ unit: LegalPeriod.Unit) -> String
        package let dueToday: String
        package let overPromise: @Sendable (_ past: String) -> String
        package let overLaw: @Sendable (_ past: String) -> String
        package let alsoOverLaw: @Sendable (_ past: String) -> String
        /// Of a time that is not the office's.
        package let overDeadline: @Sendable (_ past: String) -> String
        package let paused: String
        package let endedInTime: @Sendable (_ day: String) -> String
        package let endedLate: @Sendable (_ day: String, _ past: String) -> String
        package let brokenOff: @Sendable (_ day: String) -> String
        package let ranOut: @Sendable (_ day: String) -> String
        package let notYetKnown: @Sendable (_ left: String, _ after: String) -> String
        package let shortLeft: @Sendable (_ left: String) -> String
        package let shortOver: @Sendable (_ past: String) -> String
        package let shortEnded: String
        package let shortBrokenOff: String
        package let shortRanOut: String
        package let shortNotYetKnown: String
        package let startedOn: @Sendable (_ day: String) -> String
        package let promise: String
        package let deadline: String
        package let legal: String
        package let promisedBy: @Sendable (_ day: String) -> String
        package let until: @Sendable (_ day: String) -> String
        package let allowedBy: @Sendable (_ day: String) -> String
        package let used: @Sendable (_ days: String) -> String
        package let promised: @Sendable (_ period: String) -> String
        package let given: @Sendable (_ period: String) -> String
        package let allowed: @Sendable (_ period: String) -> String
        package let pausedFor: @Sendable (_ days: String) -> String
        package let oneCell: @Sendable (_ days: String) -> String
    }

    package struct Table: Sendable {
        package let paging: String
        package let page: @Sendable (_ number: Int) -> String
        package let firstPage: String
        package let nextPage: String
        package let filter: String
        package let clear: String
    }

    package struct Guide: Sendable {
        package let material: String
        package let how: String
        package let note: String
        package let upload: String
        package let later: String
        package let promise: String
        package let free: String
    }

    package struct Check: Sendable {
        package let item: String
        package let given: String
        package let found: String
        package let source: String
        package let result: String
        package let mismatch: String
        package let noAnswer: String
        package let match: String
    }

    /// Pages for what cannot go on: what happened, what is safe, what to do.
    package struct Failures: Sendable {
        package let problemsTitle: String
        package let unreadableTitle: String
        package let wrongMethodTitle: String
        package let wrongMethodText: @Sendable (_ allowed: String) -> String
        package let wrongTypeTitle: String
        package let wrongTypeText: @Sendable (_ accepted: String) -> String
        package let revisionNeededTitle: String
        package let revisionNeededText: String
        package let otherRevisionTitle: String
        package let otherRevisionText: String
        package let forbiddenTitle: String
        package let conflictTitle: String
        package let notFoundTitle: String
        package let notFoundText: String
        package let signInTitle: String
        package let signInText: String
        package let tooManyTitle: String
        package let tooManyText: @Sendable (_ wait: String) -> String
        package let tooLargeTitle: String
        package let tooLargeText: @Sendable (_ limit: String) -> String
        package let keyReusedTitle: String
        package let keyReusedText: String
        package let staleTitle: String
        package let staleText: String
        package let unavailableTitle: String
        package let defectTitle: String
        package let defectText: @Sendable (_ reference: String) -> String
        package let formExpiredText: String
        package let kept: String
        package let again: String
        package let goHome: String
        package let callHotline: @Sendable (_ number: String) -> String
        package let reload: String
    }
}

extension Language {
    /// All words of the interface in this language.
    package var words: Messages { self == .chinese ? Messages.chinese : Messages.english }
}
