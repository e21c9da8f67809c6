import Testing
import Values

@Suite struct MaskingTests {
    @Test func `the ends stay and the middle is hidden`() {
        #expect(Masking.middle(of: "500101199806019984", keepingFirst: 6, last: 4) == "500101********9984")
        #expect(Masking.ends(of: "500101199806019984") == "5****************4")
    }

    @Test func `a text too short to hide anything is hidden whole`() {
        #expect(Masking.middle(of: "1234567890", keepingFirst: 6, last: 4) == "**********")
        #expect(Masking.ends(of: "张三") == "**")
        #expect(Masking.ends(of: "") == "")
    }

    @Test func `names, addresses, accounts and e-mail addresses have forms of their own`() {
        #expect(Masking.name("张三丰") == "张**")
        #expect(Masking.name("李四") == "李*")
        #expect(Masking.name("Ada Byron King") == "A** B**** K***")
        #expect(Masking.address("重庆市渝中区和平路7号") == "重庆市渝中区*****")
        #expect(Masking.account("6222020200112233445") == "***************3445")
        #expect(Masking.email("zhang@example.cn") == "z****@example.cn")
        #expect(Masking.email("no address") == "n********s")
    }
}
