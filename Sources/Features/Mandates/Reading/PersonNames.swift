/// What a person's name looks like beside that of a body.
enum PersonNames {
    private static let surnames = WordSet(
        """
        王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 韩 冯 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 \
        姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 汤 康 \
        易 乔 赖 文 施 洪 辛 柯 庞 樊 兰 殷 倪 欧阳 司马 上官 诸葛 那 包 乌 阿
        """)

    /// Two to four Chinese characters that begin with a surname and do not end like the name of a body.
    static func isName(_ text: LocatedText) -> Bool {
        (2...4).contains(text.count) && text.normal.allSatisfy(MandateNumerals.isHan) && surnames.begins(text.normal)
            && !UnitNames.endsLikeName(text.normal)
    }
}
