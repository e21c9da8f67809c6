import Values

/// What comes next, over all cases: the earliest moment first, then the lower number (a binary heap).
struct SimulatedAgenda {
    struct Entry: Hashable, Comparable {
        let moment: Moment
        /// Number of the case.
        let number: Int
        /// Nobody does anything; only time passes.
        let isPass: Bool

        static func < (left: Entry, right: Entry) -> Bool {
            (left.moment, left.number) < (right.moment, right.number)
        }
    }

    private var heap: [Entry] = []

    var first: Entry? { heap.first }

    mutating func add(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == parent { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
