import Testing
import Values

@testable import Features

@Suite struct RatingFiguresTests {
    @Test func `what was found to be false counts in no rate`() {
        var figures = RatingFigures()
        figures.add(6, .rated(.veryGood))
        figures.add(1, .rated(.fair))
        figures.add(3, .rated(.bad))
        figures.add(2, .bad(isNamed: true))
        figures.add(1, .bad(isNamed: false))
        figures.add(1, .excluded(.bad, isNamed: true))
        figures.add(2, .corrected)
        figures.add(1, .calledBack)
        figures.add(20, .handled)
        let measures = RatingMeasures(figures: figures, parts: [:])
        #expect(measures.correction == RatingRate(2, of: 2) && measures.correction.hundredths == 10_000)
        #expect(measures.callBack == RatingRate(1, of: 1))
        #expect(measures.satisfaction == RatingRate(7, of: 9) && measures.satisfaction.hundredths == 7777)
        #expect(measures.participation == RatingRate(9, of: 20))
        #expect(measures.items.hundredths == nil, "of nothing there is no rate")
    }

    @Test func `an item is covered when each of its events could be rated`() {
        var whole = RatingFigures()
        whole.add(3, .handled)
        whole.add(3, .open)
        var part = whole
        part.add(1, .handled)
        let none = RatingFigures()
        let measures = RatingMeasures(
            figures: part, parts: [.item: ["a": whole, "b": part, "c": none], .channel: ["online": whole]])
        #expect(measures.items == RatingRate(1, of: 2) && measures.gaps[.item] == ["b"])
        #expect(measures.channels == RatingRate(1, of: 1) && measures.gaps[.channel] == [])
        #expect(RatingWords.percent(measures.items) == "50.00%" && RatingWords.percent(measures.channels) == "100%")
        #expect(RatingWords.percent(measures.subjects) == "—")
        #expect(RatingWords.percent(RatingRate(99_999, of: 100_000)) == "99.99%", "never rounded up to all")
    }

    @Test func `numbers and addresses in published words are masked, words stay`() {
        let cases = [
            ("电话 13800138000 没人接", "电话 *********** 没人接"), ("138-0013-8000", "*************"),
            ("138 0013 8000 打不通", "*** **** **** 打不通"), ("11010119900307743X。", "******************。"),
            ("写信 a.b@example.cn 给我", "写信 ************** 给我"), ("等了 45 分钟，3 号窗口", "等了 45 分钟，3 号窗口"),
            ("2026 年", "2026 年"), ("", ""), ("X光", "X光"),
        ]
        for (words, shown) in cases { #expect(PublishedWords.masked(words) == shown, "\(words)") }
    }

    @Test func `every count has a text of its own and is read again`() {
        #expect(Set(RatingCount.all.map(\.text)).count == RatingCount.all.count)
        for count in RatingCount.all { #expect(RatingCount(text: count.text) == count) }
        #expect(RatingCount(text: "rated-6") == nil)
    }
}
