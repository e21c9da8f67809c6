import Casework
import Definitions
import Values
import Web

/// What has happened to a case in public words, the newest first; the internal log says more.
struct MyCaseTimeline {
    let mine: MyCase

    func entries(in language: Language) -> [Timeline.Entry] {
        let documents = documentsByVersion
        var entries: [Timeline.Entry] = []
        for event in mine.events.reversed() {
            guard var entry = entry(of: event, in: language) else { continue }
            let links = (documents[event.version] ?? []).map { link(to: $0, in: language) }
            if !links.isEmpty {
                entry = Timeline.Entry(
                    entry.state, entry.title, tag: entry.tag, details: entry.details, text: entry.text,
                    documents: links)
            }
            entries.append(entry)
        }
        return coming(in: language) + entries
    }

    /// What stands next: the present stage, and the promised end.
    private func coming(in language: Language) -> [Timeline.Entry] {
        guard !mine.file.isClosed, let stage = mine.stage else { return [] }
        var entries: [Timeline.Entry] = []
        if let clock = mine.mainClock, clock.endedOn == nil, let day = clock.told?.due?.day {
            let date = language.date(day, seenOn: mine.moment.day)
            let word = day < mine.moment.day ? MyWords.wasExpected : MyWords.expected
            entries.append(.init(.coming, clock.name[language], details: [word[language] + " " + date]))
        }
        let who = stage.waitsFor == .applicant ? MyWords.you[language] : mine.unitName
        entries.append(
            .init(.now, stage.name[language], tag: Tag(.warn, MyWords.inProgress[language]), details: [who]))
        return entries
    }

    private func entry(of event: PastEvent, in language: Language) -> Timeline.Entry? {
        let data = event.body.data
        // What time did happened when the time was over, however late that was written.
        let instant = event.body.actor == .platform ? event.body.effective.moment : event.at
        let when = language.date(instant.day, seenOn: mine.moment.day) + " " + language.time(instant)
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted: return acted(event, when, in: language)
        case .taskDone:
            guard let task = mine.plan.tasks.first(where: { $0.id == data["task"]?.text }) else { return nil }
            let name = task.name[language] + (language == .chinese ? "" : ": ") + MyWords.finished[language]
            return .init(.done, name, details: [when, mine.unitName])
        case .evidenceAdded: return .init(.done, MyWords.added[language], details: [when, who(event, in: language)])
        case .clockStopped:
            guard data["clock"]?.text == mine.plan.mainClock else { return nil }
            return .init(
                .paused, MyWords.paused[language] + (data["ground"]?.text ?? ""), details: [when, mine.unitName],
                text: law(data["law"], in: language))
        case .clockResumed:
            guard data["clock"]?.text == mine.plan.mainClock else { return nil }
            return .init(.done, MyWords.resumed[language], details: [when])
        case .clockMissed:
            guard data["clock"]?.text == mine.plan.mainClock else { return nil }
            return .init(.refused, MyWords.missed[language], details: [when])
        default: return nil
        }
    }

    private func acted(_ event: PastEvent, _ when: String, in language: Language) -> Timeline.Entry? {
        let data = event.body.data
        let deed = data["deed"]?.text ?? ""
        let isOpening = deed == "opens"
        let known = mine.plan.deed(at: deed)?.name?[language]
        guard let name = isOpening ? ApplyWords.file[language] : known else { return nil }
        let outcome = data["outcome"]?.text
        let state: Timeline.State = outcome == nil || outcome == "granted" ? .done : .refused
        let isDeemed = data["deemed"]?.bool ?? false
        let tag = isDeemed ? Tag(.info, MyWords.deemed[language]) : nil
        return .init(
            state, name, tag: tag, details: [when, who(event, in: language)], text: law(data["law"], in: language))
    }

    /// Whose deed it was, as the public is told: the office, the applicant, or nobody in person.
    private func who(_ event: PastEvent, in language: Language) -> String {
        switch event.body.actor {
        case .person, .enterprise: MyWords.agent[language]
        case .platform: MyWords.platform[language]
        case .post, .system: mine.unitName
        }
    }

    private func law(_ json: JSON?, in language: Language) -> String? {
        json.flatMap { Citation($0) }.map { language.citation($0) }
    }

    // MARK: Documents

    /// Documents by the version of the deed that gave them: the last visible event before they were served.
    private var documentsByVersion: [Int: [CaseDocument]] {
        var found: [Int: [CaseDocument]] = [:]
        var last = 1
        for event in mine.events {
            switch CaseEventKind(rawValue: event.body.kind) {
            case .acted: if event.body.data["notice"]?.text != nil || last == 1 { last = event.version }
            case .documentServed:
                let number = event.body.data["document"]?.number
                guard let document = mine.file.documents.first(where: { $0.number == number }) else { continue }
                found[last, default: []].append(document)
            default: continue
            }
        }
        return found
    }

    private func link(to document: CaseDocument, in language: Language) -> DocumentLink {
        let name = mine.definition.messages[document.template]?.name ?? MyWords.documentTitle
        return DocumentLink(name[language], to: "/cases/\(mine.file.id)/documents/\(document.number)")
    }
}
