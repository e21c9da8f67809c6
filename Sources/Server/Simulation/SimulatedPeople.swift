import Features
import Values

/// Invented people and enterprises without end (示例数据): the same number gives the same one, two numbers give two.
///
/// Identity numbers have the serial 99x, which is given to nobody, and right check characters; telephone numbers begin
/// with 19900. No such person or enterprise is meant.
struct SimulatedPeople {
    /// Six digits each; where people were born and enterprises are registered.
    private let regionCodes: [String]

    private static let firstBirth = Day(1955, 1, 1)
    private static let births = Day(2005, 12, 31).number - firstBirth.number + 1
    private static let serials = 10

    /// - Parameter regionCodes: of districts; the one of the demo's own people is left out.
    init(regionCodes: [String]) {
        self.regionCodes = Array(Set(regionCodes).subtracting(["500103"])).sorted()
    }

    /// From every district of a city.
    init(territory: TerritoryMap) {
        let districts = SimulatedPeople.districts(of: territory)
        self.init(regionCodes: districts.compactMap { $0.code(on: SimulatedPeople.codeDay) })
    }

    /// The day whose region codes are taken, so that the same number gives the same person on every day.
    private static let codeDay = Day(2025, 1, 1)

    static func districts(of territory: TerritoryMap) -> [TerritoryMap.Region] {
        territory.regions(below: territory.root?.id ?? "", on: codeDay)
    }

    /// How many different people there are.
    var count: Int { regionCodes.count * SimulatedPeople.births * SimulatedPeople.serials }

    struct Invented: Hashable {
        let name: String
        let idNumber: String
        let phone: String
        let birth: Day
        let isFemale: Bool
    }

    /// - Parameter number: below `count`.
    func person(_ number: Int) -> Invented {
        // A step without a common divisor goes through all of them once.
        var place = number * SimulatedPeople.step % count
        let serial = place % SimulatedPeople.serials
        place /= SimulatedPeople.serials
        let birth = SimulatedPeople.firstBirth.adding(days: place % SimulatedPeople.births)
        let code = regionCodes[place / SimulatedPeople.births % regionCodes.count]
        let body = code + birth.description.filter { $0 != "-" } + "99\(serial)"
        var chance = SimulatedChance(seed: 0x6E61_6D65, number)
        return Invented(
            name: SimulatedPeople.name(isFemale: serial % 2 == 0, by: &chance), idNumber: body + check(of: body),
            phone: "19900" + SimulatedPeople.digits(number, 6), birth: birth, isFemale: serial % 2 == 0)
    }

    private static let step = 7_368_787

    private func check(of body: String) -> String {
        String(decoding: [CitizenIdentityNumber.checkCharacter(of: Array(body.utf8)[...])], as: UTF8.self)
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(String(repeating: "0", count: max(0, width - text.count)) + text).suffix(width).description
    }

    private static func name(isFemale: Bool, by chance: inout SimulatedChance) -> String {
        let family = chance.pick(families)
        let given = isFemale ? women : men
        return family + chance.pick(given) + (chance.happens(0.7) ? chance.pick(given) : "")
    }

    private static let families =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
        .map(String.init)
    private static let men = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆峰林志文博宁东海山川".map(String.init)
    private static let women = "芳娜敏静丽艳娟霞秀玲桂英兰莉萍红燕玉梅雪琳倩颖慧晶欣怡佳宁悦云月蓉蕾".map(String.init)

    // MARK: Enterprises

    /// - Parameter number: below 30 to the power of 6.
    func code(_ number: Int) -> String {
        let region = regionCodes[number % regionCodes.count]
        var rest = number
        var serial = ""
        for _ in 0..<6 {
            serial.append(SimulatedPeople.codeAlphabet[rest % 30])
            rest /= 30
        }
        let body = "91" + region + "MD" + serial
        let plain = closed(body + "0")
        // The inner check character is what the code itself would warn of.
        let warnings = UnifiedSocialCreditCode(plain)?.warnings ?? []
        for case .innerCheck(let expected) in warnings { return closed(body + String(expected)) }
        return plain
    }

    private func closed(_ body: String) -> String {
        body + String(UnifiedSocialCreditCode.checkCharacter(of: body) ?? "0")
    }

    private static let codeAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWX")

    func enterpriseName(_ number: Int) -> String {
        var chance = SimulatedChance(seed: 0x6669_726D, number)
        let word = chance.pick(SimulatedPeople.words) + chance.pick(SimulatedPeople.words)
        return "重庆" + word + chance.pick(SimulatedPeople.trades) + "有限公司（示例）"
    }

    private static let words = "山城江渝嘉陵巴缙云鼎盛恒瑞祥和兴隆泰丰源汇佳美味香百川众诚信达安康禾田润泽星辰晨光朝阳".map(String.init)
    private static let trades = [
        "餐饮管理", "食品", "商贸", "科技", "建筑工程", "物流", "农业发展", "文化传媒", "机电设备", "环保", "家政服务", "汽车服务",
    ]

    /// In a district, under streets that do not exist.
    static func address(in district: String, by chance: inout SimulatedChance) -> String {
        let street = "示例" + chance.pick(["大道", "路", "街", "巷"])
        return "重庆市\(district)\(street)\(chance.number(1...399))号\(chance.number(1...32))-\(chance.number(1...8))"
    }
}
