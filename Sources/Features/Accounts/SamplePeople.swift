import Proofs
import Values

/// Invented people for the demo (示例数据): every role of 渝中区, citizens, and an enterprise with its agent.
///
/// Only `--demo` writes them. Ids follow from the keys, so that registers played by stand-ins can name the same people.
/// Identity numbers have the serial 99x and a right check character; no such person is meant.
package struct SamplePerson: Hashable, Sendable {
    /// Names the person in other sample data.
    package let key: String
    package let name: String
    /// 18 characters with a right check character.
    package let idNumber: String
    package let phone: String
    /// The account name of an officer; citizens sign in with their telephone number.
    package let account: String?
    package let role: Role?
    package let unit: String?

    package var id: Person.ID { SamplePeople.identifier("person", key) }

    /// What the person types to sign in.
    package var login: String { account ?? phone }
}

package enum SamplePeople {
    /// The same for all, and printed at the start: these are no accounts of anybody.
    package static let password = "tongban-sample"
    package static let region = "yuzhong"
    /// Where a unit of the samples stands: its id begins with its region.
    package static func region(ofUnit unit: String) -> String { String(unit.prefix { $0 != "-" }) }
    /// The first day of the sample units.
    static let start = Day(2019, 1, 1)
    static let end = Day(2099, 12, 31)

    package static let citizens = [
        citizen("li-ming", "李明", "500103198503129906", "19900000001"),
        citizen("wang-fang", "王芳", "50010319790621991X", "19900000002"),
        citizen("zhao-lei", "赵磊", "500103199309089925", "19900000003"),
        citizen("chen-guilan", "陈桂兰", "500103195201179939", "19900000004"),
    ]

    /// Known to the population register's stand-in and without an account: they can open one in the demo.
    package static let newcomers = [
        citizen("fang-yuan", "方远", "500103198802149915", "19900000091"),
        citizen("tian-jing", "田静", "500103199508309927", "19900000092"),
        citizen("shi-lei", "石磊", "50010319730709991X", "19900000093"),
    ]

    package static let officers = centralOfficers + utilityOfficers + labourAndTransportOfficers + cityOfficers

    private static let centralOfficers = [
        officer("zhou-min", "周敏", "500103198801019940", "19900000005", "window", .clerk, "yuzhong-centre-market"),
        officer("wu-jing", "吴静", "500103198702029959", "19900000006", "clerk", .clerk, "yuzhong-market"),
        officer("zheng-qiang", "郑强", "500103198603039967", "19900000007", "reviewer", .reviewer, "yuzhong-market-food"),
        officer("sun-li", "孙丽", "500103198504049975", "19900000008", "reviewer2", .reviewer, "yuzhong-market-approval"),
        officer("he-wei", "何伟", "500103198405059983", "19900000009", "approver", .approver, "yuzhong-market-approval"),
        officer("ma-chao", "马超", "500103198306069991", "19900000010", "inspector", .inspector, "yuzhong-market-food"),
        officer("lin-tao", "林涛", "500103198207079908", "19900000011", "inspector2", .inspector, "yuzhong-market-food"),
        officer("guo-jianguo", "郭建国", "500103198108089916", "19900000012", "head", .head, "yuzhong-market"),
        officer("gao-feng", "高峰", "500103198009099924", "19900000013", "presiding", .presiding, "yuzhong-market"),
        officer("luo-wen", "罗文", "500103197910109932", "19900000014", "expert", .expert, "yuzhong-market"),
        officer("liang-yan", "梁艳", "500103197811119940", "19900000015", "handler", .handler, "yuzhong-market"),
        officer("tan-ming", "谭明", "50010319921112995X", "19900000081", "handler-centre", .handler, "yuzhong-centre"),
        officer("song-jie", "宋洁", "500103197712129959", "19900000016", "legal", .legalReviewer, "yuzhong-market"),
        officer("tang-yue", "唐悦", "500103199001139965", "19900000017", "estate-clerk", .clerk, "yuzhong-estate-hall"),
        officer(
            "xu-gang", "许刚", "500103199102149978", "19900000018", "estate-reviewer", .reviewer,
            "yuzhong-estate-review"),
        officer("han-mei", "韩梅", "500103199203159980", "19900000019", "estate-approver", .approver, "yuzhong-estate"),
        officer("feng-xue", "冯雪", "500103198904169992", "19900000020", "forestry-clerk", .clerk, "yuzhong-forestry"),
        officer(
            "cao-lin", "曹林", "500103198805179909", "19900000021", "forestry-inspector", .inspector,
            "yuzhong-forestry-pests"),
        officer(
            "dong-qing", "董青", "500103198706189917", "19900000022", "forestry-reviewer", .reviewer,
            "yuzhong-forestry-pests"),
        officer(
            "peng-shan", "彭山", "500103198607199925", "19900000023", "forestry-approver", .approver, "yuzhong-forestry"),
        officer(
            "shen-lin", "沈琳", "50010319850820993X", "19900000024", "operator", .operator, "yuzhong-centre-general"),
        officer(
            "jiang-zheng", "蒋正", "500103198409219948", "19900000025", "supervisor", .supervisor,
            "yuzhong-centre"),
        officer("yu-fan", "余凡", "500103198310229951", "19900000026", "items", .itemManager, "yuzhong-services-office"),
        officer("pan-yun", "潘云", "50010319821123996X", "19900000027", "data", .dataSteward, "yuzhong-services-office"),
        officer("du-heng", "杜衡", "500103198112249978", "19900000028", "auditor", .auditor, "yuzhong-services-office"),
        officer(
            "dai-ning", "戴宁", "500103198010259980", "19900000029", "administrator", .administrator,
            "yuzhong-services-office"),
        officer("qian-li", "钱莉", "500103197911269997", "19900000030", "credit", .creditOfficer, "yuzhong-reform"),
        officer(
            "qin-hao", "秦浩", "500103197812279903", "19900000031", "business", .clerk, "yuzhong-centre-business"),
        officer(
            "tao-ran", "陶然", "500103198903039942", "19900000091", "items-city", .itemManager, "chongqing-centre"),
        officer(
            "shi-jian", "石坚", "500103198804049969", "19900000092", "legal-city", .legalReviewer, "chongqing-centre"),
        officer(
            "hou-yi", "侯毅", "500103198705059950", "19900000093", "approver-city", .approver, "chongqing-centre"),
        officer(
            "zhen-shi", "甄实", "500103198606069918", "19900000094", "supervisor-city", .supervisor, "chongqing-centre"),
    ]

    package static var all: [SamplePerson] { citizens + officers }

    /// 王芳 is its legal representative, 赵磊 acts for it under a delegation for every service.
    package static let enterprise = Enterprise(
        id: identifier("enterprise", "xiaoman"), code: "91500103MA9TB0018J", name: "重庆小满餐饮管理有限公司（示例）",
        representative: citizens[1].id, isSample: true)

    /// The delegation by office of 王芳, that of 赵磊, and that of 李明 for his mother 陈桂兰.
    static let delegations = [
        delegation("xiaoman-wang-fang", .enterprise(enterprise.id), citizens[1].id),
        delegation("xiaoman-zhao-lei", .enterprise(enterprise.id), citizens[2].id),
        delegation("chen-guilan-li-ming", .person(citizens[3].id), citizens[0].id),
    ]

    package static let system = ConnectedSystem(
        id: (identifier("system", "neighbour") as Identifier<ConnectedSystem>).text, name: "示例对接系统",
        scopes: [.read, .file, .decide, .feed])

    /// Everybody can work out this token; it opens the demo only.
    package static let token = BearerToken(bytes: SM3.hash(Array("sample-token".utf8)))

    /// What `serve --demo` prints: login, name, role, unit and post of each officer, the id of each citizen, and the
    /// token of the connected system.
    package static var lines: [String] {
        let people = all.map { person in
            let id = post(of: person.key)
            let role = person.role.map { "\($0.rawValue) @ \(person.unit ?? "")\t\(id)" } ?? "citizen\t\(person.id)"
            return "\(person.login)\t\(person.name)\t\(role)"
        }
        return ["示例账户（仅供演示），密码均为 \(password)："] + people + ["接口令牌（示例）：\(token.text)"]
    }

    /// The post of one of the officers, by the key of the person.
    package static func post(of key: String) -> Post.ID { identifier("post", key) }

    /// Follows from kind and key, and is the same on every machine.
    static func identifier<Owner>(_ kind: String, _ key: String) -> Identifier<Owner> {
        Identifier(at: Moment(start), random: SM3.hash(Array("sample:\(kind):\(key)".utf8)))
    }

    private static func delegation(_ key: String, _ subject: Subject, _ agent: Person.ID) -> Delegation {
        Delegation(
            id: identifier("delegation", key), subject: subject, agent: agent, services: nil, from: start, until: end,
            revokedOn: nil)
    }

    private static func citizen(_ key: String, _ name: String, _ number: String, _ phone: String) -> SamplePerson {
        SamplePerson(key: key, name: name, idNumber: number, phone: phone, account: nil, role: nil, unit: nil)
    }

    static func officer(
        _ key: String, _ name: String, _ number: String, _ phone: String, _ account: String, _ role: Role,
        _ unit: String
    ) -> SamplePerson {
        SamplePerson(key: key, name: name, idNumber: number, phone: phone, account: account, role: role, unit: unit)
    }
}
