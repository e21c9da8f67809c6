import Values

extension Messages {
    static let english = Messages(
        shell: englishShell, form: englishForm, clock: englishClock, table: englishTable, guide: englishGuide,
        check: englishCheck, failure: englishFailures)
}

private let englishShell = Messages.Shell(
    skip: "Skip to main content",
    identityRegion: "About this site and display settings",
    officialSite: { "Official website of \($0)" },
    officialExplained: """
        Official websites end in .gov.cn and show the emblem and the site code at the foot of the page. \
        We never ask for verification codes or bank passwords by telephone or text message.
        """,
    sampleData: "Demonstration: all persons, firms, certificates and cases are invented sample data.",
    search: "Search",
    searchLabel: "Find by case number",
    careOn: "Large print",
    careOff: "Standard size",
    contrastOn: "High contrast",
    contrastOff: "Standard contrast",
    mainNavigation: "Main navigation",
    menu: "Menu",
    phoneMenu: "Phone menu",
    tabBar: "Often used",
    signIn: "Sign in",
    signOut: "Sign out",
    position: "You are here",
    back: "Back",
    onThisPage: "On this page",
    host: { "Host: \($0)" },
    run: { "Run by: \($0)" },
    hotline: "Questions and complaints: ",
    allDay: " (day and night)",
    support: { "Technical support: \($0)" },
    emblem: "Government site emblem",
    siteCode: { "Site code: \($0)" },
    printedAt: { "Printed: \($0)" },
    workspace: "Workspace",
    legalEffect: "The Chinese text has legal effect; the English text helps to understand it.")

private let englishForm = Messages.Form(
    optional: "(optional)",
    errorMark: "Error: ",
    errorTitle: { "Error: \($0)" },
    problems: { $0 == 1 ? "1 thing to correct" : "\($0) things to correct" },
    year: "Year",
    month: "Month",
    day: "Day",
    yes: "Yes",
    no: "No",
    choose: "Choose one",
    removeFile: "Remove ",
    steps: "Steps",
    step: { "Step \($0) of \($1)" },
    saveAndContinue: "Save and continue",
    saveDraft: "Save as a draft and finish later",
    change: "Change ",
    fillIn: "Fill in ",
    notFilledIn: "Not filled in",
    print: "Print")

private let englishClock = Messages.Clock(
    heading: "Time limit",
    leftBefore: "",
    leftAfter: { left, unit in
        let day = unit == .workdays ? " working day" : " day"
        return left == 1 ? day + " left" : day + "s left"
    },
    dueToday: "Due today",
    overPromise: { "\($0) past the promise" },
    overLaw: { "\($0) past the legal limit" },
    alsoOverLaw: { ", \($0) past the legal limit" },
    overDeadline: { "\($0) past the last day" },
    paused: "Clock stopped",
    endedInTime: { "Finished in time on \($0)" },
    endedLate: { "Finished on \($0), \($1) late" },
    brokenOff: { "Ended on \($0), not finished" },
    ranOut: { "Time ran out on \($0), nothing was done" },
    notYetKnown: { "\($0) left after \($1); the holidays of that time are not published yet" },
    shortLeft: { "\($0) left" },
    shortOver: { "\($0) late" },
    shortEnded: "In time",
    shortBrokenOff: "Ended",
    shortRanOut: "Time ran out",
    shortNotYetKnown: "Due day not known yet",
    startedOn: { "Started \($0)" },
    promise: "Promise",
    deadline: "Last day",
    legal: "Legal limit",
    promisedBy: { "promised by \($0)" },
    until: { "last day \($0)" },
    allowedBy: { "legal limit \($0)" },
    used: { "\($0) used" },
    promised: { "promised: \($0)" },
    given: { "time given: \($0)" },
    allowed: { "allowed by law: \($0)" },
    pausedFor: { "stopped for \($0)" },
    oneCell: { "one cell is \($0)" })

private let englishTable = Messages.Table(
    paging: "Pages",
    page: { "Page \($0)" },
    firstPage: "First page",
    nextPage: "Next page",
    filter: "Filter",
    clear: "Clear filters")

private let englishGuide = Messages.Guide(
    material: "Document",
    how: "How",
    note: "Notes",
    upload: "Upload",
    later: "May follow later",
    promise: "By declaration",
    free: "Not needed")

private let englishCheck = Messages.Check(
    item: "Item",
    given: "Applicant’s answer",
    found: "Register",
    source: "Source",
    result: "Result",
    mismatch: "Differs",
    noAnswer: "No answer",
    match: "Agrees")

private let englishFailures = Messages.Failures(
    problemsTitle: "Some answers need correcting",
    unreadableTitle: "The request cannot be read",
    wrongMethodTitle: "This address takes another method",
    wrongMethodText: { "It takes \($0)." },
    wrongTypeTitle: "This kind of content is not read here",
    wrongTypeText: { "Send it as \($0)." },
    revisionNeededTitle: "The revision is missing",
    revisionNeededText: "Say in If-Match which revision you replace: the ETag with which you read it.",
    otherRevisionTitle: "There is another revision now",
    otherRevisionText:
        "It was changed after the revision that you name. Nothing was saved; compare both and send again.",
    forbiddenTitle: "You cannot do this here",
    conflictTitle: "This cannot be done now",
    notFoundTitle: "Page not found",
    notFoundText: "The address may be mistyped, or the page has moved. Start again from the home page, or call us.",
    signInTitle: "Sign in to see this",
    signInText: "This page holds your own cases. After signing in you come back here.",
    tooManyTitle: "Too many attempts",
    tooManyText: { "You can try again in \($0). Nothing that you typed is lost." },
    tooLargeTitle: "The file is too large",
    tooLargeText: {
        "You can upload at most \($0) at a time. What you sent is larger, so it was not taken, and nothing was saved. "
            + "Go back, make the file smaller, leave out pages that are not needed, or split it, and send it again."
    },
    keyReusedTitle: "This form was already sent",
    keyReusedText: "The same form was sent before with other content. Open the page again and fill it in once more.",
    staleTitle: "Somebody has just changed this",
    staleText: "Nothing was changed by you. Open the page again to see how things stand.",
    unavailableTitle: "This does not work just now",
    defectTitle: "Something went wrong on our side",
    defectText: {
        """
        The error is recorded under number \($0). See first whether what you did has taken effect, then decide \
        whether to do it again; or call us and tell us the number.
        """
    },
    formExpiredText: "For your safety, open the form again before sending it. Saved drafts are still there.",
    kept: "What you typed is still here",
    again: "Send again",
    goHome: "Home page",
    callHotline: { "Call \($0)" },
    reload: "Open the page again")
