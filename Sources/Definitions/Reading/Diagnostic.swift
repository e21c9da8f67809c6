import Values

/// Something that `tongban check` says about a text of the library: what, where, and what to do.
package struct Diagnostic: Error, Hashable, Sendable {
    /// An error refuses publishing; a warning is shown.
    package enum Severity: String, Hashable, Sendable { case error, warning }

    package let kind: DiagnosticKind
    package let file: String
    /// From 1.
    package let line: Int
    /// In characters, from 1; nil where the line says enough.
    package let column: Int?
    package let message: Wording
    package let remedy: Wording

    package init(
        kind: DiagnosticKind, file: String, line: Int, column: Int? = nil, message: Wording, remedy: Wording
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    package var id: String { kind.rawValue }
    package var severity: Severity { kind.isWarning ? .warning : .error }
    package var place: String { "\(file):\(line)" + (column.map { ":\($0)" } ?? "") }
    package var problem: Problem { Problem(place: place, message: message, remedy: remedy) }
}

/// Every diagnostic there is, by its id.
package enum DiagnosticKind: String, Hashable, Sendable, CaseIterable {
    // Reading
    case yamlSyntax = "yaml-syntax"
    case yamlForbidden = "yaml-forbidden"
    case duplicateKey = "duplicate-key"
    case tooLarge = "too-large"
    case unknownFile = "unknown-file"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case badId = "bad-id"
    case badLimit = "bad-limit"
    case badDate = "bad-date"
    case badWord = "bad-word"
    // The library as a whole
    case wrongName = "wrong-name"
    case overlappingForce = "overlapping-force"
    case missingFile = "missing-file"
    // Layers
    case layerForbidden = "layer-forbidden"
    case layerLonger = "layer-longer"
    case layerOrphan = "layer-orphan"
    case incompleteEntry = "incomplete-entry"
    // Names and types
    case unknownName = "unknown-name"
    case expressionType = "expression-type"
    case expressionSyntax = "expression-syntax"
    case unknownEvent = "unknown-event"
    case unknownTask = "unknown-task"
    case unknownStage = "unknown-stage"
    case unknownClock = "unknown-clock"
    case unknownObligation = "unknown-obligation"
    case unknownConcept = "unknown-concept"
    case unknownList = "unknown-list"
    case unknownCertificate = "unknown-certificate"
    case unknownMessage = "unknown-message"
    case unknownProcedure = "unknown-procedure"
    case unknownService = "unknown-service"
    case unknownItem = "unknown-item"
    case unknownRegion = "unknown-region"
    case unknownUnit = "unknown-unit"
    case ambiguousUnit = "ambiguous-unit"
    case unknownCitation = "unknown-citation"
    case badItemCode = "bad-item-code"
    case badUnitCode = "bad-unit-code"
    case itemCodeTwice = "item-code-twice"
    case levelsDiffer = "levels-differ"
    case unknownCount = "unknown-count"
    case unknownMetric = "unknown-metric"
    case unknownIndex = "unknown-index"
    case unknownRanking = "unknown-ranking"
    case leafAndPrefix = "leaf-and-prefix"
    case messageText = "message-text"
    // Law
    case promiseTooLong = "promise-too-long"
    case uncited = "uncited"
    case sampleNotSaid = "sample-not-said"
    case documentOfAnother = "document-of-another"
    case catchAllMaterial = "catch-all-material"
    case sensitivityMissing = "sensitivity-missing"
    case sealedInMetric = "sealed-in-metric"
    case promiseLooser = "promise-looser"
    case refusalWithoutNotice = "refusal-without-notice"
    // Reports
    case indexWeights = "index-weights"
    case indexScale = "index-scale"
    case indexMetric = "index-metric"
    case notDivided = "not-divided"
    // Flow
    case stageWithoutExit = "stage-without-exit"
    case unreachableStage = "unreachable-stage"
    case silentState = "silent-state"
    case automaticCycle = "automatic-cycle"
    case noNextTask = "no-next-task"
    case memberCycle = "member-cycle"
    case bundlePromise = "bundle-promise"
    case bundleOrder = "bundle-order"
    case bundleAsksMore = "bundle-asks-more"
    case bundleAsksLess = "bundle-asks-less"
    case bundleDiffers = "bundle-differs"
    // Commitment and tolerance
    case commitmentArea = "commitment-area"
    case commitmentBars = "commitment-bars"
    case commitmentText = "commitment-text"
    case toleranceEmpty = "tolerance-empty"
    // Use
    case unreachableField = "unreachable-field"
    case tableGap = "table-gap"
    case tableOverlap = "table-overlap"
    case rowNeverHits = "row-never-hits"
    case rowNotExercised = "row-not-exercised"
    case ruleNotTried = "rule-not-tried"
    case noSituation = "no-situation"
    case notResolvable = "not-resolvable"
    case guideMissing = "guide-missing"
    case limitRows = "limit-rows"
    // Finding
    case serviceWithoutTheme = "service-without-theme"
    case doubleWord = "double-word"

    package var isWarning: Bool {
        switch self {
        case .sampleNotSaid, .sensitivityMissing, .serviceWithoutTheme, .ruleNotTried,
            .promiseLooser:
            true
        default: false
        }
    }
}
