import Values

extension Messages {
    static let chinese = Messages(
        shell: chineseShell, form: chineseForm, clock: chineseClock, table: chineseTable, guide: chineseGuide,
        check: chineseCheck, failure: chineseFailures)
}

private let chineseShell = Messages.Shell(
    skip: "跳到正文",
    identityRegion: "网站身份与显示设置",
    officialSite: { "\($0)主办的官方网站" },
    officialExplained: "官方网站的域名以 .gov.cn 结尾，页面底部有党政机关标识和网站标识码。我们不会打电话或发短信索要验证码、银行卡密码。",
    sampleData: "演示系统：人员、企业、证照和办件都是虚构的示例数据。",
    search: "搜索",
    searchLabel: "按办件编号查找",
    careOn: "关怀版",
    careOff: "返回标准版",
    contrastOn: "高对比度",
    contrastOff: "标准对比度",
    mainNavigation: "主导航",
    menu: "菜单",
    phoneMenu: "手机菜单",
    tabBar: "常用",
    signIn: "登录",
    signOut: "退出登录",
    position: "当前位置",
    back: "返回",
    onThisPage: "本页内容",
    host: { "主办：\($0)" },
    run: { "承办：\($0)" },
    hotline: "咨询投诉：",
    allDay: "（全天）",
    support: { "技术支持：\($0)" },
    emblem: "党政机关标识",
    siteCode: { "网站标识码：\($0)" },
    printedAt: { "打印时间：\($0)" },
    workspace: "工作台",
    legalEffect: nil)

private let chineseForm = Messages.Form(
    optional: "（选填）",
    errorMark: "错误：",
    errorTitle: { "错误：\($0)" },
    problems: { "有 \($0) 处需要修改" },
    year: "年",
    month: "月",
    day: "日",
    yes: "是",
    no: "否",
    choose: "选择一项",
    removeFile: "移除",
    steps: "步骤",
    step: { "第 \($0) 步，共 \($1) 步" },
    saveAndContinue: "保存并继续",
    saveDraft: "存草稿，以后再办",
    change: "修改",
    fillIn: "填写",
    notFilledIn: "没有填写",
    print: "打印")

private let chineseClock = Messages.Clock(
    heading: "办理时限",
    leftBefore: "还剩 ",
    leftAfter: { _, unit in unit == .workdays ? " 个工作日" : " 天" },
    dueToday: "今天到期",
    overPromise: { "超过承诺 \($0)" },
    overLaw: { "超过法定时限 \($0)" },
    paused: "暂停计时",
    endedInTime: { "\($0)按时办结" },
    endedLate: { "\($0)办结，超期 \($1)" },
    notYetKnown: { "还剩 \($0)，\($1)以后的放假安排还没有公布" },
    shortLeft: { "剩 \($0)" },
    shortOver: { "超期 \($0)" },
    shortEnded: "按时办结",
    shortNotYetKnown: "到期日待定",
    startedOn: { "\($0)开始" },
    promise: "承诺",
    legal: "法定",
    promisedBy: { "承诺 \($0)前办结" },
    allowedBy: { "法定 \($0)前" },
    used: { "已用 \($0)" },
    promised: { "承诺时限 \($0)" },
    allowed: { "法定时限 \($0)" },
    pausedFor: { "暂停 \($0)" },
    oneCell: { "一格是 \($0)" })

private let chineseTable = Messages.Table(
    paging: "分页",
    page: { "第 \($0) 页" },
    firstPage: "回到第一页",
    nextPage: "下一页",
    filter: "筛选",
    clear: "清除筛选")

private let chineseGuide = Messages.Guide(
    material: "材料",
    how: "怎么交",
    note: "说明",
    upload: "要上传",
    later: "可后补",
    promise: "可承诺",
    free: "免交")

private let chineseCheck = Messages.Check(
    item: "项目",
    given: "申请填写",
    found: "部门数据",
    source: "来源",
    result: "结果",
    mismatch: "不一致",
    noAnswer: "没有查到",
    match: "一致")

private let chineseFailures = Messages.Failures(
    problemsTitle: "有内容需要修改",
    unreadableTitle: "请求无法读取",
    wrongMethodTitle: "这个地址不支持这种请求方式",
    wrongMethodText: { "可以用的方式：\($0)。" },
    wrongTypeTitle: "不支持这种内容类型",
    wrongTypeText: { "请按 \($0) 发送。" },
    revisionNeededTitle: "缺少版本号",
    revisionNeededText: "请在 If-Match 中写明所依据的版本，即读取时得到的 ETag。",
    otherRevisionTitle: "内容已经有了新的版本",
    otherRevisionText: "您所依据的版本之后又有修改，本次没有保存。请核对两个版本后再发送。",
    forbiddenTitle: "这件事您现在办不了",
    conflictTitle: "现在不能这样办",
    notFoundTitle: "没有找到这个页面",
    notFoundText: "网址可能写错了，或者内容已经移走。可以从首页重新找，或打电话问。",
    signInTitle: "登录后才能看",
    signInText: "这里有您个人的办件信息，登录后会回到这一页。",
    tooManyTitle: "尝试次数太多了",
    tooManyText: { "\($0)后可以再试。已填的内容没有丢。" },
    tooLargeTitle: "文件太大了",
    tooLargeText: {
        "每次最多上传 \($0)，您这次发来的超过了，所以没有收下，也没有保存任何内容。"
            + "请回到上一页，把文件压缩、去掉不需要的页，或者分成几个文件，再上传一次。"
    },
    keyReusedTitle: "这个表单已经提交过了",
    keyReusedText: "同一个表单先前提交过另一份内容。重新打开页面，再填一次。",
    staleTitle: "内容刚被别人更新了",
    staleText: "您的操作没有生效，什么都没有改动。重新打开页面，看看最新的情况。",
    unavailableTitle: "现在办不了",
    defectTitle: "系统出错了",
    defectText: { "错误已经记录，编号 \($0)。先看看刚才的操作有没有生效，再决定要不要重做；也可以打电话告诉我们编号。" },
    formExpiredText: "为了安全，这个表单要重新打开再提交。已保存的草稿还在。",
    kept: "您填的内容还在",
    again: "再提交一次",
    goHome: "回首页",
    callHotline: { "打 \($0) 问" },
    reload: "重新打开页面")
