/// Officers of the demo who register enterprises and real estate, and those of the city's own units (示例数据).
extension SamplePeople {
    static let cityOfficers = [
        officer(
            "gu-xin", "顾欣", "500103198801129912", "19900000041", "registrar", .approver, "yuzhong-market-registration"),
        officer(
            "shi-rong", "石蓉", "500103198702139920", "19900000042", "estate-handler", .handler, "yuzhong-estate-review"),
        officer(
            "lei-ming", "雷鸣", "500103198603149939", "19900000043", "city-justice-clerk", .clerk, "chongqing-justice"),
        officer(
            "fang-wen", "方文", "500103198504159947", "19900000044", "city-justice-reviewer", .reviewer,
            "chongqing-justice-lawyers"),
        officer(
            "bai-lu", "白露", "500103198405169955", "19900000045", "city-justice-handler", .handler,
            "chongqing-justice-lawyers"),
        officer(
            "kong-de", "孔德", "500103198306179963", "19900000046", "city-justice-approver", .approver,
            "chongqing-justice"),
        officer(
            "jin-hua", "金华", "500103198207189971", "19900000047", "city-market-clerk", .clerk, "chongqing-market"),
        officer(
            "cui-lan", "崔岚", "50010319810819998X", "19900000048", "city-market-reviewer", .reviewer,
            "chongqing-market-accreditation"),
        officer(
            "tan-qing", "谭青", "500103198009209919", "19900000049", "city-expert", .expert, "chongqing-market-review"),
        officer(
            "liao-yun", "廖云", "500103197910219920", "19900000050", "city-expert2", .expert, "chongqing-market-review"),
        officer(
            "hou-bin", "侯斌", "500103197811229939", "19900000051", "city-market-approver", .approver,
            "chongqing-market-approval"),
        officer(
            "meng-jia", "孟佳", "500103197712239947", "19900000052", "city-market-inspector", .inspector,
            "chongqing-market"),
        officer(
            "xie-an", "谢安", "500103197604139981", "19900000053", "city-presiding", .presiding,
            "chongqing-market"),
        officer(
            "bi-cheng", "毕诚", "50010319750514999X", "19900000054", "market-inspector", .inspector,
            "yuzhong-market"),
        officer(
            "he-shi", "何实", "500103197406159906", "19900000055", "estate-inspector", .inspector,
            "yuzhong-estate"),
    ]
}
