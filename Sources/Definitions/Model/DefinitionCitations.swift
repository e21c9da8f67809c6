import Values

extension Definition {
    /// Every source that the definition itself names for what may be decided, each once: grounds of tables first, then
    /// what service and procedure rest on, then what deeds, clocks and duties follow. Whoever cites with a deed
    /// (依据条款) cites one of these.
    package var citations: [Citation] {
        var all: [Citation] = []
        func add(_ citation: Citation?) {
            if let citation, !all.contains(citation) { all.append(citation) }
        }
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            for rule in table.table.rules { add(rule.law) }
        }
        for citation in service.basis { add(citation) }
        for plan in plans {
            for citation in plan.basis { add(citation) }
            add(plan.opening.deed.law)
            for action in plan.actions { add(action.deed.law) }
            for task in plan.tasks {
                add(task.law)
                for result in task.results { add(result.law) }
            }
            for clock in plan.clocks {
                add(clock.law)
                add(clock.expires?.law)
                for stop in clock.stops { add(stop.law) }
            }
            for obligation in plan.obligations {
                add(obligation.law)
                add(obligation.expires?.law)
            }
        }
        return all
    }
}

extension Citation {
    /// How it stands in what is said with a deed, and is printed in a notice: its Chinese form, in which the law stands.
    package var written: String { Language.chinese.citation(self) }
}
