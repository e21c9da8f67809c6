import Testing
import Values

@testable import Web

@Suite struct MessagesTests {
    @Test(arguments: Language.allCases) func `every word of the interface is there`(language: Language) {
        var count = 0
        for group in Mirror(reflecting: language.words).children {
            for word in Mirror(reflecting: group.value).children {
                guard let text = word.value as? String else { continue }
                count += 1
                // English says "2 days left": nothing stands before the number.
                if language == .english, word.label == "leftBefore" { continue }
                #expect(!text.isEmpty, "\(group.label ?? "").\(word.label ?? "")")
                #expect(!text.contains("!") && !text.contains("！"), "\(text) shouts")
            }
        }
        #expect(count > 70)
    }

    @Test func `English interface words hold no Chinese`() {
        for group in Mirror(reflecting: Language.english.words).children {
            for word in Mirror(reflecting: group.value).children {
                guard let text = word.value as? String else { continue }
                #expect(!text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(text)")
            }
        }
    }

    @Test func `dates, times and periods follow each language`() {
        let moment = Moment(2026, 8, 11, hour: 9, minute: 5)
        #expect(Language.chinese.dateTime(moment) == "8 月 11 日 9:05")
        #expect(Language.english.dateTime(moment) == "11 August, 9:05")
        #expect(Language.chinese.fullDate(moment.day) == "2026 年 8 月 11 日")
        #expect(Language.chinese.shortDate(moment.day) == "8/11")
        #expect(Language.chinese.weekday(moment.day) == "星期二")
        #expect(Language.english.workdays(1) == "1 working day")
        #expect(Language.english.workdays(20) == "20 working days")
        #expect(Language.chinese.period(LegalPeriod(0, .sameDay)) == "当日办结")
        #expect(Language.chinese.nearby(moment.day, today: moment.day.previous) == "明天")
        #expect(Language.chinese.grouped(1_234_567) == "1,234,567")
        #expect(Language.chinese.fileSize(1_258_291) == "1.2 MB")
        #expect(Language.chinese.money(Money(cents: -120_050)) == "-1,200.50 元")
        #expect(Language.chinese.money(Money(cents: 500)) == "5 元")
    }

    @Test func `a law is cited by name, article, paragraph and item`() {
        let law = Citation.law(name: "行政许可法", article: "第三十二条", paragraph: 1, item: "四")
        #expect(Language.chinese.citation(law) == "《行政许可法》第三十二条第一款第四项")
        #expect(chineseNumeral(10) == "十" && chineseNumeral(12) == "十二" && chineseNumeral(35) == "三十五")
    }
}
