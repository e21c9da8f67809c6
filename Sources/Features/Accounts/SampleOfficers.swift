/// Officers of the demo who connect water, power and gas, pay unemployment benefit and license road transport.
extension SamplePeople {
    static let utilityOfficers = [
        officer(
            "ye-qing", "叶青", "500103198901039906", "19900000101", "water-clerk", .clerk, "yuzhong-water-window"),
        officer("shu-sheng", "舒声", "500103198802049914", "19900000102", "water-handler", .handler, "yuzhong-water"),
        officer("tan-jie", "谭杰", "500103198703059922", "19900000103", "water-reviewer", .reviewer, "yuzhong-water"),
        officer(
            "lu-yuan", "陆远", "500103198604069930", "19900000104", "roads", .handler, "yuzhong-city-management"),
        officer(
            "shi-lei", "石磊", "500103198505079949", "19900000105", "water-approver", .approver,
            "yuzhong-city-management"),
        officer(
            "tian-hua", "田华", "500103198406089957", "19900000106", "power-clerk", .clerk, "yuzhong-power-window"),
        officer("fu-bo", "傅波", "500103198307099965", "19900000107", "power-handler", .handler, "yuzhong-power"),
        officer("wan-rong", "万蓉", "50010319820810997X", "19900000108", "power-reviewer", .reviewer, "yuzhong-power"),
        officer("ge-tian", "葛天", "500103198109119988", "19900000109", "power-inspector", .inspector, "yuzhong-power"),
        officer(
            "mo-fei", "莫飞", "500103198010129991", "19900000110", "power-inspector2", .inspector, "yuzhong-power"),
        officer(
            "ning-an", "宁安", "500103197911139906", "19900000111", "power-approver", .approver, "yuzhong-economy"),
        officer("qiao-mei", "乔梅", "500103197812149914", "19900000112", "gas-clerk", .clerk, "yuzhong-gas-window"),
        officer("tao-yong", "陶勇", "500103199001159923", "19900000113", "gas-handler", .handler, "yuzhong-gas"),
        officer("wei-jing", "韦静", "500103199102169936", "19900000114", "gas-reviewer", .reviewer, "yuzhong-gas"),
        officer("bai-yu", "白羽", "500103199203179949", "19900000115", "gas-inspector", .inspector, "yuzhong-gas"),
        officer("kang-jian", "康健", "500103199304189951", "19900000116", "gas-inspector2", .inspector, "yuzhong-gas"),
    ]

    static let labourAndTransportOfficers = [
        officer(
            "ruan-qin", "阮琴", "500103197805199964", "19900000117", "labour-clerk", .clerk,
            "yuzhong-labour-employment"),
        officer(
            "xiang-yang", "向阳", "500103197706209979", "19900000118", "labour-approver", .approver, "yuzhong-labour"),
        officer(
            "che-ping", "车平", "500103197607219987", "19900000119", "transport-clerk", .clerk, "yuzhong-transport"),
        officer(
            "cheng-lu", "程路", "500103197508229995", "19900000120", "transport-reviewer", .reviewer,
            "yuzhong-transport-road"),
        officer(
            "jing-wen", "景文", "500103197409239901", "19900000121", "transport-inspector", .inspector,
            "yuzhong-transport-road"),
        officer(
            "lang-yi", "郎毅", "500103197310249915", "19900000122", "transport-inspector2", .inspector,
            "yuzhong-transport-road"),
        officer(
            "gu-cheng", "顾城", "500103197211259923", "19900000123", "transport-approver", .approver,
            "yuzhong-transport-approval"),
    ]
}
