/// The closed list of what can be recorded in the stream of a case (案件事件). A new kind needs a decision record.
///
/// Every kind has shape 1. Keys of `data`, in the open part unless marked *s*. A key marked *s* is split: what is
/// public stands in the open part, personal values and free text stand in the sealed part under the same key, and the
/// open part names their ids under `sealed_<key>`. A later version may add keys; it never gives a key another meaning.
///
/// | kind | keys |
/// |---|---|
/// | `opened` | `service`, `procedure`, `variant`, `definition` (hash), `region`, `unit`, `track`, `applicant`, `agent`, `delegation`, `subjects` [{kind, id}], `opened_by` (applicant, officer, platform, system), `parent` {case, child}, `facts` *s*, `sources` {fact: {source, grade}}, `evidence` [{need, source, grade, reference, files, expires}], `deferred` [need] |
/// | `acted` | `event`, `deed` (`opens`, `actions.ID`, `tasks.ID.RESULT`, `clocks.ID`, `obligations.ID`, `parent`), `person`, `signers` (several signed), `said` *s*, `as_of` (local instant or null), `to`, `outcome`, `issues` (kind of certificate, `revocation` or null), `notice`, `auto`, `deemed`, `law`, `number` (printed number, given here), `trace` {`rows` [{table, row, law}], `facts` *s*, `sources`} |
/// | `answered` | `facts` *s* (null: not established any more), `source`, `grade`, `person` |
/// | `evidence-added` | `evidence` (as in `opened`), `person` |
/// | `stage-entered` | `stage`, `visit` (from 1, per stage), `final` |
/// | `task-opened` | `task`, `number` (from 1, per task), `unit`, `role`, `within` {statutory, promised}, `due`, `legal_due`, `calendar` |
/// | `task-unclear` | `task`, `number`, `unit`, `role`, `names` (facts to be established) |
/// | `task-skipped`, `task-cancelled` | `task`, `number` |
/// | `task-signed` | `task`, `number` or `action`; `result`, `said` *s*, `person` |
/// | `task-tried` | `task`, `number`, `result`, `said` *s*, `person` |
/// | `task-done` | `task`, `number`, `result`, `said` *s*, `signers` (persons), `deemed` |
/// | `task-unstaffed` | `task`, `number`, `unit` (the unit above, which names someone), `role` |
/// | `clock-started` | `clock`, `run` (from 1), `as_of`, `from` (local instant, for hours), `statutory`, `promised`, `is_until`, `until`, `rolls`, `due`, `legal_due`, `calendar` |
/// | `clock-limited` | `clock`, `statutory`, `promised`, `until`, `due`, `legal_due`, `calendar` |
/// | `clock-stopped` | `clock`, `while`, `only` (`promised` or null), `from` (day), `ground`, `law`, `due`, `legal_due`, `calendar` |
/// | `clock-resumed` | `clock`, `while`, `only`, `to` (day), `due`, `legal_due`, `calendar` |
/// | `clock-extended` | `clock`, `by`, `event`, `law`, `due`, `legal_due`, `calendar` |
/// | `clock-missed` | `clock` or `task` and `number`; `due` |
/// | `clock-expired` | `clock` or `task` and `number`; `due` |
/// | `clock-ended` | `clock`, `event` (null: the case closed) |
/// | `clock-recomputed` | `clock`, or `task` and `number`, or `obligation` and `number`; `due`, `legal_due`, `was`, `legal_was`, `calendar`, `calendar_was`, `told` (who is told) |
/// | `obligation-opened` | `obligation`, `number` (from 1, per case), `owed_by` (applicant, office), `each`, `within`, `due`, `calendar`, `blocks` [event] |
/// | `obligation-kept`, `-dropped` | `obligation`, `number`, `event` |
/// | `obligation-broken` | `obligation`, `number`, `due`, `event` (what showed it; absent: time alone) |
/// | `obligation-late` | `obligation`, `number`, `due` |
/// | `obligation-discharged` | `obligation`, `number` |
/// | `child-planned` | `child` (`ID` or `ID:EACH`), `rule`, `each`, `service`, `procedure`, `after`, `on_close` |
/// | `child-opened` | `child`, `case` |
/// | `child-left-out` | `child`, `because` (`when`, `after`, `closed`) |
/// | `child-settled` | `child`, `case`, `outcome` (`withdrawn`, `went_on` when the parent closed first; `could_not_open`), `facts` *s* (what its certificate says) |
/// | `document-served` | `document` (from 1; one that is there: served once more), `template`, `fields` *s*, `hash` (of its rendered bytes), `way`, `language`, `on` (day of the service, when earlier), `person` |
/// | `repinned` | `from`, `definition`, `law`, `person`, `second` |
/// | `corrected` | `version` (of the event put right), `facts` *s*, `person`, `second`, `law` |
///
/// A date that is not known yet is written `{"after": DAY, "workdays_left": N}`; a date is its day, or a local instant
/// for hours.
package enum CaseEventKind: String, Hashable, Sendable, CaseIterable {
    case opened, acted, answered
    case evidenceAdded = "evidence-added"
    case stageEntered = "stage-entered"
    case taskOpened = "task-opened"
    case taskSkipped = "task-skipped"
    case taskUnclear = "task-unclear"
    case taskSigned = "task-signed"
    case taskTried = "task-tried"
    case taskDone = "task-done"
    case taskCancelled = "task-cancelled"
    case taskUnstaffed = "task-unstaffed"
    case clockStarted = "clock-started"
    case clockLimited = "clock-limited"
    case clockStopped = "clock-stopped"
    case clockResumed = "clock-resumed"
    case clockExtended = "clock-extended"
    case clockMissed = "clock-missed"
    case clockExpired = "clock-expired"
    case clockEnded = "clock-ended"
    case clockRecomputed = "clock-recomputed"
    case obligationOpened = "obligation-opened"
    case obligationKept = "obligation-kept"
    case obligationDropped = "obligation-dropped"
    case obligationBroken = "obligation-broken"
    case obligationLate = "obligation-late"
    case obligationDischarged = "obligation-discharged"
    case childPlanned = "child-planned"
    case childOpened = "child-opened"
    case childLeftOut = "child-left-out"
    case childSettled = "child-settled"
    case documentServed = "document-served"
    case repinned, corrected

    /// Number of the shape that this version writes, and the newest it can read.
    package var schema: Int { 1 }
}
