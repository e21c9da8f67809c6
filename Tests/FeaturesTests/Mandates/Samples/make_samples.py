"""Writes the .docx, .xlsx and .pdf samples from the tables below. Run it in this folder; it needs chromium for the PDF.

All documents, cities and figures are invented.
"""
import html
import os
import subprocess
import sys
import tempfile
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)


def paragraph(text, number=None):
    """A paragraph; its text cut into runs, as Word does; `number` is (list, level) of automatic numbering."""
    properties = ""
    if number:
        properties = f'<w:pPr><w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr></w:pPr>'
    runs = "".join(f'<w:r><w:t xml:space="preserve">{html.escape(text[i:i + 7])}</w:t></w:r>' for i in range(0, len(text), 7))
    return f"<w:p>{properties}{runs}</w:p>"


def table(rows):
    """Cells are texts, or None where the cell above goes on; a row of one cell covers the whole width."""
    width = max(len(row) for row in rows)
    out = "<w:tbl>"
    for index, row in enumerate(rows):
        out += "<w:tr>"
        for column, cell in enumerate(row):
            merge = ""
            if len(row) == 1:
                merge = f'<w:gridSpan w:val="{width}"/>'
            elif cell is None:
                merge = "<w:vMerge/>"
            elif index + 1 < len(rows) and len(rows[index + 1]) > column and rows[index + 1][column] is None:
                merge = '<w:vMerge w:val="restart"/>'
            body = "".join(paragraph(part) for part in (cell or "").split("\n"))
            out += f"<w:tc><w:tcPr>{merge}</w:tcPr>{body}</w:tc>"
        out += "</w:tr>"
    return out + "</w:tbl>"


def docx(path, body):
    levels = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")]
    numbering = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, (f, t) in enumerate(levels))
    package(path, {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{numbering}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    })


def column(index):
    return chr(ord("A") + index)


def xlsx(path, sheet, rows, merges, days):
    """Texts as shared strings; `days` are cells that hold a day as a number."""
    strings, out = [], ""
    for r, row in enumerate(rows, 1):
        out += f'<row r="{r}">'
        for c, cell in enumerate(row):
            if cell is None:
                continue
            name = f"{column(c)}{r}"
            if name in days:
                out += f'<c r="{name}" s="1"><v>{days[name]}</v></c>'
            elif isinstance(cell, int):
                out += f'<c r="{name}"><v>{cell}</v></c>'
            else:
                strings.append(cell)
                out += f'<c r="{name}" t="s"><v>{len(strings) - 1}</v></c>'
        out += "</row>"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    spans = "".join(f'<mergeCell ref="{m}"/>' for m in merges)
    shared = "".join(f'<si><t xml:space="preserve">{html.escape(s)}</t></si>' for s in strings)
    package(path, {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f"<sst {main}>{shared}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{out}</sheetData><mergeCells>{spans}</mergeCells></worksheet>",
    })


def pdf(path, body):
    page = f"""<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
    @page {{ size: A4; margin: 25mm 26mm }} body {{ font: 15px/1.8 "Noto Serif CJK SC" }} h1 {{ font-size: 20px; text-align: center }}
    p {{ text-indent: 2em; margin: 0 }} p.plain {{ text-indent: 0 }} p.right {{ text-align: right }}
    table {{ border-collapse: collapse; width: 100%; font-size: 12px; line-height: 1.5 }} td, th {{ border: 1px solid; padding: 4px 6px }}
    td.c {{ text-align: center }}</style><body>{body}</body></html>"""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(page)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={os.path.abspath(path)}", source], check=True, capture_output=True)


XISHAN = [
    paragraph("西山市行政审批局"), paragraph("关于印发2026年全市政务服务重点工作任务的通知"), paragraph("西审发〔2026〕3号"),
    paragraph("各县区行政审批局，局机关各科室："),
    paragraph("现将《2026年全市政务服务重点工作任务》印发给你们，请对照任务分工抓好落实。"),
    paragraph("西山市行政审批局"), paragraph("2026年2月10日"),
    paragraph("2026年全市政务服务重点工作任务"),
    paragraph("持续深化改革", (1, 0)),
    paragraph("推进“高效办成一件事”", (1, 1)),
    paragraph("落实国家第三批重点事项清单，上半年实现12个“一件事”落地，办件量累计突破5万件。（政务改革科牵头，各县区行政审批局配合）", (1, 2)),
    paragraph("探索特色主题服务，每个县区打造不少于3个特色“一件事”，11月底前总结推广。（责任科室：政务改革科、信息科）", (1, 2)),
    paragraph("优化投资审批", (1, 1)),
    paragraph("对省市重点项目实行帮代办，帮代办覆盖率100%，审批用时平均压缩三成以上，5000万元以上项目落实专班服务。（投资项目科负责）", (1, 2)),
    paragraph("提升服务水平", (1, 0)),
    paragraph("加强窗口建设", (1, 1)),
    paragraph("开展窗口服务质量月度评价，群众满意率保持在99%以上，差评按期整改率100%。（牵头科室：督查科；配合科室：各业务科）", (1, 2)),
    paragraph("选派20名业务骨干到镇街挂职，年内轮训窗口人员一遍。（人事科牵头，机关党委参与）", (1, 2)),
    paragraph("附件"), paragraph("2026年便民服务项目清单"),
    table([
        ["序号", "项目名称", "工作内容", "责任单位", "完成时限"],
        ["一、便民设施"],
        ["1", "自助服务区", "新建24小时自助服务区6处，可办事项达到150项。", "信息科", "2026年8月"],
        [None, None, "更新自助设备40台。", "办公室", None],
        ["二、便民服务"],
        ["2", "上门服务", "为老年人、残疾人提供上门服务，全年不少于800人次。", "各县区行政审批局", "全年"],
        ["3", "延时服务", "推行午间不间断、周末不打烊，延时服务时长每日不少于1小时。", None, "长期"],
    ]),
]

QINGHE = [
    ["清河开发区2025年重点改革任务清单", None, None, None, None, None, None],
    ["序号", "改革领域", "改革任务", "年度目标", "责任单位", None, "完成时间"],
    [None, None, None, None, "牵头", "配合", None],
    [1, "政务服务", "推进“一网通办”", "网上可办率达到99%，移动端可办事项突破800项", "行政审批局", "大数据中心\n各部门", "date"],
    [2, None, "推进“跨省通办”", "新增跨省通办事项20项", "行政审批局", "公安分局、人社局", "date"],
    [3, "要素市场", "完善工业用地弹性供应制度", "弹性年期出让面积占比不低于60%", "自然资源局", "经发局", "2025年12月底前"],
    [4, None, "推进用能权交易", "完成交易3笔以上，交易额不少于200万元", "经发局", None, "四季度"],
    [5, "法治环境", "推行包容审慎监管", "出台“首违不罚”清单2.0版，不予处罚事项达到120项以上", "司法局", "市场监管局、城管局", "2025/10/31"],
]

LANXI = [
    ["兰溪新城2026年提升企业服务任务表", None, None, None, None, None],
    ["序号", "工作任务", "具体措施", "责任部门", "配合部门", "时限要求"],
    ["一、企业服务", None, None, None, None, None],
    [1, "设立企业服务专员", "为规上企业配备服务专员，实现规上企业联系服务率100%，每月走访不少于1次。", "投资促进局", "各社区", "3月底前"],
    [2, "畅通诉求渠道", "开通企业诉求专线，诉求受理后2个工作日内响应；全年解决共性问题30个以上。", "行政审批局", "经济发展局、综合执法局", "长期"],
    ["二、要素保障", None, None, None, None, None],
    [3, "降低用电成本", "组织绿电交易2亿千瓦时，企业用电综合成本下降3%。", "经济发展局", "供电公司", "date"],
    [4, "保障人才用房", "筹集人才公寓800套，分配入住率达到90%以上。", "住建局\n人社局", None, "2026年10月31日前"],
]

HEDONG = """<p class="plain">河东区人民政府办公室文件</p><p class="plain">河府办发〔2024〕27号</p>
<h1>河东区人民政府办公室<br>关于印发河东区数字政府建设2024年工作要点的通知</h1>
<p class="plain">各镇人民政府、街道办事处，区级各部门：</p>
<p>《河东区数字政府建设2024年工作要点》已经区政府同意，现印发给你们，请结合实际认真贯彻落实。</p>
<p class="right">河东区人民政府办公室</p><p class="right">2024年4月8日</p>
<h1>河东区数字政府建设2024年工作要点</h1>
<p>一、夯实数字底座</p>
<p>（一）提升政务云服务能力。完成政务云扩容，新增算力不低于300核，政务信息系统上云率达到95%以上，云资源利用率提高15个百分点，对闲置资源每季度末清理一次。（责任单位：区数据局、区财政局）</p>
<p>（二）加强数据归集。建立公共数据目录动态更新机制，年底前归集公共数据12亿条，其中高频数据更新周期缩短至1天以内，数据共享需求满足率达到98%，共享申请应当自收到之日起3个工作日内答复。（责任单位：区数据局，区级各部门，各镇人民政府、街道办事处）</p>
<p>二、拓展数字应用</p>
<p>（三）打造“河东办”应用。2024年9月底前完成应用改版，接入服务事项600项以上，注册用户突破50万人，月活跃用户比上年末增长30%。（牵头单位：区数据局；配合单位：区行政服务中心、区融媒体中心）</p>
<p>（四）建设基层智治平台。推动镇街“一中心四板块”贯通，实现事件处置平均时长压缩20%，10月底前完成全部9个镇街上线运行。（牵头单位：区委政法委；配合单位：各镇街）</p>
<p>附件：河东区数字政府重点项目表</p><div style="break-before:page"></div>
<p class="plain">附件</p><h1>河东区数字政府重点项目表</h1>
<table><thead><tr><th style="width:8%">序号</th><th style="width:50%">工作内容</th><th style="width:16%">牵头单位</th><th style="width:14%">配合单位</th><th style="width:12%">完成时限</th></tr></thead>
<tr><td class="c">1</td><td>建设统一身份认证平台，对接自建系统不少于30个，实现“一次登录、全网通办”，认证成功率不低于99.9%，响应时间控制在2秒以内。</td><td>区数据局</td><td>区公安分局</td><td class="c">6月底前</td></tr>
<tr><td class="c">2</td><td>建设电子档案系统，归档率达到100%，存量纸质档案数字化加工80万页。</td><td>区档案馆</td><td>区数据局、区级各部门</td><td class="c">2024年12月</td></tr>
<tr><td class="c">3</td><td>建设城市运行体征指标体系，梳理体征指标200项以上，接入感知设备1.2万台，对异常体征实现10分钟内预警推送，形成监测、预警、处置、反馈闭环管理机制，并按月形成运行分析报告。</td><td>区城市运行中心</td><td>区应急管理局、区住房城乡建委</td><td class="c">持续推进</td></tr>
</table>"""

if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    docx("developed/xishan-tasks.docx", "".join(XISHAN))
    xlsx("developed/qinghe-reform.xlsx", "任务清单", QINGHE,
         ["A1:G1", "E2:F2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3", "B4:B5", "B6:B7"], {"G4": 45838, "G5": 45930})
    xlsx("developed/lanxi-enterprises.xlsx", "任务表", LANXI, ["A1:F1", "A3:F3", "A6:F6"], {"F7": 46295})
    if len(sys.argv) > 1:
        pdf("developed/hedong-digital.pdf", HEDONG)
